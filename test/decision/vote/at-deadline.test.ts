import { describe, expect, it } from 'vitest';
import { recallReactions, sightBefore, timeLook, waitForEvents } from '../../../src/decision/vote/at-deadline.ts';
import { closesAt, decision } from '../sample.ts';

const after = (seconds: number) => new Date(closesAt.getTime() + seconds * 1_000);
const of = decision();

describe('timeLook', () => {
  it.each([
    ['before', 0, -3_600],
    ['before', 0, undefined],
    ['on time', 1, 0],
    ['on time', 30, -3_600],
    ['late', 31, -3_600],
    ['after a gap', 1, 1],
    ['after a gap', 1, undefined],
  ] as const)('is %s: answered %i seconds after the deadline, heard since %s', (timing, answered, since) => {
    expect(timeLook(of, after(answered), since === undefined ? undefined : after(since))).toBe(timing);
  });
});

describe('waitForEvents', () => {
  it.each([
    ['before', true, -60, undefined],
    ['on time', false, 1, undefined],
    ['on time', true, 1, 2],
    ['on time', true, 2, undefined],
    ['late', false, 40, undefined],
    ['late', true, 40, 420],
    ['after a gap', false, 20, 420],
    ['after a gap', true, 420, undefined],
  ] as const)('%s, with differences: %s, at %i seconds, waits until %s', (timing, differs, now, until) => {
    expect(waitForEvents(of, timing, differs, after(now))).toEqual(until === undefined ? undefined : after(until));
  });
});

describe('recallReactions', () => {
  const now = new Map([
    ['o1', new Set(['UANA'])],
    ['o2', new Set(['UBO'])],
  ]);
  const place = { optionId: 'o1', userId: 'UANA' };

  it('is the current list if nothing else is known', () => {
    expect(recallReactions(now, [])).toEqual(now);
  });

  it('has the state before the first of several late events', () => {
    const late = [
      { ...place, isCast: true, eventUs: 30 },
      { ...place, isCast: false, eventUs: 20 },
      { ...place, isCast: true, eventUs: 10 },
    ].map(sightBefore);
    expect(recallReactions(now, late).get('o1')).toEqual(new Set());
    expect(recallReactions(now, late.slice(0, 2)).get('o1')).toEqual(new Set(['UANA']));
    expect(recallReactions(now, late).get('o2')).toEqual(new Set(['UBO']));
  });

  it('uses the earliest information, from a look or an event', () => {
    const seen = { ...place, isCast: false, atUs: 15 };
    const event = sightBefore({ ...place, isCast: false, eventUs: 20 });
    expect(recallReactions(now, [seen, event]).get('o1')).toEqual(new Set());
    expect(recallReactions(now, [{ ...seen, atUs: 25 }, event]).get('o1')).toEqual(new Set(['UANA']));
  });
});
