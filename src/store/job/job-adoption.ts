import { sql } from 'kysely';
import { addressPayload, nameInPlace } from '../../workflow/ports/jobs/job-place.ts';
import type { Jobs } from '../../workflow/ports/jobs/jobs.ts';
import type { Handle } from '../handle.ts';
import { addJob, hasJob, jobNames } from './job.ts';

interface FoundJob {
  readonly id: string;
  readonly identifier: string;
  readonly payload: Jobs[keyof Jobs];
  /** Milliseconds until it is due. */
  readonly delay: number;
}

/**
 * Adopts jobs that wait under other names than ours: those for the archive that our decisions went to before; and plain
 * ones, as earlier versions of Gavel named them, if they are this workspace's. If one like it already exists, that one
 * counts.
 */
export async function adoptJobs(handle: Handle, formerArchive: string): Promise<void> {
  const { db, teamId } = handle;
  const former = { ...handle, archive: formerArchive };
  const names = new Map<string, keyof Jobs>();
  const hasPlainJobs = await db
    .selectFrom('workspace')
    .select('team_id')
    .where('team_id', '=', teamId)
    .where('has_plain_jobs', '=', true)
    .executeTakeFirst();
  for (const name of jobNames) {
    if (hasPlainJobs) names.set(name, name);
    names.set(nameInPlace(name, former), name);
  }
  for (const name of jobNames) names.delete(nameInPlace(name, handle));
  const { rows } = await sql<FoundJob>`
    select job.id, task.identifier, job.payload,
      greatest(0, extract(epoch from job.run_at - now()) * 1000)::float as delay
    from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = any(${[...names.keys()]}::text[]) and job.locked_at is null
      and ${teamId} = coalesce(
        job.payload ->> 'teamId',
        (select team_id from decision where team_id = ${teamId} and id = (job.payload ->> 'decisionId')::uuid)
      )
    order by job.id
    for update of job skip locked`.execute(db);
  for (const { identifier, payload, delay } of rows) {
    const name = names.get(identifier);
    if (name === undefined) continue;
    const ours = addressPayload(name, payload, handle) as Jobs[keyof Jobs];
    if (!(await hasJob(handle, name, ours))) await addJob(handle, name, ours, delay);
  }
  await sql`select graphile_worker.complete_jobs(${rows.map(({ id }) => id)}::bigint[])`.execute(db);
}
