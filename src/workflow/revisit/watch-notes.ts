import type { Records } from '../ports/store.ts';

/** Has the reviews of notes looked at, that something is still right: the one of a branch, or all of an archive. */
export async function watchNotes(records: Records, teamId: string, archive: string, branch?: string): Promise<void> {
  for (const revisitId of await records.revisits.findInReview(teamId, archive, branch))
    await records.jobs.add('note-revisit', { revisitId, archive });
}
