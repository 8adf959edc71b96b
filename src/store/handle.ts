import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import type { JobPlace } from '../workflow/ports/jobs/job-place.ts';

/**
 * The database, or one transaction on it, for one workspace: every function of this folder takes it first, and every
 * statement names its `teamId`. Jobs are created and found for its archive.
 */
export interface Handle extends JobPlace {
  readonly db: Kysely<Database>;
}

/** Something that belongs to a workspace, and says to which. */
interface Owned {
  readonly teamId: string;
}

/** Refuses what belongs to another workspace. */
export function checkWorkspace(handle: Handle, { teamId }: Owned): void {
  if (teamId !== handle.teamId) throw new RuleBroken({ code: 'other workspace' });
}

/** A query whose caller names the workspace, which has to be the store's. */
export function inWorkspace<Rest extends readonly unknown[], Answer>(
  query: (handle: Handle, ...rest: Rest) => Promise<Answer>,
) {
  return async (handle: Handle, teamId: string, ...rest: Rest): Promise<Answer> => {
    checkWorkspace(handle, { teamId });
    return query(handle, ...rest);
  };
}

/** A query about something that belongs to a workspace, which has to be the store's. */
export function ofWorkspace<Subject extends Owned, Rest extends readonly unknown[], Answer>(
  query: (handle: Handle, subject: Subject, ...rest: Rest) => Promise<Answer>,
) {
  return async (handle: Handle, subject: Subject, ...rest: Rest): Promise<Answer> => {
    checkWorkspace(handle, subject);
    return query(handle, subject, ...rest);
  };
}
