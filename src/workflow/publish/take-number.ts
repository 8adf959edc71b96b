import { adrPathOf, renameAdr } from '@gavel/adr/name/adr-path.ts';
import { nextNumber, numberIn } from '@gavel/adr/name/file-name.ts';
import { countsByArea, seriesOf } from '@gavel/adr/name/sort-files.ts';
import { houseFileName, houseFolder } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { type Decision, titleOfRecord } from '../../decision/decision.ts';
import type { AdrRecord } from '../../record/record.ts';
import { sortArchive } from '../follow/sort-archive.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { Publication } from '../ports/publication.ts';
import type { Records } from '../ports/store.ts';

/** The place of an ADR in its archive, by its path in the folder. If files are named by date, there is no number. */
export interface AdrPlace {
  readonly number: number | undefined;
  readonly fileName: string;
}

/** A publication that nothing is known about yet. */
export const unpublished: Omit<Publication, 'archive'> = {
  state: 'not yet',
  number: undefined,
  fileName: undefined,
  commit: undefined,
  commitUrl: undefined,
  pushedAt: undefined,
  trouble: undefined,
  isTakenHere: false,
};

/** What decides where an ADR goes: the style of its house, the day as `YYYY-MM-DD`, and what becomes of the decision. */
export interface House {
  readonly style: HouseStyle;
  readonly date: string;
  readonly status: AdrRecord['status'];
}

/**
 * The number and file of a decision: one more than the highest in the branch, in the index and in our table, or of those
 * in its folder if each counts for itself. It is kept from one attempt to the next, and taken again only if the branch
 * has used it in the meantime.
 */
export async function takeNumber(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  house: House,
): Promise<AdrPlace> {
  const { id: archive } = ports.archive;
  const taken = await findTaken(ports, snapshot);
  const { fileName: form } = house.style;
  const old = decision.bond && (await ports.store.read.adrs.find(decision.bond.adrId));
  const where = { beside: old?.archive === archive ? old.fileName : undefined, status: house.status };
  const folder = houseFolder(form, house.date, where);
  return ports.store.transaction(async (records) => {
    const highest = await records.publications.lockHighestNumber(ports.chat.teamId, archive);
    const before = await records.publications.find(decision.id);
    if (before?.fileName !== undefined && before.archive === archive) {
      const kept = { number: before.number, fileName: before.fileName };
      if (isFree(kept, taken)) {
        // After a restore from a dump, this database owns it from now on.
        if (!before.isTakenHere) await records.publications.save(decision, { ...before, isTakenHere: true });
        return kept;
      }
    }
    const isNumbered = form.scheme === 'number';
    // Includes numbers that appear only in headings, and those of files that are gone, so that nobody mistakes one ADR
    // for another.
    const numbers = taken.isByArea ? await findNumbersIn(ports, records, folder) : [highest];
    const counted = taken.adrs.filter(
      (name) => seriesOf(name, taken.isByArea) === seriesOf(`${folder}x.md`, taken.isByArea),
    );
    const number = isNumbered ? nextNumber(counted, numbers) : undefined;
    const nameFor = (title: string) => houseFileName(form, number, title, house.date, where);
    const title = titleOfRecord(decision);
    const fileName = isNumbered ? nameFor(title) : await findFreeName(ports, records, nameFor(title), taken.names);
    const { state } = before ?? unpublished;
    await records.publications.save(decision, { ...unpublished, archive, state, number, fileName, isTakenHere: true });
    return { number, fileName };
  });
}

/** The names and numbers that a branch has. */
export interface Taken {
  readonly names: ReadonlySet<string>;
  /** Those in formats that are not read, too: their numbers are taken. */
  readonly adrs: readonly string[];
  /** Whether each folder counts its ADRs for itself. */
  readonly isByArea: boolean;
}

/** The names and numbers that the branch has. */
export async function findTaken(ports: RepositoryPorts, snapshot: Snapshot): Promise<Taken> {
  const sorted = await sortArchive(ports, snapshot);
  const adrs = [...sorted.adrs, ...sorted.unreadable];
  const isByArea = countsByArea(adrs.map((file) => ({ file, number: numberIn(file) })));
  return { names: new Set(snapshot.files.keys()), adrs, isByArea };
}

/** Whether no file has the name of an ADR, or its number in the same series. */
export function isFree(
  { number, fileName = '' }: Pick<Publication, 'number' | 'fileName'>,
  { names, adrs, isByArea }: Taken,
): boolean {
  if (names.has(fileName)) return false;
  const series = seriesOf(fileName, isByArea);
  return number === undefined || !adrs.some((name) => numberIn(name) === number && seriesOf(name, isByArea) === series);
}

/** The numbers that decisions and the index have in a folder, whether their files are there or not. */
async function findNumbersIn({ chat, archive }: RepositoryPorts, records: Records, folder: string): Promise<number[]> {
  const series = seriesOf(`${folder}x.md`, true);
  // Others of the series may be in folders for other statuses.
  const start = series === folder ? folder : '';
  const found = await records.publications.findNumbersBelow(chat.teamId, archive.id, start);
  return found.flatMap(({ fileName, number }) => (seriesOf(fileName, true) === series ? [number] : []));
}

/** How many names are checked at a time. */
const namesAtATime = 20;

/** `20261120-use-tea.md`, or with `-2` appended if that is taken; likewise the folder of its own that an ADR has. */
async function findFreeName(
  { chat, archive }: RepositoryPorts,
  records: Records,
  name: string,
  files: ReadonlySet<string>,
): Promise<string> {
  for (let first = 1; ; first += namesAtATime) {
    const names = Array.from({ length: namesAtATime }, (_, index) =>
      first + index === 1 ? name : renameAdr(name, `${adrPathOf(name).name}-${first + index}`),
    );
    const taken = new Set(await records.publications.findTakenFiles(chat.teamId, archive.id, names));
    const free = names.find((one) => !taken.has(one) && !files.has(one));
    if (free !== undefined) return free;
  }
}
