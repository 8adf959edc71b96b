import { Clock } from '@gavel/local-server/clock.ts';
import { describe, expect, it } from 'vitest';

describe('Clock', () => {
  it('fires timers in order when it is moved past them', () => {
    const clock = new Clock();
    const fired: string[] = [];
    clock.after(2000, () => fired.push('second'));
    clock.after(1000, () => {
      fired.push('first');
      clock.after(500, () => fired.push('in between'));
    });
    clock.after(9000, () => fired.push('later'));
    clock.advance(5000);
    expect(fired).toEqual(['first', 'in between', 'second']);
    clock.stop();
  });

  it('does not fire canceled timers', () => {
    const clock = new Clock();
    const fired: string[] = [];
    const cancel = clock.after(1000, () => fired.push('never'));
    cancel();
    clock.advance(2000);
    expect(fired).toEqual([]);
  });

  it('starts at a given time, even years ago, and runs from there', () => {
    const begins = new Date('2001-02-03T04:05:06Z');
    const clock = new Clock(begins);
    clock.advance(1000);
    const passed = clock.now().getTime() - begins.getTime();
    expect(passed).toBeGreaterThanOrEqual(1000);
    expect(passed).toBeLessThan(86_400_000);
  });

  it('moves to a date, and never back', () => {
    const clock = new Clock();
    const target = new Date(Date.now() + 86_400_000);
    clock.set(target);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(target.getTime());
    expect(() => clock.set(new Date(0))).toThrow(RangeError);
  });

  it('fires timers in real time', async () => {
    const clock = new Clock();
    const start = clock.now().getTime();
    await new Promise<void>((resolve) => {
      clock.after(5, resolve);
    });
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(start + 5);
  });
});
