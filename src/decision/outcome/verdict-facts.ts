import type { ObjectionCount } from '../objection/objection-count.ts';
import type { Rule } from '../rule/rule.ts';

/** The parts of a rule that say what an option needs to win. */
export type Need = Pick<Rule, 'method' | 'threshold' | 'leastInFavour'>;

/** The figures of every verdict. */
export interface Turnout {
  readonly need: Need;
  /** How many may vote, and how many of them have, including those who abstained. */
  readonly deciders: number;
  readonly voted: number;
  readonly abstained: number;
  /** How many had to vote; undefined if the rule has no quorum. */
  readonly quorum?: number;
  /** If silence is assent: the option for which people count who did not vote, and how many they are. */
  readonly assent?: { readonly option: string; readonly silent: number };
  /** The number that the votes for an option are compared with: people, or points if options are scored. */
  readonly base: number;
  readonly objections: ObjectionCount;
}

interface Lead {
  readonly option: string;
  /** Points, if options are scored. */
  readonly votes: number;
}

interface LevelLead {
  readonly options: readonly string[];
  /** The votes for each. */
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
 * A verdict with the titles of options and the figures behind it. It is JSON, so that it can be stored in the database
 * and worded later.
 */
export type VerdictFacts = FactsOf<keyof Kinds>;

/** A sentence about a verdict from an earlier version. It is shown unchanged. */
interface ToldBefore {
  readonly kind: 'told before';
  readonly text: string;
}

/** A verdict from the database. */
export type KeptVerdict = VerdictFacts | ToldBefore;
