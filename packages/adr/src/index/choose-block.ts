import type { Status } from '../content/content.ts';
import { isDated } from '../name/adr-mark.ts';
import { adrPathOf, baseName } from '../name/adr-path.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { IndexEntry } from './index-entry.ts';
import type { EmptyHeading, IndexBlock, ReadIndex } from './read-index.ts';

/** Where a line belongs: among others, or under a heading that has none yet. */
export type IndexPlace = { readonly block: IndexBlock } | { readonly heading: EmptyHeading; readonly like: IndexBlock };

/**
 * The block of an index that a new line belongs to: the only one, or that of its folder, its status or its year, or the
 * last of several that continue each other. Undefined if it is unclear, as for lists by topic.
 */
export function chooseBlock(
  parts: readonly IndexBlock[],
  emptyHeadings: readonly EmptyHeading[],
  entry: IndexEntry,
): IndexPlace | undefined {
  const [first, ...others] = inArea(parts, entry);
  if (first === undefined) return undefined;
  const byStatus = chooseByStatus([first, ...others], emptyHeadings, entry);
  if (byStatus !== 'not by status') return byStatus;
  if (others.length === 0) return { block: first };
  const years = [first, ...others].map((block) => yearIn(block.under.at(-1) ?? ''));
  if (years.every((year) => year !== undefined) && new Set(years).size > 1) {
    const block = [first, ...others].find((_, index) => years[index] === entry.date?.slice(0, 4));
    return block && { block };
  }
  return lastInTurn([first, ...others]);
}

/**
 * How many of the ADRs that an index lists a second list of all has at least. One may be missing even in a short list; but
 * two of three are some to begin with.
 */
const leastAgain = (all: number) => Math.max(Math.floor(all * 0.9), Math.min(all, 3));

/**
 * The blocks of an index that together list all ADRs, perhaps more than once: in a table, and again by topic. What no tool
 * writes, and what is in neither of these, such as some ADRs to begin with, is left out.
 */
export function listsIn({ blocks }: ReadIndex): IndexBlock[][] {
  const lists: IndexBlock[][] = [];
  let left = blocks.filter(({ isGenerated }) => !isGenerated);
  while (left.length > 0) {
    const parts = partsOf(left);
    const count = (list: readonly IndexBlock[] | undefined) => list?.flatMap(filesIn).length ?? 0;
    if (count(parts) < leastAgain(count(lists[0]))) break;
    lists.push(parts);
    left = left.filter((block) => !parts.includes(block));
  }
  return lists;
}

/** The largest block, and those that list what no larger one has. A list by topic beside a list of all is none. */
function partsOf(blocks: readonly IndexBlock[]): IndexBlock[] {
  const seen = new Set<string>();
  const parts = blocks
    .toSorted((one, other) => filesIn(other).length - filesIn(one).length)
    .filter((block) => {
      const files = filesIn(block);
      if (files.some((file) => seen.has(file))) return false;
      for (const file of files) seen.add(file);
      return true;
    });
  return blocks.filter((block) => parts.includes(block));
}

const filesIn = ({ items }: IndexBlock) => items.flatMap((item) => item.entry?.file ?? []);

/** The blocks for the folder that an ADR is in, if there is a block for each folder. */
export function inArea(blocks: readonly IndexBlock[], entry: IndexEntry): readonly IndexBlock[] {
  const areas = blocks.map((block) => [...new Set(filesIn(block).map((file) => adrPathOf(file).area))]);
  const isByArea = areas.every((own) => own.length === 1) && new Set(areas.flat()).size > 1;
  return isByArea ? blocks.filter((_, index) => areas[index]?.[0] === adrPathOf(entry.file).area) : blocks;
}

/** The status that a heading or an item is about, such as “Superseded records”. */
export function statusOfGroup(text: string): Status | undefined {
  const words = text.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '');
  if (words.length > 4) return undefined;
  const meanings = words.map((word) => meaningOfStatus(word)).filter((meaning) => meaning !== undefined);
  return new Set(meanings).size === 1 ? meanings[0] : undefined;
}

function chooseByStatus(
  blocks: readonly IndexBlock[],
  emptyHeadings: readonly EmptyHeading[],
  entry: IndexEntry,
): IndexPlace | undefined | 'not by status' {
  const meanings = blocks.map((block) => statusOfGroup(block.under.at(-1) ?? ''));
  const empty = emptyHeadings.filter(({ text }) => statusOfGroup(text) !== undefined);
  const all = new Set([...meanings, ...empty.map(({ text }) => statusOfGroup(text))]);
  const wanted = entry.status === undefined ? undefined : meaningOfStatus(entry.status);
  if (all.size < 2 || meanings.some((meaning) => meaning === undefined)) return 'not by status';
  const block = blocks[meanings.indexOf(wanted)];
  if (block !== undefined) return { block };
  const heading = empty.find(({ text }) => statusOfGroup(text) === wanted);
  const like = blocks.at(-1);
  return heading && like && { heading, like };
}

function yearIn(text: string): string | undefined {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
}

/**
 * The last block if each continues the one before it; the first if the newest comes first. Under different headings they
 * are about something, even if they are in turn, unless the headings say from which number to which.
 */
function lastInTurn(blocks: readonly IndexBlock[]): IndexPlace | undefined {
  const ranges = blocks.map((block) => {
    const numbers = block.items.flatMap((item) => (item.entry ? (rankOf(item.entry) ?? []) : []));
    const { from, to } = rangeIn(block.under.at(-1) ?? '');
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return { least, most, isKnown: numbers.length > 0, isTold: from <= least && most <= to };
  });
  const isAlike = new Set(blocks.map(({ under }) => under.join('\n'))).size === 1;
  // Lists of ADRs with neither number nor date are by topic, for all that anybody can tell.
  if (!ranges.every(({ isKnown, isTold }) => isKnown && (isAlike || isTold))) return undefined;
  const isAscending = ranges.every(({ least }, index) => index === 0 || (ranges[index - 1]?.most ?? 0) < least);
  const isDescending = ranges.every(({ most }, index) => index === 0 || (ranges[index - 1]?.least ?? 0) > most);
  const block = isAscending ? blocks.at(-1) : isDescending ? blocks[0] : undefined;
  return block && { block };
}

/** The range of numbers in a heading: “ADR 51–100”. One that says something else has none in it. */
function rangeIn(heading: string): { readonly from: number; readonly to: number } {
  const [from, to, ...others] = (heading.match(/\d+/g) ?? []).map(Number);
  return from === undefined || to === undefined || others.length > 0 ? { from: Infinity, to: -Infinity } : { from, to };
}

/** What comes later has the higher one: the number of an ADR, or the date with which its name begins. */
export function rankOf({ number, file }: IndexEntry): number | undefined {
  const name = baseName(file);
  return number ?? (isDated(name) ? Number(name.slice(0, 10).replaceAll(/\D/g, '').slice(0, 8)) : undefined);
}
