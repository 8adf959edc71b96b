import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { harmlessLine, harmlessSubject } from '@gavel/adr/text/harmless-line.ts';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { Change } from '../../workflow/ports/archive/change.ts';
import type { Git } from '../git/git.ts';
import { listFolder, pathInFolder } from '../read/folder-listing.ts';

/** The last line of every commit that Gavel makes, which identifies its decision: `Gavel-Decision: <id>`. */
export const decisionTrailer = 'Gavel-Decision';

/** Where a commit is written, and as whom. */
export interface CommitTarget {
  readonly gitFolder: string;
  readonly folder: string;
  readonly author: { readonly name: string; readonly email: string };
}

/** Throws ArchiveError for a change with a name or a decision id that git could misinterpret. */
export function checkChange(change: Change): void {
  if (change.files.length === 0) throw new ArchiveError({ code: 'nothing to commit' });
  for (const { name } of change.files) {
    // U+FFFD stands for bytes that are not UTF-8; written back, they would make a different file.
    if (/^(?:|\.|\.\.|\.git)$|[/\0\uFFFD]/iu.test(name)) {
      throw new ArchiveError({ code: 'unusable file name', name });
    }
  }
  if (!/^[!-~]+$/u.test(change.decisionId)) {
    throw new ArchiveError({ code: 'unusable decision id', id: change.decisionId });
  }
}

/**
 * Writes the commit into the cache, without a work tree, and returns its id. An equal change on an equal parent gets an
 * equal id.
 */
export async function writeCommit(
  git: Git,
  target: CommitTarget,
  change: Change,
  parent: string | undefined,
): Promise<string> {
  const tree = await writeTree(git, target, change, parent);
  const date = `@${Math.floor(change.at.getTime() / 1000)} ${offsetOf(change.timeZone, change.at)}`;
  const commit = await git(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'], {
    input: commitMessage(change),
    environment: {
      GIT_AUTHOR_NAME: target.author.name,
      GIT_AUTHOR_EMAIL: target.author.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: target.author.name,
      GIT_COMMITTER_EMAIL: target.author.email,
      GIT_COMMITTER_DATE: date,
    },
  });
  return commit.trim();
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

async function writeTree(git: Git, target: CommitTarget, change: Change, parent: string | undefined): Promise<string> {
  const modes = new Map<string, string>();
  for (const entry of parent ? await listFolder(git, parent, target.folder) : []) modes.set(entry.name, entry.mode);
  const cacheInfo: string[] = [];
  for (const { name, content } of change.files) {
    const blob = (await git(['hash-object', '-w', '--no-filters', '--stdin'], { input: content })).trim();
    const mode = modes.get(name) === '100755' ? '100755' : '100644';
    cacheInfo.push('--cacheinfo', `${mode},${blob},${pathInFolder(target.folder, name)}`);
  }

  const index = join(target.gitFolder, `index-${randomUUID()}`);
  const environment = { GIT_INDEX_FILE: index };
  try {
    await git(['read-tree', parent ?? '--empty'], { environment });
    // Not --index-info, which would silently replace a file or link named like the folder.
    await git(['update-index', '--add', ...cacheInfo], { environment });
    // --missing-ok: the blobs of all other files have never been fetched.
    return (await git(['write-tree', '--missing-ok'], { environment })).trim();
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

/** The trailer is a paragraph of its own, since git reads trailers only from the last one. */
function commitMessage({ subject, body, decisionId }: Change): string {
  const paragraphs = [harmlessSubject(subject), body.map(harmlessLine).join('\n').trim()];
  return `${[...paragraphs, `${decisionTrailer}: ${decisionId}`].filter(Boolean).join('\n\n')}\n`;
}
