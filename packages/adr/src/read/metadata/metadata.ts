import type { Blockquote, Code, Html, List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { PlaceKind } from '../located.ts';
import { placeOf, type Source } from '../source/source.ts';
import { withDateBelow, withStatusBelow } from './entry/below.ts';
import {
  type EntryWithForm,
  type Line,
  longestOwnValue,
  type Metadata,
  type MetadataEntry,
  metadataOf,
} from './entry/entry.ts';
import { entriesOfLine, linesOf } from './entry/lines.ts';
import { fromTable } from './entry/table.ts';
import { fencedMetadata } from './fenced.ts';
import { fieldOfEntry } from './metadata-field.ts';

/** Finds the first metadata with a known entry among `nodes`, or else any: a list, the lines of a paragraph, one paragraph per entry, or a table. */
export function readMetadata(source: Source, nodes: readonly RootContent[], foundIn?: PlaceKind): Metadata | undefined {
  let unknown: Metadata | undefined;
  for (const first of nodes.keys()) {
    const metadata = readMetadataAt(source, nodes.slice(first, first + mostParagraphs), foundIn);
    if (metadata?.entries.some(({ field }) => field !== undefined)) return { ...metadata, first };
    unknown ??= metadata && { ...metadata, first };
  }
  return unknown;
}

/** The most paragraphs, with one entry each, and the most entries in one place that count as metadata. */
const mostParagraphs = 12;
const mostEntries = 200;

/** The entries of a known field in lines, list items and tables, whatever other text is between them. */
export function readKnownEntries(
  source: Source,
  nodes: readonly RootContent[],
  foundIn: PlaceKind,
): readonly MetadataEntry[] {
  return nodes.flatMap((node): readonly MetadataEntry[] => {
    const entries =
      node.type === 'list' || node.type === 'table'
        ? (readMetadataAt(source, [node], foundIn)?.entries ?? [])
        : node.type === 'code' || node.type === 'html'
          ? (fromFence(source, node)?.entries ?? [])
          : linesOf(source, node).flatMap((line) => entriesOfMarkedLine(source, line, foundIn));
    return entries.filter(({ field }) => field !== undefined);
  });
}

/** The entries of a paragraph that has nothing but entries of known fields, each line all in emphasis. */
export function emphasizedEntries(source: Source, node: RootContent): readonly MetadataEntry[] {
  const byLine = linesOf(source, node).map((line) => {
    const isEmphasized = /^[*_]/.test(source.text.slice(line.start, line.start + 1));
    return isEmphasized ? entriesOfMarkedLine(source, line, 'text').filter(({ field }) => field !== undefined) : [];
  });
  return byLine.every((entries) => entries.length > 0) ? byLine.flat() : [];
}

const markOfLine = /^(?:[-*+·•‧]|#{1,6}) /;

/** The entries of a line, which may be an item or a heading in a quotation, or go on behind a dot. */
function entriesOfMarkedLine(source: Source, line: Line, foundIn: PlaceKind): MetadataEntry[] {
  const lead = markOfLine.exec(source.text.slice(line.start, line.start + 7))?.[0].length ?? 0;
  return entriesOfLine(source, { ...line, start: line.start + lead }, foundIn).map(({ entry }) => entry);
}

function readMetadataAt(source: Source, nodes: readonly RootContent[], foundIn?: PlaceKind): Metadata | undefined {
  const [first] = nodes;
  const metadata = first?.type === 'blockquote' ? fromQuotation(source, first) : fromBlocks(source, nodes);
  if (metadata === undefined) return undefined;
  const isKnown = metadata.entries.some(({ field }) => field !== undefined);
  if (!isKnown && !(metadata.form.isQuoted && metadata.entries.length > 1)) return undefined;
  if (foundIn === undefined) return metadata;
  const inPlace = (entry: MetadataEntry) =>
    entry.value.foundIn === 'code' ? entry : { ...entry, value: { ...entry.value, foundIn } };
  return { ...metadata, entries: metadata.entries.map(inPlace) };
}

function fromBlocks(source: Source, nodes: readonly RootContent[]): Metadata | undefined {
  const [first] = nodes;
  if (first?.type === 'list') return fromList(source, first);
  if (first?.type === 'code' || first?.type === 'html') return fromFence(source, first);
  return first?.type === 'table' ? fromTable(source, first) : fromParagraphs(source, nodes);
}

/** Metadata at the end of a quotation. In one that has nothing else, bold labels are enough to be some. */
function fromQuotation(source: Source, quotation: Blockquote): Metadata | undefined {
  const last = quotation.children.slice(-mostParagraphs);
  const isAll = last.length === quotation.children.length;
  const inner = last.flatMap((_, first) => {
    const blocks = last.slice(first);
    const isOnly = isAll && first === 0;
    const found = fromBlocks(source, blocks) ?? (isOnly ? fromParagraphs(source, blocks, isBold) : undefined);
    return found?.length === blocks.length ? [found] : [];
  });
  const metadata = inner[0] ?? fromParagraphs(source, [quotation]);
  return metadata && { ...metadata, form: { ...metadata.form, isQuoted: true }, length: 1 };
}

const isBold = ({ form }: EntryWithForm) => /^(?:\*\*|__)/.test(form.lead);

/** Metadata in a fenced block of code or in a comment, one entry a line. */
function fromFence(source: Source, block: Code | Html): Metadata | undefined {
  const fenced = fencedMetadata(source, block);
  if (fenced === undefined) return undefined;
  const entries = fenced.lines.flatMap((line) => entriesOfLine(source, line, 'code'));
  return { ...metadataOf('lines', entries, { fence: fenced.fence }), first: 0, length: 1 };
}

function fromList(source: Source, list: List): Metadata | undefined {
  const items = list.children;
  if (items.length > mostEntries) return undefined;
  const entries = items.flatMap((item) => entriesOfItem(source, item));
  const [item] = items;
  const [line] = item?.children ?? [];
  const isBulleted = list.ordered !== true && item !== undefined && line !== undefined;
  const marker = isBulleted ? source.text.slice(placeOf(item).start, placeOf(line).start) : undefined;
  return { ...metadataOf('list', entries, { marker }), first: 0, length: 1 };
}

function entriesOfItem(source: Source, item: ListItem): readonly EntryWithForm[] {
  const [line, names] = item.children;
  if (line?.type !== 'paragraph') return [];
  const found = entriesOfLine(source, placeOf(line), 'list');
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || names?.type !== 'list') return found;
  const boxed = withStatusBelow(source, only, names);
  if (boxed !== undefined) return [boxed];
  const dated = withDateBelow(source, only, names);
  if (dated !== undefined) return [dated];
  const items = names.children.map((name) => textOf(name));
  const field = fieldOfEntry(only.entry.key, only.entry.value.value, source.language, items);
  return [{ entry: { ...only.entry, field, names: items }, form: { ...only.form, field } }];
}

/** So many known fields tell that a paragraph has metadata, whatever its other lines say. */
const certain = 2;

/**
 * The entries of each line that has some. The other lines go on with the one before, or say something else; they may be
 * there if the first line has an entry, and enough are known.
 */
function entriesByLine(source: Source, lines: readonly Line[]): (readonly EntryWithForm[])[] {
  const all = lines.map((line) => entriesOfLine(source, line, 'line'));
  const found = all.filter((entries) => entries.length > 0);
  if (found.length === all.length) return all;
  const known = new Set(found.flat().flatMap(({ entry }) => entry.field ?? []));
  return all[0]?.length !== 0 && known.size >= certain ? found : [];
}

function fromParagraphs(
  source: Source,
  nodes: readonly RootContent[],
  isLikeBefore: (entry: EntryWithForm) => boolean = () => false,
): Metadata | undefined {
  const [first] = nodes;
  const lines = first === undefined ? [] : linesOf(source, first);
  if (lines.length > mostEntries) return undefined;
  const byLine = entriesByLine(source, lines);
  const found = byLine.flat();
  if (first === undefined || byLine.length === 0) return undefined;
  if (!found.some((one) => one.entry.field !== undefined || isLikeBefore(one))) return undefined;
  const last = found.at(-1);
  const filled = last && withStatusBelow(source, last, nodes[1]);
  const written = filled === undefined ? found : [...found.slice(0, -1), filled];
  const length = filled === undefined ? 1 : 2;
  if (byLine.length > 1) {
    const [one] = lines;
    const behind = /^[ \t]*\\?/.exec(source.text.slice(one?.end))?.[0] ?? '';
    const lineEnd = behind.endsWith('\\') ? '\\' : /^ {2,}$/.test(behind) ? behind : '';
    return { ...metadataOf('lines', written, { lineEnd }), first: 0, length };
  }
  // After an entry that is known, another short one with the same marks belongs to it.
  const marksOf = ({ form }: EntryWithForm) => form.lead.replace(form.key, '');
  const isAlike = (one: EntryWithForm) =>
    /[*_]/.test(one.form.lead) &&
    one.entry.value.value.length <= longestOwnValue &&
    found.some((other) => marksOf(other) === marksOf(one));
  const isOneLine = lines.length === 1 && linesOf(source, nodes[length]).length === 1;
  const next = isOneLine ? fromParagraphs(source, nodes.slice(length), isAlike) : undefined;
  const more = next?.form.layout === 'paragraphs' ? next : undefined;
  const own = metadataOf('paragraphs', written);
  return {
    entries: [...own.entries, ...(more?.entries ?? [])],
    form: { ...own.form, entries: [...own.form.entries, ...(more?.form.entries ?? [])] },
    first: 0,
    length: length + (more?.length ?? 0),
  };
}
