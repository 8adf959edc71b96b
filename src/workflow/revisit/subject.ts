import type { Decision } from '../../decision/decision.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import type { IndexedAdr } from '../ports/archive/adr-index.ts';
import type { Records } from '../ports/store.ts';

/** Where the ADR of a decision is on its branch. `adr`: as the index has it, once that has been read. */
export interface RecordOnBranch {
  readonly archive: string;
  readonly fileName: string;
  readonly number: number | undefined;
  readonly adr: IndexedAdr | undefined;
}

/** Where the ADR of a decision is; undefined before it is on the branch. */
export async function findRecordOf(records: Records, { id, teamId }: Decision): Promise<RecordOnBranch | undefined> {
  const publication = await records.publications.find(id);
  if (publication?.fileName === undefined || !isOnBranch(publication.state)) return undefined;
  const { archive, fileName, number } = publication;
  const [adr] = await records.adrs.findAt(teamId, archive, [fileName]);
  return { archive, fileName, number: adr?.number ?? number, adr };
}

/** Whether nothing has taken the place of an ADR, and nobody has taken it back. */
export function isInForce(adr: IndexedAdr | undefined): boolean {
  return adr?.status === undefined || !['superseded', 'deprecated', 'rejected', 'withdrawn'].includes(adr.status);
}
