import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../slack-error.ts';
import { optionalText } from './arguments.ts';

/** How many items a page has if the app doesn't say, and at most. */
interface PageLimits {
  readonly usual: number;
  readonly most: number;
}

/** One page of a list, with Slack's `response_metadata` for the next page. */
interface Page<T> {
  readonly items: T[];
  readonly response_metadata: { readonly next_cursor: string };
}

/** One page of a list. Throws `invalid_limit`, `invalid_cursor`. */
export function page<T>(
  items: readonly T[],
  args: JsonObject,
  limits: PageLimits = { usual: 100, most: 999 },
): Page<T> {
  const start = Number(readCursor(args, /^next:(\d+)$/) ?? 0);
  const end = start + readLimit(args, limits);
  return { items: items.slice(start, end), ...next(end < items.length ? `next:${end}` : undefined) };
}

/**
 * One page of messages, which are in this order. It goes on at a timestamp, so that a message that is posted or deleted between two pages neither
 * repeats nor hides another one. Throws `invalid_limit`, `invalid_cursor`.
 */
export function messagePage<T extends { readonly ts: string }>(
  items: readonly T[],
  order: 'newest first' | 'oldest first',
  args: JsonObject,
  limits: PageLimits,
): Page<T> {
  const from = readCursor(args, /^next_ts:(\d+\.\d+)$/);
  const size = readLimit(args, limits);
  const isNewestFirst = order === 'newest first';
  const left = items.filter(
    ({ ts }) => from === undefined || (isNewestFirst ? Number(ts) <= Number(from) : Number(ts) >= Number(from)),
  );
  const following = left[size];
  return { items: left.slice(0, size), ...next(following === undefined ? undefined : `next_ts:${following.ts}`) };
}

function readLimit(args: JsonObject, limits: PageLimits): number {
  const size = Number(optionalText(args, 'limit') ?? limits.usual);
  if (!Number.isInteger(size) || size < 1 || size > limits.most) throw new SlackError('invalid_limit');
  return size;
}

function readCursor(args: JsonObject, form: RegExp): string | undefined {
  const cursor = optionalText(args, 'cursor');
  if (cursor === undefined) return undefined;
  const match = form.exec(Buffer.from(cursor, 'base64').toString());
  if (match === null) throw new SlackError('invalid_cursor');
  return match[1];
}

function next(cursor: string | undefined): Pick<Page<unknown>, 'response_metadata'> {
  return { response_metadata: { next_cursor: cursor === undefined ? '' : Buffer.from(cursor).toString('base64') } };
}
