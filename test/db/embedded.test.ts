import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';

const isRoot = process.getuid?.() === 0;

/** A place for the data of a PostgreSQL. Folders of mkdtemp have mode 700: nobody but their maker may enter. */
async function makePlace(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'gavel-db-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true, maxRetries: 5 }));
  return join(parent, 'postgres');
}

/** Starts the PostgreSQL of a place in this process; it ends with the test at the latest. */
async function start(place: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(place, ['fsync=off']);
  onTestFinished(() => server.stop());
  return server;
}

/** Runs a script in a process of its own, in which `startEmbeddedPostgres` and `place` are known. */
function runApart(script: string, place = ''): ChildProcess {
  const module = new URL('../../db/embedded.ts', import.meta.url).href;
  const source = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const place = process.argv.at(-1);
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, place], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('This process says nothing.');
  const [line] = await once(createInterface(child.stdout), 'line');
  return String(line);
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

describe('the PostgreSQL that comes with npm', { timeout: 120_000 }, () => {
  it('starts on a port of this machine alone, and keeps its password to itself', async () => {
    const place = await makePlace();
    const { url } = await start(place);
    const [row] = await query(
      url,
      `select current_setting('server_version_num')::int / 10000 as version,
      current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
    );
    expect(row).toEqual({ version: 18, addresses: '127.0.0.1', encoding: 'UTF8' });
    expect((await stat(`${place}.password`)).mode & 0o777).toBe(0o600);
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it.runIf(isRoot)('does not run as root, though root alone may enter its folder', async () => {
    const place = await makePlace();
    const { url } = await start(place);
    expect((await stat(join(place, '..'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(place, 'postmaster.pid'))).uid).not.toBe(0);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('finds its data at the next start', async () => {
    const place = await makePlace();
    const first = await start(place);
    await query(first.url, 'create table note as select 42 as answer');
    await first.stop();
    await expect(query(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start(place);
    expect(await query(second.url, 'select answer from note')).toEqual([{ answer: 42 }]);
  });

  it('is taken over when the process that started it was killed', async () => {
    const place = await makePlace();
    const starter = runApart('console.log((await startEmbeddedPostgres(place)).url);', place);
    const url = await firstLine(starter);
    await query(url, 'create table note as select 42 as answer');
    starter.kill('SIGKILL');
    await once(starter, 'exit');

    const ours = await start(place);
    expect(ours.url).toBe(url);
    expect(await query(ours.url, 'select answer from note')).toEqual([{ answer: 42 }]);
    await ours.stop();
    await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('starts while the one of a process that has just left is still stopping', async () => {
    const place = await makePlace();
    const starter = runApart(
      `
      console.log((await startEmbeddedPostgres(place)).url);
      process.stdin.once('data', () => process.exit(0));`,
      place,
    );
    // Much that is not on disk yet, so that it takes a while to stop.
    await query(await firstLine(starter), 'create table number as select generate_series(1, 2000000) as value');
    starter.stdin?.write('\n');
    expect(await once(starter, 'exit')).toEqual([0, null]);
    const { url } = await start(place);
    expect(await query(url, 'select max(value) from number')).toEqual([{ max: 2_000_000 }]);
  });

  it('starts where PostgreSQL itself was killed', async () => {
    const place = await makePlace();
    const starter = runApart('console.log((await startEmbeddedPostgres(place)).url);', place);
    const url = await firstLine(starter);
    await query(url, 'create table note as select 42 as answer');
    const [row] = await query(url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`);
    process.kill(Number(row?.pid), 'SIGKILL');

    const { url: ours } = await start(place);
    expect(await query(ours, 'select answer from note')).toEqual([{ answer: 42 }]);
  });

  it('starts where the first start was cut short', async () => {
    const place = await makePlace();
    await mkdir(`${place}.new`, { recursive: true });
    await writeFile(join(`${place}.new`, 'PG_VERSION'), '18\n');
    await writeFile(`${place}.password`, 'old', { mode: 0o600 });
    const { url } = await start(place);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says what to do when it is not installed', async () => {
    const child = runApart(`
      Object.defineProperty(process, 'arch', { value: 'abacus' });
      await startEmbeddedPostgres(place).catch((error) => console.log(error.message));`);
    const message = await firstLine(child);
    expect(message).toContain('DATABASE_URL is not set');
    expect(message).toContain('Set DATABASE_URL=postgres://');
    expect(message).toContain('without leaving out optional packages');
  });

  it('says what PostgreSQL said when it cannot start', async () => {
    const place = await makePlace();
    await expect(startEmbeddedPostgres(place, ['no_such_setting=1'])).rejects.toThrow('no_such_setting');
  });
});
