import type { ChosenWay } from '../../src/decision/publication/publish-way.ts';
import type { Review } from '../../src/decision/publication/review.ts';
import type {
  BranchDemands,
  Forge,
  OpenedReview,
  ReviewComment,
  ReviewRequest,
} from '../../src/workflow/ports/forge/forge.ts';
import { ForgeError } from '../../src/workflow/ports/forge/forge-error.ts';
import { git, makeFolder } from '../archive/workshop.ts';

/** How reviews are merged. */
export type MergeWay = 'merge' | 'squash' | 'rebase';

/** A forge in memory beside a repository on disk: enough of one for the workflow, and what people do there. */
export class FakeForge implements Forge {
  readonly kind = 'github';
  readonly longestBody = 65_536;
  readonly asked: string[] = [];
  demands: BranchDemands = demand({ way: 'review', why: { code: 'reviews only', branch: 'main', approvals: 1 } });
  /** What goes wrong instead of an answer. */
  fault: ((question: string) => Error | undefined) | undefined;
  /** What people have written on reviews. */
  readonly comments: (ReviewComment & { readonly number: number })[] = [];
  readonly #remote: string;
  readonly #reviews: (Review & ReviewRequest & { number: number })[] = [];

  constructor(remote: string) {
    this.#remote = remote;
  }

  async askBranch(): Promise<BranchDemands> {
    this.#ask('askBranch');
    return this.demands;
  }

  async findReview(branch: string): Promise<Review | undefined> {
    this.#ask('findReview');
    return this.#show(this.#reviews.findLast((one) => one.branch === branch));
  }

  async openReview(request: ReviewRequest): Promise<OpenedReview> {
    this.#ask('openReview');
    const known = this.#reviews.find(({ branch, state }) => branch === request.branch && state === 'open');
    const number = known?.number ?? 12 + this.#reviews.length;
    if (known === undefined)
      this.#reviews.push({ ...open, ...request, number, url: `https://forge.example/pull/${number}`, head: undefined });
    const fault = this.fault?.('after openReview');
    if (fault) throw fault;
    const review = await this.#show(this.#reviews.find((one) => one.number === number));
    if (review === undefined) throw new Error('It was just opened.');
    return { review, refused: [] };
  }

  async readReview(number: number): Promise<Review | undefined> {
    this.#ask('readReview');
    return this.#show(this.#reviews.find((one) => one.number === number));
  }

  async editReview(number: number, change: { title?: string; body?: string; isDraft?: boolean }): Promise<void> {
    this.#ask('editReview');
    this.change(number, change);
  }

  async reopenReview(number: number): Promise<void> {
    this.#ask('reopenReview');
    const review = await this.#show(this.#reviews.find((one) => one.number === number));
    if (review?.head === undefined)
      throw new ForgeError({
        code: 'forge refused',
        place: 'forge.example',
        doing: 'open it again',
        said: 'no branch',
      });
    this.change(number, { state: 'open', endedBy: undefined });
  }

  async closeReview(number: number): Promise<void> {
    this.#ask('closeReview');
    this.change(number, { state: 'closed', endedBy: 'gavel[bot]' });
  }

  async listComments(number: number, since: Date): Promise<readonly ReviewComment[]> {
    this.#ask('listComments');
    return this.comments.filter((one) => one.number === number && one.at >= since);
  }

  /** The reviews of a branch, or all. */
  reviews(): readonly (Review & ReviewRequest)[] {
    return this.#reviews;
  }

  change(number: number, change: Partial<Review & ReviewRequest>): void {
    const review = this.#reviews.find((one) => one.number === number);
    if (review) Object.assign(review, change);
  }

  /** Merges as the forge does. */
  async merge(number: number, way: MergeWay = 'merge', message?: string): Promise<void> {
    const review = this.#reviews.find((one) => one.number === number);
    if (review === undefined) throw new Error('There is no such review.');
    const mergeCommit = await mergeBranch(this.#remote, review.branch, way, message);
    this.change(number, { state: 'merged', endedBy: 'ada', mergeCommit });
  }

  #ask(question: string): void {
    this.asked.push(question);
    const fault = this.fault?.(question);
    if (fault) throw fault;
  }

  async #show(review: Review | undefined): Promise<Review | undefined> {
    if (review === undefined) return undefined;
    const head = await git(this.#remote, 'rev-parse', '--verify', '--quiet', `refs/heads/${review.branch}`).catch(
      () => undefined,
    );
    const { number, url, branch, state, isDraft, approvals, approvalsNeeded, wantsChanges } = review;
    const { hasConflict, isQueued, endedBy, mergeCommit } = review;
    return {
      ...{ number, url, branch, head: head ?? undefined, state, isDraft, approvals, approvalsNeeded, wantsChanges },
      ...{ hasConflict, isQueued, endedBy, mergeCommit },
    };
  }
}

const open: Omit<Review, 'number' | 'url' | 'branch' | 'head' | 'isDraft'> = {
  state: 'open',
  ...{ approvals: 0, approvalsNeeded: 1, wantsChanges: false, hasConflict: false, isQueued: false },
  ...{ endedBy: undefined, mergeCommit: undefined },
};

/** What a branch demands of changes. */
export function demand({ way, why }: ChosenWay): BranchDemands {
  return { takesCommits: way === 'commit', why, wantsSignatures: false, otherRules: [] };
}

/** Merges a branch into `main` of a remote, as people or forges do; resolves to the commit. */
export async function mergeBranch(remote: string, branch: string, way: MergeWay, message?: string): Promise<string> {
  const clone = await makeFolder();
  await git('/', 'clone', '--quiet', '--branch', 'main', remote, clone);
  const theirs = `origin/${branch}`;
  if (way === 'merge') await git(clone, 'merge', '--quiet', '--no-ff', '-m', message ?? `Merge ${branch}`, theirs);
  if (way === 'squash') {
    const said = await git(clone, 'log', '-1', '--format=%B', theirs);
    await git(clone, 'merge', '--quiet', '--squash', theirs);
    await git(clone, 'commit', '--quiet', '-m', message ?? said);
  }
  if (way === 'rebase') {
    await git(clone, 'checkout', '--quiet', '-B', 'theirs', theirs);
    await git(clone, 'rebase', '--quiet', '--force-rebase', 'origin/main');
  }
  await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  return git(clone, 'rev-parse', 'HEAD');
}
