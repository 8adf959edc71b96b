import { describe, expect, it } from 'vitest';
import { Locales } from '../../../src/slack/ports/locales.ts';

const minute = 60_000;

/** Locales as Slack tells them, by a clock that a test moves. */
function openLocales(told: Record<string, string | Error>) {
  let now = 0;
  const asked: string[] = [];
  const locales = new Locales(() => new Date(now));
  const find = (userId: string) =>
    locales.find(userId, async (id) => {
      asked.push(id);
      const answer = told[id];
      if (answer instanceof Error) throw answer;
      return answer;
    });
  const pass = (minutes: number) => {
    now += minutes * minute;
  };
  return { find, asked, pass };
}

describe('the locales that people use Slack in', () => {
  it('are asked for once, even by many at a time', async () => {
    const { find, asked } = openLocales({ U1: 'de-DE' });
    expect(await Promise.all([find('U1'), find('U1')])).toEqual(['de-DE', 'de-DE']);
    expect([await find('U1'), asked]).toEqual(['de-DE', ['U1']]);
  });

  it('are asked for again in the background when they are old', async () => {
    const told: Record<string, string> = { U1: 'en-US' };
    const { find, asked, pass } = openLocales(told);
    await find('U1');
    told.U1 = 'de-DE';
    pass(11);
    expect(await find('U1')).toBe('en-US');
    expect([await find('U1'), asked]).toEqual(['de-DE', ['U1', 'U1']]);
  });

  it('are as old as the question, however long the answer takes', async () => {
    const { find, asked, pass } = openLocales({ U1: 'de-DE' });
    const found = find('U1');
    pass(11);
    await found;
    await find('U1');
    expect(asked).toEqual(['U1', 'U1']);
  });

  it('are unknown if Slack does not answer, and asked for again the next time', async () => {
    const told: Record<string, string | Error> = { U1: new Error('ratelimited') };
    const { find } = openLocales(told);
    expect(await find('U1')).toBeUndefined();
    told.U1 = 'de-DE';
    expect([await find('U1'), await find('U2')]).toEqual(['de-DE', undefined]);
  });

  it('do not keep anybody waiting', async () => {
    const locales = new Locales(() => new Date(0), 0);
    expect(await locales.find('U1', () => new Promise(() => undefined))).toBeUndefined();
  });

  it('are kept for some thousands, and asked for again for the others', async () => {
    const { find, asked } = openLocales(
      Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`U${n}`, 'de-DE'])),
    );
    for (let n = 0; n <= 5_000; n += 1) await find(`U${n}`);
    asked.length = 0;
    await find('U5000');
    await find('U0');
    expect(asked).toEqual(['U0']);
  });
});
