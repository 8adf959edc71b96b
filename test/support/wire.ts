import type { Stage } from './gavel.ts';

/**
 * References in Slack's mrkdwn that reach or show somebody: people, groups, everybody, channels; dates reach nobody.
 */
const reference = /<(?:@|#|!(?!date\^))[^>]*>/g;

/** Elements of rich text that do so. */
const speaking: ReadonlySet<unknown> = new Set(['user', 'usergroup', 'channel', 'broadcast']);

function findIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(findIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { type?: unknown; text?: unknown };
  const own = type === 'mrkdwn' && typeof text === 'string' ? [...(text.match(reference) ?? [])] : [];
  return [...own, ...(speaking.has(type) ? [JSON.stringify(value)] : []), ...Object.values(value).flatMap(findIn)];
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  return JSON.parse(value) as unknown;
}

/** Everybody whom something that Gavel said could have pinged, as sent to Slack. */
export function findPings({ slack }: Stage): string[] {
  return slack.wire
    .entries()
    .filter(({ kind, name }) => (kind === 'call' && name.startsWith('chat.')) || kind === 'response_url')
    .flatMap(({ sent }) => {
      const { text, blocks } = sent as { text?: unknown; blocks?: unknown };
      return [...findIn({ type: 'mrkdwn', text }), ...findIn(parse(blocks))];
    });
}
