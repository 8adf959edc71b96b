import { abstentionEmoji } from '../../decision/vote/ballot.ts';
import { bold, code, emoji, say } from '../say.ts';
import type { OwnRuleFormWords, RuleHelpWords, SettingsFormWords } from '../settings-words.ts';
import { quote } from './grammar.ts';
import { rules } from './rules.ts';

/** The settings of a channel in English. */
export const settingsForm: SettingsFormWords = {
  title: 'Settings of the channel',
  whichChannel: 'Which channel do you want to set up?',
  scope: (channelName) => `For everybody in #${channelName}. Votes that are open already keep their rule.`,
  firstRule: 'Rule that is offered first',
  firstRuleHint: `Whoever proposes can choose another one. If the repository names none, it is ${quote(rules.presets.plurality.title)}.`,
  inherited: 'That of the repository',
  voting: 'How people vote',
  votingHint:
    'A button tells you privately what you voted for. Either way, “Read more” shows who voted for what. This applies to votes that open from now on.',
  votesByReaction: 'With a reaction to the card',
  votesByButton: 'With a reaction or a button on the card',
  language: 'Language',
  languageHint: 'For what everybody in the channel reads. What you alone read is in the language of your Slack.',
  inheritedLanguage: (name) => `That of the workspace (${name})`,
  timeZone: 'Time zone',
  timeZoneHint: (inherited) =>
    `For the dates in ADRs, unless the repository sets a time zone, and for the times of digests. If you leave it empty, it is ${inherited ?? 'that of whoever proposes or sets up the digest'}.`,
  addRule: 'Add a rule',
  changeRule: 'Change',
  removeRule: 'Remove',
  unusableRule: 'It can’t be used as it is.',
  changedBy: (name, at) => say`Changed by ${name} ${at}`,
};

/** The form for a channel's own rule, in English. */
export const ownRuleForm: OwnRuleFormWords = {
  title: 'A rule of your own',
  introduction: 'Start from a preset, and change what you need on the next pages.',
  name: 'Name',
  preset: 'Start from',
  presetHint: 'What you leave empty on the next pages stays as in this preset.',
  asPreset: 'As in the preset',
  pages: {
    basis: 'Name and preset',
    voting: 'How people vote',
    winning: 'What an option needs',
    ending: 'When voting ends',
    overriding: 'Who may override it',
  },
  soFar: (sentences) => say`${bold('So far:')} ${sentences}`,
  parts: {
    method: { label: 'How people vote', hint: 'Points are given in a form that opens from the card.' },
    quorum: {
      label: 'Quorum',
      hint: 'How many have to vote: “none”, a number, or a share such as “1/2”, “60%” or “all”.',
    },
    threshold: {
      label: 'Threshold',
      hint: 'What an option needs: “most votes”, or a share such as “more than 1/2 of decisive” or “at least 2/3 of eligible”. “eligible” means all who may vote, “cast” all who voted, and “decisive” all who voted and did not abstain.',
    },
    abstain: {
      label: 'Abstaining',
      hint: 'People abstain with an emoji of its own or, if options are scored, in the form.',
    },
    objections: { label: 'Objections', hint: 'What an objection does if it still stands at the end.' },
    'minimum open': {
      label: 'Minimum time',
      hint: 'How long voting stays open at least, such as “2 hours” or “3 days”.',
    },
    'final comments': {
      label: 'Final comments',
      hint: 'How long an option that has won waits for objections before it is accepted, such as “10 days”.',
    },
    'closes early': { label: 'Early end', hint: 'When voting may end before its deadline.' },
    tie: { label: 'After a tie', hint: 'When several options have equally many votes.' },
    'no quorum': { label: 'Without a quorum', hint: 'When too few people have voted, or nobody has.' },
    'votes after leaving': {
      label: 'Votes of those who leave',
      hint: 'When somebody votes and then leaves the channel, or their account is closed.',
    },
    handover: {
      label: 'Handing over a vote',
      hint: 'Somebody who can’t take part names another decider, who then votes for both.',
    },
    'hidden tally': {
      label: 'Figures on the card',
      hint: 'Slack still shows the reactions under the card, but no scores.',
    },
    override: {
      label: 'Deciding in place of the vote',
      hint: 'Who may decide otherwise or before the vote has ended, override an objection, or make the deadline earlier.',
    },
    'second person': {
      label: 'A second person',
      hint: 'What one person decides then waits until another confirms it.',
    },
  },
  methods: {
    approval: 'For as many options as they like',
    single: 'For one option',
    score: 'With 0 to 3 points for each option',
  },
  abstentions: {
    none: 'There is none',
    'quorum only': 'Counts for the quorum only',
    excluded: 'Is not counted at all',
    against: 'Counts against every option',
  },
  objections: {
    block: 'Block until they are resolved',
    warn: 'Are told and written down',
    none: 'Are not asked for',
  },
  earlyEnds: {
    never: 'Never',
    'all voted': 'When all have voted',
    decided: 'When the rest can’t change the result',
  },
  endings: {
    'extend once': 'As long again, once; then people are asked',
    ask: 'Those who may override the rule are asked',
    reject: 'The decision is rejected',
  },
  votesAfterLeaving: {
    stand: 'Count all the same',
    lapse: 'Are not counted',
  },
  handovers: {
    forbidden: 'Is not possible',
    allowed: 'To another decider, by name',
  },
  tally: {
    shown: 'Shown while people vote',
    hidden: 'Hidden until voting has closed',
  },
  overriders: {
    all: 'The proposer, the deciders, and admins',
    proposer: 'The proposer and admins',
    deciders: 'The deciders and admins',
    admins: 'Admins',
    nobody: 'Nobody: the vote decides',
  },
  seconds: {
    alone: 'Is not needed',
    together: 'Has to confirm it',
  },
};

/** What `/adr help rules` says in English. */
export const ruleHelp: RuleHelpWords = {
  title: 'How votes decide',
  more: [
    say`${bold('Abstaining')}: where a rule allows it, react with ${emoji(abstentionEmoji)}, or choose it in the form for scores. It counts for the quorum, and neither for nor against an option.`,
    say`${bold('Quorum')}: how many have to vote for the result to count. Somebody who has left the channel counts only if they have voted.`,
    say`${bold('Who votes')}: everyone in the channel, or the people and groups that you name. Bots never vote; guests and people from other organizations vote only if you name them.`,
    say`${bold('Until when')}: voting closes at its deadline. Under most rules it ends as soon as everyone has voted, but not within the first hour.`,
    say`${bold('Hidden figures')}: a rule can keep the count off the card until voting closes. Slack still shows who reacted with what, but no scores.`,
    say`The rule and the deciders can’t change once voting is open. ${code('/adr settings')} sets which rule is offered first here, and makes rules of your own.`,
  ],
};
