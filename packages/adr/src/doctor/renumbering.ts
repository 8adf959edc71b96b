import { readNameNumber } from '../name/adr-mark.ts';
import { adrPathOf, renameAdr } from '../name/adr-path.ts';
import { countsByArea, seriesOf } from '../name/sort-files.ts';
import { targetOf } from '../read/links/link-target.ts';
import { numbered, type Seen } from './seen.ts';

/** A file that should get another number because an earlier file has it, and what would have to change as well. */
export interface Renumbering {
  readonly file: string;
  readonly oldNumber: number;
  readonly number: number;
  readonly newFile: string;
  /** Its heading has the number as well. */
  readonly isInHeading: boolean;
  /** The links to it that would break. */
  readonly links: readonly { readonly file: string; readonly line: number }[];
}

/** What a renumbering needs to know about a file that is not an ADR, such as README.md. */
export type Linking = Pick<Seen, 'file' | 'links'>;

/**
 * Suggests new numbers where several files share one. The earliest by date, then by name, keeps its number; the others
 * get the next free ones of their series.
 */
export function proposeRenumbering(seen: readonly Seen[], others: readonly Linking[]): Renumbering[] {
  const links = linksByTarget([...seen, ...others]);
  const isByArea = countsByArea(seen.map(numbered));
  return [...Map.groupBy(seen, ({ file }) => seriesOf(file, isByArea)).values()].flatMap((inSeries) => {
    const counted = inSeries.filter(({ number }) => number !== undefined);
    let next = 1 + counted.reduce((highest, { number }) => Math.max(highest, number?.value ?? 0), 0);
    return [...Map.groupBy(counted, ({ number }) => number?.value ?? 0)].flatMap(([oldNumber, rivals]) => {
      const [, ...later] = rivals.toSorted(compareAge);
      return later.map((one): Renumbering => {
        const number = next++;
        const isInHeading = one.headingNumber?.value === oldNumber;
        const { file } = one;
        return { file, oldNumber, number, newFile: renameTo(file, number), isInHeading, links: links.get(file) ?? [] };
      });
    });
  });
}

function compareAge(one: Seen, other: Seen): number {
  // An ADR without a date counts as newer than any with one.
  const [date, otherDate] = [one, other].map(({ date: found }) => found?.value ?? '9');
  const key = (age = '', file: string) => `${age} ${file}`;
  return key(date, one.file) < key(otherDate, other.file) ? -1 : 1;
}

/** The places of all links, by the file that they lead to. */
function linksByTarget(
  everything: readonly Linking[],
): Map<string, { readonly file: string; readonly line: number }[]> {
  const links = new Map<string, { readonly file: string; readonly line: number }[]>();
  for (const from of everything) {
    for (const link of from.links) {
      const target = targetOf(from.file, link);
      if (target === undefined) continue;
      const places = links.get(target) ?? [];
      places.push({ file: from.file, line: link.line });
      links.set(target, places);
    }
  }
  return links;
}

/** The path with another number, padded like the old one. */
function renameTo(file: string, number: number): string {
  const { name } = adrPathOf(file);
  const { before, digits } = readNameNumber(name) ?? { before: '', digits: '' };
  const pad = (width: number) => String(number).padStart(width, '0');
  return renameAdr(
    file,
    digits === ''
      ? name.replace(/\d+/, (found) => pad(found.length))
      : before + pad(digits.length) + name.slice(before.length + digits.length),
  );
}
