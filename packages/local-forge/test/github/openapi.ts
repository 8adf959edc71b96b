import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { WireEntry } from '@gavel/local-forge/server/wire-log.ts';
import { asList, asObject, asText, at, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');

/** GitHub's official description of its API, which holds requests, answers and webhooks to their schemas. */
class Description {
  readonly #document: JsonObject;
  readonly #ajv: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #operations: readonly { readonly pattern: RegExp; readonly path: string }[];

  constructor() {
    this.#document = asObject(withNulls(JSON.parse(readFileSync(file, 'utf8'))));
    this.#ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });
    formats.default(this.#ajv);
    this.#ajv.addSchema(this.#document, 'github');
    this.#operations = Object.keys(asObject(this.#document.paths))
      .map((path) => ({ path, pattern: patternOf(path) }))
      // The more of a path is fixed, the earlier it counts.
      .toSorted((one, other) => fixedParts(other.path) - fixedParts(one.path));
  }

  /** What is wrong with a body that was sent; empty if nothing is, or if there is no such operation. */
  problemsOfRequest(method: string, path: string, body: unknown): string[] {
    const found = this.#pathOf(path);
    const pointer = ['paths', found, method.toLowerCase(), 'requestBody'];
    const schema = at(this.#document, ...pointer, 'content', 'application/json', 'schema');
    if (body === undefined || !isObject(schema)) return [];
    return this.#problems([...pointer, 'content', 'application/json', 'schema'], body);
  }

  /** What is wrong with an answer; empty if nothing is. */
  problemsOfAnswer(method: string, path: string, status: number, body: unknown): string[] {
    const found = this.#pathOf(path);
    const operation = at(this.#document, 'paths', found, method.toLowerCase());
    if (!isObject(operation)) return [`There is no ${method} ${path} in the description.`];
    const answers = asObject(operation.responses);
    const answer = asObject(answers[String(status)]);
    if (Object.keys(answer).length === 0) {
      if (status === 304 && body === undefined) return [];
      // These are answered by every operation, and described by few.
      if ([301, 307, 401, 403, 404, 422].includes(status)) return this.#problemsOf('basic-error', body);
      return [`${method} ${found} never answers with ${status}.`];
    }
    const reference = asText(answer.$ref);
    const pointer =
      reference === undefined
        ? ['paths', found, method.toLowerCase(), 'responses', String(status)]
        : reference.slice(2).split('/');
    if (!isObject(at(this.#document, ...pointer, 'content', 'application/json', 'schema'))) {
      // GitHub sends errors with a body also where the description has none.
      return body === undefined
        ? []
        : status >= 400
          ? this.#problemsOf('basic-error', body)
          : [`${method} ${found} answers ${status} without a body.`];
    }
    return this.#problems([...pointer, 'content', 'application/json', 'schema'], body);
  }

  /** The names of a query that GitHub would ignore. */
  problemsOfQuery(method: string, path: string, query: URLSearchParams): string[] {
    const found = this.#pathOf(path);
    const own = asList(at(this.#document, 'paths', found, method.toLowerCase(), 'parameters'));
    const known = own.map((parameter) => {
      const reference = asText(at(parameter, '$ref'));
      return at(reference === undefined ? parameter : at(this.#document, ...reference.slice(2).split('/')), 'name');
    });
    return [...query.keys()]
      .filter((name) => !known.includes(name))
      .map((name) => `${method} ${found} knows no ${name}.`);
  }

  /** What is wrong with the calls that a local forge has logged, whoever made them. GraphQL is not described. */
  problemsOnWire(entries: readonly WireEntry[]): string[] {
    return entries.flatMap(({ kind, name, status, sent, answer }) => {
      const [, method = '', target = ''] = /^(\S+) \/api\/v3(\/\S*)$/.exec(kind === 'api' ? name : '') ?? [];
      const url = URL.parse(target, 'http://localhost');
      // What is asked by the id of a repository is described by its name only.
      if (method === '' || url === null || url.pathname.startsWith('/repositories/')) return [];
      if (status === undefined || !/^[234]\d\d$/.test(status)) return [];
      const path = decodeURI(url.pathname);
      return [
        ...(status < '400' ? this.problemsOfRequest(method, path, sent) : []),
        ...this.problemsOfQuery(method, path, url.searchParams),
        ...this.problemsOfAnswer(method, path, Number(status), answer),
      ].map((problem) => `${name}: ${problem}`);
    });
  }

  /** What is wrong with a webhook; empty if nothing is. */
  problemsOfWebhook(event: string, action: string | undefined, payload: unknown): string[] {
    const name = ['webhook', event, action]
      .filter((part) => part !== undefined)
      .join('-')
      .replaceAll('_', '-');
    if (!isObject(at(this.#document, 'components', 'schemas', name))) return [`There is no ${name}.`];
    return this.#problemsOf(name, payload);
  }

  #problemsOf(schema: string, body: unknown): string[] {
    return this.#problems(['components', 'schemas', schema], body);
  }

  #problems(pointer: readonly string[], body: unknown): string[] {
    const reference = `github#/${pointer.map(escapePart).join('/')}`;
    const check = this.#compiled.get(reference) ?? this.#ajv.compile({ $ref: reference });
    this.#compiled.set(reference, check);
    if (check(body) === true) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #pathOf(path: string): string {
    return this.#operations.find(({ pattern }) => pattern.test(path))?.path ?? '';
  }
}

let description: Description | undefined;

/** GitHub's description of its API. Reading it takes a second, so it is read once. */
export function describedApi(): Description {
  description ??= new Description();
  return description;
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part, index, all) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.+*?^$()[\]\\|]/g, '\\$&');
    // The last parameter of these may have slashes.
    return index === all.length - 1 && /^\{(?:ref|path|branch|tree_sha)\}$/.test(part) ? '.+' : '[^/]+';
  });
  return new RegExp(`^${parts.join('/')}$`);
}

function fixedParts(path: string): number {
  return path.split('/').filter((part) => !part.startsWith('{')).length;
}

function escapePart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type of its own. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return asList(value).map(withNulls);
  if (!isObject(value)) return value;
  const plain = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNulls(inner)]));
  if (value.nullable !== true) return plain;
  delete plain.nullable;
  return { anyOf: [plain, { type: 'null' }] };
}
