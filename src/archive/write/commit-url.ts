import type { ForgeKind } from '../../decision/publication/forge-kind.ts';
import type { Address } from '../address.ts';

/** How a forge writes the addresses of a commit, and of a file in a branch, below its repository. */
interface Forge {
  /** Matches the names of hosts that show which forge they are. */
  readonly host: RegExp;
  readonly commit: string;
  readonly file: (branch: string, path: string) => string;
}

/** Those that an operator can name for any other host. */
const kinds: Readonly<Record<ForgeKind, Forge>> = {
  github: { host: /^(?:.+\.)?github\./u, commit: 'commit', file: (branch, path) => `blob/${branch}/${path}` },
  gitlab: { host: /gitlab/u, commit: '-/commit', file: (branch, path) => `-/blob/${branch}/${path}` },
  forgejo: {
    host: /^codeberg\.org$|gitea|forgejo/u,
    commit: 'commit',
    file: (branch, path) => `src/branch/${branch}/${path}`,
  },
};

const forges: readonly Forge[] = [
  ...Object.values(kinds),
  { host: /^bitbucket\.org$/u, commit: 'commits', file: (branch, path) => `src/${branch}/${path}` },
  { host: /^dev\.azure\.com$/u, commit: 'commit', file: (branch, path) => `?path=/${path}&version=GB${branch}` },
  { host: /^git\.sr\.ht$/u, commit: 'commit', file: (branch, path) => `tree/${branch}/item/${path}` },
];

/** Whether the host is a forge of a kind known here. All of these ignore case in a path. */
export function isKnownForge(address: Address): boolean {
  return findForge(address) !== undefined;
}

/** The web address of a commit; undefined if neither the host's name nor the operator says which forge it is. */
export function commitUrl(address: Address, commit: string, kind?: ForgeKind): string | undefined {
  const forge = findForge(address, kind);
  return forge && `${webAddress(address)}/${forge.commit}/${commit}`;
}

/** The web address of a file as a branch has it; undefined if nothing says which forge it is. */
export function fileUrl(address: Address, branch: string, path: string, kind?: ForgeKind): string | undefined {
  const [inBranch, inPath] = [branch, path].map((part) =>
    part.toWellFormed().split('/').map(encodeURIComponent).join('/'),
  );
  const file = findForge(address, kind)?.file(inBranch ?? '', inPath ?? '');
  if (file === undefined) return undefined;
  return `${webAddress(address)}${file.startsWith('?') ? '' : '/'}${file}`;
}

/**
 * The path of the file that a web address leads to, on this branch, or on any whose name has no slash, or in a commit;
 * undefined for any other address, and where nothing says which forge it is.
 */
export function pathAt(address: Address, url: string, branch?: string, kind?: ForgeKind): string | undefined {
  const [bare = ''] = url.split(/[?#]/u);
  const start = `${webAddress(address)}/`;
  const written = findForge(address, kind)?.file('{branch}', '{path}');
  if (written === undefined || bare.slice(0, start.length).toLowerCase() !== start.toLowerCase()) return undefined;
  const [beforeBranch = '', beforePath = '', behind = ''] = written.split(/\{branch\}|\{path\}/u);
  const rest = bare.slice(start.length);
  // Where the path stands in the query, the address of a file has another shape.
  if (behind !== '' || beforeBranch.startsWith('?') || !rest.startsWith(beforeBranch)) return undefined;
  const place = rest.slice(beforeBranch.length);
  const named = branch?.split('/').map(encodeURIComponent).join('/');
  const [other = ''] = place.split('/');
  const found = [named, other].find((each) => each && place.startsWith(`${each}${beforePath}`));
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(place.slice(found.length + beforePath.length));
  } catch {
    return undefined;
  }
}

/** Where people find the repository. Only a forge on this machine is without encryption. */
function webAddress({ url, place }: Address): string {
  return `${url.startsWith('http://') ? 'http' : 'https'}://${place}`;
}

function findForge({ host }: Address, kind?: ForgeKind): Forge | undefined {
  if (host === undefined) return undefined;
  return kind === undefined ? forges.find((forge) => forge.host.test(host)) : kinds[kind];
}
