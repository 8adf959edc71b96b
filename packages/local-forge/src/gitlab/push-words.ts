import type { GitRefusal } from '../dialect.ts';
import type { Violation } from '../world/refusal.ts';

const accessDenied = [
  'HTTP Basic: Access denied. If a password was provided for Git authentication, the password was incorrect or',
  "you're required to use a token instead of a password.",
].join(' ');

/** How git is told that it may not. */
export function refuseGit(refusal: GitRefusal): { readonly status: number; readonly text: string } {
  switch (refusal) {
    case 'sign-in':
    case 'wrong-token':
      return { status: 401, text: accessDenied };
    case 'unknown':
      return {
        status: 404,
        text: "The project you were looking for could not be found or you don't have permission to view it.",
      };
    case 'archived':
    case 'no-push':
      return { status: 403, text: 'You are not allowed to push code to this project.' };
  }
}

/** What git is told about a push that breaks protections or push rules. */
export function refusePush(violations: readonly Violation[]): string[] {
  const [first] = violations;
  return first === undefined ? [] : [`GitLab: ${sentenceOf(first)}`];
}

function sentenceOf({ kind, found, protection }: Violation): string {
  switch (kind) {
    case 'deletion':
      return 'You can only delete protected branches using the web interface.';
    case 'force-push':
      return 'You are not allowed to force push code to a protected branch on this project.';
    case 'message':
      return `Commit message does not follow the pattern '${protection.messagePattern ?? ''}'`;
    case 'signature':
      return 'Commit must be signed with a GPG key';
    case 'path':
      return `File name ${found[0] ?? ''} was prohibited by the pattern '${protection.restrictedPaths.join('|')}'.`;
    case 'review-required':
    case 'push-not-allowed':
    case 'merge-queue':
    case 'checks':
    case 'linear-history':
      return 'You are not allowed to push code to protected branches on this project.';
  }
}
