import type { Projects } from '@gitbeaker/rest';
import { type Api, askForge, type Question } from '../ask-forge.ts';

/** What Gitbeaker's resources make their requests with. */
type Requester = Projects['requester'];
type Options = Parameters<Requester['get']>[1];
type Bodies = NonNullable<Parameters<Requester['get']>[1]>['body'];

/** What comes before the paths of all resources. Some have the beginning of their paths in their addresses too. */
const root = '/api/v4/';

/**
 * Makes the requests of a resource of Gitbeaker's. Its own requester repeats a refused request ten times within a
 * second, follows redirects to other hosts with the token, and has the token in its errors.
 */
export function makeRequester(api: Api, resourceUrl: string): Requester {
  const begins = resourceUrl.slice(resourceUrl.indexOf(root) + root.length);
  const ask =
    (method: Question['method']) =>
    async <T>(path: string, options: Options = {}) => {
      const { searchParams, body } = options;
      const {
        body: content,
        headers,
        status,
      } = await askForge<T>(api, {
        method,
        path: begins === '' ? path : `${begins}/${path}`,
        query: searchParams === undefined ? undefined : queryOf(searchParams),
        body: bodyOf(body),
      });
      return { body: content, headers: Object.fromEntries(headers), status };
    };
  return { get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') };
}

function bodyOf(body: Bodies): object | undefined {
  if (body === undefined || body instanceof FormData) return undefined;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [snakeCase(name), value]));
}

function queryOf(params: Record<string, unknown>): URLSearchParams {
  const defined = Object.entries(params).filter(([, value]) => value !== undefined);
  return new URLSearchParams(defined.map(([name, value]) => [snakeCase(name), String(value)]));
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
