import { createHash } from 'node:crypto';
import type { Dialect, ForgeParts } from '../../dialect.ts';
import { type Answer, type ApiRequest, headerOf, Router } from '../../server/router.ts';
import { installationOn } from '../../world/installations.ts';
import { Refused } from '../../world/refusal.ts';
import type { Repository } from '../../world/state.ts';
import { appOf, isJwt } from '../app-jwt.ts';
import { answerGraphql } from '../graphql/answer.ts';
import { includes, reaches } from '../permissions.ts';
import { appRoutes } from './app-routes.ts';
import { type ApiRoute, bodyOf, type Call, type Handler, type Need, type RepositoryCall, type Who } from './call.ts';
import { checkRoutes } from './check-routes.ts';
import { ApiError, errorOf, notFound } from './errors.ts';
import { gitRoutes } from './git-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { Limits } from './limits.ts';
import { pullRoutes } from './pull-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';

const graphqlPath = '/api/graphql';

/** GraphQL tells with 200 that the limit of the hour is used up. */
class GraphqlLimit extends ApiError {
  override readonly answer: Answer;

  constructor(message: string) {
    super(403, message);
    this.answer = { status: 200, json: { errors: [{ type: 'RATE_LIMITED', message }] } };
  }
}

type Failure = Parameters<Dialect['api']>[1];

/** The REST and GraphQL API of GitHub. */
export class Api {
  readonly #parts: ForgeParts;
  readonly #router = new Router<Handler>([
    ...appRoutes,
    // Before the route of commits, whose names may have slashes.
    ...checkRoutes,
    ...repositoryRoutes,
    ...gitRoutes,
    ...pullRoutes,
    ...issueRoutes,
    ...([
      { method: 'GET', path: '/rate_limit', handler: { of: 'anybody', handle: (call) => this.#rateLimit(call) } },
    ] satisfies ApiRoute[]),
  ]);
  readonly #limits: Limits;

  constructor(parts: ForgeParts) {
    this.#parts = parts;
    this.#limits = new Limits(parts.clock);
  }

  /** Answers a call. */
  async answer(request: ApiRequest, failure: Failure): Promise<Answer> {
    if (headerOf(request, 'user-agent') === undefined) {
      const text =
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.\n';
      return { status: 403, other: { type: 'text/html; charset=utf-8', bytes: text } };
    }
    let key = 'nobody';
    let limit = 60;
    try {
      const who = await this.#authenticate(request);
      ({ key, limit } = limitOf(who));
      this.#checkLimits(request, failure, key, limit, who);
      const found = await this.#dispatch(request, who);
      return this.#withHeaders(
        withEtag(request, found, () => this.#limits.giveBack(key)),
        key,
        limit,
      );
    } catch (error) {
      const known = error instanceof Refused ? errorOf(error.reason) : error;
      if (!(known instanceof ApiError)) throw error;
      return this.#withHeaders(known.answer, key, limit);
    }
  }

  async #authenticate(request: ApiRequest): Promise<Who> {
    const header = headerOf(request, 'authorization');
    if (header === undefined) return 'nobody';
    const [, scheme = '', value = ''] = /^(\S+) +(.+)$/.exec(header) ?? [];
    const secret =
      scheme.toLowerCase() === 'basic'
        ? Buffer.from(value, 'base64')
            .toString()
            .replace(/^[^:]*:/, '')
        : value;
    if (!/^(?:bearer|token|basic)$/i.test(scheme)) throw new ApiError(401, 'Bad credentials');
    if (isJwt(secret)) return { app: await appOf(this.#parts.world, secret) };
    const caller = this.#parts.world.callerWith(secret);
    if (caller === undefined) throw new ApiError(401, 'Bad credentials');
    const { installation } = caller.token ?? {};
    if (installation !== undefined && this.#isSuspended(installation)) {
      throw new ApiError(403, 'This installation has been suspended');
    }
    return { caller };
  }

  #isSuspended(id: number): boolean {
    const installations = this.#parts.world.state.apps.flatMap((app) => app.installations);
    return installations.some((each) => each.id === id && each.isSuspended);
  }

