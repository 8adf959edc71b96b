import type { Patience } from './patience.ts';

/** A repository at a forge that knows Gavel by a token. */
export interface TokenSettings {
  /** The web host, with a port if it has one. */
  readonly host: string;
  /** Owner and name; at GitLab with all groups, such as `group/subgroup/project`. */
  readonly path: string;
  /** How people know the repository, as in its address. */
  readonly place: string;
  readonly token: string;
  /** The address of the API, if it is not the usual one for the host. */
  readonly apiUrl?: string | undefined;
  /** How long to wait for what the forge does in the background, if not as usual. */
  readonly patience?: Patience | undefined;
}

/** Where the API is; `usual` is its path where nobody has said otherwise. */
export function apiAddress({ apiUrl, host }: TokenSettings, usual: string): string {
  return (apiUrl ?? `https://${host}${usual}`).replace(/\/+$/u, '');
}
