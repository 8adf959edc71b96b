import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/core';
import { restEndpointMethods } from '@octokit/plugin-rest-endpoint-methods';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck';
import type { AppKey } from './settings.ts';

const Api = Octokit.plugin(restEndpointMethods, throttling, retry);

/** GitHub's API, for the requests of one call. */
export type GitHubApi = InstanceType<typeof Api>;

/** The version of the API that the answers are read by; octokit leaves it to GitHub. */
const apiVersion = '2022-11-28';
/** How long one request may take. */
const longestRequestMs = 15_000;
/** How often a request is sent again after a failure of the server: after one second, and after four more. */
const repeats = 2;
/** Answers that asking again within seconds won't change. */
const final = [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 451];

/** What octokit would log may hold what was sent. */
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** How fast requests may follow each other; empty for what GitHub asks for. */
export interface Pace {
  readonly retry?: { readonly retryAfterBaseValue: number };
  readonly throttle?: { readonly write: Bottleneck.Group; readonly notifications: Bottleneck.Group };
}

/** GitHub wants pauses between requests that write. A server on this machine does not. */
export function paceFor(apiUrl: string): Pace {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(apiUrl).hostname)) return {};
  const oneByOne = () => new Bottleneck.Group({ maxConcurrent: 1 });
  return { retry: { retryAfterBaseValue: 10 }, throttle: { write: oneByOne(), notifications: oneByOne() } };
}

/** Which API a call speaks to, in whose name, and until when. */
export interface Call {
  readonly apiUrl: string;
  /** Whose limits on requests apply. */
  readonly account: string;
  readonly pace: Pace;
  /** Gives up on everything that still waits. */
  readonly signal: AbortSignal;
  readonly endsAt: number;
  /** Signs the requests as this App. Without it, somebody else has to authorize them. */
  readonly app?: AppKey;
}

/** Opens the API for one call. Limits are waited for as long as the call may last. */
export function connect({ apiUrl, account, pace, signal, endsAt, app }: Call): GitHubApi {
  const mayWait = (seconds: number) => Date.now() + seconds * 1000 < endsAt;
  const api = new Api({
    baseUrl: apiUrl,
    userAgent: 'gavel',
    log: silent,
    request: {
      log: silent,
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(longestRequestMs)]) }),
    },
    retry: { retries: repeats, doNotRetry: final, ...pace.retry },
    // The plugin sends requests of one id one after another, with pauses between those that write.
    throttle: { id: `${apiUrl} ${account}`, onRateLimit: mayWait, onSecondaryRateLimit: mayWait, ...pace.throttle },
    ...(app === undefined ? {} : { authStrategy: createAppAuth, auth: { appId: app.id, privateKey: app.privateKey } }),
  });
  api.hook.before('request', ({ headers }) => {
    headers['x-github-api-version'] = apiVersion;
  });
  return api;
}
