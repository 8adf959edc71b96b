import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Objection, Resolution } from '../../../src/decision/decision.ts';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import { noObjections, type ObjectionCount } from '../../../src/decision/objection/objection-count.ts';
import {
  checkUnopposed,
  countBindingObjections,
  countsForVerdict,
  findBlocking,
  findHoldEnd,
  findVerdictFacts,
  judge,
  pickObjections,
  waitForHolds,
} from '../../../src/decision/outcome/judge.ts';
import { reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import type { VerdictFacts } from '../../../src/decision/outcome/verdict-facts.ts';
import { type PresetName, presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { findClosingTime, moveDeadline, openVoting } from '../../../src/decision/vote/voting.ts';
import { anyBallots, anyRule, cast, countUnder, deciders } from '../rule/any-rule.ts';
import { ballot, closesAt, decision, hold, now, objection, people, ruleBrokenBy, voting } from '../sample.ts';

const day = 24 * 60 * 60 * 1_000;
const after = (at: Date, days: number) => new Date(at.getTime() + days * day);
const resolved: Resolution = { kind: 'resolved', by: 'UBO', reason: 'It has one now.', at: closesAt };
const overridden: Resolution = { kind: 'overridden', by: 'UANA', reason: 'It can’t wait.', at: closesAt };
const blocks: Rule = { ...defaultRule, objections: 'block' };

function opened(rule: Rule, objections: readonly Objection[], changes: Partial<Decision> = {}): Decision {
  return decision({ rule, objections, voting: voting(deciders, { rule }), ...changes });
}

describe('whose objections count', () => {
  it.each<[string, Decision, string, boolean]>([
    ['before voting, everyone’s where nobody is named', decision(), 'UZOE', true],
    ['before voting, those of who is named', decision({ namedDeciders: ['UBO'] }), 'UBO', true],
    ['before voting, not those of others', decision({ namedDeciders: ['UBO'] }), 'UANA', false],
    ['once voting is open, the deciders’', opened(blocks, []), 'UBO', true],
    ['once voting is open, not the proposer’s who does not vote', decision({ voting: voting(['UBO']) }), 'UANA', false],
    [
      'once voting is open, not those of who was named and may not vote',
      decision({ namedDeciders: ['UZOE'], voting: voting(['UBO']) }),
      'UZOE',
      false,
    ],
    [
      'those of a decider who has left',
      decision({ voting: voting(['UBO'], { gone: [{ id: 'UBO', why: 'deactivated' }] }) }),
      'UBO',
      true,
    ],
  ])('%s', (_, of, userId, counts) => {
    expect(countsForVerdict(of, userId)).toBe(counts);
  });
});

describe('judge', () => {
  const facts = (name: PresetName, objections: readonly Objection[]) => {
    const { rule } = presets[name];
    const tally = countUnder(
      rule,
      deciders.map((id) => ballot(id, 'o1')),
    );
    return findVerdictFacts(opened(rule, objections), tally);
  };

  it.each<[string, PresetName, readonly Objection[], VerdictFacts['kind'], ObjectionCount]>([
    [
      'a rule that objections block, and one that stands',
      'unanimous',
      [objection()],
      'blocked',
      { standing: 1, resolved: 0, overridden: 0 },
    ],
    [
      'the same with one that was resolved',
      'unanimous',
      [objection({ resolution: resolved })],
      'chosen',
      { standing: 0, resolved: 1, overridden: 0 },
    ],
    [
      'the same with one that one person overrode, which takes two',
      'unanimous',
      [objection({ resolution: resolved }), objection({ resolution: overridden })],
      'blocked',
      { standing: 0, resolved: 1, overridden: 1, unconfirmed: 1 },
    ],
    [
      'the same with a hold that one person overrode',
      'unanimous',
      [hold(closesAt, { resolution: overridden })],
      'chosen',
      { standing: 0, resolved: 0, overridden: 1 },
    ],
    [
      'the same with an objection of somebody who does not decide',
      'unanimous',
      [objection({ authorId: 'UZOE' })],
      'chosen',
      noObjections,
    ],
    [
      'a rule that objections do not block',
      'majority',
      [objection(), objection({ resolution: overridden })],
      'chosen',
      { standing: 1, resolved: 0, overridden: 1 },
    ],
    [
      'an objection that was overridden, alone',
      'majority',
      [objection({ resolution: overridden })],
      'chosen',
      { standing: 0, resolved: 0, overridden: 1 },
    ],
    [
      'a hold whose time was up',
      'majority',
      [hold(closesAt, { resolution: { kind: 'ended', at: closesAt } })],
      'chosen',
      noObjections,
    ],
  ])('%s', (_, name, objections, kind, counted) => {
    expect(facts(name, objections)).toMatchObject({ kind, option: 'Go + Fiber', votes: 6, objections: counted });
  });

  it.each<[string, readonly Objection[], string]>([
    ['passes while nobody objects', [], 'chosen'],
    ['is blocked by a decider', [objection()], 'blocked'],
    ['is blocked by a decider who needs time', [hold(closesAt)], 'blocked'],
    ['passes over the advice of others', [objection({ authorId: 'UZOE' })], 'chosen'],
    ['passes once it is resolved', [objection({ resolution: resolved })], 'chosen'],
    ['is blocked still while only one person has overridden it', [objection({ resolution: overridden })], 'blocked'],
  ])('lazy consensus %s', (_, objections, kind) => {
    const { rule } = presets['lazy-consensus'];
    expect(judge(opened(rule, objections), countUnder(rule, cast({}))).kind).toBe(kind);
  });

  it('lets one person override an objection where the rule does not ask for two', () => {
    const rule = { ...presets['lazy-consensus'].rule, needsSecond: false };
    const objections = [objection({ resolution: overridden })];
    expect(judge(opened(rule, objections), countUnder(rule, cast({}))).kind).toBe('chosen');
  });
});

const anyObjection = fc
  .record({
    authorId: fc.constantFrom(...deciders, 'UZOE', 'UHAL'),
    resolution: fc.constantFrom(undefined, undefined, resolved, overridden),
    days: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  })
  .map(({ days, ...one }) => (days === undefined ? objection(one) : hold(after(now, days), one)));
const anyObjections = fc.array(anyObjection, { maxLength: 4 });

describe('the laws of objections', () => {
  it('only turn “chosen” into “blocked”', () => {
    fc.assert(
      fc.property(anyRule, anyBallots, anyObjections, (rule, ballots, objections) => {
        const tally = countUnder(rule, ballots);
        const { kind } = reachVerdict(rule, tally);
        const judged = judge(opened(rule, objections), tally).kind;
        if (judged !== kind) expect([kind, judged]).toEqual(['chosen', 'blocked']);
      }),
    );
  });

  it('change nothing once they are settled, or if they are from others', () => {
    fc.assert(
      fc.property(anyRule, anyBallots, anyObjections, (rule, ballots, objections) => {
        const tally = countUnder(rule, ballots);
        const settled = objections.map((one) => ({ ...one, resolution: one.resolution ?? resolved }));
        const advice = objections.map((one) => ({ ...one, authorId: 'UZOE' }));
        const { kind } = reachVerdict(rule, tally);
        // Where it takes two people to override an objection, one has not settled it.
        expect(judge(opened({ ...rule, needsSecond: false }, settled), tally).kind).toBe(kind);
        expect(judge(opened(rule, advice), tally).kind).toBe(kind);
      }),
    );
  });

  it('let an option be accepted by hand exactly if they would not block the verdict', () => {
    fc.assert(
      fc.property(anyRule, anyObjections, (rule, objections) => {
        const of = opened(rule, objections);
        const known = people(Object.fromEntries(deciders.map((id) => [id, 'member'])));
        if (rule.objections === 'block' && countBindingObjections(of).standing > 0) {
          const broken = ruleBrokenBy(() => checkUnopposed(of, known));
          const blocking = findBlocking(of);
          const names = [...new Set(blocking.map(({ authorId }) => known.get(authorId)?.name))];
          const refusal = { code: 'objections stand', names, count: blocking.length };
          expect(broken).toEqual({ refusal, field: 'chosen' });
        } else {
          expect(() => checkUnopposed(of, known)).not.toThrow();
        }
      }),
    );
  });

  it('keep a vote open until the last hold of a decider ends, for at most thirty more days', () => {
    fc.assert(
      fc.property(anyRule, anyObjections, (rule, objections) => {
        const of = opened(rule, objections);
        const { closesAt: until } = waitForHolds(of);
        const ends = objections
          .filter(({ authorId, resolution }) => deciders.includes(authorId) && resolution === undefined)
          .flatMap(({ until: end }) => end?.getTime() ?? []);
        const wanted = rule.objections === 'none' ? [] : ends;
        const latest = after(closesAt, 30).getTime();
        expect(until.getTime()).toBe(Math.max(closesAt.getTime(), Math.min(latest, Math.max(0, ...wanted))));
        expect(waitForHolds({ ...of, closesAt: until }).closesAt).toEqual(until);
      }),
    );
  });
});

describe('checkUnopposed', () => {
  it.each<[string, readonly Objection[], Refusal]>([
    ['one', [objection()], { code: 'objections stand', names: ['Bo'], count: 1 }],
    [
      'several',
      [objection(), objection({ id: 'x2', authorId: 'UCHI' }), objection({ id: 'x3' })],
      { code: 'objections stand', names: ['Bo', 'Chi'], count: 3 },
    ],
  ])('names who objects: %s', (_, objections, refusal) => {
    const known = people({ UBO: 'member', UCHI: 'member' });
    expect(ruleBrokenBy(() => checkUnopposed(opened(blocks, objections), known)).refusal).toEqual(refusal);
  });
});

describe('a hold', () => {
  const later = after(closesAt, 2);

  it('by a decider moves only the deadline of an open vote', () => {
    expect(waitForHolds(opened(defaultRule, [hold(later)])).closesAt).toEqual(later);
    expect(waitForHolds(decision({ objections: [hold(later)] })).closesAt).toEqual(closesAt);
    expect(
      waitForHolds(opened(defaultRule, [hold(later)], { voting: voting(deciders, { closedAt: closesAt }) })).closesAt,
    ).toEqual(closesAt);
    expect(waitForHolds(opened(defaultRule, [hold(later, { authorId: 'UZOE' })])).closesAt).toEqual(closesAt);
  });

  it('does not move it back', () => {
    expect(waitForHolds(opened(defaultRule, [hold(after(closesAt, -1))])).closesAt).toEqual(closesAt);
  });

  it('that was placed before voting keeps the vote open, without changing its first deadline', () => {
    const before = decision({ objections: [hold(later)] });
    const open = openVoting(before, { deciders: ['UBO'], excluded: [], now });
    expect(open.closesAt).toEqual(later);
    expect(open.voting?.firstClosesAt).toEqual(closesAt);
    expect(openVoting(before, { deciders: ['UANA'], excluded: [], now }).closesAt).toEqual(closesAt);
  });

  it('keeps a vote from closing early', () => {
    const rule: Rule = { ...defaultRule, closesEarly: ['all voted'] };
    const tally = countUnder(
      rule,
      deciders.map((id) => ballot(id, 'o1')),
    );
    expect(findClosingTime(opened(rule, []), tally)).toEqual(now);
    expect(findClosingTime(opened(rule, [hold(after(now, 1))]), tally)).toEqual(closesAt);
    expect(findClosingTime(opened(rule, [hold(after(now, 1), { resolution: resolved })]), tally)).toEqual(now);
  });

  it('keeps the deadline from being moved before its end', () => {
    const of = opened(defaultRule, [hold(later)]);
    expect(ruleBrokenBy(() => moveDeadline(of, after(later, -1), now))).toEqual({
      refusal: { code: 'hold lasts longer' },
      field: 'deadline',
    });
    expect(moveDeadline(of, later, now).closesAt).toEqual(later);
    const settled = opened(defaultRule, [hold(later, { resolution: overridden })]);
    expect(moveDeadline(settled, after(now, 1), now).closesAt).toEqual(after(now, 1));
  });

  it('counts until its end at the latest', () => {
    expect(findHoldEnd(opened(defaultRule, [objection()]))).toBeUndefined();
    expect(findHoldEnd(opened(defaultRule, [hold(after(closesAt, 31))]))).toEqual(after(closesAt, 30));
  });
});

describe('pickObjections', () => {
  const by = (authorId: string, id: string) => objection({ authorId, id });
  const raised = [by('UX', 'x1'), by('UX', 'x2'), by('UY', 'y1'), by('UBO', 'b1'), by('UBO', 'b2'), by('UCHI', 'c1')];
  const of = opened(blocks, raised, { voting: voting(['UBO', 'UCHI'], { rule: blocks }) });

  it.each([
    [9, ['x1', 'x2', 'y1', 'b1', 'b2', 'c1']],
    [5, ['x1', 'y1', 'b1', 'b2', 'c1']],
    [3, ['b1', 'b2', 'c1']],
    [2, ['b1', 'c1']],
    [0, []],
  ])('picks up to %i: those of deciders first, and everybody’s first one before anybody’s second', (most, ids) => {
    expect(pickObjections(of, raised, most).map(({ id }) => id)).toEqual(ids);
  });
});
