import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../workflow/ports/ports.ts';

/** The handler for requests with this method and exactly this path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
}

/** Where to listen. */
export interface ListenAddress {
  /** An address of this machine; undefined for all addresses. */
  readonly host: string | undefined;
  /** 0 means any free port. */
  readonly port: number;
  /** The setting for the port, which is mentioned if the port is in use. */
  readonly setting: string;
}

/** A listening server. */
export interface Listening {
  readonly port: number;
  /** Answers the requests that have arrived, and accepts no more. */
  stop(): Promise<void>;
}

/**
 * The limits for one client. Clients that send slowly, or nothing, are disconnected. Times are in milliseconds. Slack
 * waits three seconds for a response.
 */
const bounds = {
  maxHeaderSize: 16_384,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

const mostConnections = 2_000;

/** How long a connection may be idle, in milliseconds. */
const longestSilence = 30_000;

/** How long a request that arrived before `stop` may take, in milliseconds. */
const lastAnswers = 3_000;

/** Starts a server with these routes, which survives any request. Throws if the port is in use. */
export async function serve(routes: readonly Route[], place: ListenAddress, log: Log): Promise<Listening> {
  const server = createServer(bounds, (request, response) => {
    answer(routes, request, response).catch((error) => {
      log.error({ error }, 'A request failed.');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.maxConnections = mostConnections;
  server.setTimeout(longestSilence);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(explainPort(cause, place)));
    server.listen({ port: place.port, ...(place.host === undefined ? {} : { host: place.host }) }, resolve);
  });
  server.on('error', (error) => log.warn({ error }, 'A connection could not be accepted.'));
  return { port: portOf(server), stop: () => close(server) };
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname;
  const route = routes.find((each) => each.path === path && each.method === request.method);
  if (route) await route.handle(request, response);
  // Don't wait for the body of the request.
  else response.writeHead(404, { connection: 'close' }).end();
}

async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), lastAnswers);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(timer);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Why a server could not be opened, with the setting that changes its port. */
export function explainPort(cause: NodeJS.ErrnoException, { host, port, setting }: ListenAddress): Error {
  if (cause.code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use by another program. Set ${setting} to a free one.`, { cause });
  return new Error(`Gavel can’t listen on port ${port} of ${host ?? 'this machine'}: ${cause.code ?? cause.message}.`, {
    cause,
  });
}
