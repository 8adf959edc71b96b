import type { FetchFunction } from '@slack/web-api';
import type { CallUrgency } from '../../../workflow/ports/chat/chat.ts';
import type { Call, CallBudget } from './call-budget.ts';

/** The method named in the address of a Web API call. */
function methodOf(url: string | URL): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

/** Slack counts messages by channel, everything else for the whole workspace. */
function channelOf(method: string, body: unknown): string | undefined {
  if (method !== 'chat.postMessage' || typeof body !== 'string') return undefined;
  return new URLSearchParams(body).get('channel') ?? undefined;
}

/** The answer to a call that was not made, as Slack would have given it. */
function refuse(seconds: number): Response {
  return new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
}

/**
 * `fetch` for a Web API client, which makes each call when its turn comes. When Slack refuses a call, only that method
 * pauses, for as long as Slack says. The call is tried again if that is soon enough; otherwise the refusal is the
 * answer. Slack has `timeout` milliseconds to answer, counted from when the call is made: a timeout set on the client
 * would start before the call's turn.
 */
export function pacedFetch(
  budget: CallBudget,
  urgency: CallUrgency,
  { timeout, onRefused }: { readonly timeout: number; readonly onRefused: () => void },
): FetchFunction {
  return async (url, init) => {
    const method = methodOf(url);
    const call: Call = { method, channel: channelOf(method, init?.body), urgency, since: budget.now() };
    for (;;) {
      const seconds = await budget.turn(call);
      if (seconds > 0) return refuse(seconds);
      const response = await fetch(url, { ...(init as RequestInit), signal: AbortSignal.timeout(timeout) });
      if (response.status !== 429) return response;
      await response.body?.cancel();
      onRefused();
      budget.pause(call, Number(response.headers.get('retry-after')) || 1);
    }
  };
}
