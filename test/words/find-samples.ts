import type { AdrPageWords } from '../../src/words/adr-page-words.ts';
import type { FindWords } from '../../src/words/find-words.ts';
import type { HistoryWords } from '../../src/words/history-words.ts';
import type { ListWords } from '../../src/words/list-words.ts';
import { code, link, say } from '../../src/words/say.ts';
import type { ToolWords } from '../../src/words/tool-words.ts';
import type { Samples } from './write-words.ts';

const at = new Date('2026-11-20T17:00:00Z');
const later = new Date('2026-11-27T09:30:00Z');

export const listSamples: Samples<ListWords> = {
  total: [
    [{ total: 1, hasMore: false, words: '' }],
    [{ total: 12, hasMore: false, words: 'queue' }],
    [{ total: 1_000, hasMore: true, words: '' }],
  ],
  nothing: [[''], ['queue']],
  chosen: [['Go']],
  inReview: [['#12'], [undefined]],
  notPublished: [['Something is wrong.']],
  votingCloses: [[at]],
};

export const findSamples: Samples<FindWords> = {
  total: [[{ total: 1, hasMore: false }], [{ total: 12, hasMore: false }], [{ total: 100, hasMore: true }]],
  nothing: [['queue']],
  tooCommon: [['the']],
  corrected: [
    [[{ typed: 'kafak', meant: 'kafka' }]],
    [
      [
        { typed: 'kafak', meant: 'kafka' },
        { typed: 'borker', meant: 'broker' },
      ],
    ],
  ],
  doubt: [
    [{ key: 'status', value: 'done' }],
    [{ key: 'in', value: 'nowhere' }],
    [{ key: 'repo', value: 'nothing' }],
    [{ key: 'after', value: 'soon' }],
    [{ key: 'before', value: 'soon' }],
  ],
};

export const toolSamples: Samples<ToolWords> = {
  about: [['https://gavel.example.com/mcp']],
  tooMany: [[10]],
  token: [['gavel_T1_0123456789ab_…', at, later]],
  prepared: [['Which queue?']],
  governs: [
    [['src/a.ts'], 1],
    [['src/a.ts', 'src/b.ts', 'src/c.ts'], 1_003],
  ],
  replacedBy: [['ADR 0002 Use NATS']],
  notPaths: [[['../x']], [['../1', '../2', '../3', '../4', '../5', '../6', '../7']]],
};

export const adrPageSamples: Samples<AdrPageWords> = {
  unreadable: [['Something is wrong.']],
  foundGone: [
    [at, undefined],
    [at, code('0123456')],
  ],
  namedFileGone: [[say`${code('0007-use-go.md')}`]],
  several: [
    [7, 2],
    [7, 1_200],
  ],
};

const noTally = { round: undefined, isOver: false, tally: undefined } as const;
const options = [
  { title: 'Go', votes: 1_005 },
  { title: 'Rust', votes: 1 },
];

export const historySamples: Samples<Omit<HistoryWords, 'events' | 'adr'>> = {
  proposed: [[at]],
  status: [['draft'], ['accepted'], ['rejected'], ['withdrawn'], ['deprecated'], ['superseded']],
  votes: [
    [{ ...noTally, count: undefined }],
    [{ ...noTally, round: 1, isOver: true, count: undefined }],
    [{ ...noTally, count: { cast: 1, takenBack: 0 } }],
    [{ ...noTally, round: 2, count: { cast: 1_200, takenBack: 3 } }],
    [
      {
        ...{ round: 2, isOver: true, count: { cast: 12, takenBack: 1 } },
        tally: { rule: { method: 'approval' }, options, abstained: 1, withdrawn: ['Zig'] },
      },
    ],
    [
      {
        ...{ round: undefined, isOver: true, count: { cast: 12, takenBack: 1 } },
        tally: { rule: { method: 'score' }, options, abstained: 0, withdrawn: [] },
      },
    ],
  ],
};

const reason = 'it is too early.';

/** What is said about the past of an ADR that others wrote. */
export const adrHistorySamples: Samples<Omit<HistoryWords['adr'], 'events'>> = {
  intro: [[link('https://example.com/0007', '0007-use-go.md')]],
  commit: [[code('abcdef0')]],
  noted: [
    ['on branch', undefined],
    ['not yet', undefined],
    ['in review', link('https://example.com/7', 'PR #7')],
    ['in review', undefined],
    ['closed', link('https://example.com/7', 'PR #7')],
    ['left', undefined],
  ],
};

