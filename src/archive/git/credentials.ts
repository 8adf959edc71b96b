import type { Address } from '../address.ts';

/** The token of the archive, in the form that git needs. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Usernames that forges require with a token; all others accept any (documentation of GitHub, GitLab, Bitbucket). */
const tokenUsernames: readonly { host: RegExp; username: string }[] = [
  { host: /^bitbucket\.org$/u, username: 'x-token-auth' },
  { host: /gitlab/u, username: 'oauth2' },
  { host: /^/u, username: 'x-access-token' },
];

/** The configured token, or else the password in the configured URL. Only addresses over HTTP have credentials. */
export function chooseCredentials(address: Address, token: string | undefined): Credentials | undefined {
  const password = token?.trim() || address.password;
  if (address.transport !== 'http' || !password) return undefined;
  const known = tokenUsernames.find(({ host }) => host.test(address.host ?? ''));
  return { username: address.username ?? known?.username ?? '', password };
}
