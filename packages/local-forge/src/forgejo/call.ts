import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ForgeParts } from '../dialect.ts';
import { linksOf, pageOf } from '../server/page-of-list.ts';
import type { Answer, ApiRequest, PathParameters, Route } from '../server/router.ts';
import { reviewOf } from '../world/reviews.ts';
import type { Repository, Review } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';

/** What scopes are about. Each is granted to read or to write. */
export type Category = 'repository' | 'issue' | 'user' | 'organization';

/** The API's answer to a call that it refuses. */
export class ApiError extends Error {
  readonly status: number;
  readonly said: string;

  constructor(status: number, said: string) {
    super(`${status} ${said}`);
    this.status = status;
    this.said = said;
  }
}

/** What Forgejo says when there is nothing, or nothing that the caller may know of. */
export function notFound(): ApiError {
  return new ApiError(404, "The target couldn't be found.");
}

/** A call of the API. */
export interface Call {
  readonly parts: ForgeParts;
  readonly world: World;
  readonly request: ApiRequest;
  readonly parameters: PathParameters;
  readonly body: JsonObject;
  /** Undefined for somebody without a token. */
  readonly caller: Caller | undefined;
}

/** A call about a repository that the caller may see. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
}

/** What answers a call, and what the scope of a token has to be about. */
export type Handler = { readonly category: Category } & (
  | { readonly of: 'anybody'; readonly handle: (call: Call) => Promise<Answer> }
  | { readonly of: 'repository'; readonly handle: (call: RepositoryCall) => Promise<Answer> }
);

/** A route below a repository. */
export function repositoryRoute(
  method: string,
  path: string,
  category: Category,
  handle: (call: RepositoryCall) => Promise<Answer>,
): Route<Handler> {
  return { method, path: `/repos/:owner/:repo${path}`, handler: { of: 'repository', category, handle } };
}

/** An answer with a JSON body. */
export function answer(json: unknown, status = 200): Answer {
  return { status, json };
}

/** One page of a list, with the headers that tell of the others. */
export function page<T>({ parts, request }: Call, all: readonly T[], shape: (item: T) => unknown): Answer {
  const found = pageOf(all, request.query, { sizeName: 'limit', usual: 30, most: 50 });
  return {
    status: 200,
    json: found.items.map(shape),
    headers: {
      link: linksOf(found, `${parts.url()}${request.path}`, request.query),
      'x-total-count': String(found.total),
      'x-page': String(found.number),
      'x-perpage': String(found.size),
      'x-pagecount': String(found.last),
      'x-hasmore': String(found.number < found.last),
    },
  };
}

/** A parameter of the path; it is there, or the route would not have matched. */
export function parameter({ parameters }: Call, name: string): string {
  return parameters[name] ?? '';
}

/** The login of who calls. Throws for somebody without a token. */
export function loginOf({ caller }: Call): string {
  if (caller === undefined) throw new ApiError(401, 'token is required');
  return caller.account.login;
}

/** Throws if the repository takes no changes. Returns the login of who calls. */
export function mustBeAlive(call: RepositoryCall): string {
  const login = loginOf(call);
  if (call.repository.isArchived) throw new ApiError(423, `${call.repository.path} is archived`);
  return login;
}

/** Throws unless the caller may write to the repository, and it takes changes. */
export function mustWrite(call: RepositoryCall): string {
  const login = mustBeAlive(call);
  if (!call.world.hasRole(login, call.repository, 'write')) {
    throw new ApiError(403, 'user should have a permission to write to a repo');
  }
  return login;
}

/** The pull request that a path names. */
export function pullIn({ repository, parameters }: RepositoryCall): Review {
  const found = reviewOf(repository, Number(parameters.index));
  if (found === undefined) throw notFound();
  return found;
}