export const adrEventSamples: Samples<HistoryWords['adr']['events']> = {
  added: [[{ before: '', after: 'Accepted' }], [{ before: '', after: '' }]],
  status: [
    [{ before: 'Accepted', after: 'Deprecated' }],
    [{ before: '', after: 'Accepted' }],
    [{ before: 'Accepted', after: '' }],
  ],
  renamed: [[{ before: '0007-go.md', after: '0007-use-go.md' }]],
  edited: [[{ before: '', after: '' }]],
  removed: [[{ before: '', after: '' }]],
  returned: [[{ before: '', after: '' }]],
};

export const eventSamples: Samples<HistoryWords['events']> = {
  draft: [[{}]],
  proposed: [[{ options: '' }], [{ options: 'Go, Rust' }]],
  'argument given': [
    [{ stance: 'pro', option: 'Go', text: 'it is small' }],
    [{ stance: 'con', option: 'Go', text: 'it is new to us' }],
    [{ stance: 'neutral', option: 'Go', text: '' }],
  ],
  'outcome awaits': [
    [{ chosen: 'Go', against: '', reason }],
    [{ chosen: 'Go', against: 'against the vote (Rust 3, Go 1), before the deadline', reason }],
    [{ chosen: '', against: 'before voting opened', reason: '' }],
  ],
  'outcome declined': [[{}]],
  'outcome overtaken': [[{}]],
  'argument corrected': [
    [{ author: '', option: 'Go', before: { kind: 'pro', text: 'fastt' }, after: { kind: 'pro', text: 'fast' } }],
    [{ author: 'Bo', option: 'Go', before: { kind: 'pro', text: 'slow' }, after: { kind: 'con', text: 'slow' } }],
  ],
  'argument withdrawn': [
    [{ author: '', option: 'Go', reason: { kind: 'pro', text: 'fast' } }],
    [{ author: 'Bo', option: 'Go', reason: { kind: 'neutral', text: 'it is old' } }],
  ],
  'option corrected': [
    [{ author: '', before: { title: 'Gp', description: '' }, after: { title: 'Go', description: '' } }],
    [{ author: 'Bo', before: { title: 'Go', description: '' }, after: { title: 'Go', description: 'With Fiber.' } }],
    [
      {
        author: '',
        before: { title: 'Go', description: 'With Gin.' },
        after: { title: 'Golang', description: 'With Fiber.' },
      },
    ],
    [{ author: '', before: { title: 'Go', description: 'With Gin.' }, after: { title: 'Go', description: '' } }],
  ],
  'option withdrawn': [
    [{ author: '', option: { title: 'Zig', description: '' } }],
    [{ author: 'Bo', option: { title: 'Zig', description: 'It is new.' } }],
  ],
  'option added': [[{ title: 'Zig' }]],
  edited: [[{}]],
  'recall changed': [
    [{ tags: '', affects: '', on: '', when: '' }],
    [{ tags: 'storage, kafka', affects: '', on: '', when: '' }],
    [{ tags: 'storage', affects: 'src/store/**', on: '2027-11-30', when: 'we outgrow one server' }],
  ],
  'deciders named': [
    [{ names: [], others: 0 }],
    [{ names: ['Bo'], others: 0 }],
    [{ names: ['Bo', '@architects'], others: 3 }],
  ],
  'voting asked for': [[{ closesAt: undefined, rule: '' }], [{ closesAt: at, rule: 'Two thirds' }]],
  'voting opened': [[{ deciders: 1, closesAt: undefined }], [{ deciders: 1_200, closesAt: at }]],
  'reopening asked for': [[{ closesAt: undefined, reason: '' }], [{ closesAt: at, reason }]],
  'voting reopened': [
    [{ round: 2, deciders: 1, closesAt: undefined, reason: '' }],
    [{ round: 3, deciders: 12, closesAt: at, reason }],
  ],
  'stall asked': [[{}]],
  'left open': [[{}]],
  'revisit asked': [[{ on: '2027-03-01' }], [{ on: '' }]],
  'still right': [[{ next: '', note: '' }], [{ next: '2028-03-01', note: reason }]],
  'revisit day found': [
    [{ from: '2027-03-01', to: '2028-03-01' }],
    [{ from: '', to: '2028-03-01' }],
    [{ from: '2027-03-01', to: '' }],
  ],
  'handed over': [[{ to: 'Ben' }]],
  'handover taken back': [[{ to: 'Ben' }]],
  'handover declined': [[{ from: 'Ben' }]],
  'handovers ended': [
    [{ count: 1, why: 'gone' }],
    [{ count: 2, why: 'taken out' }],
    [{ count: 1, why: 'handed on' }],
    [{ count: 2, why: '' }],
  ],
  'taken out': [[{ out: 1, back: 0 }], [{ out: 0, back: 1 }], [{ out: 2, back: 2 }]],
  'deciders changed': [[{ left: 1, returned: 0 }], [{ left: 0, returned: 1 }], [{ left: 2, returned: 2 }]],
  extended: [[{ closesAt: undefined, reason: '' }], [{ closesAt: at, reason }]],
  'final comments': [
    [{ option: 'Go', closesAt: at, isAnew: false }],
    [{ option: 'Go', closesAt: undefined, isAnew: true }],
  ],
  shortened: [[{ from: undefined, closesAt: at, reason: '' }], [{ from: later, closesAt: at, reason }]],
  nudged: [[{ missing: 1 }], [{ missing: 12 }]],
  'ballots reconciled': [[{ added: 1, removed: 1_200 }]],
  'objection raised': [
    [{ isHold: false, until: undefined, reason, closesAt: undefined }],
    [{ isHold: true, until: at, reason, closesAt: later }],
    [{ isHold: true, until: undefined, reason: '', closesAt: undefined }],
  ],
  'objection resolved': [
    [{ isHold: false, about: 'it has no license', reason: 'it has one now' }],
    [{ isHold: true, about: '', reason: '' }],
  ],
  'objection overridden': [
    [{ isHold: false, about: 'it has no license', reason: 'we write to the authors' }],
    [{ isHold: true, about: '', reason: '' }],
  ],
  'hold ended': [[{ reason: 'I am away' }]],
  'voting closed': [
    [{ blocking: 0, unconfirmed: 0, figures: '' }],
    [{ blocking: 0, unconfirmed: 0, figures: '5 of 7 voted.' }],
    [{ blocking: 1, unconfirmed: 0, figures: '5 of 7 voted.' }],
    [{ blocking: 2, unconfirmed: 1, figures: '5 of 7 voted.' }],
    [{ blocking: 0, unconfirmed: 1, figures: '5 of 7 voted.' }],
    [{ blocking: 0, unconfirmed: 2, figures: '' }],
  ],
  'discussed on': [[{ isClosed: true, reason: 'a fourth option came up' }], [{ isClosed: false, reason: '' }]],
  'undated votes': [[{ added: 1, removed: 2 }]],
  accepted: [
    [{ reason, against: '', recordedBy: '' }],
    [{ reason, against: 'before voting opened', recordedBy: '' }],
    [{ reason, against: 'before voting opened', recordedBy: 'Ana' }],
    [{ reason: '', against: '', recordedBy: '' }],
  ],
  rejected: [[{ reason, against: '', recordedBy: '' }]],
  withdrawn: [[{ reason }]],
  published: [
    [{ path: '', commit: '', wasThere: false }],
    [{ path: 'adr/0007-use-go.md', commit: '0123456', wasThere: false }],
    [{ path: 'adr/0007-use-go.md', commit: '0123456', wasThere: true }],
  ],
  'not published': [[{ trouble: '' }], [{ trouble: 'Something is wrong.' }]],
  'review proposed': [[{ sign: '!12' }], [{ sign: undefined }]],
  'review commented': [[{ sign: '#12', count: 1 }], [{ sign: '#12', count: 2 }]],
  'proposal closed': [[{ sign: '#12' }]],
  'proposal merged': [[{ sign: '#12' }]],
  'review completed': [[{ sign: '#12' }]],
  'review opened': [[{ sign: '#12' }], [{ sign: undefined }]],
  'review closed': [[{ sign: '#12', closedBy: 'ben' }], [{ sign: undefined, closedBy: '' }]],
  'review reopened': [[{ sign: '#12' }]],
  'review left': [[{ sign: '#12' }]],
  'review renumbered': [[{ before: '0007-use-go.md', after: '0008-use-go.md' }]],
  'edited in review': [
    [{ chosen: 'Rust', status: undefined }],
    [{ chosen: 'Rust', status: 'rejected' }],
    [{ chosen: '', status: '' }],
    [{ chosen: '', status: undefined }],
  ],
  deprecated: [[{ reason }]],
  superseded: [[{ reason: '' }]],
  'card gone': [[{}]],
};
