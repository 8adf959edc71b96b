import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { asList, asObject, asText, asTexts, parseJson } from '@gavel/local-server/json.ts';
import type { Dialect, ForgeParts, FormerRequest, GitRefusal, ProcResult, Push } from '../dialect.ts';
import type { Answer } from '../server/router.ts';
import { type Part, readRequest } from '../server/server.ts';
import { refMoved } from '../world/branches.ts';
import { type Update, violationsOf } from '../world/protections.ts';
import type { Repository } from '../world/state.ts';
import type { Caller } from '../world/world.ts';
import { gitEnvironment } from './run-git.ts';

/** Where the hooks of a push ask. The rest of the path is the secret of that push. */
const hookPath = '/-/hook/';

/** What git asks for over http. */
const requests = /^\/(?<path>.+?)(?:\.git)?\/(?<what>info\/refs|git-upload-pack|git-receive-pack)$/;

/** A push that is being received, and what it is told in the end. */
interface UnderWay {
  readonly repository: Repository;
  readonly caller: Caller;
  readonly lines: readonly string[];
}

/** Serves git over http by `git http-backend`, for those that may, and judges pushes by git's hooks. */
export class GitHttp {
  readonly #parts: ForgeParts;
  readonly #dialect: Dialect;
  readonly #pushes = new Map<string, UnderWay>();
  #running = 0;

  constructor(parts: ForgeParts, dialect: Dialect) {
    this.#parts = parts;
    this.#dialect = dialect;
  }

  /** Whether no request of git is being answered. */
  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** Answers the requests of git clients. */
  readonly serve: Part = (incoming, response, url) => {
    const { path, what } = requests.exec(url.pathname)?.groups ?? {};
    if (path === undefined || !isRequest(what)) return undefined;
    return this.#answer(incoming, response, url, decoded(path), what);
  };

  /** Answers the hooks of pushes. */
  readonly serveHooks: Part = (incoming, _response, url) =>
    url.pathname.startsWith(hookPath) ? this.#answerHook(incoming, url) : undefined;

