import type { Answer } from '../../server/router.ts';
import type { Blocker, RefusalReason } from '../../world/refusal.ts';
import type { MergeMethod } from '../../world/state.ts';
import { sentenceOf } from '../push-words.ts';

/** One thing that is wrong with what was sent. */
export interface FieldError {
  readonly resource: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
}

/** Thrown by a call that GitHub answers with an error. */
export class ApiError extends Error {
  readonly answer: Answer;

  constructor(
    status: number,
    message: string,
    more: { errors?: readonly (FieldError | string)[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    const { errors, headers } = more;
    const json = {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    };
    this.answer = { status, json, ...(headers === undefined ? {} : { headers }) };
  }
}

/** What was sent is invalid. */
export function invalid(...errors: readonly FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', { errors });
}

/** There is no such thing, or the caller must not know of it. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** How GitHub answers what the forge refuses. */
export function errorOf(reason: RefusalReason): ApiError {
  switch (reason.what) {
    case 'archived':
      return new ApiError(403, 'Repository was archived so is read-only.');
    case 'protected':
      return new ApiError(422, sentenceOfViolations(reason.violations));
    case 'exists':
      return new ApiError(422, 'Reference already exists');
    case 'moved':
      return new ApiError(422, 'Update is not a fast forward');
    case 'no-branch':
      return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    case 'no-commits': {
      const message = `No commits between ${reason.base} and ${reason.head}`;
      return invalid({ resource: 'PullRequest', code: 'custom', message });
    }
    case 'review-exists':
      return invalid({
        resource: 'PullRequest',
        code: 'custom',
        message: `A pull request already exists for ${reason.head}.`,
      });
    case 'blocked':
      return new ApiError(405, sentenceOfBlockers(reason.blockers));
    case 'head-moved':
      return new ApiError(409, 'Head branch was modified. Review and try the merge again.');
    case 'merged':
    case 'not-open':
      return new ApiError(405, 'Pull Request is not mergeable');
    case 'not-closed':
      return invalid({ resource: 'PullRequest', field: 'state', code: 'invalid' });
    case 'own-review':
      return new ApiError(422, 'Unprocessable Entity', { errors: ['Can not approve your own pull request'] });
    case 'no-role':
      return new ApiError(403, 'Resource not accessible by integration');
    case 'auto-merge':
      return new ApiError(422, autoMergeWords[reason.why]);
  }
}

/** Why auto-merge is not possible, as GraphQL says it. */
const autoMergeWords = {
  'not-allowed': 'Auto merge is not allowed for this repository',
  clean: 'Pull request Pull request is in clean status',
  draft: 'Pull request Pull request is in draft status',
} as const;

/** Why a method of merging is not possible. */
export const methodWords: Readonly<Record<MergeMethod, string>> = {
  merge: 'Merge commits are not allowed on this repository.',
  squash: 'Squash merges are not allowed on this repository.',
  rebase: 'Rebase merges are not allowed on this repository.',
};

function sentenceOfViolations(violations: (RefusalReason & { what: 'protected' })['violations']): string {
  const sentences = violations.map((violation) => sentenceOf(violation));
  const isClassic = violations.every(({ protection }) => protection.source === 'classic');
  return isClassic ? sentences.join(' ') : `Repository rule violations found\n\n${sentences.join('\n\n')}\n\n`;
}

function sentenceOfBlockers(blockers: readonly Blocker[]): string {
  const [first] = blockers.filter((each) => each !== 'method');
  switch (first) {
    case 'approvals':
      return 'Repository rule violations found\n\nAt least 1 approving review is required by reviewers with write access.\n\n';
    case 'changes-requested':
      return 'Repository rule violations found\n\nChanges have been requested.\n\n';
    case 'code-owners':
      return 'Repository rule violations found\n\nWaiting on code owner review.\n\n';
    case 'checks':
      return 'Repository rule violations found\n\nRequired status check is expected.\n\n';
    case 'signature':
      return 'Repository rule violations found\n\nCommits must have verified signatures.\n\n';
    case 'queue':
      return 'Repository rule violations found\n\nChanges must be made through the merge queue\n\n';
    case 'draft':
      return 'Pull Request is still a draft';
    default:
      return 'Pull Request is not mergeable';
  }
}
