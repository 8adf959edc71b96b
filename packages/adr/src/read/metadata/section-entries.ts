import type { ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import type { AdrSection } from '../document.ts';
import { foldLine, statedFirst } from '../links/phrases.ts';
import type { Located } from '../located.ts';
import { splitLabel } from '../points/label.ts';
import type { Segment } from '../source/outline.ts';
import { headingAsWritten, placeOf, type Source, withoutBreak } from '../source/source.ts';
import { badgeOfStatus } from './badge.ts';
import { elementsWithStatus } from './element.ts';
import type { Line, Metadata, MetadataEntry } from './entry/entry.ts';
import { linesOf } from './entry/lines.ts';
import { readKnownEntries, readMetadata } from './metadata.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';
import { findBoxes } from './status-boxes.ts';
import { entriesOfHistory } from './status-history.ts';

const fieldOfPart = { status: 'status', date: 'date', people: 'deciders' } as const;

/** A section for the status, the date or the people counts as a metadata entry; its other lines may be entries, too. */
export function entriesOfSection(source: Source, section: AdrSection): MetadataEntry[] {
  const { part, segment } = section;
  if (part !== 'status' && part !== 'date' && part !== 'people') return [];
  if (part === 'status') {
    const history = entriesOfHistory(source, segment.nodes);
    if (history.length > 0) return history;
    const element = elementsWithStatus(source, segment.nodes.slice(0, 1));
    const badge = element.length > 0 ? element : badgeOfStatus(source, segment.nodes);
    const behind = badge.length === 0 ? [] : statusBehind(source, section);
    if (badge.length > 0) return [...badge, ...behind];
  }
  const labelled = section.metadata?.entries.filter(({ field }) => field !== undefined) ?? [];
  if (section.metadata?.form.layout === 'table' && labelled.some(({ field }) => field === part)) return labelled;
  const own = entryOfPart(source, part, section);
  const known = readKnownEntries(source, segment.nodes, 'section');
  // “Deciders: Ana” and “Informed: Bo” under “People”.
  if (part === 'people' && known.some(({ field }) => field === 'deciders')) return [...known];
  const others = known.filter(({ field, value }) => field !== fieldOfPart[part] && value.start > (own?.value.end ?? 0));
  return own === undefined ? others : [own, ...others];
}

/** A known status in words behind the badge or element that a section begins with. */
function statusBehind(source: Source, section: AdrSection): MetadataEntry[] {
  const { segment } = section;
  const entry = entryOfPart(source, 'status', { ...section, segment: { ...segment, nodes: segment.nodes.slice(1) } });
  return entry !== undefined && meaningOfStatus(readStatus(entry.value.value).word) !== undefined ? [entry] : [];
}

/** The blocks from the first one on that is not all struck out. */
function withoutStruck(blocks: readonly RootContent[]): readonly RootContent[] {
  const isStruck = (node: RootContent) =>
    node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'delete';
  const first = blocks.findIndex((node) => !isStruck(node));
  return blocks.slice(Math.max(first, 0));
}

function entryOfPart(
  source: Source,
  part: keyof typeof fieldOfPart,
  { segment, name }: AdrSection,
): MetadataEntry | undefined {
  const written = segment.nodes.filter((node) => node.type !== 'html');
  const blocks = part === 'status' && written.length > 1 ? withoutStruck(written) : written;
  const [block] = blocks;
  const first = block?.type === 'blockquote' ? block.children[0] : block;
  if (first === undefined) return undefined;
  const boxes = part === 'status' ? findBoxes(source, placeOf(first)) : undefined;
  if (boxes !== undefined) {
    const value = { ...boxes.ticked, foundIn: 'section' } as const;
    return { field: 'status', key: part, value, names: undefined, boxes };
  }
  const below = part === 'status' ? statusBelowLink(source, blocks) : undefined;
  if (below !== undefined) return { field: 'status', key: part, value: below, names: undefined };
  const inner = first.type === 'list' ? (first.children[0]?.children[0] ?? first) : first;
  const { start, end, line } = part === 'people' ? placeOf(inner) : placeOfFirstCell(inner);
  const text = source.text.slice(start, end);
  const length = part === 'people' ? text.length : text.split(/\n/)[0]?.length;
  const value = withoutBreak(text.slice(0, length));
  const label = part === 'people' ? undefined : splitLabel(value);
  // “**Decided** (2026-01-02)” under the status is one, and no date of a decision.
  const isStatus = part === 'status' && label !== undefined && saysStatus(label);
  const field = label && !isStatus ? fieldOf(label.word, source.language) : undefined;
  // “Deciders: Ana” under the status is no status.
  if (field !== undefined && field !== fieldOfPart[part]) return undefined;
  const lead = field === undefined ? 0 : (label?.lead.length ?? 0);
  const names = part === 'people' ? namesOfSection(source, blocks) : undefined;
  const found = { foundIn: 'section', line, start: start + lead, end: start + value.length } as const;
  const key = part === 'people' ? name : part;
  return { field: fieldOfPart[part], key, value: { ...found, value: value.slice(lead) }, names };
}

/** How many lines may say what an ADR replaces, above its status. */
const linesAboveStatus = 4;

/** A known status in a line below one that only says what the ADR replaces or amends: “Supersedes ADR-3” above “Accepted”. */
function statusBelowLink(source: Source, blocks: readonly RootContent[]): Located<string> | undefined {
  const [first, ...others] = blocks
    .slice(0, linesAboveStatus)
    .flatMap((block) =>
      block.type === 'list'
        ? block.children.slice(0, linesAboveStatus).flatMap(({ children }) => linesOf(source, children[0]))
        : linesOf(source, block),
    );
  if (first === undefined || others.length === 0) return undefined;
  const text = ({ start, end }: Line) => source.text.slice(start, end);
  const isKnown = (line: Line) => meaningOfStatus(readStatus(text(line)).word) !== undefined;
  if (isKnown(first)) return undefined;
  const kind = statedFirst(foldLine(text(first)));
  const line = kind === 'supersedes' || kind === 'amends' ? others.slice(0, linesAboveStatus).find(isKnown) : undefined;
  return line && { ...line, value: text(line), foundIn: 'section' };
}

/** Whether a label without a colon is a word for a status. */
function saysStatus({ word, lead }: { readonly word: string; readonly lead: string }): boolean {
  return !/[:：]/.test(lead) && meaningOfStatus(word) !== undefined;
}

/** Where the text of the first cell of a table is; of anything else, where it is itself. */
function placeOfFirstCell(node: RootContent): ReturnType<typeof placeOf> {
  const words = node.type === 'table' ? (node.children[0]?.children[0]?.children ?? []) : [];
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? placeOf(node) : { ...placeOf(first), end: placeOf(last).end };
}

/** The names in a list, in a column of a table, or in paragraphs of their own; undefined if they are in one text. */
function namesOfSection(source: Source, blocks: readonly RootContent[]): readonly string[] | undefined {
  const [first, ...others] = blocks;
  if (first?.type === 'list') return first.children.map((item) => nameIn(source, item));
  if (first?.type === 'table') {
    const [head, ...rows] = first.children;
    const column = head?.children.findIndex((cell) => namesPeople(textOf(cell), source)) ?? -1;
    return rows.map((row) => textOf(row.children[Math.max(column, 0)] ?? row));
  }
  const isName = (node: RootContent) => node.type === 'paragraph' && textOf(node).length <= longestName;
  return others.length > 0 && blocks.every(isName) ? blocks.map((block) => textOf(block)) : undefined;
}

/** The longest name in a paragraph of its own, in UTF-16 units. */
const longestName = 40;

const headsOfNames = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].names).map(foldWord)));