  #checkLimits(request: ApiRequest, failure: Failure, key: string, limit: number, who: Who): void {
    if (failure?.kind === 'status') throw new ApiError(failure.status, 'Server Error');
    if (failure?.kind === 'secondary-limit') throw secondaryLimit(failure.retryAfter ?? 60);
    if (failure?.kind === 'primary-limit') this.#limits.exhaust(key, limit);
    if (!this.#parts.hasRateLimits && failure === undefined) return;
    if (!request.path.endsWith('/rate_limit') && !this.#limits.take(key, limit)) {
      const message = `API rate limit exceeded for ${nameOfLimit(who)}.`;
      if (request.path === graphqlPath) throw new GraphqlLimit(message);
      throw new ApiError(403, message);
    }
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD' && !request.path.endsWith('/access_tokens');
    const wait = isWrite && request.path !== graphqlPath ? this.#limits.takeWrite(key) : undefined;
    if (wait !== undefined) throw secondaryLimit(wait);
  }

  async #dispatch(request: ApiRequest, who: Who): Promise<Answer> {
    const { parts } = this;
    const path = request.path.replace(/^\/api\/v3(?=\/|$)/, '');
    if (request.path === graphqlPath) return await answerGraphql(this.#call(request, {}, who));
    const byId = /^\/repositories\/(\d+)(\/.*|)$/.exec(path);
    const repository = byId === null ? undefined : parts.world.repositoryById(Number(byId[1]));
    if (byId !== null && repository === undefined) throw notFound();
    const target = repository === undefined ? path : `/repos/${repository.path}${byId?.[2] ?? ''}`;
    const match = this.#router.match(request.method === 'HEAD' ? 'GET' : request.method, target.replace(/\/$/, ''));
    if (!('route' in match)) {
      if (match.methods.length === 0) this.#parts.wire.note(`There is no route for ${request.method} ${path}`);
      throw notFound();
    }
    const { handler } = match.route;
    const call = this.#call(request, match.parameters, who);
    switch (handler.of) {
      case 'anybody':
        return await handler.handle(call);
      case 'app':
        if (who === 'nobody' || !('app' in who)) throw new ApiError(401, 'A JSON web token could not be decoded');
        return await handler.handle(call, who.app);
      case 'caller':
        if (who === 'nobody') throw new ApiError(401, 'Requires authentication');
        if (!('caller' in who)) throw new ApiError(403, 'Resource not accessible by integration');
        return await handler.handle(call, who.caller);
      case 'repository':
        return await this.#aboutRepository(call, handler);
    }
  }

