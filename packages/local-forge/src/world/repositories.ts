import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { noObject } from '../git/bare-repository.ts';
import { refMoved } from './branches.ts';
import { reviewHappened } from './review-changes.ts';
import type { Account, Repository, RepositorySettings, Role } from './state.ts';
import type { World } from './world.ts';

/** Files by their paths. A text of undefined removes the file. */
export type Files = Readonly<Record<string, string | undefined>>;

/** A repository to create. */
export interface NewRepository {
  /** Owner and name, such as `team/adrs`. The owner is made if there is none. */
  readonly path: string;
  readonly description?: string;
  /** Defaults to true. */
  readonly isPrivate?: boolean;
  /** Defaults to `main`. */
  readonly defaultBranch?: string;
  /** What is in its first commit. Without files, the repository is empty. */
  readonly files?: Files;
  readonly members?: Readonly<Record<string, Role>>;
  readonly settings?: Partial<RepositorySettings>;
}

/** Makes an account, if there is none of this login. */
export function addAccount(world: World, login: string, kind: Account['kind'], name?: string): Account {
  const known = world.account(login);
  if (known !== undefined) return known;
  const id = world.newId();
  const plain = login.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const email = kind === 'bot' ? `${id}+${login}@users.noreply.localhost` : `${plain}@example.com`;
  const account: Account = { id, login, name: name ?? login, email, kind };
  world.state.accounts.push(account);
  world.changed();
  return account;
}

/** Makes a repository. */
export async function addRepository(
  world: World,
  wanted: NewRepository,
  procReceiveRefs: readonly string[],
): Promise<Repository> {
  const { path, defaultBranch = 'main' } = wanted;
  const owner = path.slice(0, path.lastIndexOf('/'));
  if (owner === '') throw new Error(`A repository needs an owner, as in "team/${path}".`);
  if (world.repository(path) !== undefined) throw new Error(`There is a repository "${path}" already.`);
  addAccount(world, owner, 'group');
  const at = world.now();
  const repository: Repository = {
    id: world.newId(),
    path,
    formerPaths: [],
    description: wanted.description ?? '',
    isPrivate: wanted.isPrivate ?? true,
    isArchived: false,
    defaultBranch,
    createdAt: at,
    updatedAt: at,
    pushedAt: at,
    members: {},
    protections: [],
    settings: {
      mergeMethods: ['merge', 'squash', 'rebase'],
      allowsAutoMerge: false,
      allowsDrafts: true,
      removesMergedHeads: false,
      ...wanted.settings,
    },
    labels: [],
    reviews: [],
    checks: [],
    nextNumber: 1,
  };
  for (const [login, role] of Object.entries(wanted.members ?? {})) {
    addAccount(world, login, 'person');
    repository.members[login] = role;
  }
  await mkdir(join(world.folder, 'repositories'), { recursive: true });
  const git = world.git(repository);
  await git.create(defaultBranch, join(world.folder, 'hooks'), procReceiveRefs);
  // Whoever has had this path before is not found by it any more.
  for (const other of world.state.repositories) {
    other.formerPaths = other.formerPaths.filter((former) => former.toLowerCase() !== path.toLowerCase());
  }
  world.state.repositories.push(repository);
  if (wanted.files !== undefined) {
    const sha = await writeFiles(world, repository, {
      by: owner,
      parent: undefined,
      files: wanted.files,
      message: 'Initial commit',
    });
    await git.moveRef(`refs/heads/${defaultBranch}`, sha, noObject);
  }
  world.happened({ kind: 'repository', repository, by: owner, what: 'created' });
  return repository;
}

/** Writes a commit with changed files, and returns its id. No ref is moved. */
export async function writeFiles(
  world: World,
  repository: Repository,
  commit: { readonly by: string; readonly parent: string | undefined; readonly files: Files; readonly message: string },
): Promise<string> {
  const git = world.git(repository);
  const changes = await Promise.all(
    Object.entries(commit.files).map(async ([path, text]) => ({
      path,
      mode: '100644',
      sha: text === undefined ? undefined : await git.writeBlob(text),
    })),
  );
  const tree = await git.writeTree(commit.parent, changes);
  const author = world.signatureOf(commit.by);
  const parents = commit.parent === undefined ? [] : [commit.parent];
  return await git.writeCommit({ tree, parents, message: commit.message, author, committer: author });
}

/** Gives a repository another path. It is still found by the old one, until another repository takes that. */
export function renameRepository(world: World, repository: Repository, by: string, path: string): void {
  if (world.repository(path) !== undefined) throw new Error(`There is a repository "${path}" already.`);
  const former = repository.path;
  addAccount(world, path.slice(0, path.lastIndexOf('/')), 'group');
  repository.formerPaths = [...repository.formerPaths.filter((each) => each !== path), former];
  repository.path = path;
  world.happened({ kind: 'repository', repository, by, what: 'renamed', former });
}

/** Renames a branch. Its reviews and its protections go with it. */
export async function renameBranch(
  world: World,
  repository: Repository,
  by: string,
  from: string,
  to: string,
): Promise<void> {
  const git = world.git(repository);
  const sha = await git.branch(from);
  if (sha === undefined) throw new Error(`${repository.path} has no branch "${from}".`);
  await git.moveRef(`refs/heads/${to}`, sha, noObject);
  if (repository.defaultBranch === from) {
    await git.text('symbolic-ref', 'HEAD', `refs/heads/${to}`);
    repository.defaultBranch = to;
  }
  repository.protections = repository.protections.map((each) =>
    each.branch === from ? { ...each, branch: to } : each,
  );
  for (const review of repository.reviews.filter(({ state }) => state === 'open')) {
    if (review.head === from) review.head = to;
    if (review.base !== from) continue;
    review.base = to;
    reviewHappened(world, repository, review, by, { what: 'edited', former: { base: from } });
  }
  repository.formerBranches = { ...repository.formerBranches, [from]: to };
  await git.moveRef(`refs/heads/${from}`, undefined, sha);
  world.happened({ kind: 'repository', repository, by, what: 'branch-renamed', former: from });
  await refMoved(world, repository, by, { ref: `refs/heads/${to}`, before: noObject, after: sha });
  await refMoved(world, repository, by, { ref: `refs/heads/${from}`, before: sha, after: noObject });
}

/** Makes a repository read-only, or writable again. */
export function archive(world: World, repository: Repository, by: string, isArchived: boolean): void {
  if (repository.isArchived === isArchived) return;
  repository.isArchived = isArchived;
  world.happened({ kind: 'repository', repository, by, what: isArchived ? 'archived' : 'unarchived' });
}

/** Deletes a repository with everything in it. */
export async function removeRepository(world: World, repository: Repository, by: string): Promise<void> {
  const { repositories } = world.state;
  repositories.splice(repositories.indexOf(repository), 1);
  await rm(world.git(repository).path, { recursive: true, force: true });
  world.happened({ kind: 'repository', repository, by, what: 'deleted' });
}
