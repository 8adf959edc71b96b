import type { GitAccess } from '../dialect.ts';
import { covers } from '../world/installations.ts';
import type { Repository, Token } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';

/** What a fine-grained token or an App may be granted, with what it includes. */
const levels = ['read', 'write', 'admin'];

/** Whether grants such as `contents:write` include a permission such as `contents:read`. */
export function includes(grants: readonly string[], permission: string, level: string): boolean {
  if (permission === 'metadata' && level === 'read') return true;
  return grants.some((grant) => {
    const [name = '', given = ''] = grant.split(':');
    return name === permission && levels.indexOf(given) >= levels.indexOf(level);
  });
}

/** Whether a token includes a repository at all. */
export function reaches(world: World, token: Token, repository: Repository): boolean {
  if (token.repositories !== undefined && !token.repositories.includes(repository.id)) return false;
  if (token.installation === undefined) return true;
  const installation = world.state.apps.flatMap((app) => app.installations).find(({ id }) => id === token.installation);
  return installation !== undefined && !installation.isSuspended && covers(installation, repository);
}

/** What somebody may do with git. */
export function gitAccess(world: World, caller: Caller | undefined, repository: Repository): GitAccess {
  if (caller?.token === undefined) return repository.isPrivate ? 'none' : 'read';
  const { token, account } = caller;
  const isBot = token.installation !== undefined;
  const isReached =
    reaches(world, token, repository) && (isBot || world.roleOf(account.login, repository) !== undefined);
  const may = (level: string): boolean => token.grants === undefined || includes(token.grants, 'contents', level);
  if (!isReached || !may('read')) return repository.isPrivate ? 'none' : 'read';
  return may('write') && (isBot || world.hasRole(account.login, repository, 'write')) ? 'write' : 'read';
}
