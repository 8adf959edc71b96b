import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import type { Away } from '../../decision/time/away.ts';
import { beginningOf } from '../../decision/time/day.ts';
import { presentDeciders } from '../../decision/vote/electorate.ts';
import {
  checkMayHandOver,
  declineVote,
  findHandover,
  handOver,
  listGivers,
  listReceivers,
  takeVoteBack,
} from '../../decision/vote/hand-over.ts';
import { findForActor, findForReader, findSeenChannel } from '../access/access.ts';
import { recallPeople } from '../access/people.ts';
import { changeDecision, type Move } from '../change/change.ts';
import { findAway } from '../nudge/away.ts';
import { findWaiting } from '../nudge/waiting.ts';
import type { WaitingLine } from '../nudge/waiting-line.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from './count-ballots.ts';
import { askWhoIsGone } from './electorate.ts';
import { planDeclined, planReceived, recordEnded } from './tell-handover.ts';

/** How many of the votes that wait for somebody are looked at, those first that end first. */
const mostLookedAt = 20;

/** How many people a menu lists by name. */
const mostListed = 100;

/** What the form shows to somebody who wants to hand over their vote, or take it back. */
export type OwnHandover =
  /**
   * `ids`: the deciders who can vote for them; undefined if they are too many for a menu. `given`: those whose votes they
   * would give back.
   */
  | {
      readonly kind: 'free';
      readonly decision: Decision;
      readonly ids: readonly string[] | undefined;
      readonly given: readonly string[];
      readonly away: Away;
      readonly people: People;
    }
  | { readonly kind: 'handed over'; readonly decision: Decision; readonly to: string; readonly people: People }
  /** They can't hand over a vote of their own, but give back those of others. */
  | {
      readonly kind: 'holding';
      readonly decision: Decision;
      readonly given: readonly string[];
      readonly people: People;
    };

/** The votes as they are counted now. Throws RuleBroken if voting has never been open. */
async function countNow(records: Records, decision: Decision): Promise<Tally> {
  const tally = await countBallots(records, decision);
  if (tally === undefined) throw new RuleBroken({ code: 'voting not open yet' });
  return tally;
}

/** Open votes that wait for somebody, and in which another can vote for them; as `findWaiting` lists votes. */
export async function findVotesToHandOver(
  ports: Ports,
  actor: Actor,
  channelId: string,
): Promise<readonly WaitingLine[]> {
  const { votes } = await findWaiting(ports, actor, channelId, mostLookedAt);
  return keepToHandOver(ports, votes);
}

/** Those of the votes that wait for somebody, out of the first ones, in which another can vote for them. */
export async function keepToHandOver(ports: Ports, votes: readonly WaitingLine[]): Promise<readonly WaitingLine[]> {
  const first = votes.slice(0, mostLookedAt);
  const decisions = await ports.store.read.decisions.findAll(first.map(({ id }) => id));
  const isAllowed = new Set(decisions.filter(({ voting }) => voting?.rule.allowsHandover).map(({ id }) => id));
  return first.filter(({ id }) => isAllowed.has(id));
}

/** To whom somebody can hand over their vote, or has. Throws RuleBroken where they can't, and ChatError. */
export async function findOwnHandover(ports: Ports, decisionId: string, actor: Actor): Promise<OwnHandover> {
  const decision = await findForReader(ports, decisionId, actor);
  const { read } = ports.store;
  const { userId } = actor;
  const before = findHandover(decision, userId);
  const tally = await countNow(read, decision);
  const given = listGivers(decision, userId);
  try {
    checkMayHandOver(decision, tally, userId, ports.now());
  } catch (error) {
    const hasVoted = error instanceof RuleBroken && error.refusal.code === 'voted already';
    if (!hasVoted || given.length === 0) throw error;
    return { kind: 'holding', decision, given, people: await recallPeople(ports, decision.teamId, given) };
  }
  if (before !== undefined) {
    const people = await recallPeople(ports, decision.teamId, [before.to]);
    return { kind: 'handed over', decision, to: before.to, people };
  }
  const receivers = listReceivers(decision, tally, userId);
  const listed = receivers.length > mostListed ? undefined : receivers;
  const people = await recallPeople(ports, decision.teamId, [...(listed ?? []), ...given]);
  const away = await findAway(read, ports.now(), people);
  const ids = listed?.filter(
    (id) => people.get(id)?.kind !== 'deactivated' && isBackInTime(decision, id, away, people),
  );
  if (ids?.length === 0) {
    if (given.length > 0) return { kind: 'holding', decision, given, people };
    throw new RuleBroken({ code: 'nobody to hand over to' });
  }
  return { kind: 'free', decision, ids, given, away, people };
}

