import type { Ballot } from './ballot.ts';
import type { Decision, Gone, Voting } from './decision.ts';
import type { People } from './person.ts';
import type { OptionTally, Tally } from './tally.ts';

/**
 * People of a round who voted alike: who have the same standing ballots, with the same one as the latest, and have taken
 * back as many. What counts of the ballots of one counts of the ballots of each.
 */
export interface Alike {
  /** At least one; by their ids. */
  readonly userIds: readonly string[];
  /** Whether they are deciders, those who are gone included. */
  readonly isDecider: boolean;
  readonly gone: Gone['why'] | undefined;
  /** Those of each of them; of the times only the order is right, and which are not known. */
  readonly ballots: readonly Omit<Ballot, 'userId'>[];
}

/** Everybody in a round, each once: who voted, and which deciders have not. */
export type Census = readonly Alike[];

/** The census without bots, which are never deciders. */
export function leaveOutBots(census: Census, people: People): Census {
  const isBot = (id: string) => people.get(id)?.kind === 'bot';
  return census
    .map((alike) => (alike.isDecider ? alike : { ...alike, userIds: alike.userIds.filter((id) => !isBot(id)) }))
    .filter(({ userIds }) => userIds.length > 0);
}

/** A round with one person in place of all who voted alike, and that person's ballots. */
export interface SmallRound {
  readonly decision: Decision;
  readonly ballots: readonly Ballot[];
}

/** Makes a round in which one person stands for everyone who voted alike. It is counted like a full round. */
export function shrink(decision: Decision, voting: Voting, census: Census): SmallRound {
  const deciders = census.filter(({ isDecider }) => isDecider).map(firstOf);
  const gone = census.flatMap((alike) => (alike.gone === undefined ? [] : [{ id: firstOf(alike), why: alike.gone }]));
  return {
    decision: { ...decision, voting: { ...voting, deciders, gone } },
    ballots: census.flatMap((alike) => alike.ballots.map((ballot) => ({ ...ballot, userId: firstOf(alike) }))),
  };
}

/** The tally of a small round as that of the whole one: everybody takes the place of who stood for them. */
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
  const { voted, abstained, notVoted, unclear, notCounted } = tally;
  return {
    options,
    voted: all(voted),
    abstained: all(abstained),
    notVoted: all(notVoted),
    unclear: all(unclear),
    notCounted: all(notCounted),
  };
}

function firstOf({ userIds }: Alike): string {
  return userIds[0] ?? '';
}
