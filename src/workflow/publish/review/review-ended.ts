import type { Decision } from '../../../decision/decision.ts';
import { RuleBroken } from '../../../decision/failure/rule-broken.ts';
import type { Review } from '../../../decision/publication/review.ts';
import { findForManager } from '../../access/access.ts';
import { announceInThread } from '../../change/change.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Ports, RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import type { FoundPublication } from '../../ports/records/publications.ts';
import type { Records } from '../../ports/store.ts';
import { endQuestion, endReminder } from './end-question.ts';
import { nextLookAtClosed } from './next-look.ts';

/** Writes down, once, that a review was closed without merging, and asks in the thread what is to be done. */
export async function endUnmerged(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  seen: Review,
  hasBranch: boolean,
): Promise<void> {
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const publication = await records.publications.find(decision.id);
    if (publication?.state !== 'in review') return;
    await askWhatNow(ports, records, decision, { publication, review, seen }, { hasBranch });
  });
}

/** A review that ended, where its ADR is on its way, and how it was seen. */
interface Ended {
  readonly publication: FoundPublication;
  readonly review: AdrReview;
  readonly seen: Review;
}

/** Writes down that a review was closed, as the forge shows or as somebody says, and asks what is to be done. */
export async function askWhatNow(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  ended: Ended,
  { hasBranch, toldBy }: { readonly hasBranch: boolean; readonly toldBy?: string },
): Promise<void> {
  const { number, url, branch } = await close(ports, records, decision, ended);
  const at = ports.now();
  const { endedBy: closedBy } = ended.seen;
  const told = { kind: 'review closed', number, url, branch, closedBy, hasBranch } as const;
  const by = toldBy === undefined ? {} : { toldBy };
  const key = `review closed:${decision.id}:${at.toISOString()}`;
  await announceInThread(ports, records, decision, { ...told, ...by }, key);
  const detail = { number, url, closedBy };
  await records.events.record({ decision, at, actorId: toldBy, kind: 'review closed', detail });
}

async function close(ports: RepositoryPorts, records: Records, decision: Decision, found: Ended): Promise<AdrReview> {
  const { publication, review, seen } = found;
  const at = ports.now();
  const next = decision.status === 'withdrawn' ? undefined : nextLookAtClosed(review.openedAt ?? at, at);
  const closed = { ...review, seen, seenAt: at, nextLookAt: next, answer: undefined };
  await records.publications.save(decision, { ...publication, state: 'closed without merging', trouble: undefined });
  await records.reviews.save(decision, closed);
  await endReminder(records, decision.id);
  await records.marks.mark(decision.id, 'acted');
  const job = { decisionId: decision.id, archive: review.archive };
  if (next) await records.jobs.add('watch-review', job, { runAt: next });
  return closed;
}

/** Closes the review of a decision that was withdrawn; without a forge, by removing its branch, or people are asked to. */
export async function closeWithdrawn(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  seen: Review,
): Promise<void> {
  const { forge, archive } = ports;
  let isLeft = false;
  if (seen.state === 'open') {
    const { head } = seen;
    if (forge !== undefined) {
      if (review.number !== undefined) await forge.closeReview(review.number);
    } else if (head !== undefined && head === review.pushed && !review.branch.startsWith('refs/'))
      await archive.deleteReview(review.branch, head);
    else isLeft = true;
  }
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const publication = await records.publications.find(decision.id);
    if (publication === undefined) return;
    const { number, url, branch } = await close(ports, records, decision, {
      ...{ publication, review, seen: { ...seen, state: 'closed' } },
    });
    if (!isLeft) return;
    const told = { kind: 'review left open', number, url, branch } as const;
    await announceInThread(ports, records, decision, told, `review left open:${decision.id}`);
  });
}

/** Writes down that somebody opened a closed review again at the forge. */
export async function reopenedAtForge(ports: RepositoryPorts, decision: Decision, review: AdrReview): Promise<void> {
  await ports.store.transaction(async (records) => {
    await records.decisions.lock(decision.id);
    const publication = await records.publications.find(decision.id);
    if (publication?.state !== 'closed without merging') return;
    const { number, url, branch } = review;
    const at = ports.now();
    await records.publications.save(decision, { ...publication, state: 'in review' });
    await records.reviews.save(decision, { ...review, answer: undefined, remindedAt: at });
    const told = { kind: 'review reopened', number, url, branch } as const;
    await announceInThread(ports, records, decision, told, `review reopened:${decision.id}:${at.toISOString()}`);
    await endQuestion(records, decision.id, { what: 'reopened' });
    const detail = { number, url };
    await records.events.record({ decision, at, actorId: undefined, kind: 'review reopened', detail });
    await records.marks.mark(decision.id, 'acted');
  });
}

/**
 * Opens a review again that was closed without merging, or another one if its forge refuses that, for people who may
 * manage the decision. That happens in the background. Throws RuleBroken and ChatError.
 */
export async function reopenReview(ports: Ports, actor: Actor, decisionId: string): Promise<void> {
  await answerClosed(ports, actor, decisionId, async (records, decision, publication, review) => {
    await records.publications.save(decision, { ...publication, state: 'not yet', trouble: undefined });
    await records.reviews.save(decision, { ...review, answer: 'reopened', nextLookAt: undefined });
    await endQuestion(records, decisionId, { what: 'reopened', by: actor.userId });
    await records.jobs.add('publish', { decisionId, archive: review.archive });
  });
}

/** Leaves a review closed, for people who may manage the decision. Throws RuleBroken and ChatError. */
export async function leaveReview(ports: Ports, actor: Actor, decisionId: string): Promise<void> {
  await answerClosed(ports, actor, decisionId, async (records, decision, _, review) => {
    const { number, url, branch } = review;
    await records.reviews.save(decision, { ...review, answer: 'left' });
    const told = { kind: 'review left', number, url, branch, by: actor.userId } as const;
    const at = ports.now();
    await announceInThread(ports, records, decision, told, `review left:${decisionId}:${at.toISOString()}`);
    await endQuestion(records, decisionId, { what: 'left', by: actor.userId });
    const detail = { number, url };
    await records.events.record({ decision, at, actorId: actor.userId, kind: 'review left', detail });
    await records.marks.mark(decisionId, 'acted');
  });
}

async function answerClosed(
  ports: Ports,
  actor: Actor,
  decisionId: string,
  answer: (records: Records, decision: Decision, publication: FoundPublication, review: AdrReview) => Promise<void>,
): Promise<void> {
  await findForManager(ports, decisionId, actor, 'publish');
  await ports.store.transaction(async (records) => {
    const decision = await records.decisions.lock(decisionId);
    const publication = await records.publications.find(decisionId);
    const review = await records.reviews.find(decisionId);
    const isClosed = publication?.state === 'closed without merging' && decision?.status !== 'withdrawn';
    if (!decision || !review || !isClosed || review.answer === 'left')
      throw new RuleBroken({ code: 'review not closed' });
    await answer(records, decision, publication, review);
  });
}