const namesPeople = (head: string, { language }: Source) =>
  headsOfNames.has(foldWord(head)) || fieldOf(head, language) === 'deciders';

/** A name as it is written. Unescaping it could turn it into a link. */
function nameIn(source: Source, item: ListItem): string {
  const [only, ...others] = item.children;
  if (only?.type !== 'paragraph' || others.length > 0) return textOf(item);
  const { start, end } = placeOf(only);
  const written = source.text.slice(start, end);
  return written.includes('\n') ? textOf(item) : written;
}

/** How many blocks at the beginning of a section may be followed by its metadata, or have them. */
const blocksWithMetadata = 12;

/**
 * The metadata among the text of a section: below the status or with it, or with a status of their own where the section is none that
 * an ADR usually has, or with a date in notes at the end.
 */
export function metadataOfSection(source: Source, { part, nodes }: Segment, isLast: boolean): Metadata | undefined {
  const isOfEnd = isLast && part === 'more-information';
  if (part !== 'status' && part !== undefined && part !== 'summary' && !isOfEnd) return undefined;
  const labelled = part === 'status' ? readMetadata(source, nodes.slice(0, blocksWithMetadata), 'section') : undefined;
  if (labelled?.first === 0 && labelled.entries.some(({ field }) => field === 'status')) return labelled;
  const blocks = nodes.slice(part === 'status' ? 1 : 0, blocksWithMetadata);
  const metadata = readMetadata(source, blocks, 'section');
  const fields = new Set(metadata?.entries.flatMap(({ field }) => field ?? []));
  const isTold = fields.has('status') || (isOfEnd && fields.has('date'));
  const isMeant = part === 'status' ? !fields.has('status') : isTold && fields.size > 1;
  return isMeant ? metadata : undefined;
}

/** A heading such as “Status: accepted” is an entry. */
export function entryOfHeading(source: Source, { part, segment: { heading } }: AdrSection): MetadataEntry[] {
  const [first] = heading.children;
  const written = headingAsWritten(source, heading);
  const label = part === undefined && first !== undefined ? splitLabel(written) : undefined;
  const field = label && fieldOf(label.word, source.language);
  if (label === undefined || first === undefined || (field !== 'status' && field !== 'date' && field !== 'deciders')) {
    return [];
  }
  const { start, line } = placeOf(first);
  const place = { foundIn: 'heading', line, start: start + label.lead.length, end: start + written.length } as const;
  return [{ field, key: label.label, value: { ...place, value: label.rest }, names: undefined }];
}

/**
 * The part that a heading such as “Status: accepted” has the value of, and what is in front of that; undefined if there is
 * more below it.
 */
export function partInHeading(
  source: Source,
  section: AdrSection,
): { readonly part: 'status' | 'date'; readonly lead: string } | undefined {
  const [entry] = section.segment.nodes.length === 0 ? entryOfHeading(source, section) : [];
  if (entry?.field !== 'status' && entry?.field !== 'date') return undefined;
  const written = headingAsWritten(source, section.segment.heading);
  return { part: entry.field, lead: written.slice(0, written.length - entry.value.value.length) };
}
