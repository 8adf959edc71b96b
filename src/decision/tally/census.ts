import type { Decision, Gone, Voting } from '../decision.ts';
import type { People } from '../person.ts';
import type { Ballot } from '../vote/ballot.ts';
import type { OptionTally, Tally } from './tally.ts';

/**
 * People in a round who voted alike: they have the same current ballots with the same latest one, and have retracted
 * equally many. Their ballots count in the same way.
 */
export interface Alike {
  /** At least one id. */
  readonly userIds: readonly string[];
  /** Whether they are deciders, including those who are gone. */
  readonly isDecider: boolean;
  readonly gone: Gone['why'] | undefined;
  readonly isTakenOut: boolean;
  /** The ballots of each of them. Only the order of the times is right, and which of them are unknown. */
  readonly ballots: readonly Omit<Ballot, 'userId'>[];
}

/** Everybody in a round, once each: the people who voted, and the deciders who have not. */
export type Census = readonly Alike[];

/** The census without bots, which are never deciders. */
export function leaveOutBots(census: Census, people: People): Census {
  const isBot = (id: string) => people.get(id)?.kind === 'bot';
  return census
    .map((alike) => (alike.isDecider ? alike : { ...alike, userIds: alike.userIds.filter((id) => !isBot(id)) }))
    .filter(({ userIds }) => userIds.length > 0);
}

/** The census in which each of these people stands alone. */
export function standAlone(census: Census, ids: ReadonlySet<string>): Census {
  if (ids.size === 0) return census;
  return census.flatMap((alike) => {
    const [alone, rest] = [true, false].map((isAlone) => alike.userIds.filter((id) => ids.has(id) === isAlone));
    const others = rest?.length ? [{ ...alike, userIds: rest }] : [];
    return [...others, ...(alone ?? []).map((id) => ({ ...alike, userIds: [id] }))];
  });
}

/** A round in which one person represents everybody who voted alike, with that person's ballots. */
export interface SmallRound {
  readonly decision: Decision;
  readonly ballots: readonly Ballot[];
}

/**
 * Makes a round in which one person represents everyone who voted alike. It is counted like a full round, if those who
 * have handed their vote over, and those who have received one, stand alone.
 */
export function shrink(decision: Decision, voting: Voting, census: Census): SmallRound {
  const deciders = census.filter(({ isDecider }) => isDecider).map(firstOf);
  const gone = census.flatMap((alike) => (alike.gone === undefined ? [] : [{ id: firstOf(alike), why: alike.gone }]));
  const isOut = new Set(census.filter(({ isTakenOut }) => isTakenOut).map(firstOf));
  const takenOut = voting.takenOut.filter(({ id }) => isOut.has(id));
  return {
    decision: { ...decision, voting: { ...voting, deciders, gone, takenOut } },
    ballots: census.flatMap((alike) => alike.ballots.map((ballot) => ({ ...ballot, userId: firstOf(alike) }))),
  };
}

/** Turns the tally of the small round into that of the whole round, with everybody in place of their representative. */
export function enlarge(tally: Tally, census: Census): Tally {
  const groups = new Map(census.map((alike) => [firstOf(alike), alike.userIds]));
  const all = (ids: readonly string[]) => ids.flatMap((id) => groups.get(id) ?? []);
  const sizeOf = (id: string) => groups.get(id)?.length ?? 0;
  const options = tally.options.map((one): OptionTally => {
    const points = [...one.points].flatMap(([id, score]) => all([id]).map((userId) => [userId, score] as const));
    return {
      option: one.option,
      votes: one.voters.reduce((sum, id) => sum + (one.points.get(id) ?? 1) * sizeOf(id), 0),
      voters: all(one.voters),
      advisers: all(one.advisers),
      points: new Map(points),
    };
  });
  const { voted, abstained, notVoted, unclear, notCounted, takenOut, handedOver } = tally;
  return {
    options,
    voted: all(voted),
    abstained: all(abstained),
    notVoted: all(notVoted),
    unclear: all(unclear),
    notCounted: all(notCounted),
    takenOut: all(takenOut),
    handedOver,
  };
}

function firstOf({ userIds }: Alike): string {
  return userIds[0] ?? '';
}
