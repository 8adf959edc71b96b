import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalSlack, type LocalSlackSettings, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { LogLevel, WebClient } from '@slack/web-api';

/** A small app: one command, reactions, messages, a home tab and two shortcuts. */
export const manifest = {
  display_information: { name: 'Trial' },
  features: {
    app_home: { home_tab_enabled: true },
    bot_user: { display_name: 'Trial' },
    slash_commands: [{ command: '/try', description: 'Tries something' }],
    shortcuts: [
      { name: 'Try anywhere', type: 'global', callback_id: 'anywhere', description: 'Tries' },
      { name: 'Try on this', type: 'message', callback_id: 'on_this', description: 'Tries' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'reactions:read',
        'reactions:write',
        'users:read',
        'channels:read',
        'groups:read',
        'channels:history',
        'im:write',
        'files:read',
        'files:write',
        'usergroups:read',
      ],
      bot_optional: ['usergroups:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'reaction_added',
        'reaction_removed',
        'message.channels',
        'message.groups',
        'member_joined_channel',
        'app_home_opened',
        'app_uninstalled',
        'tokens_revoked',
        'user_change',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** A running local Slack that stops at the end of its scope, and a client with the bot's token. */
export type Stage = LocalSlack & AsyncDisposable & { readonly client: WebClient };

/** Starts a local Slack for one test. */
export async function openSlack(settings: Partial<LocalSlackSettings> = {}): Promise<Stage> {
  const slack = await startLocalSlack({ manifest, ...settings });
  const client = clientOf(slack, slack.botToken);
  return { ...slack, client, [Symbol.asyncDispose]: () => slack.stop() };
}

/** Slack's own client, without retries and without a log. */
export function clientOf(slack: LocalSlack, token: string | undefined): WebClient {
  const logger = {
    ...{ debug: ignore, info: ignore, warn: ignore, error: ignore, setLevel: ignore, setName: ignore },
    getLevel: () => LogLevel.ERROR,
  };
  const { apiUrl: slackApiUrl } = slack;
  return new WebClient(token, { slackApiUrl, logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
}

function ignore(): void {
  // Many tests are about refusals. Their log lines would hide real problems.
}

/** A request to the app. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** The JSON of an event or an interaction, or the fields of a command. */
  readonly payload: Record<string, unknown>;
}

/** The app's response; none for `never`. */
type Reply = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'never';

/** An app in HTTP mode, whose responses each test chooses. */
export interface Listener extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  reply: (request: Received) => Reply | Promise<Reply>;
  /** Resolves when this many requests have arrived in total. */
  arrived(count: number): Promise<void>;
}

/** Listens like an app, on 127.0.0.1. */
export async function listenAsApp(reply: Listener['reply'] = () => ({})): Promise<Listener> {
  const received: Received[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks).toString();
    const request: Received = { headers: incoming.headers, raw, payload: decode(raw) };
    received.push(request);
    for (const each of waiting) if (received.length >= each.count) each.resolve();
    waiting = waiting.filter((each) => received.length < each.count);
    const answer = await listener.reply(request);
    if (answer === 'never') return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  const listener: Listener = {
    url: `http://127.0.0.1:${address.port}/slack/events`,
    received,
    reply,
    arrived: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return listener;
}

function decode(raw: string): Record<string, unknown> {
  if (raw.startsWith('{')) return JSON.parse(raw);
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}

/** The error code of a refused call; undefined if it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return errorName(error);
  }
}

function errorName(error: unknown): string {
  const data: unknown = Object(error).data;
  const name: unknown = Object(data).error;
  return typeof name === 'string' ? name : String(error);
}

/** A modal with one text field "Title". */
export function titleModal(title = 'Try', more: object = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'title',
    title: { type: 'plain_text' as const, text: title },
    submit: { type: 'plain_text' as const, text: 'Go' },
    close: { type: 'plain_text' as const, text: 'Cancel' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'title',
        label: { type: 'plain_text' as const, text: 'Title' },
        element: { type: 'plain_text_input' as const, action_id: 'text' },
      },
    ],
    ...more,
  };
}
