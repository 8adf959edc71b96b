import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers. */
interface Answering {
  /** How long a request may take to arrive, in milliseconds. Slower connections are closed. */
  readonly requestTimeout: number;
  readonly answer: (incoming: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  /** The JSON that tells why a request is refused. */
  readonly refusal: (why: string) => object;
  /** The JSON for an error of `answer`. It is called for every error, also if a response has begun already. */
  readonly failure: (error: unknown) => object;
}

/** Creates a server that accepts only a Host that names this machine, to prevent DNS rebinding. */
export function createLocalServer({ requestTimeout, answer, refusal, failure }: Answering): Server {
  const bounds = { headersTimeout: 10_000, requestTimeout, connectionsCheckingInterval: 5_000 };
  return createServer(bounds, (incoming, response) => {
    if (!isOwnHost(incoming.headers.host, incoming.socket.localPort ?? 0)) {
      sendJson(response, 403, refusal('This server accepts only the hosts 127.0.0.1 and localhost.'));
      return;
    }
    const url = targetOf(incoming);
    if (url === undefined) {
      sendJson(response, 400, refusal('The target of the request is not a valid URL.'));
      return;
    }
    answer(incoming, response, url).catch((error: unknown) => {
      const body = failure(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, body);
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

/** Whether a Host header, or the host of an Origin, names this machine on this port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
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

/** Reads the body of a request; undefined if it is larger than this many bytes. */
export async function readBody(incoming: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
