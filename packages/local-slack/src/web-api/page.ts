import type { JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../slack-error.ts';
import { optionalText } from './arguments.ts';

/** One page of a list, with Slack's `response_metadata` for the next page. Throws `invalid_limit`, `invalid_cursor`. */
export function page<T>(
  items: readonly T[],
  args: JsonObject,
  limits: { readonly usual: number; readonly most: number } = { usual: 100, most: 999 },
): { readonly items: T[]; readonly response_metadata: { readonly next_cursor: string } } {
  const size = Number(optionalText(args, 'limit') ?? limits.usual);
  if (!Number.isInteger(size) || size < 1 || size > limits.most) throw new SlackError('invalid_limit');
  const start = readCursor(optionalText(args, 'cursor'));
  const end = start + size;
  const next = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), response_metadata: { next_cursor: next } };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  if (match === null) throw new SlackError('invalid_cursor');
  return Number(match[1]);
}
