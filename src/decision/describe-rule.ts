import type { Abstention, EarlyClose, Otherwise, Quorum, Rule, Threshold, ThresholdBase } from './rule.ts';
import { isScored, mostPoints } from './score.ts';
import { describeShare, type Share } from './share.ts';

const bases: Record<ThresholdBase, string> = {
  eligible: 'all who may vote',
  cast: 'all who voted, abstentions included',
  decisive: 'those who voted',
};

const methods: Record<Rule['method'], string> = {
  approval: '',
  single: 'Everyone has one vote: of several reactions the latest counts.',
  score: `Everyone gives each option 0 to ${mostPoints} points.`,
};

const abstentions: Record<Abstention, string> = {
  none: '',
  'quorum only': 'Abstaining counts for the quorum only.',
  excluded: 'Who abstains is not counted at all.',
  against: 'Abstaining counts against every option.',
};

const earlyCloses: Record<EarlyClose, string> = {
  decided: 'the rest can’t change the result',
  unreachable: 'no option can win any more',
  'all voted': 'all have voted',
};

/** What is not said goes to the proposer and the deciders. */
const endings: readonly (readonly [Otherwise, string])[] = [
  ['extend once', 'gives everyone as long again, once'],
  ['reject', 'rejects the decision'],
];

/** “this”, “this or that”, “this, that or the other”. */
function listChoices(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((word) => word !== '').join(' or ');
}

function describeEndings(rule: Rule): string[] {
  const { quorum, tie, noQuorum, thresholdMissed } = rule;
  const cases: readonly (readonly [Otherwise, string])[] = [
    [tie, 'a tie'],
    [noQuorum, quorum === 0 ? 'a vote in which nobody votes' : 'a missed quorum'],
    [thresholdMissed, `too few ${isScored(rule) ? 'points' : 'votes'} for any option`],
  ];
  return endings.flatMap(([ending, follows]) => {
    const what = listChoices(cases.filter(([one]) => one === ending).map(([, name]) => name));
    return what === '' ? [] : [`${what[0]?.toUpperCase()}${what.slice(1)} ${follows}.`];
  });
}

const isAll = ({ parts, of }: Share): boolean => parts === of;

/** The threshold in words: “more than half of those who voted”; where options are scored, of the points that they can give. */
export function describeThreshold({ needs, share, of }: Threshold, rule: Pick<Rule, 'method'>): string {
  const whole = isScored(rule) ? `the points that ${bases[of]} can give` : bases[of];
  return isAll(share) ? whole.replace(/^(?!all )/, 'all of ') : `${needs} ${describeShare(share)} of ${whole}`;
}

/** How many have to back an option: “3 votes”, “points from 3 people”. */
function describeLeast(rule: Pick<Rule, 'method' | 'leastInFavour'>): string {
  return isScored(rule) ? `points from ${rule.leastInFavour} people` : `${rule.leastInFavour} votes`;
}

/** What an option needs, and how many have to back it if it is more than one: “more than half of …, 3 at least”. */
export function addLeast(need: string, rule: Pick<Rule, 'method' | 'leastInFavour'>): string {
  if (rule.leastInFavour <= 1) return need;
  return isScored(rule) ? `${need}, and ${describeLeast(rule)}` : `${need}, ${rule.leastInFavour} at least`;
}

function describeQuorum(quorum: Quorum): string {
  if (quorum === 0) return 'there is no quorum';
  if (typeof quorum === 'number') return `at least ${quorum} must vote`;
  return isAll(quorum) ? 'all must vote' : `at least ${describeShare(quorum)} of the deciders must vote`;
}

/** Minutes in the greatest unit that they fill: “3 days”, “1 hour”, “90 minutes”. */
export function describeMinutes(minutes: number): string {
  const units = [
    [24 * 60, 'day'],
    [60, 'hour'],
  ] as const;
  const [size, name] = units.find(([size]) => minutes >= size && minutes % size === 0) ?? [1, 'minute'];
  const count = (minutes - (minutes % size)) / size;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/**
 * A rule in a few plain sentences, for any parameters. What differs from the plainest rule is said, what is as in
 * that one goes without saying.
 */
export function describeRule(rule: Rule): string {
  const { threshold, quorum, leastInFavour } = rule;
  const wins = `The option with the most ${isScored(rule) ? 'points' : 'votes'} wins`;
  const ifIt = threshold === 'most votes' ? '' : `, if it has ${describeThreshold(threshold, rule)}`;
  const least = isScored(rule) ? `points from at least ${leastInFavour} people` : `at least ${leastInFavour} votes`;
  const early = listChoices(rule.closesEarly.map((reason) => earlyCloses[reason]));
  return [
    rule.deciders === 'one' ? 'One person decides, and hears the advice of others first.' : '',
    `${wins}${ifIt}; ${describeQuorum(quorum)}.`,
    leastInFavour > 1 ? `It needs ${least}.` : '',
    methods[rule.method],
    abstentions[rule.abstain],
    rule.silence === 'assent' ? 'Who does not vote counts for the first option.' : '',
    rule.objections === 'block' ? 'A decider’s objection blocks it until it is resolved or overridden.' : '',
    rule.minimumOpenMinutes > 0 ? `Voting stays open for ${describeMinutes(rule.minimumOpenMinutes)} at least.` : '',
    early ? `It closes early when ${early}.` : '',
    ...describeEndings(rule),
    rule.votesAfterLeaving === 'lapse'
      ? 'The vote of somebody who is no longer in the channel, or whose account is closed, is not counted.'
      : '',
    rule.isTallyHidden ? 'The card shows no figures until voting has closed.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
