import type { Progress } from '../../decision/outcome/progress.ts';
import type { Need } from '../../decision/outcome/verdict-facts.ts';
import type { NamedRule } from '../../decision/rule/named-rule.ts';
import { type PresetName, presetNames } from '../../decision/rule/preset.ts';
import {
  type Abstention,
  type EarlyClose,
  everyOverrider,
  type Otherwise,
  type Overrider,
  type Quorum,
  type Rule,
  type Threshold,
  type ThresholdBase,
} from '../../decision/rule/rule.ts';
import type { Share } from '../../decision/rule/share.ts';
import { isScored, mostPoints } from '../../decision/vote/score.ts';
import type { RuleWords } from '../language.ts';
import { choice, count, list, number } from './grammar.ts';

const presets: RuleWords['presets'] = {
  plurality: {
    title: 'Most votes',
    sentence: 'The option with the most votes wins, however many vote.',
    purpose:
      'Quick, and enough for most questions: even a single vote decides. On a tie, or without any vote, the proposer is asked.',
  },
  majority: {
    title: 'Majority',
    sentence: 'Half of the deciders vote, and more than half of those back the option.',
    purpose: 'For what many have to live with. If too few vote, or on a tie, everyone gets the same time again, once.',
  },
  'two-thirds': {
    title: 'Two thirds',
    sentence: 'Two thirds of the deciders vote, and two thirds of those back the option.',
    purpose:
      'For what is hard to take back. As with the majority, everyone gets the same time again, once. Deciding anything else than the vote takes two people.',
  },
  unanimous: {
    title: 'Unanimous',
    sentence: 'All deciders vote for the same option, or abstain; an objection blocks it.',
    purpose:
      'For what nobody can be forced to do. Anyone who can’t back it objects and says why. Deciding over that, or before the vote has ended, takes two people.',
  },
  scores: {
    title: 'Scores',
    sentence: 'Half of the deciders give each option 0 to 3 points; the most points win.',
    purpose:
      'For questions with several good answers, to find the one that most people can live with. Press “Give scores” on the card. Points for one option take nothing from another.',
  },
  'lazy-consensus': {
    title: 'Lazy consensus',
    sentence: 'After three days or more the first option wins, unless somebody objects.',
    purpose:
      'For what is most likely fine. Put your proposal first: anyone who does not vote agrees with it, and an objection stops it. Deciding over an objection takes two people.',
  },
  advice: {
    title: 'One decides, after advice',
    sentence: 'One decider hears everyone’s advice for a day, then decides with one vote.',
    purpose:
      'For what one person is responsible for. Name that person as the only decider; the reactions and reasons of others are advice.',
  },
  'easy-to-undo': {
    title: 'Easy to undo',
    sentence: 'After a day or more the first option wins, unless somebody objects.',
    purpose: 'For what you can take back without much trouble. Here, too, put your proposal first.',
  },
  'hard-to-undo': {
    title: 'Hard to undo',
    sentence: 'Two thirds vote and agree; then there are ten days for final comments.',
    purpose:
      'For what you will have to live with. Voting takes five days or more. The ten days begin anew when the text of the option changes, or an objection is raised or settled. Deciding anything else takes two people.',
  },
};

const bases: Record<ThresholdBase, string> = {
  eligible: 'all who may vote',
  cast: 'all who voted, abstentions included',
  decisive: 'those who voted',
};

const methods: Record<Rule['method'], string> = {
  approval: '',
  single: 'Everyone has one vote: of several reactions, the latest counts.',
  score: `Everyone gives each option 0 to ${mostPoints} points.`,
};

const abstentions: Record<Abstention, string> = {
  none: '',
  'quorum only': 'Abstaining counts for the quorum only.',
  excluded: 'Anyone who abstains is not counted at all.',
  against: 'Abstaining counts against every option.',
};

const earlyCloses: Record<EarlyClose, string> = {
  decided: 'the rest can’t change the result',
  unreachable: 'no option can win anymore',
  'all voted': 'all have voted',
};

/** By default, those are asked who may override the rule. */
const endings: readonly (readonly [Otherwise, string])[] = [
  ['extend once', 'gives everyone the same time again, once'],
  ['reject', 'rejects the decision'],
];

const shares: ReadonlyMap<string, string> = new Map([
  ['1/2', 'half'],
  ['1/3', 'a third'],
  ['2/3', 'two thirds'],
  ['1/4', 'a quarter'],
  ['3/4', 'three quarters'],
  ['1/1', 'all'],
]);

/** “two thirds”, “60%”, “3/7”. */
export function nameShare({ parts, of }: Share): string {
  return shares.get(`${parts}/${of}`) ?? (of === 100 ? `${parts}%` : `${parts}/${of}`);
}

