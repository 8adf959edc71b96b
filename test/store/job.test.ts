import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { after, openWorkshop } from './workshop.ts';

const hour = 3_600;

describe('a job', () => {
  it('waits until it is due by the workflow’s clock, whatever the database’s says', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.addJob('close-voting', { decisionId: 'a' }, { runAt: after(2 * hour) });
    await store.read.addJob('close-voting', { decisionId: 'b' }, { runAt: after(-2 * hour) });
    await store.read.addJob('publish', { decisionId: 'c' });
    const waits = new Map((await findJobs()).map((job) => [job.key, job.waitsSeconds]));
    expect(waits.get('close-voting:a')).toBeGreaterThan(hour);
    expect(waits.get('close-voting:a')).toBeLessThanOrEqual(2 * hour);
    expect(waits.get('close-voting:b')).toBeLessThanOrEqual(0);
    expect(waits.get('publish:c')).toBeLessThanOrEqual(0);
  });

  it('takes the place of one that waits for the same thing, and of no other', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.addJob('close-voting', { decisionId: 'a' }, { runAt: after(9 * hour) });
    await store.read.addJob('close-voting', { decisionId: 'a' }, { runAt: after(hour) });
    await store.read.addJob('reconcile', { decisionId: 'a' });
    await store.read.addJob('send-digest', { teamId: 'T1', channelId: 'C1' });
    await store.read.addJob('send-digest', { teamId: 'T1', channelId: 'C2' });
    await store.read.addJob('tell', { teamId: 'T1', key: 'x' });
    const jobs = await findJobs();
    expect(jobs.map(({ key }) => key).toSorted()).toEqual([
      'close-voting:a',
      'reconcile:a',
      'send-digest:C1',
      'send-digest:C2',
      'tell:x',
    ]);
    expect(jobs.find(({ key }) => key === 'close-voting:a')?.waitsSeconds).toBeLessThanOrEqual(hour);
  });

  it('is tried until it is done where people wait for it, and otherwise for some days', async () => {
    const { db, store } = await openWorkshop();
    await store.read.addJob('publish', { decisionId: 'a' });
    await store.read.addJob('open-voting', { decisionId: 'a', actorId: 'U1', isLater: true });
    await store.read.addJob('tell', { teamId: 'T1', key: 'x' });
    const { rows } = await sql<{ most: number }>`
      select max_attempts as most from graphile_worker.jobs order by id`.execute(db);
    expect(rows.map(({ most }) => most)).toEqual([32_767, 32_767, 25]);
  });

  it('is ensured without a second one, and without disturbing the one that waits', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.addJob('close-voting', { decisionId: 'a' }, { runAt: after(2 * hour) });
    await store.read.ensureJob('close-voting', { decisionId: 'a' });
    await store.read.ensureJob('publish', { decisionId: 'b' });
    await store.read.ensureJob('publish', { decisionId: 'b' });
    const jobs = await findJobs();
    expect(jobs.map(({ key }) => key).toSorted()).toEqual(['close-voting:a', 'publish:b']);
    expect(jobs.find(({ key }) => key === 'close-voting:a')?.waitsSeconds).toBeGreaterThan(hour);
  });

  describe('of a line', () => {
    const line = (...ids: readonly string[]) => ids.map((decisionId) => ({ decisionId }));
    const pace = 60_000;

    /** Whole minutes that each waits, by the id of its decision. */
    async function openLine() {
      const { db, store, findJobs } = await openWorkshop();
      const minutes = async () =>
        Object.fromEntries(
          // Just now is 0 as well as -0.
          (await findJobs()).map(({ key, waitsSeconds }) => [key.split(':')[1], Math.round(waitsSeconds / 60) + 0]),
        );
      return { db, store, minutes };
    }

    it('is done some time after the one before it', async () => {
      const { store, minutes } = await openLine();
      await store.read.lineUpJobs('reconcile', line('a', 'b', 'c'), pace);
      expect(await minutes()).toEqual({ a: 0, b: 1, c: 2 });
      await store.read.lineUpJobs('reconcile', [], pace);
      expect(await minutes()).toEqual({ a: 0, b: 1, c: 2 });
    });

    it('stands behind those that stand there already, which keep their places', async () => {
      const { store, minutes } = await openLine();
      await store.read.lineUpJobs('reconcile', line('a', 'b'), pace);
      await store.read.addJob('close-voting', { decisionId: 'x' }, { runAt: after(2 * hour) });
      await store.read.lineUpJobs('reconcile', line('c', 'a', 'd', 'b'), pace);
      expect(await minutes()).toEqual({ a: 0, b: 1, x: 120, c: 2, d: 3 });
    });

    it('stands there anew when its turn has passed', async () => {
      const { db, store, minutes } = await openLine();
      await store.read.lineUpJobs('reconcile', line('a', 'b', 'c'), pace);
      await sql`update graphile_worker._private_jobs set run_at = run_at - interval '61 seconds'`.execute(db);
      await store.read.lineUpJobs('reconcile', line('a', 'b', 'c'), pace);
      // The second was just due, the third still waits.
      expect(await minutes()).toEqual({ b: 0, c: 1, a: 2 });
    });

    it.each([
      ['is under way', { locked_at: 'now()', run_at: 'now()' }, { a: 0, b: 0 }],
      ['failed and is tried again soon', { locked_at: 'null', run_at: `now() + interval '3 minutes'` }, { a: 3, b: 0 }],
      ['failed and would wait for long', { locked_at: 'null', run_at: `now() + interval '3 hours'` }, { a: 0, b: 1 }],
      ['failed, and nobody was there', { locked_at: 'null', run_at: `now() - interval '3 hours'` }, { a: 0, b: 1 }],
    ])('is there once when it %s, and holds nobody up', async (_, { locked_at, run_at }, expected) => {
      const { db, store, minutes } = await openLine();
      await store.read.lineUpJobs('reconcile', line('a'), pace);
      await sql`
        update graphile_worker._private_jobs
        set attempts = 3, locked_at = ${sql.raw(locked_at)}, run_at = ${sql.raw(run_at)}`.execute(db);
      await store.read.lineUpJobs('reconcile', line('a', 'b'), pace);
      expect(await minutes()).toEqual(expected);
    });
  });
});
