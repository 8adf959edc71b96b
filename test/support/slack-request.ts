import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Stage } from './gavel.ts';

/** A request to the address that Slack delivers to, in HTTP mode. */
export interface SlackRequest {
  readonly body: string;
  readonly contentType?: string;
  /** What it is signed with; by default the app's own secret, and nothing for `undefined`. */
  readonly secret?: string | undefined;
  /** How long ago it was signed, in seconds. */
  readonly age?: number;
}

/** Sends a request as Slack, or as somebody who pretends to be Slack, and returns the status of the answer. */
export function sendRequest(stage: Stage, what: SlackRequest): Promise<number> {
  const { body, contentType = 'application/json', age = 0 } = what;
  const secret = 'secret' in what ? what.secret : stage.slack.signingSecret;
  const headers = secret === undefined ? {} : signRequest(secret, body, age);
  return sendRaw(stage, 'POST', '/slack/events', { 'content-type': contentType, ...headers }, body);
}

/** Sends any request to Gavel, on a connection of its own, and returns the status of the answer. */
export function sendRaw(
  stage: Stage,
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>> = {},
  body = '',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const address = { host: '127.0.0.1', port: stage.gavel.port, method, path, agent: false };
    const sent = { ...headers, 'content-length': Buffer.byteLength(body) };
    const outgoing = request({ ...address, headers: sent }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The headers that identify Slack's requests (Slack: verifying requests). */
export function signRequest(secret: string, body: string, age = 0): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - age);
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

/** The body of an event that reports a reaction. */
export function reactionEvent(
  stage: Stage,
  event: { user: string; reaction: string; channel: string; ts: string; isRemoved?: boolean },
): string {
  const { user, reaction, channel, ts, isRemoved = false } = event;
  const eventTs = (stage.slack.clock.now().getTime() / 1_000).toFixed(6);
  return JSON.stringify({
    type: 'event_callback',
    team_id: stage.slack.teamId,
    api_app_id: stage.slack.appId,
    event_id: `Ev${eventTs}`,
    authorizations: [
      { team_id: stage.slack.teamId, user_id: stage.slack.botUserId, is_bot: true, enterprise_id: null },
    ],
    event: {
      type: isRemoved ? 'reaction_removed' : 'reaction_added',
      user,
      reaction,
      item: { type: 'message', channel, ts },
      event_ts: eventTs,
    },
  });
}

/** The body of something that a person did, as a form. */
export function interactionBody(payload: object): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
