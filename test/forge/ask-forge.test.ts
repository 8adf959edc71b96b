import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type Api, askForge, ForgeSaidNo } from '../../src/forge/ask-forge.ts';
import { openForgejo } from '../../src/forge/forgejo/open-forgejo.ts';
import { openGitLab } from '../../src/forge/gitlab/open-gitlab.ts';
import { whereIs } from '../../src/forge/settings.ts';
import { ForgeError } from '../../src/workflow/ports/forge/forge-error.ts';
import { noPatience } from './local.ts';

const token = 'glpat-abcdefghijklmnop';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function apiAt(address: string): Api {
  const identify = async () => ({ name: 'private-token', value: token, secret: token });
  return { place: 'forge.example/team/adrs', address: `${address}/api`, identify };
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** The trouble of a ForgeError, of which nothing shows the token. */
async function troubleOf(work: Promise<unknown>) {
  const error = await errorOf(work);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
  if (!(error instanceof ForgeError)) throw new Error('no ForgeError', { cause: error });
  return error;
}

const gitlabAt = (apiUrl: string) =>
  openGitLab({
    host: 'gitlab.example',
    path: 'team/adrs',
    place: 'gitlab.example/team/adrs',
    token,
    apiUrl,
    patience: noPatience,
  }).forge;
const forgejoAt = (apiUrl: string) =>
  openForgejo({
    host: 'forge.example',
    path: 'team/adrs',
    place: 'forge.example/team/adrs',
    token,
    apiUrl,
    patience: noPatience,
  }).forge;

describe('a request to a forge', () => {
  it('hands over what is answered', async () => {
    const address = await serve((request, response) => {
      expect(request.headers['private-token']).toBe(token);
      response.setHeader('x-total', '1').end(JSON.stringify([request.method, request.url]));
    });
    const query = new URLSearchParams({ state: 'all' });
    const answer = await askForge(apiAt(address), { method: 'GET', path: 'projects/a%2Fb', query });
    expect(answer.body).toEqual(['GET', '/api/projects/a%2Fb?state=all']);
    expect(answer.headers.get('x-total')).toBe('1');
  });

  it('follows a moved repository at the same forge, and takes the token nowhere else', async () => {
    const seen: unknown[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers['private-token']);
      response.end('{}');
    });
    const address = await serve((request, response) => {
      if (request.url === '/api/moved') response.writeHead(307, { location: '/api/sent' }).end();
      else if (request.url === '/api/sent') {
        request.setEncoding('utf8').on('data', (sent: string) => {
          const hasToken = request.headers['private-token'] === token;
          response.end(JSON.stringify({ token: hasToken, method: request.method, sent }));
        });
      } else if (request.url === '/api/old') response.writeHead(301, { location: '/api/new' }).end();
      else if (request.url === '/api/away') response.writeHead(301, { location: `${elsewhere}/api/new` }).end();
      else if (request.url === '/api/round') response.writeHead(302, { location: '/api/round' }).end();
      else response.end(JSON.stringify({ token: request.headers['private-token'] === token }));
    });
    const api = apiAt(address);
    expect((await askForge(api, { method: 'GET', path: 'old' })).body).toEqual({ token: true });
    expect(await errorOf(askForge(api, { method: 'GET', path: 'away' }))).toBeInstanceOf(ForgeSaidNo);
    expect(await errorOf(askForge(api, { method: 'GET', path: 'round' }))).toBeInstanceOf(ForgeSaidNo);
    expect(await errorOf(askForge(api, { method: 'POST', path: 'old', body: {} }))).toBeInstanceOf(ForgeSaidNo);
    const kept = await askForge(api, { method: 'POST', path: 'moved', body: { a: 1 } });
    expect(kept.body).toEqual({ token: true, method: 'POST', sent: '{"a":1}' });
    expect(seen).toEqual([]);
  });

  it('says when to ask again, if the forge does', async () => {
    const soon = new Date(Date.now() + 60_000);
    const address = await serve((request, response) => {
      const headers: Record<string, Record<string, string>> = {
        '/api/seconds': { 'retry-after': '60' },
        '/api/date': { 'retry-after': 'Sun, 29 Nov 2037 15:00:00 GMT' },
        '/api/reset': { 'ratelimit-remaining': '0', 'ratelimit-reset': '2143119600' },
      };
      response.writeHead(429, headers[request.url ?? '']).end('{"message":"429 Too Many Requests"}');
    });
    const ask = (path: string) => troubleOf(askForge(apiAt(address), { method: 'GET', path }));
    const date = new Date('2037-11-29T15:00:00Z');
    expect((await ask('seconds')).retryAt?.getTime()).toBeGreaterThanOrEqual(soon.getTime());
    expect((await ask('date')).retryAt).toEqual(date);
    expect((await ask('reset')).retryAt).toEqual(date);
    const plain = await ask('nothing');
    expect(plain.retryAt).toBeUndefined();
    expect(plain.trouble).toEqual({
      code: 'forge unreachable',
      place: 'forge.example/team/adrs',
      said: '429 Too Many Requests',
    });
  });

  it.each([
    ['a failure with a page', 502, '<html>Bad Gateway</html>', '502 Bad Gateway'],
    ['a failure that repeats the token', 500, `{"message":"no ${token}\\nhere"}`, '500 no *** here'],
    ['success without JSON', 200, '<html>Sign in</html>', '200, but not in JSON'],
  ])('tells of %s as a forge that can’t be reached', async (_, status, body, said) => {
    const address = await serve((_request, response) => response.writeHead(status).end(body));
    const { trouble } = await troubleOf(askForge(apiAt(address), { method: 'GET', path: 'x' }));
    expect(trouble).toMatchObject({ code: 'forge unreachable', said });
  });

  it('tells of a forge that doesn’t listen, hangs up, or never ends', async () => {
    const ask = (address: string) => troubleOf(askForge(apiAt(address), { method: 'GET', path: 'x' }));
    const gone = await serve(() => {});
    for (const close of closing.splice(0)) await close();
    expect((await ask(gone)).trouble).toMatchObject({
      code: 'forge unreachable',
      said: 'ECONNREFUSED',
    });
    const hangsUp = await serve((request) => request.socket.destroy());
    expect((await ask(hangsUp)).trouble).toMatchObject({ code: 'forge unreachable' });
    const talks = await serve((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(1024 * 1024)));
      };
      response.on('drain', more);
      more();
    });
    expect((await ask(talks)).trouble).toMatchObject({ said: 'an answer of more than 16777216 bytes' });
  });
});

