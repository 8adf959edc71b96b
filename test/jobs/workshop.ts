import pg from 'pg';
import { onTestFinished } from 'vitest';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import type { Message } from '../../src/workflow/ports/chat.ts';
import { openPorts, type Say } from '../support/ports.ts';

export type { Say };

/** One process of Gavel's, as far as its background work goes: a pool of its own, a real store, a stand-in Slack. */
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
    /** Takes up jobs from now on. */
    work: async (rounds?: string): Promise<Worker> => {
      worker = await startWorker(pool, ports, rounds);
      return worker;
    },
    /** Stops as Gavel does: first the work, then the connections. */
    close,
  };
}

/** Something to be said, under a key. */
export function makeMessage(key: string): Message {
  return { teamId: 'T1', key, channelId: 'C1', decisionId: undefined, body: { kind: 'edited', by: 'U1' } };
}

/** Asks a database something on a connection of its own. */
export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<Row>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
