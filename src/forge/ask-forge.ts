import { ForgeError } from '../workflow/ports/forge/forge-error.ts';
import { at, textAt } from './fields.ts';
import { oneLine } from './said.ts';

/** How long a forge may take for an answer, in milliseconds. */
const longestWait = 30_000;

/** The longest answer that is read, in bytes: a hundred reviews take less than a megabyte. */
const longestAnswer = 16 * 1024 * 1024;

/** How paths begin that are about a repository, at GitLab and at Forgejo. */
const repositoryPath = /^(?:projects\/[^/]+|repos\/[^/]+\/[^/]+)\/?/u;

/** Where a forge's API is, and who asks. */
export interface Api {
  /** The repository, for people. */
  readonly place: string;
  /** Where the API begins, such as `https://gitlab.com/api/v4`. */
  readonly address: string;
  /** A header that says who asks. It may be another one for each request. */
  readonly identify: () => Promise<{ readonly name: string; readonly value: string; readonly secret: string }>;
}

/** A request to a forge. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the address of the API, without a slash at its beginning; names in it are encoded. */
  readonly path: string;
  readonly query?: URLSearchParams | undefined;
  readonly body?: object | undefined;
}

/** What a forge answered. An answer without a body counts as an object without fields. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** The forge answered that it won't do something. It is caught where the forge's words are understood. */
export class ForgeSaidNo extends Error {
  override readonly name = 'ForgeSaidNo';
  readonly status: number;
  /** The answer's JSON, if it is such. */
  readonly body: unknown;
  /** What the forge said, in one line without secrets. */
  readonly said: string;
  /** What it was asked, without the place, such as `POST merge_requests`. */
  readonly doing: string;

  constructor(facts: { status: number; body: unknown; said: string; doing: string }) {
    super(`${facts.doing}: ${facts.status} ${facts.said}`);
    this.status = facts.status;
    this.body = facts.body;
    this.said = facts.said;
    this.doing = facts.doing;
  }
}

/**
 * Asks a forge once. Throws ForgeError if it can't be reached, fails or wants to be left alone for a while, and
 * ForgeSaidNo if it refuses. The secret is sent to the forge's own address alone, and is in no error.
 */
export async function askForge<T>(api: Api, question: Question): Promise<Answer<T>> {
  const identity = await api.identify();
  const hide = (text: string) => oneLine(text, [identity.secret, identity.value]);
  const unreachable = (said: string, retryAt?: Date) =>
    new ForgeError({ code: 'forge unreachable', place: api.place, said: hide(said) }, { retryAt });
  const begins = `${api.address}/`;
  const url = new URL(`${begins}${question.path}`);
  if (question.query !== undefined) url.search = question.query.toString();
  let response: Response;
  let text: string;
  try {
    response = await send(url, question, { [identity.name]: identity.value });
    text = await readText(response);
  } catch (error) {
    throw unreachable(whyNot(error));
  }
  const { status, headers } = response;
  if (response.ok) {
    const body = parse<T>(text === '' ? '{}' : text);
    if (body === undefined) throw unreachable(`${status}, but not in JSON`);
    return { status, headers, body };
  }
  const body = parse<unknown>(text);
  const said = hide(saidIn(body) ?? response.statusText);
  if (status === 429 || status >= 500) throw unreachable(withStatus(status, said), retryTime(headers, new Date()));
  const doing = `${question.method} ${question.path.replace(repositoryPath, '')}`;
  throw new ForgeSaidNo({ status, body, said, doing });
}

/** The result of a request; something else if the forge answers it with one of these statuses. */
export async function unless<T, E>(statuses: readonly number[], otherwise: E, asked: Promise<T>): Promise<T | E> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ForgeSaidNo && statuses.includes(error.status)) return otherwise;
    throw error;
  }
}

/** Follows what a moved repository answers, as far as it leads to the same forge. */
async function send(url: URL, question: Question, identity: Record<string, string>): Promise<Response> {
  const body = question.body === undefined ? null : JSON.stringify(question.body);
  const type = body === null ? {} : { 'content-type': 'application/json' };
  const init: RequestInit = {
    method: question.method,
    headers: { accept: 'application/json', 'user-agent': 'gavel', ...type, ...identity },
    body,
    // Node's fetch would send a header of the forge's own to wherever it is sent.
    redirect: 'manual',
    signal: AbortSignal.timeout(longestWait),
  };
  let response = await fetch(url, init);
  for (let hops = 0; hops < 3 && isFollowed(question.method, response.status); hops += 1) {
    const next = URL.parse(response.headers.get('location') ?? '', url);
    if (next === null || next.origin !== url.origin) return response;
    await response.body?.cancel();
    response = await fetch(next, init);
  }
  return response;
}

/** Whether a request may be made again elsewhere. Those statuses that let the method become GET are for GET alone. */
function isFollowed(method: Question['method'], status: number): boolean {
  return [307, 308].includes(status) || (method === 'GET' && [301, 302, 303].includes(status));
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > longestAnswer) throw new RangeError(`an answer of more than ${longestAnswer} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse<T>(text: string): T | undefined {
  try {
    const parsed: T = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** GitLab begins many sentences with the status itself. */
function withStatus(status: number, said: string): string {
  return said.startsWith(`${status}`) ? said : `${status} ${said}`;
}

/** What went wrong on the way, as Node and the system call it: their messages may hold parts of what was sent. */
function whyNot(error: unknown): string {
  const cause = at(error, 'cause');
  const code = textAt(cause, 'code') ?? textAt(error, 'code');
  if (code !== undefined) return code;
  return error instanceof RangeError ? error.message : error instanceof Error ? error.name : 'unknown error';
}

/** The sentence in an answer that refuses something, as GitLab, Forgejo and Gitea write it. */
function saidIn(body: unknown): string | undefined {
  const message = at(body, 'error_description') ?? at(body, 'message') ?? at(body, 'error');
  if (message === undefined || message === null || message === '') return undefined;
  if (typeof message === 'string') return message;
  if (Array.isArray(message)) return message.map(String).join('; ');
  return JSON.stringify(message);
}

function retryTime(headers: Headers, now: Date): Date | undefined {
  const after = headers.get('retry-after');
  if (after !== null && /^\d+$/u.test(after)) return new Date(now.getTime() + Number(after) * 1000);
  const date = after === null ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return new Date(date);
  const reset = headers.get('ratelimit-reset');
  return headers.get('ratelimit-remaining') === '0' && reset !== null && /^\d+$/u.test(reset)
    ? new Date(Number(reset) * 1000)
    : undefined;
}
