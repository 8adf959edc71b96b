import { matchesGlob } from 'node:path/posix';
import { type BareRepository, noObject } from '../git/bare-repository.ts';
import type { Violation } from './refusal.ts';
import type { Allowed, Protection, Repository, Review } from './state.ts';
import type { World } from './world.ts';

/** A change of one ref, before it is made. */
export interface Update {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
}

/** Which protections a branch has. */
export function protectionsOf(repository: Repository, branch: string): Protection[] {
  return repository.protections.filter((each) => isMatch(each.branch, branch));
}

/** Whether somebody is one of those that a protection allows something. */
export function isAllowed(world: World, repository: Repository, login: string, allowed: Allowed): boolean {
  if (allowed === 'nobody') return false;
  return world.hasRole(login, repository, allowed === 'maintainers' ? 'maintain' : 'write');
}

/** What forbids somebody to change a ref by a push or the API; and what would, if it applied to them. */
export async function violationsOf(
  world: World,
  repository: Repository,
  login: string,
  update: Update,
  git: BareRepository = world.git(repository),
): Promise<{ readonly violations: readonly Violation[]; readonly bypassed: readonly Violation[] }> {
  if (!update.ref.startsWith('refs/heads/')) return { violations: [], bypassed: [] };
  const branch = update.ref.slice('refs/heads/'.length);
  const violations: Violation[] = [];
  const bypassed: Violation[] = [];
  for (const protection of protectionsOf(repository, branch)) {
    const found = await violationsOfOne(world, repository, login, update, git, protection);
    (protection.bypass.includes(login) ? bypassed : violations).push(...found);
  }
  return { violations, bypassed };
}

async function violationsOfOne(
  world: World,
  repository: Repository,
  login: string,
  { before, after }: Update,
  git: BareRepository,
  protection: Protection,
): Promise<Violation[]> {
  const violation = (kind: Violation['kind'], found: readonly string[] = []): Violation => ({
    protection,
    kind,
    found,
  });
  if (after === noObject) return protection.deletions ? [] : [violation('deletion')];
  const isNew = before === noObject;
  const found: Violation[] = [];
  if (!isNew && !protection.forcePushes && !(await git.isAncestor(before, after))) found.push(violation('force-push'));
  if (!isNew && !isAllowed(world, repository, login, protection.push)) {
    found.push(violation(protection.push === 'nobody' ? 'review-required' : 'push-not-allowed'));
  }
  if (!isNew && protection.mergeQueue) found.push(violation('merge-queue'));
  if (!isNew && protection.checks.length > 0 && !haveSucceeded(repository, protection.checks, after)) {
    found.push(violation('checks', protection.checks));
  }
  return [...found, ...(await violationsOfCommits(world, git, protection, isNew ? undefined : before, after))];
}

/** What the commits of a review, or of a push, must not be. */
export async function violationsOfCommits(
  world: World,
  git: BareRepository,
  protection: Protection,
  before: string | undefined,
  after: string,
): Promise<Violation[]> {
  const { signatures, messagePattern, linearHistory, restrictedPaths } = protection;
  if (!signatures && messagePattern === undefined && !linearHistory && restrictedPaths.length === 0) return [];
  const shas = await git.commitsBetween(before, after);
  const commits = await Promise.all(shas.map((sha) => git.commit(sha)));
  const found: Violation[] = [];
  const add = (kind: Violation['kind'], which: readonly string[]): void => {
    if (which.length > 0) found.push({ protection, kind, found: which });
  };
  if (signatures) {
    const verified = await Promise.all(commits.map((commit) => world.isVerified(git, commit)));
    add(
      'signature',
      shas.filter((_, index) => verified[index] !== true),
    );
  }
  if (messagePattern !== undefined) {
    const pattern = new RegExp(messagePattern, 'm');
    add(
      'message',
      commits.filter(({ message }) => !pattern.test(message)).map(({ sha }) => sha),
    );
  }
  if (linearHistory)
    add(
      'linear-history',
      commits.filter(({ parents }) => parents.length > 1).map(({ sha }) => sha),
    );
  if (restrictedPaths.length > 0 && before !== undefined) {
    const changes = await git.changes(before, after);
    add(
      'path',
      changes.map(({ path }) => path).filter((path) => restrictedPaths.some((each) => isWithin(path, each))),
    );
  }
  return found;
}

/** Whether all of these checks have succeeded for a commit. The last result of a check counts. */
export function haveSucceeded(repository: Repository, names: readonly string[], sha: string): boolean {
  return names.every(
    (name) => repository.checks.findLast((each) => each.sha === sha && each.name === name)?.outcome === 'success',
  );
}

/** The last verdict of each person that is more than a comment. */
export function lastVerdicts(review: Review): Review['verdicts'] {
  const decisive = review.verdicts.filter(({ state }) => state === 'approved' || state === 'changes-requested');
  return decisive.filter((verdict) => decisive.findLast(({ by }) => by === verdict.by) === verdict);
}

/** The last verdicts of those that count: of people who may write to the repository. */
export function countedVerdicts(world: World, repository: Repository, review: Review): Review['verdicts'] {
  return lastVerdicts(review).filter(({ by }) => world.hasRole(by, repository, 'write'));
}

function isMatch(pattern: string, branch: string): boolean {
  if (!pattern.includes('*')) return pattern === branch;
  return matchesGlob(branch, pattern);
}

function isWithin(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}
