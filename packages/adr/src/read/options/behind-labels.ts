import type { RootContent } from 'mdast';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { type Labelled, splitLabel } from '../points/label.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { rejection } from './choice-words.ts';
import { enumeratedIn } from './enumeration.ts';
import { readOptionTitle } from './option-title.ts';
import { hasOptionWord, weighs } from './option-words.ts';

/** The longest line with such a label, in UTF-16 units. */
const longestLine = 600;

/** Finds options behind a label in the same line, also in the items of a list: “**Alternatives considered:** Go (new), Java”. */
export function behindLabels(source: Source, nodes: readonly RootContent[]): Announced[] {
  const lines = nodes.flatMap((node): readonly (RootContent | undefined)[] =>
    node.type === 'list' ? node.children.map(({ children: [line] }) => line) : [node],
  );
  return lines.flatMap((line) => {
    if (line?.type !== 'paragraph') return [];
    const { start, end } = placeOf(line);
    const label = end - start > longestLine ? undefined : splitLabel(wordsAsWritten(source, line));
    const isForOptions = label !== undefined && partOfHeading(label.label, undefined, source.language) === 'options';
    const names = isForOptions ? enumeratedIn(label.rest.trim(), source.language) : [];
    const only = label !== undefined && names.length === 0 && isForOne(label) ? [label.rest.trim()] : [];
    const raw = [...names, ...only].map((name) => ({ name, nodes: [] }));
    const form = { layout: 'paragraphs' } as const;
    const layout = { raw, form, mayHaveDescription: only.length > 0, before: [], after: [] };
    return label === undefined || raw.length === 0 ? [] : [{ layout, announcement: label.label }];
  });
}

/** Whether a label says that one option follows that was not chosen, and what follows has a title and a description. */
function isForOne({ label, rest, lead }: Labelled): boolean {
  if (!/^(?:\*\*|__)/.test(lead) || !hasOptionWord(label) || !(rejection.test(label) || weighs(label))) return false;
  const { title, description } = readOptionTitle(rest.trim(), true);
  return description !== undefined && title.length <= longestTitle && !/[.:!?]$/.test(title);
}

/** The longest title behind such a label, in UTF-16 units. */
const longestTitle = 80;
