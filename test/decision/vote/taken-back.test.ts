import { describe, expect, it } from 'vitest';
import { takeOutOption } from '../../../src/decision/proposal/correction.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { countTakenBack } from '../../../src/decision/vote/taken-back.ts';
import { ballot, decision, now, voting } from '../sample.ts';

const gone = [{ id: 'UCHI', why: 'left' }] as const;
const off = { isCast: false };
const ballots = [
  ballot('UANA', 'o1', 1, off),
  ballot('UANA', 'o2', 1, off),
  ballot('UBO', 'o1', 1, off),
  ballot('UBO', 'd1', 1),
  ballot('UCHI', 'o1', 1, off),
  ballot('UGUS', 'o1', 1, off),
];

describe('retracted votes', () => {
  it.each([
    ['plurality', 4],
    ['scores', 2],
  ])('are those of all deciders, including those who have left since, under %s', (preset, count) => {
    const round = voting(['UANA', 'UBO', 'UCHI'], { rule: readRule(preset), gone });
    expect(countTakenBack(decision({ voting: round }), ballots)).toBe(count);
  });

  it('are none without a vote', () => {
    expect(countTakenBack(decision(), ballots)).toBe(0);
  });

  it('are none for an option that was withdrawn', () => {
    const round = decision({ voting: voting(['UANA', 'UBO'], { rule: readRule('plurality') }) });
    const without = takeOutOption(round, 'o1', { by: 'UANA', at: now });
    expect(countTakenBack(without, ballots)).toBe(1);
  });
});
