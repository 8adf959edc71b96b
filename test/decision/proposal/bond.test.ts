import { describe, expect, it } from 'vitest';
import type { BondKind } from '../../../src/decision/decision.ts';
import { changesBoundAdr, isPastChange } from '../../../src/decision/proposal/bond.ts';
import type { Status } from '../../../src/decision/status.ts';
import { because, decision, now, options } from '../sample.ts';

function changes(
  kind: BondKind | undefined,
  status: Status,
  chosenOptionId?: string,
  keepingOptionId?: string,
): boolean {
  return changesBoundAdr(
    decision({
      bond: kind && { kind, adrId: 3, number: 3, title: 'Use Go', keepingOptionId },
      status,
      outcome: {
        chosenOptionId,
        reason: because(''),
        consequences: [],
        decidedBy: undefined,
        decidedAt: now,
        departures: [],
      },
    }),
  );
}

describe('changesBoundAdr', () => {
  it.each([
    ['supersedes', 'accepted', 'o1', true],
    ['supersedes', 'accepted', 'o3', true],
    ['amends', 'accepted', 'o2', true],
    ['deprecates', 'accepted', 'o1', true],
    ['deprecates', 'accepted', 'o2', false],
    ['deprecates', 'accepted', 'o3', false],
    ['supersedes', 'rejected', undefined, false],
    ['deprecates', 'rejected', undefined, false],
    ['supersedes', 'proposed', undefined, false],
    ['supersedes', 'withdrawn', undefined, false],
    [undefined, 'accepted', 'o1', false],
  ] as const)('%s, %s with %s: %s', (kind, status, chosen, expected) => {
    expect(options.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3']);
    expect(changes(kind, status, chosen)).toBe(expected);
  });

  it.each([
    ['supersedes', 'accepted', 'o1', true],
    ['supersedes', 'accepted', 'o2', false],
    ['amends', 'accepted', 'o2', false],
    ['amends', 'accepted', 'o3', true],
    ['supersedes', 'rejected', undefined, false],
  ] as const)('%s, %s with %s, where the second option is to keep it: %s', (kind, status, chosen, expected) => {
    expect(changes(kind, status, chosen, 'o2')).toBe(expected);
  });
});

describe('isPastChange', () => {
  it.each([
    ['superseded', 'supersedes', true],
    ['superseded', 'amends', true],
    ['superseded', 'deprecates', true],
    ['deprecated', 'deprecates', true],
    ['deprecated', 'supersedes', false],
    ['accepted', 'supersedes', false],
    [undefined, 'deprecates', false],
  ] as const)('%s, %s: %s', (status, kind, expected) => {
    expect(isPastChange(status, kind)).toBe(expected);
  });
});
