import type { Tally } from '../tally/tally.ts';
import type { Ballot } from './ballot.ts';

/**
 * Reactions of deciders that appeared or disappeared when nobody can tell whether that was in time. They don't count.
 */
export interface UndatedVotes {
  readonly changes: readonly Ballot[];
  /** The tally if all of them counted. */
  readonly tally: Tally;
  /** Whether the result is the same, whichever of them were in time. */
  readonly isSettled: boolean;
}

/**
 * The effect of some changes on one person's ballots, and the result of the vote if they count, as strings to compare.
 */
export interface Supposing {
  readonly effectOn: (userId: string, counted: readonly Ballot[]) => string;
  readonly endWith: (counted: readonly Ballot[]) => string;
}

/** The ways in which one person's changes can count, each with a different effect. */
type Ways = readonly (readonly Ballot[])[];

/** The most changes of one person that are considered. Nobody votes in more ways. */
const mostOfOne = 4;

/**
 * Whether the result of a vote is the same, whichever of these changes to its ballots were made in time. All
 * combinations are tried. For people whose changes have the same effects, only the number of them who were in time
 * matters. If there are still more than `most` combinations, the answer is no, and people are asked needlessly.
 */
export function comesToTheSame(changes: readonly Ballot[], supposing: Supposing, most: number): boolean {
  const people = [...Map.groupBy(changes, ({ userId }) => userId)];
  if (people.some(([, own]) => own.length > mostOfOne)) return false;
  const groups = new Map<string, Ways[]>();
  for (const [userId, own] of people) {
    const byEffect = new Map(subsetsOf(own).map((counted) => [supposing.effectOn(userId, counted), counted]));
    const effects = [...byEffect].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(effects.map(([effect]) => effect));
    groups.set(key, [...(groups.get(key) ?? []), effects.map(([, counted]) => counted)]);
  }
  const alike = [...groups.values()];
  if (alike.reduce((product, group) => product * countMixtures(group), 1) > most) return false;
  const end = supposing.endWith([]);
  return everyMixture(alike, [], (counted) => supposing.endWith(counted) === end);
}

function subsetsOf(own: readonly Ballot[]): Ballot[][] {
  return own.reduce<Ballot[][]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);
}

/** In how many ways a group of people can be distributed over what each of them can have done. */
function countMixtures(group: readonly Ways[]): number {
  const kinds = group[0]?.length ?? 1;
  let product = 1;
  for (let kind = 1; kind < kinds; kind += 1) product = (product * (group.length + kind)) / kind;
  return product;
}

/** Whether something is true for all combinations of these groups' changes, together with other changes that count. */
function everyMixture(
  groups: readonly (readonly Ways[])[],
  counted: readonly Ballot[],
  isTrueFor: (counted: readonly Ballot[]) => boolean,
): boolean {
  const [first, ...rest] = groups;
  if (first === undefined) return isTrueFor(counted);
  const deal = (people: readonly Ways[], way: number, before: readonly Ballot[]): boolean => {
    const kinds = people[0]?.length ?? 0;
    if (people.length === 0) return everyMixture(rest, before, isTrueFor);
    // Everybody who is left goes to the last way.
    const least = way === kinds - 1 ? people.length : 0;
    for (let count = least; count <= people.length; count += 1) {
      const taken = people.slice(0, count).flatMap((ways) => ways[way] ?? []);
      if (!deal(people.slice(count), way + 1, [...before, ...taken])) return false;
    }
    return true;
  };
  return deal(first, 0, counted);
}
