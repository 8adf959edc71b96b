import type { GitLogin, GitToken } from '../../workflow/ports/archive/git-token.ts';
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

/**
 * The configured token as it is by now, or else the password in the configured URL. Only addresses over HTTP have
 * credentials. `refused`: the password that the remote did not take a moment ago.
 */
export async function askCredentials(
  address: Address,
  token: GitToken | undefined,
  refused?: string,
): Promise<Credentials | undefined> {
  if (address.transport !== 'http') return undefined;
  const login: GitLogin = typeof token === 'function' ? await token(refused) : { password: token?.trim() ?? '' };
  const password = login.password || address.password;
  if (!password) return undefined;
  const known = tokenUsernames.find(({ host }) => host.test(address.host ?? ''));
  return { username: login.username ?? address.username ?? known?.username ?? '', password };
}
