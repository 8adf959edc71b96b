import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProgress } from '../../../src/decision/outcome/progress.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { hideFigures } from '../../../src/decision/tally/tally.ts';
import { abstentionId, anyBallots, anyRule, countUnder, deciders } from '../rule/any-rule.ts';
import { ballot, closesAt, decision, voting } from '../sample.ts';

type Pressed = readonly (readonly [userId: string, optionId: string])[];

function progress(rule: Rule, pressed: Pressed) {
  const tally = countUnder(
    rule,
    pressed.map(([userId, optionId], index) => ballot(userId, optionId, index + 1)),
  );
  return findProgress(decision({ rule, voting: voting(deciders, { rule }) }), tally);
}

const { plurality, majority } = presets;

describe('how far a vote is', () => {
  it('has who has voted, how many the quorum lacks, and what leads', () => {
    const { method, threshold, leastInFavour } = majority.rule;
    const pressed: Pressed = [
      ['UANA', 'o1'],
      ['UBO', abstentionId],
    ];
    expect(progress(majority.rule, pressed)).toEqual({
      voted: 2,
      deciders: 6,
      isHidden: false,
      abstained: 1,
      quorum: { least: 3, missing: 1 },
      lead: {
        options: ['Go + Fiber'],
        votes: 1,
        base: 1,
        need: { method, threshold, leastInFavour },
        lacks: 'nothing',
      },
    });
  });

  it.each<[string, object, Pressed, string | undefined]>([
    ['nothing', {}, [['UANA', 'o1']], 'nothing'],
    ['people, where too few back it', { 'least in favour': 3 }, [['UANA', 'o1']], 'people'],
    ['votes, where its share is too small', { threshold: 'at least 1/2 of eligible' }, [['UANA', 'o1']], 'votes'],
    ['nothing to tell while nobody has voted', {}, [], undefined],
  ])('shows what the leader lacks: %s', (_, setting, pressed, lacks) => {
    expect(progress(readRule(setting), pressed)?.lead?.lacks).toBe(lacks);
  });

  it('shows which option silence supports, while somebody has not voted', () => {
    const lazy = presets['lazy-consensus'].rule;
    expect(progress(lazy, [])?.assent).toBe('Go + Fiber');
    expect(
      progress(
        lazy,
        deciders.map((id) => [id, 'o2']),
      )?.assent,
    ).toBeUndefined();
  });

  it('is undefined for a vote that is over or has not started', () => {
    const tally = countUnder(plurality.rule, []);
    expect(findProgress(decision(), tally)).toBeUndefined();
    expect(findProgress(decision({ voting: voting(deciders, { closedAt: closesAt }) }), tally)).toBeUndefined();
  });

  it('shows nothing of a hidden tally that needs figures', () => {
    fc.assert(
      fc.property(anyRule, anyBallots, (given, ballots) => {
        const rule = { ...given, isTallyHidden: true };
        const of = decision({ rule, voting: voting(deciders, { rule }) });
        const tally = countUnder(rule, ballots);
        expect(findProgress(of, tally)).toEqual(findProgress(of, hideFigures(tally)));
        expect(Object.keys(findProgress(of, tally) ?? {})).toEqual(['voted', 'deciders', 'isHidden']);
      }),
    );
  });
});
