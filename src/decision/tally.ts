import type { Ballot } from './ballot.ts';
import type { Option } from './option.ts';
import type { Rule } from './rule.ts';

/** One option's share of a tally. */
export interface OptionTally {
  readonly option: Option;
  /** What counts: how many deciders back it, or how many points they give it. */
  readonly votes: number;
  /** Deciders who back it; where options are scored, with a point at least. */
  readonly voters: readonly string[];
  /** Others who back it; listed, not counted. */
  readonly advisers: readonly string[];
  /** The points that each of them gives it, by user id; nothing where nobody scores. */
  readonly points: ReadonlyMap<string, number>;
}

/** Counts per option, in the order of the options, and who has not voted. */
export interface Tally {
  readonly options: readonly OptionTally[];
  /** Who took part, those who abstained included. */
  readonly voted: readonly string[];
  readonly abstained: readonly string[];
  readonly notVoted: readonly string[];
  /**
   * Those of them who have one vote and left several reactions, of which nobody can tell the latest: one of them is
   * known from Slack's list alone, which has no times. They are counted when they take the others off.
   */
  readonly unclear: readonly string[];
  /** Deciders who are gone and don't count: they have not voted, or their votes have lapsed. */
  readonly notCounted: readonly string[];
}

/** What a tally is taken from. */
export interface Count {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  /** Those who may vote, or might when voting opened. */
  readonly deciders: readonly string[];
  /** Those of them who can't take part any more. */
  readonly gone?: readonly string[];
  /** What becomes of the votes of these; they stand unless told otherwise. */
  readonly votesAfterLeaving?: Rule['votesAfterLeaving'];
  /** Bots: their reactions are neither votes nor advice. */
  readonly ignored: ReadonlySet<string>;
  /** Approval unless told otherwise. */
  readonly method?: Rule['method'];
  /** What stands for an option in the ballot of somebody who abstains; nothing where there is no abstaining. */
  readonly abstentionId?: string | undefined;
}

/** Which of the standing ballots, the oldest first, count; and of whom nobody can tell. */
interface Reading {
  readonly counted: readonly Ballot[];
  readonly unclear: ReadonlySet<string>;
}

const readAll = (standing: readonly Ballot[]): Reading => ({ counted: standing, unclear: new Set() });

const readers: Record<Rule['method'], (standing: readonly Ballot[]) => Reading> = {
  approval: readAll,
  score: readAll,
  single: (standing) => {
    const people = [...Map.groupBy(standing, (ballot) => ballot.userId)];
    const isUnclear = (own: readonly Ballot[]) => own.length > 1 && own.some(({ eventUs }) => eventUs === 0);
    const latest = new Set(people.filter(([, own]) => !isUnclear(own)).map(([, own]) => own.at(-1)));
    return {
      counted: standing.filter((ballot) => latest.has(ballot)),
      unclear: new Set(people.filter(([, own]) => isUnclear(own)).map(([userId]) => userId)),
    };
  },
};

function inOrder(a: Ballot, b: Ballot): number {
  return a.eventUs - b.eventUs || compare(a.userId, b.userId) || compare(a.optionId, b.optionId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Counts the ballots that stand. The order in which they are given makes no difference. */
export function takeTally(count: Count): Tally {
  const { options, ballots, ignored, method = 'approval', abstentionId } = count;
  const known = new Set([...options.map(({ id }) => id), abstentionId]);
  const standing = ballots
    .filter((ballot) => ballot.isCast && !ignored.has(ballot.userId) && known.has(ballot.optionId))
    .toSorted(inOrder);
  const { counted, unclear } = readers[method](standing);
  const hasVoted = new Set(counted.map((ballot) => ballot.userId));
  const { deciders, notCounted } = findCounted(count, hasVoted);
  const isDecider = new Set(deciders);
  const siding = new Set<string>();
  const perOption = options.map((option) => {
    const own = counted.filter((ballot) => ballot.optionId === option.id);
    for (const { userId } of own) siding.add(userId);
    const backing = own.filter(({ score }) => score > 0);
    const backers = backing.map(({ userId }) => userId);
    return {
      option,
      votes: backing.reduce((sum, { userId, score }) => sum + (isDecider.has(userId) ? score : 0), 0),
      voters: backers.filter((id) => isDecider.has(id)),
      advisers: backers.filter((id) => !isDecider.has(id)),
      points: new Map(method === 'score' ? backing.map(({ userId, score }) => [userId, score]) : []),
    };
  });
  // Who takes a side, for an option or against all, does not abstain, whatever else they pressed.
  return {
    options: perOption,
    voted: deciders.filter((id) => hasVoted.has(id)),
    abstained: deciders.filter((id) => hasVoted.has(id) && !siding.has(id)),
    notVoted: deciders.filter((id) => !hasVoted.has(id)),
    unclear: deciders.filter((id) => unclear.has(id)),
    notCounted,
  };
}

/** Which deciders count: those who are there, and those who are gone and have a vote that stands. */
function findCounted(
  { deciders, gone = [], votesAfterLeaving = 'stand' }: Count,
  hasVoted: ReadonlySet<string>,
): { readonly deciders: readonly string[]; readonly notCounted: readonly string[] } {
  if (gone.length === 0) return { deciders, notCounted: [] };
  const out = new Set(votesAfterLeaving === 'stand' ? gone.filter((id) => !hasVoted.has(id)) : gone);
  return { deciders: deciders.filter((id) => !out.has(id)), notCounted: deciders.filter((id) => out.has(id)) };
}

/** The options with the most votes, or points; none while nobody backs any. */
export function findLeaders(tally: Tally): readonly OptionTally[] {
  const most = Math.max(0, ...tally.options.map(({ votes }) => votes));
  return most === 0 ? [] : tally.options.filter(({ votes }) => votes === most);
}

/** Those who have left no reaction, or none that is a vote: not those who left several, of which none counts. */
export function findSilent({ notVoted, unclear }: Pick<Tally, 'notVoted' | 'unclear'>): readonly string[] {
  const isUnclear = new Set(unclear);
  return notVoted.filter((id) => !isUnclear.has(id));
}

/** Those who voted and back no option, without abstaining: where options are scored, who gave none of them a point. */
export function findAgainstAll({ options, voted, abstained }: Tally): readonly string[] {
  const others = new Set([...abstained, ...options.flatMap(({ voters }) => voters)]);
  return voted.filter((id) => !others.has(id));
}

/** The tally without what each option has: who took part, and who has not. */
export function hideFigures(tally: Tally): Tally {
  const options = tally.options.map(({ option }) => ({
    option,
    votes: 0,
    voters: [],
    advisers: [],
    points: new Map(),
  }));
  return { ...tally, options, abstained: [], unclear: [] };
}
