import type { Decision } from '../decision.ts';

/** A decider's current vote for an option. Many deciders may back an option, and a decider may back several. */
export interface Ballot {
  /** The option, or the result of `abstentionIdOf` for an abstention. */
  readonly optionId: string;
  readonly userId: string;
  readonly isCast: boolean;
  /** The points for the option; 1 if people vote by reacting. */
  readonly score: number;
  /** When it was cast, in microseconds: Slack's event_ts, or our clock for a form; 0 if it was found by reconciling. */
  readonly eventUs: number;
  /** The card on which it was cast: the `ts` of the message. */
  readonly cardTs: string;
  /** Set if it came from a button on the card. Only a later reaction changes it. */
  readonly button?: ListedBeside | undefined;
}

/**
 * Whether Slack's list had the same person's reaction for the same option when it was last compared with a ballot from
 * a button. If that has changed since, the reaction is later than the button.
 */
type ListedBeside = 'not compared' | 'listed' | 'not listed';

/** The emoji for abstaining, if the rule allows it: a white circle. */
export const abstentionEmoji = 'white_circle';

/**
 * The id that replaces the option in a ballot of somebody who abstains: the decision's own id, which no option has.
 * Undefined if the rule doesn't allow abstaining.
 */
export function abstentionIdOf({ id, rule }: Pick<Decision, 'id' | 'rule'>): string | undefined {
  return rule.abstain === 'none' ? undefined : id;
}

// Slack has several names for some emoji. The reaction event has the name that was used.
const aliases: ReadonlyMap<string, string> = new Map([
  ['thumbsup', '+1'],
  ['thumbsdown', '-1'],
  ['ten', 'keycap_ten'],
]);

/** The plain name of a reaction: without skin tone (`wave::skin-tone-3`), and with one name per emoji. */
export function plainEmoji(reaction: string): string {
  const name = reaction.replace(/(::skin-tone-[2-6])+$/, '');
  return aliases.get(name) ?? name;
}

/** Slack's `event_ts` ("1700000000.000200") in microseconds. Throws RangeError for anything else. */
export function toMicroseconds(eventTs: string): number {
  const match = /^(\d{1,10})\.(\d{1,6})$/.exec(eventTs);
  if (!match?.[1] || !match[2]) throw new RangeError(`“${eventTs}” is not a Slack timestamp.`);
  return Number(match[1]) * 1_000_000 + Number(match[2].padEnd(6, '0'));
}

/** The ballots that can count: not those for withdrawn options, which stay as they were. */
export function leaveOutWithdrawn<Cast extends Pick<Ballot, 'optionId'>>(
  { withdrawn }: Pick<Decision, 'withdrawn'>,
  ballots: readonly Cast[],
): readonly Cast[] {
  if (withdrawn.options.length === 0) return ballots;
  const isWithdrawn = new Set(withdrawn.options.map(({ id }) => id));
  return ballots.filter(({ optionId }) => !isWithdrawn.has(optionId));
}

/** Everybody who reacted with an option's emoji, by option. */
export type Reactions = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether Slack's list of reactions on this card had somebody's reaction for an option when their ballot last changed
 * or was compared; undefined if nobody knows.
 */
function wasListed(ballot: Ballot | undefined, cardTs: string): boolean | undefined {
  if (ballot?.button === undefined) return ballot?.isCast ?? false;
  // A new card has no reactions.
  if (ballot.cardTs !== cardTs) return false;
  return ballot.button === 'not compared' ? undefined : ballot.button === 'listed';
}

/**
 * The changes that make the ballots match Slack's own list of reactions on this card. Ballots that the list confirms
 * don't change, nor do ballots from buttons unless their reactions have changed since. A correction is dated just after
 * the event that it corrects and before any later one, so that an event that is still on its way takes precedence,
 * whatever our clock says. Ballots that were cast on an earlier, deleted card stay.
 */
export function reconcileBallots(ballots: readonly Ballot[], reactions: Reactions, cardTs: string): Ballot[] {
  const known = new Map(ballots.map((ballot) => [`${ballot.optionId} ${ballot.userId}`, ballot]));
  const corrections: Ballot[] = [];
  for (const [optionId, userIds] of reactions) {
    for (const userId of userIds) {
      const ballot = known.get(`${optionId} ${userId}`);
      if (!ballot?.isCast && wasListed(ballot, cardTs) === false)
        corrections.push({ optionId, userId, isCast: true, score: 1, eventUs: (ballot?.eventUs ?? -1) + 1, cardTs });
    }
  }
  for (const ballot of ballots) {
    const isListed = reactions.get(ballot.optionId)?.has(ballot.userId) ?? false;
    if (ballot.isCast && !isListed && ballot.cardTs === cardTs && wasListed(ballot, cardTs)) {
      corrections.push({ ...ballot, isCast: false, eventUs: ballot.eventUs + 1, button: undefined });
    }
  }
  return corrections;
}

/**
 * The ballots from buttons about which a look at Slack's list of reactions on this card tells something new, as they
 * are after it. They count as before: what changes that is in the result of `reconcileBallots`.
 */
export function noteReactions(ballots: readonly Ballot[], reactions: Reactions, cardTs: string): Ballot[] {
  return ballots.flatMap((ballot): Ballot[] => {
    const { button, optionId, userId } = ballot;
    const isListed = reactions.get(optionId)?.has(userId) ?? false;
    const before = wasListed(ballot, cardTs);
    if (button === undefined || before === isListed) return [];
    const eventUs = ballot.eventUs + 1;
    if (before === undefined) return [{ ...ballot, eventUs, button: isListed ? 'listed' : 'not listed' }];
    // The reaction has changed since the button was pressed, and says the same.
    return ballot.isCast === isListed ? [{ ...ballot, eventUs, cardTs, button: undefined }] : [];
  });
}
