import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { checkMayScore, mostPoints, planScores, type ScoreForm, worthOf } from '../../../src/decision/vote/score.ts';
import { ballot, closesAt, decision, now, ruleBrokenBy, voting } from '../sample.ts';

const rule = readRule('scores');
const open = decision({ rule, voting: voting(['UANA', 'UBO'], { rule, round: 2 }) });
const scoring = { userId: 'UANA', eventUs: 50, cardTs: '2.000100' };

const form = (scores: Readonly<Record<string, number | undefined>>): ScoreForm => ({
  answer: 'score',
  scores: new Map(Object.entries(scores)),
});

/** The ballots after the form, as `option points` of those that stand. */
function after(before: readonly Ballot[], said: ScoreForm): string[] {
  const changed = planScores(open, before, said, scoring);
  const left = before.filter((one) => !changed.some(({ optionId }) => optionId === one.optionId));
  return [...left, ...changed]
    .filter(({ isCast }) => isCast)
    .map(({ optionId, score }) => `${optionId} ${score}`)
    .toSorted();
}

const given = [ballot('UANA', 'o1', 10, { score: 3 }), ballot('UANA', 'o2', 10, { score: 1 })];
const abstaining = [ballot('UANA', 'd1', 10)];

describe('a form for scores', () => {
  it.each<[string, readonly Ballot[], ScoreForm, readonly string[]]>([
    ['gives each option its points', [], form({ o1: 3, o2: 0, o3: 1 }), ['o1 3', 'o2 0', 'o3 1']],
    ['gives what is left empty none', [], form({ o1: undefined, o2: 2, o3: undefined }), ['o1 0', 'o2 2', 'o3 0']],
    ['puts new points in the place of old ones', given, form({ o1: 0, o2: 2, o3: 3 }), ['o1 0', 'o2 2', 'o3 3']],
    ['leaves an option that it did not show', given, form({ o1: 1 }), ['o1 1', 'o2 1']],
    ['knows no option that the decision has not', [], form({ o1: 1, o9: 3, d1: 3 }), ['o1 1']],
    ['gives three points at the most, and none at the least', [], form({ o1: 99, o2: -1 }), ['o1 3', 'o2 0']],
    ['takes everything back', given, { answer: 'take back' }, []],
    ['takes an abstention back', abstaining, { answer: 'take back' }, []],
    ['abstains, and then scores nothing', given, { answer: 'abstain' }, ['d1 1']],
    ['ends an abstention by scoring', abstaining, form({ o1: 2 }), ['o1 2']],
  ])('%s', (_, before, said, standing) => {
    expect(after(before, said)).toEqual(standing);
  });

  it('changes nothing when it is repeated, and never the ballots of others', () => {
    const said = form({ o1: 3, o2: 1, o3: undefined });
    const first = planScores(open, [ballot('UBO', 'o1', 90, { score: 2 })], said, scoring);
    expect(first.map(({ userId }) => userId)).toEqual(['UANA', 'UANA', 'UANA']);
    expect(planScores(open, first, said, { ...scoring, eventUs: 60 })).toEqual([]);
  });

  it('is later than all earlier forms of the person, whatever the clock says', () => {
    const before = given.map((one) => ({ ...one, eventUs: 1_000 }));
    const changed = planScores(open, before, form({ o1: 1, o2: 2 }), scoring);
    expect(changed.map(({ eventUs, cardTs }) => [eventUs, cardTs])).toEqual([
      [1_001, '2.000100'],
      [1_001, '2.000100'],
    ]);
  });

  it('replaces everything that was there', () => {
    const points = fc.option(fc.nat(mostPoints), { nil: undefined });
    const forms: fc.Arbitrary<ScoreForm> = fc.oneof(
      fc.record({ o1: points, o2: points, o3: fc.nat(mostPoints) }).map(form),
      fc.constant({ answer: 'abstain' as const }),
      fc.constant({ answer: 'take back' as const }),
    );
    fc.assert(
      fc.property(fc.array(forms, { maxLength: 5 }), forms, (earlier, last) => {
        const ballots = new Map<string, Ballot>();
        const apply = (said: ScoreForm) => {
          for (const one of planScores(open, [...ballots.values()], said, scoring)) ballots.set(one.optionId, one);
          return [...ballots.values()]
            .filter(({ isCast }) => isCast)
            .map(({ optionId, score }) => `${optionId} ${score}`)
            .toSorted();
        };
        for (const said of earlier) apply(said);
        expect(apply(last)).toEqual(after([], last));
      }),
    );
  });

  it.each<[string, ScoreForm, Refusal]>([
    ['nothing', form({ o1: undefined, o2: undefined }), { code: 'missing', what: 'score' }],
    ['nothing that there is', form({ o9: 3 }), { code: 'missing', what: 'score' }],
  ])('is refused with %s', (_, said, words) => {
    expect(ruleBrokenBy(() => planScores(open, [], said, scoring)).refusal).toEqual(words);
  });

  it('does not abstain if the rule has no abstaining', () => {
    const strict = { ...open, rule: { ...rule, abstain: 'none' as const } };
    expect(ruleBrokenBy(() => planScores(strict, [], { answer: 'abstain' }, scoring)).refusal).toEqual({
      code: 'no abstaining',
    });
  });
});

describe('points can be given', () => {
  it('until the deadline, to the millisecond', () => {
    expect(() => checkMayScore(open, 2, closesAt)).not.toThrow();
    const late = new Date(closesAt.getTime() + 1);
    expect(ruleBrokenBy(() => checkMayScore(open, 2, late)).refusal).toEqual({ code: 'voting over' });
  });

  it.each([
    ['before voting opens', { ...open, voting: undefined }, { code: 'voting not open yet' }],
    ['when it has closed', { ...open, voting: voting([], { rule, round: 2, closedAt: now }) }, { code: 'voting over' }],
    ['when it is decided', { ...open, status: 'accepted' as const }, { code: 'voting over' }],
    ['in another round', { ...open, voting: voting([], { rule, round: 3 }) }, { code: 'round over' }],
    ['where people react', decision({ voting: voting([], { round: 2 }) }), { code: 'votes by reaction' }],
  ])('not %s', (_, seen, words) => {
    expect(ruleBrokenBy(() => checkMayScore(seen, 2, now)).refusal).toEqual(words);
  });
});

it('says what is counted', () => {
  expect([worthOf(rule), worthOf(readRule('plurality'))]).toEqual([3, 1]);
});