/** Whether somebody is here, or back before the vote ends. */
function isBackInTime({ closesAt }: Decision, id: string, away: Away, people: People): boolean {
  const backOn = away.get(id);
  return backOn === undefined || beginningOf(backOn, people.get(id)?.timeZone ?? 'UTC') < closesAt;
}

/**
 * Hands somebody's vote over to another decider. The card and the history say so, and the other is told in private. If
 * nothing changes, as after a double click, there is nothing to tell. Throws RuleBroken, and ChatError.
 */
export async function handVoteOver(ports: Ports, decisionId: string, actor: Actor, to: string): Promise<void> {
  const seen = await findForActor(ports, decisionId, actor);
  await checkIsThere(ports, seen, to);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const from = actor.userId;
    if (findHandover(before, from)?.to === to) return undefined;
    const people = await records.people.find(before.teamId, [to]);
    const handover = { from, to, at: ports.now() };
    const changed = handOver(before, await countNow(records, before), handover);
    if (!isBackInTime(before, to, await findAway(records, ports.now(), people), people)) {
      throw new RuleBroken({ code: 'unfit to vote for you', why: 'away' }, { field: 'deciders' });
    }
    await planReceived(records, changed.decision, handover);
    await recordEnded(ports, records, changed, 'handed on');
    return { decision: changed.decision, kind: 'handed over', detail: { to: nameIn(people, to) } };
  });
}

/**
 * Throws RuleBroken, under the deciders, if somebody who is to vote has left, which Gavel may not have noticed: their
 * account is closed, or they no longer see the card. Throws ChatError.
 */
async function checkIsThere(ports: Ports, decision: Decision, userId: string): Promise<void> {
  const { teamId, channelId, voting } = decision;
  if (voting === undefined || !presentDeciders(voting).includes(userId)) return;
  const alone = { ...decision, voting: { ...voting, deciders: [userId] } };
  const gone = (await askWhoIsGone(ports, alone, 0)) ?? [];
  if (gone.length === 0 && (await findSeenChannel(ports, channelId, { teamId, userId }, 'new'))) return;
  throw new RuleBroken({ code: 'unfit to vote for you', why: 'gone' }, { field: 'deciders' });
}

/** Takes back a vote that somebody handed over; nothing changes if they have not. Throws RuleBroken, and ChatError. */
export async function takeBackVote(ports: Ports, decisionId: string, actor: Actor): Promise<void> {
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    const handover = findHandover(before, actor.userId);
    if (handover === undefined) return undefined;
    const people = await records.people.find(before.teamId, [handover.to]);
    const decision = takeVoteBack(before, actor.userId, ports.now());
    return { decision, kind: 'handover taken back', detail: { to: nameIn(people, handover.to) } };
  });
}

/**
 * Gives back a vote that somebody has for another, who is told in private. Returns undefined if they
 * don't have that vote now, as after a double click. Throws RuleBroken, and ChatError.
 */
export async function giveVoteBack(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  from: string,
): Promise<{ readonly people: People } | undefined> {
  await findForActor(ports, decisionId, actor);
  let isGivenBack = false;
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    const handover = findHandover(before, from);
    isGivenBack = handover?.to === actor.userId;
    if (handover === undefined || !isGivenBack) return undefined;
    const { decision } = declineVote(before, handover, ports.now());
    await planDeclined(records, decision, handover);
    const people = await records.people.find(before.teamId, [from]);
    return { decision, kind: 'handover declined', detail: { from: nameIn(people, from) } };
  });
  return isGivenBack ? { people: await recallPeople(ports, actor.teamId, [from]) } : undefined;
}

function nameIn(people: People, id: string): string | null {
  return people.get(id)?.name ?? null;
}
