import { setTimeout as sleep } from 'node:timers/promises';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackConnection } from '../../config.ts';
import type { Route } from '../../http/server.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import type { CommonHearing } from './hearing.ts';
import { keepConnected } from './socket.ts';

/** Slack's connection to us, in either mode. */
export interface Connection {
  readonly receiver: Receiver;
  /** Handles Slack's requests in HTTP mode: before `start` and after `stop`, by telling Slack to try again. */
  readonly routes: readonly Route[];
  /** Starts receiving, as soon as Slack lets us. Throws TokenRefused when it never will. */
  start(stopWanted: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** Why no events can reach us now; undefined when they can. */
  whyClosed(): string | undefined;
}

/** What a connection needs. */
export interface ConnectionParts {
  readonly slack: SlackConnection;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  /** Called after each gap in a socket, when events may have been missed. */
  readonly onGap: () => void;
  readonly hearing: CommonHearing;
}

const eventsPath = '/slack/events';

/** The largest body read before its signature is checked, in bytes; Slack's own are far smaller. */
const largestBody = 2 * 1024 * 1024;

/** How long requests that have arrived may still take when we stop, in milliseconds: Slack waits no longer. */
const lastAnswers = 3_000;

/** Chooses Socket Mode or HTTP. */
export function openConnection(parts: ConnectionParts): Connection {
  return parts.slack.mode === 'socket' ? openSocket(parts, parts.slack) : openHttp(parts, parts.slack);
}

function openHttp({ logger, hearing }: ConnectionParts, slack: Extract<SlackConnection, { mode: 'http' }>): Connection {
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    endpoints: eventsPath,
    bodyLimit: largestBody,
    logger,
  });
  const underWay = new Set<Promise<unknown>>();
  let isOpen = false;
  const events: Route = {
    method: 'POST',
    path: eventsPath,
    handle: async (request, response) => {
      if (!isOpen) {
        response.writeHead(503, { connection: 'close' }).end();
        return;
      }
      const answered = new Promise((resolve) => response.once('close', resolve));
      underWay.add(answered);
      receiver.requestListener(request, response);
      await answered;
      underWay.delete(answered);
    },
  };
  return {
    receiver,
    routes: [events],
    whyClosed: () => (isOpen ? undefined : 'not open yet'),
    start: async () => {
      isOpen = true;
      hearing.begin();
    },
    stop: async () => {
      isOpen = false;
      hearing.end();
      await Promise.race([Promise.all(underWay), sleep(lastAnswers)]);
    },
  };
}

function openSocket(
  { clientOptions, logger, log, onGap, hearing }: ConnectionParts,
  slack: Extract<SlackConnection, { mode: 'socket' }>,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    // We reconnect ourselves, at once and permanently: see socket.ts.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  receiver.client.on('connected', () => hearing.begin());
  receiver.client.on('disconnected', () => hearing.end());
  const keeper = keepConnected(receiver.client, log, { onGap, onMiss: () => hearing.miss() });
  return {
    receiver,
    routes: [],
    whyClosed: () => (keeper.isConnected() ? undefined : (keeper.trouble() ?? 'not connected')),
    start: (stopWanted) => keeper.connect(stopWanted),
    stop: () => keeper.stop(),
  };
}
