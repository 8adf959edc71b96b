import type { Dialect, ForgeParts } from '../dialect.ts';
import { type Answer, type ApiRequest, jsonOf, Router } from '../server/router.ts';
import type { Repository } from '../world/state.ts';
import type { Caller } from '../world/world.ts';
import { ApiError, type Handler, notFound, type RepositoryCall } from './call.ts';
import { pullRoutes } from './pull-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { callerOf, reaches } from './tokens.ts';

/** Where the API is. */
export const apiPath = '/api/v1';

/** The API of Forgejo, as far as it is here. Forgejo itself does not limit how often it is called. */
export class ForgejoApi {
  readonly #parts: ForgeParts;
  readonly #router = new Router<Handler>([...repositoryRoutes, ...pullRoutes]);

  constructor(parts: ForgeParts) {
    this.#parts = parts;
  }

  /** Answers a call; with a failure, as Forgejo fails, or a proxy before it that limits calls. */
  readonly answer: Dialect['api'] = async (request, failure) => {
    if (failure?.kind === 'status') return this.#refuse(new ApiError(failure.status, ''));
    if (failure !== undefined) {
      const seconds = failure.kind === 'secondary-limit' ? (failure.retryAfter ?? 60) : 60;
      const page = '<html><head><title>429 Too Many Requests</title></head></html>';
      return {
        status: 429,
        headers: { 'retry-after': String(seconds) },
        other: { type: 'text/html', bytes: page },
      };
    }
    try {
      return await this.#dispatch(request);
    } catch (error) {
      if (error instanceof ApiError) return this.#refuse(error);
      throw error;
    }
  };

  async #dispatch(request: ApiRequest): Promise<Answer> {
    const { world } = this.#parts;
    const path = request.path.slice(apiPath.length);
    const match = this.#router.match(request.method, path);
    if (!('route' in match)) throw new ApiError(match.methods.length === 0 ? 404 : 405, '');
    const { handler } = match.route;
    const caller = callerOf(world, request, handler.category);
    const body = jsonOf(request);
    if (body === undefined) throw new ApiError(422, '[]: invalid character in JSON');
    const call = { parts: this.#parts, world, request, parameters: match.parameters, body, caller };
    if (handler.of === 'anybody') return await handler.handle(call);
    const { owner = '', repo = '' } = match.parameters;
    const name = `${owner}/${repo}`;
    const repository = world.repository(name);
    const moved = repository === undefined ? world.renamed(name) : undefined;
    const found = repository ?? moved;
    if (found === undefined || !this.#mayRead(caller, found)) throw notFound();
    if (moved !== undefined) {
      const rest = path.slice(`/repos/${owner}/${repo}`.length);
      const query = request.query.size === 0 ? '' : `?${request.query}`;
      return { status: 307, headers: { location: `${apiPath}/repos/${moved.path}${rest}${query}` } };
    }
    const repositoryCall: RepositoryCall = { ...call, repository: found };
    return await handler.handle(repositoryCall);
  }

  #mayRead(caller: Caller | undefined, repository: Repository): boolean {
    return reaches(caller?.token, repository) && this.#parts.world.hasRole(caller?.account.login, repository, 'read');
  }

  #refuse({ status, said }: ApiError): Answer {
    return { status, json: { message: said, url: `${this.#parts.url()}/api/swagger` } };
  }
}
