import { createHmac } from 'node:crypto';

/**
 * The headers by which Slack signs the raw body of a request. They have the machine's time, because the app compares them
 * with its own clock.
 */
export function signRequest(secret: string, body: string, seconds = Math.floor(Date.now() / 1_000)) {
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` };
}
