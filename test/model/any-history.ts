import fc from 'fast-check';
import { presetNames } from '../../src/decision/rule/preset.ts';
import { mostPoints } from '../../src/decision/vote/score.ts';
import { emojis, everybody } from './random-slack.ts';

/** Those who are in the channel and may vote. */
export const members = ['U1', 'U2', 'U3', 'U4', 'U5'];
const who = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...members) }, fc.constantFrom(...everybody));
const points = fc.option(fc.nat(mostPoints), { nil: undefined });
const delivery = fc.oneof({ weight: 2, arbitrary: fc.constant([0]) }, fc.array(fc.nat(4), { maxLength: 3 }));

/** PostgreSQL fails in the midst of reactions, or of forms for scores, and of something that Gavel does beside them. */
const anyFault = (fault: 'cut off' | 'crash') =>
  fc.record({
    kind: fc.constant(fault),
    presses: fc.array(fc.record({ who, emoji: fc.constantFrom(...emojis) }), { minLength: 1, maxLength: 6 }),
    forms: fc.uniqueArray(fc.record({ who, points: fc.tuple(fc.nat(mostPoints), points, points) }), {
      minLength: 1,
      maxLength: 3,
      selector: (form) => form.who,
    }),
    beside: fc.constantFrom('nothing' as const, 'reconcile' as const, 'close' as const),
  });

/**
 * What happens in Slack, and to Gavel: an event without a delivery is lost, one with several comes as often. A form for
 * scores is never lost, as who sends it sees whether it was saved; it may come twice.
 */
const anyStep = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      who,
      emoji: fc.constantFrom(...emojis),
      skinTone: fc.integer({ min: 1, max: 6 }),
      deliveries: delivery,
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('score' as const),
      who,
      answer: fc.constantFrom(
        'score' as const,
        'score' as const,
        'score' as const,
        'abstain' as const,
        'take back' as const,
      ),
      points: fc.tuple(points, points, points),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 15,
    arbitrary: fc.record({ kind: fc.constant('button' as const), who, emoji: fc.constantFrom(...emojis.slice(0, 4)) }),
  },
  // Not the first option: where silence is assent, that one can't be withdrawn.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), option: fc.constantFrom(1, 2) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'join' as const), who }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('deactivate' as const, 'reactivate' as const), who }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('take out' as const), whom: fc.subarray(members) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('hand over' as const),
      who: fc.constantFrom(...members),
      to: fc.option(fc.constantFrom(...everybody), { nil: undefined, freq: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('give back' as const),
      who: fc.constantFrom(...members),
      from: fc.constantFrom(...members),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('reconcile' as const), isAway: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'close too soon' as const) }) },
  { weight: 4, arbitrary: anyFault('cut off') },
  { weight: 1, arbitrary: anyFault('crash') },
);

/** One thing that happens. */
export type Step = typeof anyStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A vote under a preset, with any method, and what happens in it. */
export const anyHistory = fc.record({
  preset: fc.constantFrom(...presetNames),
  method: fc.constantFrom('approval' as const, 'single' as const, 'score' as const),
  steps: fc.array(anyStep, { maxLength: 40, size: 'max' }),
});
