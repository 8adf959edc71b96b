/** A GitHub App: its id or client id, and a private key in PEM. */
export interface AppKey {
  readonly id: string;
  readonly privateKey: string;
}

/** A repository at GitHub or a GitHub Enterprise Server, and who Gavel is there. */
export interface GitHubSettings {
  /** The web host, with a port if it has one; `github.com` or an Enterprise Server. */
  readonly host: string;
  /** `owner/name`. It may be an earlier name. */
  readonly path: string;
  /** How people know the repository, as in its address. */
  readonly place: string;
  readonly credentials: { readonly app: AppKey } | { readonly token: string };
  /** The address of the API, if it is not the usual one for the host. */
  readonly apiUrl?: string | undefined;
}

/** Where GitHub's API is for a web host. */
export function apiUrlOf(host: string): string {
  return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}
