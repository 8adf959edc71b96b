import type { ServerResponse } from 'node:http';
import { isObject, parseJson } from '@gavel/local-server/json.ts';
import { sendJson } from '@gavel/local-server/server.ts';
import type { ResponseUrls } from '../delivery/response-urls.ts';
import { SlackError } from '../slack-error.ts';
import type { WebApi } from '../web-api/web-api.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileRoutes } from './file-routes.ts';
import type { Request, Route } from './server.ts';

/** The routes for the app: the Web API, response URLs, and files. */
export function wireRoutes(workspace: Workspace, webApi: WebApi, responseUrls: ResponseUrls): Route[] {
  return [
    {
      method: 'POST',
      path: /^\/api\/([\w.]+)$/,
      handle: async (request, response, [, method = '']) => {
        const answer = await webApi.answer({
          method,
          contentType: request.headers['content-type'] ?? '',
          authorization: request.headers.authorization ?? '',
          body: request.body.toString(),
        });
        const wait = answer.retryAfter === undefined ? {} : { 'retry-after': String(answer.retryAfter) };
        const scopes = [...workspace.app.botScopes].join(',');
        sendJson(response, answer.status, answer.body, { 'x-oauth-scopes': scopes, ...wait });
      },
    },
    {
      method: 'POST',
      path: /^\/(?:commands|actions)\/\w+\/(\w+)$/,
      handle: (request, response, [, key = '']) => takeResponse(workspace, responseUrls, key, request, response),
    },
    ...fileRoutes(workspace),
  ];
}

/**
 * Handles a post to a response_url. Used or expired URLs give 404, refused content gives 400, so that it is noticed.
 */
function takeResponse(
  workspace: Workspace,
  responseUrls: ResponseUrls,
  key: string,
  request: Request,
  response: ServerResponse,
): void {
  const body = parseJson(request.body.toString());
  const end = workspace.wire.begin('response_url', 'response_url', body);
  try {
    if (!isObject(body)) throw new SlackError('invalid_payload');
    responseUrls.take(key, body);
    end('ok');
    sendJson(response, 200, { ok: true });
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    end(error.code, error.fields, true);
    const isGone = error.code === 'expired_url' || error.code === 'used_url';
    sendJson(response, isGone ? 404 : 400, { ok: false, error: error.code, ...error.fields });
  }
}
