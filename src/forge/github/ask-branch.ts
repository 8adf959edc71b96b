import type { BranchDemands } from '../../workflow/ports/forge/forge.ts';
import type { Rules } from './answer.ts';
import type { GitHubApi } from './connect.ts';
import { approvalsNeeded, type Classic, type ClassicProtection, readDemands } from './demands.ts';
import { readFailure, statusOf } from './failure.ts';
import { KnownAnswers } from './known-answers.ts';
import type { Repository, RepositoryFinder } from './repository.ts';

const freshForMs = 3 * 60_000;

const protectionQuery = `query BranchProtection($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts requiresSignatures viewerCanPush }
    }
  }
}`;

interface ProtectionAnswer {
  readonly repository: { readonly ref: { readonly refUpdateRule: ClassicProtection | null } | null } | null;
}

/** What a branch demands, of commits and of pull requests. */
export interface KnownBranch {
  readonly demands: BranchDemands;
  /** Undefined if GitHub does not tell. */
  readonly approvalsNeeded: number | undefined;
}

/** Learns what branches demand, and remembers it for a few minutes. */
export class BranchAsker {
  readonly #finder: RepositoryFinder;
  readonly #rules = new KnownAnswers<Rules>();
  readonly #protected = new KnownAnswers<boolean>();
  readonly #last = new Map<string, { readonly known: KnownBranch; readonly at: number }>();

  constructor(finder: RepositoryFinder) {
    this.#finder = finder;
  }

  async ask(api: GitHubApi, branch: string): Promise<KnownBranch> {
    const last = this.#last.get(branch);
    if (last !== undefined && Date.now() - last.at < freshForMs) return last.known;
    const repository = await this.#finder.find(api);
    const at = { owner: repository.owner, repo: repository.repo, branch };
    const rules = await this.#rules.get(
      branch,
      (headers) => api.rest.repos.getBranchRules({ ...at, per_page: 100, headers }),
      (answer) => answer,
    );
    const isProtected = await this.#isProtected(api, at);
    const classic = isProtected ? await askClassic(api, repository, branch) : undefined;
    const known = {
      demands: readDemands(branch, rules, classic),
      approvalsNeeded: approvalsNeeded(rules, classic),
    };
    this.#last.set(branch, { known, at: Date.now() });
    return known;
  }

  /** Whether the branch has a protection of GitHub's older kind. One that doesn't exist has none. */
  async #isProtected(api: GitHubApi, at: { owner: string; repo: string; branch: string }): Promise<boolean> {
    try {
      return await this.#protected.get(
        at.branch,
        (headers) => api.rest.repos.getBranch({ ...at, headers }),
        // Rules protect a branch, too, but don't enable this.
        (answer) => answer.protected && answer.protection.enabled !== false,
      );
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }
}

/** What everybody may know of a branch's classic protection: its settings are for administrators. */
async function askClassic(api: GitHubApi, { owner, repo }: Repository, branch: string): Promise<Classic> {
  try {
    const variables = { owner, name: repo, ref: `refs/heads/${branch}` };
    const answer = await api.graphql<ProtectionAnswer>(protectionQuery, variables);
    return answer.repository?.ref?.refUpdateRule ?? 'hidden';
  } catch (error) {
    if (readFailure(error).status === 200) return 'hidden';
    throw error;
  }
}
