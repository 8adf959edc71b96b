import type { Decision } from '../../../decision/decision.ts';
import type { WayReason } from '../../../decision/publication/publish-way.ts';
import type { Review } from '../../../decision/publication/review.ts';
import type { ReviewText } from '../../../record/review-text.ts';
import { announceInThread } from '../../change/change.ts';
import type { Announcement } from '../../message/announcement.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { Forge, OpenedReview } from '../../ports/forge/forge.ts';
import { ForgeError } from '../../ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { wakePublications } from '../arrive.ts';
import type { PlannedChange } from '../plan-change.ts';
import { isDraftOnly } from '../propose/plan-proposal.ts';
import { pushDraft } from '../propose/push-draft.ts';
import { unpublished } from '../take-number.ts';
import { nameBranch } from './name-branch.ts';
import { nextLookAt } from './next-look.ts';
import { writeReview } from './write-review.ts';

/** What is to be reviewed, and why. */
interface ToReview {
  readonly plan: PlannedChange;
  readonly snapshot: Snapshot;
  readonly why: WayReason;
}

/** The branch of a review as it is at the remote now. */
interface PushedBranch {
  readonly branch: string;
  readonly commit: string;
  readonly link: string | undefined;
  /** Whether it is just as planned; otherwise others have committed to it already. */
  readonly isPlanned: boolean;
}

/**
 * Opens the review of an outcome, exactly one however often this is tried: its branch has a name before anything is
 * pushed, and a review that is there for the branch is taken for this one. Throws ArchiveError and ForgeError, and
 * BranchMoved if others push to the branch at the same moment.
 */
export async function openReview(ports: RepositoryPorts, decision: Decision, wanted: ToReview): Promise<void> {
  const { forge } = ports;
  const named = await nameBranch(ports, decision, wanted.snapshot, wanted);
  const text = await writeReview(ports, wanted.plan, named);
  const pushed = await pushBranch(ports, decision, named, wanted, text);
  const opened =
    forge === undefined ? { review: reviewInGit(pushed), refused: [] } : await openAtForge(ports, forge, named, text);
  await writeDown(ports, decision, named, wanted, pushed, opened);
}

/**
 * Pushes the change. What others have committed to the branch since an earlier attempt stays; a draft is completed on top
 * of it.
 */
async function pushBranch(
  ports: RepositoryPorts,
  decision: Decision,
  named: AdrReview,
  { plan, snapshot }: ToReview,
  { title, summary }: ReviewText,
): Promise<PushedBranch> {
  const { archive, publishing, forge } = ports;
  const { branch, into, url: link } = named;
  const there = await archive.fetchReview(branch, snapshot);
  if (there && there.others.length > 0) {
    const kept = { branch, commit: there.commit, link: isCompleting(named) ? link : undefined, isPlanned: false };
    if (!isCompleting(named)) return kept;
    const pushed = await pushDraft(ports, decision, named, { plan, snapshot, there });
    return pushed ? { branch, commit: pushed.commit, link: pushed.link ?? link, isPlanned: true } : kept;
  }
  const { labels, opensBy: how } = publishing;
  // AGit makes reviews without branches, and a draft has one.
  const opens =
    forge || !how || (named.proposal && how === 'agit')
      ? undefined
      : { how, into, title, description: summary, labels };
  const pushed = await archive.pushReview(plan.change, snapshot, { branch, replaces: there?.commit, opens });
  return { branch: pushed.branch, commit: pushed.commit, link: pushed.link ?? link, isPlanned: true };
}

/** Whether a review that was opened before the outcome is about to get it. */
function isCompleting(review: AdrReview): boolean {
  return review.proposal !== undefined && isDraftOnly(review);
}

