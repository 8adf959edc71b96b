import { asText, isObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import type { Tickets } from '../delivery/tickets.ts';
import { SlackError } from '../slack-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from '../world/triggers.ts';
import { optionalText } from './arguments.ts';
import { checkScope } from './find.ts';
import type { Method } from './method.ts';
import { methods } from './methods/methods.ts';
import { RateLimits } from './rate-limits.ts';

/** A response of the Web API: an HTTP status, JSON, and possibly Retry-After in seconds. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: JsonObject;
  readonly retryAfter?: number;
}

/** A request to the Web API. */
export interface ApiRequest {
  readonly method: string;
  readonly contentType: string;
  readonly authorization: string;
  readonly body: string;
}

/** Slack's Web API: checks the token, the rate and the scope, and runs the method. */
export class WebApi {
  readonly #workspace: Workspace;
  readonly #triggers: Triggers;
  readonly #tickets: Tickets;
  readonly #rates: RateLimits | undefined;
  readonly #isUnlisted: boolean;

  constructor(parts: {
    workspace: Workspace;
    triggers: Triggers;
    tickets: Tickets;
    hasRateLimits: boolean;
    isUnlisted: boolean;
  }) {
    this.#isUnlisted = parts.isUnlisted;
    this.#workspace = parts.workspace;
    this.#triggers = parts.triggers;
    this.#tickets = parts.tickets;
    this.#rates = parts.hasRateLimits ? new RateLimits(parts.workspace.clock) : undefined;
  }

  /** Answers one request. As in Slack, most errors are responses with `ok: false`. */
  async answer(request: ApiRequest): Promise<ApiAnswer> {
    const { faults, clock, wire } = this.#workspace;
    const args = readArguments(request);
    const end = wire.begin('call', request.method, args);
    await clock.sleep(faults.settings().callDelay);
    const answer = this.#answer(request, args);
    const status = answer.status === 200 ? (asText(answer.body.error) ?? 'ok') : String(answer.status);
    end(status, answer.body, status === 'unknown_method');
    return answer;
  }

  #answer(request: ApiRequest, args: JsonObject): ApiAnswer {
    const failure = this.#workspace.faults.takeFailure(request.method);
    if (failure?.status === 429) return tooMany(failure.retryAfter ?? 1);
    if (failure?.status !== undefined) return { status: failure.status, body: { ok: false, error: 'internal_error' } };
    try {
      if (failure?.error !== undefined) throw new SlackError(failure.error);
      const method = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
      if (method === undefined) throw new SlackError('unknown_method', { req_method: request.method });
      this.#checkToken(method, request, args);
      const key = method.tier === 'posting' ? `${request.method} ${String(args.channel)}` : request.method;
      const isSlow = this.#isUnlisted && history.has(request.method);
      const wait = this.#rates?.count(key, isSlow ? 'tier 1' : method.tier) ?? 0;
      if (wait > 0) return tooMany(wait);
      checkScope(this.#workspace, ...method.scopes);
      const asked = isSlow ? slowly(args) : args;
      const call = { workspace: this.#workspace, triggers: this.#triggers, tickets: this.#tickets, args: asked };
      const body = { ok: true, ...method.run(call) };
      this.#workspace.use.methods.add(request.method);
      return { status: 200, body };
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      return { status: 200, body: { ok: false, error: error.code, ...error.fields } };
    }
  }

  #checkToken(method: Method, request: ApiRequest, args: JsonObject): void {
    if (method.token === 'none') return;
    const { botToken, appToken } = this.#workspace.state.app;
    const token = /^Bearer (.+)$/i.exec(request.authorization)?.[1] ?? optionalText(args, 'token');
    if (token === undefined) throw new SlackError('not_authed');
    if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth');
    if (this.#workspace.faults.settings().tokenRevoked) throw new SlackError('token_revoked');
    const isRightKind = token === (method.token === 'app' ? appToken : botToken);
    if (!isRightKind) throw new SlackError('not_allowed_token_type');
  }
}

/** What apps that are sold outside the Marketplace may read slowly, and how much of it at a time. */
const history: ReadonlySet<string> = new Set(['conversations.history', 'conversations.replies']);
const mostAtOnce = 15;

/** The arguments with the limit that such an app has. Throws `invalid_limit`. */
function slowly(args: JsonObject): JsonObject {
  const limit = optionalText(args, 'limit') ?? String(mostAtOnce);
  if (Number(limit) > mostAtOnce) throw new SlackError('invalid_limit');
  return { ...args, limit };
}

function tooMany(retryAfter: number): ApiAnswer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, retryAfter };
}

function readArguments(request: ApiRequest): JsonObject {
  if (/^application\/json\b/i.test(request.contentType)) {
    const body = parseJson(request.body);
    return isObject(body) ? body : {};
  }
  return Object.fromEntries(new URLSearchParams(request.body));
}
