import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ForgeParts } from '../dialect.ts';
import { linksOf, pageOf } from '../server/page-of-list.ts';
import type { Answer, ApiRequest, PathParameters, Route } from '../server/router.ts';
import { reviewOf } from '../world/reviews.ts';
import type { Repository, Review } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';

/** The API's answer to a call that it refuses. */
export class ApiError extends Error {
  readonly answer: Answer;

  constructor(status: number, json: object, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(json)}`);
    this.answer = { status, json, headers };
  }
}

/** A refusal in GitLab's usual form. */
export function refusal(status: number, message: unknown): ApiError {
  return new ApiError(status, { message });
}

/** What GitLab says when there is nothing. */
export function notFound(what = ''): ApiError {
  return refusal(404, what === '' ? '404 Not found' : `404 ${what} Not Found`);
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

/** A call about a project that the caller may see. */
export interface ProjectCall extends Call {
  readonly project: Repository;
}

/** What answers a call; those of somebody in particular need a token. */
export type Handler =
  | { readonly of: 'caller'; readonly handle: (call: Call & { readonly caller: Caller }) => Promise<Answer> }
  | { readonly of: 'project'; readonly handle: (call: ProjectCall) => Promise<Answer> };

/** A route below a project. */
export function projectRoute(
  method: string,
  path: string,
  handle: (call: ProjectCall) => Promise<Answer>,
): Route<Handler> {
  return { method, path: `/projects/:id${path}`, handler: { of: 'project', handle } };
}

/** An answer with a JSON body. */
export function answer(json: unknown, status = 200): Answer {
  return { status, json };
}

/** One page of a list, with the headers that tell of the others. */
export function page<T>({ parts, request }: Call, all: readonly T[], shape: (item: T) => unknown): Answer {
  const { query } = request;
  const found = pageOf(all, query, { sizeName: 'per_page', usual: 20, most: 100 });
  const { number, last } = found;
  return {
    status: 200,
    json: found.items.map(shape),
    headers: {
      link: linksOf(found, `${parts.url()}${request.path}`, query),
      'x-page': String(number),
      'x-per-page': String(found.size),
      'x-next-page': number < last ? String(number + 1) : '',
      'x-prev-page': number > 1 ? String(number - 1) : '',
      'x-total': String(found.total),
      'x-total-pages': String(last),
    },
  };
}

/** A parameter of the path; it is there, or the route would not have matched. */
export function parameter({ parameters }: Call, name: string): string {
  return parameters[name] ?? '';
}

/** The login of who calls. Throws for somebody without a token. */
export function loginOf({ caller }: Call): string {
  if (caller === undefined) throw refusal(401, '401 Unauthorized');
  return caller.account.login;
}

/** Throws unless the caller has at least the role of a developer, and the project takes changes. */
export function mustDevelop(call: ProjectCall): string {
  const login = loginOf(call);
  if (call.project.isArchived || !call.world.hasRole(login, call.project, 'write')) {
    throw refusal(403, '403 Forbidden');
  }
  return login;
}

/** The merge request that a path names. */
export function mergeRequestIn({ project, parameters }: ProjectCall): Review {
  const found = reviewOf(project, Number(parameters.iid));
  if (found === undefined) throw notFound();
  return found;
}
