import type { TroubleAtPlace } from '../decision/failure/trouble.ts';
import { ArchiveError, BranchMoved } from '../workflow/ports/archive/archive-error.ts';
import { GitFailed } from './git/git.ts';
import { findPushRefusal } from './push-refusal.ts';

interface Row {
  readonly code: Exclude<TroubleAtPlace, 'protected branch'> | 'unreachable' | 'branch moved';
  /** Matched in git's own messages (LC_ALL=C) or in those of the forge, which git passes on after `remote:`. */
  readonly pattern: RegExp;
}

const refusedByHook: Row = {
  code: 'refused by hook',
  pattern: /hook declined/iu,
};

const checkedOut: Row = {
  code: 'branch checked out',
  pattern: /refusing to update checked out branch/iu,
};

const unknownHostKey: Row = {
  code: 'unknown host key',
  pattern: /host key verification failed/iu,
};

const notAuthorized: Row = {
  code: 'not authorized',
  pattern:
    /authentication failed|could not read (?:username|password)|invalid (?:username|credentials)|returned error: 40[13]|permission denied|permission to .{1,500} denied|insufficient permission|read-only file system|access denied|not allowed to (?:push|upload)|marked as read only|dubious ownership/iu,
};

const notFound: Row = {
  code: 'not found',
  pattern:
    /repository .{0,500}not found|project .{0,500}(?:not found|could not be found)|does not appear to be a git repository|returned error: 404|couldn't find remote ref/iu,
};

const unreachable: Row = {
  code: 'unreachable',
  pattern:
    /could not resolve|connection (?:refused|reset|closed|timed out)|operation timed out|failed to connect|couldn't connect|network is unreachable|no route to host|hung up|early EOF|unexpected disconnect|RPC failed|returned error: (?:429|5\d\d)|certificate|SSL|gnutls|empty reply/iu,
};

const branchMoved: Row = {
  code: 'branch moved',
  pattern:
    /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:update|lock) ref|failed to lock|incorrect old value|reference already exists/iu,
};

/** The first match counts: an outright refusal comes before its consequences, and the vague ones last. */
const refusals: readonly Row[] = [refusedByHook, checkedOut, unknownHostKey, notAuthorized, notFound];
const withRemote: readonly Row[] = [...refusals, unreachable];

/** Which rows apply, by git's command: all other commands never leave the cache. */
const rowsByCommand: Readonly<Record<string, readonly Row[]>> = {
  'ls-remote': withRemote,
  fetch: withRemote,
  'cat-file': withRemote, // fetches a missing blob
  // Elsewhere, a lock is in our own cache, where a new cache helps. When git pushes nothing because the branch moved, the
  // other side may complain that we hung up.
  push: [...refusals, branchMoved, unreachable],
};

/**
 * What is wrong with the repository named `place` when a git call failed; undefined for an unknown failure, when the
 * cache may be broken.
 */
export function findTrouble(failure: GitFailed, place: string): ArchiveError | BranchMoved | undefined {
  const { command } = failure;
  if (failure.kind === 'missing') return new ArchiveError({ code: 'no git' });
  if (failure.kind === 'timeout')
    return new ArchiveError({ code: 'unreachable', place, command, said: failure.output });
  const refusal = command === 'push' ? findPushRefusal(failure.output) : undefined;
  if (refusal !== undefined) return new ArchiveError({ ...refusal, place, said: wordsOf(failure) });
  const code = rowsByCommand[command]?.find(({ pattern }) => pattern.test(failure.output))?.code;
  if (code === undefined) return undefined;
  const said = wordsOf(failure);
  if (code === 'branch moved') return new BranchMoved(said);
  return new ArchiveError({ code, place, said });
}

/** What is wrong with the key that commits are signed with, when `git commit-tree -S` failed because of it. */
export function findSigningTrouble(failure: unknown, place: string, key: string): ArchiveError | undefined {
  if (!(failure instanceof GitFailed) || failure.kind === 'missing') return undefined;
  const isAboutKey = failure.kind === 'timeout' || /\bgpg\b|ssh-|\bkey\b|passphrase|secret|sign/iu.test(failure.output);
  return isAboutKey ? new ArchiveError({ code: 'cannot sign', place, key, said: wordsOf(failure) }) : undefined;
}

/** What to report when git failed in a way that the table does not know, and a new cache did not help. */
export function unknownTrouble(failure: GitFailed, place: string): ArchiveError {
  return new ArchiveError({ code: 'git failed', place, command: failure.command, said: wordsOf(failure) });
}

/** How much of git's own words is kept: enough for the reason and a line from the forge. */
const longestWords = 1_000;

/** What git or the forge said, on one line, without hints. */
function wordsOf({ output }: GitFailed): string {
  const lines = output
    .split(/[\r\n]+/u)
    .map((line) =>
      line
        .replaceAll(/\p{Cc}/gu, ' ')
        .replace(/^\s*(?:(?:remote|fatal|error):\s*)+/iu, '')
        .trim(),
    )
    .filter((line) => line !== '' && !/^(?:hint|warning|To |From |failed to push some refs)/u.test(line));
  return [...new Set(lines)].join(' / ').slice(0, longestWords).toWellFormed();
}
