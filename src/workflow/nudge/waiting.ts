import { endHolds } from '../../decision/objection/objection.ts';
import { findLack, type Lack } from '../../decision/outcome/judge.ts';
import { checkMayUseCommands, mayOverrideNow } from '../access/access.ts';
import { findSeen } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { WaitingDecision, WaitingReview } from '../ports/records/summaries.ts';
import { findStanding } from '../vote/standing.ts';

/**
 * A decision that waits for its reader. `title`: left out for a decision of a private channel when told elsewhere.
 * `lack`: what it lacks for an outcome, if voting has closed.
 */
export type WaitingLine = Omit<WaitingDecision, 'title'> & {
  readonly title: string | undefined;
  readonly lack: Lack | undefined;
};

/** A decision whose ADR waits in a review. `title`: left out for a decision of a private channel when told elsewhere. */
type WaitingReviewLine = Omit<WaitingReview, 'title'> & { readonly title: string | undefined };

/** How many of each kind to look for: far more than fits in a message. */
export const mostWaiting = 100;

/**
 * What waits for somebody: their missing votes, their proposals without an open vote, and outcomes that they could
 * confirm as the second person; and the reviews of ADRs that they had a part in.
 */
export interface Waiting {
  readonly votes: readonly WaitingLine[];
  readonly proposals: readonly WaitingLine[];
  readonly outcomes: readonly WaitingLine[];
  readonly reviews: readonly WaitingReviewLine[];
}

/**
 * What waits for somebody who asks in a channel, from decisions whose channels they see now. A private channel's
 * decision is named only in that channel, and listed elsewhere without its title. Throws RuleBroken for people who may
 * not use commands, and ChatError.
 */
export async function findWaiting(ports: Ports, actor: Actor, channelId: string): Promise<Waiting> {
  await checkMayUseCommands(ports, actor);
  const found = await ports.store.read.summaries.findWaiting(actor, ports.now(), mostWaiting);
  const { votes, proposals, outcomes, reviews } = found;
  const seen = await findSeen(
    ports,
    [...votes, ...proposals, ...outcomes, ...reviews].map((decision) => decision.channelId),
    actor,
  );
  const isNamed = (decision: Pick<WaitingDecision, 'channelId'>) =>
    seen.get(decision.channelId)?.isPrivate === false || decision.channelId === channelId;
  const toLines = (decisions: readonly WaitingDecision[]) =>
    Promise.all(
      decisions.map(async (decision) => {
        if (!seen.has(decision.channelId)) return [];
        const lack = decision.isUndecided ? await findLackNow(ports, decision.id) : undefined;
        return [{ ...decision, title: isNamed(decision) ? decision.title : undefined, lack }];
      }),
    );
  const toConfirm = await Promise.all(
    outcomes.map(async (decision) =>
      seen.has(decision.channelId) && (await mayConfirm(ports, decision.id, actor)) ? [decision] : [],
    ),
  );
  return {
    votes: (await toLines(votes)).flat(),
    proposals: (await toLines(proposals)).flat(),
    outcomes: (await toLines(toConfirm.flat())).flat(),
    reviews: reviews
      .filter((review) => seen.has(review.channelId))
      .map((review) => ({ ...review, title: isNamed(review) ? review.title : undefined })),
  };
}

/** Whether the rule of a decision lets somebody decide in place of the vote, and so confirm what another recorded. */
async function mayConfirm(ports: Ports, decisionId: string, actor: Actor): Promise<boolean> {
  const decision = await ports.store.read.decisions.find(decisionId);
  return decision !== undefined && (await mayOverrideNow(ports, decision, actor));
}

/** What a vote that has closed lacks, as the card shows it. */
async function findLackNow(ports: Ports, decisionId: string): Promise<Lack | undefined> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision === undefined) return undefined;
  const { tally, isUnclear } = await findStanding(read, decision);
  return findLack(endHolds(decision, ports.now()), isUnclear ? undefined : tally);
}
