import type { Departure } from '../../src/decision/outcome/departure.ts';
import type { OutcomeWords, ToldDecision } from '../../src/words/outcome-words.ts';
import { noVotes, wonBy } from '../decision/sample.ts';
import type { Samples } from './write-words.ts';

const against: Departure = {
  kind: 'against the vote',
  winner: 'Keep it',
  method: 'approval',
  counts: [
    { option: 'Keep it', votes: 3 },
    { option: 'Drop it', votes: 1_200 },
  ],
};
const byPoints: Departure = { ...against, winner: undefined, method: 'score' };
const { kind: _, option: __, votes, ...turnout } = wonBy('Go', 2);
const ben = { author: 'Ben', isHold: false, reason: 'We lose the audit trail.' };
const chloe = { author: 'Chloe', isHold: true, reason: 'I have to ask legal.' };
const overridden = { by: 'Alice', because: 'Nobody reads it.' };

/** Each way in which an outcome departs from something. */
const each: Departure[][] = [
  [{ kind: 'before voting' }],
  [{ kind: 'nobody voted' }, { kind: 'before the deadline' }],
  [against],
  [byPoints, { kind: 'no winner', verdict: { ...turnout, kind: 'no quorum' } }],
  [{ kind: 'no winner', verdict: { ...turnout, kind: 'tied', options: ['Go', 'Rust'], votes } }],
  [{ kind: 'no winner', verdict: { ...turnout, kind: 'threshold missed', options: ['Go'], votes } }],
  [{ kind: 'no winner', verdict: noVotes() }],
  [{ kind: 'votes unclear' }],
  [{ kind: 'objections standing', objections: [ben], more: 0 }],
  [{ kind: 'objections standing', objections: [ben, chloe], more: 1 }],
  [{ kind: 'objections standing', objections: [chloe], more: 0 }],
  [{ kind: 'objections overridden', objections: [{ ...ben, ...overridden }], more: 0 }],
  [
    against,
    {
      kind: 'objections overridden',
      objections: [
        { ...ben, ...overridden },
        { ...chloe, ...overridden },
      ],
      more: 2,
    },
  ],
];

export const outcomeSamples: Samples<OutcomeWords> = {
  decided: [
    [{ by: undefined, isByVote: true, figures: 'all 4 who voted backed it.', departures: [] }],
    [{ by: undefined, isByVote: true, figures: 'all 4 who voted backed it.', departures: each.at(-3) ?? [] }],
    [{ by: 'Alice', isByVote: true, figures: '', departures: [] }],
    [{ by: 'Alice', isByVote: true, figures: '', departures: each.at(-5) ?? [] }],
    [{ by: 'Alice', confirmedBy: 'Bo', isByVote: false, figures: '', departures: each.at(-1) ?? [] }],
    [{ by: 'Alice', confirmedBy: 'Bo', isByVote: true, figures: '', departures: each.at(-2) ?? [] }],
    ...each.map((departures): [ToldDecision] => [{ by: 'Alice', isByVote: false, figures: '', departures }]),
  ],
  decidedBriefly: [
    [{ by: undefined, isByVote: true, departures: [] }],
    [{ by: undefined, isByVote: true, departures: each.at(-2) ?? [] }],
    [{ by: 'Alice', isByVote: false, departures: each.at(-1) ?? [] }],
    [{ by: 'Alice', confirmedBy: 'Bo', isByVote: false, departures: each.at(2) ?? [] }],
    [{ by: 'Alice', confirmedBy: 'Bo', isByVote: true, departures: each.at(-2) ?? [] }],
  ],
  against: [[[]], ...each.map((departures): [Departure[]] => [departures])],
  warnings: [[[]], ...each.map((departures): [Departure[]] => [departures])],
};
