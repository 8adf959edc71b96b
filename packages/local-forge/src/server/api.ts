import { parseJson } from '@gavel/local-server/json.ts';
import type { Dialect, ForgeParts } from '../dialect.ts';
import { type ApiRequest, headerOf } from './router.ts';
import { type Part, readRequest, sendAnswer } from './server.ts';

/** Serves the API of a dialect, with the injected faults that end a connection, and logs every call. */
export function serveApi(parts: ForgeParts, dialect: Dialect): Part {
  const { wire, faults, clock } = parts;
  return (incoming, response, url) => {
    if (!dialect.isApi(url.pathname)) return undefined;
    return (async () => {
      const request = await readRequest(incoming, url);
      if (request === undefined) return { status: 413, json: { message: 'The body of the request is too large.' } };
      const end = wire.begin('api', `${request.method} ${url.pathname}${url.search}`, sentOf(request));
      await clock.sleep(faults.settings().callDelay);
      const failure = faults.takeFailure(request.method, request.path);
      if (failure?.kind === 'hang-up' && failure.isAfterwards !== true) {
        end('hung up');
        incoming.socket.destroy();
        return 'answered';
      }
      const answer = await dialect.api(request, failure?.kind === 'hang-up' ? undefined : failure);
      if (failure?.kind === 'hang-up') {
        end('hung up after the work was done');
        incoming.socket.destroy();
        return 'answered';
      }
      end(String(answer.status), answer.json ?? answer.other?.type, answer.status >= 500);
      sendAnswer(response, answer);
      return 'answered';
    })();
  };
}

function sentOf(request: ApiRequest): unknown {
  const text = request.body.toString();
  if (text === '') return undefined;
  return headerOf(request, 'content-type')?.includes('form') === true ? text : (parseJson(text) ?? text);
}
