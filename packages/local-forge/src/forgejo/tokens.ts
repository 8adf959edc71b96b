import { type ApiRequest, headerOf } from '../server/router.ts';
import type { Repository, Token } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';
import { ApiError, type Category } from './call.ts';

/** Whether a token may read, or write, what a category is about. To write includes to read. */
export function hasScope({ grants }: Token, category: Category, level: 'read' | 'write'): boolean {
  if (grants === undefined || grants.includes('all') || grants.includes(`write:${category}`)) return true;
  return level === 'read' && grants.includes(`read:${category}`);
}

/** Whether a token may be used for a repository. */
export function reaches(token: Token | undefined, { id }: Repository): boolean {
  return token?.repositories === undefined || token.repositories.includes(id);
}

/** Who calls the API; undefined for somebody without a token. Throws if the token can't be used for it. */
export function callerOf(world: World, request: ApiRequest, category: Category): Caller | undefined {
  const header = headerOf(request, 'authorization') ?? '';
  const secret = /^(?:token|bearer) (.+)$/i.exec(header)?.[1];
  if (secret === undefined) return undefined;
  const caller = world.callerWith(secret);
  if (caller === undefined) throw new ApiError(401, 'invalid username, password or token');
  const level = request.method === 'GET' ? 'read' : 'write';
  if (caller.token !== undefined && !hasScope(caller.token, category, level)) {
    throw new ApiError(403, `token does not have at least one of required scope(s): [${level}:${category}]`);
  }
  return caller;
}
