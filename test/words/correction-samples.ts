import type { CorrectionWords } from '../../src/words/correction-words.ts';
import { link } from '../../src/words/say.ts';
import { closesAt } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

const vote = { isOpen: true, voters: ['UBO', 'UCHI'], others: 0, isHidden: false, isScored: false };
const nobody = { ...vote, voters: [] };
const change = { by: 'Ana', authorId: undefined, emoji: 'two', ...vote };
const reason = { by: 'Ana', authorId: 'UBO', option: 'Go' };

export const correctionSamples: Samples<CorrectionWords> = {
  introduction: [[false], [true]],
  addedBy: [['Bo']],
  aboutOption: [['Go']],
  authorIsTold: [['Bo']],
  optionCorrected: [
    [{ ...change, before: 'Rsut', after: 'Rust' }],
    [{ ...change, ...nobody, authorId: 'UBO', before: 'Rust', after: 'Rust' }],
    [{ ...change, others: 12, isScored: true, before: 'Rust', after: 'Rust' }],
    [{ ...change, ...nobody, isHidden: true, before: 'Rsut', after: 'Rust' }],
    [{ ...change, ...nobody, isHidden: true, isScored: true, before: 'Rsut', after: 'Rust' }],
    [{ ...change, ...nobody, isOpen: false, authorId: 'UBO', before: 'Rsut', after: 'Rust' }],
  ],
  optionWithdrawn: [
    [{ ...change, title: 'Rust' }],
    [{ ...change, voters: ['UBO'], others: 1, authorId: 'UDAN', title: 'Rust' }],
    [{ ...change, ...nobody, title: 'Rust' }],
    [{ ...change, isScored: true, title: 'Rust' }],
    [{ ...change, ...nobody, isHidden: true, title: 'Rust' }],
    [{ ...change, ...nobody, isHidden: true, isScored: true, title: 'Rust' }],
    [{ ...change, ...nobody, isOpen: false, authorId: 'UBO', title: 'Rust' }],
  ],
  reasonCorrected: [
    [{ ...reason, before: { kind: 'pro', text: 'fastt' }, after: { kind: 'pro', text: 'fast' } }],
    [{ ...reason, before: { kind: 'pro', text: 'slow' }, after: { kind: 'con', text: 'slow' } }],
    [{ ...reason, before: { kind: 'pro', text: 'old' }, after: { kind: 'neutral', text: 'it is old' } }],
  ],
  reasonWithdrawn: [[{ ...reason, text: 'fast' }]],
  voteLost: [
    [{ decision: link('https://example.org', 'Choose a language'), option: 'Rust', closesAt }],
    [{ decision: link('https://example.org', 'a decision'), option: undefined, closesAt }],
  ],
  listed: [
    [
      [
        { emoji: 'two', title: 'Rust' },
        { emoji: 'four', title: 'Zig' },
      ],
    ],
  ],
  withdrawnBy: [['Ana']],
};
