import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { checkMayPress, describePress, type Press, planPress } from '../../../src/decision/vote/press.ts';
import { ballot, closesAt, decision, options, ruleBrokenBy, voting } from '../sample.ts';

const aSecond = 1_000_000;
const cardTs = '1.000100';
const single: Rule = { ...defaultRule, method: 'single' };
const withAbstaining: Rule = presets.majority.rule;

function open(rule: Rule = defaultRule) {
  return decision({ rule, voting: voting(['UANA', 'UBO'], { rule, hasButtons: true }) });
}

function press(optionId: string, seconds: number, more: Partial<Press> = {}): Press {
  return { userId: 'UANA', optionId, eventUs: seconds * aSecond, cardTs, ...more };
}

/** What people have after some presses. */
function after(before: readonly Ballot[], rule: Rule, ...presses: readonly Press[]): Ballot[] {
  const ballots = new Map(before.map((each) => [`${each.optionId} ${each.userId}`, each]));
  for (const one of presses) {
    for (const each of planPress(open(rule), [...ballots.values()], one)) {
      ballots.set(`${each.optionId} ${each.userId}`, each);
    }
  }
  return [...ballots.values()];
}

const cast = (ballots: readonly Ballot[]) => ballots.filter(({ isCast }) => isCast).map(({ optionId }) => optionId);

describe('a press', () => {
  it('casts a ballot, and the next one takes it back', () => {
    expect(after([], defaultRule, press('o1', 10))).toEqual([
      ballot('UANA', 'o1', 10 * aSecond, { cardTs, button: 'not compared' }),
    ]);
    expect(cast(after([], defaultRule, press('o1', 10), press('o1', 12)))).toEqual([]);
    expect(cast(after([], defaultRule, press('o1', 10), press('o1', 12), press('o1', 14)))).toEqual(['o1']);
  });

  it('backs another option as well where people may, and instead where they have one vote', () => {
    expect(cast(after([], defaultRule, press('o1', 10), press('o2', 12)))).toEqual(['o1', 'o2']);
    expect(cast(after([], single, press('o1', 10), press('o2', 12)))).toEqual(['o2']);
    // What it replaced does not come back.
    expect(cast(after([], single, press('o1', 10), press('o2', 12), press('o2', 14)))).toEqual([]);
  });

  it('replaces an abstention, and is replaced by one', () => {
    expect(cast(after([], withAbstaining, press('d1', 10), press('o1', 12)))).toEqual(['o1']);
    expect(cast(after([], withAbstaining, press('o1', 10), press('o2', 12), press('d1', 14)))).toEqual(['d1']);
  });

  it('takes back what was a reaction, and leaves other reactions alone', () => {
    const reactions = [ballot('UANA', 'o1', aSecond), ballot('UANA', 'o2', 2 * aSecond)];
    expect(cast(after(reactions, defaultRule, press('o1', 10)))).toEqual(['o2']);
    expect(cast(after(reactions, single, press('o3', 10)))).toEqual(['o1', 'o2', 'o3']);
  });

  it('casts what has a reaction that a later one outweighs', () => {
    const reactions = [ballot('UANA', 'o1', aSecond), ballot('UANA', 'o2', 2 * aSecond)];
    const ballots = after(reactions, single, press('o1', 10));
    expect(tallied(ballots, single)).toEqual([1, 0, 0]);
  });

  it('is later than a reaction without a time', () => {
    const undated = [ballot('UANA', 'o1', 0), ballot('UANA', 'o2', 0)];
    expect(tallied(undated, single)).toEqual([0, 0, 0]);
    expect(tallied(after(undated, single, press('o3', 10)), single)).toEqual([0, 0, 1]);
    expect(tallied(after(undated, single, press('o1', 10)), single)).toEqual([1, 0, 0]);
  });

  it('changes nothing if it comes twice, is half of a double click, or is older than a reaction', () => {
    const once = after([], defaultRule, press('o1', 10));
    expect(planPress(open(), once, press('o1', 10))).toEqual([]);
    expect(planPress(open(), once, press('o1', 10.5))).toEqual([]);
    expect(planPress(open(), once, press('o1', 9))).toEqual([]);
    expect(planPress(open(), [ballot('UANA', 'o1', 11 * aSecond)], press('o1', 10))).toEqual([]);
  });

  it('leaves the ballots of others alone', () => {
    const ofBo = ballot('UBO', 'o1', aSecond);
    expect(cast(planPress(open(single), [ofBo], press('o1', 10)))).toEqual(['o1']);
  });
});

