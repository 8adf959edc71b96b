import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How old a request may be, or how far in the future, in seconds (Slack: verifying requests from Slack). */
const longestAge = 5 * 60;

/** Whether a request says that Slack has signed it. */
export function isSigned(headers: IncomingHttpHeaders): boolean {
  return headers['x-slack-signature'] !== undefined;
}

/** Whether Slack signed this body with our secret, within the last minutes: an older one may be sent again by anybody. */
export function isFromSlack(secret: string, headers: IncomingHttpHeaders, body: Buffer, now: Date): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > longestAge) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  const given = /^v0=([0-9a-f]{64})$/.exec(signature)?.[1];
  return given !== undefined && timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
