import type { Decision } from './decision.ts';

/** A decider's standing vote for an option. An option may be backed by many, and a decider may back several. */
export interface Ballot {
  /** The option; in the ballot of somebody who abstains, what `abstentionIdOf` says. */
  readonly optionId: string;
  readonly userId: string;
  readonly isCast: boolean;
  /** How many points it gives the option; 1 where people vote by reacting. */
  readonly score: number;
  /** When it was cast, in microseconds: Slack's event_ts, or our clock where it came by a form; 0 when it was found by reconciling. */
  readonly eventUs: number;
  /** The card on which it was cast: `ts` of the message. */
  readonly cardTs: string;
}

/** The emoji with which people abstain, where the rule has that: a white circle. */
export const abstentionEmoji = 'white_circle';

/**
 * What stands for an option in a ballot that abstains: the decision's own id, which no option has. Nothing where the
 * rule has no abstaining.
 */
export function abstentionIdOf({ id, rule }: Pick<Decision, 'id' | 'rule'>): string | undefined {
  return rule.abstain === 'none' ? undefined : id;
}

// Slack knows some emoji by several names; the reaction event carries whichever was used.
const aliases: ReadonlyMap<string, string> = new Map([
  ['thumbsup', '+1'],
  ['thumbsdown', '-1'],
  ['ten', 'keycap_ten'],
]);

/** The plain name of a reaction: without skin tone (`wave::skin-tone-3`), and one name per emoji. */
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

/** Everybody who reacts with an option's emoji, by option. */
export type Reactions = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What has to be written so that the ballots say what Slack's own list of reactions on this card says. A ballot that
 * the list confirms is left alone. A corrected one is put just after the event that it corrects and before any later
 * one, so that an event still on its way has the last word, whatever our clock says. Ballots cast on an earlier,
 * deleted card stand.
 */
export function reconcileBallots(ballots: readonly Ballot[], reactions: Reactions, cardTs: string): Ballot[] {
  const known = new Map(ballots.map((ballot) => [`${ballot.optionId} ${ballot.userId}`, ballot]));
  const corrections: Ballot[] = [];
  for (const [optionId, userIds] of reactions) {
    for (const userId of userIds) {
      const ballot = known.get(`${optionId} ${userId}`);
      if (!ballot?.isCast)
        corrections.push({ optionId, userId, isCast: true, score: 1, eventUs: (ballot?.eventUs ?? -1) + 1, cardTs });
    }
  }
  for (const ballot of ballots) {
    const isListed = reactions.get(ballot.optionId)?.has(ballot.userId) ?? false;
    if (ballot.isCast && !isListed && ballot.cardTs === cardTs) {
      corrections.push({ ...ballot, isCast: false, eventUs: ballot.eventUs + 1 });
    }
  }
  return corrections;
}
