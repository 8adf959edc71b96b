/** What went wrong with a request, as far as anybody may know: none of what was sent. */
export interface Failure {
  /** Undefined if there was no answer. GraphQL says 200 and tells errors in the body. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** What GitHub said, or why it said nothing; on one line. */
  readonly said: string;
  /** The types of GraphQL's errors, such as `FORBIDDEN`. */
  readonly types: readonly string[];
}

const longestSaid = 300;

/**
 * Reads an error that octokit threw. Such errors carry the request, with headers and all, so nothing else of them may be
 * kept.
 */
export function readFailure(error: unknown): Failure {
  const { errors, headers, response, message } = fieldsOf(error);
  if (Array.isArray(errors)) return { status: 200, headers: readHeaders(headers), ...readErrors(undefined, errors) };
  const answer = fieldsOf(response);
  if (typeof answer.status !== 'number') {
    return { status: undefined, headers: {}, said: oneLine(String(message ?? error)), types: [] };
  }
  const data = fieldsOf(answer.data);
  const read = readErrors(data.message, Array.isArray(data.errors) ? data.errors : []);
  const said = read.said === '' ? `HTTP ${answer.status}` : read.said;
  return { status: answer.status, headers: readHeaders(answer.headers), said, types: read.types };
}

/** The status of the answer that an error of octokit's tells of; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  return readFailure(error).status;
}

function readErrors(message: unknown, errors: readonly unknown[]): Pick<Failure, 'said' | 'types'> {
  const details = errors.map((error) => {
    if (typeof error === 'string') return error;
    const { message, resource, field, code } = fieldsOf(error);
    if (typeof message === 'string') return message;
    return [resource, field, code].filter((part) => typeof part === 'string').join(' ');
  });
  const parts = [typeof message === 'string' ? message : '', details.join('; ')].filter((part) => part !== '');
  const types = errors.map((error) => fieldsOf(error).type).filter((type) => typeof type === 'string');
  return { said: oneLine(parts.join(': ')), types };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= longestSaid ? line : `${line.slice(0, longestSaid - 1).toWellFormed()}…`;
}

function readHeaders(headers: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(headers)).map(([name, value]) => [name, String(value)]));
}

function fieldsOf(value: unknown): { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value, ...ownMessage(value) } : {};
}

/** The message of an error is not enumerable. */
function ownMessage(value: object): { readonly message?: string } {
  return value instanceof Error ? { message: value.message } : {};
}