  async #aboutRepository(
    call: Call,
    handler: Need & { readonly handle: (call: RepositoryCall) => Promise<Answer> },
  ): Promise<Answer> {
    const { world, who, request, addresses, parameters } = call;
    const path = `${parameters.owner ?? ''}/${parameters.repo ?? ''}`;
    const repository = world.repository(path) ?? world.renamed(path);
    if (repository === undefined || !this.#maySee(who, repository)) throw notFound();
    if (world.repository(path) === undefined) {
      const rest = request.path.split('/').slice(request.path.startsWith('/api/v3') ? 6 : 4);
      const query = request.query.size === 0 ? '' : `?${request.query}`;
      const url = `${addresses.api}/${['repositories', repository.id, ...rest].join('/')}${query}`;
      const status = request.method === 'GET' || request.method === 'HEAD' ? 301 : 307;
      const json = { message: 'Moved Permanently', url, documentation_url: 'https://docs.github.com/rest' };
      return { status, headers: { location: url }, json };
    }
    const accepted = handler.permissions.map((each) => each.replace(':', '=')).join('; ');
    const headers = { 'x-accepted-github-permissions': accepted };
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    this.#checkPermission(who, repository, handler.permissions, isWrite, headers);
    if (isWrite && repository.isArchived) throw errorOf({ what: 'archived' });
    const found = await handler.handle({ ...call, repository });
    return { ...found, headers: { ...headers, ...found.headers } };
  }

  #maySee(who: Who, repository: Repository): boolean {
    const { world } = this.#parts;
    if (who === 'nobody') return !repository.isPrivate;
    if ('app' in who) return !repository.isPrivate || installationOn(who.app, repository) !== undefined;
    const { account, token } = who.caller;
    if (!repository.isPrivate) return true;
    if (token !== undefined && !reaches(world, token, repository)) return false;
    return token?.installation !== undefined || world.roleOf(account.login, repository) !== undefined;
  }

  #checkPermission(
    who: Who,
    repository: Repository,
    permissions: Need['permissions'],
    isWrite: boolean,
    headers: Record<string, string>,
  ): void {
    const { world } = this.#parts;
    if (who === 'nobody') {
      if (isWrite) throw new ApiError(401, 'Requires authentication');
      return;
    }
    if ('app' in who) throw new ApiError(403, 'Resource not accessible by integration', { headers });
    const { account, token } = who.caller;
    const isApp = token?.installation !== undefined;
    const kind = isApp ? 'integration' : 'personal access token';
    const refused = new ApiError(403, `Resource not accessible by ${kind}`, { headers });
    const isGranted = (permission: string): boolean => {
      const [name = '', level = ''] = permission.split(':');
      return token?.grants === undefined || includes(token.grants, name, level);
    };
    const isReached = token === undefined || reaches(world, token, repository);
    if (isReached && permissions.some(isGranted)) {
      if (isApp || !isWrite || world.hasRole(account.login, repository, 'write')) return;
      // People who may only read may still open, comment on and review pull requests.
      if (permissions.every((each) => /^(?:pull_requests|issues):/.test(each))) return;
      throw notFound();
    }
    if (!repository.isPrivate && !isWrite) return;
    throw refused;
  }

  async #rateLimit({ who }: Call): Promise<Answer> {
    const { key, limit } = limitOf(who);
    const { used, reset } = this.#limits.usage(key, limit);
    const rate = { limit, used, remaining: limit - used, reset };
    const none = { limit: 30, used: 0, remaining: 30, reset };
    return { status: 200, json: { resources: { core: rate, search: none, graphql: rate }, rate } };
  }

  #withHeaders(found: Answer, key: string, limit: number): Answer {
    const { used, reset } = this.#limits.usage(key, limit);
    const rates = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(limit - used),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': 'core',
    };
    const limits = this.#parts.hasRateLimits ? rates : {};
    return {
      ...found,
      headers: {
        date: this.#parts.clock.now().toUTCString(),
        'x-github-media-type': 'github.v3; format=json',
        ...limits,
        ...found.headers,
      },
    };
  }

  #call(request: ApiRequest, parameters: Call['parameters'], who: Who): Call {
    const { world } = this.#parts;
    const web = this.#parts.url();
    const addresses = { web, api: `${web}/api/v3` };
    return { parts: this.#parts, world, addresses, request, parameters, body: bodyOf(request), who };
  }

  get parts(): ForgeParts {
    return this.#parts;
  }
}

function limitOf(who: Who): { readonly key: string; readonly limit: number } {
  if (who === 'nobody') return { key: 'nobody', limit: 60 };
  if ('app' in who) return { key: `app ${who.app.id}`, limit: 5000 };
  const { token, account } = who.caller;
  const { installation } = token ?? {};
  return { key: installation === undefined ? `user ${account.id}` : `installation ${installation}`, limit: 5000 };
}

function nameOfLimit(who: Who): string {
  const { key } = limitOf(who);
  return key.startsWith('installation') || key.startsWith('user') ? key.replace(' ', ' ID ') : '127.0.0.1';
}

function secondaryLimit(retryAfter: number): ApiError {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
    'If you reach out to GitHub Support for help, please include the request ID.';
  return new ApiError(403, message, { headers: { 'retry-after': String(retryAfter) } });
}

function withEtag(request: ApiRequest, found: Answer, unchanged: () => void): Answer {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || found.status !== 200) return found;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(found.json)).digest('hex')}"`;
  const headers = { etag, 'cache-control': 'private, max-age=60, s-maxage=60', ...found.headers };
  if (headerOf(request, 'if-none-match') !== etag) return { ...found, headers };
  unchanged();
  return { status: 304, headers };
}
