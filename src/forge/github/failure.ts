import { at, textAt } from '../fields.ts';

/** What went wrong with a request, as far as anybody may know: none of what was sent. */
export interface Failure {
  /** Undefined if there was no answer. GraphQL says 200 and tells errors in the body. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** What GitHub said, or why it said nothing. */
  readonly said: string;
  /** The types of GraphQL's errors, such as `FORBIDDEN`. */
  readonly types: readonly string[];
}

/**
 * Reads an error that octokit threw. Such errors carry the request, with headers and all, so nothing else of them may
 * be kept.
 */
export function readFailure(error: unknown): Failure {
  const errors = listAt(error, 'errors');
  if (errors !== undefined) return { status: 200, headers: headersIn(error), ...readErrors(undefined, errors) };
  const response = at(error, 'response');
  const status = at(response, 'status');
  if (typeof status !== 'number') {
    return { status: undefined, headers: {}, said: error instanceof Error ? error.message : String(error), types: [] };
  }
  const read = readErrors(textAt(response, 'data', 'message'), listAt(response, 'data', 'errors') ?? []);
  const said = read.said === '' ? `HTTP ${status}` : read.said;
  return { status, headers: headersIn(response), said, types: read.types };
}

/** Whether an error is about a request, and not about a mistake in the code. */
export function isAboutRequest(error: unknown): boolean {
  const isEnded = error instanceof DOMException && ['AbortError', 'TimeoutError'].includes(error.name);
  return isEnded || at(error, 'request') !== undefined || at(error, 'response') !== undefined;
}

/** The status of the answer that an error of octokit's tells of; undefined if there was none. */
export function statusOf(error: unknown): number | undefined {
  return readFailure(error).status;
}

function readErrors(message: string | undefined, errors: readonly unknown[]): Pick<Failure, 'said' | 'types'> {
  const details = errors.map((error) => {
    if (typeof error === 'string') return error;
    const fields = [textAt(error, 'resource'), textAt(error, 'field'), textAt(error, 'code')];
    return textAt(error, 'message') ?? fields.filter((field) => field !== undefined).join(' ');
  });
  const said = [message ?? '', details.join('; ')].filter((part) => part !== '').join(': ');
  const types = errors.map((error) => textAt(error, 'type')).filter((type) => type !== undefined);
  return { said, types };
}

function headersIn(value: unknown): Record<string, string> {
  const headers = at(value, 'headers');
  return typeof headers === 'object' && headers !== null
    ? Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, String(header)]))
    : {};
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] | undefined {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : undefined;
}
