import { type Decision, type DiscussedOn, type Gone, phaseOf, type Voting } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { countBindingObjections, findHoldEnd, waitForHolds } from '../outcome/judge.ts';
import { checkOpen } from '../outcome/outcome.ts';
import { findSequel, findSettled } from '../outcome/verdict.ts';
import type { EarlyClose, Rule } from '../rule/rule.ts';
import type { Tally } from '../tally/tally.ts';
import { checkDeadline } from '../time/deadline.ts';
import { isSameMinute } from '../time/shortening.ts';
import type { Electorate } from './electorate.ts';
import { findFinalEnd } from './final-comments.ts';
import { isScored } from './score.ts';

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;
const mostDelay = 10 * aMinute;

/** What is frozen when a round opens. */
export interface Opening extends Electorate {
  readonly now: Date;
  /** Whether the channel wants buttons to vote with on its cards. */
  readonly hasButtons?: boolean;
}

/**
 * Checks the deadline of a vote that opens now. Throws RuleBroken if it is invalid or earlier than the rule's minimum.
 */
export function checkVotingDeadline(rule: Rule, closesAt: Date | undefined, now: Date): Date {
  const deadline = checkDeadline(closesAt, now);
  if (deadline.getTime() < now.getTime() + rule.minimumOpenMinutes * aMinute) {
    throw new RuleBroken(
      { code: 'open too briefly', leastMinutes: rule.minimumOpenMinutes, isOpen: false },
      { field: 'deadline' },
    );
  }
  return deadline;
}

/**
 * A deadline that was early enough for the rule when it was chosen is still valid if voting opens a few minutes later.
 */
function allowForDelay(closesAt: Date, { minimumOpenMinutes }: Rule, now: Date): Date {
  const earliest = now.getTime() + minimumOpenMinutes * aMinute;
  const missing = earliest - closesAt.getTime();
  return missing > 0 && missing <= mostDelay ? new Date(earliest) : closesAt;
}

function openRound(decision: Decision, round: number, { now, hasButtons = false, ...electorate }: Opening): Decision {
  const { rule } = decision;
  const closesAt = checkVotingDeadline(rule, allowForDelay(decision.closesAt, rule, now), now);
  if (rule.deciders === 'one' && electorate.deciders.length !== 1) {
    throw new RuleBroken({ code: 'several deciders', count: electorate.deciders.length }, { field: 'deciders' });
  }
  const voting: Voting = {
    ...electorate,
    round,
    rule,
    gone: [],
    takenOut: [],
    handovers: [],
    openedAt: now,
    firstClosesAt: closesAt,
    wasExtended: false,
    shortenings: [],
    hasButtons: hasButtons && !isScored(rule),
    closedAt: undefined,
    discussedOn: undefined,
  };
  return waitForHolds({ ...decision, closesAt, voting });
}

/** Opens the vote, which freezes the rule and the electorate. Throws RuleBroken if it was opened before. */
export function openVoting(decision: Decision, opening: Opening): Decision {
  checkOpen(decision);
  if (phaseOf(decision) === 'voting') throw new RuleBroken({ code: 'voting open already' });
  if (decision.voting !== undefined) throw new RuleBroken({ code: 'voting closed before' });
  return openRound(decision, 1, opening);
}

/** Throws RuleBroken unless voting has closed without an outcome, so that a new round can begin. */
export function checkMayReopen(decision: Decision): void {
  checkOpen(decision);
  if (decision.voting === undefined) throw new RuleBroken({ code: 'voting never open' });
  if (phaseOf(decision) === 'voting') throw new RuleBroken({ code: 'voting still open' });
}

/** Begins a new round with a new electorate and without votes. The old round is kept. Throws RuleBroken. */
export function reopenVoting(decision: Decision, opening: Opening): Decision {
  checkMayReopen(decision);
  return openRound(decision, (decision.voting?.round ?? 0) + 1, opening);
}

/**
 * The earliest deadline that a round can have: its opening plus the least time of its rule, and during final comments
 * their beginning plus their length.
 */
export function findEarliestEnd({
  openedAt,
  rule,
  finalComments,
}: Pick<Voting, 'openedAt' | 'rule' | 'finalComments'>): Date {
  if (finalComments) return findFinalEnd(finalComments, rule);
  return new Date(openedAt.getTime() + rule.minimumOpenMinutes * aMinute);
}

