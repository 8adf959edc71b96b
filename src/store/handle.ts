import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { RuleBroken } from '../decision/failure/rule-broken.ts';
import type { JobPlace } from '../workflow/ports/job-place.ts';

/**
 * The database, or one transaction on it, as one workspace has it: every function of this folder takes it first, and
 * every statement names its `teamId`. Jobs are made and found for its archive.
 */
export interface Handle extends JobPlace {
  readonly db: Kysely<Database>;
}

/** What belongs to a workspace, and says to which. */
interface Owned {
  readonly teamId: string;
}

/** Refuses what is another workspace's. */
export function checkWorkspace(handle: Handle, { teamId }: Owned): void {
  if (teamId !== handle.teamId) throw new RuleBroken({ code: 'other workspace' });
}

/** A query whose caller names the workspace. It has to be the one of the store. */
export function inWorkspace<Rest extends readonly unknown[], Answer>(
  query: (handle: Handle, ...rest: Rest) => Promise<Answer>,
) {
  return async (handle: Handle, teamId: string, ...rest: Rest): Promise<Answer> => {
    checkWorkspace(handle, { teamId });
    return query(handle, ...rest);
  };
}

/** A query about something that belongs to a workspace. It has to be the one of the store. */
export function ofWorkspace<Subject extends Owned, Rest extends readonly unknown[], Answer>(
  query: (handle: Handle, subject: Subject, ...rest: Rest) => Promise<Answer>,
) {
  return async (handle: Handle, subject: Subject, ...rest: Rest): Promise<Answer> => {
    checkWorkspace(handle, subject);
    return query(handle, subject, ...rest);
  };
}
