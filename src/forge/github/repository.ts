import type { Repository as RepositoryAnswer } from './answer.ts';
import type { GitHubApi } from './connect.ts';
import { KnownAnswers } from './known-answers.ts';

/** How GitHub may merge a pull request. */
export type MergeMethod = 'MERGE' | 'SQUASH' | 'REBASE';

/** A repository under the name that it has now. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
  readonly isArchived: boolean;
  /** The first is the one to take. */
  readonly mergeMethods: readonly MergeMethod[];
}

const freshForMs = 3 * 60_000;

/** Finds the repository of an address, which may have been moved or renamed since. */
export class RepositoryFinder {
  readonly #owner: string;
  readonly #name: string;
  readonly #answers = new KnownAnswers<Repository>();
  #last: { readonly repository: Repository; readonly at: number } | undefined;

  constructor(owner: string, name: string) {
    this.#owner = owner;
    this.#name = name;
  }

  /** The answer may be some minutes old. */
  async find(api: GitHubApi): Promise<Repository> {
    if (this.#last !== undefined && Date.now() - this.#last.at < freshForMs) return this.#last.repository;
    return await this.findNow(api);
  }

  async findNow(api: GitHubApi): Promise<Repository> {
    const repository = await this.#answers.get(
      '',
      (headers) => api.rest.repos.get({ owner: this.#owner, repo: this.#name, headers }),
      readRepository,
    );
    this.#last = { repository, at: Date.now() };
    return repository;
  }
}

function readRepository(answer: RepositoryAnswer): Repository {
  return {
    owner: answer.owner.login,
    repo: answer.name,
    isArchived: answer.archived,
    mergeMethods: [
      ...(answer.allow_merge_commit === false ? [] : (['MERGE'] as const)),
      ...(answer.allow_squash_merge === false ? [] : (['SQUASH'] as const)),
      ...(answer.allow_rebase_merge === false ? [] : (['REBASE'] as const)),
    ],
  };
}
