import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createLocalServer, readBody } from '@gavel/local-server/server.ts';
import type { Answer, ApiRequest } from './router.ts';

/** The largest body of a call, in bytes. What git sends is not limited. */
const largestBody = 40_000_000;

/** Answers a request; undefined if it is not for this part of the server. It may take over the response itself. */
export type Part = (
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<Answer | 'answered'> | undefined;

/** Creates a server of these parts. */
export function createForgeServer(parts: readonly Part[], failed: (error: unknown) => void): Server {
  return createLocalServer({
    requestTimeout: 300_000,
    answer: (incoming, response, url) => answer(parts, incoming, response, url),
    refusal: (message) => ({ message }),
    failure: (error) => {
      failed(error);
      return { message: 'Server Error' };
    },
  });
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
  const body = await readBody(incoming, largestBody);
  if (body === undefined) return undefined;
  const { method = 'GET', headers } = incoming;
  return { method, path: url.pathname, query: url.searchParams, headers, body };
}

async function answer(
  parts: readonly Part[],
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  for (const part of parts) {
    const found = await part(incoming, response, url);
    if (found === 'answered') return;
    if (found === undefined) continue;
    sendAnswer(response, found);
    return;
  }
  sendAnswer(response, { status: 404, json: { message: 'Not Found' } });
}
