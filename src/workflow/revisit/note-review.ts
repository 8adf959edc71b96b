import { adrFileName } from '@gavel/adr/name/file-name.ts';
import type { Review } from '../../decision/publication/review.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { NoteReview } from '../ports/records/revisits.ts';
import { nextLookAt } from '../publish/review/next-look.ts';
import { reviewInGit } from '../publish/review/open-review.ts';
import { endNote, tellOfNote } from './noted.ts';
import type { PlannedNote } from './planned-note.ts';

/** Opens a review with a note, one however often this is tried: its branch has a name before anything is pushed. */
export async function openNoteReview(ports: RepositoryPorts, planned: PlannedNote): Promise<void> {
  const { asked, snapshot, change } = planned;
  const { archive, forge, publishing, store, now } = ports;
  const named = await nameReview(ports, planned);
  const { branch, into } = named;
  const { subject: title, body } = change;
  const there = await archive.fetchReview(branch, snapshot);
  const { labels, reviewers, isDraft, mergesItself, opensBy: how } = publishing;
  const opens = forge || !how ? undefined : { how, into, title, description: body.join('\n'), labels };
  const pushed = await archive.pushReview(change, snapshot, { branch, replaces: there?.commit, opens });
  const opened =
    forge === undefined
      ? { review: reviewInGit({ branch: pushed.branch, commit: pushed.commit, link: pushed.link }) }
      : await forge.openReview({
          branch,
          into,
          title,
          body: body.join('\n'),
          labels,
          reviewers,
          isDraft,
          mergesItself,
        });
  const at = now();
  const { number, url } = opened.review;
  const review = { branch: pushed.branch, into, number, url, openedAt: at.toISOString() };
  await store.transaction(async (records) => {
    const before = await records.revisits.lock(asked.id);
    if (before?.noted !== 'not yet') return;
    await records.revisits.save({ ...before, noted: 'in review', review });
    const job = { revisitId: asked.id, archive: asked.archive };
    await records.jobs.add('note-revisit', job, { runAt: nextLookAt(at, at) });
  });
  await tellOfNote(ports, asked, { kind: 'revisit in review', number, url, branch: pushed.branch }, 'opened');
}

/** The review of a note, with a branch of its own from now on. */
async function nameReview(ports: RepositoryPorts, { asked, snapshot, change }: PlannedNote): Promise<NoteReview> {
  if (asked.review) return asked.review;
  const [file] = change.files;
  const slug = adrFileName(1, `${file?.name.replace(/^.*\//, '').replace(/\.\w+$/, '')} still right`);
  const name = slug.replaceAll(/^\d+-|\.md$/g, '');
  const branch = ports.publishing.branchName
    .replaceAll('{number}', () => asked.dueOn)
    .replaceAll('{slug}', () => `${name}-${asked.id.slice(0, 8)}`);
  const named = { branch, into: snapshot.branch, number: undefined, url: undefined, openedAt: undefined };
  return ports.store.transaction(async (records) => {
    const before = await records.revisits.lock(asked.id);
    if (before?.review) return before.review;
    if (before) await records.revisits.save({ ...before, review: named });
    return named;
  });
}

/**
 * Looks how the review of a note stands: tells people that it was closed without merging, makes the change anew if others
 * have changed the same lines since, and plans the next look.
 */
export async function watchNoteReview(ports: RepositoryPorts, planned: PlannedNote): Promise<void> {
  const { asked, snapshot, change } = planned;
  const { archive, store, now } = ports;
  const { review } = asked;
  if (review?.openedAt === undefined) return;
  const there = await archive.fetchReview(review.branch, snapshot);
  const seen = await askForge(ports, review);
  const state = seen?.state ?? (there === undefined ? 'closed' : 'open');
  // Merged, and the file says something else: people have edited what the note says.
  if (state === 'merged') return endNote(ports, asked, 'on branch', mergedAs(ports, change.files[0]?.name ?? '', seen));
  if (state === 'closed') return endNote(ports, asked, 'left', 'review closed');
  const isOurs = there !== undefined && there.others.length === 0;
  if (isOurs && seen?.hasConflict)
    await archive.pushReview(change, snapshot, { branch: review.branch, replaces: there.commit });
  const job = { revisitId: asked.id, archive: asked.archive };
  await store.read.jobs.add('note-revisit', job, { runAt: nextLookAt(new Date(review.openedAt), now()) });
}

async function askForge({ forge }: RepositoryPorts, { number, branch }: NoteReview): Promise<Review | undefined> {
  if (forge === undefined) return undefined;
  return (number === undefined ? undefined : await forge.readReview(number)) ?? (await forge.findReview(branch));
}

function mergedAs({ archive }: RepositoryPorts, fileName: string, seen: Review | undefined) {
  const path = [archive.folder, fileName].filter(Boolean).join('/');
  return { path, commit: seen?.mergeCommit, url: archive.addressOfFile(fileName) };
}
