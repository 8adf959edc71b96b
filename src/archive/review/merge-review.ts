import type { CommittedFile } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';
import { type FileVersion, filesAt, listDifferences } from './differences.ts';
import { mergeTexts, readTexts } from './merge-text.ts';

/** The commits that are brought together. */
export interface Sides {
  /** The review branch as it is, with the commits of others. */
  readonly review: string;
  /** Gavel's change as it is by now, on top of the followed branch as it is by now. */
  readonly renewed: string;
  readonly followed: string;
  /** Where the review branch and the followed one parted. */
  readonly base: string;
  /** Gavel's change as it was before, and the commit that it was made on; undefined if others have rewritten it. */
  readonly before: { readonly commit: string; readonly on: string } | undefined;
}

/** The file that has another name by now, and what its text becomes if others have edited it. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly edit: (text: string) => string;
}

/** A file on each side; undefined where it is not there. */
interface FileSides {
  readonly path: string;
  readonly before: FileVersion | undefined;
  readonly review: FileVersion | undefined;
  readonly renewed: FileVersion | undefined;
}

/** Paths where what others have done can't be merged. */
export class MergeConflict extends Error {
  override readonly name = 'MergeConflict';
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(paths.join(', '));
    this.paths = paths;
  }
}

/**
 * What others have done on a review branch, as files that differ from Gavel's renewed change. Throws MergeConflict when
 * they have changed lines that are also changed there.
 */
export async function mergeReview(
  git: Git,
  gitFolder: string,
  { review, renewed, followed, base, before }: Sides,
  moved: Moved | undefined,
): Promise<CommittedFile[]> {
  const touched = new Set(before ? await listDifferences(git, before.on, before.commit) : []);
  const paths = [
    ...new Set([...(await listDifferences(git, base, review)), ...touched, ...(moved ? [moved.from, moved.to] : [])]),
  ];
  const onBase = await filesAt(git, base, paths);
  const onBefore = before ? await filesAt(git, before.commit, paths) : onBase;
  const onReview = await filesAt(git, review, paths);
  const onRenewed = await filesAt(git, renewed, paths);
  const sidesOf = (path: string): FileSides => ({
    path,
    // What Gavel has changed is compared with what Gavel made of it.
    before: (touched.has(path) ? onBefore : onBase).get(path),
    review: onReview.get(path),
    renewed: onRenewed.get(path),
  });

  const files: CommittedFile[] = [];
  const conflicts: string[] = [];
  const take = (path: string, merged: CommittedFile | 'as renewed' | 'conflict') => {
    if (merged === 'conflict') conflicts.push(path);
    else if (merged !== 'as renewed') files.push(merged);
  };
  // Where it is unknown what Gavel wrote there, a merge could keep both what it wrote and what it writes by now.
  const unclear = new Set(before ? [] : await listDifferences(git, followed, renewed));
  for (const path of paths) {
    if (path === moved?.from || path === moved?.to) continue;
    const sides = sidesOf(path);
    take(path, await mergeFile(git, gitFolder, unclear.has(path) ? { ...sides, before: undefined } : sides));
  }
  if (moved && onReview.has(moved.to)) conflicts.push(moved.to);
  else if (moved) take(moved.from, await moveFile(git, sidesOf(moved.from), moved));
  if (conflicts.length === 0) return files;
  throw new MergeConflict(conflicts);
}

async function mergeFile(
  git: Git,
  gitFolder: string,
  { path, before, review, renewed }: FileSides,
): Promise<CommittedFile | 'as renewed' | 'conflict'> {
  if (areSame(review, before) || areSame(review, renewed)) return 'as renewed';
  if (areSame(renewed, before)) {
    return { path, mode: review?.mode ?? '100644', blob: review?.id ?? null };
  }
  if (before === undefined || review === undefined || renewed === undefined) return 'conflict';
  const textOf = await readTexts(git, [before.id, review.id, renewed.id]);
  const [one, from, other] = [textOf(review.id), textOf(before.id), textOf(renewed.id)];
  if (one === undefined || from === undefined || other === undefined) return 'conflict';
  const content = await mergeTexts(git, gitFolder, [one, from, other]);
  if (content === undefined) return 'conflict';
  return { path, mode: review.mode === before.mode ? renewed.mode : review.mode, content };
}

/** The file that has another name by now: as renewed, unless others have edited it. */
async function moveFile(
  git: Git,
  { before, review }: FileSides,
  { to, edit }: Moved,
): Promise<CommittedFile | 'as renewed' | 'conflict'> {
  if (review === undefined) return 'conflict';
  if (areSame(review, before)) return 'as renewed';
  const text = (await readTexts(git, [review.id]))(review.id);
  return text === undefined ? 'conflict' : { path: to, mode: review.mode, content: edit(text) };
}

/** Whether a file is the same on two sides, or on neither. */
export function areSame(one: FileVersion | undefined, other: FileVersion | undefined): boolean {
  return one?.id === other?.id && one?.mode === other?.mode;
}
