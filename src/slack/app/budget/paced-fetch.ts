import type { FetchFunction } from '@slack/web-api';
import type { CallUrgency } from '../../../workflow/ports/chat.ts';
import type { Call, CallBudget } from './call-budget.ts';

/** The method that a call to the Web API names in its address. */
function methodOf(url: string | URL): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

/** Slack counts messages by channel, everything else for the whole workspace. */
function channelOf(method: string, body: unknown): string | undefined {
  if (method !== 'chat.postMessage' || typeof body !== 'string') return undefined;
  return new URLSearchParams(body).get('channel') ?? undefined;
}

/** The answer to a call that was not made: what Slack's would be. */
function refuse(seconds: number): Response {
  return new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
}

/**
 * `fetch` for a client of the Web API, which makes each call when its turn has come. What Slack refuses has its method
 * paused for as long as Slack says, and no other, and is tried again if that is soon enough; else the refusal is the
 * answer. Slack has `timeout` milliseconds to answer, from when the call is made: a timeout of the client's would begin
 * before it has its turn.
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
