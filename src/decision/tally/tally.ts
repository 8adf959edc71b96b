import type { Handover } from '../decision.ts';
import type { Option } from '../proposal/option.ts';
import type { Rule } from '../rule/rule.ts';
import type { Ballot } from '../vote/ballot.ts';

/** The tally of one option. */
export interface OptionTally {
  readonly option: Option;
  /** The number that counts: how many deciders back it, or how many points they give it. */
  readonly votes: number;
  /** The deciders who back it, with at least one point if options are scored. */
  readonly voters: readonly string[];
  /** Other people who back it. They are listed, but not counted. */
  readonly advisers: readonly string[];
  /** The points that each of them gives it, by user id; undefined if options are not scored. */
  readonly points: ReadonlyMap<string, number>;
}

/** The counts per option, in the order of the options, and the people who have not voted. */
export interface Tally {
  readonly options: readonly OptionTally[];
  /** The people who took part, including those who abstained. */
  readonly voted: readonly string[];
  readonly abstained: readonly string[];
  readonly notVoted: readonly string[];
  /**
   * The people with several reactions but one vote, if nobody can tell which is the latest: one of the reactions is
   * known only from Slack's list, which has no times. They count once they remove the others.
   */
  readonly unclear: readonly string[];
  /** The deciders who are gone and don't count, because they have not voted or their votes have lapsed. */
  readonly notCounted: readonly string[];
  /** The deciders who were taken out of the count because they are away, and who have not voted. */
  readonly takenOut: readonly string[];
  /** The votes that count for two people: cast by one, and counted for another as well who handed theirs over. */
  readonly handedOver: readonly VoteForAnother[];
}

/** A person whose vote is cast by another: both are deciders. */
type VoteForAnother = Pick<Handover, 'from' | 'to'>;

/** What a tally is counted from. */
export interface Count {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
  /** The people who may vote, or could when voting opened. */
  readonly deciders: readonly string[];
  /** Those of them who can't take part anymore. */
  readonly gone?: readonly string[];
  /** Those who are not missed as long as they don't vote. */
  readonly takenOut?: readonly string[];
  /** Who has handed their vote to whom. */
  readonly handovers?: readonly VoteForAnother[];
  /** What happens to the votes of those who are gone. By default, they stand. */
  readonly votesAfterLeaving?: Rule['votesAfterLeaving'];
  /** Bots, whose reactions are neither votes nor advice. */
  readonly ignored: ReadonlySet<string>;
  /** Defaults to approval. */
  readonly method?: Rule['method'];
  /** The id that replaces an option in an abstention; undefined if there is no abstaining. */
  readonly abstentionId?: string | undefined;
}

/** The current ballots that count, oldest first, and the people whose vote nobody can tell. */
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

/** The ballots that count out of one person's, or of several people's: oldest first. */
export function findCounting(method: Rule['method'], ballots: readonly Ballot[]): readonly Ballot[] {
  return readers[method](ballots.filter(({ isCast }) => isCast).toSorted(inOrder)).counted;
}

/**
 * The handovers that make a difference: of people without a standing ballot of their own, to somebody who has one that
 * counts.
 */
function findHandedOver(
  { handovers = [], gone = [], votesAfterLeaving }: Count,
  standing: readonly Ballot[],
): readonly VoteForAnother[] {
  if (handovers.length === 0) return [];
  const hasBallot = new Set(standing.map(({ userId }) => userId));
  const hasLapsed = new Set(votesAfterLeaving === 'lapse' ? gone : []);
  return handovers
    .filter(({ from, to }) => !hasBallot.has(from) && hasBallot.has(to) && !hasLapsed.has(to))
    .map(({ from, to }) => ({ from, to }));
}

/** The ballots that people cast for others, as if these had cast them. */
function castForOthers(standing: readonly Ballot[], handedOver: readonly VoteForAnother[]): readonly Ballot[] {
  if (handedOver.length === 0) return [];
  const byPerson = Map.groupBy(standing, ({ userId }) => userId);
  return handedOver.flatMap(({ from, to }) => (byPerson.get(to) ?? []).map((ballot) => ({ ...ballot, userId: from })));
}

/** Counts the current ballots. Their order makes no difference. */
export function takeTally(count: Count): Tally {
  const { options, ballots, ignored, method = 'approval', abstentionId } = count;
  const known = new Set([...options.map(({ id }) => id), abstentionId]);
  const own = ballots.filter((ballot) => ballot.isCast && !ignored.has(ballot.userId) && known.has(ballot.optionId));
  const handedOver = findHandedOver(count, own);
  const standing = [...own, ...castForOthers(own, handedOver)].toSorted(inOrder);
  const { counted, unclear } = readers[method](standing);
  const hasVoted = new Set(counted.map((ballot) => ballot.userId));
  const present = findCounted(count, hasVoted);
  const { notCounted } = present;
  const isOut = new Set(count.takenOut?.filter((id) => !hasVoted.has(id) && !unclear.has(id)));
  const deciders = present.deciders.filter((id) => !isOut.has(id));
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
  // People who take a side, for an option or against all, don't abstain, whatever else they pressed.
  return {
    options: perOption,
    voted: deciders.filter((id) => hasVoted.has(id)),
    abstained: deciders.filter((id) => hasVoted.has(id) && !siding.has(id)),
    notVoted: deciders.filter((id) => !hasVoted.has(id)),
    unclear: deciders.filter((id) => unclear.has(id)),
    notCounted,
    takenOut: present.deciders.filter((id) => isOut.has(id)),
    handedOver,
  };
}

/** The deciders who count: those who are present, and those who are gone but have a vote that stands. */
function findCounted(
  { deciders, gone = [], votesAfterLeaving = 'stand' }: Count,
  hasVoted: ReadonlySet<string>,
): { readonly deciders: readonly string[]; readonly notCounted: readonly string[] } {
  if (gone.length === 0) return { deciders, notCounted: [] };
  const out = new Set(votesAfterLeaving === 'stand' ? gone.filter((id) => !hasVoted.has(id)) : gone);
  return { deciders: deciders.filter((id) => !out.has(id)), notCounted: deciders.filter((id) => out.has(id)) };
}

/** The options with the most votes or points; none if nobody backs any. */
export function findLeaders(tally: Tally): readonly OptionTally[] {
  const most = Math.max(0, ...tally.options.map(({ votes }) => votes));
  return most === 0 ? [] : tally.options.filter(({ votes }) => votes === most);
}

/**
 * The people without a reaction that is a vote. People with several reactions of which none counts are not among them.
 */
export function findSilent({ notVoted, unclear }: Pick<Tally, 'notVoted' | 'unclear'>): readonly string[] {
  const isUnclear = new Set(unclear);
  return notVoted.filter((id) => !isUnclear.has(id));
}

/** The people who voted, but back no option and don't abstain: they gave no option a point. */
export function findAgainstAll({ options, voted, abstained }: Tally): readonly string[] {
  const others = new Set([...abstained, ...options.flatMap(({ voters }) => voters)]);
  return voted.filter((id) => !others.has(id));
}

/** The tally without its options: who took part, and who has not. */
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
