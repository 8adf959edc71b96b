import { ArchiveError } from '../workflow/archive-error.ts';
import type { Git } from './git.ts';
import { remoteName } from './git-environment.ts';

/** Commits fetched, and searched for a decision published before. */
export const depth = 50;

/** Where the cache keeps the branch as last seen; also keeps its objects from being collected. */
const tipRef = 'refs/gavel/tip';

/** A branch at one moment. */
export interface BranchTip {
  readonly branch: string;
  /** Undefined as long as the repository has no commit. */
  readonly commit: string | undefined;
}

/** Asks the remote where the branch stands, without fetching. Throws ArchiveError for a branch that is not there. */
export async function askBranchTip(git: Git, wanted: string | undefined): Promise<BranchTip> {
  const lines = (await git(['ls-remote', '--symref', remoteName, 'HEAD', 'refs/heads/*'])).split('\n');
  const heads = new Map<string, string>();
  let standard: string | undefined;
  for (const line of lines) {
    const [value = '', name = ''] = line.split('\t');
    if (name === 'HEAD' && value.startsWith('ref: refs/heads/')) standard = value.slice('ref: refs/heads/'.length);
    else if (name.startsWith('refs/heads/')) heads.set(name.slice('refs/heads/'.length), value);
  }
  if (heads.size === 0) return { branch: wanted ?? standard ?? 'main', commit: undefined };

  const branch = wanted ?? standard;
  if (branch === undefined)
    throw new ArchiveError('not found', 'The repository has no default branch. Name one in ADR_BRANCH.');
  const commit = heads.get(branch);
  if (commit === undefined) {
    const known = [...heads.keys()].slice(0, 10).join(', ');
    throw new ArchiveError(
      'not found',
      `There is no branch "${branch}" in the repository. Make it, or set ADR_BRANCH to one of: ${known}.`,
    );
  }
  return { branch, commit };
}

/** Brings the branch's last commits and their trees into the cache; blobs follow on demand where the remote can do that. */
export async function fetchBranchTip(git: Git, wanted: string | undefined): Promise<BranchTip> {
  const asked = await askBranchTip(git, wanted);
  if (asked.commit === undefined || asked.commit === (await readTip(git))) return asked;
  const refspec = `+refs/heads/${asked.branch}:${tipRef}`;
  const how = ['--quiet', '--no-tags', '--no-write-fetch-head', `--depth=${depth}`, '--filter=blob:none'];
  await git(['fetch', ...how, remoteName, refspec]);
  return { branch: asked.branch, commit: await readTip(git) };
}

async function readTip(git: Git): Promise<string | undefined> {
  return (await git(['for-each-ref', '--format=%(objectname)', tipRef])).trim() || undefined;
}
