import type { ObjectionCount } from './objection-count.ts';
import type { Rule } from './rule.ts';

/** What an option needs to win: the parts of a rule that say so. */
export type Need = Pick<Rule, 'method' | 'threshold' | 'leastInFavour'>;

/** The figures that every verdict is told with. */
export interface Turnout {
  readonly need: Need;
  /** How many may vote, and how many of them have; those who abstained included. */
  readonly deciders: number;
  readonly voted: number;
  readonly abstained: number;
  /** How many had to vote; missing where the rule has no quorum. */
  readonly quorum?: number;
  /** Where silence is assent: the option that the silent count for, and how many they are. */
  readonly assent?: { readonly option: string; readonly silent: number };
  /** What the votes for an option are compared with: people, or points where options are scored. */
  readonly base: number;
  readonly objections: ObjectionCount;
}

interface Lead {
  readonly option: string;
  /** Or points, where options are scored. */
  readonly votes: number;
}

interface LevelLead {
  readonly options: readonly string[];
  /** Those of each. */
  readonly votes: number;
}

interface Kinds {
  chosen: Lead;
  blocked: Lead;
  tied: LevelLead;
  'threshold missed': LevelLead;
  'no quorum': object;
  'no votes': object;
}

/** The facts of a verdict of a kind. */
export type FactsOf<Kind extends keyof Kinds> = { [K in Kind]: Turnout & Kinds[K] & { readonly kind: K } }[Kind];

/**
 * A verdict as it is kept and told: options by their titles, and the figures that it rests on. It is JSON, so that it can
 * wait in the database and be put into words later.
 */
export type VerdictFacts = FactsOf<keyof Kinds>;

/** A sentence that an earlier version made of a verdict. It is told as it was told then. */
interface ToldBefore {
  readonly kind: 'told before';
  readonly text: string;
}

/** A verdict as it is read from the database. */
export type KeptVerdict = VerdictFacts | ToldBefore;
