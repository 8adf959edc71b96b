import { addLeast, describeThreshold } from './describe-rule.ts';
import { countBase } from './figures.ts';
import type { ObjectionCount } from './objection.ts';
import type { Option } from './option.ts';
import { listNames } from './person.ts';
import { countVotes, isScored } from './score.ts';
import { findSilent, type Tally } from './tally.ts';
import type { Verdict, VerdictOf } from './verdict.ts';

type Won = VerdictOf<'chosen' | 'blocked'>;
type Level = VerdictOf<'tied' | 'threshold missed'>;

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function titlesOf(options: readonly Option[]): string {
  return listNames(
    options.map(({ title }) => title),
    4,
  );
}

/** “5 of 7 deciders voted (quorum 4, 1 abstained)”. */
function describeTurnout({ rule, figures: { quorum } }: Verdict, tally: Tally): string {
  const all = tally.voted.length + tally.notVoted.length;
  const notes = [
    rule.quorum === 0 ? '' : `quorum ${quorum}`,
    tally.abstained.length > 0 ? `${tally.abstained.length} abstained` : '',
  ].filter(Boolean);
  const first = tally.options[0]?.option.title ?? '';
  const silent = findSilent(tally).length;
  const who = silent === tally.notVoted.length ? `the other ${silent}` : `${silent} of the others`;
  const assent = rule.silence === 'assent' && silent > 0 ? ` and ${who} count for ${first}` : '';
  return `${tally.voted.length} of ${all} deciders voted${notes.length > 0 ? ` (${notes.join(', ')})` : ''}${assent}`;
}

/** What the votes for an option are compared with: “5”, “15 points”. */
function describeBase({ rule, figures }: Verdict): string {
  const base = countBase(rule, figures);
  return isScored(rule) ? countVotes(rule, base) : String(base);
}

/** “more than half of those who voted”, “more than any other option”. */
function describeNeed({ rule }: Verdict): string {
  const { threshold } = rule;
  const most = threshold === 'most votes' ? 'more than any other option' : describeThreshold(threshold, rule);
  return addLeast(most, rule);
}

function describeObjections({ standing, resolved, overridden = 0 }: ObjectionCount): string {
  const all = standing + resolved + overridden;
  if (all === 0) return '';
  const whole = { 'not resolved': standing, resolved, overridden };
  const same = Object.entries(whole).find(([, number]) => number === all)?.[0];
  const parts = [resolved > 0 ? `${resolved} of them resolved` : '', overridden > 0 ? `${overridden} overridden` : ''];
  return `; ${count(all, 'objection')}, ${same ?? parts.filter(Boolean).join(', ')}`;
}

function describeWinner(verdict: Won, tally: Tally, objections = describeObjections(verdict.objections)): string {
  const has = `${verdict.option.title} has ${verdict.votes} of ${describeBase(verdict)}`;
  const needs =
    verdict.rule.threshold === 'most votes' ? `, ${describeNeed(verdict)}` : ` (needs ${describeNeed(verdict)})`;
  return `${describeTurnout(verdict, tally)}, ${has}${needs}${objections}.`;
}

function describeLevel(verdict: Level): string {
  const each = verdict.options.length > 1 ? ' each' : '';
  return `${titlesOf(verdict.options)} ${each ? 'have' : 'has'} ${verdict.votes} of ${describeBase(verdict)}${each}`;
}

const explanations: { readonly [Kind in Verdict['kind']]: (verdict: VerdictOf<Kind>, tally: Tally) => string } = {
  chosen: describeWinner,
  blocked: (verdict, tally) => {
    const { standing, resolved, overridden = 0 } = verdict.objections;
    const others = resolved + overridden > 0 ? describeObjections(verdict.objections) : '';
    return `Blocked by ${count(standing, 'objection')}: ${describeWinner(verdict, tally, others)}`;
  },
  tied: (verdict, tally) =>
    `${titlesOf(verdict.options)} are tied with ${countVotes(verdict.rule, verdict.votes)} each; ${describeTurnout(verdict, tally)}.`,
  'threshold missed': (verdict, tally) =>
    `Not enough ${isScored(verdict.rule) ? 'points' : 'votes'}: ${describeTurnout(verdict, tally)}, ${describeLevel(verdict)} (needs ${describeNeed(verdict)}).`,
  'no quorum': (verdict, tally) => `No quorum: ${describeTurnout(verdict, tally)}.`,
  'no votes': (verdict, tally) => {
    const { voted, notVoted } = tally;
    if (voted.length > 0 && isScored(verdict.rule))
      return `No option has any points: ${describeTurnout(verdict, tally)}.`;
    if (voted.length > 0)
      return `Nobody backs an option: ${voted.length} of ${voted.length + notVoted.length} abstained.`;
    return notVoted.length > 0 ? 'Nobody who may vote has voted.' : 'Nobody is left who may vote.';
  },
};

/** The verdict in words, with the figures that it rests on. */
export function explainVerdict(verdict: Verdict, tally: Tally): string {
  const explain = explanations[verdict.kind] as (verdict: Verdict, tally: Tally) => string;
  return explain(verdict, tally);
}

/** The same when it is the last word. */
export function concludeVerdict(verdict: Verdict, tally: Tally): string {
  const explanation = explainVerdict(verdict, tally);
  return verdict.kind === 'chosen' ? `Accepted: ${explanation}` : explanation;
}

/** The reason that a verdict gives by itself, to stand after "because". Nothing where there is no winner. */
export function justifyVerdict(verdict: Verdict, tally: Tally): string {
  if (verdict.kind !== 'chosen') return '';
  const { rule, votes } = verdict;
  if (rule.silence === 'assent')
    return `nobody’s objection stands, and ${votes} of ${describeBase(verdict)} count for it.`;
  if (isScored(rule)) {
    return `it has ${rule.threshold === 'most votes' ? 'the most points: ' : ''}${votes} of ${describeBase(verdict)}.`;
  }
  const voted = tally.voted.length - tally.abstained.length;
  if (voted === 1) return 'the only vote was for it.';
  const voters = `${voted} who ${tally.abstained.length > 0 ? 'did not abstain' : 'voted'}`;
  if (votes === voted) return `all ${voters} backed it.`;
  return rule.threshold === 'most votes'
    ? `it has the most votes: ${votes} of the ${voters}.`
    : `${votes} of the ${voters} backed it.`;
}

const rejections: { readonly [Kind in Verdict['kind']]: (verdict: VerdictOf<Kind>, tally: Tally) => string } = {
  chosen: () => '',
  blocked: ({ objections }) => `${count(objections.standing, 'objection')} stood against it.`,
  tied: ({ rule, options, votes }) => `${titlesOf(options)} are tied with ${countVotes(rule, votes)} each.`,
  'threshold missed': (verdict) =>
    `no option has enough ${isScored(verdict.rule) ? 'points' : 'votes'}: ${describeLevel(verdict)} (needs ${describeNeed(verdict)}).`,
  'no quorum': (verdict, tally) => `too few took part: ${describeTurnout(verdict, tally)}.`,
  'no votes': ({ rule }) =>
    isScored(rule) ? 'nobody gave any of the options a point.' : 'nobody voted for any of the options.',
};

/** Why a rule rejects a decision, to stand after "because". */
export function justifyRejection(verdict: Verdict, tally: Tally): string {
  const justify = rejections[verdict.kind] as (verdict: Verdict, tally: Tally) => string;
  return justify(verdict, tally);
}
