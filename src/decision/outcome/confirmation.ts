import type { AwaitedOutcome, Decision, Outcome, SeenVote } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import type { Tally } from '../tally/tally.ts';
import { isOverTheVote } from './departure.ts';
import { type Choice, findDepartures, type Standing } from './find-departures.ts';
import { findUnconfirmed } from './judge.ts';
import { checkOpen, decide } from './outcome.ts';

/**
 * Whether an outcome is decided in place of the vote: by somebody instead of it, or over an objection that only one
 * person has overridden, where the rule asks for two.
 */
export function isInPlaceOfVote(
  decision: Decision,
  { chosenOptionId, departures }: Pick<Outcome, 'chosenOptionId' | 'departures'>,
): boolean {
  return isOverTheVote(departures) || (chosenOptionId !== undefined && findUnconfirmed(decision).length > 0);
}

/** Which outcomes follow the vote, so that nobody decides in place of it. */
export interface Followable {
  /** Whether an option can be accepted, once no objection stands against it. */
  readonly accept: boolean;
  /** Whether all options can be rejected. */
  readonly reject: boolean;
}

/** Which outcomes somebody could record without deciding in place of the vote. */
export function findFollowable(
  decision: Decision,
  by: Pick<Choice, 'decidedBy' | 'decidedAt'>,
  standing: Standing,
): Followable {
  const follows = (chosenOptionId: string | undefined) => {
    const departures = findDepartures(decision, { ...by, chosenOptionId }, standing);
    return !isInPlaceOfVote(decision, { chosenOptionId, departures });
  };
  return { accept: decision.options.some(({ id }) => follows(id)), reject: follows(undefined) };
}

/** Whether an outcome waits under the rule until a second person confirms it. */
export function needsSecond(decision: Decision, outcome: Pick<Outcome, 'chosenOptionId' | 'departures'>): boolean {
  return (decision.voting?.rule ?? decision.rule).needsSecond && isInPlaceOfVote(decision, outcome);
}

/** The question and how people have voted, as the second person has to find it to confirm an outcome. */
export function seeVote({ title, options }: Decision, tally: Tally | undefined): SeenVote {
  const votes = new Map(tally?.options.map((counted) => [counted.option.id, counted.votes]));
  return {
    title,
    voted: tally?.voted.length ?? 0,
    options: options.map((option) => ({ id: option.id, title: option.title, votes: votes.get(option.id) ?? 0 })),
  };
}

/** Keeps an outcome until somebody else confirms it; until then everything goes on. It replaces another that waits. */
export function awaitSecond(decision: Decision, awaited: AwaitedOutcome): Decision {
  checkOpen(decision);
  return { ...decision, awaited };
}

/** The outcome with this id, if it waits. Throws RuleBroken if it doesn't, or not any longer. */
export function findAwaited(decision: Decision, id: string): AwaitedOutcome {
  checkOpen(decision);
  const { awaited } = decision;
  if (awaited?.id !== id) throw new RuleBroken({ code: 'outcome not awaited' });
  return awaited;
}

/** No outcome waits any longer; nothing is decided. */
export function stopAwaiting(decision: Decision): Decision {
  return { ...decision, awaited: undefined };
}

/** The outcome that waited becomes the decision's. Throws RuleBroken for whoever recorded it. */
export function confirm(decision: Decision, id: string, by: string, at: Date): Decision {
  const { outcome } = findAwaited(decision, id);
  if (outcome.decidedBy === by) throw new RuleBroken({ code: 'own outcome' });
  return decide(decision, { ...outcome, confirmedBy: by, decidedAt: at });
}
