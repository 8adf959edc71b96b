import type { Review } from '../../decision/publication/review.ts';
import type { AskToken } from '../../workflow/ports/archive/git-token.ts';
import type { MakeCommit } from '../../workflow/ports/archive/make-commit.ts';
import type {
  BranchDemands,
  Forge,
  OpenedReview,
  OthersReviews,
  ReviewComment,
  ReviewRequest,
} from '../../workflow/ports/forge/forge.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { tokenAccount } from './account.ts';
import type { Pull } from './answer.ts';
import { AppAccount } from './app-account.ts';
import { BranchAsker } from './ask-branch.ts';
import type { GitHubApi } from './connect.ts';
import { Connection } from './connection.ts';
import { statusOf } from './failure.ts';
import { KnownAnswers } from './known-answers.ts';
import { listComments } from './list-comments.ts';
import { makeCommit } from './make-commit.ts';
import { createPull, findPull, fitTitle, grantWishes } from './open-review.ts';
import { GitHubOthers } from './others-reviews.ts';
import { detailsQuery, type PullDetails, readReview } from './read-review.ts';
import { type Repository, RepositoryFinder } from './repository.ts';
import { apiUrlOf, type GitHubSettings } from './settings.ts';

/** What a repository at GitHub offers. Everything here throws ForgeError. */
export interface GitHub {
  readonly forge: Forge;
  /** A username and password for git over https; they may be good for minutes only, so ask before each use. */
  readonly gitToken: AskToken;
  /** Makes commits that GitHub signs for the App; undefined without an App. */
  readonly makeCommit: MakeCommit | undefined;
}

/** Speaks to a repository at GitHub or an Enterprise Server. Nothing is asked before the first call. */
export function openGitHub(settings: GitHubSettings): GitHub {
  const { path, place, credentials } = settings;
  const [owner = '', name = ''] = path.split('/');
  const apiUrl = (settings.apiUrl ?? apiUrlOf(settings.host)).replace(/(?<!\/)\/+$/u, '');
  const account =
    'app' in credentials
      ? new AppAccount(credentials.app, { apiUrl, owner, name, place })
      : tokenAccount(credentials.token);
  const connection = new Connection(apiUrl, place, account);
  const finder = new RepositoryFinder(owner, name);
  return {
    forge: new GitHubForge(
      connection,
      finder,
      place,
      new GitHubOthers(connection, finder, 'app' in credentials ? credentials.app.id : undefined),
    ),
    gitToken: async (refused) => {
      if (refused !== undefined && refused === (await account.token())) await account.renew();
      return { username: 'x-access-token', password: await account.token() };
    },
    makeCommit: 'app' in credentials ? (request) => makeCommit(connection, finder, request) : undefined,
  };
}

class GitHubForge implements Forge {
  readonly kind = 'github';
  readonly longestBody = 65_536;
  readonly others: OthersReviews;
  readonly #connection: Connection;
  readonly #finder: RepositoryFinder;
  readonly #branches: BranchAsker;
  readonly #pulls = new KnownAnswers<Pull>();
  readonly #place: string;

  constructor(connection: Connection, finder: RepositoryFinder, place: string, others: OthersReviews) {
    this.others = others;
    this.#connection = connection;
    this.#finder = finder;
    this.#branches = new BranchAsker(finder);
    this.#place = place;
  }

  async askBranch(branch: string): Promise<BranchDemands> {
    return await this.#connection.call('ask branch', async (api) => {
      const known = await this.#finder.find(api);
      // Somebody may have unarchived it since.
      const { isArchived } = known.isArchived ? await this.#finder.findNow(api) : known;
      if (isArchived) throw new ForgeError({ code: 'repository archived', place: this.#place });
      return (await this.#branches.ask(api, branch)).demands;
    });
  }

  async findReview(branch: string): Promise<Review | undefined> {
    return await this.#connection.call('find review', async (api) => {
      const at = await this.#finder.find(api);
      const newest = await findPull(api, at, branch, 'all');
      return newest === undefined ? undefined : await this.#read(api, at, newest.number);
    });
  }

  async openReview(request: ReviewRequest): Promise<OpenedReview> {
    return await this.#connection.call('open review', async (api) => {
      const at = await this.#finder.find(api);
      const { pull, refused } = await createPull(api, at, request);
      const refusedLater = await grantWishes(api, at, pull, request);
      const review = await this.#read(api, at, pull.number);
      if (review === undefined) throw new ForgeError({ code: 'repository unknown', place: this.#place });
      return { review, refused: [...refused, ...refusedLater] };
    });
  }

  async readReview(number: number): Promise<Review | undefined> {
    return await this.#connection.call('read review', async (api) => {
      const review = await this.#read(api, await this.#finder.find(api), number);
      // If the repository is gone as well, that is what is wrong.
      if (review === undefined) await this.#finder.findNow(api);
      return review;
    });
  }

  async editReview(number: number, change: { title?: string; body?: string; isDraft?: boolean }): Promise<void> {
    await this.#connection.call('edit review', async (api) => {
      const { owner, repo } = await this.#finder.find(api);
      const { title, body, isDraft } = change;
      const at = { owner, repo, pull_number: number };
      const says = {
        ...(title === undefined ? {} : { title: fitTitle(title) }),
        ...(body === undefined ? {} : { body }),
      };
      const isSaid = Object.keys(says).length > 0;
      const { data: pull } = isSaid ? await api.rest.pulls.update({ ...at, ...says }) : await api.rest.pulls.get(at);
      if (isDraft !== undefined && isDraft !== (pull.draft === true)) await setDraft(api, pull.node_id, isDraft);
    });
  }

  async reopenReview(number: number): Promise<void> {
    await this.#setState('reopen review', number, 'open');
  }

  async closeReview(number: number): Promise<void> {
    await this.#setState('close review', number, 'closed');
  }

  async listComments(number: number, since: Date): Promise<readonly ReviewComment[]> {
    return await this.#connection.call('list comments', async (api) =>
      listComments(api, await this.#finder.find(api), number, since),
    );
  }

  async #setState(doing: string, number: number, state: 'open' | 'closed'): Promise<void> {
    await this.#connection.call(doing, async (api) => {
      const { owner, repo } = await this.#finder.find(api);
      await api.rest.pulls.update({ owner, repo, pull_number: number, state });
    });
  }

  async #read(api: GitHubApi, { owner, repo }: Repository, number: number): Promise<Review | undefined> {
    const pull = await unlessMissing(
      this.#pulls.get(
        String(number),
        (headers) => api.rest.pulls.get({ owner, repo, pull_number: number, headers }),
        (answer) => answer,
      ),
    );
    if (pull === undefined) return undefined;
    const details = await api.graphql<{ repository: { pullRequest: PullDetails } }>(detailsQuery, {
      owner,
      name: repo,
      number,
    });
    const base = pull.state === 'open' ? await this.#branches.ask(api, pull.base.ref) : undefined;
    return readReview(pull, details.repository.pullRequest, base?.approvalsNeeded);
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function setDraft(api: GitHubApi, id: string, isDraft: boolean): Promise<void> {
  const mutation = isDraft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
  await api.graphql(`mutation SetDraft($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`, {
    id,
  });
}
