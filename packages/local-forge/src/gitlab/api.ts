import type { Dialect, ForgeParts } from '../dialect.ts';
import { type Answer, type ApiRequest, jsonOf, Router } from '../server/router.ts';
import type { Repository } from '../world/state.ts';
import type { Caller } from '../world/world.ts';
import { ApiError, type Handler, notFound, type ProjectCall, refusal } from './call.ts';
import { mergeRequestRoutes } from './merge-request-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { callerOf, reaches } from './tokens.ts';

/** Where the API is. */
export const apiPath = '/api/v4';

/** How many calls somebody may make in a minute. */
const limit = 2_000;

/** The API of GitLab, as far as it is here. */
export class GitLabApi {
  readonly #parts: ForgeParts;
  readonly #router = new Router<Handler>([...projectRoutes, ...mergeRequestRoutes]);
  readonly #calls = new Map<string, number>();
  #minute = 0;

  constructor(parts: ForgeParts) {
    this.#parts = parts;
  }

  /** Answers a call; with a failure, as GitLab fails. */
  readonly answer: Dialect['api'] = async (request, failure) => {
    if (failure !== undefined && failure.kind === 'status') {
      const page = `<html><head><title>${failure.status}</title></head><body>GitLab is not responding</body></html>`;
      return { status: failure.status, other: { type: 'text/html', bytes: page } };
    }
    if (failure !== undefined)
      return this.#tooMany(failure.kind === 'secondary-limit' ? (failure.retryAfter ?? 60) : 60);
    const left = this.#count(request);
    if (left < 0) return this.#tooMany(60);
    try {
      const answered = await this.#dispatch(request);
      return { ...answered, headers: { ...this.#limits(left), ...answered.headers } };
    } catch (error) {
      if (error instanceof ApiError) return error.answer;
      throw error;
    }
  };

  async #dispatch(request: ApiRequest): Promise<Answer> {
    const { world } = this.#parts;
    const path = request.path.slice(apiPath.length);
    const match = this.#router.match(request.method, path);
    if (!('route' in match)) {
      if (match.methods.length === 0) throw new ApiError(404, { error: '404 Not Found' });
      throw new ApiError(405, { error: '405 Not Allowed' }, { allow: match.methods.join(', ') });
    }
    const { handler } = match.route;
    const caller = callerOf(world, request, path === '/user' || path === '/users' ? ['read_user'] : []);
    const body = jsonOf(request);
    if (body === undefined) throw new ApiError(400, { error: 'The request body is not valid JSON' });
    const call = { parts: this.#parts, world, request, parameters: match.parameters, body, caller };
    if (handler.of === 'caller') {
      if (caller === undefined) throw refusal(401, '401 Unauthorized');
      return await handler.handle({ ...call, caller });
    }
    const id = match.parameters.id ?? '';
    const found = this.#find(id);
    if (found === undefined || !this.#mayRead(caller, found.project)) throw notFound('Project');
    if (found.isMoved) {
      if (request.method !== 'GET') throw refusal(405, 'Non GET methods are not allowed for moved projects');
      const rest = path.slice(`/projects/${encodeURIComponent(id)}`.length);
      const location = `${this.#parts.url()}${apiPath}/projects/${found.project.id}${rest}${searchOf(request)}`;
      return {
        status: 301,
        headers: { location },
        other: { type: 'text/plain', bytes: `This resource has been moved permanently to ${location}` },
      };
    }
    if (request.method !== 'GET' && caller === undefined) throw refusal(401, '401 Unauthorized');
    const projectCall: ProjectCall = { ...call, project: found.project };
    return await handler.handle(projectCall);
  }

  #find(id: string): { readonly project: Repository; readonly isMoved: boolean } | undefined {
    const { world } = this.#parts;
    const project = /^\d+$/.test(id) ? world.repositoryById(Number(id)) : world.repository(id);
    if (project !== undefined) return { project, isMoved: false };
    const moved = world.renamed(id);
    return moved === undefined ? undefined : { project: moved, isMoved: true };
  }

  #mayRead(caller: Caller | undefined, project: Repository): boolean {
    return reaches(caller?.token, project) && this.#parts.world.hasRole(caller?.account.login, project, 'read');
  }

  /** Counts a call, and returns how many are left in this minute. */
  #count(request: ApiRequest): number {
    if (!this.#parts.hasRateLimits) return limit;
    const minute = Math.floor(this.#parts.clock.now().getTime() / 60_000);
    if (minute !== this.#minute) this.#calls.clear();
    this.#minute = minute;
    const who = String(request.headers['private-token'] ?? request.headers.authorization ?? '');
    const count = (this.#calls.get(who) ?? 0) + 1;
    this.#calls.set(who, count);
    return limit - count;
  }

  #limits(left: number): Record<string, string> {
    const reset = (Math.floor(this.#parts.clock.now().getTime() / 60_000) + 1) * 60;
    return {
      'ratelimit-limit': String(limit),
      'ratelimit-observed': String(limit - left),
      'ratelimit-remaining': String(Math.max(0, left)),
      'ratelimit-reset': String(reset),
    };
  }

  #tooMany(seconds: number): Answer {
    return {
      status: 429,
      headers: { ...this.#limits(0), 'retry-after': String(seconds) },
      other: { type: 'text/plain', bytes: 'Retry later\n' },
    };
  }
}

function searchOf({ query }: ApiRequest): string {
  return query.size === 0 ? '' : `?${query}`;
}
