import { sql } from 'kysely';
import type { Jobs } from '../workflow/ports/jobs.ts';
import type { Handle } from './handle.ts';

/** What sets the jobs of one name apart: a newer one with the same key takes the place of one that still waits. */
const keys: { readonly [Name in keyof Jobs]: (payload: Jobs[Name]) => string } = {
  'open-voting': ({ decisionId }) => decisionId,
  'close-voting': ({ decisionId }) => decisionId,
  'end-hold': ({ decisionId, objectionId }) => `${decisionId}:${objectionId}`,
  nudge: ({ decisionId }) => decisionId,
  'nudge-decider': ({ decisionId, userId }) => `${decisionId}:${userId}`,
  'refresh-card': ({ decisionId }) => decisionId,
  'retire-card': ({ decisionId, place }) => `${place.ts}:${decisionId}`,
  reconcile: ({ decisionId }) => decisionId,
  publish: ({ decisionId }) => decisionId,
  tell: ({ teamId, key }) => `${teamId}:${key}`,
  'send-digest': ({ teamId, channelId }) => `${teamId}:${channelId}`,
  'follow-archive': ({ teamId }) => teamId,
  import: ({ teamId, key }) => `${teamId}:${key}`,
};

/**
 * Jobs that update one card share a queue, so that an older state never overwrites a newer one. They share it with
 * one card in sixteen, by the last digit of the id: Graphile Worker locks the row of every idle queue each time that it
 * looks for a job, and never lets go of a queue.
 */
function queueOf(decisionId: string): string {
  return `card:${decisionId.slice(-1)}`;
}

/** Adds a job in the transaction of the change that causes it. `delay` is in milliseconds. */
export async function addJob<Name extends keyof Jobs>(
  db: Handle,
  name: Name,
  payload: Jobs[Name],
  delay = 0,
): Promise<void> {
  const key = keys[name](payload);
  const queue = name === 'refresh-card' || name === 'retire-card' ? queueOf(key) : null;
  await sql`select graphile_worker.add_job(
    ${name}::text,
    ${JSON.stringify(payload)}::json,
    queue_name := ${queue}::text,
    run_at := now() + ${Math.max(delay, 0)} * interval '1 millisecond',
    job_key := ${`${name}:${key}`}::text
  )`.execute(db);
}

/**
 * Sees to it that a job is there, without disturbing one that is: a job that failed keeps its growing pauses, up to
 * ten minutes, and one that waits for its time goes on waiting.
 */
export async function ensureJob<Name extends keyof Jobs>(
  db: Handle,
  name: Name,
  payload: Jobs[Name],
  delay = 0,
): Promise<void> {
  const key = `${name}:${keys[name](payload)}`;
  const { rows } = await sql`select from graphile_worker.jobs
    where key = ${key} and attempts < max_attempts
      and (attempts = 0 or locked_at is not null or run_at <= now() + interval '10 minutes')`.execute(db);
  if (rows.length === 0) await addJob(db, name, payload, delay);
}
