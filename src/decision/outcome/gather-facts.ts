import type { Option } from '../proposal/option.ts';
import { countBase } from '../tally/figures.ts';
import { findSilent, type Tally } from '../tally/tally.ts';
import type { Verdict } from './verdict.ts';
import type { Turnout, VerdictFacts } from './verdict-facts.ts';

const titleOf = ({ title }: Option): string => title;

/** The facts of a verdict on a tally. */
export function gatherFacts(verdict: Verdict, tally: Tally): VerdictFacts {
  const { rule, figures, objections } = verdict;
  const { method, threshold, leastInFavour } = rule;
  const grounds: Turnout = {
    need: { method, threshold, leastInFavour },
    deciders: tally.voted.length + tally.notVoted.length,
    voted: tally.voted.length,
    abstained: tally.abstained.length,
    ...(rule.quorum === 0 ? {} : { quorum: figures.quorum }),
    ...(rule.silence === 'assent'
      ? { assent: { option: tally.options[0]?.option.title ?? '', silent: findSilent(tally).length } }
      : {}),
    base: countBase(rule, figures),
    objections,
  };
  const { kind } = verdict;
  if (kind === 'chosen' || kind === 'blocked') {
    return { ...grounds, kind, option: titleOf(verdict.option), votes: verdict.votes };
  }
  if (kind === 'tied' || kind === 'threshold missed') {
    return { ...grounds, kind, options: verdict.options.map(titleOf), votes: verdict.votes };
  }
  return { ...grounds, kind };
}
