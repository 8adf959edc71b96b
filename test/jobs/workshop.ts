import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { onTestFinished, vi } from 'vitest';
import { openPool } from '../../db/connect.ts';
import { openWorker, type Places, type Worker } from '../../src/jobs/worker.ts';
import type { Message } from '../../src/workflow/ports/chat/chat.ts';
import { openPorts, type Say } from '../support/ports.ts';

const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** For waiting on what is done in the background. */
export const patience = { timeout: 45_000, interval: 50 };

/** A Slack in which saying something takes until the test lets it end. */
export function holdBack() {
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const say = vi.fn<Say>(async () => {
    begun.resolve();
    await release.promise;
    return '1.2';
  });
  return { say, begun: begun.promise, release: release.resolve };
}

/** A Slack in which everything is said at once. */
export function sayAtOnce() {
  return vi.fn<Say>(async ({ key }) => `said ${key}`);
}

/** One Gavel process, as far as its background work goes: a pool of its own, a real store, a stand-in Slack. */
export function openProcess(url: string, say: Say) {
  const { pool, ports, warnings } = openPorts(url, say);
  let worker: Worker | undefined;
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await worker?.stop();
    await pool.end();
  };
  onTestFinished(close);
  return {
    pool,
    ports,
    warnings,
    /** Takes jobs from now on. */
    work: async (rounds?: string): Promise<Worker> => {
      const open = openWorker(pool, ports.log, rounds === undefined ? {} : { rounds });
      worker = open;
      await open.serve(ports);
      return open;
    },
    /** Stops as Gavel does: first the work, then the connections. */
    close,
  };
}

/** A process that serves several workspaces, each with a stand-in Slack of its own. */
export function openSharedProcess(url: string, places: Places) {
  const pools: pg.Pool[] = [];
  const pool = openPool(url, () => undefined);
  const worker = openWorker(pool, silentLog, { places, rounds: '' });
  onTestFinished(async () => {
    await worker.stop();
    for (const each of [...pools, pool]) await each.end();
  });
  return {
    worker,
    /** Serves one more workspace. */
    serve: async (teamId: string, say: Say, isAway?: () => boolean) => {
      const { pool: own, ports } = openPorts(url, say, teamId);
      pools.push(own);
      await worker.serve(ports, isAway);
      return ports;
    },
  };
}

/** Something to be said, under a key. */
export function makeMessage(key: string, teamId = 'T1'): Message {
  return { teamId, key, channelId: 'C1', decisionId: undefined, body: { kind: 'edited', by: 'U1' } };
}

/** Queries a database on a connection of its own. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** Starts a process that takes the jobs of a database and never finishes one; resolves when it has one. */
export async function startStuckProcess(url: string) {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const source = `
    const { openPorts } = await import(${module('../support/ports.ts')});
    const { openWorker } = await import(${module('../../src/jobs/worker.ts')});
    const { pool, ports } = openPorts(process.argv.at(-1), ({ key }) => new Promise(() => console.log(key)));
    await openWorker(pool, ports.log).serve(ports);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [key] = await once(createInterface(child.stdout), 'line');
  return { child, key: String(key) };
}