/** Checks a deadline of the round under its rule, to the minute, because forms have no seconds. */
function checkLeastTime(voting: Voting, closesAt: Date): Date {
  const earliest = findEarliestEnd(voting);
  if (closesAt >= earliest) return closesAt;
  if (isSameMinute(closesAt, earliest)) return earliest;
  throw new RuleBroken(
    voting.finalComments
      ? { code: 'final comments too brief', leastMinutes: voting.rule.finalCommentMinutes }
      : { code: 'open too briefly', leastMinutes: voting.rule.minimumOpenMinutes, isOpen: true },
    { field: 'deadline' },
  );
}

/**
 * Moves the deadline, later or earlier. A vote that closed without a verdict opens again. Throws RuleBroken for a time
 * in the past, before the least time of the rule, or before the end of a decider's hold.
 */
export function moveDeadline(before: Decision, wanted: Date | undefined, now: Date): Decision {
  checkOpen(before);
  const voting = before.voting && { ...before.voting, closedAt: undefined, discussedOn: undefined };
  const deadline = checkDeadline(wanted, now);
  const closesAt = voting ? checkLeastTime(voting, deadline) : deadline;
  const moved = { ...before, closesAt, voting };
  const holdEnd = voting && findHoldEnd(moved);
  if (holdEnd !== undefined && closesAt < holdEnd) {
    throw new RuleBroken({ code: 'hold lasts longer' }, { field: 'deadline' });
  }
  return moved;
}

/**
 * Extends a vote that ended without a winner by its original length, and until at least a day from now. The rule does
 * this once.
 */
export function extendByRule(decision: Decision, now: Date): Decision {
  const { closesAt, voting } = decision;
  if (voting === undefined) return decision;
  const length = voting.firstClosesAt.getTime() - voting.openedAt.getTime();
  const extended = Math.max(closesAt.getTime() + length, now.getTime() + aDay);
  return { ...decision, closesAt: new Date(extended), voting: { ...voting, wasExtended: true } };
}

/** Closes the vote without an outcome: nobody leads, and people are asked. */
export function closeVoting(decision: Decision, now: Date): Decision {
  if (phaseOf(decision) !== 'voting' || decision.voting === undefined) return decision;
  return { ...decision, voting: { ...decision.voting, closedAt: now } };
}

/** Closes the vote without an outcome, if it is open, because somebody wants to go on discussing. Throws RuleBroken. */
export function discussOn(decision: Decision, discussedOn: DiscussedOn, now: Date): Decision {
  checkOpen(decision);
  const { voting, ...rest } = closeVoting(decision, now);
  return { ...rest, voting: voting && { ...voting, discussedOn } };
}

/** Records which deciders can't take part anymore. */
export function noteGone(decision: Decision, gone: readonly Gone[]): Decision {
  return decision.voting === undefined ? decision : { ...decision, voting: { ...decision.voting, gone } };
}

/**
 * When this vote can close with its current ballots: at its deadline, or earlier, but not before the minimum time, if
 * its rule closes early once the result is settled. A result for which the rule extends the vote doesn't close it
 * early, and neither does any result while a decider needs time, or during final comments.
 */
export function findClosingTime(decision: Decision, tally: Tally, objections = countBindingObjections(decision)): Date {
  const { closesAt, voting } = decision;
  if (voting === undefined || voting.rule.closesEarly.length === 0 || voting.finalComments) return closesAt;
  if (findHoldEnd(decision) !== undefined) return closesAt;
  const { rule } = voting;
  const settled = findSettled(rule, tally, objections);
  if (settled === undefined || settled.kind === 'blocked') return closesAt;
  const reasons: Record<EarlyClose, boolean> = {
    decided: settled.kind === 'chosen',
    unreachable: settled.kind === 'threshold missed',
    'all voted': tally.notVoted.length === 0,
  };
  if (!rule.closesEarly.some((reason) => reasons[reason])) return closesAt;
  if (findSequel(settled, false) === 'extend once') return closesAt;
  const earliest = findEarliestEnd(voting);
  return earliest < closesAt ? earliest : closesAt;
}
