import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ForgeParts } from '../../dialect.ts';
import { type Answer, type ApiRequest, jsonOf, type PathParameters, type Route } from '../../server/router.ts';
import { reviewOf } from '../../world/reviews.ts';
import type { App, Repository, Review } from '../../world/state.ts';
import type { Caller, World } from '../../world/world.ts';
import { type Addresses, stamp } from '../shapes/context.ts';
import { ApiError, notFound } from './errors.ts';

/** Who calls: somebody with a token, an App by its JWT, or nobody in particular. */
export type Who = { readonly caller: Caller } | { readonly app: App } | 'nobody';

/** A call of the API. */
export interface Call {
  readonly parts: ForgeParts;
  readonly world: World;
  readonly addresses: Addresses;
  readonly request: ApiRequest;
  readonly parameters: PathParameters;
  readonly body: JsonObject;
  readonly who: Who;
}

/** A call that is about a repository which the caller may see. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** Whether a repository call needs a role, and which permissions a token may have for it; any one of them is enough. */
export interface Need {
  readonly permissions: readonly `${string}:${'read' | 'write'}`[];
}

/** What answers a call. */
export type Handler =
  | { readonly of: 'app'; readonly handle: (call: Call, app: App) => Promise<Answer> }
  | { readonly of: 'caller'; readonly handle: (call: Call, caller: Caller) => Promise<Answer> }
  | { readonly of: 'anybody'; readonly handle: (call: Call) => Promise<Answer> }
  | ({ readonly of: 'repository'; readonly handle: (call: RepositoryCall) => Promise<Answer> } & Need);

/** A route of the API. */
export type ApiRoute = Route<Handler>;

/** A route below a repository. */
export function repositoryRoute(
  method: string,
  path: string,
  permissions: Need['permissions'],
  handle: (call: RepositoryCall) => Promise<Answer>,
): ApiRoute {
  return { method, path: `/repos/:owner/:repo${path}`, handler: { of: 'repository', permissions, handle } };
}

/** An answer with a JSON body. */
export function answer(json: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, json, headers };
}

/** The login of who calls. Only for calls that nobody can make without a token. */
export function loginOf({ who }: Call): string {
  if (who === 'nobody' || !('caller' in who)) throw new ApiError(401, 'Requires authentication');
  return who.caller.account.login;
}

/** The pull request that a path names. */
export function reviewIn({ repository, parameters }: RepositoryCall): Review {
  const review = reviewOf(repository, Number(parameters.number));
  if (review === undefined) throw notFound();
  return review;
}

/** A parameter of the path; it is there, or the route would not have matched. */
export function parameter({ parameters }: Call, name: string): string {
  return parameters[name] ?? '';
}

/** One page of a list, with the header that names the others. */
export function page<T>(
  call: Call,
  items: readonly T[],
  shape: (items: readonly T[]) => unknown = (each) => each,
): Answer {
  const { request, addresses } = call;
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30) || 30));
  const number = Math.max(1, Number(request.query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(to));
    return `<${addresses.api}${request.path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  const shown = items.slice((number - 1) * size, number * size);
  return answer(shape(shown), 200, links.length === 0 ? {} : { link: links.join(', ') });
}

/** The JSON object that was sent. Throws if it is none. */
export function bodyOf(request: ApiRequest): JsonObject {
  const body = jsonOf(request);
  if (body === undefined) throw new ApiError(400, 'Problems parsing JSON');
  return body;
}

/** Whether a time is not before the `since` of a request; always, if it has none. */
export function isSince(request: ApiRequest): (at: string) => boolean {
  const since = Date.parse(request.query.get('since') ?? '');
  return (at) => Number.isNaN(since) || Date.parse(stamp(at)) >= since;
}
