import type { Ballot } from './ballot.ts';
import type { Option } from './option.ts';

/** One option's share of a tally. */
export interface OptionTally {
  readonly option: Option;
  /** Deciders who back it. */
  readonly voters: readonly string[];
  /** Others who back it; listed, not counted. */
  readonly advisers: readonly string[];
}

/** Counts per option, in the order of the options, and who has not voted. */
export interface Tally {
  readonly options: readonly OptionTally[];
  readonly voted: readonly string[];
  readonly notVoted: readonly string[];
}

/** What a tally is taken from. */
export interface Count {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  readonly deciders: readonly string[];
  /** Bots: their reactions are neither votes nor advice. */
  readonly ignored: ReadonlySet<string>;
}

/** Counts the ballots that stand. The order in which they are given makes no difference. */
export function takeTally({ options, ballots, deciders, ignored }: Count): Tally {
  const isDecider = new Set(deciders);
  const standing = ballots
    .filter((ballot) => ballot.isCast && !ignored.has(ballot.userId))
    .toSorted((a, b) => a.eventUs - b.eventUs || (a.userId < b.userId ? -1 : 1));
  const voted = new Set<string>();
  const counted = options.map((option) => {
    const backers = standing.filter((ballot) => ballot.optionId === option.id).map((ballot) => ballot.userId);
    const voters = backers.filter((id) => isDecider.has(id));
    for (const id of voters) voted.add(id);
    return { option, voters, advisers: backers.filter((id) => !isDecider.has(id)) };
  });
  return {
    options: counted,
    voted: deciders.filter((id) => voted.has(id)),
    notVoted: deciders.filter((id) => !voted.has(id)),
  };
}

/** The options with the most votes; none while nobody has voted. */
export function findLeaders(tally: Tally): readonly OptionTally[] {
  const most = Math.max(0, ...tally.options.map(({ voters }) => voters.length));
  return most === 0 ? [] : tally.options.filter(({ voters }) => voters.length === most);
}
