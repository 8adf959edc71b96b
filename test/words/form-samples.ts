import type { OutcomeFormWords, WithdrawFormWords } from '../../src/words/decide-words.ts';
import type {
  ArgumentFormWords,
  ObjectionFormWords,
  SettleFormWords,
  WholeDecisionWords,
} from '../../src/words/deliberate-words.ts';
import { say } from '../../src/words/say.ts';
import type { DeadlineFormWords, PressWords, ScoreFormWords } from '../../src/words/vote-words.ts';
import type { Samples } from './write-words.ts';

const from = new Date('2026-03-06T10:00:00Z');
const to = new Date('2026-03-04T10:00:00Z');

export const argumentFormSamples: Samples<ArgumentFormWords> = {};

export const objectionFormSamples: Samples<ObjectionFormWords> = { untilHint: [[14]] };

export const settleFormSamples: Samples<SettleFormWords> = {
  stance: [
    ['objection', 'Ana', 'too slow'],
    ['hold', 'Ana', 'I am away'],
    ['objection', undefined, 'too slow'],
    ['hold', undefined, 'I am away'],
  ],
  more: [[1], [12]],
};

export const wholeDecisionSamples: Samples<WholeDecisionWords> = {
  argument: [
    ['pro', say`fast`, 'Ana'],
    ['con', say`new to us`, 'Bo'],
    ['neutral', say`used elsewhere`, 'Chi'],
  ],
  votes: [['Ana, Bo']],
  points: [['Ana 3, Bo 1']],
  sectionCut: [[1], [12_345]],
  sectionsLeft: [
    [['Risks'], 0],
    [['Risks', 'Costs'], 3],
  ],
  mayVote: [
    [1, 'Ana'],
    [2, 'Ana, Bo'],
  ],
  willVote: [[undefined], ['Ana, Bo']],
};

export const deadlineFormSamples: Samples<DeadlineFormWords> = {
  namedVote: [
    [true, []],
    [false, ['architects']],
    [false, ['architects', 'backend']],
    [true, ['architects']],
    [true, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ],
  asProposed: [[undefined], ['Majority']],
  moving: [
    ['Use Go?', undefined],
    ['Use Go?', to],
  ],
  makingEarlier: [['Use Go?', from, to]],
  votingAgain: [['Use Go?']],
};

export const scoreFormSamples: Samples<ScoreFormWords> = { introduction: [[3]] };

const tookBack = { title: 'Go', others: [], isSingle: false, hasReaction: false };
export const pressSamples: Samples<PressWords> = {
  voted: [
    ['Go', []],
    ['Go', ['Rust', 'Zig']],
    [undefined, []],
    [undefined, ['Go']],
  ],
  tookBack: [
    [tookBack],
    [{ ...tookBack, title: undefined }],
    [{ ...tookBack, others: ['Rust', 'Zig'] }],
    [{ ...tookBack, hasReaction: true }],
    [{ ...tookBack, others: ['Rust'], isSingle: true, hasReaction: true }],
  ],
};

export const outcomeFormSamples: Samples<OutcomeFormWords> = {
  hidden: [[['2 / 5', '0']]],
};

export const withdrawFormSamples: Samples<WithdrawFormWords> = {
  consequence: [
    ['Use Go?', false],
    ['Use Go?', true],
  ],
};
