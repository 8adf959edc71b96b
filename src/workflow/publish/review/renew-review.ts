import { renumberAdr } from '@gavel/adr/amend/renumber.ts';
import { numberIn } from '@gavel/adr/name/file-name.ts';
import type { Decision } from '../../../decision/decision.ts';
import { announceInThread } from '../../change/change.ts';
import type { Announcement } from '../../message/announcement.ts';
import { ArchiveError, BranchMoved } from '../../ports/archive/archive-error.ts';
import type { PushedReview, ReviewBranch } from '../../ports/archive/review-branches.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { learnHouseStyle } from '../house-style.ts';
import { type PlannedChange, planChange } from '../plan-change.ts';
import { writeReview } from './write-review.ts';

/** A review branch as it was pushed, and the text of its ADR as far as it is Gavel's. */
type PushedText = PushedReview & { readonly written: string };

/** Troubles that a push may have because it replaces a commit; a merge may be allowed all the same. */
const refusals: ReadonlySet<string> = new Set(['protected branch', 'rule in the way', 'refused by hook']);

/**
 * Brings the branch of a review up to date with the followed one, with the number that is free there now, and keeps
 * what others have done on it. Tells the thread of a new number, and of a conflict that people have to resolve. Returns
 * the review as it is then. Throws ArchiveError and ForgeError, and BranchMoved if somebody pushes at the same moment.
 */
export async function renewReview(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  { snapshot, branch }: { readonly snapshot: Snapshot; readonly branch: ReviewBranch },
): Promise<AdrReview> {
  const { forge } = ports;
  const plan = await planChange(ports, decision, snapshot, await learnHouseStyle(ports, snapshot));
  const { number, fileName } = plan.place;
  const before = review.fileName ?? fileName;
  const opened = { ...review, base: snapshot.commit };
  let pushed: PushedText;
  try {
    pushed =
      (await replaceOwnCommit(ports, plan, review, { snapshot, branch })) ??
      (await mergeInto(ports, plan, review, { snapshot, branch }));
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.trouble.code !== 'review conflict') throw error;
    await tellConflict(ports, decision, opened);
    return opened;
  }
  const renewed: AdrReview = { ...opened, pushed: pushed.commit, fileName, written: pushed.written };
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    await records.reviews.save(decision, renewed);
    if (before === fileName) return;
    const at = ports.now();
    const { number: reviewNumber, url, branch: name } = review;
    const told: Announcement = {
      kind: 'review renumbered',
      ...{ number: reviewNumber, url, branch: name },
      before: { number: numberIn(before), fileName: before },
      after: { number, fileName },
    };
    await announceInThread(ports, records, decision, told, `review renumbered:${decision.id}:${fileName}`);
    const detail = { before, after: fileName };
    await records.events.record({ decision, at, actorId: undefined, kind: 'review renumbered', detail });
    await records.marks.mark(decision.id, 'stale');
  });
  if (before !== fileName && forge !== undefined && review.number !== undefined) {
    const { title, body } = await writeReview(ports, plan, review);
    await forge.editReview(review.number, { title, body });
  }
  return renewed;
}

/**
 * Pushes one commit in place of the one that Gavel pushed last, as at the opening, since a merge by rebase would undo a
 * merge commit. Nothing happens if others have a part in the branch, or if the remote lets nobody replace a commit.
 */
async function replaceOwnCommit(
  { archive }: RepositoryPorts,
  { change, text: written }: PlannedChange,
  { branch: name, pushed }: AdrReview,
  { snapshot, branch }: { readonly snapshot: Snapshot; readonly branch: ReviewBranch },
): Promise<PushedText | undefined> {
  const isWithoutBranch = name.startsWith('refs/');
  if (pushed === undefined || branch.others.length > 0 || isWithoutBranch) return undefined;
  try {
    return { ...(await archive.pushReview(change, snapshot, { branch: name, replaces: pushed })), written };
  } catch (error) {
    const isRefused = error instanceof ArchiveError && refusals.has(error.trouble.code);
    if (!isRefused && !(error instanceof BranchMoved)) throw error;
    return undefined;
  }
}

/** Pushes a merge of the branch and of the change as it is by now. */
async function mergeInto(
  { archive }: RepositoryPorts,
  { change, text, place: { number, fileName } }: PlannedChange,
  review: AdrReview,
  { snapshot, branch }: { readonly snapshot: Snapshot; readonly branch: ReviewBranch },
): Promise<PushedText> {
  const before = review.fileName ?? fileName;
  const edit = (old: string) => (number === undefined ? old : renumberAdr(old, number));
  const was = before === fileName ? undefined : { name: before, edit };
  const theirs = was && (await branch.snapshot.read([before])).get(before)?.text;
  const pushed = await archive.updateReview({ ...change, was }, branch, snapshot, { branch: review.branch });
  // A text that others have edited keeps its form when it gets another number.
  const isKept = theirs !== undefined && review.written !== undefined && theirs !== review.written;
  return { ...pushed, written: isKept ? edit(review.written) : text };
}

/** Tells of a conflict once, until the branches have moved on. */
async function tellConflict(ports: RepositoryPorts, decision: Decision, review: AdrReview): Promise<void> {
  const { number, url, branch, into, base } = review;
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    await records.reviews.save(decision, review);
    const told = { kind: 'review conflict', number, url, branch, into } as const;
    await announceInThread(ports, records, decision, told, `review conflict:${decision.id}:${base}`);
  });
}
