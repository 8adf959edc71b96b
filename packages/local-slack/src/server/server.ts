import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request with its whole body. Header names are in lower case. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A route. The first route with a matching method and path handles a request. `match` has the groups of the path. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly handle: (request: Request, response: ServerResponse, match: RegExpExecArray) => Promise<void> | void;
}

/** The largest body, in bytes: enough for the largest file that a person may upload, in base64. */
const largestBody = 14_000_000;

/** How long a request may take to arrive, in milliseconds. Slower connections are closed. */
const bounds = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** Creates a server with these routes. It accepts only a Host that names this machine, to prevent DNS rebinding. */
export function createRoutedServer(routes: readonly Route[]): Server {
  return createServer(bounds, (incoming, response) => {
    route(routes, incoming, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error', detail: String(error) });
      else response.destroy();
    });
  });
}

/** The URL of a request; undefined if its target is invalid. */
export function targetOf(incoming: IncomingMessage): URL | undefined {
  return URL.parse(incoming.url ?? '', 'http://127.0.0.1') ?? undefined;
}

/** Listens on 127.0.0.1 only. Returns the URL without a trailing slash. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${portOf(server)}`;
}

/** The port that a server listens on. */
export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server is not listening.');
  return address.port;
}

/** Sends a JSON response. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Whether a Host header, or the host of an Origin, names this machine on this port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

async function route(routes: readonly Route[], incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(incoming.headers.host, incoming.socket.localPort ?? 0)) {
    sendJson(response, 403, { ok: false, error: 'This server accepts only the hosts 127.0.0.1 and localhost.' });
    return;
  }
  const url = targetOf(incoming);
  if (url === undefined) {
    sendJson(response, 400, { ok: false, error: 'The target of the request is not a valid URL.' });
    return;
  }
  for (const each of routes) {
    const match = each.method === incoming.method ? each.path.exec(url.pathname) : null;
    if (match === null) continue;
    const body = await readBody(incoming);
    if (body === undefined)
      sendJson(response, 413, { ok: false, error: `The body must not be larger than ${largestBody} bytes.` });
    else await each.handle({ method: each.method, url, headers: incoming.headers, body }, response, match);
    return;
  }
  sendJson(response, 404, { ok: false, error: `There is no route for ${incoming.method ?? ''} ${url.pathname}.` });
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
