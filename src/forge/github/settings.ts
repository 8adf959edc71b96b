import type { TokenSettings } from '../settings.ts';

/** A GitHub App: its id or client id, and a private key in PEM. */
export interface AppKey {
  readonly id: string;
  readonly privateKey: string;
}

/** A repository at GitHub or a GitHub Enterprise Server, and who Gavel is there. Its path may be an earlier one. */
export interface GitHubSettings extends Omit<TokenSettings, 'token'> {
  readonly credentials: { readonly app: AppKey } | { readonly token: string };
}

/** Where GitHub's API is for a web host: github.com, a company's own part of it, or an Enterprise Server. */
export function apiUrlOf(host: string): string {
  return host === 'github.com' || host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`;
}
