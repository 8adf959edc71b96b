import { describe, expect, it } from 'vitest';
import { setStage } from '../support/gavel.ts';
import { aMinute, cardSays, patience, propose } from './scene.ts';

const title = 'Choose a language';

describe('a Socket Mode connection', () => {
  it('that Slack refreshes in the middle of a vote is replaced at once, and no vote is lost', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const hellos = () => slack.wire.entries().filter(({ kind, name }) => kind === 'socket' && name === 'hello').length;
    const card = await propose(slack, title);
    const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
    await alice?.react(card, 'one');
    const before = hellos();
    // Ben votes on the old connection, Chloe and Dev between the two.
    const voting = [ben?.react(card, 'one')];
    slack.refreshSockets();
    voting.push(chloe?.react(card, 'one'), dev?.react(card, 'two'));
    await Promise.all(voting);
    await slack.until(() => hellos() > before, 'a new connection');
    await cardSays(slack, title, '4 of 4 have voted');
    expect((await fetch(`http://127.0.0.1:${stage.gavel.port}/readyz`)).status).toBe(200);
  });

  it('comes back when Slack refuses it for a while, and what was missed is found', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const health = async () => (await fetch(`http://127.0.0.1:${stage.gavel.port}/readyz`)).status;
    const card = await propose(slack, title);
    slack.faults.failNext('apps.connections.open', { status: 500, times: 6 });
    slack.refreshSockets();
    await expect.poll(health, patience).toBe(503);
    await slack.person('Ben').react(card, 'one');
    expect(await stage.query('select from ballot')).toEqual([]);
    await expect.poll(health, patience).toBe(200);
    await cardSays(slack, title, '1 of 4 have voted');
  });

  it('survives when Slack says that it limits our events', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const card = await propose(slack, title);
    const unhandled: unknown[] = [];
    const notice = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', notice);
    try {
      slack.announceRateLimit();
      // Nobody acknowledges the notice: Slack gives up after three seconds, and again a minute later.
      slack.clock.advance(3_001);
      slack.clock.advance(aMinute);
      await slack.person('Ben').react(card, 'one');
      await cardSays(slack, title, '1 of 4 have voted');
    } finally {
      process.off('unhandledRejection', notice);
    }
    expect(unhandled).toEqual([]);
  });
});
