import type { Address } from './address.ts';

/** How each kind of forge writes the address of a commit below its repository. */
const forges: readonly { host: RegExp; commit: string }[] = [
  { host: /^(?:.+\.)?github\./u, commit: 'commit' },
  { host: /gitlab/u, commit: '-/commit' },
  { host: /^bitbucket\.org$/u, commit: 'commits' },
  { host: /^codeberg\.org$|gitea|forgejo/u, commit: 'commit' },
  { host: /^dev\.azure\.com$/u, commit: 'commit' },
  { host: /^git\.sr\.ht$/u, commit: 'commit' },
];

/** Whether the host is a forge of a kind known here, all of which take upper and lower case in a path for the same. */
export function isKnownForge(address: Address): boolean {
  return findForge(address) !== undefined;
}

/** The web address of a commit, or undefined where the forge is not known from the host's name. */
export function commitUrl(address: Address, commit: string): string | undefined {
  const forge = findForge(address);
  return forge && `https://${address.place}/${forge.commit}/${commit}`;
}

function findForge({ host }: Address) {
  return host === undefined ? undefined : forges.find((forge) => forge.host.test(host));
}
