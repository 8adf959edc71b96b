import type { BondKind } from '../../src/decision/decision.ts';
import type {
  BondWords,
  DraftFormWords,
  EditFormWords,
  OptionFormWords,
  ProposeFormWords,
  SectionFormWords,
} from '../../src/words/propose-words.ts';
import { say } from '../../src/words/say.ts';
import type { ShortcutWords } from '../../src/words/shortcut-words.ts';
import type { Samples } from './write-words.ts';

const savedAt = new Date('2026-03-04T10:00:00Z');

export const proposeFormSamples: Samples<ProposeFormWords> = {
  contextTooLong: [[13_000]],
  alike: [['ADR 0012 Use Kafka', 'accepted, 2026-03-02']],
  option: [[1]],
  aboutOption: [[1]],
  keepingOption: [[3]],
  reasonsGiven: [['3, 1']],
  bringBack: [['Go'], ['']],
  unfinished: [
    ['Use Go?', savedAt, undefined],
    ['Use Go?', savedAt, 'backend'],
    ['', savedAt, undefined],
    ['', savedAt, 'backend'],
  ],
  discardQuestion: [['Use Go?'], ['']],
  kept: [
    ['Use Go?', 'backend'],
    ['Use Go?', undefined],
    ['', 'backend'],
  ],
};

export const sectionFormSamples: Samples<SectionFormWords> = {
  heading: [[1]],
  text: [
    [1, 1, 1],
    [2, 1, 3],
  ],
  partsHint: [[4_500, 2]],
  tooLong: [
    ['Minutes', 30_000, 'propose'],
    ['Minutes', 30_000, 'edit'],
  ],
  left: [
    [['Minutes'], 0, 'propose'],
    [['Minutes', 'Risks'], 0, 'propose'],
    [['Minutes', 'Risks'], 1, 'edit'],
    [['Minutes', 'Risks'], 12, 'edit'],
  ],
};

export const draftFormSamples: Samples<DraftFormWords> = {
  draftHint: [
    [3_000, true],
    [3_000, false],
  ],
};

export const editFormSamples: Samples<EditFormWords> = {};

export const optionFormSamples: Samples<OptionFormWords> = {};

const kinds: readonly BondKind[] = ['supersedes', 'amends', 'deprecates'];
const adr = { number: 3, title: 'Use Go' };
const unnumbered = { number: undefined, title: 'Use Go' };
const linked = say`ADR 0003 Use Go`;
const by = say`ADR 0010 Use Rust`;

export const bondSamples: Samples<BondWords> = {
  ask: kinds.flatMap((kind) => [
    [kind, { number: 7, title: 'Use Go' }] as const,
    [kind, { number: 7, title: 'Which language do we use?' }] as const,
    [kind, { number: undefined, title: 'Which language do we use?' }] as const,
  ]),
  keep: [[adr], [unnumbered]],
  announce: kinds.flatMap((kind) => [
    [kind, adr, true] as const,
    [kind, adr, false] as const,
    [kind, unnumbered, true] as const,
    [kind, unnumbered, false] as const,
  ]),
  proposed: [
    ['supersedes', linked],
    ['amends', linked, { notChosen: 'Keep it' }],
    ['deprecates', linked, { chosen: 'Deprecate it' }],
  ],
  proposedInVain: [
    [linked, { kind: 'superseded', by }],
    [linked, { kind: 'gone', by: undefined }],
  ],
  gone: [[linked]],
  kept: [[linked]],
  overtaken: [
    [linked, { kind: 'superseded', by }],
    [linked, { kind: 'superseded', by: undefined }],
    [linked, { kind: 'deprecated', by: undefined }],
  ],
  pending: kinds.map((kind) => [kind, linked] as const),
  done: kinds.map((kind) => [kind, linked] as const),
  keptIfChosen: [['ADR 0003 Use Go']],
  deprecatedIfChosen: [['ADR 0003 Use Go']],
};

export const shortcutSamples: Samples<ShortcutWords> = {
  quoted: [['Ben']],
  files: [[['plan.txt', 'figures.csv']]],
  wrote: [['Ben', 'Let us take NATS.']],
  reasonFor: [
    ['pro', 'NATS'],
    ['con', 'NATS'],
    ['neutral', 'NATS'],
  ],
  notTaken: [['options full'], ['context full']],
  proposed: [['Ben', say`Which broker?`]],
  decided: [
    [say`Which broker?`, { kind: 'accepted', chosen: 'NATS' }],
    [say`Which broker?`, { kind: 'rejected' }],
    [say`Which broker?`, { kind: 'withdrawn' }],
  ],
};