  async #answer(
    incoming: IncomingMessage,
    response: ServerResponse,
    url: URL,
    path: string,
    what: FormerRequest['what'],
  ): Promise<Answer | 'answered'> {
    const { world, wire, faults } = this.#parts;
    const isPush = what === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
    const end = wire.begin('git', `${incoming.method ?? ''} ${url.pathname}${url.search}`, undefined);
    const refuse = (refusal: GitRefusal, caller?: Caller): Answer => {
      const { status, text } = this.#dialect.refuseGit(refusal, path, caller);
      end(String(status), text);
      const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'Basic realm="Git"' } : {};
      return { status, headers, other: { type: 'text/plain; charset=utf-8', bytes: text } };
    };
    if (faults.take('failGit')) {
      end('503');
      return { status: 503, other: { type: 'text/plain', bytes: 'The service is unavailable.' } };
    }
    const given = credentialsOf(incoming);
    const caller = given === undefined ? undefined : this.#dialect.gitCaller(given.user, given.password);
    if (given !== undefined && caller === undefined) return refuse('wrong-token');
    const repository = world.repository(path);
    const moved = repository === undefined ? world.renamed(path) : undefined;
    const found = repository ?? moved;
    const access = found === undefined ? 'none' : this.#dialect.gitAccess(caller, found);
    if (caller === undefined && (isPush || access === 'none')) return refuse('sign-in');
    if (found === undefined || access === 'none') return refuse('unknown', caller);
    const former = moved && this.#dialect.answerFormer({ from: path, repository: moved, what, isPush });
    if (former !== undefined && 'path' in former) {
      end(String(former.status));
      return { status: former.status, headers: { location: `${former.path}/${what}${url.search}` } };
    }
    if (isPush && access !== 'write') return refuse('no-push', caller);
    if (isPush && found.isArchived) return refuse('archived', caller);
    this.#running += 1;
    const push = randomUUID();
    try {
      if (isPush && caller !== undefined)
        this.#pushes.set(push, { repository: found, caller, lines: former?.lines ?? [] });
      const status = await this.#backend(incoming, response, url, found, what, push, caller);
      end(String(status));
    } finally {
      this.#pushes.delete(push);
      this.#running -= 1;
      world.changed();
    }
    return 'answered';
  }

  #backend(
    incoming: IncomingMessage,
    response: ServerResponse,
    url: URL,
    repository: Repository,
    what: string,
    push: string,
    caller: Caller | undefined,
  ): Promise<number> {
    const { world } = this.#parts;
    const header = (name: string): string => String(incoming.headers[name] ?? '');
    const child = spawn('git', ['http-backend'], {
      env: {
        ...gitEnvironment(),
        GIT_PROJECT_ROOT: join(world.folder, 'repositories'),
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${repository.id}.git/${what}`,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: incoming.method ?? 'GET',
        CONTENT_TYPE: header('content-type'),
        ...(incoming.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
        HTTP_CONTENT_ENCODING: header('content-encoding'),
        GIT_PROTOCOL: header('git-protocol'),
        REMOTE_ADDR: '127.0.0.1',
        REMOTE_USER: caller?.account.login ?? '',
        LOCAL_FORGE_HOOK_URL: `${this.#parts.url()}${hookPath}${push}`,
      },
    });
    incoming.pipe(child.stdin);
    child.stdin.on('error', () => {});
    response.on('close', () => child.kill());
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0);
      let status = 0;
      child.on('error', reject);
      child.stdout.on('data', (chunk: Buffer) => {
        if (status !== 0) {
          if (!response.write(chunk)) {
            child.stdout.pause();
            response.once('drain', () => child.stdout.resume());
          }
          return;
        }
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const lines = head.subarray(0, end).toString().split('\r\n');
        const fields = lines.map((line) => line.split(/: ?/, 2)).filter(([name]) => name !== 'Status');
        status = Number(/^Status: (\d+)/m.exec(lines.join('\n'))?.[1] ?? 200);
        response.writeHead(status, Object.fromEntries(fields));
        response.write(head.subarray(end + 4));
      });
      child.on('close', () => {
        response.end();
        if (status === 0) reject(new Error('git http-backend ended without an answer.'));
        else resolve(status);
      });
    });
  }

  async #answerHook(incoming: IncomingMessage, url: URL): Promise<Answer> {
    const request = await readRequest(incoming, url);
    const known = this.#pushes.get(url.pathname.slice(hookPath.length));
    if (request === undefined || known === undefined) return { status: 404, json: {} };
    const question = asObject(parseJson(request.body.toString()));
    const updates = asList(question.updates).map(updateOf);
    const { repository, caller } = known;
    const push: Push = { repository, caller, updates, options: asTexts(question.options) };
    if (question.name === 'pre-receive') {
      return { status: 200, json: await this.#judge(push, environmentOf(question.environment)) };
    }
    if (question.name === 'post-receive') {
      // What was pushed for review has become another ref by now, which is nobody's branch.
      const branches = updates.filter(({ ref }) => /^refs\/(?:heads|tags)\//.test(ref));
      for (const update of branches) {
        await refMoved(this.#parts.world, push.repository, push.caller.account.login, update);
      }
      const lines = branches.length === 0 ? [] : await this.#dialect.afterPush({ ...push, updates: branches });
      return { status: 200, json: { lines: [...known.lines, ...lines] } };
    }
    const { results, lines } = await this.#dialect.receiveForReview(push);
    return { status: 200, json: { lines, report: results.flatMap(reportOf) } };
  }

  async #judge(
    push: Push,
    environment: Readonly<Record<string, string>>,
  ): Promise<{ readonly lines: readonly string[]; readonly isRefused: boolean }> {
    const { world } = this.#parts;
    const { repository, caller, updates } = push;
    const git = world.git(repository).within(environment);
    const told: string[] = [];
    for (const update of updates.filter(({ ref }) => !this.#isForReview(ref))) {
      const reserved = this.#dialect.refuseRef(update);
      if (reserved !== undefined) return { lines: reserved, isRefused: true };
      const { violations, bypassed } = await violationsOf(world, repository, caller.account.login, update, git);
      if (violations.length > 0) {
        return { lines: this.#dialect.refusePush(push, update, violations), isRefused: true };
      }
      if (bypassed.length > 0) told.push(...(this.#dialect.tellBypass?.(update, bypassed) ?? []));
    }
    return { lines: told, isRefused: false };
  }

  #isForReview(ref: string): boolean {
    return this.#dialect.procReceiveRefs.some((prefix) => ref.startsWith(`${prefix}/`));
  }
}

function isRequest(what: string | undefined): what is FormerRequest['what'] {
  return what === 'info/refs' || what === 'git-upload-pack' || what === 'git-receive-pack';
}

/** A path that is not encoded well is the name of nothing. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function credentialsOf(incoming: IncomingMessage): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^Basic (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return { user: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) };
}

function updateOf(value: unknown): Update {
  const { ref, before, after } = asObject(value);
  return { ref: asText(ref) ?? '', before: asText(before) ?? '', after: asText(after) ?? '' };
}

function environmentOf(value: unknown): Record<string, string> {
  const texts = Object.entries(asObject(value)).map(([name, text]) => [name, asText(text) ?? ''] as const);
  return Object.fromEntries(texts);
}

/** The lines of git's proc-receive protocol. */
function reportOf(result: ProcResult): string[] {
  if ('refused' in result) return [`ng ${result.ref} ${result.refused}`];
  const { ref, became, before, after } = result;
  return [`ok ${ref}`, `option refname ${became}`, `option old-oid ${before}`, `option new-oid ${after}`];
}
