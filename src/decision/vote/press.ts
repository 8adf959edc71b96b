import { type Decision, phaseOf } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { findOption } from '../proposal/correction.ts';
import { findCounting } from '../tally/tally.ts';
import { abstentionIdOf, type Ballot } from './ballot.ts';

/** Somebody pressed the button of an option on a card, or the one for abstaining. */
export interface Press {
  readonly userId: string;
  /** The option, or the result of `abstentionIdOf`. */
  readonly optionId: string;
  /** When it was pressed, in microseconds, on the clock by which Slack dates reactions. */
  readonly eventUs: number;
  readonly cardTs: string;
}

/** A second press within this time, in microseconds, is the other half of a double click. */
const aDoubleClick = 1_000_000;

/** Throws RuleBroken unless people can vote with buttons now, in this round, for this option. */
export function checkMayPress(decision: Decision, round: number, { optionId, eventUs }: Press): void {
  const { voting } = decision;
  if (voting === undefined) throw new RuleBroken({ code: 'voting not open yet' });
  if (round !== voting.round) throw new RuleBroken({ code: 'round over' });
  if (phaseOf(decision) !== 'voting' || eventUs > decision.closesAt.getTime() * 1_000) {
    throw new RuleBroken({ code: 'voting over' });
  }
  if (!voting.hasButtons) throw new RuleBroken({ code: 'votes by reaction' });
  if (optionId !== abstentionIdOf(decision)) findOption(decision, optionId);
}

/**
 * The ballots that a press changes, out of that person's own; others' are left alone. It takes back what counts for the
 * option, or else casts it, which replaces what other buttons have cast if both can't count. Reactions are left alone:
 * the latest counts. A press that is delivered twice, half of a double click, or older than what is known changes
 * nothing.
 */
export function planPress(decision: Decision, ballots: readonly Ballot[], press: Press): Ballot[] {
  const { userId, optionId, eventUs, cardTs } = press;
  const { method } = decision.rule;
  const own = ballots.filter((ballot) => ballot.userId === userId);
  const before = own.find((ballot) => ballot.optionId === optionId);
  const least = before?.button === undefined ? 1 : aDoubleClick;
  if (before !== undefined && eventUs - before.eventUs < least) return [];
  const isCast = before === undefined || !findCounting(method, own).includes(before);
  const pressed: Ballot = { optionId, userId, isCast, score: 1, eventUs, cardTs, button: 'not compared' };
  if (!isCast) return [pressed];
  const others = own.filter((ballot) => ballot.optionId !== optionId && ballot.isCast && ballot.eventUs < eventUs);
  const abstentionId = abstentionIdOf(decision);
  const isReplaced = (other: Ballot) =>
    other.button !== undefined && (method === 'single' || other.optionId === abstentionId || optionId === abstentionId);
  // Slack's list doesn't say when these were made, but it was before this press.
  const isUndated = (other: Ballot) => method === 'single' && other.button === undefined && other.eventUs === 0;
  return [
    pressed,
    ...others.filter(isReplaced).map((other): Ballot => {
      return { ...other, isCast: false, eventUs, cardTs, button: 'not compared' };
    }),
    ...others.filter(isUndated).map((other) => ({ ...other, eventUs: 1 })),
  ];
}

/** What a press did, and what the person's vote is afterwards. */
export interface Pressed {
  readonly decision: Decision;
  /** The option that was pressed, or the result of `abstentionIdOf`. */
  readonly optionId: string;
  readonly isCast: boolean;
  /** The other options for which this person's vote counts, the latest last. */
  readonly alsoBacks: readonly string[];
  /** Whether this person's reaction for what they took back may be on the card still. */
  readonly hasReaction: boolean;
  /** Whether their vote is counted; other people's are advice. */
  readonly isDecider: boolean;
}

/** Describes what changed ballots mean for the person who pressed. */
export function describePress(
  decision: Decision,
  before: readonly Ballot[],
  changed: readonly Ballot[],
  press: Pick<Press, 'userId' | 'optionId'>,
): Omit<Pressed, 'isDecider'> {
  const { optionId } = press;
  const placeOf = (ballot: Ballot) => `${ballot.optionId} ${ballot.userId}`;
  const after = new Map([...before, ...changed].map((ballot) => [placeOf(ballot), ballot]));
  const own = [...after.values()].filter(({ userId }) => userId === press.userId);
  const counting = findCounting(decision.rule.method, own).map((ballot) => ballot.optionId);
  const old = before.find((ballot) => ballot.optionId === optionId && ballot.userId === press.userId);
  const isCast = counting.includes(optionId);
  const isOption = (id: string) => decision.options.some((option) => option.id === id);
  return {
    decision,
    optionId,
    isCast,
    alsoBacks: counting.filter((id) => id !== optionId && isOption(id)),
    hasReaction: !isCast && old !== undefined && (old.button === undefined || old.button === 'listed'),
  };
}
