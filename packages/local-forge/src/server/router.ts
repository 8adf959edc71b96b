import type { IncomingHttpHeaders } from 'node:http';
import { asObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';

/** A request with its whole body. Header names are in lower case. */
export interface ApiRequest {
  readonly method: string;
  /** As it was sent: parts of it may be encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The answer to a request. A `json` of undefined means that there is no body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Another body than JSON, with its content type. */
  readonly other?: { readonly type: string; readonly bytes: string | Uint8Array };
}

/** The decoded parameters of a path, by name. */
export type PathParameters = Readonly<Record<string, string>>;

/** A method and a path such as `/repos/:owner/:repo/git/refs/*ref`; `*ref` takes the rest of the path. */
export interface Route<Handler> {
  readonly method: string;
  readonly path: string;
  readonly handler: Handler;
}

/** What a path means: a route with its parameters, or only the methods that other routes of this path have. */
export type Match<Handler> =
  | { readonly route: Route<Handler>; readonly parameters: PathParameters }
  | { readonly methods: readonly string[] };

/** Finds the route of a request. Of several, the first counts. A parameter is one encoded segment of the path. */
export class Router<Handler> {
  readonly #routes: readonly { readonly route: Route<Handler>; readonly segments: readonly string[] }[];

  constructor(routes: readonly Route<Handler>[]) {
    this.#routes = routes.map((route) => ({ route, segments: route.path.split('/') }));
  }

  /** Finds the route of a method and a path. */
  match(method: string, path: string): Match<Handler> {
    const parts = path.split('/');
    const methods: string[] = [];
    for (const { route, segments } of this.#routes) {
      const parameters = parametersOf(segments, parts);
      if (parameters === undefined) continue;
      if (route.method === method) return { route, parameters };
      methods.push(route.method);
    }
    return { methods };
  }
}

/** The JSON object in the body of a request; undefined if the body is something else. An empty body counts as `{}`. */
export function jsonOf(request: ApiRequest): JsonObject | undefined {
  const text = request.body.toString();
  if (text.trim() === '') return {};
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? asObject(value) : undefined;
}

/** A header of a request; undefined if it is missing. */
export function headerOf(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function parametersOf(segments: readonly string[], parts: readonly string[]): PathParameters | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.startsWith('*')) {
      const rest = decoded(parts.slice(index).join('/'));
      if (rest === undefined || rest === '') return undefined;
      parameters[segment.slice(1)] = rest;
      return parameters;
    }
    if (segment.startsWith(':')) {
      const value = decoded(part);
      if (value === undefined || value === '') return undefined;
      parameters[segment.slice(1)] = value;
    } else if (segment !== part) return undefined;
  }
  return parts.length === segments.length ? parameters : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
