import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { accept, aDay, aMinute, answerTo, cardSays, cardsOf, patience, propose } from './scene.ts';

const weekly = '/adr digest weekly friday 16:00 Europe/Berlin';

/** Digests in the channel, each as people read it. */
function digests({ slack }: Stage): string[] {
  return cardsOf(slack, 'Decisions').map((message) => slack.person('Alice').plainText(message));
}

const period = '2026-11-20T09:00:00.000Z';

/** The channel, for which somebody has asked for digests. */
async function channelOf(stage: Stage): Promise<{ channelId: string }> {
  await answerTo(stage.slack, weekly);
  const [row] = await stage.query<{ channel_id: string }>('select channel_id from digest_cadence');
  return { channelId: row?.channel_id ?? '' };
}

/** Takes a decision, including its publication. */
async function decide({ slack }: Stage, title: string): Promise<void> {
  await accept(slack, await propose(slack, title));
  await cardSays(slack, title, 'Published as');
}

/** Until when the channel has been told, once that is later than `before`. */
async function toldUntil(stage: Stage, before?: Date): Promise<Date> {
  const read = async () =>
    (await stage.query<{ told: Date }>('select told_until as told from digest_cadence'))[0]?.told ?? new Date(0);
  if (before) await expect.poll(async () => (await read()) > before, patience).toBe(true);
  // What was written in that transaction has been posted.
  await expect.poll(() => stage.query('select from message where ts is null'), patience).toEqual([]);
  return read();
}

/** When the next digest is scheduled, to the minute of Gavel's clock. */
async function plannedAt(stage: Stage): Promise<string> {
  const [job] = await stage.query<{ wait: number }>(
    `select extract(epoch from run_at - now())::float * 1000 as wait from graphile_worker.jobs where task_identifier like '%:send-digest'`,
  );
  const at = stage.slack.clock.now().getTime() + (job?.wait ?? Number.NaN);
  return new Date(Math.round(at / aMinute) * aMinute).toISOString();
}

describe('the digest of a channel', () => {
  it('comes once a week though two Gavels run, and after a restart at the due time', async () => {
    await using stage = await setStage({ mode: 'http' });
    const other = await startGavel({ ...stage.parts, dataFolder: join(stage.folder, 'other') });
    try {
      await decide(stage, 'Choose a language');
      await answerTo(stage.slack, weekly);
      const before = await toldUntil(stage);
      await stage.advance(7 * aDay);
      await stage.restart();
      const after = await toldUntil(stage, before);
      await stage.slack.until(() => digests(stage).length > 0, 'the digest');
      await stage.restart();
      expect(await toldUntil(stage)).toEqual(after);
      expect(digests(stage)).toEqual([expect.stringContaining('ADR 0001 Choose a language')]);
      expect(await stage.query(`select from message where key like 'digest:%'`)).toHaveLength(1);
    } finally {
      await other.stop();
    }
  });

  it('is only one for three weeks of absence, and none when there is nothing to tell', async () => {
    await using stage = await setStage({ mode: 'http' });
    await decide(stage, 'Choose a language');
    await answerTo(stage.slack, weekly);
    const before = await toldUntil(stage);
    await stage.gavel.stop();
    await stage.advance(21 * aDay);
    stage.gavel = await startGavel(stage.parts);
    stage.slack.deliverTo(`http://127.0.0.1:${stage.gavel.port}/slack/events`);
    const after = await toldUntil(stage, before);
    expect(after.getTime() - before.getTime()).toBeGreaterThan(14 * aDay);
    expect(digests(stage)).toHaveLength(1);

    await stage.advance(7 * aDay);
    await toldUntil(stage, after);
    expect(digests(stage)).toHaveLength(1);
  });

  it('that an earlier Gavel left unposted is posted, though it has no news of the repository', async () => {
    await using stage = await setStage({ mode: 'http' });
    const { channelId } = await channelOf(stage);
    const body = { kind: 'digest', digest: { from: period, to: period, accepted: [], rejected: [], open: [] } };
    await stage.query(
      `insert into message (team_id, key, channel_id, body, written_at)
       select team_id, 'digest:old', '${channelId}', '${JSON.stringify(body)}', now() from digest_cadence`,
    );
    await stage.query(
      `select graphile_worker.add_job(team_id || ':tell', json_build_object('teamId', team_id, 'key', 'digest:old')) from digest_cadence`,
    );
    await stage.slack.until(() => digests(stage).length > 0, 'the digest');
    expect(digests(stage)).toEqual([expect.stringContaining('Nothing was decided, and no vote is open.')]);
  });

  it('stops with /adr digest off', async () => {
    await using stage = await setStage({ mode: 'http' });
    await decide(stage, 'Choose a language');
    await answerTo(stage.slack, weekly);
    const before = await toldUntil(stage);
    expect(await answerTo(stage.slack, '/adr digest off')).toContain('no longer gets a digest');
    await stage.advance(14 * aDay);
    const planned = () => stage.query(`select from graphile_worker.jobs where task_identifier like '%:send-digest'`);
    await expect.poll(planned, patience).toEqual([]);
    await stage.restart();
    expect(await planned()).toEqual([]);
    expect(await toldUntil(stage)).toEqual(before);
    expect(digests(stage)).toEqual([]);
  });

  it('keeps its local time when the clocks change', async () => {
    await using stage = await setStage({ mode: 'http' });
    // Berlin goes from UTC+1 to UTC+2 on 28 March 2027.
    stage.slack.clock.set(new Date('2027-03-24T10:00:00Z'));
    await answerTo(stage.slack, weekly);
    expect(await plannedAt(stage)).toBe('2027-03-26T15:00:00.000Z');
    await stage.advance(3 * aDay);
    const first = await toldUntil(stage, new Date('2027-03-24T10:00:00Z'));
    expect(first.toISOString()).toBe('2027-03-26T15:00:00.000Z');
    await expect.poll(() => plannedAt(stage), patience).toBe('2027-04-02T14:00:00.000Z');
    await stage.advance(7 * aDay);
    expect((await toldUntil(stage, first)).toISOString()).toBe('2027-04-02T14:00:00.000Z');
  });
});
