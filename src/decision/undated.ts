import type { Ballot } from './ballot.ts';
import type { Tally } from './tally.ts';

/**
 * Votes of deciders that Slack shows, or no longer shows, of which nobody can tell whether that was in time: they are
 * not counted.
 */
export interface UndatedVotes {
  readonly changes: readonly Ballot[];
  /** The tally as it would be with all of them. */
  readonly tally: Tally;
  /** Whether the vote comes to the same, whichever of them were in time. */
  readonly isSettled: boolean;
}

/** What some changes do to the ballots of one person, and what a vote comes to when they count, in words of any kind. */
export interface Supposing {
  readonly effectOn: (userId: string, counted: readonly Ballot[]) => string;
  readonly endWith: (counted: readonly Ballot[]) => string;
}

/** The ways in which the changes of one person can count, each with another effect. */
type Ways = readonly (readonly Ballot[])[];

/** So many changes of one person are looked at: more are more ways than anybody votes. */
const mostOfOne = 4;

/**
 * Whether a vote comes to the same end whichever of these changes to its ballots were made in time. All that can have
 * been is supposed, one after another; of people for whom the changes mean the same, only how many of them were in time
 * makes a difference. Where that is still more than `most`, the answer is no, and people are asked in vain.
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

/** In how many ways so many people can be dealt out to what each of them can have done. */
function countMixtures(group: readonly Ways[]): number {
  const kinds = group[0]?.length ?? 1;
  let product = 1;
  for (let kind = 1; kind < kinds; kind += 1) product = (product * (group.length + kind)) / kind;
  return product;
}

/** Whether something holds for all ways in which the changes of these groups can count, together with others. */
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
    // The last way takes all who are left.
    const least = way === kinds - 1 ? people.length : 0;
    for (let count = least; count <= people.length; count += 1) {
      const taken = people.slice(0, count).flatMap((ways) => ways[way] ?? []);
      if (!deal(people.slice(count), way + 1, [...before, ...taken])) return false;
    }
    return true;
  };
  return deal(first, 0, counted);
}
