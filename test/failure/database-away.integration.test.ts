import { describe, expect, it } from 'vitest';
import { setStage } from '../support/gavel.ts';
import { startOwnPostgres } from './own-postgres.ts';
import { aMinute, callsOf, cardSays, patience, propose } from './scene.ts';

describe.each(['http', 'socket'] as const)('PostgreSQL goes away while people vote over %s', (mode) => {
  it('loses no vote and nothing typed, says so at /readyz, and recovers by itself', async () => {
    const postgres = await startOwnPostgres();
    await using stage = await setStage({ mode, databaseUrl: postgres.url });
    const { slack } = stage;
    const health = async (path: string) => (await fetch(`http://127.0.0.1:${stage.gavel.port}${path}`)).status;
    const voters = ['Alice', 'Ben', 'Chloe'].map((name) => slack.person(name));
    const dev = slack.person('Dev');

    const card = await propose(slack, 'Choose a language');
    expect(await health('/readyz')).toBe(200);
    await dev.click(card, 'Add pro / con');
    await slack.until(() => dev.modal()?.submit === 'Add', 'the argument modal');
    await dev.fill('Option', 'Go');
    await dev.fill('Because', 'one binary to ship');

    await postgres.stop();
    await expect.poll(() => health('/readyz'), patience).toBe(503);
    expect(await health('/healthz')).toBe(200);
    await dev.submit();
    const kept = dev.modal();
    expect(JSON.stringify(kept?.state)).toContain('one binary to ship');
    expect(Object.values(kept?.errors ?? {}).join()).toContain('Please try again in a moment');

    await Promise.all(voters.map((voter) => voter.react(card, 'one')));
    const votes = slack.wire
      .entries()
      .filter(({ kind, name, sent }) => kind === 'delivery' && name === 'reaction_added' && isBy(voters, sent));
    // By now each was tried twice, and nobody told Slack that it had arrived.
    expect(votes).toHaveLength(6);
    expect(votes.filter(({ status }) => status === 'acknowledged')).toEqual([]);

    await postgres.comeBack();
    await expect.poll(() => health('/readyz'), patience).toBe(200);
    slack.clock.advance(aMinute);
    await cardSays(slack, 'Choose a language', '3 of 4 have voted');
    // Votes found by comparing with Slack's list have no event of their own: these came as events.
    const isEventTaken = async () => (await stage.query('select from ballot where event_us > 0 and is_cast')).length;
    await expect.poll(isEventTaken, patience).toBe(3);

    await dev.submit();
    expect(dev.modal()).toBeUndefined();
    await cardSays(slack, 'Choose a language', 'one binary to ship (Dev)');
    expect(
      callsOf(slack, 'chat.postMessage').filter(({ sent }) => !JSON.stringify(sent).includes('thread_ts')),
    ).toHaveLength(1);
  });
});

function isBy(people: readonly { readonly id: string }[], sent: unknown): boolean {
  return people.some(({ id }) => JSON.stringify(sent).includes(`"user":"${id}"`));
}
