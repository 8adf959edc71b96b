import type { Nodes, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { remembering } from '../../text/remembering.ts';
import { splitLabel } from '../points/label.ts';
import { placeOf, type Source } from '../source/source.ts';
import type { LinkKind } from './link.ts';
import { kindOfLabel } from './phrases.ts';
import { numberNamed } from './references.ts';

/** What the column, the label or the section says of an ADR that is named at a place; undefined if there is none. */
export type RelationAt = (offset: number) => Exclude<LinkKind, 'other'> | undefined;

interface Range {
  readonly start: number;
  readonly end: number;
  readonly kind: Exclude<LinkKind, 'other'>;
}

/** Whether a heading begins a section for related ADRs. */
export function isForRelations({ language }: Source, heading: Nodes): boolean {
  return relationHeadings.get(language)?.(textOf(heading)) === true;
}

const relationHeadings = new Map(
  [undefined, ...adrLanguages].map((language) => [
    language,
    remembering((name) =>
      new Set([name, ...name.split(/[/&(]/)]).values().some((words) => {
        const part = partOfHeading(words, undefined, language);
        return part === 'related' || part === 'references' || kindOfLabel(words) === 'relates';
      }),
    ),
  ]),
);

/** The relations that a block states, in a section for them or not. */
export function relationsIn(source: Source, node: Nodes, isInSection: boolean): RelationAt {
  // Few blocks name an ADR.
  let ranges: readonly Range[] | undefined;
  return (offset) => {
    ranges ??= rangesIn(source, node);
    return rangeAt(ranges, offset)?.kind ?? (isInSection ? 'relates' : undefined);
  };
}

/** The last of the ranges that begin at or before a place, if it reaches that far. They are in order. */
function rangeAt(ranges: readonly Range[], offset: number): Range | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range !== undefined && offset < range.end ? range : undefined;
}

function rangesIn(source: Source, node: Nodes): Range[] {
  if (node.type === 'table') return rangesInTable(node);
  if (node.type === 'paragraph') return rangesOfLabels(source, node);
  if (!('children' in node)) return [];
  const children: readonly Nodes[] = node.children;
  return children.flatMap((child, index) => {
    return isListBelowLabel(source, child, children[index - 1])
      ? [{ ...placeOf(child), kind: 'relates' }]
      : rangesIn(source, child);
  });
}

/** The cells below a head that says how ADRs are related, and those behind one in their row. */
function rangesInTable({ children: [head, ...rows] }: Table): Range[] {
  const heads = head?.children.map((cell) => kindOfLabel(textOf(cell))) ?? [];
  const below = rows.flatMap(({ children }) => {
    const [first] = children;
    const behind = first === undefined ? undefined : kindOfLabel(textOf(first));
    // “ADR-0003 | Accepted | ADR-0012” says nothing of the ADR that the table is in.
    const isOther = rows.length > 1 && first !== undefined && numberNamed(textOf(first)) !== undefined;
    return children.flatMap((cell, index) => {
      const kind = behind ?? (isOther && heads[index] !== 'relates' ? undefined : heads[index]);
      return kind === undefined || cell === first ? [] : [{ ...placeOf(cell), kind }];
    });
  });
  const [label, value] = head?.children ?? [];
  const kind = label === undefined ? undefined : kindOfLabel(textOf(label));
  return kind === undefined || value === undefined ? below : [{ ...placeOf(value), kind }, ...below];
}

const opened = /[(（][^()（）]{0,500}$/;
const mark = /^[ \t>]*(?:[-*+] )?/;

/** The lines of a paragraph from one on that is labeled as relations, up to the next label. */
function rangesOfLabels(source: Source, node: Nodes): Range[] {
  const { start, end } = placeOf(node);
  const ranges: Range[] = [];
  let at = start;
  let isRelated = false;
  let isOpen = false;
  for (const line of source.text.slice(start, end).split('\n')) {
    // “Related: ADR-3 (it forces this” goes on in the next line, whatever colons are in that.
    const label: ReturnType<typeof splitLabel> = isOpen
      ? undefined
      : splitLabel(line.slice(mark.exec(line)?.[0].length));
    if (label !== undefined && label.word !== '') isRelated = kindOfLabel(label.label) === 'relates';
    if (isRelated) ranges.push({ start: at, end: at + line.length, kind: 'relates' });
    isOpen = isRelated && (isOpen ? !/[)）]/.test(line) : opened.test(line));
    at += line.length + 1;
  }
  return ranges;
}

/** Whether a list is below a line that labels it as relations: “Related ADRs:”. */
export function isListBelowLabel(source: Source, node: Nodes, before: Nodes | undefined): boolean {
  return node.type === 'list' && before?.type === 'paragraph' && endsWithLabel(source, before);
}

function endsWithLabel(source: Source, node: Nodes): boolean {
  const { start, end } = placeOf(node);
  const written = source.text.slice(start, end);
  const label = splitLabel(written.slice(written.lastIndexOf('\n') + 1));
  return label !== undefined && label.rest.trim() === '' && kindOfLabel(label.label) === 'relates';
}
