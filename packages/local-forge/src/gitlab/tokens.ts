import type { ApiRequest } from '../server/router.ts';
import { headerOf } from '../server/router.ts';
import type { Repository, Token } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';
import { ApiError, refusal } from './call.ts';

/** Whether a token has one of these scopes. */
export function hasScope({ grants }: Token, scopes: readonly string[]): boolean {
  return grants === undefined || scopes.some((scope) => grants.includes(scope));
}

/** Whether a token may be used for a project: those of projects and groups can't be used for others. */
export function reaches(token: Token | undefined, { id }: Repository): boolean {
  return token?.repositories === undefined || token.repositories.includes(id);
}

/** Who calls the API; undefined for somebody without a token. Throws if the token can't be used. */
export function callerOf(world: World, request: ApiRequest, extraScopes: readonly string[]): Caller | undefined {
  const bearer = /^Bearer (.+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  const secret = headerOf(request, 'private-token') ?? bearer;
  if (secret === undefined) return undefined;
  const token = world.state.tokens.find((each) => each.secret === secret);
  if (token === undefined) throw refusal(401, '401 Unauthorized');
  if (token.isRevoked) throw invalidToken('Token was revoked. You have to re-authorize from the user.');
  if (!world.isValid(token)) {
    throw invalidToken('Token is expired. You can either do re-authorization or token refresh.');
  }
  const scopes = request.method === 'GET' ? ['api', 'read_api', ...extraScopes] : ['api'];
  if (!hasScope(token, scopes)) {
    throw new ApiError(403, {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: scopes.join(' '),
    });
  }
  return { account: world.accountOf(token.login), token };
}

function invalidToken(description: string): ApiError {
  return new ApiError(401, { error: 'invalid_token', error_description: description });
}
