import { PlannedFaults } from '@gavel/local-server/planned-faults.ts';
import { describe, expect, it } from 'vitest';

interface Settings {
  failEvery: number;
  drop: number;
}

/** A server whose calls are names, and fail with a word. */
class Faults extends PlannedFaults<'drop', Settings, string, string> {
  failNext(name: string, failure: string, times: number): void {
    this.plan(failure, (called) => called === name, times);
  }

  call(name: string): string | undefined {
    return this.takePlanned(name) ?? (this.isTurn(this.settings().failEvery) ? 'its turn' : undefined);
  }
}

function openFaults(): { faults: Faults; changes: () => number } {
  let changes = 0;
  const faults = new Faults({ failEvery: 0, drop: 0 }, () => {
    changes += 1;
  });
  return { faults, changes: () => changes };
}

describe('PlannedFaults', () => {
  it('fails the calls that are meant, as often as planned, in the order of the plans', () => {
    const { faults } = openFaults();
    faults.failNext('save', 'first', 1);
    faults.failNext('save', 'second', 2);
    expect(faults.call('read')).toBeUndefined();
    const outcomes = [1, 2, 3, 4].map(() => faults.call('save'));
    expect(outcomes).toEqual(['first', 'second', 'second', undefined]);
  });

  it('fails every nth call, counting those that were planned to fail', () => {
    const { faults } = openFaults();
    faults.set({ failEvery: 2 });
    faults.failNext('save', 'planned', 1);
    const outcomes = [1, 2, 3, 4].map(() => faults.call('save'));
    expect(outcomes).toEqual(['planned', 'its turn', undefined, 'its turn']);
  });

  it('counts a fault down, and tells each change', () => {
    const { faults, changes } = openFaults();
    faults.set({ drop: 2 });
    expect([faults.take('drop'), faults.take('drop'), faults.take('drop')]).toEqual([true, true, false]);
    expect(faults.settings()).toEqual({ failEvery: 0, drop: 0 });
    expect(changes()).toBe(3);
  });

  it('ends all faults', () => {
    const { faults } = openFaults();
    faults.set({ failEvery: 1, drop: 1 });
    faults.failNext('save', 'planned', 5);
    faults.clear();
    expect([faults.call('save'), faults.take('drop')]).toEqual([undefined, false]);
  });
});
