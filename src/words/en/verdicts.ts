import type { Reason } from '../../decision/decision.ts';
import type { FactsOf, KeptVerdict, Need, VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { VerdictWords } from '../language.ts';
import { count, list, number } from './grammar.ts';
import { addLeast, countVotes, nameThreshold } from './rules.ts';

type Kind = VerdictFacts['kind'];

/** How many options are named when several are tied. */
const mostNamed = 4;

/** “5 of 7 deciders voted (quorum 4, 1 abstained)”. */
function wordTurnout({ deciders, voted, abstained, quorum, assent }: VerdictFacts): string {
  const notes = [
    quorum === undefined ? '' : `quorum ${number(quorum)}`,
    abstained > 0 ? `${number(abstained)} abstained` : '',
  ].filter(Boolean);
  const silent = assent?.silent ?? 0;
  const who = silent === deciders - voted ? `the other ${number(silent)}` : `${number(silent)} of the others`;
  const counted = assent && silent > 0 ? ` and ${who} ${silent === 1 ? 'counts' : 'count'} for ${assent.option}` : '';
  return `${number(voted)} of ${number(deciders)} deciders voted${notes.length > 0 ? ` (${notes.join(', ')})` : ''}${counted}`;
}

/** What the votes for an option are compared with: “5”, “15 points”. */
function wordBase({ need, base }: VerdictFacts): string {
  return isScored(need) ? countVotes(need, base) : number(base);
}

/** “more than half of those who voted”, “more than any other option”. */
function wordNeed(need: Need): string {
  const most =
    need.threshold === 'most votes' ? 'more than any other option' : nameThreshold(need.threshold, need.method);
  return addLeast(most, need);
}

function wordObjections({ standing, resolved, overridden = 0 }: VerdictFacts['objections']): string {
  const all = standing + resolved + overridden;
  if (all === 0) return '';
  const whole = { 'not resolved': standing, resolved, overridden };
  const same = Object.entries(whole).find(([, of]) => of === all)?.[0];
  const parts = [
    resolved > 0 ? `${number(resolved)} of them resolved` : '',
    overridden > 0 ? `${number(overridden)} overridden` : '',
  ];
  return `; ${count(all, 'objection')}, ${same ?? parts.filter(Boolean).join(', ')}`;
}

function wordWinner(facts: FactsOf<'chosen' | 'blocked'>, objections = wordObjections(facts.objections)): string {
  const has = `${facts.option} has ${number(facts.votes)} of ${wordBase(facts)}`;
  const need = wordNeed(facts.need);
  const needs = facts.need.threshold === 'most votes' ? `, ${need}` : ` (needs ${need})`;
  return `${wordTurnout(facts)}, ${has}${needs}${objections}.`;
}

/** What keeps a winner from being accepted: objections that stand, or that only one person has overridden. */
function wordObstacle({ objections: { standing, unconfirmed = 0 } }: FactsOf<'blocked'>): string {
  if (standing > 0) return `Blocked by ${count(standing, 'objection')}`;
  return `Blocked until a second person confirms it, since one person overrode ${count(unconfirmed, 'objection')}`;
}

/** For a winner that objections block; the objections are told before it. */
function wordBlocked(facts: FactsOf<'blocked'>): string {
  const { resolved, overridden = 0 } = facts.objections;
  return wordWinner(facts, resolved + overridden > 0 ? wordObjections(facts.objections) : '');
}

function wordLevel(facts: FactsOf<'threshold missed'>): string {
  const [has, each] = facts.options.length > 1 ? ['have', ' each'] : ['has', ''];
  return `${list(facts.options, mostNamed)} ${has} ${number(facts.votes)} of ${wordBase(facts)}${each}`;
}

function wordTie({ options, need, votes }: FactsOf<'tied'>): string {
  return `${list(options, mostNamed)} are tied with ${countVotes(need, votes)} each`;
}

const explanations: { readonly [K in Kind]: (facts: FactsOf<K>) => string } = {
  chosen: (facts) => wordWinner(facts),
  blocked: (facts) => `${wordObstacle(facts)}: ${wordBlocked(facts)}`,
  tied: (facts) => `${wordTie(facts)}; ${wordTurnout(facts)}.`,
  'threshold missed': (facts) =>
    `Not enough ${countedAs(facts.need)}: ${wordTurnout(facts)}, ${wordLevel(facts)} (needs ${wordNeed(facts.need)}).`,
  'no quorum': (facts) => `No quorum: ${wordTurnout(facts)}.`,
  'no votes': (facts) => {
    const { need, deciders, voted } = facts;
    if (voted > 0 && isScored(need)) return `No option has any points: ${wordTurnout(facts)}.`;
    if (voted > 0) return `Nobody backs an option: ${number(voted)} of ${number(deciders)} abstained.`;
    return deciders > 0 ? 'Nobody who may vote has voted.' : 'Nobody is left who may vote.';
  },
};

function countedAs(need: Need): string {
  return isScored(need) ? 'points' : 'votes';
}

function explain(verdict: KeptVerdict): string {
  if (verdict.kind === 'told before') return verdict.text;
  const explain = explanations[verdict.kind] as (facts: VerdictFacts) => string;
  return explain(verdict);
}

function conclude(verdict: KeptVerdict): string {
  return verdict.kind === 'chosen' ? `Accepted: ${explain(verdict)}` : explain(verdict);
}

function figures(verdict: KeptVerdict): string {
  return verdict.kind === 'blocked' ? wordBlocked(verdict) : explain(verdict);
}

function justify(verdict: VerdictFacts): string {
  if (verdict.kind !== 'chosen') return '';
  const { need, abstained, votes, assent } = verdict;
  const has = `${number(votes)} of ${wordBase(verdict)}`;
  if (assent) return `nobody’s objection stands, and ${has} count for it.`;
  if (isScored(need)) return `${need.threshold === 'most votes' ? 'the most points, ' : ''}${has}.`;
  const voted = verdict.voted - abstained;
  if (voted === 1) return 'the only vote was for it.';
  const voters = `${number(voted)} who ${abstained > 0 ? 'did not abstain' : 'voted'}`;
  if (votes === voted) return `all ${voters} backed it.`;
  return need.threshold === 'most votes'
    ? `the most votes, ${number(votes)} of the ${voters}.`
    : `${number(votes)} of the ${voters} backed it.`;
}

const rejections: { readonly [K in Kind]: (facts: FactsOf<K>) => string } = {
  chosen: () => '',
  blocked: ({ objections }) =>
    `${count(objections.standing + (objections.unconfirmed ?? 0), 'objection')} stood against it.`,
  tied: (facts) => `${wordTie(facts)}.`,
  'threshold missed': (facts) =>
    `no option has enough ${countedAs(facts.need)}; ${wordLevel(facts)} (needs ${wordNeed(facts.need)}).`,
  'no quorum': (facts) => `too few took part; ${wordTurnout(facts)}.`,
  'no votes': ({ need }) =>
    isScored(need) ? 'nobody gave any of the options a point.' : 'nobody voted for any of the options.',
};

function reject(verdict: VerdictFacts): string {
  const explain = rejections[verdict.kind] as (facts: VerdictFacts) => string;
  return explain(verdict);
}

function giveReason(reason: Reason): string {
  if (reason.by !== 'rule') return reason.text;
  return reason.verdict.kind === 'chosen' ? justify(reason.verdict) : reject(reason.verdict);
}

/** Verdicts in English. */
export const verdicts: VerdictWords = { explain, conclude, figures, justify, reject, giveReason };
