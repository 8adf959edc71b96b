import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, ApiRequest } from './router.ts';

/** The largest body of a call, in bytes. What git sends is not limited. */
const largestBody = 40_000_000;

/** How long a request may take to arrive, in milliseconds. Slower connections are closed. */
const bounds = { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };

/** Answers a request; undefined if it is not for this part of the server. It may take over the response itself. */
export type Part = (
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<Answer | 'answered'> | undefined;

/** Creates a server of these parts. It accepts only a Host that names this machine, to prevent DNS rebinding. */
export function createForgeServer(parts: readonly Part[], failed: (error: unknown) => void): Server {
  return createServer(bounds, (incoming, response) => {
    answer(parts, incoming, response).catch((error: unknown) => {
      failed(error);
      if (response.headersSent) response.destroy();
      else sendAnswer(response, { status: 500, json: { message: 'Server Error' } });
    });
  });
}

/** Listens on 127.0.0.1 only. Returns the address without a trailing slash. */
export async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server is not listening.');
  return `http://127.0.0.1:${address.port}`;
}

/** Sends an answer. */
export function sendAnswer(response: ServerResponse, { status, headers = {}, json, other }: Answer): void {
  const body = other?.bytes ?? (json === undefined ? undefined : JSON.stringify(json));
  response.writeHead(status, {
    'x-content-type-options': 'nosniff',
    ...(body === undefined ? {} : { 'content-type': other?.type ?? 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(body);
}

/** Reads a request with its whole body; undefined if the body is too large. */
export async function readRequest(incoming: IncomingMessage, url: URL): Promise<ApiRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) return undefined;
    chunks.push(bytes);
  }
  const { method = 'GET', headers } = incoming;
  return { method, path: url.pathname, query: url.searchParams, headers, body: Buffer.concat(chunks) };
}

async function answer(parts: readonly Part[], incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = incoming.socket.localPort ?? 0;
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(incoming.headers.host ?? '')) {
    const message = 'This server accepts only the hosts 127.0.0.1 and localhost.';
    sendAnswer(response, { status: 403, json: { message } });
    return;
  }
  const url = URL.parse(incoming.url ?? '', 'http://127.0.0.1');
  if (url === null) {
    sendAnswer(response, { status: 400, json: { message: 'The target of the request is not a valid URL.' } });
    return;
  }
  for (const part of parts) {
    const found = await part(incoming, response, url);
    if (found === 'answered') return;
    if (found === undefined) continue;
    sendAnswer(response, found);
    return;
  }
  sendAnswer(response, { status: 404, json: { message: 'Not Found' } });
}
