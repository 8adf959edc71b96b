import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackAllowances } from '../../../../src/slack/app/budget/allowance.ts';
import { Lane } from '../../../../src/slack/app/budget/lane.ts';
import type { CallUrgency } from '../../../../src/workflow/ports/chat/chat.ts';

const aSecond = 1_000;
const aMinute = 60 * aSecond;
const tier3 = { calls: 50, within: aMinute };

/** Makes as many calls as there is room for. */
function fill(lane: Lane, urgency: CallUrgency, now: number): number {
  let calls = 0;
  for (; lane.room(urgency, now) >= 1; calls += 1) lane.count(urgency, now);
  return calls;
}

describe('the calls of a method', () => {
  it('never exceed what Slack allows within any minute, however urgent, unless a person waits for them', () => {
    const wish = fc.record({
      after: fc.oneof(fc.nat(100), fc.nat(5_000), fc.nat(90_000)),
      urgency: fc.constantFrom<CallUrgency>('closing', 'acted', 'stale'),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 400 }), (wishes) => {
        const lane = new Lane(tier3);
        const made: number[] = [];
        let now = 0;
        for (const { after, urgency } of wishes) {
          now += after;
          if (lane.room(urgency, now) < 1) continue;
          lane.count(urgency, now);
          made.push(now);
        }
        for (const at of made)
          expect(made.filter((other) => other > at - aMinute && other <= at).length).toBeLessThan(51);
      }),
    );
  });

  it('are possible when announced, and no sooner', () => {
    const wish = fc.record({
      after: fc.nat(3_000),
      urgency: fc.constantFrom<CallUrgency>('awaited', 'acted', 'stale'),
      isRefused: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 200 }), (wishes) => {
        const lane = new Lane(tier3);
        let now = 0;
        for (const { after, urgency, isRefused } of wishes) {
          now += after;
          const opensAt = lane.opensAt(urgency, now);
          // A millisecond later: a token may be whole except for rounding.
          expect(lane.room(urgency, opensAt + 1)).toBeGreaterThanOrEqual(1);
          if (opensAt > now) expect(lane.room(urgency, now)).toBe(0);
          else lane.count(urgency, now);
          if (isRefused) lane.pause(7, now);
        }
      }),
    );
  });

  it('come for one busy card every second and a half, for hours', () => {
    const lane = new Lane(slackAllowances('chat.update'));
    const gaps: number[] = [];
    for (let now = 0, last = 0; now < 120 * aMinute; ) {
      if (lane.room('stale', now) >= 1) {
        lane.count('stale', now);
        gaps.push(now - last);
        last = now;
        // A card is shown at most once a second.
        now += aSecond;
      } else now = Math.ceil(lane.opensAt('stale', now));
    }
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1.5 * aSecond);
  });

  it('leave room for what is urgent, while there is always something stale', () => {
    const lane = new Lane(tier3);
    let now = 0;
    for (; now < 10 * aMinute; now += 100) fill(lane, 'stale', now);
    expect(fill(lane, 'acted', now)).toBeGreaterThanOrEqual(5);
    expect(lane.opensAt('closing', now) - now).toBeLessThanOrEqual(1.5 * aSecond);
  });

  it('are not held back when a person waits, except for as long as Slack says', () => {
    const lane = new Lane(tier3);
    fill(lane, 'acted', 0);
    expect(lane.room('acted', 0)).toBe(0);
    expect(lane.room('awaited', 0)).toBe(Number.POSITIVE_INFINITY);
    lane.pause(30, 0);
    expect([lane.room('awaited', 29_999), lane.opensAt('awaited', 0)]).toEqual([0, 30_000]);
    expect(lane.room('awaited', 30_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('become fewer after a refusal, which shows that others call too, and recover without any', () => {
    const lane = new Lane(tier3);
    const inAMinute = (from: number) => {
      let calls = 0;
      for (let now = from; now < from + aMinute; now += 100) calls += fill(lane, 'stale', now);
      return calls;
    };
    const before = inAMinute(0);
    lane.pause(1, aMinute);
    const after = inAMinute(aMinute + aSecond);
    expect(after).toBeLessThan(before * 0.85);
    for (let refusal = 0; refusal < 50; refusal += 1) lane.pause(1, 3 * aMinute);
    expect(inAMinute(4 * aMinute)).toBeGreaterThanOrEqual(3);
    expect(inAMinute(30 * aMinute)).toBeGreaterThanOrEqual(before - 1);
  });

  it('are not counted if Slack names no number', () => {
    const lane = new Lane(slackAllowances('chat.getPermalink'));
    for (let call = 0; call < 1_000; call += 1) lane.count('stale', 0);
    expect(lane.room('stale', 0)).toBe(Number.POSITIVE_INFINITY);
    lane.pause(2, 0);
    expect([lane.room('stale', 0), lane.opensAt('stale', 0)]).toEqual([0, 2_000]);
  });
});
