import type { RootContent } from 'mdast';
import type { Markdown } from '../../content/content.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { rejection } from '../choice/choice-words.ts';
import { type Labelled, splitLabel } from '../points/label.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { enumeratedIn } from './enumeration.ts';
import { readOptionTitle } from './option-title.ts';
import { hasOptionWord, tells, weighs } from './option-words.ts';

/** The longest line with such a label, in UTF-16 units. */
const longestLine = 600;

/** Finds options behind a label in the same line, also in the items of a list: “**Alternatives considered:** Go (new), Java”. */
export function behindLabels(source: Source, nodes: readonly RootContent[]): Announced[] {
  const lines = nodes.flatMap(
    (node): readonly { readonly line: RootContent | undefined; readonly isItem: boolean }[] =>
      node.type === 'list'
        ? node.children.map(({ children: [line] }) => ({ line, isItem: true }))
        : [{ line: node, isItem: false }],
  );
  return lines.flatMap(({ line, isItem }) => {
    if (line?.type !== 'paragraph') return [];
    const { start, end } = placeOf(line);
    const label = end - start > longestLine ? undefined : splitLabel(wordsAsWritten(source, line));
    const isForOptions = label !== undefined && partOfHeading(label.label, undefined, source.language) === 'options';
    const told = isForOptions ? toldIn(label.rest.trim()) : [];
    const listed = isForOptions && told.length === 0 ? enumeratedIn(label.rest.trim(), source.language) : [];
    const names = told.length > 0 ? told : listed;
    const one = label !== undefined && names.length === 0 ? onlyOne(source, label, isItem) : undefined;
    const only = one === undefined ? [] : [one];
    const raw = [...names, ...only].map((name) => ({ name, nodes: [] }));
    const form = { layout: 'paragraphs' } as const;
    const layout = { raw, form, mayHaveDescription: only.length + told.length > 0, before: [], after: [] };
    return label === undefined || raw.length === 0 ? [] : [{ layout, announcement: label.label }];
  });
}

const emphasised = new RegExp(
  '(?<=^|[.;!)。] )(?:(?<stars>\\*\\*?)(?![ *])(?<name>[^*]{2,100})\\k<stars>|' +
    '(?<lines>__?)(?![ _])(?<name>[^_]{2,100})\\k<lines>)(?= ?(?:[-–—:(]|→))',
  'gu',
);

/** The sentences of a text that each begin with the name of an option: “*Go* — too new. *Java* — too slow.” */
function toldIn(written: Markdown): readonly Markdown[] {
  const text = written.replaceAll('\n', ' ');
  const found = [...text.matchAll(emphasised)];
  if (found.length < 2 || found[0]?.index !== 0) return [];
  return found.map(({ index, 0: words, groups }, at) => {
    const rest = text.slice(index + words.length, found[at + 1]?.index);
    return `**${groups?.name ?? ''}**${rest.trimEnd()}`;
  });
}

/**
 * The option behind a label that says that it was not chosen: a title with a description, or, if the label is bold, a title
 * alone. Undefined if it is something else.
 */
function onlyOne({ language }: Source, { label, rest, lead }: Labelled, isItem: boolean): string | undefined {
  const isRejected = rejection.test(label);
  const isBold = /^(?:\*\*|__)/.test(lead);
  if (!hasOptionWord(label) || !(isRejected || weighs(label)) || !(isBold || (isItem && isRejected))) return undefined;
  const name = rest.trim();
  const { title, description } = readOptionTitle(name, true);
  if (title.length > longestTitle) return undefined;
  if (description !== undefined) return /[.:!?]$/.test(title) ? undefined : name;
  const isTitle = isBold && isRejected && !/[:!?]$/.test(title) && !tells(title, language ?? 'en');
  return isTitle ? name.replace(/[.。]$/, '') : undefined;
}

/** The longest title behind such a label, in UTF-16 units. */
const longestTitle = 80;
