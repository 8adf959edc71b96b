import type { CommandWords, PublishNowWords, WaitingWords } from '../command-words.ts';
import { linked } from '../linked.ts';
import { code, emoji, say } from '../say.ts';
import { card } from './card.ts';
import { number, quote } from './grammar.ts';
import { usages } from './usages.ts';

/** The help of `/adr` in English. */
export const commands: CommandWords = {
  title: 'Make decisions in Slack, and keep them in git.',
  commands: {
    propose: {
      usage: '/adr propose [title]',
      does: 'propose a decision in this channel; an ADR pasted after it fills in the form',
    },
    find: { usage: '/adr find words', does: 'what decisions and ADRs say about something' },
    list: { usage: '/adr list [words]', does: 'what is open and what was decided, or what has these words in it' },
    show: { usage: '/adr show N', does: 'the ADR with number N, as it is in git' },
    supersede: { usage: '/adr supersede N', does: 'propose a decision that replaces ADR N' },
    amend: { usage: '/adr amend N', does: 'propose one that changes part of it' },
    deprecate: { usage: '/adr deprecate N', does: 'propose that it no longer holds' },
    style: {
      usage: '/adr style',
      usageOfSeveral: '/adr style [repository]',
      does: 'how your ADRs are written, and what yours will look like',
    },
    doctor: {
      usage: '/adr doctor',
      usageOfSeveral: '/adr doctor [repository]',
      does: 'what is wrong with the ADRs in git, and what to do about it',
    },
    history: { usage: '/adr history N', does: 'everything that happened to a decision; words of its title work too' },
    waiting: { usage: '/adr waiting', does: 'votes, proposals and reviews that wait for you' },
    nudges: {
      usage: usages.nudges,
      does: 'whether I message you when your vote is missing or your objection is overridden',
    },
    away: { usage: usages.away, does: 'stop reminders until you are back; without a word, says whether you are away' },
    back: { usage: '/adr back', does: 'you are back sooner' },
    settings: { usage: '/adr settings', does: 'how votes in this channel decide: which rule, and rules of your own' },
    digest: {
      usage: usages.digest,
      does: 'how often this channel is told what was decided; without a word, shows it now',
    },
    follow: {
      usage: usages.follow,
      does: 'tell this channel, or you alone, as soon as something with this tag is decided; without a tag, shows which are followed',
    },
    unfollow: { usage: usages.unfollow, does: 'end that' },
    import: {
      usage: '/adr import',
      usageOfSeveral: '/adr import [repository]',
      does: 'read the ADRs of the repository now; I also check by myself every few minutes',
    },
    token: { usage: '/adr token', does: 'let your editor or agent read what you can read here' },
    help: { usage: '/adr help [topic]', does: 'what I can do' },
  },
  how: [
    say`${code('/adr propose [title]')} puts a question to a channel, with its options.`,
    say`Everyone can add options, pros and cons on the card, and object with a reason.`,
    say`To vote, react to the card with the emoji of each option that you back. Take it off to take the vote back. Where a rule asks for scores, press ${quote(card.buttons.giveScores)}.`,
    say`The outcome becomes a Markdown ADR in your git repository.`,
  ],
  topics: {
    decide: 'Propose and vote',
    find: 'Find decisions',
    rules: 'How votes decide',
    channel: 'This channel',
    repository: 'The repository',
  },
  unknown: (typed, usage) => {
    const guess = usage === undefined ? '' : say` Did you mean ${code(usage)}?`;
    return say`I don’t know ${quote(typed)}.${guess} ${code('/adr help')} has all that I know.`;
  },
};

/** What waits for somebody, in English. */
export const waiting: WaitingWords = {
  nothing: say`Nothing waits for you. Have a good day!`,
  votes: 'Votes that wait for you',
  proposals: 'Your proposals',
  reviews: 'ADRs that wait in review',
  objections: 'Objections to your proposals',
  more: (count) => (count === undefined ? 'and many more' : `and ${number(count)} more`),
  vote: (decision, closesAt) => say`until ${closesAt}: ${decision}`,
  proposal: (decision, undecided = 'under discussion, voting not open yet') => say`${undecided}: ${decision}`,
  review: (decision, review, progress) => say`${decision}: ${review}, ${progress}`,
  nudgesOn: say`When somebody names you as a decider, I message you when voting opens, and if your vote is missing, halfway through and a day before the end. I also tell you when somebody overrides your objection. ${code('/adr nudges off')} ends all of that.`,
  nudgesOff: say`I don’t message you about votes that wait for you, or about your objections; ${code('/adr waiting')} lists them. ${code('/adr nudges on')} turns the messages back on.`,
};

/** “Publish now” in English. */
export const publishNow: PublishNowWords = {
  published: (file) => say`It is published, as ${file}.`,
  underWay: say`It is on its way; the thread tells when it has arrived.`,
  inReview: (review, progress) => say`It is in ${review}: ${progress}. It is published once that is merged.`,
  closed: (review) =>
    say`It was in ${review}, which was closed without merging. The thread has buttons to open it again or to leave it.`,
  notPublished: (trouble) => say`${emoji('warning')} It is still not published. ${linked(trouble)}`,
};