const isAll = ({ parts, of }: Share): boolean => parts === of;

/** “more than half of those who voted”; if options are scored, of the points that they can give. */
export function nameThreshold({ needs, share, of }: Threshold, method: Rule['method']): string {
  const whole = isScored({ method }) ? `the points that ${bases[of]} can give` : bases[of];
  return isAll(share) ? whole.replace(/^(?!all )/, 'all of ') : `${needs} ${nameShare(share)} of ${whole}`;
}

/** How many have to back an option: “3 votes”, “points from 3 people”. */
function nameLeast(need: Need): string {
  return isScored(need)
    ? `points from ${count(need.leastInFavour, 'person', 'people')}`
    : count(need.leastInFavour, 'vote');
}

/** What an option needs, and how many have to back it if it is more than one: “more than half of …, and at least 3”. */
export function addLeast(what: string, need: Need): string {
  if (need.leastInFavour <= 1) return what;
  return `${what}, and ${isScored(need) ? nameLeast(need) : `at least ${number(need.leastInFavour)}`}`;
}

/** The votes for an option, in a rule's unit: “1 vote”, “11 points”. */
export function countVotes(rule: Pick<Rule, 'method'>, votes: number): string {
  return count(votes, isScored(rule) ? 'point' : 'vote');
}

function wordQuorum(quorum: Quorum): string {
  if (quorum === 0) return 'there is no quorum';
  if (typeof quorum === 'number') return `at least ${number(quorum)} must vote`;
  return isAll(quorum) ? 'all must vote' : `at least ${nameShare(quorum)} of the deciders must vote`;
}

/** Minutes in the largest unit that fits: “3 days”, “1 hour”, “90 minutes”. */
function duration(minutes: number): string {
  const units = [
    [24 * 60, 'day'],
    [60, 'hour'],
  ] as const;
  const [size, name] = units.find(([least]) => minutes >= least && minutes % least === 0) ?? [1, 'minute'];
  return count(Math.floor(minutes / size), name);
}

function wordEndings(rule: Rule): string[] {
  const { quorum, tie, noQuorum, thresholdMissed } = rule;
  const cases: readonly (readonly [Otherwise, string])[] = [
    [tie, 'a tie'],
    [noQuorum, quorum === 0 ? 'a vote in which nobody votes' : 'a missed quorum'],
    [thresholdMissed, `too few ${isScored(rule) ? 'points' : 'votes'} for any option`],
  ];
  return endings.flatMap(([ending, follows]) => {
    const what = choice(cases.filter(([one]) => one === ending).map(([, name]) => name));
    return what === '' ? [] : [`${what[0]?.toUpperCase()}${what.slice(1)} ${follows}.`];
  });
}

function wordFinalComments({ finalCommentMinutes, objections }: Rule): string {
  if (finalCommentMinutes === 0) return '';
  const anew =
    objections === 'block' ? 'its text changes, or when an objection is raised or settled' : 'its text changes';
  return `An option that has won is accepted after ${duration(finalCommentMinutes)} of final comments, which begin anew when ${anew}.`;
}

/** Says only what differs from the plainest rule. */
function describe(rule: Rule): string {
  const { threshold, quorum, leastInFavour, method } = rule;
  const wins = `The option with the most ${isScored(rule) ? 'points' : 'votes'} wins`;
  const ifIt = threshold === 'most votes' ? '' : `, if it has ${nameThreshold(threshold, method)}`;
  const least = isScored(rule)
    ? `points from at least ${number(leastInFavour)} people`
    : `at least ${number(leastInFavour)} votes`;
  const early = choice(rule.closesEarly.map((reason) => earlyCloses[reason]));
  return [
    rule.deciders === 'one' ? 'One person decides, and hears the advice of others first.' : '',
    `${wins}${ifIt}; ${wordQuorum(quorum)}.`,
    leastInFavour > 1 ? `It needs ${least}.` : '',
    methods[method],
    abstentions[rule.abstain],
    rule.silence === 'assent' ? 'Anyone who does not vote counts for the first option.' : '',
    rule.objections === 'block' ? 'A decider’s objection blocks it until it is resolved or overridden.' : '',
    rule.minimumOpenMinutes > 0 ? `Voting stays open for at least ${duration(rule.minimumOpenMinutes)}.` : '',
    early ? `It closes early when ${early}.` : '',
    wordFinalComments(rule),
    ...wordEndings(rule),
    rule.votesAfterLeaving === 'lapse'
      ? 'The vote of somebody who is no longer in the channel, or whose account is closed, is not counted.'
      : '',
    rule.allowsHandover ? 'A decider can hand their vote to another decider, who then votes for both.' : '',
    rule.isTallyHidden ? 'The card shows no figures until voting has closed.' : '',
    ...wordOverride(rule),
  ]
    .filter(Boolean)
    .join(' ');
}

