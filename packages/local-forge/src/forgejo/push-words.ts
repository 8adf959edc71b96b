import type { GitRefusal } from '../dialect.ts';
import type { Violation } from '../world/refusal.ts';

/** How git is told that it may not. */
export function refuseGit(refusal: GitRefusal): { readonly status: number; readonly text: string } {
  switch (refusal) {
    case 'sign-in':
    case 'wrong-token':
      return { status: 401, text: 'Unauthorized' };
    case 'unknown':
      return { status: 404, text: 'Repository not found' };
    case 'archived':
      return {
        status: 403,
        text: 'This repo is archived. You can view files and clone it, but cannot push or open issues/pull-requests.',
      };
    case 'no-push':
      return { status: 403, text: 'User permission denied for writing.' };
  }
}

/** What git is told about a push that breaks protections. */
export function refusePush(branch: string, violations: readonly Violation[]): string[] {
  const [first] = violations;
  return first === undefined ? [] : [`Forgejo: ${sentenceOf(branch, first)}`];
}

function sentenceOf(branch: string, { kind, found }: Violation): string {
  switch (kind) {
    case 'deletion':
      return `branch ${branch} is protected from deletion`;
    case 'force-push':
      return `branch ${branch} is protected from force push`;
    case 'signature':
      return `branch ${branch} is protected from unverified commit ${found[0] ?? ''}`;
    case 'path':
      return `branch ${branch} is protected from changing file ${found[0] ?? ''}`;
    case 'review-required':
    case 'push-not-allowed':
    case 'merge-queue':
    case 'checks':
    case 'message':
    case 'linear-history':
      return `Not allowed to push to protected branch ${branch}`;
  }
}