describe('what a forge refuses', () => {
  const gitlabSays: readonly (readonly [status: number, body: object, trouble: object])[] = [
    [401, { message: '401 Unauthorized' }, { code: 'forge key refused', key: 'token', said: '401 Unauthorized' }],
    [
      401,
      { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
      { code: 'forge key refused', said: 'Token was revoked. You have to re-authorize from the user.' },
    ],
    [
      403,
      { error: 'insufficient_scope', error_description: 'The request requires higher privileges …', scope: 'api' },
      { code: 'permission missing', permission: 'scope api' },
    ],
    [403, { message: '403 Forbidden' }, { code: 'permission missing', permission: 'role Developer' }],
    [404, { message: '404 Project Not Found' }, { code: 'repository unknown' }],
    [405, { message: 'Non GET methods are not allowed for moved projects' }, { code: 'repository unknown' }],
    [
      400,
      { message: { source_branch: ["can't be blank"] } },
      { code: 'forge refused', doing: 'PUT merge_requests/7', said: '{"source_branch":["can\'t be blank"]}' },
    ],
  ];

  it.each(gitlabSays)('is told in the words of the port: GitLab’s %i %j', async (status, body, trouble) => {
    const address = await serve((_request, response) => response.writeHead(status).end(JSON.stringify(body)));
    const error = await troubleOf(gitlabAt(address).closeReview(7));
    expect(error.trouble).toMatchObject({ place: 'gitlab.example/team/adrs', ...trouble });
  });

  const forgejoSays: readonly (readonly [
    status: number,
    body: object,
    repository: object | undefined,
    trouble: object,
  ])[] = [
    [401, { message: 'token is required' }, undefined, { code: 'forge key refused', said: 'token is required' }],
    [
      403,
      { message: 'token does not have at least one of required scope(s): [write:repository]' },
      {},
      { code: 'permission missing', permission: 'scope write:repository' },
    ],
    [
      403,
      { message: 'token does not have at least one of required scope(s), required=[write:issue], token scope=all' },
      {},
      { code: 'permission missing', permission: 'scope write:issue' },
    ],
    [403, { message: '' }, {}, { code: 'permission missing', permission: 'role write' }],
    [403, { message: '' }, { archived: true }, { code: 'repository archived' }],
    [423, { message: 'team/adrs is archived' }, undefined, { code: 'repository archived' }],
    [404, { message: "The target couldn't be found." }, undefined, { code: 'repository unknown' }],
    [404, {}, { has_pull_requests: false }, { code: 'rule in the way', rule: 'has_pull_requests: false' }],
    [422, { message: 'Invalid' }, {}, { code: 'forge refused', doing: 'PATCH pulls/7', said: 'Invalid' }],
  ];

  it.each(forgejoSays)(
    'is told in the words of the port: Forgejo’s %i %j, the repository being %j',
    async (status, body, repository, trouble) => {
      const address = await serve((request, response) => {
        const isRepository = request.method === 'GET';
        if (!isRepository) response.writeHead(status).end(JSON.stringify(body));
        else response.writeHead(repository === undefined ? 404 : 200).end(JSON.stringify(repository ?? {}));
      });
      const error = await troubleOf(forgejoAt(address).closeReview(7));
      expect(error.trouble).toMatchObject({ place: 'forge.example/team/adrs', ...trouble });
    },
  );
});

describe('what a forge finds out in the background', () => {
  it('is asked for again at Forgejo, while a conflict may be what it has not looked for yet', async () => {
    const changed = { updated_at: new Date().toISOString() };
    const head = { label: 'a', ref: 'a', sha: 'f'.repeat(40), repo_id: 1 };
    const pull = { number: 7, html_url: '', state: 'open', merged: false, head, base: { ref: 'main', repo_id: 1 } };
    let asked = 0;
    const address = await serve((request, response) => {
      if (request.url !== '/repos/team/adrs/pulls/7') {
        response.end(request.url?.includes('reviews') === true ? '[]' : '{}');
        return;
      }
      asked += 1;
      response.end(JSON.stringify({ ...pull, ...changed, mergeable: asked > 2 }));
    });
    const read = () => forgejoAt(address).readReview(7);
    expect(await read()).toMatchObject({ hasConflict: false });
    expect(asked).toBe(3);
    asked = -10;
    expect(await read()).toMatchObject({ hasConflict: true });
    expect(asked).toBe(-6);
    changed.updated_at = '2026-01-01T00:00:00Z';
    expect(await read()).toMatchObject({ hasConflict: true });
    expect(asked).toBe(-5);
  });

  it('is waited for at GitLab, before it is told that a merge request merges itself', async () => {
    let asked = 0;
    const address = await serve((request, response) => {
      const body = { iid: 7, state: 'opened', labels: [], reviewers: [], draft: false, sha: 'f'.repeat(40) };
      if (request.method === 'PUT') {
        asked += 1;
        response.writeHead(asked < 3 ? 405 : 200).end('{"message":"405 Method Not Allowed"}');
      } else if (request.url?.endsWith('/reviewers') === true) response.end('[]');
      else response.end(JSON.stringify({ ...body, detailed_merge_status: 'checking' }));
    });
    const wanted = { branch: 'a', into: 'main', title: 'A', body: '', isDraft: false, labels: [], reviewers: [] };
    const open = () => gitlabAt(address).openReview({ ...wanted, mergesItself: true });
    expect((await open()).refused).toEqual([]);
    expect(asked).toBe(3);
    asked = -10;
    expect((await open()).refused).toEqual([{ wish: 'merges itself', said: '405 Method Not Allowed' }]);
    expect(asked).toBe(-6);
  });
});

describe('the pull requests of Forgejo', () => {
  it.each(['with', 'without'])(
    'are read page by page, %s a count of them, until one is of the branch',
    async (count) => {
      const seen: (string | null)[] = [];
      const address = await serve((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
        if (pathname !== '/repos/team/adrs/pulls') {
          response.end(
            pathname.endsWith('/reviews') ? '[]' : JSON.stringify(pullOf(Number(pathname.split('/').at(-1)))),
          );
          return;
        }
        seen.push(searchParams.get('page'));
        const first = 100 - 50 * (Number(searchParams.get('page')) - 1);
        const numbers = Array.from({ length: 50 }, (_, index) => first - index).filter((number) => number > 0);
        if (count === 'with') response.setHeader('x-total-count', '100');
        response.end(JSON.stringify(numbers.map(pullOf)));
      });
      // Every pull request is of a branch of its own, but for those of forks.
      expect(await forgejoAt(address).findReview('branch-40')).toMatchObject({ number: 40 });
      expect(seen.splice(0)).toEqual(['1', '2']);
      expect(await forgejoAt(address).findReview('branch-45')).toBeUndefined();
      expect(seen).toEqual(count === 'with' ? ['1', '2'] : ['1', '2', '3']);
    },
  );

  function pullOf(number: number): object {
    const head = { label: `branch-${number}`, ref: `branch-${number}`, sha: '', repo_id: number === 45 ? 2 : 1 };
    return { number, html_url: '', state: 'closed', merged: false, head, base: { ref: 'main', repo_id: 1 } };
  }
});

describe('where a forge is', () => {
  const at = (path: string, apiUrl?: string) =>
    whereIs({ host: 'forge.example', path, place: '', token, apiUrl }, '/api/v4');

  it.each([
    ['team/adrs', undefined, 'https://forge.example/api/v4', 'team/adrs'],
    ['team/adrs', 'https://api.example/api/v4/', 'https://api.example/api/v4', 'team/adrs'],
    ['git/team/adrs', 'https://forge.example/git/api/v4', 'https://forge.example/git/api/v4', 'team/adrs'],
    ['team/adrs', 'https://forge.example/git/api/v4', 'https://forge.example/git/api/v4', 'team/adrs'],
    ['a/b/team/adrs', 'https://forge.example/a/b/api/v4', 'https://forge.example/a/b/api/v4', 'team/adrs'],
    ['team/adrs', 'https://forge.example/elsewhere', 'https://forge.example/elsewhere', 'team/adrs'],
  ])('and which repository it is there: %s, %s', (path, apiUrl, address, repository) => {
    expect(at(path, apiUrl)).toEqual({ address, repository });
  });
});
