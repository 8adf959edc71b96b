import { isOwnHost } from '@gavel/local-server/server.ts';
import type { Request } from '../server/server.ts';

/**
 * Why a request may not use the controls; undefined if it may. Web pages of other origins may not. The controls accept
 * only JSON, because a page can post a plain form to any origin without a preflight request.
 */
export function refusal(request: Request, port: number): string | undefined {
  const { origin } = request.headers;
  if (origin !== undefined && !(origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port))) {
    return 'Only pages of this server may use its controls.';
  }
  // Browsers omit Origin from some requests, but still send Sec-Fetch-Site.
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'Only pages of this server may use its controls.';
  }
  const contentType = request.headers['content-type'] ?? '';
  if (request.method === 'POST' && !/^application\/json\b/i.test(contentType)) {
    return 'The controls take JSON only: send content-type: application/json.';
  }
  return undefined;
}
