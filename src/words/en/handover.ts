import type { HandoverWords } from '../handover-words.ts';
import { joinWords, say } from '../say.ts';
import { card } from './card.ts';
import { count, quote } from './grammar.ts';

/** Votes that are handed over, in English. */
export const handover: HandoverWords = {
  forOthers: (votes, isOpen, more) =>
    [
      ...votes.map(({ by, others }) => `${by} also ${isOpen ? 'votes' : 'voted'} on behalf of ${others}`),
      ...(more > 0 ? [`${count(more, 'more vote is', 'more votes are')} handed over`] : []),
    ].join('; '),
  form: {
    introduction:
      'Another decider can vote for you in this round: what they choose counts for both of you. Everybody sees it on the card, and it is kept in the record. If you vote yourself, only your own vote counts for you. You can take it back as long as voting is open.',
    label: 'Who votes for you',
    submit: 'Hand over',
  },
  givesBack: (names) => `Votes that were handed to you go back to ${names}.`,
  handedTo: (name) =>
    `You have handed your vote to ${name}: what ${name} chooses counts for you as well. If you vote yourself, only your own vote counts for you.`,
  takeBack: 'Take my vote back',
  votesFor: (name) => `You also vote on behalf of ${name}: what you choose counts for both of you.`,
  giveBack: 'Give it back',
  giveBackQuestion: (name) =>
    `What you choose then counts for you alone. ${name} hears of it, and can vote or ask somebody else.`,
  gaveBack: (name) => `${name} has their own vote again. What you choose counts for you alone.`,
  notYours: 'You don’t have this vote anymore: it was taken back, or given back.',
  whileAway: (decisions) =>
    say`Somebody else can vote for you meanwhile: choose ${quote(card.buttons.handOver)} in the menu of the card. Here that is possible: ${joinWords(decisions, ', ')}.`,
};
