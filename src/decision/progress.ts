import { type Decision, phaseOf } from './decision.ts';
import { countBase, countFigures, hasEnough, hearSilence } from './figures.ts';
import type { Rule } from './rule.ts';
import { findLeaders, findSilent, type Tally } from './tally.ts';
import type { Need } from './verdict-facts.ts';

/** The options that lead an open vote, and how far they are from winning it. */
interface Leading {
  readonly options: readonly string[];
  /** Those of each; points where options are scored. */
  readonly votes: number;
  /** What the votes are compared with: people, or points. */
  readonly base: number;
  readonly need: Need;
  /** `people`: too few back it, whatever its share of the votes. */
  readonly lacks: 'nothing' | 'votes' | 'people';
}

/** How far an open vote is. */
export interface Progress {
  readonly voted: number;
  readonly deciders: number;
  /** The rule keeps the count to itself: nothing else is told. */
  readonly isHidden: boolean;
  readonly abstained?: number;
  /** How many have to vote, and how many of them are missing. */
  readonly quorum?: { readonly least: number; readonly missing: number };
  /** The option that the silent count for, while there are any. */
  readonly assent?: string;
  /** Missing while nobody has voted. */
  readonly lead?: Leading;
}

function findLead(rule: Rule, given: Tally): Leading | undefined {
  const tally = hearSilence(rule, given);
  const figures = countFigures(rule, tally);
  const leaders = findLeaders(tally);
  const [first] = leaders;
  if (first === undefined) return undefined;
  const { method, threshold, leastInFavour } = rule;
  const isEnough = leaders.some((leader) => hasEnough(rule, leader, figures));
  const isFew = first.voters.length < leastInFavour;
  return {
    options: leaders.map(({ option }) => option.title),
    votes: first.votes,
    base: countBase(rule, figures),
    need: { method, threshold, leastInFavour },
    lacks: isEnough ? 'nothing' : isFew ? 'people' : 'votes',
  };
}

/** How far an open vote is: who has voted, what the quorum misses, who leads. Undefined where no vote is open. */
export function findProgress(decision: Decision, tally: Tally): Progress | undefined {
  const { voting } = decision;
  if (voting === undefined || phaseOf(decision) !== 'voting') return undefined;
  const { rule } = voting;
  const turnout = { voted: tally.voted.length, deciders: tally.voted.length + tally.notVoted.length };
  if (rule.isTallyHidden) return { ...turnout, isHidden: true };
  const { quorum: least, turnout: counted } = countFigures(rule, tally);
  const lead = tally.voted.length > 0 ? findLead(rule, tally) : undefined;
  return {
    ...turnout,
    isHidden: false,
    abstained: tally.abstained.length,
    ...(rule.quorum === 0 ? {} : { quorum: { least, missing: Math.max(0, least - counted) } }),
    ...(rule.silence === 'assent' && findSilent(tally).length > 0
      ? { assent: tally.options[0]?.option.title ?? '' }
      : {}),
    ...(lead ? { lead } : {}),
  };
}