const overriderNames: Readonly<Record<Overrider, readonly string[]>> = {
  proposer: ['the proposer'],
  deciders: ['the deciders'],
  admins: ['the channel’s creator', 'admins'],
};

/** “the proposer, the deciders, and admins” */
export function nameOverriders(overriders: readonly Overrider[]): string {
  return list(overriders.flatMap((one) => overriderNames[one]));
}

/** “Only the deciders can accept an option.” */
export function allowOnly(overriders: readonly Overrider[], what: string): string {
  return overriders.length === 0
    ? `Under the rule, nobody can ${what}.`
    : `Only ${nameOverriders(overriders)} can ${what}.`;
}

/** “The deciders and admins can record the outcome, and another of them has to confirm it.” */
export function allowTwo(overriders: readonly Overrider[], how = ''): string {
  if (overriders.length === 0) return allowOnly(overriders, 'record the outcome');
  const who = nameOverriders(overriders);
  return `${who.slice(0, 1).toUpperCase()}${who.slice(1)} can record the outcome${how}, and another of them has to confirm it.`;
}

/** Where a rule asks for a second person: “If somebody overrides it, a second person has to confirm the outcome.” */
export function askSecondIf(somebody: string): string {
  return `If somebody ${somebody}, a second person has to confirm the outcome.`;
}

/** Who may override the rule, where that is not everybody who manages the decision; and that a second has to confirm. */
function wordOverride({ overriders, needsSecond }: Rule): string[] {
  if (overriders.length === 0) return ['Nobody decides in place of the vote, or before it has ended.'];
  const isUsual = overriders.length === everyOverrider.length;
  const second = needsSecond ? 'waits until a second person confirms it' : '';
  if (isUsual)
    return second === '' ? [] : [`What somebody decides in place of the vote, or before it has ended, ${second}.`];
  const who = `Only ${nameOverriders(overriders)} can decide in place of the vote, or before it has ended`;
  return [second === '' ? `${who}.` : `${who}, and it ${second}.`];
}

function isPreset(id: string): id is PresetName {
  return presetNames.some((name) => name === id);
}

function nameOf({ id, name }: Pick<NamedRule, 'id' | 'name'>): string {
  if (name !== undefined) return name;
  return isPreset(id) ? presets[id].title : 'The repository’s rule';
}

function introduce({ id, rule }: NamedRule): string {
  return isPreset(id) ? presets[id].sentence : describe(rule);
}

/** “Go leads with 2 of 5 and needs more than half of those who voted”. */
function wordLead({ options, votes, need, base, lacks }: NonNullable<Progress['lead']>): string {
  const isAlone = options.length === 1;
  const who = `${list(options, 3)} ${isAlone ? 'leads' : 'are tied'}`;
  const needs = isAlone ? ' and needs' : '; an option needs';
  const of = isScored(need) ? countVotes(need, base) : number(base);
  const isPlain = need.threshold === 'most votes' && !isScored(need);
  const has = isPlain ? who : `${who} with ${number(votes)} of ${of}${isAlone ? '' : ' each'}`;
  if (lacks === 'nothing') return has;
  if (need.threshold === 'most votes') return `${has}${needs} ${nameLeast(need)}`;
  const threshold = nameThreshold(need.threshold, need.method);
  return `${has}${needs} ${lacks === 'people' ? addLeast(threshold, need) : threshold}`;
}

/** “the quorum of 4 is reached”, “2 more votes for the quorum of 4”. */
function wordQuorumProgress({ least, missing }: NonNullable<Progress['quorum']>): string {
  return missing > 0
    ? `${number(missing)} more ${missing === 1 ? 'vote' : 'votes'} for the quorum of ${number(least)}`
    : `the quorum of ${number(least)} is reached`;
}

function progress(vote: Progress): string[] {
  const turnout = `${number(vote.voted)} of ${number(vote.deciders)} have voted`;
  if (vote.isHidden) return [turnout, 'the count is shown when voting closes'];
  const { abstained = 0, quorum, assent, lead } = vote;
  return [
    turnout,
    abstained > 0 ? `${number(abstained)} of them ${abstained === 1 ? 'abstains' : 'abstain'}` : '',
    quorum ? wordQuorumProgress(quorum) : '',
    assent === undefined ? '' : `anyone who does not vote counts for ${assent}`,
    lead ? wordLead(lead) : '',
  ].filter(Boolean);
}

/** Rules, and the progress of votes under them, in English. */
export const rules: RuleWords = {
  presets,
  describe,
  nameOf,
  introduce,
  countVotes,
  nameOverriders,
  duration,
  progress,
};
