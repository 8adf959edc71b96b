import { countFigures, type Figures, hasEnough, hearSilence, noOption, suppose } from './figures.ts';
import { noObjections, type ObjectionCount } from './objection-count.ts';
import type { Option } from './option.ts';
import type { Otherwise, Rule } from './rule.ts';
import { isScored } from './score.ts';
import { findLeaders, type Tally } from './tally.ts';

/** What every verdict can be explained by: the rule, the figures under it, and the objections. */
interface Grounds {
  readonly rule: Rule;
  readonly figures: Figures;
  readonly objections: ObjectionCount;
}

interface Lead {
  readonly option: Option;
  /** Or points, where options are scored. */
  readonly votes: number;
}

interface LevelLead {
  readonly options: readonly Option[];
  /** Those of each. */
  readonly votes: number;
}

interface Kinds {
  chosen: Lead;
  /** One would be chosen, and an objection stands. */
  blocked: Lead;
  /** Several have as many votes, and one of them at least has what it takes. */
  tied: LevelLead;
  /** Enough took part, and the leading options, one or several, have too few votes. */
  'threshold missed': LevelLead;
  'no quorum': object;
  /** Nobody backs anything. */
  'no votes': object;
}

/** A verdict of a kind. */
type VerdictOf<Kind extends keyof Kinds> = { [K in Kind]: Grounds & Kinds[K] & { readonly kind: K } }[Kind];

/** What the rule says of a tally. */
export type Verdict = VerdictOf<keyof Kinds>;

/** Applies a rule to a tally, and to the objections that stand. */
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
  // Where options are scored, not all that are level are backed by as many people.
  if (!leaders.some((leader) => hasEnough(rule, leader, figures)))
    return { ...grounds, kind: 'threshold missed', options, votes };
  if (leaders.length > 1) return { ...grounds, kind: 'tied', options, votes };
  const isBlocked = rule.objections === 'block' && objections.standing > 0;
  return { ...grounds, kind: isBlocked ? 'blocked' : 'chosen', option: first.option, votes };
}

/** What is decided by a verdict, apart from its figures. */
function answerOf(verdict: Verdict): string {
  return verdict.kind === 'chosen' || verdict.kind === 'blocked'
    ? `${verdict.kind} ${verdict.option.id}`
    : verdict.kind;
}

/**
 * The verdict that the deadline would give as well, whatever those vote who have not voted yet; undefined while they
 * can make a difference. Each thing that they can do to a verdict (join in, keep out, strengthen a rival, enlarge what
 * the threshold is taken of) is done most by all of them doing the same, so it is enough to suppose that.
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

/** What is to be done about a verdict at the end of a vote. */
export type Sequel = 'accept' | Otherwise;

const sequels: Record<Verdict['kind'], (rule: Rule) => Sequel> = {
  chosen: () => 'accept',
  tied: ({ tie }) => tie,
  'no quorum': ({ noQuorum }) => noQuorum,
  'no votes': ({ noQuorum }) => noQuorum,
  'threshold missed': ({ thresholdMissed }) => thresholdMissed,
  blocked: () => 'ask',
};

/** What the rule has done about a verdict; a vote that was extended once is not extended again. */
export function findSequel({ kind, rule }: Verdict, wasExtended: boolean): Sequel {
  const sequel = sequels[kind](rule);
  return sequel === 'extend once' && wasExtended ? 'ask' : sequel;
}
