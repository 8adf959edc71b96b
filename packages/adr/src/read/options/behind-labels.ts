import type { RootContent } from 'mdast';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { splitLabel } from '../points/label.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { enumeratedIn } from './enumeration.ts';

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
    const raw = isForOptions
      ? enumeratedIn(label.rest.trim(), source.language).map((name) => ({ name, nodes: [] }))
      : [];
    const form = { layout: 'paragraphs' } as const;
    const layout = { raw, form, mayHaveDescription: false, before: [], after: [] };
    return label === undefined || raw.length === 0 ? [] : [{ layout, announcement: label.label }];
  });
}
