import { type PostAnswer, post } from '@gavel/local-server/http-post.ts';
import { asText, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Answer, type Delivery, type DeliveryKind, type Transport, timeToAcknowledge } from './delivery.ts';
import { signRequest } from './sign-request.ts';

interface Encoded {
  readonly contentType: string;
  readonly body: string;
}

/** The encoding of each kind of delivery. */
const encodings: Readonly<Record<DeliveryKind, (payload: JsonObject) => Encoded>> = {
  events_api: (payload) => ({ contentType: 'application/json', body: JSON.stringify(payload) }),
  slash_commands: (payload) => form(payload),
  interactive: (payload) => form({ payload: JSON.stringify(payload) }),
};

/** Delivers as signed HTTP requests to the app's request URL. */
export class HttpTransport implements Transport {
  readonly #workspace: Workspace;
  readonly #stop = new AbortController();
  /** The URL for events, commands and interactivity; undefined while there is none. */
  requestUrl: string | undefined;

  constructor(workspace: Workspace, requestUrl: string | undefined) {
    this.#workspace = workspace;
    this.requestUrl = requestUrl;
  }

  /** Delivers once, and waits up to three seconds for the response. */
  async deliver(delivery: Delivery): Promise<Answer> {
    if (this.requestUrl === undefined) return { outcome: 'dispatch_failed', reason: 'no_request_url', mayRetry: false };
    const { contentType, body } = encodings[delivery.kind](delivery.payload);
    const headers = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signRequest(this.#workspace.state.app.signingSecret, body),
      ...(delivery.retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(delivery.retry.number), 'x-slack-retry-reason': delivery.retry.reason }),
    };
    const timeout = new AbortController();
    const signal = AbortSignal.any([timeout.signal, this.#stop.signal]);
    const cancel = this.#workspace.clock.after(timeToAcknowledge, () => timeout.abort());
    try {
      const answer = await post(this.requestUrl, headers, body, signal);
      if (!delivery.isAckDropped) return read(answer);
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      return timedOut;
    } catch {
      return timeout.signal.aborted
        ? timedOut
        : { outcome: 'dispatch_failed', reason: 'connection_failed', mayRetry: !this.#stop.signal.aborted };
    } finally {
      cancel();
    }
  }

  /** Verifies a request URL (Slack: url_verification). Throws if it doesn't return the challenge. */
  async verify(requestUrl: string): Promise<void> {
    const challenge = 'prove-that-you-listen';
    const { verificationToken, signingSecret } = this.#workspace.state.app;
    const body = JSON.stringify({ type: 'url_verification', token: verificationToken, challenge });
    const headers = { 'content-type': 'application/json', ...signRequest(signingSecret, body) };
    const answer = await post(requestUrl, headers, body, this.#stop.signal);
    const echoed = asText(Reflect.get(Object(parseJson(answer.body)), 'challenge')) ?? answer.body;
    if (answer.status !== 200 || echoed !== challenge) {
      throw new Error(
        `${requestUrl} did not return the challenge (HTTP ${answer.status}). Is the bot listening there?`,
      );
    }
  }

  /** Aborts all deliveries. */
  stop(): void {
    this.#stop.abort();
  }
}

const timedOut: Answer = { outcome: 'operation_timeout', reason: 'http_timeout', mayRetry: true };

function read(answer: PostAnswer): Answer {
  if (answer.status >= 200 && answer.status < 300) {
    return { outcome: 'acknowledged', body: answer.body === '' ? undefined : (parseJson(answer.body) ?? answer.body) };
  }
  return { outcome: 'dispatch_failed', reason: 'http_error', mayRetry: answer.headers['x-slack-no-retry'] !== '1' };
}

function form(fields: JsonObject): Encoded {
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(pairs).toString() };
}
