import { noObject } from '../git/bare-repository.ts';
import { changeRef } from '../world/branches.ts';
import { enableAutoMerge, enqueue, mergeReview } from '../world/merging.ts';
import { Refused } from '../world/refusal.ts';
import { type Files, writeFiles } from '../world/repositories.ts';
import {
  askReviewers,
  close,
  comment,
  deleteComment,
  dismiss,
  editReview,
  judge,
  type NewReview,
  openReview,
  reopen,
  reviewOf,
  setDraft,
} from '../world/reviews.ts';
import type { MergeMethod, Repository, Review } from '../world/state.ts';
import type { World } from '../world/world.ts';

/** A commit that a person makes. */
export interface PersonalCommit {
  readonly files: Files;
  readonly message?: string;
  /** Defaults to the default branch. A new branch starts from the default branch. */
  readonly branch?: string;
  /** Replaces the last commit of the branch (a force push). */
  readonly isForced?: boolean;
}

/** Does what a person does at the forge, with that person's rights. Throws Refused where the forge refuses it. */
export class Person {
  readonly login: string;
  readonly #world: World;

  constructor(world: World, login: string) {
    this.login = world.accountOf(login).login;
    this.#world = world;
  }

  /** Commits to a branch, and returns the id of the commit. */
  async commit(path: string, commit: PersonalCommit): Promise<string> {
    const repository = this.#may(path);
    const git = this.#world.git(repository);
    const { branch = repository.defaultBranch, files, message = 'Change files', isForced = false } = commit;
    const tip = await git.branch(branch);
    const start = tip ?? (await git.branch(repository.defaultBranch));
    const parent = isForced && start !== undefined ? await git.resolve(`${start}^`) : start;
    const after = await writeFiles(this.#world, repository, { by: this.login, parent, files, message });
    await changeRef(this.#world, repository, this.login, {
      ref: `refs/heads/${branch}`,
      before: tip ?? noObject,
      after,
    });
    return after;
  }

