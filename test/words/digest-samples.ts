import type { DigestWords } from '../../src/words/digest-words.ts';
import type { ImportWords } from '../../src/words/import-words.ts';
import { code, link, say } from '../../src/words/say.ts';
import { closesAt, now } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

const none = { total: 1_200, doubtful: 0, added: 0, restated: 0, removed: 0, sharedNumbers: [] };
const name = say`ADR 0003 Use Go`;
const other = say`ADR 0001 Use C`;
const decided = {
  name,
  chosen: 'Go',
  decided: '',
  reason: 'all 4 who voted backed it.',
  supersedes: [],
  fate: undefined,
  file: undefined,
};

const nothing = {
  accepted: 0,
  rejected: 0,
  open: 0,
  inReview: 0,
  stalled: 0,
  revisits: 0,
  inRepository: 0,
  areSeveral: false,
};

export const digestSamples: Samples<DigestWords> = {
  summary: [
    [{ ...nothing, accepted: 1, open: 1 }],
    [{ ...nothing, accepted: 2, rejected: 3, open: 2, inReview: 1, inRepository: 1 }],
    [{ ...nothing, inRepository: 1_200, areSeveral: true }],
    [{ ...nothing, stalled: 1, revisits: 2 }],
  ],
  period: [[now, closesAt]],
  decidedLine: [
    [decided],
    [{ ...decided, chosen: undefined, decided: 'decided by Ana before voting opened', reason: 'No team is free' }],
    [{ ...decided, supersedes: [other], file: link('https://git.example.com/3', '0003-use-go.md') }],
    [{ ...decided, reason: '', fate: { kind: 'superseded', by: [other] } }],
    [{ ...decided, fate: { kind: 'deprecated', by: [other] }, file: code('0003-use-go.md') }],
    [{ ...decided, fate: { kind: 'amended', by: [] } }],
  ],
  openLine: [
    [name, closesAt, false],
    [name, closesAt, true],
  ],
  more: [[1], [1_200]],
  everySoOften: [[{ every: 'day', weekday: 1 }], [{ every: 'week', weekday: 5 }]],
  isOn: [
    [{ every: 'day', weekday: 1, timeOfDay: '09:00', timeZone: 'Europe/Lisbon' }, closesAt, undefined],
    [{ every: 'week', weekday: 1, timeOfDay: '16:30', timeZone: 'Europe/Lisbon' }, closesAt, '#architecture'],
    [{ every: 'week', weekday: 7, timeOfDay: '16:30', timeZone: 'Mars/Olympus' }, closesAt, undefined],
  ],
};

export const importSamples: Samples<ImportWords> = {
  found: [
    [none],
    [{ ...none, total: 1, doubtful: 1 }],
    [{ ...none, added: 3, restated: 1, doubtful: 12 }],
    [{ ...none, removed: 1, restated: 4 }],
    [{ ...none, sharedNumbers: [12] }],
    [{ ...none, doubtful: 1, sharedNumbers: [12] }],
    [{ ...none, added: 1, doubtful: 2, sharedNumbers: [4, 12, 40] }],
    [{ ...none, total: 0, removed: 2 }],
  ],
  reading: [
    [0, 1],
    [400, 1_200],
  ],
  keepTrying: [['It can’t be reached.']],
  stopped: [
    ['Ana', 400, 1_200],
    [undefined, 0, 1],
  ],
};
