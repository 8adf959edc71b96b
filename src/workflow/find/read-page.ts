import type { Cut } from '../ports/list.ts';

/** The position of another page: after or before a line of a part. `page` is its number, counted from 0, if known. */
export interface PagePlace<Part extends string> extends Cut<string> {
  readonly part: Part;
  readonly id: string;
  readonly page: number;
}

/** One page of a list, and the positions of the pages before and after it. */
export interface ReadPage<Line, Part extends string> {
  readonly lines: readonly Line[];
  /** Counted from 0. */
  readonly page: number;
  readonly back: PagePlace<Part> | undefined;
  readonly next: PagePlace<Part> | undefined;
}

/** A list that is read a page at a time, part by part. */
export interface PagedList<Line, Part extends string> {
  /** In order. */
  readonly parts: readonly Part[];
  /** How many lines a page has. */
  readonly size: number;
  /** The lines of a part nearest to a cut, in the order of the list. */
  read(part: Part, cut: Cut<string>, most: number): Promise<readonly Line[]>;
  idOf(line: Line): string;
}

type Placed<Line, Part> = readonly { readonly line: Line; readonly part: Part }[];

/**
 * The page at a place, read forward or back from a line and no further, however long the list is. It is the first page
 * without a place, or when nothing is left at the place.
 */
export async function readPage<Line, Part extends string>(
  list: PagedList<Line, Part>,
  place?: PagePlace<Part>,
): Promise<ReadPage<Line, Part>> {
  if (place?.side === 'before') {
    const placed = await readLines(list, place);
    // If less than a page comes before it, the first page is still shown full.
    if (placed.length > list.size) return toPage(list, placed.slice(-list.size), Math.max(1, place.page), true, true);
  } else if (place) {
    const placed = await readLines(list, place);
    if (placed.length > 0) return toPage(list, placed.slice(0, list.size), place.page, true, placed.length > list.size);
  }
  const placed = await readLines(list, { side: 'after', part: undefined, id: undefined });
  return toPage(list, placed.slice(0, list.size), 0, false, placed.length > list.size);
}

/**
 * The lines forward or back from a place, in the order of the list: one more than fits on a page, if there are that
 * many.
 */
async function readLines<Line, Part extends string>(
  { parts, size, read }: PagedList<Line, Part>,
  { side, part: start, id }: Cut<string> & { readonly part: Part | undefined },
): Promise<Placed<Line, Part>> {
  const isOn = side === 'after';
  const inTurn = isOn ? parts : parts.toReversed();
  let placed: Placed<Line, Part> = [];
  for (const part of inTurn.slice(start === undefined ? 0 : inTurn.indexOf(start))) {
    const cut = { side, id: part === start ? id : undefined };
    const lines = await read(part, cut, size + 1 - placed.length);
    const more = lines.map((line) => ({ line, part }));
    placed = isOn ? [...placed, ...more] : [...more, ...placed];
    if (placed.length > size) break;
  }
  return placed;
}

function toPage<Line, Part extends string>(
  { idOf }: PagedList<Line, Part>,
  placed: Placed<Line, Part>,
  page: number,
  hasBack: boolean,
  hasNext: boolean,
): ReadPage<Line, Part> {
  const [first, last] = [placed[0], placed.at(-1)];
  const back = hasBack && first && { part: first.part, id: idOf(first.line), side: 'before' as const, page: page - 1 };
  const next = hasNext && last && { part: last.part, id: idOf(last.line), side: 'after' as const, page: page + 1 };
  return { lines: placed.map(({ line }) => line), page, back: back || undefined, next: next || undefined };
}