  /** Merges a branch into another by a merge commit, as `git merge` and a push do. */
  async mergeBranch(path: string, from: string, into: string): Promise<string> {
    const repository = this.#may(path);
    const git = this.#world.git(repository);
    const [theirs, ours] = await Promise.all([git.branch(from), git.branch(into)]);
    if (theirs === undefined) throw new Refused({ what: 'no-branch', branch: from });
    if (ours === undefined) throw new Refused({ what: 'no-branch', branch: into });
    const tree = await git.mergeTree(ours, theirs);
    if (tree === undefined) throw new Refused({ what: 'blocked', blockers: ['conflict'] });
    const author = this.#world.signatureOf(this.login);
    const message = `Merge branch '${from}' into ${into}`;
    const after = await git.writeCommit({ tree, parents: [ours, theirs], message, author, committer: author });
    await changeRef(this.#world, repository, this.login, { ref: `refs/heads/${into}`, before: ours, after });
    return after;
  }

  /** Deletes a branch. */
  async deleteBranch(path: string, branch: string): Promise<void> {
    const repository = this.#may(path);
    const before = await this.#world.git(repository).branch(branch);
    if (before === undefined) throw new Refused({ what: 'no-branch', branch });
    await changeRef(this.#world, repository, this.login, { ref: `refs/heads/${branch}`, before, after: noObject });
  }

  /** Opens a review, and returns it. The base is the default branch if none is given. */
  async openReview(path: string, review: Omit<NewReview, 'by' | 'base'> & { readonly base?: string }): Promise<Review> {
    const repository = this.#may(path, 'read');
    return await openReview(this.#world, repository, { base: repository.defaultBranch, ...review, by: this.login });
  }

  /** Commits to the branch of a review. */
  async commitToReview(path: string, number: number, files: Files, message = 'Apply suggestion'): Promise<string> {
    const { review } = this.#review(path, number, 'write');
    if (review.head === undefined) throw new Error(`Review ${number} has no branch.`);
    return await this.commit(path, { branch: review.head, files, message });
  }

  /** Takes away a comment on a review, whoever wrote it. */
  deleteComment(path: string, number: number, id: number): void {
    const { repository, review } = this.#review(path, number, 'write');
    const said = review.comments.find((each) => each.id === id);
    if (said !== undefined) deleteComment(this.#world, repository, this.login, review, said);
  }

  /** Comments on a review, or on a line of one of its files. */
  comment(path: string, number: number, body: string, place?: { readonly path: string; readonly line: number }): void {
    const { repository, review } = this.#review(path, number, 'read');
    comment(this.#world, repository, this.login, review, place === undefined ? { body } : { body, place });
  }

  /** Writes an internal note on a merge request of GitLab's. */
  noteInternally(path: string, number: number, body: string): void {
    const { repository, review } = this.#review(path, number, 'read');
    comment(this.#world, repository, this.login, review, { body, isInternal: true });
  }

  /** Approves a review. */
  approve(path: string, number: number, body = ''): void {
    const { repository, review } = this.#review(path, number, 'read');
    judge(this.#world, repository, this.login, review, { state: 'approved', body });
  }

  /** Requests changes in a review. */
  requestChanges(path: string, number: number, body: string): void {
    const { repository, review } = this.#review(path, number, 'read');
    judge(this.#world, repository, this.login, review, { state: 'changes-requested', body });
  }

  /** Takes back the person's own verdicts on a review. */
  dismiss(path: string, number: number): void {
    const { repository, review } = this.#review(path, number, 'read');
    for (const verdict of review.verdicts.filter(({ by }) => by === this.login)) {
      dismiss(this.#world, repository, this.login, review, verdict);
    }
  }

  /** Changes title, body or base of a review. */
  async edit(
    path: string,
    number: number,
    change: { readonly title?: string; readonly body?: string; readonly base?: string },
  ): Promise<void> {
    const { repository, review } = this.#review(path, number, 'read');
    await editReview(this.#world, repository, this.login, review, change);
  }

  /** Asks others for their verdict. */
  ask(path: string, number: number, reviewers: readonly string[]): void {
    const { repository, review } = this.#review(path, number, 'write');
    askReviewers(this.#world, repository, this.login, review, reviewers);
  }

  /** Makes a review a draft, or ready. */
  setDraft(path: string, number: number, isDraft: boolean): void {
    const { repository, review } = this.#review(path, number, 'write');
    setDraft(this.#world, repository, this.login, review, isDraft);
  }

  /** Merges a review, and returns the commit of the base branch that has it. */
  async merge(
    path: string,
    number: number,
    method: MergeMethod = 'merge',
    words: { readonly title?: string; readonly body?: string } = {},
  ): Promise<string> {
    const { repository, review } = this.#review(path, number, 'write');
    return await mergeReview(this.#world, repository, review, { by: this.login, method, ...words });
  }

  /** Has a review merged as soon as nothing is in the way. */
  async autoMerge(path: string, number: number, method: MergeMethod = 'merge'): Promise<void> {
    const { repository, review } = this.#review(path, number, 'write');
    await enableAutoMerge(this.#world, repository, review, this.login, method);
  }

  /** Puts a review into the merge queue. */
  async enqueue(path: string, number: number): Promise<void> {
    const { repository, review } = this.#review(path, number, 'write');
    await enqueue(this.#world, repository, review, this.login);
  }

  /** Closes a review without merging it. */
  close(path: string, number: number): void {
    const { repository, review } = this.#review(path, number, 'read');
    close(this.#world, repository, this.login, review);
  }

  /** Opens a closed review again. */
  async reopen(path: string, number: number): Promise<void> {
    const { repository, review } = this.#review(path, number, 'read');
    await reopen(this.#world, repository, this.login, review);
  }

  #may(path: string, role: 'read' | 'write' = 'write'): Repository {
    const repository = this.#world.repositoryOf(path);
    if (!this.#world.hasRole(this.login, repository, role)) throw new Refused({ what: 'no-role' });
    return repository;
  }

  #review(path: string, number: number, role: 'read' | 'write'): { repository: Repository; review: Review } {
    const repository = this.#world.repositoryOf(path);
    const review = reviewOf(repository, number);
    if (review === undefined) throw new Error(`${path} has no review ${number}.`);
    if (role === 'write' || review.by !== this.login) this.#may(path, role);
    return { repository, review };
  }
}
