import { nextNumber, numberIn } from '@gavel/adr/name/file-name.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { type Decision, titleOfRecord } from '../../decision/decision.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { Publication } from '../ports/publication.ts';
import type { Records } from '../ports/store.ts';

/** The place of an ADR in its archive. If files are named by date, there is no number. */
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

/**
 * The number and file of a decision: one more than the highest in the branch, in the index and in our table. It is kept
 * from one attempt to the next, and taken again only if the branch has used it in the meantime. `date` is `YYYY-MM-DD`.
 */
export async function takeNumber(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  house: { readonly style: HouseStyle; readonly date: string },
): Promise<AdrPlace> {
  const { id: archive } = ports.archive;
  const files = [...snapshot.files.keys()];
  const { fileName: form } = house.style;
  return ports.store.transaction(async (records) => {
    const highest = await records.publications.lockHighestNumber(ports.chat.teamId, archive);
    const before = await records.publications.find(decision.id);
    if (before?.fileName !== undefined && before.archive === archive) {
      const kept = { number: before.number, fileName: before.fileName };
      if (isFree(kept, files)) {
        // After a restore from a dump, this database owns it from now on.
        if (!before.isTakenHere) await records.publications.save(decision, { ...before, isTakenHere: true });
        return kept;
      }
    }
    const isNumbered = form.scheme === 'number';
    // Includes numbers that appear only in headings, and those of files that are gone, so that nobody mistakes one ADR
    // for another.
    const number = isNumbered ? nextNumber(files, [highest]) : undefined;
    const name = houseFileName(form, number, titleOfRecord(decision), house.date);
    const fileName = isNumbered ? name : await findFreeName(ports, records, name, new Set(files));
    const { state } = before ?? unpublished;
    await records.publications.save(decision, { ...unpublished, archive, state, number, fileName, isTakenHere: true });
    return { number, fileName };
  });
}

/** Whether no file has the number or the name of an ADR. */
export function isFree(
  { number, fileName }: Pick<Publication, 'number' | 'fileName'>,
  files: readonly string[],
): boolean {
  const isNamed = fileName !== undefined && files.includes(fileName);
  return number === undefined ? !isNamed : !isNamed && !files.some((name) => numberIn(name) === number);
}

/** How many names are checked at a time. */
const namesAtATime = 20;

/** `20261120-use-tea.md`, or with `-2` appended if that is taken. */
async function findFreeName(
  { chat, archive }: RepositoryPorts,
  records: Records,
  name: string,
  files: ReadonlySet<string>,
): Promise<string> {
  for (let first = 1; ; first += namesAtATime) {
    const names = Array.from({ length: namesAtATime }, (_, index) =>
      first + index === 1 ? name : name.replace(/\.md$/, `-${first + index}.md`),
    );
    const taken = new Set(await records.publications.findTakenFiles(chat.teamId, archive.id, names));
    const free = names.find((one) => !taken.has(one) && !files.has(one));
    if (free !== undefined) return free;
  }
}
