import { ArchiveError, type ArchiveErrorReason, BranchMoved } from '../workflow/ports/archive-error.ts';
import type { GitFailed } from './git.ts';

interface Row {
  readonly reason: ArchiveErrorReason | 'branch moved';
  /** In git's own messages (LC_ALL=C) or in those of the forge, which git passes on after `remote:`. */
  readonly pattern: RegExp;
  readonly advice: (place: string) => string;
}

const protectedBranch: Row = {
  reason: 'protected branch',
  pattern:
    /GH006|GH013|protected branch|repository rule violations|TF402455|only be modified through pull requests|must use a pull request/iu,
  advice: (place) =>
    `${place} protects this branch against direct pushes. Allow Gavel's account to push to it, or set ADR_BRANCH to a branch that it may push to.`,
};

const refusedByHook: Row = {
  reason: 'refused',
  pattern: /hook declined|archived so it is read-only/iu,
  advice: (place) => `${place} refuses the commit. Its own words say why; whoever looks after the repository can help.`,
};

const checkedOut: Row = {
  reason: 'refused',
  pattern: /refusing to update checked out branch/iu,
  advice: (place) =>
    `${place} has this branch checked out, so nobody can push to it. Use a bare repository (git clone --bare), or set ADR_BRANCH to another branch.`,
};

const folderInTheWay: Row = {
  reason: 'refused',
  pattern: /appears as both a file and as a directory/iu,
  advice: (place) =>
    `In ${place}, a file stands where ADR_FOLDER wants a folder, or a folder where the ADR is to go. Rename it, or set ADR_FOLDER to another folder.`,
};

const unknownHostKey: Row = {
  reason: 'not authorised',
  pattern: /host key verification failed/iu,
  advice: (place) =>
    `ssh does not know the host key of ${place}. Add the host to known_hosts of the user that runs Gavel (ssh-keyscan prints the line; compare it with the one that the host publishes).`,
};

const notAuthorised: Row = {
  reason: 'not authorised',
  pattern:
    /authentication failed|could not read (?:username|password)|invalid (?:username|credentials)|returned error: 40[13]|permission denied|permission to .{1,500} denied|insufficient permission|read-only file system|access denied|not allowed to (?:push|upload)|marked as read only|dubious ownership/iu,
  advice: (place) =>
    `${place} did not let Gavel in. For https, check that ADR_TOKEN is valid and may write to the repository; for ssh, that the key may; for a path, that the user may write there.`,
};

const notFound: Row = {
  reason: 'not found',
  pattern:
    /repository .{0,500}not found|project .{0,500}(?:not found|could not be found)|does not appear to be a git repository|returned error: 404|couldn't find remote ref/iu,
  advice: (place) =>
    `There is no repository at ${place}, or Gavel may not see it. Check ADR_REPOSITORY, and that the token or key may read it.`,
};

const unreachable: Row = {
  reason: 'unreachable',
  pattern:
    /could not resolve|connection (?:refused|reset|closed|timed out)|operation timed out|failed to connect|couldn't connect|network is unreachable|no route to host|hung up|early EOF|unexpected disconnect|RPC failed|returned error: (?:429|5\d\d)|certificate|SSL|gnutls|empty reply/iu,
  advice: (place) => `${place} cannot be reached just now. Check the address, the network and the host's status page.`,
};

const branchMoved: Row = {
  reason: 'branch moved',
  pattern:
    /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:update|lock) ref|failed to lock|incorrect old value|reference already exists/iu,
  advice: (place) => `Somebody else pushed to ${place} in the meantime.`,
};

/** First match counts: an outright refusal before its consequences, and the vague ones last. */
const withRemote: readonly Row[] = [
  protectedBranch,
  refusedByHook,
  checkedOut,
  unknownHostKey,
  notAuthorised,
  notFound,
  unreachable,
];

/** Which rows can be meant, by git's command: all other commands never leave the cache. */
const rowsByCommand: Readonly<Record<string, readonly Row[]>> = {
  'ls-remote': withRemote,
  fetch: withRemote,
  'cat-file': withRemote, // fetches a missing blob
  // Elsewhere a lock is one of our own cache, where a new cache helps.
  push: [...withRemote, branchMoved],
  'update-index': [folderInTheWay],
};

/**
 * Explains a failed call of git on the repository called `place`, or gives undefined when nothing known is
 * the matter: then the cache may be broken.
 */
export function explainTrouble(failure: GitFailed, place: string): ArchiveError | BranchMoved | undefined {
  if (failure.kind === 'missing') return new ArchiveError('no git', noGit);
  if (failure.kind === 'timeout') {
    return new ArchiveError('unreachable', `${unreachable.advice(place)} git ${failure.command}: ${failure.output}.`);
  }
  const row = rowsByCommand[failure.command]?.find(({ pattern }) => pattern.test(failure.output));
  if (row === undefined) return undefined;
  const message = `${row.advice(place)}${quoteGit(failure)}`;
  return row.reason === 'branch moved' ? new BranchMoved(message) : new ArchiveError(row.reason, message);
}

/** What to tell people when git failed in a way that the table does not know, and a new cache did not help. */
export function unknownTrouble(failure: GitFailed, place: string): ArchiveError {
  return new ArchiveError('refused', `git ${failure.command} failed for ${place}.${quoteGit(failure)}`);
}

const noGit =
  'Gavel keeps decisions with git, and found no git on the PATH. Install git (https://git-scm.com/downloads) and start Gavel again.';

/** Enough for the reason and a line of the forge's own, short enough for a Slack message. */
const longestQuote = 400;

function quoteGit(failure: GitFailed): string {
  const lines = failure.output
    .split(/[\r\n]+/u)
    .map((line) =>
      line
        .replaceAll(/\p{Cc}/gu, ' ')
        .replace(/^\s*(?:(?:remote|fatal|error):\s*)+/iu, '')
        .trim(),
    )
    .filter((line) => line !== '' && !/^(?:hint|warning|To |From |failed to push some refs)/u.test(line));
  const said = [...new Set(lines)].join(' / ');
  return said === '' ? '' : ` git says: ${said.length > longestQuote ? `${said.slice(0, longestQuote)}…` : said}`;
}
