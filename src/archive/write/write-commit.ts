import { indexPathsAbove } from '@gavel/adr/name/index-above.ts';
import { harmlessLine, harmlessSubject } from '@gavel/adr/text/harmless-line.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { Change } from '../../workflow/ports/archive/change.ts';
import type { CommittedFile, MakeCommit } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';
import { remoteName, type Signing } from '../git/git-environment.ts';
import { isRegularFile, pathInFolder } from '../read/folder-listing.ts';
import { filesAt } from '../review/differences.ts';
import { findSigningTrouble } from '../trouble.ts';
import { coAuthorTrailers } from './co-authors.ts';
import { writeTree } from './write-tree.ts';

/** The line in every commit that Gavel makes for a decision, which identifies it: `Gavel-Decision: <id>`. */
export const decisionTrailer = 'Gavel-Decision';

/** The line in every commit that Gavel makes on top of the review branch of a decision: `Gavel-Update: <id>`. */
export const updateTrailer = 'Gavel-Update';

/** Where a commit is written, by whom, and as whom. */
export interface CommitTarget {
  readonly gitFolder: string;
  readonly folder: string;
  readonly author: { readonly name: string; readonly email: string };
  /** What git signs it with. */
  readonly signing: Signing | undefined;
  /** Makes it in place of git, if the forge does that. */
  readonly makeCommit: MakeCommit | undefined;
  readonly place: string;
}

/** What a commit is made of. */
export interface CommitContent extends Pick<Change, 'at' | 'timeZone'> {
  readonly message: string;
  /** The commits that it follows. */
  readonly parents: readonly string[];
  /** The commit that has all other files; undefined if there are no others. */
  readonly base: string | undefined;
  readonly files: readonly CommittedFile[];
}

/**
 * Throws ArchiveError for a change with a name or a decision id that git could misinterpret, and for a file outside of the
 * folder that is not called like an index of it.
 */
export function checkChange(change: Change, folder: string): void {
  if (change.files.length === 0) throw new ArchiveError({ code: 'nothing to commit' });
  const above = new Set(indexPathsAbove(folder));
  for (const { name } of change.files) {
    if (above.has(name)) continue;
    if (!isSafePath(name)) throw unusable(name);
  }
  for (const { path } of change.besides ?? []) if (!isSafePath(path)) throw unusable(path);
  if (!/^[!-~]+$/u.test(change.decisionId)) {
    throw new ArchiveError({ code: 'unusable decision id', id: change.decisionId });
  }
}

const unusable = (name: string) => new ArchiveError({ code: 'unusable file name', name });

/** U+FFFD stands for bytes that are not UTF-8; written back, they would make a different file. */
function isSafePath(path: string): boolean {
  return !path.split('/').some((part) => /^(?:|\.|\.\.|\.git)$|[\0\uFFFD]/iu.test(part));
}

/**
 * Writes the commit of a change on top of another one into the cache, without a work tree, and returns its id; that of
 * `earlier` if it is the same commit already. `alsoAfter`: a commit that it follows without having its files.
 */
export async function writeCommit(
  git: Git,
  target: CommitTarget,
  change: Change,
  parent: string | undefined,
  { earlier, alsoAfter }: { readonly earlier?: string | undefined; readonly alsoAfter?: string } = {},
): Promise<string> {
  const { at, timeZone } = change;
  const files = await listCommitted(git, target.folder, change, parent);
  const parents = [parent, alsoAfter].filter((one) => one !== undefined);
  const content = { at, timeZone, message: commitMessage(change), parents, base: parent, files };
  return makeCommit(git, target, content, earlier);
}

/**
 * Makes a commit in the cache. Equal contents get an equal id, unless somebody else has a say in it: the forge that makes
 * it, or the time in a signature. Therefore it is that of `earlier` if that has the same files, first parent and message.
 */
