import type { CommittedFile } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';
import { type FileVersion, filesAt, listDifferences } from './differences.ts';
import { areSame, type Sides } from './merge-review.ts';
import { mergeTexts, readTexts } from './merge-text.ts';

/**
 * What the change made anew changes of the branch, for a commit on the branch alone. A file that the followed branch has
 * changed meanwhile, such as an index, gets the part of it that is Gavel's, if that can be told.
 */
export async function listStep(
  git: Git,
  gitFolder: string,
  sides: Sides,
  merged: readonly CommittedFile[],
  moved: { readonly from: string; readonly to: string } | undefined,
): Promise<CommittedFile[]> {
  const { review, renewed, base, followed, before } = sides;
  const own = await listDifferences(git, followed, renewed);
  const paths = [...new Set([...own, ...(moved ? [moved.from, moved.to] : [])])];
  const at = (commit: string | undefined) => (commit === undefined ? undefined : filesAt(git, commit, paths));
  const [onReview, onRenewed] = [await filesAt(git, review, paths), await filesAt(git, renewed, paths)];
  const [onBase, onFollowed] = [await filesAt(git, base, paths), await filesAt(git, followed, paths)];
  const [former, formerBase] = [await at(before?.commit), await at(before?.on)];
  const files: CommittedFile[] = [];
  for (const path of paths) {
    const there = onReview.get(path);
    const changed = areSame(onBase.get(path), onFollowed.get(path))
      ? (merged.find((one) => one.path === path) ?? toFile(path, onRenewed.get(path)))
      : await onBranchAlone(git, gitFolder, {
          ...{ path, review: there, renewed: onRenewed.get(path), followed: onFollowed.get(path) },
          ...{ former: former?.get(path), formerBase: formerBase?.get(path) },
        });
    const isAsOnReview = changed && 'blob' in changed && changed.blob === (there?.id ?? null);
    if (changed !== undefined && !isAsOnReview) files.push(changed);
  }
  return files;
}

function toFile(path: string, file: FileVersion | undefined): CommittedFile {
  return { path, mode: file?.mode ?? '100644', blob: file?.id ?? null };
}

/** A file on the branch, the followed one as it is now, and what Gavel made of it there now and before. */
interface Versions {
  readonly path: string;
  readonly review: FileVersion | undefined;
  readonly renewed: FileVersion | undefined;
  readonly followed: FileVersion | undefined;
  readonly former: FileVersion | undefined;
  readonly formerBase: FileVersion | undefined;
}

/** The file of the branch with Gavel's change made anew in place of the former one; undefined if they can't be told apart. */
async function onBranchAlone(
  git: Git,
  gitFolder: string,
  { path, review, ...versions }: Versions,
): Promise<CommittedFile | undefined> {
  const { renewed, followed, former, formerBase } = versions;
  const textOf = await readTexts(
    git,
    [review, renewed, followed, former, formerBase].map((one) => one?.id),
  );
  const [text, now, on] = [textOf(review?.id), textOf(renewed?.id), textOf(followed?.id)];
  const [was, wasOn] = [textOf(former?.id), textOf(formerBase?.id)];
  if (text === undefined || now === undefined || on === undefined || was === undefined || wasOn === undefined)
    return undefined;
  const wanted = await mergeTexts(git, gitFolder, [wasOn, on, now]);
  const content = wanted === undefined ? undefined : await mergeTexts(git, gitFolder, [text, was, wanted]);
  if (review === undefined || content === undefined || content === text) return undefined;
  return { path, mode: review.mode, content };
}
