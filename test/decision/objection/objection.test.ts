import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Objection } from '../../../src/decision/decision.ts';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import { limits } from '../../../src/decision/limits.ts';
import {
  checkObjection,
  countObjections,
  endHolds,
  findEndedHolds,
  type ObjectionForm,
  raiseObjection,
  settleObjection,
} from '../../../src/decision/objection/objection.ts';
import { noObjections } from '../../../src/decision/objection/objection-count.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { closesAt, decision, hold, now, objection, ruleBrokenBy } from '../sample.ts';

const resolution = { kind: 'resolved', by: 'UBO', reason: 'It has one now.', at: closesAt } as const;
const overridden = { kind: 'overridden', by: 'UANA', reason: 'We write to its authors.', at: closesAt } as const;
const ended = { kind: 'ended', at: closesAt } as const;
const day = 24 * 60 * 60 * 1_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);

describe('countObjections', () => {
  it.each<[string, readonly Objection[], object]>([
    ['nobody’s', [], noObjections],
    ['one that stands', [objection()], { ...noObjections, standing: 1 }],
    ['one that was resolved', [objection({ resolution })], { ...noObjections, resolved: 1 }],
    [
      'one overridden, one that stands',
      [objection({ resolution: overridden }), objection()],
      { ...noObjections, standing: 1, overridden: 1 },
    ],
    ['a hold', [hold(closesAt)], { ...noObjections, standing: 1 }],
    ['a hold whose time is up', [hold(closesAt, { resolution: ended })], noObjections],
    ['a hold that was lifted', [hold(closesAt, { resolution })], { ...noObjections, resolved: 1 }],
  ])('%s', (_, objections, counted) => {
    expect(countObjections(objections)).toEqual(counted);
  });
});

describe('checkObjection', () => {
  const typed = { kind: 'objection', until: undefined, reason: '  It has\n no licence. ' } as const;

  it('keeps an objection on one line, without an end', () => {
    expect(checkObjection({ ...typed, until: closesAt }, now)).toEqual({
      kind: 'objection',
      until: undefined,
      reason: 'It has no licence.',
    });
  });

  it('keeps the end of a hold, at most thirty days from now', () => {
    const form = { ...typed, kind: 'hold', until: inDays(30) } as const;
    expect(checkObjection(form, now)).toMatchObject({ kind: 'hold', until: inDays(30) });
  });

  it.each<[string, Partial<ObjectionForm>, string, Refusal]>([
    ['no reason', { reason: ' \u200b ' }, 'text', { code: 'missing', what: 'reason' }],
    [
      'a long reason',
      { reason: 'x'.repeat(501) },
      'text',
      { code: 'too long', what: 'reason', length: 501, characters: 501, most: 500 },
    ],
    ['a hold without an end', { kind: 'hold' }, 'deadline', { code: 'missing', what: 'end of the hold' }],
    ['a hold that is over', { kind: 'hold', until: now }, 'deadline', { code: 'time has passed' }],
    [
      'a hold of more than thirty days',
      { kind: 'hold', until: new Date(inDays(30).getTime() + 1) },
      'deadline',
      { code: 'hold too long', mostDays: 30 },
    ],
  ])('refuses %s', (_, changes, field, refusal) => {
    expect(ruleBrokenBy(() => checkObjection({ ...typed, ...changes }, now))).toEqual({ field, refusal });
  });
});

describe('raiseObjection', () => {
  it('adds it after the others', () => {
    const first = decision({ objections: [objection()] });
    const second = objection({ id: 'x2', authorId: 'UCHI' });
    expect(raiseObjection(first, second).objections).toEqual([objection(), second]);
  });

  it.each([
    ['a decision that was taken', decision({ status: 'accepted' }), { code: 'decided already', status: 'accepted' }],
    [
      'a rule that asks for none',
      decision({ rule: { ...defaultRule, objections: 'none' } }),
      { code: 'objections not asked for' },
    ],
  ])('refuses %s', (_, before, refusal) => {
    expect(ruleBrokenBy(() => raiseObjection(before, objection({ id: 'new' }))).refusal).toEqual(refusal);
  });
});

/** Somebody raises an objection or settles the last one that stands: their own, or over somebody's head. */
const anyMove = fc.record({
  by: fc.constantFrom('UANA', 'UBO', 'UCHI'),
  kind: fc.constantFrom('raise' as const, 'raise' as const, 'settle' as const),
});

it('nobody can take away somebody else’s right to object', () => {
  const { standing, all } = limits.objectionsEach;
  const raise = (before: Decision, authorId: string) =>
    raiseObjection(before, objection({ id: `x${before.objections.length}`, authorId }));
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 150, size: 'max' }), (moves) => {
      let seen = decision();
      for (const { by, kind } of moves) {
        const own = seen.objections.filter(({ authorId }) => authorId === by);
        const mayRaise = own.length < all && own.filter(({ resolution }) => !resolution).length < standing;
        const last = seen.objections.findLast(({ resolution }) => !resolution);
        if (kind === 'raise' && mayRaise) seen = raise(seen, by);
        else if (kind === 'raise') expect(() => raise(seen, by)).toThrow('own share used');
        else if (last) seen = settleObjection(seen, last.id, { ...resolution, by });
      }
      expect(raise(seen, 'UDEV').objections.at(-1)?.authorId).toBe('UDEV');
    }),
  );
});

describe('settleObjection', () => {
  const before = decision({ objections: [objection(), objection({ id: 'x2', authorId: 'UCHI' })] });

  it('records how it was settled, and does not change others', () => {
    const after = settleObjection(before, 'x2', overridden);
    expect(after.objections).toEqual([objection(), objection({ id: 'x2', authorId: 'UCHI', resolution: overridden })]);
  });

  it.each([
    ['one that is not there', before, 'x9', { code: 'missing', what: 'objection' }],
    ['one that was settled', settleObjection(before, 'x1', resolution), 'x1', { code: 'objection settled already' }],
    [
      'one of a decision that was taken',
      { ...before, status: 'rejected' as const },
      'x1',
      { code: 'decided already', status: 'rejected' },
    ],
  ])('refuses %s', (_, of, id, refusal) => {
    expect(ruleBrokenBy(() => settleObjection(of, id, overridden)).refusal).toEqual(refusal);
  });
});

describe('endHolds', () => {
  const anyObjections = fc.array(
    fc.oneof(
      fc.constantFrom(objection(), objection({ resolution })),
      fc.integer({ min: -3, max: 3 }).map((days) => hold(inDays(days))),
    ),
  );

  it('ends exactly the holds whose time is up, once', () => {
    fc.assert(
      fc.property(anyObjections, (objections) => {
        const before = decision({ objections });
        const after = endHolds(before, now);
        after.objections.forEach((one, index) => {
          const was = objections[index];
          const isUp = was?.resolution === undefined && was?.until !== undefined && was.until <= now;
          expect(one).toEqual(isUp ? { ...was, resolution: { kind: 'ended', at: was.until } } : was);
        });
        expect(findEndedHolds(after, now)).toEqual([]);
        expect(endHolds(after, now)).toBe(after);
      }),
    );
  });

  it('does not change a finished decision', () => {
    const taken = decision({ status: 'accepted', objections: [hold(now)] });
    expect(endHolds(taken, closesAt)).toBe(taken);
  });
});
