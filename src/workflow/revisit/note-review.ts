import { adrFileName } from '@gavel/adr/name/file-name.ts';
import type { Review } from '../../decision/publication/review.ts';
import type { ReviewBranch } from '../ports/archive/review-branches.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { NoteReview } from '../ports/records/revisits.ts';
import { nextLookAt } from '../publish/review/next-look.ts';
import { reopen, reviewInGit } from '../publish/review/open-review.ts';
import { closeNote, lookAgainLater, noteReopened, tellReopened } from './closed-note.ts';
import { writeOfNote } from './note-message.ts';
import { endNote } from './noted.ts';
import type { PlannedNote } from './planned-note.ts';

/**
 * Opens a review with a note, one however often this is tried: its branch has a name before anything is pushed. One that was
 * closed is opened again, unless its forge refuses that.
 */
export async function openNoteReview(ports: RepositoryPorts, planned: PlannedNote): Promise<void> {
  const { asked, snapshot } = planned;
  const named = await nameReview(ports, planned);
  const there = await ports.archive.fetchReview(named.branch, snapshot);
  // As it is, if its branch is there: a forge may refuse one whose branch was pushed anew.
  const again = there === undefined ? undefined : await reopenAtForge(ports, named);
  const pushed = again ? { branch: named.branch, review: again } : await pushAndOpen(ports, planned, named, there);
  const at = ports.now();
  const { branch, review: opened } = pushed;
  const { number, url } = opened;
  await ports.store.transaction(async (records) => {
    const before = await records.revisits.lock(asked.id);
    if (before?.noted !== 'not yet') return;
    const review = { ...named, branch, number, url, openedAt: at.toISOString() };
    const note = { ...before, noted: 'in review', review } as const;
    await records.revisits.save(note);
    const job = { revisitId: asked.id, archive: asked.archive };
    await records.jobs.add('note-revisit', job, { runAt: nextLookAt(at, at) });
    if (named.answer === 'reopened') return tellReopened(ports, records, note, at);
    const news = { kind: 'revisit in review', number, url, branch } as const;
    await writeOfNote(ports, records, note, news, `revisit in review:${asked.id}:opened`);
  });
}

async function pushAndOpen(
  ports: RepositoryPorts,
  { snapshot, change }: PlannedNote,
  named: NoteReview,
  there: ReviewBranch | undefined,
): Promise<{ readonly branch: string; readonly review: Review }> {
  const { archive, forge, publishing } = ports;
  const { branch, into } = named;
  const { subject: title, body: lines } = change;
  const body = lines.join('\n');
  const { labels, reviewers, isDraft, mergesItself, opensBy: how } = publishing;
  const opens = forge || !how ? undefined : { how, into, title, description: body, labels };
  // What others have committed there stays.
  const isTheirs = there !== undefined && there.others.length > 0;
  const pushed = isTheirs
    ? { branch, commit: there.commit, link: named.url }
    : await archive.pushReview(change, snapshot, { branch, replaces: there?.commit, opens });
  if (forge === undefined) return { branch: pushed.branch, review: reviewInGit(pushed) };
  const again = there === undefined ? await reopenAtForge(ports, named) : undefined;
  if (again) return { branch: pushed.branch, review: again };
  const request = { branch, into, title, body, labels, reviewers, isDraft, mergesItself };
  return { branch: pushed.branch, review: (await forge.openReview(request)).review };
}

/** A closed review, opened again because people want that; undefined where there is none, and where its forge refuses it. */
async function reopenAtForge(ports: RepositoryPorts, named: NoteReview): Promise<Review | undefined> {
  const { forge } = ports;
  if (forge === undefined || named.answer !== 'reopened') return undefined;
  const found = await askForge(ports, named);
  return found?.state === 'closed' ? reopen(forge, found) : found;
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
 * Looks how the review of a note stands: asks people what is to become of one that was closed without merging, sees that one
 * was opened again, makes the change anew if others have changed the same lines since, and plans the next look.
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
  if (state === 'closed')
    return asked.noted === 'closed' ? lookAgainLater(ports, asked.id) : closeNote(ports, asked.id, seen);
  if (asked.noted === 'closed') return noteReopened(ports, asked.id);
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
