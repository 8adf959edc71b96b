import type { GitRefusal } from '../dialect.ts';
import type { Update } from '../world/protections.ts';
import type { Violation } from '../world/refusal.ts';
import type { Repository } from '../world/state.ts';
import type { Caller } from '../world/world.ts';

/** How git is told that it may not. */
export function refuseGit(
  refusal: GitRefusal,
  path: string,
  caller: Caller | undefined,
): { readonly status: number; readonly text: string } {
  if (refusal === 'sign-in') return { status: 401, text: 'No anonymous write access.' };
  if (refusal === 'wrong-token') {
    const text = 'Invalid username or token. Password authentication is not supported for Git operations.';
    return { status: 401, text };
  }
  if (refusal === 'unknown') return { status: 404, text: 'Repository not found.' };
  if (refusal === 'archived') return { status: 403, text: 'This repository was archived so it is read-only.' };
  return { status: 403, text: `Permission to ${path}.git denied to ${caller?.account.login ?? ''}.` };
}

/** What git is told about a push that breaks protections. */
export function refusePush(
  url: string,
  repository: Repository,
  { ref }: Update,
  violations: readonly Violation[],
): string[] {
  const sentences = violations.map((violation) => sentenceOf(violation));
  if (violations.every(({ protection }) => protection.source === 'classic')) {
    return [`error: GH006: Protected branch update failed for ${ref}.`, ...sentences.map((each) => `error: ${each}`)];
  }
  return [
    `error: GH013: Repository rule violations found for ${ref}.`,
    `Review all repository rules at ${url}/${repository.path}/rules?ref=${encodeURIComponent(ref)}`,
    '',
    ...sentences.flatMap((each) => [`- ${each}`, '']),
  ];
}

/** What git is told about a push that breaks only rules that don't apply to who pushes. */
export function tellBypass({ ref }: Update, violations: readonly Violation[]): string[] {
  return [`Bypassed rule violations for ${ref}:`, '', ...violations.flatMap((each) => [`- ${sentenceOf(each)}`, ''])];
}

/** What a violation is called, also by the API. */
export function sentenceOf({ kind, found, protection }: Violation): string {
  switch (kind) {
    case 'review-required':
      return 'Changes must be made through a pull request.';
    case 'push-not-allowed':
      return "You're not authorized to push to this branch.";
    case 'merge-queue':
      return 'Changes must be made through the merge queue';
    case 'signature':
      return `Commits must have verified signatures. Found ${found.length} violation${found.length === 1 ? '' : 's'}:\n\n${found.join('\n')}`;
    case 'checks':
      return found.length === 1
        ? `Required status check "${found[0] ?? ''}" is expected.`
        : `${found.length} of ${found.length} required status checks are expected.`;
    case 'message':
      return `Commit message must match a given regex pattern: ${protection.messagePattern ?? ''}`;
    case 'path':
      return `Changes to these paths are restricted: ${found.join(', ')}`;
    case 'linear-history':
      return 'This branch must not contain merge commits.';
    case 'force-push':
      return 'Cannot force-push to this branch';
    case 'deletion':
      return 'Cannot delete this branch';
  }
}
