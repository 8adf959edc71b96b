import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { type JobPlace, nameInPlace } from '../../src/workflow/ports/job-place.ts';
import { StartError } from '../../src/workflow/ports/start-error.ts';
import { testPlace } from '../support/ports.ts';
import { makeDecision } from './decision-samples.ts';
import { now, openWorkshop } from './workshop.ts';

const elsewhere = { ...testPlace, archive: 'elsewhere' };
const others = { ...testPlace, teamId: 'T2' };

/** Puts a job into the table, as another version or another Gavel did. */
async function put(db: Kysely<Database>, name: string, payload: object, minutes = 0): Promise<void> {
  await sql`select graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json,
    run_at := now() + ${minutes}::integer * interval '1 minute')`.execute(db);
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
    const { db, store } = await openWorkshop();
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
    const { db, store } = await openWorkshop();
    await store.read.jobs.add('tell', { teamId: 'T1', key: 'news' });
    await put(db, 'tell', { teamId: 'T1', key: 'news' }, 5);
    await store.read.jobs.adopt();
    expect(await listJobs(db)).toEqual([{ name: 'T1:tell', payload: { teamId: 'T1', key: 'news' }, minutes: 0 }]);
  });

  it('stay as they are when they are another workspace’s', async () => {
    const { db, store, neighbor } = await openWorkshop();
    const { id: decisionId } = makeDecision();
    await neighbor.read.decisions.insert(makeDecision({ id: decisionId, teamId: 'T2' }));
    await put(db, 'publish', { decisionId });
    await put(db, 'tell', { teamId: 'T2', key: 'news' });
    const before = await listJobs(db);
    await store.read.jobs.adopt();
    expect(await listJobs(db)).toEqual(before);
  });
});

describe('a database', () => {
  it('belongs to the workspace that comes first, also when two come at once', async () => {
    const { db } = await openWorkshop();
    const claims = await Promise.allSettled([testPlace, others].map((place) => claim(db, place)));
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { team_id: owner } = await db.selectFrom('owner').select('team_id').executeTakeFirstOrThrow();
    await claim(db, { ...testPlace, teamId: owner });
    const other = owner === 'T1' ? 'T2' : 'T1';
    await expect(claim(db, { ...testPlace, teamId: other })).rejects.toThrow(
      new StartError({ code: 'database of another workspace', owner, teamId: other }),
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
