import type { AdrOption } from '../../content/content.ts';
import { countShared, isSameOption, stemsOf } from './same-option.ts';

/** An option, how the text calls it in short (“2”, “A”; may be empty), and whether its title stands out in bold. */
export interface NamedOption {
  readonly option: AdrOption;
  readonly key: string;
  readonly isBold: boolean;
  /** Whether a label says that it was not chosen: “Rejected because:”. */
  readonly isRejected?: boolean;
  /** The option if nothing behind a colon or a dash is its description, but all of it the title. */
  readonly whole?: AdrOption | undefined;
}

/** Merges options that one section lists and another describes, in the order of the list. */
export function mergeOptions(found: readonly NamedOption[], detailed: readonly NamedOption[]): NamedOption[] {
  const headings = new Set(detailed.map(({ option }) => fold(titleWithNotes(option))));
  const split = found.filter(({ whole }) => whole !== undefined);
  const isHeaded = ({ whole }: NamedOption) => whole !== undefined && headings.has(fold(titleWithNotes(whole)));
  // Where most headings have the whole text of an item, that is the title of all, in spite of a slip of the pen in one.
  const areWhole = split.filter(isHeaded).length * 2 > split.length;
  const listed = found.map((one) =>
    one.whole !== undefined && (areWhole || isHeaded(one)) ? { ...one, option: one.whole } : one,
  );
  const merged = [...listed];
  const places = placesOf(listed, detailed);
  for (const [index, detail] of detailed.entries()) {
    const place = places[index];
    const known = place === undefined ? undefined : merged[place];
    if (place === undefined || known === undefined) {
      // If as many are listed as described, it is one of those under another name.
      if (detailed.length > listed.length) merged.push(detail);
    } else {
      const isRejected = known.isRejected === true || detail.isRejected === true;
      merged[place] = { ...known, option: merge(known.option, detail.option), isRejected };
    }
  }
  return merged;
}

/** For each described option, its place in the list: by its title, its counter, a similar title, or as the last left. */
function placesOf(listed: readonly NamedOption[], detailed: readonly NamedOption[]): (number | undefined)[] {
  const places: (number | undefined)[] = detailed.map(() => undefined);
  const isFree = (place: number) => !places.includes(place);
  const choose = (find: (detail: NamedOption) => readonly number[]) => {
    for (const [index, detail] of detailed.entries()) {
      if (places[index] !== undefined) continue;
      const [place, ...others] = find(detail).filter(isFree);
      if (place !== undefined && others.length === 0) places[index] = place;
    }
  };
  const where = (isIt: (one: NamedOption) => boolean) => listed.flatMap((one, place) => (isIt(one) ? [place] : []));
  choose(({ option }) => where((one) => fold(one.option.title) === fold(option.title)).slice(0, 1));
  choose(({ key }) => (key === '' ? [] : where((one) => one.key === key)));
  choose(({ option }) => where((one) => isSameOption(one.option.title, option.title)));
  choose(({ option }) => where((one) => withoutEnding(one.option.title) === withoutEnding(option.title)));
  choose(({ option }) =>
    mostShared(
      listed.map((one, place) => (isFree(place) ? one.option.title : '')),
      option.title,
    ),
  );
  const left = detailed.flatMap((_, index) => (places[index] === undefined ? [index] : []));
  const free = listed.flatMap((_, place) => (isFree(place) ? [place] : []));
  if (left.length === free.length && left.length * 2 <= detailed.length) {
    for (const [at, index] of left.entries()) places[index] = free[at];
  }
  return places;
}

/** The place of the title that shares the most words with another; none if none does, or several do. */
function mostShared(titles: readonly string[], title: string): number[] {
  const stems = stemsOf(title);
  const shared = titles.map((one) => countShared(stemsOf(one), stems));
  const most = Math.max(0, ...shared);
  const places = shared.flatMap((count, place) => (count === most ? [place] : []));
  return most === 0 || places.length > 1 ? [] : places;
}

function merge(known: AdrOption, detail: AdrOption): AdrOption {
  return {
    ...known,
    otherTitle: detail.title === known.title && detail.notes.length === 0 ? undefined : titleWithNotes(detail),
    description: [known.description, detail.description].filter((text) => text !== '').join('\n\n'),
    points: [...known.points, ...detail.points],
    isChosen: known.isChosen || detail.isChosen,
  };
}

const titleWithNotes = ({ title, notes }: AdrOption) => [title, ...notes.map((note) => `(${note})`)].join(' ');

/** A title without the ending that people leave out: “Next” is “Next.js”. */
const withoutEnding = (title: string) => fold(title).replace(/ ?js$/, '');

const fold = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
