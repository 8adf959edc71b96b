import { createServer } from 'node:net';
import { join } from 'node:path';
import type { MethodFailure } from '@gavel/local-slack/control/faults.ts';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { Running } from '../../src/process/running.ts';
import { TokenRefused } from '../../src/slack/app/sign-in.ts';
import { serveGit } from '../archive/git-server.ts';
import { makeFolder } from '../archive/workshop.ts';
import { setStage } from '../support/gavel.ts';
import { openGitProxy } from './git-proxy.ts';
import { startOwnPostgres } from './own-postgres.ts';
import { cardSays, patience, propose } from './scene.ts';

/** A log that can be read, and that tells the test about every line. */
function readableLog(onLine: (line: string) => void = () => undefined) {
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
    onLine(line);
  };
  return { lines, log: pino({ level: 'debug' }, { write }) };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a database that is unreachable at the start', () => {
  it('is waited for, and then used', async () => {
    const postgres = await startOwnPostgres();
    await postgres.stop();
    let isComing: Promise<void> | undefined;
    const { lines, log } = readableLog(() => {
      isComing ??= postgres.comeBack();
    });
    const databasePatience = { attempts: 600, pause: 50 };
    await using stage = await setStage({ databaseUrl: postgres.url, parts: { log, databasePatience } });
    await isComing;
    expect(lines[0]).toContain('The database can’t be reached yet; trying again.');
    expect((await fetch(`http://127.0.0.1:${stage.gavel.port}/readyz`)).status).toBe(200);
  });

  it.each([
    ['nobody listens', (url: URL) => Object.assign(url, { port: '9' }), 'ECONNREFUSED'],
    [
      'the password is wrong',
      (url: URL) => Object.assign(url, { username: 'gavel' }),
      'password authentication failed',
    ],
  ])('is given up when %s, with what to do, and without the password', async (_why, change, reason) => {
    await using stage = await setStage();
    const url = change(new URL(stage.databaseUrl));
    url.password = 'hunter2-and-more';
    const { lines, log } = readableLog();
    const parts = { ...stage.parts, databaseUrl: url.href, log, databasePatience: { attempts: 3, pause: 1 } };
    const error = await startGavel(parts).catch((caught: unknown) => caught);
    expect(String(error)).toMatch(/^Error: The database can’t be reached: .*\. Check DATABASE_URL/);
    expect(String(error)).toContain(reason);
    expect(lines.filter((line) => line.includes('trying again'))).toHaveLength(2);
    expect(`${error} ${lines.join()}`).not.toContain('hunter2');
  });
});

const allIsWell = {
  ready: true,
  checks: {
    database: { state: 'ok' },
    worker: { state: 'ok' },
    slack: { state: 'ok' },
    repository: { state: 'ok' },
  },
};

describe.each(['http', 'socket'] as const)('the port of Gavel in %s mode', (mode) => {
  it('answers health checks, and nothing else that is not for it', async () => {
    await using stage = await setStage({ mode });
    const get = (path: string) => fetch(`http://127.0.0.1:${stage.gavel.port}${path}`);
    expect(await (await get('/healthz')).json()).toEqual({ alive: true });
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, mode === 'http' ? { ready: true } : allIsWell]);
    expect((await get('/metrics')).status).toBe(mode === 'http' ? 404 : 200);
    expect((await get('/elsewhere')).status).toBe(404);
  });

  it('is named when another program has it', async () => {
    await using stage = await setStage({ mode });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startGavel({ ...stage.parts, listen: { ...stage.parts.listen, port } })).rejects.toThrow(
      `Port ${port} is in use by another program. Set PORT to a free one.`,
    );
  });
});

describe('the port for health checks', () => {
  it('tells in HTTP mode what strangers are not told', async () => {
    await using stage = await setStage({ mode: 'http' });
    const get = (path: string) => fetch(`http://127.0.0.1:${stage.gavel.healthPort}${path}`);
    expect(await (await get('/readyz')).json()).toEqual(allIsWell);
    expect(await (await get('/metrics')).text()).toContain('gavel_votes_received_total');
    expect((await get('/slack/events')).status).toBe(404);
  });

  it.each(['http', 'socket'] as const)('is opened only on 127.0.0.1 in %s mode, unless set', async (mode) => {
    await using stage = await setStage({ mode });
    const listen = { host: undefined, port: 0, healthHost: undefined, healthPort: mode === 'http' ? 0 : undefined };
    const other = await startGavel({ ...stage.parts, dataFolder: join(stage.folder, 'other'), listen });
    onTestFinished(() => other.stop());
    // Another address of this machine, as one in the network would be.
    const get = (port: number | undefined) => fetch(`http://127.0.0.2:${port}/healthz`).then(({ status }) => status);
    await expect(get(other.healthPort)).rejects.toThrow('fetch failed');
    if (mode === 'http') expect(await get(other.port)).toBe(200);
  });
});

