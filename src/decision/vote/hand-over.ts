import { type Decision, type Handover, phaseOf, type Voting } from '../decision.ts';
import type { UnfitReceiver } from '../failure/refusal.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import type { Tally } from '../tally/tally.ts';
import { presentDeciders } from './electorate.ts';

/** Why a vote that was handed over has gone back to its person, by what the one who was to cast it did, or could no longer. */
export type HandoverEnd = 'gone' | 'taken out' | 'handed on' | 'declined';

/** Whose vote somebody's is now: the one that they handed over; undefined if they vote themselves. */
export function findHandover({ voting }: Pick<Decision, 'voting'>, from: string): Handover | undefined {
  return voting?.handovers.find((one) => one.from === from);
}

/** The people who have a vote of their own in a tally, whether or not anybody can tell which. */
function findOwnVoters({ voted, unclear, handedOver }: Tally): ReadonlySet<string> {
  const isByAnother = new Set(handedOver.map(({ from }) => from));
  return new Set([...voted, ...unclear].filter((id) => !isByAnother.has(id)));
}

/** The votes that others cast for those who don't vote themselves, in an open vote also those that are still to come. */
export function findForOthers({ voting }: Pick<Decision, 'voting'>, tally: Tally): readonly Handover[] {
  const handovers = voting?.handovers ?? [];
  if (handovers.length === 0) return [];
  const isOwn = findOwnVoters(tally);
  return handovers.filter(({ from }) => !isOwn.has(from));
}

/** Those whose votes somebody has besides their own. */
export function listGivers({ voting }: Pick<Decision, 'voting'>, to: string): readonly string[] {
  return (voting?.handovers ?? []).filter((one) => one.to === to).map(({ from }) => from);
}

/** The round in which people vote now. Throws RuleBroken if there is none. */
function checkOpen(decision: Decision, now: Date): Voting {
  const { voting, closesAt } = decision;
  if (voting === undefined) throw new RuleBroken({ code: 'voting not open yet' });
  if (phaseOf(decision) !== 'voting' || now > closesAt) throw new RuleBroken({ code: 'voting over' });
  return voting;
}

/**
 * The round, if somebody can hand over their vote or take it back now. Throws RuleBroken if they can't, whoever is to
 * have it.
 */
function checkOpenTo(decision: Decision, from: string, now: Date): Voting {
  const voting = checkOpen(decision, now);
  if (!voting.rule.allowsHandover) throw new RuleBroken({ code: 'no handing over' });
  if (!presentDeciders(voting).includes(from)) throw new RuleBroken({ code: 'no vote to hand over' });
  return voting;
}

/** Throws RuleBroken unless somebody can hand over their vote now: a decider who has not voted. */
export function checkMayHandOver(decision: Decision, tally: Tally, from: string, now: Date): Voting {
  const voting = checkOpenTo(decision, from, now);
  if (findOwnVoters(tally).has(from)) throw new RuleBroken({ code: 'voted already' });
  return voting;
}

/** Why somebody can't vote for another as things are in Gavel; undefined if they can. */
function findUnfit(voting: Voting, tally: Tally, from: string, to: string): UnfitReceiver | undefined {
  if (from === to) return 'yourself';
  if (!voting.deciders.includes(to)) return 'no decider';
  if (voting.gone.some(({ id }) => id === to)) return 'gone';
  if (voting.handovers.some((one) => one.from === to)) return 'handed over';
  return tally.takenOut.includes(to) ? 'taken out' : undefined;
}

/** The deciders who can vote for somebody. */
export function listReceivers({ voting }: Decision, tally: Tally, from: string): readonly string[] {
  if (voting === undefined) return [];
  const isUnfit = new Set([from, ...tally.takenOut, ...voting.handovers.map((one) => one.from)]);
  return presentDeciders(voting).filter((id) => !isUnfit.has(id));
}

/** What a move did to the handovers: `ended` are those that nobody took back, and that count no longer. */
export interface ChangedHandovers {
  readonly decision: Decision;
  readonly ended: readonly Handover[];
}

/**
 * Hands somebody's vote over to another decider for this round, in place of whom they had named before. Votes that were
 * handed to them go back to their people, so that nobody votes for somebody who votes for somebody. Throws RuleBroken,
 * under `deciders` if it is about whoever is to have it.
 */
export function handOver(decision: Decision, tally: Tally, handover: Handover): ChangedHandovers {
  const { from, to, at } = handover;
  const voting = checkMayHandOver(decision, tally, from, at);
  const why = findUnfit(voting, tally, from, to);
  if (why !== undefined) throw new RuleBroken({ code: 'unfit to vote for you', why }, { field: 'deciders' });
  const ended = voting.handovers.filter((one) => one.to === from);
  const others = voting.handovers.filter((one) => one.to !== from && one.from !== from);
  return { decision: { ...decision, voting: { ...voting, handovers: [...others, handover] } }, ended };
}

/** Takes back a vote that was handed over. Throws RuleBroken when voting is over. */
export function takeVoteBack(decision: Decision, from: string, now: Date): Decision {
  const voting = checkOpenTo(decision, from, now);
  return { ...decision, voting: { ...voting, handovers: voting.handovers.filter((one) => one.from !== from) } };
}

/**
 * Gives a vote back to whoever handed it over; what its receiver has chosen counts for them alone. Throws RuleBroken when
 * voting is over.
 */
export function declineVote(
  decision: Decision,
  { from, to }: Pick<Handover, 'from' | 'to'>,
  now: Date,
): ChangedHandovers {
  checkOpen(decision, now);
  return endHandovers(decision, (one) => one.from === from && one.to === to);
}

/** Ends some handovers. */
export function endHandovers(decision: Decision, isOver: (handover: Handover) => boolean): ChangedHandovers {
  const { voting } = decision;
  const ended = voting?.handovers.filter(isOver) ?? [];
  if (voting === undefined || ended.length === 0) return { decision, ended: [] };
  const handovers = voting.handovers.filter((one) => !ended.includes(one));
  return { decision: { ...decision, voting: { ...voting, handovers } }, ended };
}

/**
 * Ends the handovers from and to people who can't take part anymore. What such a handover counts for already stands or
 * lapses like any vote of theirs.
 */
export function endHandoversOfGone(decision: Decision, tally: Tally): ChangedHandovers {
  const isGone = new Set(decision.voting?.gone.map(({ id }) => id));
  const counts = new Set(tally.handedOver.map(({ from }) => from));
  return endHandovers(decision, ({ from, to }) => (isGone.has(from) || isGone.has(to)) && !counts.has(from));
}
