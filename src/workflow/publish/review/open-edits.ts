import { createHash } from 'node:crypto';
import type { Decision } from '../../../decision/decision.ts';
import { announceInThread } from '../../change/change.ts';
import type { ReviewBranch } from '../../ports/archive/review-branches.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { Records } from '../../ports/store.ts';
import { type EditedText, findEdits } from './edited-text.ts';

/** How others have edited an ADR on the branch of its review, and the name that it had there. */
export interface OpenEdits extends EditedText {
  readonly fileName: string;
}

/** Reads how others have edited an ADR on the branch of its review since Gavel pushed it; undefined if they have not. */
export async function findOpenEdits(
  { fileName, written, pushed }: AdrReview,
  branch: ReviewBranch | undefined,
): Promise<OpenEdits | undefined> {
  if (branch === undefined || fileName === undefined || branch.commit === pushed) return undefined;
  const file = (await branch.snapshot.read([fileName])).get(fileName);
  const edits = file && findEdits(written, file.text);
  return edits && { ...edits, fileName };
}

/** Tells the thread, before anything is merged: once of any edit, and of each that makes the ADR say another outcome. */
export async function tellOpenEdits(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  { number, url, branch }: AdrReview,
  { fileName, chosen, status }: OpenEdits,
): Promise<void> {
  const differs = { ...(chosen ? { chosen } : {}), ...(status ? { status } : {}) };
  const told = { kind: 'edited in review', isOpen: true, number, url, branch, fileName, ...differs } as const;
  const which = createHash('sha256').update(JSON.stringify(differs)).digest('hex').slice(0, 16);
  await announceInThread(ports, records, decision, told, `edited while open:${decision.id}:${which}`);
}
