import { type Decision, phaseOf } from '../decision.ts';
import type { Rule } from '../rule/rule.ts';
import { countBase, countFigures, hasEnough, hearSilence } from '../tally/figures.ts';
import { findLeaders, findSilent, type Tally } from '../tally/tally.ts';
import type { Need } from './verdict-facts.ts';

/** The leading options in an open vote, and how far they are from winning. */
interface Leading {
  readonly options: readonly string[];
  /** The votes for each, or points if options are scored. */
  readonly votes: number;
  /** What the votes are compared with: people, or points. */
  readonly base: number;
  readonly need: Need;
  /** `people`: too few people back it, whatever its share of the votes is. */
  readonly lacks: 'nothing' | 'votes' | 'people';
}

/** The progress of an open vote. */
export interface Progress {
  readonly voted: number;
  readonly deciders: number;
  /** The rule hides the count, so nothing else is shown. */
  readonly isHidden: boolean;
  readonly abstained?: number;
  /** How many must vote, and how many of them are missing. */
  readonly quorum?: { readonly least: number; readonly missing: number };
  /** The option for which people count who have not voted, while there are any. */
  readonly assent?: string;
  /** Undefined while nobody has voted. */
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

/**
 * The progress of an open vote: who has voted, how many the quorum lacks, and what leads. Undefined if none is open.
 */
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
