import { endHolds } from '../../decision/objection/objection.ts';
import { findLack, type Lack } from '../../decision/outcome/judge.ts';
import { findStallAt } from '../../decision/time/stall.ts';
import { atHome, checkMayUseCommands, mayOverrideNow } from '../access/access.ts';
import { findSeen } from '../access/readers.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { WaitingDecision } from '../ports/records/summaries.ts';
import { findStanding } from '../vote/standing.ts';
import { mostWaiting, type Waiting } from './waiting-line.ts';

/**
 * What waits for somebody who asks in a channel, from decisions whose channels they see now. A private channel's
 * decision is named only in that channel and at Home, and listed elsewhere without its title. Throws RuleBroken for
 * people who may not use commands, and ChatError.
 */
export async function findWaiting(ports: Ports, actor: Actor, channelId: string, most = mostWaiting): Promise<Waiting> {
  await checkMayUseCommands(ports, actor);
  const { read } = ports.store;
  const [found, due] = await Promise.all([
    read.summaries.findWaiting(actor, ports.now(), most),
    read.revisits.findOpen(actor.teamId, { userId: actor.userId }, most),
  ]);
  const { votes, proposals, outcomes, reviews, objections } = found;
  const decisions = [...votes, ...proposals, ...outcomes, ...reviews, ...objections];
  const channelIds = [...decisions.map((decision) => decision.channelId), ...due.flatMap((one) => one.channelIds)];
  const seen = await findSeen(ports, channelIds, actor);
  // What others wrote is for those who are in a channel where it is asked about.
  const own = due.some(({ adrId }) => adrId !== undefined) ? await ports.sight.listChannelsOf(actor.userId) : undefined;
  const isNamed = (decision: Pick<WaitingDecision, 'channelId'>) =>
    seen.get(decision.channelId)?.isPrivate === false || decision.channelId === channelId || channelId === atHome;
  const toLines = (decisions: readonly WaitingDecision[]) =>
    Promise.all(
      decisions.map(async (decision) => {
        if (!seen.has(decision.channelId)) return [];
        const lack = decision.isUndecided ? await findLackNow(ports, decision.id) : undefined;
        const { newsAt } = decision;
        const isStalled = newsAt !== undefined && findStallAt(newsAt) <= ports.now();
        const title = isNamed(decision) ? decision.title : undefined;
        return [{ ...decision, title, lack, ...(isStalled ? { stalledSince: newsAt } : {}) }];
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
    objections: (await toLines(objections)).flat(),
    revisits: due.flatMap(({ id, dueOn, number, cardLink, title, adrId, channelIds: asked }) => {
      const askedIn = asked.find((one) => seen.has(one) && (adrId === undefined || own?.has(one)));
      if (askedIn === undefined) return [];
      const isTold = adrId !== undefined || isNamed({ channelId: askedIn });
      return [{ id, dueOn, number, cardLink, channelId: askedIn, title: isTold ? title : undefined }];
    }),
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
