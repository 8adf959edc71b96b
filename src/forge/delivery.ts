import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ForgeNews } from '../workflow/ports/forge/forge.ts';

/** A webhook's request, as it arrived. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a delivery tells; `unsigned`: nobody knows who sent it. Any request may be read: none throws. */
export type DeliveryNews = ForgeNews | 'ignored' | 'unsigned';

/** The value of a header; undefined if it is missing, or sent twice. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a text is one of these secrets. How long it takes tells nothing about them. */
export function isOneOf(given: string, secrets: readonly string[]): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const found = digest(given);
  return secrets.map((secret) => timingSafeEqual(digest(secret), found)).includes(true);
}

/** Whether a signature is the HMAC-SHA256 of the body, in hexadecimal, with one of these secrets that isn't empty. */
export function isSignedWith(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  const expected = secrets.filter(Boolean).map((secret) => createHmac('sha256', secret).update(body).digest('hex'));
  return isOneOf(signature.toLowerCase(), expected);
}

/** The repository at a web address, as `host/path` in lower case; undefined if it isn't one. */
export function placeAt(webAddress: string | undefined): string | undefined {
  const url = webAddress === undefined ? null : URL.parse(webAddress);
  const path = url?.pathname.replace(/^\/+|(?<!\/)\/+$/gu, '').replace(/\.git$/u, '') ?? '';
  return url === null || url.host === '' || path === '' ? undefined : `${url.host}/${path}`.toLowerCase();
}

/** The branch in the full name of a ref; undefined for other refs. */
export function branchOf(ref: string | undefined): string | undefined {
  const prefix = 'refs/heads/';
  return ref?.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

/** What a delivery tells of a review: of its branch, and that its files or words have changed. */
export function reviewNews(
  place: string | undefined,
  branch: string | undefined,
  changed: number | undefined,
): DeliveryNews {
  if (place === undefined || (branch === undefined && changed === undefined)) return 'ignored';
  return { kind: 'review', place, branch, ...(changed === undefined ? {} : { changed }) };
}