describe('a repository that is unreachable at the start', () => {
  const archive = (repository: string) => ({
    repository,
    branch: undefined,
    folder: 'docs/decisions',
    token: undefined,
    author: { name: 'Gavel', email: 'gavel@example.com' },
  });

  it.each([
    ['nobody answers', async () => 'http://127.0.0.1:9/decisions.git', 'unreachable'],
    ['it is not there at all', async () => '/nowhere/decisions.git', 'not found'],
    [
      'it does not let Gavel in',
      async () => (await serveGit('/', 'x', 'another token')).urlOf('decisions.git'),
      'not authorized',
    ],
  ])('keeps nobody from voting because %s: it is said in the log and at /readyz', async (_why, where, reason) => {
    const { lines, log } = readableLog();
    await using stage = await setStage({ parts: { log, archive: archive(await where()) } });
    const health = async () => (await fetch(`http://127.0.0.1:${stage.gavel.healthPort}/readyz`)).json();
    const repository = { state: 'degraded', reason };
    await expect.poll(health, patience).toEqual({ ready: true, checks: { ...allIsWell.checks, repository } });
    expect(lines.join('')).toContain('Nothing can be published right now');
    const card = await propose(stage.slack, 'Choose a language');
    await stage.slack.person('Alice').react(card, 'one');
    await cardSays(stage.slack, 'Choose a language', '1 of 4 have voted');
  });

  it('is used as soon as it is there', async () => {
    const folder = await makeFolder();
    const good = await serveGit(folder, 'x-access-token', 'token-of-today');
    const proxy = await openGitProxy(good.urlOf(''));
    await proxy.close();
    const settings = { ...archive(`http://127.0.0.1:${proxy.port}/decisions.git`), token: 'token-of-today' };
    await using stage = await setStage({ folder, parts: { archive: settings } });
    const health = async () => (await fetch(`http://127.0.0.1:${stage.gavel.healthPort}/readyz`)).json();
    await expect.poll(health, patience).toMatchObject({ checks: { repository: { reason: 'unreachable' } } });
    await proxy.forwardTo(good.urlOf(''));
    await expect.poll(health, patience).toEqual(allIsWell);
  });
});

describe('Slack that is unreachable at the start', () => {
  /** A Gavel that starts while Slack answers like this; its health can be checked before it has started. */
  async function startInTrouble(mode: 'http' | 'socket', method: string, failure: MethodFailure) {
    const stage = await setStage({ mode });
    onTestFinished(() => stage[Symbol.asyncDispose]());
    await stage.gavel.stop();
    stage.slack.faults.failNext(method, { times: 10_000, ...failure });
    const { lines, log } = readableLog();
    const port = await freePort();
    const webPort = await freePort();
    const listen = { ...stage.parts.listen, ...(mode === 'http' ? { port: webPort, healthPort: port } : { port }) };
    const stopWanted = new AbortController();
    const running = new Running(stopWanted.signal);
    const starting = startGavel({ ...stage.parts, log, listen }, running);
    starting.catch(() => undefined);
    onTestFinished(() => running.stop());
    const ask = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      return answer && [answer.status, await answer.json()];
    };
    return { stage, lines, starting, stopWanted, webPort, health: () => ask('/readyz'), life: () => ask('/healthz') };
  }

  it.each<[string, string, MethodFailure, string]>([
    ['answers with errors', 'auth.test', { status: 503 }, 'not signed in yet: HTTP 503'],
    [
      'says that it has an outage',
      'auth.test',
      { error: 'service_unavailable' },
      'not signed in yet: service_unavailable',
    ],
    ['lets no socket in', 'apps.connections.open', { status: 500 }, 'no events can come in: HTTP 500'],
  ])('is waited for when it %s, with its health told meanwhile', async (_what, method, failure, reason) => {
    const { stage, starting, health, life, lines } = await startInTrouble('socket', method, failure);
    const slack = { state: 'down', reason };
    await expect
      .poll(health, patience)
      .toMatchObject([503, { ready: false, checks: { slack, database: { state: 'ok' } } }]);
    expect(await life()).toEqual([200, { alive: true }]);
    expect(lines.join('')).toContain('trying again');
    stage.slack.faults.clear();
    await starting;
    await expect.poll(health, patience).toEqual([200, allIsWell]);
    await propose(stage.slack, 'Choose a language');
  });

  it('is told in HTTP mode to deliver again later', async () => {
    const { stage, starting, health, webPort } = await startInTrouble('http', 'auth.test', { status: 503 });
    const deliver = async () => (await fetch(`http://127.0.0.1:${webPort}/slack/events`, { method: 'POST' })).status;
    await expect.poll(health, patience).toMatchObject([503, { checks: { slack: { state: 'down' } } }]);
    expect(await deliver()).toBe(503);
    stage.slack.faults.clear();
    await starting;
    await expect.poll(health, patience).toEqual([200, allIsWell]);
    // Anybody who can't sign it isn't Slack.
    expect(await deliver()).toBe(401);
  });

  it('keeps nobody from stopping Gavel', async () => {
    const { starting, health, stopWanted } = await startInTrouble('socket', 'auth.test', { status: 503 });
    await expect.poll(health, patience).toMatchObject([503, { ready: false }]);
    stopWanted.abort('enough');
    await expect(starting).rejects.toBe('enough');
    expect(await health()).toBeUndefined();
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'auth.test', 'invalid_auth'],
    ['SLACK_BOT_TOKEN', 'auth.test', 'token_revoked'],
    ['SLACK_BOT_TOKEN', 'auth.test', 'account_inactive'],
    ['SLACK_APP_TOKEN', 'apps.connections.open', 'not_authed'],
  ] as const)(
    'is another thing than a refused %s (%s: %s), which is told and ends the start',
    async (setting, method, error) => {
      const { starting } = await startInTrouble('socket', method, { error });
      await expect(starting).rejects.toThrow(new TokenRefused({ setting, reason: error }));
    },
  );
});
