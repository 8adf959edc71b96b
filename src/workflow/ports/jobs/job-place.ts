import { createHash } from 'node:crypto';
import type { Jobs } from './jobs.ts';

/** What jobs are done for: a workspace, and the archive that its decisions go to. */
export interface JobPlace {
  readonly teamId: string;
  /** The `id` of the archive. */
  readonly archive: string;
}

/** The jobs about what is in git. All other jobs are only about the workspace. */
const archiveJobs: ReadonlySet<string> = new Set([
  ...([
    'publish',
    'propose-review',
    'watch-review',
    'ask-revisits',
    'note-revisit',
    'inform-review',
    'inform-reviews',
    'follow-archive',
    'import',
  ] satisfies (keyof Jobs)[]),
]);

/**
 * A job's name in the table of jobs. It includes the place: a worker asks only for its own names, so it never takes a
 * job meant for another workspace or archive.
 */
export function nameInPlace(name: string, { teamId, archive }: JobPlace): string {
  return archiveJobs.has(name) ? `${teamId}:${shorten(archive)}:${name}` : `${teamId}:${name}`;
}

function shorten(archive: string): string {
  return createHash('sha256').update(archive).digest('hex').slice(0, 12);
}

/** What a job carries along, so that the worker can check where it belongs. */
export function addressPayload(name: string, payload: object, { teamId, archive }: JobPlace): object {
  return archiveJobs.has(name) ? { ...payload, teamId, archive } : { ...payload, teamId };
}

/** Throws for a job that belongs to another workspace or archive. */
export function checkPlace(name: string, payload: Partial<JobPlace>, place: JobPlace): void {
  const isOurs = payload.teamId === place.teamId && (payload.archive === place.archive || !archiveJobs.has(name));
  if (!isOurs) throw new Error(`The job ${name} is for another workspace or repository; it was left undone.`);
}
