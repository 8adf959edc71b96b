import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/decision/preset.ts';
import { describeProgress } from '../../src/decision/progress.ts';
import { readRule } from '../../src/decision/read-rule.ts';
import type { Rule } from '../../src/decision/rule.ts';
import { hideFigures } from '../../src/decision/tally.ts';
import { abstentionId, anyBallots, anyRule, countUnder, deciders } from './any-rule.ts';
import { ballot, closesAt, decision, voting } from './sample.ts';

type Pressed = readonly (readonly [userId: string, optionId: string])[];

function progress(rule: Rule, pressed: Pressed): string {
  const tally = countUnder(
    rule,
    pressed.map(([userId, optionId], index) => ballot(userId, optionId, index + 1)),
  );
  return describeProgress(decision({ rule, voting: voting(deciders, { rule }) }), tally).join(' · ');
}

const { plurality, majority } = presets;
const lazy = presets['lazy-consensus'].rule;

describe('how far a vote is', () => {
  it.each<[Rule, Pressed, string]>([
    [plurality.rule, [], '0 of 6 have voted'],
    [plurality.rule, [['UANA', 'o1']], '1 of 6 have voted · Go + Fiber leads'],
    [
      plurality.rule,
      [
        ['UANA', 'o1'],
        ['UBO', 'o2'],
      ],
      '2 of 6 have voted · Go + Fiber and Node.js + tRPC are level',
    ],
    [readRule({ 'least in favour': 3 }), [['UANA', 'o1']], '1 of 6 have voted · Go + Fiber leads, and needs 3 votes'],
    [
      majority.rule,
      [['UANA', 'o1']],
      '1 of 6 have voted · 2 more votes for the quorum of 3 · Go + Fiber leads with 1 of 1',
    ],
    [
      majority.rule,
      [
        ['UANA', 'o1'],
        ['UBO', abstentionId],
      ],
      '2 of 6 have voted · 1 of them abstains · 1 more vote for the quorum of 3 · Go + Fiber leads with 1 of 1',
    ],
    [
      majority.rule,
      [
        ['UANA', 'o1'],
        ['UBO', 'o2'],
        ['UCHI', 'o1'],
        ['UDAN', 'o3'],
      ],
      '4 of 6 have voted · the quorum of 3 is reached · Go + Fiber leads with 2 of 4, and needs more than half of those who voted',
    ],
    [lazy, [], '0 of 6 have voted · who does not vote counts for Go + Fiber'],
    [
      readRule({ preset: 'majority', 'hidden tally': true }),
      [['UANA', 'o1']],
      '1 of 6 have voted · the count is shown when voting closes',
    ],
  ])('%#', (rule, pressed, words) => {
    expect(progress(rule, pressed)).toBe(words);
  });

  it('says nothing of a vote that is over, or has not begun', () => {
    const tally = countUnder(plurality.rule, []);
    expect(describeProgress(decision(), tally)).toEqual([]);
    expect(describeProgress(decision({ voting: voting(deciders, { closedAt: closesAt }) }), tally)).toEqual([]);
  });

  it('tells of a hidden tally what it would tell without figures', () => {
    fc.assert(
      fc.property(anyRule, anyBallots, (given, ballots) => {
        const rule = { ...given, isTallyHidden: true };
        const of = decision({ rule, voting: voting(deciders, { rule }) });
        const tally = countUnder(rule, ballots);
        expect(describeProgress(of, tally)).toEqual(describeProgress(of, hideFigures(tally)));
      }),
    );
  });
});
