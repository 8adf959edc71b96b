import type { ChangedReview, ListedReview, OthersReviews, ToldCheck } from '../../workflow/ports/forge/forge.ts';
import { ForgeSaidNo, unless } from '../ask-forge.ts';
import { textAt } from '../fields.ts';
import { type OwnComments, oneComment } from '../own-comments.ts';
import type { GitLab } from './gitlab.ts';
import { isOpen, type MergeRequest } from './review-of.ts';

/** Before 17.11, GitLab fails to list more files at once (gitlab-org/gitlab issue 427168). */
const filesAtOnce = 30;
/** GitLab keeps 1,000 files of a merge request, or up to 3,000 where its operator wants that. */
const mostFiles = 3_000;
/** Ours is among the first notes, or else nobody would see it either. */
const mostNotePages = 10;

/** The merge requests of others. `told` tells what GitLab refuses in the words of the port. */
export function gitlabOthers(gitlab: GitLab, told: <T>(work: () => Promise<T>) => Promise<T>): OthersReviews {
  const { project } = gitlab;
  let ownId: number | undefined;
  const own: OwnComments = {
    list: async (number, marker) => {
      ownId ??= (await gitlab.users.showCurrentUser()).id;
      const asked = { sort: 'asc', orderBy: 'created_at', perPage: 100, maxPages: mostNotePages } as const;
      const notes = await gitlab.notes.all(project, number, asked);
      return notes
        .filter(({ author, body, system }) => author.id === ownId && !system && body.includes(marker))
        .map(({ id }) => String(id));
    },
    add: async (number, body) => String((await gitlab.notes.create(project, number, body)).id),
    editComment: async (number, id, body) => {
      const edited = gitlab.notes.edit(project, number, Number(id), { body });
      return (await unlessGone(edited)) !== undefined;
    },
    removeComment: async (number, id) => {
      await unlessGone(gitlab.notes.remove(project, number, Number(id)));
    },
  };
  return {
    showsSummaries: false,
    listOpen: (most) => told(() => listOpen(gitlab, most)),
    read: (number) => told(() => read(gitlab, number)),
    ...oneComment(own, told),
    tellCheck: (check) => told(() => tellStatus(gitlab, check)),
  };
}

async function listOpen(gitlab: GitLab, most: number): Promise<readonly ListedReview[]> {
  const found = await gitlab.mergeRequests.all({
    projectId: gitlab.project,
    ...{ scope: 'all', state: 'opened', orderBy: 'updated_at', sort: 'desc' },
    ...{ perPage: Math.min(most, 100), maxPages: Math.ceil(most / 100) },
  });
  return found
    .slice(0, most)
    .map(({ iid, sha, title, description }) => ({ number: iid, head: sha, title, body: description ?? '' }));
}

async function read(gitlab: GitLab, number: number): Promise<ChangedReview | undefined> {
  const { project } = gitlab;
  const shown = await showCounted(gitlab, number);
  if (shown === undefined) return undefined;
  const maxPages = mostFiles / filesAtOnce;
  const files = await gitlab.mergeRequests.allDiffs(project, number, { perPage: filesAtOnce, maxPages });
  // Beyond the limit, GitLab tells no number: “1000+”.
  const count = textAt(shown, 'changes_count') ?? '';
  const isOwn = shown.source_project_id === shown.target_project_id;
  return {
    isOpen: isOpen(shown),
    url: shown.web_url,
    head: shown.sha,
    branch: isOwn ? shown.source_branch : undefined,
    title: shown.title,
    body: shown.description ?? '',
    files: [...new Set(files.flatMap(({ new_path: path, old_path: former }) => [path, former]))],
    hasMoreFiles: count.endsWith('+') || Number(count) > files.length,
    showsChecks: isOwn,
  };
}

/** A merge request, once GitLab has counted what it changes, which it does after it has told of it. */
async function showCounted(gitlab: GitLab, number: number): Promise<MergeRequest | undefined> {
  for (let checks = 0; ; checks += 1) {
    const shown = await unlessGone(gitlab.mergeRequests.show(gitlab.project, number));
    // One without commits is never counted.
    const isCounted = shown === undefined || textAt(shown, 'changes_count') !== undefined;
    if (isCounted || checks === gitlab.patience.times) return shown;
    await gitlab.patience.pause();
  }
}

/** GitLab has nothing between passing and failing, and tells of it in a line. */
async function tellStatus(gitlab: GitLab, check: ToldCheck): Promise<void> {
  const { head, name, conclusion, title, review, comment } = check;
  const state = conclusion === 'failure' ? 'failed' : 'success';
  const targetUrl = comment === undefined ? review : `${review}#note_${comment}`;
  try {
    await gitlab.commits.editStatus(gitlab.project, head, state, { name, description: title, targetUrl });
  } catch (error) {
    // It says so already.
    const isSame = error instanceof ForgeSaidNo && /^cannot transition status/iu.test(error.said);
    if (!isSame) throw error;
  }
}

/** What is asked for; undefined if it is not there, though the project is. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await unless([410], undefined, asked);
  } catch (error) {
    const isGone = error instanceof ForgeSaidNo && error.status === 404 && !/project/iu.test(error.said);
    if (isGone) return undefined;
    throw error;
  }
}