async function openAtForge(
  { publishing }: RepositoryPorts,
  forge: Forge,
  named: AdrReview,
  { title, body }: ReviewText,
): Promise<OpenedReview> {
  const { branch, into, answer } = named;
  const { labels, reviewers, isDraft, mergesItself } = publishing;
  const isCompleted = isCompleting(named);
  let found = await forge.findReview(branch);
  if (found?.state === 'closed' && (answer === 'reopened' || isCompleted)) found = await reopen(forge, found);
  if (isCompleted) {
    // Whoever opens it again finds the one that is open, which gets what is wanted of it.
    if (found?.state === 'open' && found.number !== undefined)
      await forge.editReview(found.number, { title, body, isDraft });
  } else if (found && (found.state !== 'open' || answer === 'reopened')) return { review: found, refused: [] };
  // One that is open counts, and is granted what an earlier attempt did not live to ask for.
  return forge.openReview({ branch, into, title, body, labels, reviewers, isDraft, mergesItself });
}

/** Opens a closed review again; undefined where the forge says no, as it does when its branch was pushed anew. */
export async function reopen(forge: Forge, { number }: Pick<Review, 'number'>): Promise<Review | undefined> {
  if (number === undefined) return undefined;
  try {
    await forge.reopenReview(number);
    return await forge.readReview(number);
  } catch (error) {
    if (error instanceof ForgeError && error.trouble.code === 'forge refused') return undefined;
    throw error;
  }
}

/** A review as far as git alone shows it. */
export function reviewInGit({ branch, commit, link }: Pick<PushedBranch, 'branch' | 'commit' | 'link'>): Review {
  const number = /\/(?:merge_requests|pulls?)\/(\d{1,9})$/.exec(link ?? '')?.[1];
  return {
    ...{ number: number === undefined ? undefined : Number(number), url: link, branch, head: commit, state: 'open' },
    ...{ isDraft: false, approvals: undefined, approvalsNeeded: undefined, wantsChanges: false },
    ...{ hasConflict: false, isQueued: false, endedBy: undefined, mergeCommit: undefined },
  };
}

async function writeDown(
  ports: RepositoryPorts,
  decision: Decision,
  named: AdrReview,
  { plan, snapshot }: ToReview,
  pushed: PushedBranch,
  { review: seen, refused }: OpenedReview,
): Promise<void> {
  const { archive, store, now } = ports;
  await store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const before = await records.publications.find(decision.id);
    // Another attempt may have been under way at the same time, and found the same review.
    if (before && before.state !== 'not yet') return;
    const at = now();
    const { number, url } = seen;
    const { branch } = pushed;
    const { why, into } = named;
    const nextAt = nextLookAt(at, at);
    await records.reviews.save(decision, {
      ...named,
      ...{ branch, number, url, seen, base: snapshot.commit, pushed: pushed.commit, merged: undefined },
      fileName: pushed.isPlanned ? plan.place.fileName : (named.fileName ?? plan.place.fileName),
      written: pushed.isPlanned ? plan.text : (named.written ?? plan.text),
      ...{ openedAt: at, seenAt: at, nextLookAt: nextAt, remindedAt: undefined },
    });
    await records.publications.save(decision, {
      ...unpublished,
      ...{ ...plan.place, archive: archive.id, state: 'in review', isTakenHere: true },
    });
    const isAgain = named.answer === 'reopened';
    const isCompleted = isCompleting(named) && seen.number === named.number;
    const kind = isCompleted ? 'review completed' : 'review opened';
    const told: Announcement = isAgain
      ? { kind: 'review reopened', number, url, branch }
      : {
          kind,
          ...{ number, url, branch, into, why, refused },
          ...{ fileName: plan.place.fileName, remarks: plan.remarks, votes: plan.votes },
        };
    // Otherwise the thread knows that the outcome is not in it.
    if (!isCompleted || pushed.isPlanned)
      await announceInThread(ports, records, decision, told, `${told.kind}:${decision.id}:${at.toISOString()}`);
    const detail = { number, url, branch };
    await records.events.record({ decision, at, actorId: undefined, kind: isAgain ? 'review reopened' : kind, detail });
    await records.marks.mark(decision.id, 'closing');
    const job = { decisionId: decision.id, archive: archive.id };
    await records.jobs.add('watch-review', job, { runAt: seen.state === 'open' ? nextAt : at });
    if (before?.trouble !== undefined) await wakePublications(ports, records);
  });
}
