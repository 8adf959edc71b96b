import type { Patience } from './patience.ts';

/** A repository at a forge that knows Gavel by a token. */
export interface TokenSettings {
  /** The web host, with a port if it has one. */
  readonly host: string;
  /** The path of its page: owner and name; at GitLab with all groups, such as `group/subgroup/project`. */
  readonly path: string;
  /** How people know the repository, as in its address. */
  readonly place: string;
  readonly token: string;
  /** The address of the API, if it is not the usual one for the host. */
  readonly apiUrl?: string | undefined;
  /** How long to wait for what the forge does in the background, if not as usual. */
  readonly patience?: Patience | undefined;
}

/** Where the API is, and which repository it is there. `usual`: the path of the API where nobody has said otherwise. */
export function whereIs(
  { apiUrl, host, path }: TokenSettings,
  usual: string,
): { readonly address: string; readonly repository: string } {
  const address = (apiUrl ?? `https://${host}${usual}`).replace(/(?<!\/)\/+$/u, '');
  const { pathname } = new URL(address);
  // A forge may be below the root of its host, and the paths of its repositories too.
  const folder = pathname.endsWith(usual) ? `${pathname.slice(1, -usual.length)}/` : '/';
  return { address, repository: folder !== '/' && path.startsWith(folder) ? path.slice(folder.length) : path };
}
