import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CustomRoute, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackConnection } from '../config.ts';
import type { Log } from '../workflow/ports.ts';
import { type Keeper, keepConnected } from './socket.ts';

/** Slack's way to us, in either mode, with the health checks beside it. */
export interface Connection {
  readonly receiver: Receiver;
  /** Begins to receive; answers with the port of HTTP requests and health checks. */
  start(): Promise<number>;
  stop(): Promise<void>;
  /** Whether events can reach us now. */
  isOpen(): boolean;
}

/** What a connection is made of. */
export interface ConnectionParts {
  readonly slack: SlackConnection;
  readonly port: number;
  readonly routes: CustomRoute[];
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
  /** Called after each gap in a socket, when events may have been missed. */
  readonly onGap: () => void;
}

/** Chooses Socket Mode or HTTP. */
export function openConnection(parts: ConnectionParts): Connection {
  return parts.slack.mode === 'socket' ? openSocket(parts, parts.slack) : openHttp(parts, parts.slack);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function openHttp(
  { port, routes, logger }: ConnectionParts,
  slack: Extract<SlackConnection, { mode: 'http' }>,
): Connection {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, customRoutes: routes, logger });
  let isListening = false;
  return {
    receiver,
    isOpen: () => isListening,
    start: async () => {
      const server = (await receiver.start(port).catch((cause) => Promise.reject(explainPort(cause, port)))) as Server;
      isListening = true;
      return portOf(server);
    },
    stop: async () => {
      isListening = false;
      await receiver.stop();
    },
  };
}

function openSocket(parts: ConnectionParts, slack: Extract<SlackConnection, { mode: 'socket' }>): Connection {
  const { clientOptions, logger, log, onGap, port, routes } = parts;
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    // We reconnect ourselves, at once and for good: see socket.ts.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const server = serveRoutes(routes);
  let keeper: Keeper | undefined;
  return {
    receiver,
    isOpen: () => keeper?.isConnected() ?? false,
    start: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', (cause) => reject(explainPort(cause, port)));
        server.listen(port, resolve);
      });
      keeper = await keepConnected(receiver.client, log, onGap);
      return portOf(server);
    },
    stop: async () => {
      await keeper?.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serveRoutes(routes: readonly CustomRoute[]): Server {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const route = routes.find((candidate) => candidate.path === path && candidate.method === request.method);
    if (route) return route.handler(Object.assign(request, { params: {} }), response);
    response.writeHead(404).end();
  });
}

function explainPort(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  return new Error(`Port ${port} is in use by another program. Set PORT to a free one.`, { cause });
}
