import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { setStage } from '../support/gavel.ts';
import { callsOf, cardSays, cardsOf, channel, nextCall, propose } from './scene.ts';

const aSecond = 1_000;

describe('a card', () => {
  it('is updated at most once a second, by two Gavels together, while 200 votes come in at once', async () => {
    await using stage = await setStage();
    const { slack, parts, folder } = stage;
    const other = await startGavel({ ...parts, dataFolder: join(folder, 'other') });
    try {
      const card = await propose(slack, 'Choose a language');
      const people = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
      const votes: Promise<unknown>[] = [];
      for (let round = 1; round <= 25; round += 1) {
        const isOn = round % 2 === 1;
        for (const person of people) {
          for (const emoji of ['one', 'two'])
            votes.push(isOn ? person.react(card, emoji) : person.unreact(card, emoji));
        }
      }
      expect(votes).toHaveLength(200);
      await Promise.all(votes);
      await cardSays(slack, 'Choose a language', '4 of 4 have voted');

      // One more vote, at least a full second later, so that there are several updates to compare.
      await people[0]?.unreact(card, 'two');
      await cardSays(slack, 'Choose a language', 'Go leads');
      const times = callsOf(slack, 'chat.update').map(({ at }) => Date.parse(at));
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(gaps.length).toBeGreaterThan(0);
      expect(gaps.filter((gap) => gap < aSecond)).toEqual([]);
      expect(cardsOf(slack, 'Choose a language')).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it('keeps its distance from a late update, caused by Slack’s slow answer about a voter', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const card = await propose(slack, 'Choose a language');
    slack.admin.addToChannel(channel, 'Emi');
    slack.faults.set({ callDelay: 400 });
    const isLate = nextCall(slack, 'chat.update', () => true);
    await slack.person('Emi').react(card, 'two');
    const late = await isLate;
    await slack.person('Chloe').react(card, 'one');
    await cardSays(slack, 'Choose a language', '1 of 4 have voted');
    const next = callsOf(slack, 'chat.update').find(({ id }) => id > late.id);
    expect(Date.parse(next?.at ?? '') - Date.parse(late.at)).toBeGreaterThanOrEqual(aSecond);
  });
});
