import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSequel, reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { comesToTheSame } from '../../../src/decision/vote/undated.ts';
import { anyBallots, anyRule, choices, countUnder, deciders } from '../rule/any-rule.ts';
import { ballot } from '../sample.ts';

const places = deciders.flatMap((userId) => choices.map((optionId) => ({ userId, optionId })));

/** What a vote comes to when some changes to its ballots count. */
function endUnder(rule: Rule, ballots: readonly Ballot[], counted: readonly Ballot[]): string {
  const byPlace = new Map([...ballots, ...counted].map((one) => [`${one.optionId} ${one.userId}`, one]));
  const verdict = reachVerdict(rule, countUnder(rule, [...byPlace.values()]));
  const sequel = findSequel(verdict, false);
  return verdict.kind === 'chosen' ? `${sequel} ${verdict.option.id}` : sequel;
}

/** All that one person does to the count, with some changes. */
function effectUnder(rule: Rule, ballots: readonly Ballot[], userId: string, counted: readonly Ballot[]): string {
  const own = ballots.filter((one) => one.userId === userId);
  const byPlace = new Map([...own, ...counted].map((one) => [one.optionId, one]));
  const { options, voted, abstained, unclear } = countUnder(rule, [...byPlace.values()]);
  return JSON.stringify(
    [options.map(({ voters }) => voters), voted, abstained, unclear].map((part) =>
      JSON.stringify(part).replaceAll(userId, 'U'),
    ),
  );
}

/** The changes that turn what stands at some places into the opposite, as Slack's list has it. */
function flip(ballots: readonly Ballot[], at: readonly { userId: string; optionId: string }[]): Ballot[] {
  return at.map(({ userId, optionId }) => {
    const known = ballots.find((one) => one.userId === userId && one.optionId === optionId);
    return ballot(userId, optionId, (known?.eventUs ?? -1) + 1, { isCast: !known?.isCast });
  });
}

/** All sets of so few things. */
function subsetsOf<T>(things: readonly T[]): T[][] {
  return things.reduce<T[][]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);
}

describe('comesToTheSame', () => {
  it('asks people needlessly rather than trying too many combinations', () => {
    const changes = flip([], places.slice(0, 4));
    const supposing = {
      effectOn: (_: string, counted: readonly Ballot[]) => String(counted.length),
      endWith: () => 'x',
    };
    expect(comesToTheSame(changes, supposing, 10_000)).toBe(true);
    expect(comesToTheSame(changes, supposing, 1)).toBe(false);
  });

  it('agrees with trying all combinations of changes, under any rule for reactions', () => {
    const rule = anyRule.filter(({ method }) => method !== 'score');
    const changed = fc.uniqueArray(fc.constantFrom(...places), {
      selector: ({ userId, optionId }) => `${userId} ${optionId}`,
      maxLength: 6,
    });
    fc.assert(
      fc.property(rule, anyBallots, changed, (of, ballots, at) => {
        const changes = flip(ballots, at);
        const endWith = (counted: readonly Ballot[]) => endUnder(of, ballots, counted);
        const effectOn = (userId: string, counted: readonly Ballot[]) => effectUnder(of, ballots, userId, counted);
        const ends = new Set(subsetsOf(changes).map(endWith));
        const people = Map.groupBy(changes, ({ userId }) => userId);
        const isTooMuch = [...people.values()].some((own) => own.length > 4);
        const answer = comesToTheSame(changes, { effectOn, endWith }, 10_000);
        expect(answer).toBe(!isTooMuch && ends.size === 1);
      }),
      { numRuns: 3_000 },
    );
  });
});
