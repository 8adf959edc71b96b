import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createLocalServer, readBody, sendJson } from '@gavel/local-server/server.ts';

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

/** Creates a server with these routes. */
export function createRoutedServer(routes: readonly Route[]): Server {
  return createLocalServer({
    requestTimeout: 60_000,
    answer: (incoming, response, url) => route(routes, incoming, response, url),
    refusal: (error) => ({ ok: false, error }),
    failure: (error) => ({ ok: false, error: 'internal_error', detail: String(error) }),
  });
}

async function route(
  routes: readonly Route[],
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  for (const each of routes) {
    const match = each.method === incoming.method ? each.path.exec(url.pathname) : null;
    if (match === null) continue;
    const body = await readBody(incoming, largestBody);
    if (body === undefined)
      sendJson(response, 413, { ok: false, error: `The body must not be larger than ${largestBody} bytes.` });
    else await each.handle({ method: each.method, url, headers: incoming.headers, body }, response, match);
    return;
  }
  sendJson(response, 404, { ok: false, error: `There is no route for ${incoming.method ?? ''} ${url.pathname}.` });
}
