import { titleOfRecord } from '../../../decision/decision.ts';
import type { MergedDifference } from '../../../decision/publication/merged-difference.ts';
import { findForReader } from '../../access/access.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Ports } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { portsOf } from '../../settings/repository.ts';
import { findEdits } from './edited-text.ts';

/** An ADR as Gavel wrote it last, and as it was merged, or as it is on the branch of its review until then. */
export interface EditedAdr {
  readonly decisionId: string;
  readonly title: string;
  readonly written: string;
  readonly merged: string;
  readonly difference: MergedDifference;
}

/**
 * How the ADR of a decision was edited in its review, for people who may see the decision; undefined if the two texts are
 * no longer known. Throws RuleBroken, and whatever is wrong with the archive.
 */
export async function showEdits(ports: Ports, actor: Actor, decisionId: string): Promise<EditedAdr | undefined> {
  const decision = await findForReader(ports, decisionId, actor);
  const review = await ports.store.read.reviews.find(decisionId);
  const publication = await ports.store.read.publications.find(decisionId);
  if (review?.written === undefined) return undefined;
  const { written } = review;
  const merged =
    publication?.state === 'in review' ? await readOnBranch(ports, review) : (review.merged ?? review.written);
  if (merged === undefined) return undefined;
  return { decisionId, title: titleOfRecord(decision), written, merged, difference: compare(written, merged) };
}

/** The text of an ADR on the branch of its review, as it is now. */
async function readOnBranch(ports: Ports, { archive: id, branch, fileName }: AdrReview): Promise<string | undefined> {
  const archive = portsOf(ports, id)?.archive;
  if (archive === undefined || fileName === undefined) return undefined;
  const there = await archive.fetchReview(branch, await archive.fetch());
  return (await there?.snapshot.read([fileName]))?.get(fileName)?.text;
}

function compare(written: string, merged: string): MergedDifference {
  const edits = findEdits(written, merged);
  const { chosen, status } = edits ?? {};
  return {
    isSame: edits === undefined,
    status,
    chosen: chosen && { from: chosen.from ?? '', to: chosen.to ?? '' },
  };
}
