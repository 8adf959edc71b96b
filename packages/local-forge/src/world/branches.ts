import { type BareRepository, noObject } from '../git/bare-repository.ts';
import { type Update, violationsOf } from './protections.ts';
import { Refused } from './refusal.ts';
import { closeReview, markMerged, reviewPushed } from './review-changes.ts';
import type { Repository } from './state.ts';
import type { World } from './world.ts';

/** The most commits that a push names one by one. */
const mostCommits = 20;

/** Changes a ref as somebody, if the protections of the repository allow it. Throws Refused otherwise. */
export async function changeRef(world: World, repository: Repository, by: string, update: Update): Promise<void> {
  if (repository.isArchived) throw new Refused({ what: 'archived' });
  const git = world.git(repository);
  const { violations } = await violationsOf(world, repository, by, update, git);
  if (violations.length > 0) throw new Refused({ what: 'protected', ref: update.ref, violations });
  const after = update.after === noObject ? undefined : update.after;
  if (!(await git.moveRef(update.ref, after, update.before))) {
    throw new Refused({ what: update.before === noObject ? 'exists' : 'moved', ref: update.ref });
  }
  await refMoved(world, repository, by, update);
}

/** To be called when a ref has changed: the reviews of the branch follow it, and everybody is told. */
export async function refMoved(world: World, repository: Repository, by: string, update: Update): Promise<void> {
  const { ref, before, after } = update;
  const git = world.git(repository);
  const isBoth = before !== noObject && after !== noObject;
  const isForced = isBoth && !(await git.isAncestor(before, after));
  const commits = after === noObject ? [] : await newCommits(git, ref, before, after);
  repository.pushedAt = world.now();
  world.happened({ kind: 'push', repository, by, ref, before, after, isForced, commits });
  if (!ref.startsWith('refs/heads/')) return;
  const branch = ref.slice('refs/heads/'.length);
  for (const review of repository.reviews.filter(({ state }) => state === 'open')) {
    if (review.head === branch) await headMoved(world, repository, by, review, after);
    if (review.base === branch && review.state === 'open') await baseMoved(world, repository, by, review, after);
  }
}

async function headMoved(
  world: World,
  repository: Repository,
  by: string,
  review: Repository['reviews'][number],
  after: string,
): Promise<void> {
  if (after !== noObject) await reviewPushed(world, repository, by, review, after);
  else if (world.customs.closesReviewsOfDeletedBranches) closeReview(world, repository, by, review);
  else world.changed();
}

async function baseMoved(
  world: World,
  repository: Repository,
  by: string,
  review: Repository['reviews'][number],
  after: string,
): Promise<void> {
  if (after === noObject) {
    if (world.customs.closesReviewsOfDeletedBranches) closeReview(world, repository, by, review);
    return;
  }
  // Somebody has merged it by git, without the forge.
  if (await world.git(repository).isAncestor(review.headSha, after)) markMerged(world, repository, by, review, after);
}

async function newCommits(git: BareRepository, ref: string, before: string, after: string): Promise<string[]> {
  if (before !== noObject) return (await git.commitsBetween(before, after)).slice(0, mostCommits).toReversed();
  const others = (await git.refs('refs/heads/')).filter(({ name }) => name !== ref).map(({ sha }) => `^${sha}`);
  const args = ['rev-list', `--max-count=${mostCommits}`, after, ...new Set(others)];
  const out = await git.text(...args);
  return out === '' ? [] : out.split('\n').toReversed();
}
