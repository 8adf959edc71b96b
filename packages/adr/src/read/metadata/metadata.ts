import type { Blockquote, Code, Link, List, ListItem, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { MetadataEntryForm, MetadataField, MetadataForm, TableForm } from '../../style/house-style.ts';
import type { Located, PlaceKind } from '../located.ts';
import { placeOf, type Source, withoutBlanks } from '../source/source.ts';
import { readDate } from './date.ts';
import { labelOf } from './entry-label.ts';
import { fencedMetadata } from './fenced.ts';
import { fieldOf, fieldOfEntry, formOfRevisit } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';
import { type FoundBoxes, findBoxes } from './status-boxes.ts';

/** One `key: value` pair of the metadata, with the value as written. */
export interface MetadataEntry {
  readonly field: MetadataField | undefined;
  readonly key: string;
  readonly value: Located<string>;
  /** The separate names, if they are written as a nested list. */
  readonly names: readonly string[] | undefined;
  /** The boxes for statuses of which the ticked one is the value. */
  readonly boxes?: FoundBoxes;
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

/** The longest value, in UTF-16 units, in a paragraph of its own whose key is not known. */
const longestOwnValue = 100;

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
        : node.type === 'code'
          ? (fromCode(source, node)?.entries ?? [])
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

const markOfLine = /^(?:[-*+]|#{1,6}) /;

/** The entries of a line, which may be an item or a heading in a quotation. */
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
  if (first?.type === 'code') return fromCode(source, first);
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

/** Metadata in a fenced block of code, one entry a line. */
function fromCode(source: Source, code: Code): Metadata | undefined {
  const fenced = fencedMetadata(source, code);
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

function metadataOf(
  layout: MetadataForm['layout'],
  found: readonly EntryWithForm[],
  more: Partial<MetadataForm> = {},
): Pick<Metadata, 'entries' | 'form'> {
  const entries = found.map(({ form }) => form);
  return {
    entries: found.map(({ entry }) => entry),
    form: { ...plainForm, layout, entries, ...more },
  };
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

function fromParagraphs(
  source: Source,
  nodes: readonly RootContent[],
  isLikeBefore: (entry: EntryWithForm) => boolean = () => false,
): Metadata | undefined {
  const [first] = nodes;
  const lines = first === undefined ? [] : linesOf(source, first);
  if (lines.length > mostEntries) return undefined;
  const byLine = lines.map((line) => entriesOfLine(source, line, 'line'));
  const found = byLine.flat();
  if (first === undefined || byLine.some((entries) => entries.length === 0)) return undefined;
  if (!found.some((one) => one.entry.field !== undefined || isLikeBefore(one))) return undefined;
  const last = found.at(-1);
  const filled = last && withStatusBelow(source, last, nodes[1]);
  const written = filled === undefined ? found : [...found.slice(0, -1), filled];
  const length = filled === undefined ? 1 : 2;
  if (lines.length > 1) {
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
  const isOneLine = linesOf(source, nodes[length]).length === 1;
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

/** An entry whose status is the ticked one of the boxes that it consists of. */
function withBoxes(source: Source, one: EntryWithForm): EntryWithForm {
  const { entry, form } = one;
  const boxes = entry.field === 'status' ? findBoxes(source, entry.value) : undefined;
  if (boxes === undefined) return one;
  return { entry: tickedEntry(entry, boxes), form: { ...form, boxes: boxes.form, unanswered: undefined } };
}

/**
 * An entry without a value, and the status below it: boxes in a list, or the word in a paragraph of its own; undefined if
 * there is neither.
 */
function withStatusBelow(
  source: Source,
  { entry, form }: EntryWithForm,
  below: RootContent | undefined,
): EntryWithForm | undefined {
  if (entry.field !== 'status' || entry.value.value.trim() !== '' || below === undefined) return undefined;
  const { start } = placeOf(below);
  const gap = source.text.slice(entry.value.end + form.tail.length, start);
  const written = { ...form, lead: form.lead + form.tail + gap, tail: '', unanswered: undefined };
  const boxes = below.type === 'list' ? findBoxes(source, placeOf(below)) : undefined;
  if (boxes !== undefined) return { entry: tickedEntry(entry, boxes), form: { ...written, boxes: boxes.form } };
  const [only, ...others] = below.type === 'paragraph' ? linesOf(source, below) : [];
  if (only === undefined || others.length > 0 || only.end - only.start > longestOwnValue) return undefined;
  const value = source.text.slice(only.start, only.end);
  if (meaningOfStatus(readStatus(value).word) === undefined) return undefined;
  return { entry: { ...entry, value: { ...entry.value, ...only, value } }, form: written };
}

const comment = /<!--[^>]{0,200}-->/g;

/** An entry for a date without one, and the first date in the list below it: “Dates:” above “decided: 2024-03-05”. */
function withDateBelow(source: Source, { entry, form }: EntryWithForm, { children }: List): EntryWithForm | undefined {
  const isOpen = entry.field === 'date' && entry.value.value.replaceAll(comment, '').trim() === '';
  const below = isOpen ? children.find((item) => readDate(textOf(item), source.language) !== undefined) : undefined;
  const [line] = below?.children ?? [];
  if (line?.type !== 'paragraph') return undefined;
  const { start, end, line: number } = placeOf(line);
  const value = source.text.slice(start, end);
  const between = source.text.slice(entry.value.start, start);
  return {
    entry: { ...entry, value: { ...entry.value, value, start, end, line: number } },
    form: { ...form, lead: form.lead + between, unanswered: undefined },
  };
}

function tickedEntry(entry: MetadataEntry, boxes: FoundBoxes): MetadataEntry {
  return { ...entry, value: { ...entry.value, ...boxes.ticked }, boxes };
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

/** What may stand between two entries on one line. */
const joints = /(?<![ \t])[ \t]*(?:[|·•‧/;,]|&nbsp;|<br ?\/?>)[ \t]*|(?<![ \t])[ \t]+/g;

/** The emphasis around a whole line: “_Last updated: 2024-03-05_”. */
const emphasisAround = /^(?<mark>\*{1,2}|_{1,2})(?=[^\s*_])(?=[^*_]*\k<mark>$)/;

/** The longest line whose emphasis is looked for, in UTF-16 units. */
const longestMarked = 500;

/** The longest label of an entry, with its marks, in UTF-16 units. */
const longestLabel = 80;

/** The entries of a line: one, or several with something between them, as in “**Status:** Accepted | **Date:** today”. */
function entriesOfLine(source: Source, line: Line, foundIn: PlaceKind): readonly EntryWithForm[] {
  const text = source.text.slice(line.start, line.end);
  const mark = text.length > longestMarked ? undefined : emphasisAround.exec(text)?.groups?.mark;
  if (mark !== undefined) {
    const inner = { ...line, start: line.start + mark.length, end: line.end - mark.length };
    return entriesOfLine(source, inner, foundIn).map((one, index, { length }) => {
      const lead = (index === 0 ? mark : '') + one.form.lead;
      return { ...one, form: { ...one.form, lead, tail: index === length - 1 ? mark : '' } };
    });
  }
  const first = labelOf(source, text);
  if (first === undefined || first.word === '') return [];
  const starts = [{ from: 0, lead: 0 }];
  for (const { 0: joint, index } of text.matchAll(joints)) {
    const lead = index + joint.length;
    if (lead <= first.lead.length) continue;
    if (isLabelAfter(source, joint, text.slice(lead, lead + longestLabel))) starts.push({ from: index, lead });
  }
  return starts.flatMap(({ from, lead }, at) => {
    const place = {
      start: line.start + lead,
      end: line.start + (starts[at + 1]?.from ?? text.length),
      line: line.line,
    };
    const joint = at === 0 ? undefined : text.slice(from, lead);
    return entryOf(source, place, foundIn, joint) ?? [];
  });
}

/**
 * Whether a label begins another entry: a known one, a bold one after a sign, or any after a sign that divides. After a
 * blank, it has to be known and bold.
 */
function isLabelAfter(source: Source, joint: string, text: string): boolean {
  const label = labelOf(source, text);
  if (label === undefined || label.word === '' || !/[:：]/.test(label.lead)) return false;
  const isBold = /^(?:\*\*|__)/.test(label.lead);
  const isKnown = fieldOf(label.word, source.language) !== undefined;
  if (joint === ' ') return isBold && isKnown;
  const isDivided = /[|·•‧\t]|&nbsp;|<br/.test(joint) && /^[\p{Lu}\p{Lo}]/u.test(label.label);
  return isKnown || isDivided || (isBold && joint.trim() !== ',');
}

/** A form of an entry whose value comes from what the ADR says. */
export const plainEntry = {
  shape: { list: 'none', indent: '', quote: '' },
  value: { kind: 'given' },
  unanswered: undefined,
  joint: undefined,
  tail: '',
} as const;

/** A form of metadata in which nothing is unusual. */
export const plainForm = {
  lineEnd: '',
  table: undefined,
  marker: undefined,
  isQuoted: false,
  fence: undefined,
  isRuled: false,
} as const;

function entryOf(
  source: Source,
  { start, end, line }: Line,
  foundIn: PlaceKind,
  joint?: string,
): EntryWithForm | undefined {
  const label = labelOf(source, source.text.slice(start, end));
  if (label === undefined || label.word === '') return undefined;
  const from = start + label.lead.length;
  const { markBehind: tail = '' } = label;
  const value = tail !== '' && label.rest.endsWith(tail) ? label.rest.slice(0, -tail.length) : label.rest;
  const field = fieldOfEntry(label.word, value, source.language);
  return withBoxes(source, {
    entry: {
      field,
      key: label.label,
      value: { value, foundIn, line, start: from, end: from + value.length },
      names: undefined,
    },
    form: {
      ...plainEntry,
      field,
      key: label.label,
      lead: label.lead,
      tail,
      joint,
      ...formOfRevisit(field, label.word, value, source.language),
      unanswered: value === '' ? '' : undefined,
    },
  });
}

/** Whether each row of a table has a key and a value, and not the first row all the keys. */
function hasKeysInRows(source: Source, { children: [head, ...rows] }: Table): boolean {
  const [first, second, ...others] = (head?.children ?? []).map((cell) => textOf(cell));
  if (first === undefined || second === undefined) return false;
  const isKey = (text: string) => fieldOf(text, source.language) !== undefined;
  if (others.length > 0) return rows.filter((row) => isKey(textOf(row.children[0] ?? row))).length > 1;
  if (isKey(second)) return false;
  const below = textOf(rows[0]?.children[0] ?? { type: 'tableCell', children: [] });
  if (rows.length !== 1 || !isKey(first) || isKey(below)) return true;
  // “Status | Team” over “Accepted | Shop”
  return meaningOfStatus(readStatus(second).word) !== undefined || readDate(second, source.language) !== undefined;
}

/** Reads a table with a key and a value in each row, or with keys in the first row and values in the second. */
function fromTable(source: Source, table: Table): Metadata | undefined {
  const [head, ...rows] = table.children;
  if (head === undefined) return undefined;
  const isUpright = hasKeysInRows(source, table);
  const pairs = isUpright
    ? table.children.map((row) => [row.children[0], row.children[1]] as const)
    : head.children.map((cell, index) => [cell, rows[0]?.children[index]] as const);
  const hasHead = isUpright && textOf(head.children[0] ?? head).trim() === '';
  const found = pairs.flatMap(([key, value]): EntryWithForm[] => {
    if (key === undefined || value === undefined || textOf(key).trim() === '') return [];
    const inner: readonly { position?: Link['position'] }[] = value.children;
    const start = inner[0]?.position?.start.offset ?? placeOf(value).start + 1;
    const end = inner.at(-1)?.position?.end.offset ?? start;
    const written = { value: source.text.slice(start, end), start, end };
    const name = textOf(key).trim();
    const field = fieldOfEntry(name, written.value, source.language);
    const lead = isUpright ? source.text.slice(placeOf(key).start, start).trimEnd() : '';
    return [
      withBoxes(source, {
        entry: {
          field,
          key: name,
          value: { ...written, foundIn: 'table', line: placeOf(value).line },
          names: undefined,
        },
        form: {
          ...plainEntry,
          field,
          key: name,
          lead,
          ...formOfRevisit(field, name, written.value, source.language),
          unanswered: written.value === '' ? '' : undefined,
        },
      }),
    ];
  });
  const lines = source.text.slice(placeOf(table).start, placeOf(table).end).split('\n', 2);
  const [first = '', rule = ''] = lines.map((line) => line.replace(/^[ \t>]+/, '').trimEnd());
  const form: TableForm = {
    entriesIn: isUpright ? 'rows' : 'columns',
    head: hasHead || !isUpright ? first : undefined,
    rule,
  };
  return { ...metadataOf('table', found, { table: form }), first: 0, length: 1 };
}
