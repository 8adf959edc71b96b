import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/schema.ts';
import { openStore } from '../../../src/store/store.ts';
import { type JobPlace, nameInPlace } from '../../../src/workflow/ports/jobs/job-place.ts';
import { testPlace } from '../../support/ports.ts';
import { makeDecision } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

const elsewhere = { ...testPlace, archive: 'elsewhere' };
const others = { ...testPlace, teamId: 'T2' };

/** Puts a job into the table, as another version or another Gavel did. */
async function put(db: Kysely<Database>, name: string, payload: object, minutes = 0): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json,
    run_at := now() + ${minutes}::integer * interval '1 minute')`.execute(db);
}

/** A database that belonged to T1 before it could have several workspaces. */
async function openOldWorkshop() {
  const workshop = await openWorkshop();
  await workshop.db.insertInto('workspace').values({ team_id: 'T1', archive: null, has_plain_jobs: true }).execute();
  return workshop;
}

/** Starts a Gavel for a place. */
const claim = (db: Kysely<Database>, place: JobPlace) => openStore(db, () => now, place).claim();

async function listJobs(db: Kysely<Database>) {
  const { rows } = await sql<{ name: string; payload: object; minutes: number }>`
    select identifier as name, payload, round(extract(epoch from run_at - now()) / 60)::integer as minutes
    from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = task_id
    order by identifier, job.id`.execute(db);
  return rows.map((row) => ({ ...row, minutes: row.minutes + 0 }));
}

describe('jobs that an earlier version left under plain names', () => {
  it('are taken over, with the time at which they are due', async () => {
    const { db, store } = await openOldWorkshop();
    const { id: decisionId } = makeDecision();
    await store.read.decisions.insert(makeDecision({ id: decisionId }));
    await put(db, 'nudge', { decisionId, dueAt: 'then' }, 90);
    await put(db, 'publish', { decisionId });
    await put(db, 'tell', { teamId: 'T1', key: 'news' });
    await store.read.jobs.adopt();
    const { teamId, archive } = testPlace;
    expect(await listJobs(db)).toEqual([
      { name: nameInPlace('publish', testPlace), payload: { decisionId, teamId, archive }, minutes: 0 },
      { name: 'T1:nudge', payload: { decisionId, dueAt: 'then', teamId }, minutes: 90 },
      { name: 'T1:tell', payload: { teamId, key: 'news' }, minutes: 0 },
    ]);
  });

  it('give way to those that are there by now', async () => {
    const { db, store } = await openOldWorkshop();
    await store.read.jobs.add('tell', { teamId: 'T1', key: 'news' });
    await put(db, 'tell', { teamId: 'T1', key: 'news' }, 5);
    await store.read.jobs.adopt();
    expect(await listJobs(db)).toEqual([{ name: 'T1:tell', payload: { teamId: 'T1', key: 'news' }, minutes: 0 }]);
  });

  it('stay as they are when they are another workspace’s', async () => {
    const { db, store, neighbor } = await openOldWorkshop();
    const { id: decisionId } = makeDecision();
    await neighbor.read.decisions.insert(makeDecision({ id: decisionId, teamId: 'T2' }));
    await put(db, 'publish', { decisionId });
    await put(db, 'tell', { teamId: 'T2', key: 'news' });
    const before = await listJobs(db);
    await store.read.jobs.adopt();
    await neighbor.read.jobs.adopt();
    expect(await listJobs(db)).toEqual(before);
  });

  it('are never those of a workspace that came later, even if it has a decision of the same id', async () => {
    const { db, store, neighbor } = await openOldWorkshop();
    const { id: decisionId } = makeDecision();
    for (const [{ read }, teamId] of [[store, 'T1'] as const, [neighbor, 'T2'] as const])
      await read.decisions.insert(makeDecision({ id: decisionId, teamId }));
    await put(db, 'nudge', { decisionId, dueAt: 'then' });
    await neighbor.claim();
    expect((await listJobs(db)).map(({ name }) => name)).toEqual(['nudge']);
    await store.claim();
    expect((await listJobs(db)).map(({ name }) => name)).toEqual(['T1:nudge']);
  });
});

describe('a database', () => {
  it('may have several workspaces, also when they come at once, and tells each who was there before', async () => {
    const { db } = await openWorkshop();
    const places = ['T1', 'T2', 'T3'].map((teamId) => ({ ...testPlace, teamId }));
    await Promise.all(places.map((place) => claim(db, place)));
    expect(await claim(db, testPlace)).toEqual([]);
    expect((await claim(db, { ...testPlace, teamId: 'T4' })).toSorted()).toEqual(['T1', 'T2', 'T3']);
    const rows = await db.selectFrom('workspace').selectAll().orderBy('team_id').execute();
    expect(rows).toEqual(
      ['T1', 'T2', 'T3', 'T4'].map((team_id) => ({ team_id, archive: testPlace.archive, has_plain_jobs: false })),
    );
  });

  it('has what is about git done for the archive that it is opened with, and leaves jobs for others alone', async () => {
    const { db } = await openWorkshop();
    await claim(db, elsewhere);
    await put(db, nameInPlace('publish', elsewhere), { ...elsewhere, decisionId: 'a' });
    await put(db, nameInPlace('publish', others), { ...others, decisionId: 'b' });
    const third = { ...testPlace, archive: 'a third one' };
    await put(db, nameInPlace('publish', third), { ...third, decisionId: 'c' });
    await claim(db, testPlace);
    const jobs = (await listJobs(db)).map(({ name, payload }) => ({ name, payload }));
    const expected = [
      { name: nameInPlace('publish', testPlace), payload: { decisionId: 'a', ...testPlace } },
      { name: nameInPlace('publish', others), payload: { ...others, decisionId: 'b' } },
      { name: nameInPlace('publish', third), payload: { ...third, decisionId: 'c' } },
    ];
    expect(jobs).toEqual(expect.arrayContaining(expected));
    expect(jobs).toHaveLength(3);
  });
});
