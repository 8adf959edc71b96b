import { createServer } from 'node:net';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { setStage } from '../support/gavel.ts';
import { startOwnPostgres } from './own-postgres.ts';

/** A log that can be read, and that tells the test of every line. */
function readableLog(onLine: (line: string) => void = () => undefined) {
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
    onLine(line);
  };
  return { lines, log: pino({ level: 'debug' }, { write }) };
}

describe('a database that is away at the start', () => {
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

describe.each(['http', 'socket'] as const)('the port of Gavel in %s mode', (mode) => {
  it('answers health checks, and nothing else that is not for it', async () => {
    await using stage = await setStage({ mode });
    const get = (path: string) => fetch(`http://127.0.0.1:${stage.gavel.port}${path}`);
    expect(await (await get('/healthz')).json()).toEqual({ alive: true });
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, database: true, worker: true, slack: true },
    ]);
    expect((await get('/elsewhere')).status).toBe(404);
  });

  it('is named when another program has it', async () => {
    await using stage = await setStage({ mode });
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startGavel({ ...stage.parts, port })).rejects.toThrow(
      `Port ${port} is in use by another program. Set PORT to a free one.`,
    );
  });
});

describe('a repository that is away at the start', () => {
  const archive = (repository: string) => ({
    repository,
    branch: undefined,
    folder: 'docs/decisions',
    token: undefined,
    author: { name: 'Gavel', email: 'gavel@example.com' },
  });

  it('keeps nobody from voting: it is said in the log, and published later', async () => {
    const { lines, log } = readableLog();
    await using stage = await setStage({ parts: { log, archive: archive('http://127.0.0.1:9/decisions.git') } });
    expect((await fetch(`http://127.0.0.1:${stage.gavel.port}/readyz`)).status).toBe(200);
    expect(lines.join('')).toContain('The repository can’t be reached yet');
  });

  it('is no reason to start when it is not there at all', async () => {
    await using stage = await setStage();
    const parts = { ...stage.parts, archive: archive(`${stage.folder}/nowhere.git`) };
    await expect(startGavel(parts)).rejects.toThrow(/ADR_REPOSITORY/);
  });
});
