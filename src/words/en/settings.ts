import { abstentionEmoji } from '../../decision/vote/ballot.ts';
import { bold, code, emoji, say } from '../say.ts';
import type { OwnRuleFormWords, RuleHelpWords, SettingsFormWords } from '../settings-words.ts';

/** The settings of a channel in English. */
export const settingsForm: SettingsFormWords = {
  title: 'Settings of the channel',
  whichChannel: 'Which channel do you want to set up?',
  scope: (channelName) => `How votes in #${channelName} decide. Votes that are open keep the rule they have.`,
  firstRule: 'Rule that is offered first',
  firstRuleHint: 'Whoever proposes can choose another one.',
  inherited: 'What the repository says, else the most votes',
  voting: 'How people vote',
  votingHint:
    'A button tells you privately what you voted for. Either way, “Read more” shows who voted for what. This is for votes that open from now on.',
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
  introduction: 'It begins as one of the rules that are there, and differs where you say so on the pages that follow.',
  name: 'Name',
  preset: 'Begins as',
  presetHint: 'A preset.',
  asPreset: 'As the preset has it',
  pages: {
    basis: 'Name and beginning',
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
      hint: 'What an option needs: “most votes”, or “more than 1/2 of decisive”, “at least 2/3 of eligible” or the like. “eligible” are all who may vote, “cast” all who voted, “decisive” those of them who did not abstain.',
    },
    abstain: { label: 'Abstaining', hint: 'With an emoji of its own; with scores, in the form.' },
    objections: { label: 'Objections', hint: 'What an objection that stands at the end does.' },
    'minimum open': { label: 'Least time', hint: 'How long voting stays open: “2 hours”, “3 days” or the like.' },
    'closes early': { label: 'Early end', hint: 'Whether voting ends before its deadline.' },
    tie: { label: 'After a tie', hint: 'Several options have as many votes.' },
    'no quorum': { label: 'Without a quorum', hint: 'Too few have voted, or nobody.' },
    'votes after leaving': {
      label: 'Votes of those who leave',
      hint: 'Of people who have voted and are no longer in the channel, or whose account is closed.',
    },
    'hidden tally': {
      label: 'Figures on the card',
      hint: 'Slack itself shows the reactions under the card all the same; scores it doesn’t.',
    },
    override: {
      label: 'Deciding in place of the vote',
      hint: 'Who may decide something else, or before the vote has ended, override an objection, or make the deadline earlier.',
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
