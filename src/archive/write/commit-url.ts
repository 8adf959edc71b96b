import type { Address } from '../address.ts';

/** How each kind of forge writes the addresses of a commit, and of a file in a branch, below its repository. */
const forges: readonly { host: RegExp; commit: string; file: (branch: string, path: string) => string }[] = [
  { host: /^(?:.+\.)?github\./u, commit: 'commit', file: (branch, path) => `blob/${branch}/${path}` },
  { host: /gitlab/u, commit: '-/commit', file: (branch, path) => `-/blob/${branch}/${path}` },
  { host: /^bitbucket\.org$/u, commit: 'commits', file: (branch, path) => `src/${branch}/${path}` },
  {
    host: /^codeberg\.org$|gitea|forgejo/u,
    commit: 'commit',
    file: (branch, path) => `src/branch/${branch}/${path}`,
  },
  { host: /^dev\.azure\.com$/u, commit: 'commit', file: (branch, path) => `?path=/${path}&version=GB${branch}` },
  { host: /^git\.sr\.ht$/u, commit: 'commit', file: (branch, path) => `tree/${branch}/item/${path}` },
];

/** Whether the host is a forge of a kind known here. All of these ignore case in a path. */
export function isKnownForge(address: Address): boolean {
  return findForge(address) !== undefined;
}

/** The web address of a commit, or undefined if the host's name does not show which forge it is. */
export function commitUrl(address: Address, commit: string): string | undefined {
  const forge = findForge(address);
  return forge && `https://${address.place}/${forge.commit}/${commit}`;
}

/** The web address of a file as a branch has it, or undefined if the host's name does not show which forge it is. */
export function fileUrl(address: Address, branch: string, path: string): string | undefined {
  const [inBranch, inPath] = [branch, path].map((part) =>
    part.toWellFormed().split('/').map(encodeURIComponent).join('/'),
  );
  const file = findForge(address)?.file(inBranch ?? '', inPath ?? '');
  if (file === undefined) return undefined;
  return `https://${address.place}${file.startsWith('?') ? '' : '/'}${file}`;
}

function findForge({ host }: Address) {
  return host === undefined ? undefined : forges.find((forge) => forge.host.test(host));
}
