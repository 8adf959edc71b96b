import { presets } from '../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../src/decision/rule/rule.ts';
import type { RecordWords } from '../../src/words/record-words.ts';
import type { Samples } from './write-words.ts';

const changes = [
  { name: 'Ben', title: 'Go', isCast: true },
  { name: 'Chloe', title: 'Rust', isCast: false },
  { name: 'Dev', isCast: true },
] as const;
const stance = { name: 'Ana', until: undefined, isAdvice: false, reason: 'It has no licence.' };

export const recordSamples: Samples<RecordWords> = {
  withdrawn: [
    ['Ana', 0],
    ['Ana', 1],
    ['Ana', 12],
  ],
  others: [[1], [1_200]],
  votingClosed: [['2026-11-27']],
  finalComments: [
    [{ from: '2026-11-20', to: '2026-11-30', timesAnew: 0 }],
    [{ from: '2026-11-20', to: '2026-11-30', timesAnew: 2 }],
  ],
  shortened: [[{ by: 'Ana', from: '2026-11-30 17:00', to: '2026-11-27 12:00 (Europe/Lisbon)', reason: 'We ship.' }]],
  countVotes: [
    [0, 'vote'],
    [1, 'vote'],
    [1_200, 'vote'],
    [0, 'point'],
    [1, 'point'],
    [2, 'point'],
  ],
  gaveNoPoints: [['Ana, Bo']],
  abstained: [['Ana, Bo']],
  didNotVote: [['Ana, Bo']],
  couldNotTakePart: [['Ana, Bo']],
  takenOut: [['Ana, Bo']],
  handedOver: [['Ana → Bo, Chi → Bo']],
  notCountedUndated: [
    [changes, 0],
    [changes.slice(0, 1), 1],
    [changes.slice(0, 2), 12],
  ],
  takenBack: [[1], [2]],
  withUndated: [['Go has 3 of 5.']],
  objected: [
    [stance],
    [{ ...stance, isAdvice: true }],
    [{ ...stance, until: '2026-11-28' }],
    [{ ...stance, until: '2026-11-28', isAdvice: true }],
  ],
  rule: [
    ...Object.values(presets).map(({ rule }): [Rule] => [rule]),
    [{ ...defaultRule, quorum: 3, leastInFavour: 2 }],
  ],
  resolved: [['Bo', 'It has one now.']],
  overridden: [['Bo', 'We write to its authors.']],
  moreObjections: [[1], [12]],
  noOption: [[''], ['too few took part.']],
  asProposed: [[''], ['nobody objected.']],
  kept: [['ADR 0003 Use Go']],
  bond: [
    ['supersedes', '0003-use-go.md'],
    ['amends', '0003-use-go.md'],
    ['deprecates', '0003-use-go.md'],
    ['keeps', '0003-use-go.md'],
  ],
  subject: [
    ['0007', 'Use Go', 'accepted'],
    ['ADR', 'Use Go', 'rejected'],
    ['ADR', 'Use Go', 'proposed'],
  ],
};
