import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { after, openWorkshop } from '../workshop.ts';

const hour = 3_600;

describe('a job', () => {
  it('waits until it is due by the workflow’s clock, whatever the database’s says', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.jobs.add('close-voting', { decisionId: 'a' }, { runAt: after(2 * hour) });
    await store.read.jobs.add('close-voting', { decisionId: 'b' }, { runAt: after(-2 * hour) });
    await store.read.jobs.add('publish', { decisionId: 'c', archive: 'nowhere' });
    const waits = new Map((await findJobs()).map((job) => [job.key, job.waitsSeconds]));
    expect(waits.get('close-voting:a')).toBeGreaterThan(hour);
    expect(waits.get('close-voting:a')).toBeLessThanOrEqual(2 * hour);
    expect(waits.get('close-voting:b')).toBeLessThanOrEqual(0);
    expect(waits.get('publish:c')).toBeLessThanOrEqual(0);
  });

  it('takes the place of one that waits for the same thing, and of no other', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.jobs.add('close-voting', { decisionId: 'a' }, { runAt: after(9 * hour) });
    await store.read.jobs.add('close-voting', { decisionId: 'a' }, { runAt: after(hour) });
    await store.read.jobs.add('publish', { decisionId: 'a', archive: 'nowhere' });
    await store.read.jobs.add('send-digest', { teamId: 'T1', channelId: 'C1' });
    await store.read.jobs.add('send-digest', { teamId: 'T1', channelId: 'C2' });
    await store.read.jobs.add('tell', { teamId: 'T1', key: 'x' });
    const jobs = await findJobs();
    expect(jobs.map(({ key }) => key).toSorted()).toEqual([
      'close-voting:a',
      'publish:a',
      'send-digest:C1',
      'send-digest:C2',
      'tell:x',
    ]);
    expect(jobs.find(({ key }) => key === 'close-voting:a')?.waitsSeconds).toBeLessThanOrEqual(hour);
  });

  it('is tried until it is done where people wait for it, and otherwise for some days', async () => {
    const { db, store } = await openWorkshop();
    await store.read.jobs.add('publish', { decisionId: 'a', archive: 'nowhere' });
    await store.read.jobs.add('open-voting', { decisionId: 'a', actorId: 'U1', isLater: true });
    await store.read.jobs.add('tell', { teamId: 'T1', key: 'x' });
    const { rows } = await sql<{ most: number }>`
      select max_attempts as most from graphile_worker.jobs order by id`.execute(db);
    expect(rows.map(({ most }) => most)).toEqual([32_767, 32_767, 25]);
  });

  it('is ensured without a second one, and without disturbing the one that waits', async () => {
    const { store, findJobs } = await openWorkshop();
    await store.read.jobs.add('close-voting', { decisionId: 'a' }, { runAt: after(2 * hour) });
    await store.read.jobs.ensure('close-voting', { decisionId: 'a' });
    await store.read.jobs.ensure('publish', { decisionId: 'b', archive: 'nowhere' });
    await store.read.jobs.ensure('publish', { decisionId: 'b', archive: 'nowhere' });
    const jobs = await findJobs();
    expect(jobs.map(({ key }) => key).toSorted()).toEqual(['close-voting:a', 'publish:b']);
    expect(jobs.find(({ key }) => key === 'close-voting:a')?.waitsSeconds).toBeGreaterThan(hour);
  });
});
