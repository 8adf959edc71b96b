import pg from 'pg';
import { expect, it } from 'vitest';
import { otherStore } from '../failure/many-cards.ts';
import { patience } from '../failure/scene.ts';
import { setStage } from '../support/gavel.ts';
import { cardSays, cardWithEmoji, propose } from '../support/scene.ts';

const anHour = 60 * 60 * 1_000;

it('waits for a vote that is being counted, which then closes by the new time and not by the old one', async () => {
  await using stage = await setStage({ mode: 'http', rateLimits: false });
  const title = 'Counted meanwhile';
  await propose(stage, { title, rule: 'Majority' });
  const message = await cardWithEmoji(stage, title, 3);
  for (const name of ['Alice', 'Ben', 'Chloe', 'Dev']) await stage.slack.person(name).react(message, 'one');
  await cardSays(stage, title, '4 of 4 have voted');
  await expect.poll(() => stage.query('select from card_mark'), patience).toEqual([]);

  // A job that is added waits, and what it waits for is held by another connection.
  const other = new pg.Client(stage.databaseUrl);
  await other.connect();
  try {
    await other.query(
      `create function wait() returns trigger language plpgsql as
         'begin perform pg_advisory_xact_lock(1); return new; end';
       create trigger wait before insert on graphile_worker._private_jobs for each row execute function wait();
       select pg_advisory_lock(1)`,
    );
    const [{ id = '' } = {}] = await stage.query<{ id: string }>('select id from decision');
    await otherStore(stage).read.marks.mark(id, 'stale');
    const waiting = `select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
    await expect.poll(() => stage.query(waiting), patience).toHaveLength(1);
    const moved = stage.advance(2 * anHour);
    const looks = async () => {
      for (let look = 0; look < 20; look += 1) await stage.query(waiting);
    };
    await Promise.race([moved, looks()]);
    await other.query('select pg_advisory_unlock(1)');
    await moved;
  } finally {
    await other.end();
  }
  await cardSays(stage, title, 'Accepted: 4 of 4 deciders voted');
});
