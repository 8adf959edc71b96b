import type { ServerResponse } from 'node:http';
import { sendJson } from '@gavel/local-server/server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileKind } from '../world/file-kind.ts';
import { fillFile } from '../world/files.ts';
import type { Request, Route } from './server.ts';

/** The page that Slack shows instead of a file without permission. It is not an error response. */
const signInPage =
  '<!DOCTYPE html><html lang="en"><title>Sign in</title><p>Please sign in to see this page.</p></html>';

/** The routes for files: upload URLs, `url_private` and `url_private_download`. */
export function fileRoutes(workspace: Workspace): Route[] {
  return [
    {
      method: 'POST',
      path: /^\/upload\/v1\/(\w+)$/,
      handle: async (request, response, [, id]) => {
        const file = workspace.state.files.find(
          (each) => each.id === id && each.base64 === undefined && !each.isHidden,
        );
        const bytes = await uploadedBytes(request);
        if (file === undefined || bytes.length !== file.length) {
          sendJson(response, 400, { ok: false, error: file === undefined ? 'file_not_found' : 'wrong_length' });
          return;
        }
        fillFile(workspace, file, bytes);
        response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
      },
    },
    {
      method: 'GET',
      path: /^\/files-pri\/\w+-(F\w+)\/(?:download\/)?[\w.-]+$/,
      handle: (request, response, [, id = '']) => download(workspace, id, request, response),
    },
    {
      method: 'GET',
      path: /^\/signin$/,
      handle: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
        response.end(signInPage);
      },
    },
  ];
}

async function download(workspace: Workspace, id: string, request: Request, response: ServerResponse): Promise<void> {
  const { faults, clock, wire, state } = workspace;
  const end = wire.begin('call', 'url_private', { file: id });
  await clock.sleep(faults.settings().callDelay);
  const failure = faults.takeFailure('url_private');
  if (failure?.status !== undefined) {
    end(String(failure.status));
    const wait = failure.status === 429 ? { 'retry-after': String(failure.retryAfter ?? 1) } : undefined;
    sendJson(response, failure.status, { ok: false }, wait);
    return;
  }
  const refusal = failure?.error ?? whyRefused(workspace, request);
  if (refusal !== undefined) {
    end(`sign-in page (${refusal})`, undefined, true);
    response.writeHead(302, { location: `${workspace.url}/signin?redir=${encodeURIComponent(request.url.pathname)}` });
    response.end();
    return;
  }
  const file = state.files.find((each) => each.id === id);
  if (file?.base64 === undefined) {
    end('404', undefined, true);
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end();
    return;
  }
  end('ok', { bytes: file.length });
  response.writeHead(200, {
    'content-type': fileKind(file.name).mimetype,
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
  });
  response.end(Buffer.from(file.base64, 'base64'));
}

/**
 * Why a request for a file is refused. It needs the bot's token in a header, and `files:read` (Slack: file objects).
 */
function whyRefused(workspace: Workspace, request: Request): string | undefined {
  const { state, faults } = workspace;
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return 'not_authed';
  if (token !== state.app.botToken) return 'invalid_auth';
  if (faults.settings().tokenRevoked) return 'token_revoked';
  return workspace.may('files:read') ? undefined : 'missing_scope: files:read';
}

/** The content of an upload: the first part of a multipart form, or the whole body. */
async function uploadedBytes(request: Request): Promise<Buffer> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return request.body;
  const form = await new Response(new Uint8Array(request.body), {
    headers: { 'content-type': contentType },
  }).formData();
  const [part] = [...form.values()];
  return typeof part === 'object' ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? '');
}
