import type { ServerResponse } from 'node:http';
import { isObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { sendJson } from '@gavel/local-server/server.ts';
import type { Request, Route } from '../server/server.ts';
import { SlackError } from '../slack-error.ts';
import { refusal } from './guard.ts';

/** A control that only reads. An error that `answer` throws becomes a 400 response with its message. */
export function readRoute(
  path: RegExp,
  answer: (request: Request, response: ServerResponse) => void | Promise<void>,
): Route {
  return {
    method: 'GET',
    path,
    handle: (request, response) => guarded(request, response, () => answer(request, response)),
  };
}

/** A control that acts. It takes a JSON object and returns `{ok, result}`. `step` is the first group of the path. */
export function actRoute(path: RegExp, run: (body: JsonObject, step: string) => object | Promise<object>): Route {
  return {
    method: 'POST',
    path,
    handle: (request, response, [, step = '']) =>
      guarded(request, response, async () => {
        const body = request.body.length === 0 ? {} : parseJson(request.body.toString());
        if (!isObject(body)) throw new TypeError('The body is not a JSON object.');
        sendJson(response, 200, { ok: true, result: await run(body, step) });
      }),
  };
}

async function guarded(request: Request, response: ServerResponse, run: () => void | Promise<void>): Promise<void> {
  const refused = refusal(request, Number(request.headers.host?.split(':')[1]));
  if (refused !== undefined) {
    sendJson(response, 403, { ok: false, error: refused });
    return;
  }
  try {
    await run();
  } catch (error) {
    const words = error instanceof SlackError ? error.code : error instanceof Error ? error.message : String(error);
    sendJson(response, 400, { ok: false, error: words });
  }
}