export async function makeCommit(
  git: Git,
  target: CommitTarget,
  content: CommitContent,
  earlier?: string,
): Promise<string> {
  const { parents, base, files, message } = content;
  const tree = await writeTree(git, target.place, base, files);
  if (earlier !== undefined && (await isSame(git, earlier, { tree, parents, message }))) return earlier;
  if (target.makeCommit === undefined || base === undefined) return commitTree(git, target, content, tree);
  const baseTree = (await git(['rev-parse', '--verify', `${base}^{tree}`])).trim();
  const commit = await target.makeCommit({ parents, baseTree, files, message });
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', '--filter=blob:none'];
  await git(['fetch', ...how, remoteName, commit]);
  return commit;
}

async function commitTree(
  git: Git,
  { author, signing, place }: CommitTarget,
  { at, timeZone, message, parents }: CommitContent,
  tree: string,
): Promise<string> {
  const date = `@${Math.floor(at.getTime() / 1000)} ${offsetOf(timeZone, at)}`;
  const signed = signing === undefined ? [] : ['-S'];
  const followed = parents.flatMap((parent) => ['-p', parent]);
  try {
    const commit = await git(['commit-tree', tree, ...signed, ...followed, '-F', '-'], {
      input: message,
      environment: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
        GIT_COMMITTER_DATE: date,
      },
    });
    return commit.trim();
  } catch (error) {
    throw signing === undefined ? error : (findSigningTrouble(error, place, signing.key) ?? error);
  }
}

async function isSame(
  git: Git,
  commit: string,
  { tree, parents, message }: { readonly tree: string } & Pick<CommitContent, 'parents' | 'message'>,
): Promise<boolean> {
  const told = await git(['log', '--no-walk', '--no-show-signature', '--format=%T%n%P%n%B', commit, '--']);
  const [ownTree, ownParents, ...lines] = told.split('\n');
  const isOnSame = ownParents?.split(' ')[0] === (parents[0] ?? '');
  return ownTree === tree && isOnSame && lines.join('\n').trim() === message.trim();
}

/** The files of a change as they are committed; one that is overwritten keeps its mode. */
async function listCommitted(
  git: Git,
  folder: string,
  change: Change,
  parent: string | undefined,
): Promise<CommittedFile[]> {
  const { besides = [] } = change;
  const files = change.files.map(({ name, content }) => ({ name, path: pathInFolder(folder, name), content }));
  const paths = [...files, ...besides].map(({ path }) => path);
  const before = parent === undefined ? undefined : await filesAt(git, parent, paths);
  const modeOf = (path: string) => before?.get(path)?.mode;
  for (const { name, path } of files) {
    // What is above the folder is changed where it is a file already, never made.
    if (name.startsWith('../') && !isRegularFile(modeOf(path) ?? '')) throw unusable(name);
  }
  return [...files, ...besides].map(({ path, content }) => ({
    path,
    mode: modeOf(path) === '100755' ? '100755' : '100644',
    content,
  }));
}

/** How far a time zone is from UTC at some moment, as git writes it: +0530. */
function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const {
    sign = '+',
    hours = '00',
    minutes = '00',
  } = /(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)/.exec(name)?.groups ?? {};
  return sign + hours + minutes;
}

/** The trailers are a paragraph of their own, since git reads trailers only from the last one. */
function commitMessage({ subject, body, decisionId, coAuthors = [] }: Change): string {
  const paragraphs = [harmlessSubject(subject), body.map(harmlessLine).join('\n').trim()];
  const trailers = [`${decisionTrailer}: ${decisionId}`, ...coAuthorTrailers(coAuthors)];
  return `${[...paragraphs, trailers.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** The message of a merge that brings a change to a review branch that has an earlier one. */
export function updateMessage({ subject, decisionId }: Change): string {
  return `${harmlessSubject(subject)}\n\n${updateTrailer}: ${decisionId}\n`;
}

/** The message of a commit before such a merge: what a rebase leaves of it, which identifies the decision, too. */
export function stepMessage({ subject, decisionId }: Change): string {
  const trailers = [decisionTrailer, updateTrailer].map((trailer) => `${trailer}: ${decisionId}\n`);
  return `${harmlessSubject(subject)}\n\n${trailers.join('')}`;
}
