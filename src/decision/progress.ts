import type { Decision } from './decision.ts';
import { phaseOf } from './decision.ts';
import { addLeast, describeLeast, describeThreshold } from './describe-rule.ts';
import { countBase, countFigures, hasEnough, hearSilence } from './figures.ts';
import { listNames } from './person.ts';
import type { Rule } from './rule.ts';
import { countVotes, isScored } from './score.ts';
import { findLeaders, findSilent, type Tally } from './tally.ts';

/** “the quorum of 4 is reached”, “2 more votes for the quorum of 4”; nothing where there is no quorum. */
function describeQuorumProgress(rule: Rule, tally: Tally): string {
  const { quorum, turnout } = countFigures(rule, tally);
  const missing = quorum - turnout;
  if (rule.quorum === 0) return '';
  return missing > 0
    ? `${missing} more ${missing === 1 ? 'vote' : 'votes'} for the quorum of ${quorum}`
    : `the quorum of ${quorum} is reached`;
}

/** “Go leads with 2 of 5, and needs more than half of those who voted”; nothing while nobody leads. */
function describeLead(rule: Rule, given: Tally): string {
  const tally = hearSilence(rule, given);
  const figures = countFigures(rule, tally);
  const leaders = findLeaders(tally);
  const [first, second] = leaders;
  if (first === undefined) return '';
  const titles = listNames(
    leaders.map(({ option }) => option.title),
    3,
  );
  const lead = second === undefined ? `${titles} leads` : `${titles} are level`;
  const isEnough = leaders.some((leader) => hasEnough(rule, leader, figures));
  const isFew = first.voters.length < rule.leastInFavour;
  if (rule.threshold === 'most votes' && !isScored(rule)) {
    return isEnough ? lead : `${lead}, and needs ${describeLeast(rule)}`;
  }
  const base = countBase(rule, figures);
  const of = isScored(rule) ? countVotes(rule, base) : String(base);
  const has = `${lead} with ${first.votes} of ${of}${second === undefined ? '' : ' each'}`;
  if (isEnough) return has;
  if (rule.threshold === 'most votes') return `${has}, and needs ${describeLeast(rule)}`;
  const need = describeThreshold(rule.threshold, rule);
  return `${has}, and needs ${isFew ? addLeast(need, rule) : need}`;
}

/**
 * How far an open vote is, in phrases: who has voted, what the quorum misses, who leads. A hidden tally tells no more
 * than how many have voted.
 */
export function describeProgress(decision: Decision, tally: Tally): string[] {
  const { voting } = decision;
  if (voting === undefined || phaseOf(decision) !== 'voting') return [];
  const { rule } = voting;
  const all = tally.voted.length + tally.notVoted.length;
  const turnout = `${tally.voted.length} of ${all} have voted`;
  if (rule.isTallyHidden) return [turnout, 'the count is shown when voting closes'];
  const first = tally.options[0]?.option.title ?? '';
  return [
    turnout,
    tally.abstained.length > 0
      ? `${tally.abstained.length} of them abstain${tally.abstained.length === 1 ? 's' : ''}`
      : '',
    describeQuorumProgress(rule, tally),
    rule.silence === 'assent' && findSilent(tally).length > 0 ? `who does not vote counts for ${first}` : '',
    tally.voted.length > 0 ? describeLead(rule, tally) : '',
  ].filter(Boolean);
}
