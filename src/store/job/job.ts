import { sql } from 'kysely';
import { addressPayload, type JobPlace, nameInPlace } from '../../workflow/ports/jobs/job-place.ts';
import type { Jobs } from '../../workflow/ports/jobs/jobs.ts';
import type { Handle } from '../handle.ts';

/** What distinguishes the jobs of one name: a newer one with an equal key replaces one that still waits. */
const keys: { readonly [Name in keyof Jobs]: (payload: Jobs[Name]) => string } = {
  'open-voting': ({ decisionId }) => decisionId,
  'close-voting': ({ decisionId }) => decisionId,
  'end-hold': ({ decisionId, objectionId }) => `${decisionId}:${objectionId}`,
  nudge: ({ decisionId }) => decisionId,
  'ask-decider': ({ decisionId, userId }) => `${decisionId}:${userId}`,
  'nudge-decider': ({ decisionId, userId }) => `${decisionId}:${userId}`,
  'tell-voter': ({ decisionId, optionId, userId }) => `${decisionId}:${optionId}:${userId}`,
  'tell-handover': ({ decisionId, from, to, news }) => `${decisionId}:${from}:${to}:${news}`,
  'ask-stalled': ({ decisionId }) => decisionId,
  'ask-revisit': ({ decisionId }) => decisionId,
  'ask-revisits': () => 'all',
  'note-revisit': ({ revisitId }) => revisitId,
  'end-away': ({ userId }) => userId,
  'tell-followers': ({ decisionId }) => decisionId,
  'tell-follower': ({ decisionId, followerId }) => `${decisionId}:${followerId}`,
  'retire-card': ({ decisionId, place }) => `${place.ts}:${decisionId}`,
  publish: ({ decisionId }) => decisionId,
  'propose-review': ({ decisionId }) => decisionId,
  'watch-review': ({ decisionId }) => decisionId,
  'inform-review': ({ number }) => String(number),
  'inform-reviews': () => 'all',
  tell: ({ key }) => key,
  'renew-notices': ({ decisionId }) => decisionId,
  'renew-homes': () => 'all',
  'send-digest': ({ channelId }) => channelId,
  'follow-archive': () => 'all',
  import: ({ key }) => key,
};

/** All of them. */
export const jobNames = Object.keys(keys) as readonly (keyof Jobs)[];

/** Where a job belongs: one about git belongs to the archive that it names. */
function placeOf<Name extends keyof Jobs>(place: JobPlace, payload: Jobs[Name]): JobPlace {
  return 'archive' in payload ? { teamId: place.teamId, archive: payload.archive } : place;
}

/** The key of a job, which makes it the only one of its kind; a job of another place has another key. */
export function keyOf<Name extends keyof Jobs>(place: JobPlace, name: Name, payload: Jobs[Name]): string {
  return `${nameInPlace(name, placeOf(place, payload))}:${keys[name](payload)}`;
}

/**
 * Jobs that are tried until they are done, with pauses of up to six hours; catch-up retries the ones that it knows
 * sooner. Every other job is given up when it has failed 25 times, after four days (Graphile Worker: the pause after
 * each failure is e to the power of the attempts, at most 10, in seconds).
 */
const neverGivenUp: ReadonlySet<string> = new Set([
  'open-voting',
  'close-voting',
  'end-hold',
  'publish',
  'propose-review',
  'watch-review',
  'note-revisit',
  'send-digest',
] satisfies (keyof Jobs)[]);

/**
 * Jobs that run one at a time per archive, so that an unreachable archive takes no place from the others. Git would
 * make them wait for each other anyway.
 */
const isInTurn: ReadonlySet<string> = new Set([
  'publish',
  'propose-review',
  'watch-review',
  'note-revisit',
  'inform-review',
  'inform-reviews',
  'follow-archive',
] satisfies (keyof Jobs)[]);

/** Jobs that wait for others of their kind to be done with them, however many keep coming: the first sets the time. */
const waitsForOthers: ReadonlySet<string> = new Set(['renew-homes', 'inform-reviews'] satisfies (keyof Jobs)[]);

/** The highest value that the table of jobs has room for. */
const mostAttempts = 32_767;

/** Failed jobs that would be retried later than this are retried sooner. */
const longestPause = '10 minutes';

/**
 * Adds a job, in the transaction of the change that causes it. `delay` is in milliseconds. The job's flag is its
 * workspace, so that a worker can leave alone workspaces with enough jobs under way.
 */
export async function addJob<Name extends keyof Jobs>(
  handle: Handle,
  name: Name,
  payload: Jobs[Name],
  delay = 0,
): Promise<void> {
  const place = placeOf(handle, payload);
  await sql`select graphile_worker.add_job(
    ${nameInPlace(name, place)}::text,
    ${JSON.stringify(addressPayload(name, payload, place))}::json,
    queue_name := ${isInTurn.has(name) ? nameInPlace(name, place) : null}::text,
    run_at := now() + ${Math.max(delay, 0)} * interval '1 millisecond',
    job_key := ${keyOf(handle, name, payload)}::text,
    job_key_mode := ${waitsForOthers.has(name) ? 'preserve_run_at' : 'replace'}::text,
    max_attempts := ${neverGivenUp.has(name) ? mostAttempts : null}::integer,
    flags := array[${handle.teamId}]::text[]
  )`.execute(handle.db);
}

/** Whether a job exists, waiting or under way. */
export async function hasJob<Name extends keyof Jobs>(
  handle: Handle,
  name: Name,
  payload: Jobs[Name],
): Promise<boolean> {
  const { rows } = await sql`select from graphile_worker.jobs
    where key = ${keyOf(handle, name, payload)} and attempts < max_attempts`.execute(handle.db);
  return rows.length > 0;
}

/**
 * Makes sure that a job exists, without disturbing an existing one: a job that failed keeps its growing pauses, up to
 * ten minutes, and one that waits for its time keeps waiting.
 */
export async function ensureJob<Name extends keyof Jobs>(
  handle: Handle,
  name: Name,
  payload: Jobs[Name],
  delay = 0,
): Promise<void> {
  const key = keyOf(handle, name, payload);
  const { rows } = await sql`select from graphile_worker.jobs
    where key = ${key} and attempts < max_attempts
      and (attempts = 0 or locked_at is not null or run_at <= now() + ${longestPause}::interval)`.execute(handle.db);
  if (rows.length === 0) await addJob(handle, name, payload, delay);
}