function tallied(ballots: readonly Ballot[], rule: Rule): number[] {
  const count = { options, ballots, deciders: ['UANA', 'UBO'], ignored: new Set<string>(), method: rule.method };
  return takeTally({ ...count, abstentionId: rule.abstain === 'none' ? undefined : 'd1' }).options.map(
    ({ votes }) => votes,
  );
}

describe('what a press did', () => {
  const describeAfter = (before: readonly Ballot[], rule: Rule, one: Press) =>
    describePress(open(rule), before, planPress(open(rule), before, one), one);

  it('is told with what else counts', () => {
    const before = after([], defaultRule, press('o1', 10));
    expect(describeAfter(before, defaultRule, press('o2', 12))).toMatchObject({ isCast: true, alsoBacks: ['o1'] });
    expect(describeAfter(before, single, press('o2', 12))).toMatchObject({ isCast: true, alsoBacks: [] });
  });

  it('says whether the reaction is still there', () => {
    const one = press('o1', 10);
    const ofButton = (button: Ballot['button']) => [ballot('UANA', 'o1', 1, { button })];
    expect(describeAfter([ballot('UANA', 'o1', 1)], defaultRule, one)).toMatchObject({ hasReaction: true });
    expect(describeAfter(ofButton('listed'), defaultRule, one)).toMatchObject({ isCast: false, hasReaction: true });
    expect(describeAfter(ofButton('not listed'), defaultRule, one)).toMatchObject({ hasReaction: false });
  });

  it('says which earlier reaction counts again', () => {
    const before = [ballot('UANA', 'o1', 1), ballot('UANA', 'o2', 2)];
    expect(describeAfter(before, single, press('o2', 10))).toMatchObject({ isCast: false, alsoBacks: ['o1'] });
  });
});

describe('checkMayPress', () => {
  const at = (eventUs: number) => press('o1', 0, { eventUs });
  const inTime = closesAt.getTime() * 1_000;

  it('lets people vote up to the deadline, by Slack’s clock', () => {
    expect(() => checkMayPress(open(), 1, at(inTime))).not.toThrow();
    expect(ruleBrokenBy(() => checkMayPress(open(), 1, at(inTime + 1))).refusal).toMatchObject({ code: 'voting over' });
  });

  it.each([
    ['before voting opens', decision(), 1, 'o1', 'voting not open yet'],
    ['on the card of an earlier round', open(), 2, 'o1', 'round over'],
    ['where there are no buttons', decision({ voting: voting(['UANA']) }), 1, 'o1', 'votes by reaction'],
    ['for an option of another decision', open(), 1, 'o9', 'missing'],
    ['to abstain where nobody can', open(), 1, 'd1', 'missing'],
    [
      'after it has closed',
      decision({ voting: voting(['UANA'], { hasButtons: true, closedAt: closesAt }) }),
      1,
      'o1',
      'voting over',
    ],
  ])('refuses a press %s', (_, shown, round, optionId, code) => {
    expect(ruleBrokenBy(() => checkMayPress(shown, round, press(optionId, 1))).refusal).toMatchObject({ code });
  });
});

describe('the laws of presses', () => {
  const optionId = fc.constantFrom('o1', 'o2', 'o3', 'd1');
  const presses = fc.array(optionId, { maxLength: 12 });
  const rule = fc.constantFrom(defaultRule, single, withAbstaining, { ...withAbstaining, method: 'single' as const });
  const reactions = fc.uniqueArray(fc.record({ optionId, eventUs: fc.constantFrom(0, 1, 2, 3) }), {
    selector: (one) => one.optionId,
    maxLength: 3,
  });

  it('the option that was pressed last counts if it did not count before, and not if it did', () => {
    fc.assert(
      fc.property(rule, reactions, presses, optionId, (anyRule, made, earlier, last) => {
        const known = made.map((one) => ballot('UANA', one.optionId, one.eventUs));
        const before = after(known, anyRule, ...earlier.map((id, index) => press(id, 10 + index * 2)));
        const one = press(last, 100);
        const described = describePress(open(anyRule), before, planPress(open(anyRule), before, one), one);
        const counted = (ballots: readonly Ballot[]) =>
          takeTally({
            ...{ options, ballots, deciders: ['UANA'], ignored: new Set<string>(), method: anyRule.method },
            abstentionId: 'd1',
          }).options.flatMap(({ option, votes }) => (votes > 0 ? [option.id] : []));
        const now = counted(after(before, anyRule, one));
        if (last !== 'd1') expect(now.includes(last)).toBe(!counted(before).includes(last));
        expect(described.isCast ? now.filter((id) => id !== last) : now).toEqual(described.alsoBacks.toSorted());
      }),
    );
  });
});
