import type { Link, ListItem, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { MetadataEntryForm, MetadataField, MetadataForm } from '../../style/house-style.ts';
import type { Located, PlaceKind } from '../located.ts';
import { splitLabel } from '../points/label.ts';
import { placeOf, type Source, withoutBlanks } from '../source/source.ts';
import { fieldOf } from './metadata-field.ts';

/** One `key: value` pair of the metadata, with the value as written. */
export interface MetadataEntry {
  readonly field: MetadataField | undefined;
  readonly key: string;
  readonly value: Located<string>;
  /** The separate names, if they are written as a nested list. */
  readonly names: readonly string[] | undefined;
}

/** The metadata in one place, their form, and the nodes that contain them. */
export interface Metadata {
  readonly entries: readonly MetadataEntry[];
  readonly form: MetadataForm;
  /** The index of the first node, and how many nodes there are. */
  readonly first: number;
  readonly length: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

interface EntryWithForm {
  readonly entry: MetadataEntry;
  readonly form: MetadataEntryForm;
}

/** Finds the first metadata among `nodes`: a list, the lines of a paragraph, one paragraph per entry, or a table. */
export function readMetadata(source: Source, nodes: readonly RootContent[], foundIn?: PlaceKind): Metadata | undefined {
  for (const first of nodes.keys()) {
    const metadata = readMetadataAt(source, nodes.slice(first, first + mostParagraphs), foundIn);
    if (metadata !== undefined) return { ...metadata, first };
  }
  return undefined;
}

/** The most paragraphs, with one entry each, and the most entries in one place that count as metadata. */
const mostParagraphs = 12;
const mostEntries = 200;

function readMetadataAt(source: Source, nodes: readonly RootContent[], foundIn?: PlaceKind): Metadata | undefined {
  const [first] = nodes;
  const metadata =
    first?.type === 'list'
      ? fromList(source, first.children)
      : first?.type === 'table'
        ? fromTable(source, first)
        : fromParagraphs(source, nodes);
  if (metadata === undefined || !metadata.entries.some(({ field }) => field !== undefined)) return undefined;
  if (foundIn === undefined) return metadata;
  return { ...metadata, entries: metadata.entries.map((entry) => ({ ...entry, value: { ...entry.value, foundIn } })) };
}

function fromList(source: Source, items: readonly ListItem[]): Metadata | undefined {
  if (items.length > mostEntries) return undefined;
  const entries = items.flatMap((item) => entryOfItem(source, item) ?? []);
  const form = { layout: 'list', entries: entries.map((entry) => entry.form), lineEnd: '' } as const;
  return { entries: entries.map(({ entry }) => entry), form, first: 0, length: 1 };
}

function entryOfItem(source: Source, item: ListItem): EntryWithForm | undefined {
  const [line, names] = item.children;
  if (line?.type !== 'paragraph') return undefined;
  const found = entryOf(source, placeOf(line), 'list');
  if (found === undefined || names?.type !== 'list') return found;
  return { ...found, entry: { ...found.entry, names: names.children.map((name) => textOf(name)) } };
}

function fromParagraphs(source: Source, nodes: readonly RootContent[]): Metadata | undefined {
  const [first] = nodes;
  const lines = first === undefined ? [] : linesOf(source, first);
  if (lines.length > mostEntries) return undefined;
  const found = lines.flatMap((line) => entryOf(source, line, 'line') ?? []);
  if (first === undefined || found.length < lines.length || !found.some(({ entry }) => entry.field)) return undefined;
  if (lines.length > 1) {
    const [one] = lines;
    const behind = /^[ \t]*\\?/.exec(source.text.slice(one?.end))?.[0] ?? '';
    const lineEnd = behind.endsWith('\\') ? '\\' : /^ {2,}$/.test(behind) ? behind : '';
    const form = { layout: 'lines', entries: found.map((entry) => entry.form), lineEnd } as const;
    return { entries: found.map(({ entry }) => entry), form, first: 0, length: 1 };
  }
  const next = linesOf(source, nodes[1]).length === 1 ? fromParagraphs(source, nodes.slice(1)) : undefined;
  const more = next?.form.layout === 'paragraphs' ? next : undefined;
  return {
    entries: [...found.map(({ entry }) => entry), ...(more?.entries ?? [])],
    form: {
      layout: 'paragraphs',
      entries: [...found.map((entry) => entry.form), ...(more?.form.entries ?? [])],
      lineEnd: '',
    },
    first: 0,
    length: 1 + (more?.length ?? 0),
  };
}

/** The lines of a paragraph or quotation, without hard breaks and quotation marks. */
function linesOf(source: Source, node: RootContent | undefined): Line[] {
  if (node?.type !== 'paragraph' && node?.type !== 'blockquote') return [];
  const { start, end } = placeOf(node);
  return [...source.text.slice(start, end).matchAll(/^.*$/gm)].flatMap((match, index) => {
    const [written] = match;
    const lead = /^[ \t>]*/.exec(written)?.[0].length ?? 0;
    const words = withoutBlanks(written.slice(lead).replace(/(?<=.)\\$/, ''));
    const from = start + match.index + lead;
    return words === '' ? [] : [{ start: from, end: from + words.length, line: placeOf(node).line + index }];
  });
}

function entryOf(source: Source, { start, end, line }: Line, foundIn: PlaceKind): EntryWithForm | undefined {
  const label = splitLabel(source.text.slice(start, end));
  if (label === undefined || label.word === '') return undefined;
  const from = start + label.lead.length;
  return {
    entry: {
      field: fieldOf(label.word),
      key: label.label,
      value: { value: label.rest, foundIn, line, start: from, end },
      names: undefined,
    },
    form: { field: fieldOf(label.word), key: label.label, lead: label.lead, names: ', ' },
  };
}

/** Reads a table with a key and a value in each row, or with keys in the first row and values in the second. */
function fromTable(source: Source, table: Table): Metadata | undefined {
  const [head, ...rows] = table.children;
  if (head === undefined) return undefined;
  const isUpright = head.children.length === 2 && fieldOf(textOf(head.children[1] ?? head)) === undefined;
  const pairs = isUpright
    ? table.children.map((row) => [row.children[0], row.children[1]] as const)
    : head.children.map((cell, index) => [cell, rows[0]?.children[index]] as const);
  const entries = pairs.flatMap(([key, value]): MetadataEntry[] => {
    if (key === undefined || value === undefined || textOf(key).trim() === '') return [];
    const inner: readonly { position?: Link['position'] }[] = value.children;
    const start = inner[0]?.position?.start.offset ?? placeOf(value).start + 1;
    const end = inner.at(-1)?.position?.end.offset ?? start;
    const written = { value: source.text.slice(start, end), start, end };
    const name = textOf(key).trim();
    const found = { ...written, foundIn: 'table', line: placeOf(value).line } as const;
    return [{ field: fieldOf(name), key: name, value: found, names: undefined }];
  });
  const forms = entries.map(({ field, key }) => ({ field, key, lead: '', names: ', ' }));
  return { entries, form: { layout: 'table', entries: forms, lineEnd: isUpright ? '\n' : '' }, first: 0, length: 1 };
}
