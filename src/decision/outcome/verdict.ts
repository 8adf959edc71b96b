import { noObjections, type ObjectionCount } from '../objection/objection-count.ts';
import type { Option } from '../proposal/option.ts';
import type { Otherwise, Rule } from '../rule/rule.ts';
import { countFigures, type Figures, hasEnough, hearSilence, noOption, suppose } from '../tally/figures.ts';
import { findLeaders, type Tally } from '../tally/tally.ts';
import { isScored } from '../vote/score.ts';

/** Everything that explains a verdict: the rule, the figures, and the objections. */
interface Grounds {
  readonly rule: Rule;
  readonly figures: Figures;
  readonly objections: ObjectionCount;
}

interface Lead {
  readonly option: Option;
  /** Points, if options are scored. */
  readonly votes: number;
}

interface LevelLead {
  readonly options: readonly Option[];
  /** The votes for each. */
  readonly votes: number;
}

interface Kinds {
  chosen: Lead;
  /** An option would be chosen, but an objection stands, or only one person has overridden it where that takes two. */
  blocked: Lead;
  /** Several options have equally many votes, and at least one of them has enough to win. */
  tied: LevelLead;
  /** Enough took part, but the leading options have too few votes. */
  'threshold missed': LevelLead;
  'no quorum': object;
  /** Nobody backs anything. */
  'no votes': object;
}

/** A verdict of a kind. */
type VerdictOf<Kind extends keyof Kinds> = { [K in Kind]: Grounds & Kinds[K] & { readonly kind: K } }[Kind];

/** The verdict of a rule on a tally. */
export type Verdict = VerdictOf<keyof Kinds>;

/** Applies a rule to a tally and to the objections that stand. */
export function reachVerdict(rule: Rule, given: Tally, objections = noObjections): Verdict {
  const tally = hearSilence(rule, given);
  const figures = countFigures(rule, tally);
  const grounds = { rule, figures, objections };
  const leaders = findLeaders(tally);
  const [first] = leaders;
  if (figures.turnout < figures.quorum) return { ...grounds, kind: 'no quorum' };
  if (first === undefined) return { ...grounds, kind: 'no votes' };

  const { votes } = first;
  const options = leaders.map(({ option }) => option);
  // If options are scored, options with equally many points may be backed by different numbers of people.
  if (!leaders.some((leader) => hasEnough(rule, leader, figures)))
    return { ...grounds, kind: 'threshold missed', options, votes };
  if (leaders.length > 1) return { ...grounds, kind: 'tied', options, votes };
  const { standing, unconfirmed = 0 } = objections;
  const isBlocked = rule.objections === 'block' && standing + unconfirmed > 0;
  return { ...grounds, kind: isBlocked ? 'blocked' : 'chosen', option: first.option, votes };
}

/** The result of a verdict, without its figures. */
function answerOf(verdict: Verdict): string {
  return verdict.kind === 'chosen' || verdict.kind === 'blocked'
    ? `${verdict.kind} ${verdict.option.id}`
    : verdict.kind;
}

/**
 * The verdict that is certain already, however the remaining people vote; undefined while they can make a difference.
 * Every effect that they can have on a verdict (taking part or not, strengthening a rival, enlarging the base of the
 * threshold) is strongest if all of them do the same, so it is enough to try that.
 */
export function findSettled(rule: Rule, tally: Tally, objections = noObjections): Verdict | undefined {
  const verdict = reachVerdict(rule, tally, objections);
  if (tally.notVoted.length === 0) return verdict;
  const abstaining = rule.abstain === 'none' ? [] : [undefined];
  const zeros = isScored(rule) ? [noOption] : [];
  const choices = [...tally.options.map(({ option }) => option.id), ...abstaining, ...zeros];
  const isSettled = choices.every(
    (choice) => answerOf(reachVerdict(rule, suppose(rule, tally, choice), objections)) === answerOf(verdict),
  );
  return isSettled ? verdict : undefined;
}

/** What happens after a verdict at the end of a vote. */
export type Sequel = 'accept' | Otherwise;

const sequels: Record<Verdict['kind'], (rule: Rule) => Sequel> = {
  chosen: () => 'accept',
  tied: ({ tie }) => tie,
  'no quorum': ({ noQuorum }) => noQuorum,
  'no votes': ({ noQuorum }) => noQuorum,
  'threshold missed': ({ thresholdMissed }) => thresholdMissed,
  blocked: () => 'ask',
};

/** What the rule does after a verdict. A vote is extended only once. */
export function findSequel({ kind, rule }: Verdict, wasExtended: boolean): Sequel {
  const sequel = sequels[kind](rule);
  return sequel === 'extend once' && wasExtended ? 'ask' : sequel;
}
