import { isOwnHost, type Request } from '../server/server.ts';

/**
 * Why a request may not steer the workspace, or undefined when it may: a web page of another origin must not,
 * and JSON is asked for because a page can post a plain form anywhere without asking first.
 */
export function refusal(request: Request, port: number): string | undefined {
  const { origin } = request.headers;
  if (origin !== undefined && !(origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port))) {
    return 'Only pages of this server may use its controls.';
  }
  // Browsers leave Origin out of some requests, but say where they come from.
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
