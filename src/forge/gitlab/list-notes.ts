import type { ReviewComment } from '../../workflow/ports/forge/forge.ts';
import { at, textAt } from '../fields.ts';
import { beginningOf } from '../said.ts';
import type { GitLab } from './gitlab.ts';

/** The users of project and group access tokens, and of service accounts. */
const bots =
  /^(?:project_\d+_bot|group_\d+_bot|service_account_)|^(?:ghost|GitLabDuo|gitlab-security-bot|support-bot)$/iu;

/** What people have written on a merge request since some time, oldest first. Internal notes stay where they are. */
export async function listNotes(gitlab: GitLab, number: number, since: Date): Promise<readonly ReviewComment[]> {
  const { id: own } = await gitlab.users.showCurrentUser();
  const notes = await gitlab.notes.all(gitlab.project, number, {
    sort: 'desc',
    orderBy: 'created_at',
    perPage: 100,
    maxPages: 3,
  });
  const written = notes.filter(
    (note) =>
      !note.system &&
      at(note, 'internal') !== true &&
      at(note, 'confidential') !== true &&
      note.author.id !== own &&
      !bots.test(note.author.username) &&
      new Date(note.created_at) > since,
  );
  if (written.length === 0) return [];
  const url = textAt(await gitlab.mergeRequests.show(gitlab.project, number), 'web_url');
  return written.toReversed().map((note) => ({
    id: String(note.id),
    by: note.author.username,
    url: url === undefined ? undefined : `${url}#note_${note.id}`,
    at: new Date(note.created_at),
    text: beginningOf(note.body),
  }));
}
