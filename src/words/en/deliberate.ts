import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type {
  ArgumentFormWords,
  ObjectionFormWords,
  SettleFormWords,
  WholeDecisionWords,
} from '../deliberate-words.ts';
import { say } from '../say.ts';
import { count, number, quote } from './grammar.ts';
import { people } from './people.ts';

/** The form for an argument in English. */
export const argumentForm: ArgumentFormWords = {
  title: 'Add a pro or con',
  option: 'Option',
  kind: 'It is a',
  kinds: { pro: 'Pro: it speaks for it', con: 'Con: it speaks against it', neutral: 'Neutral: good to know' },
  example: 'One reason, in a sentence',
};

/** The form for an objection in English. */
export const objectionForm: ObjectionFormWords = {
  kind: 'What it is',
  kinds: { objection: 'I object', hold: 'I need time' },
  example: 'What has to change, or what you need',
  until: 'Until',
  untilHint: (days) => `Only if you need time: up to ${number(days)} days from now.`,
};

/** The form in which an objection is settled, in English. */
export const settleForm: SettleFormWords = {
  submit: { author: 'Resolve', others: 'Override', both: 'Settle' },
  introduction:
    'Your own is then resolved; somebody else’s is overridden, with your name. Both are told in the thread and go into the record.',
  objection: 'Objection',
  stance: (kind, name, reason) => {
    if (name === undefined) return `You ${kind === 'hold' ? 'need time' : 'object'}: ${reason}`;
    return `${name} ${kind === 'hold' ? 'needs time' : 'objects'}: ${reason}`;
  },
  more: (count) => `and ${number(count)} more, once some of these are settled`,
  change: 'What has changed',
  changeExample: 'In a sentence',
  becauseExample: 'What has changed, or why it goes ahead anyway',
};

const kinds: Readonly<Record<ArgumentKind, string>> = { pro: 'Good', con: 'Bad', neutral: 'Neutral' };

/** What “Read more” says in English. */
export const wholeDecision: WholeDecisionWords = {
  title: 'The whole decision',
  drivers: 'Decision drivers',
  argument: (kind, text, name) => say`${kinds[kind]}: ${text} (${name})`,
  votes: (names) => `Votes: ${names}`,
  points: (names) => `Points: ${names}`,
  contextCut: 'This is its beginning; the ADR has all of it.',
  sectionCut: (length) => `This is its beginning; the ADR has ${count(length, 'character')} more.`,
  sectionsLeft: (headings, others) => {
    const named = people.list(headings.map(quote), others);
    return `The ADR has these sections as well: ${named}.`;
  },
  mayVote: (count, names) => `${number(count)} may vote: ${names}.`,
  willVote: (names = 'everyone in the channel') => `Once voting opens, ${names} may vote.`,
};
