import pg from 'pg';
import { onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { openStore } from '../../src/store/store.ts';
import type { Archive, Chat, Message, Ports, WrittenMessage } from '../../src/workflow/ports.ts';

/** What a worker says of itself, for tests that have to wait for it. */
interface Warning {
  readonly context: object;
  readonly message: string;
}

/** What a stand-in for Slack does when something is said; it answers with the `ts` of the message. */
export type Say = (message: WrittenMessage) => Promise<string>;

function notHere(): never {
  throw new Error('This test has no Slack and no git.');
}

/** Slack, as far as these tests need it: somewhere to say things. */
function standInChat(say: Say): Chat {
  return {
    botUserId: 'U0',
    findChannel: async () => notHere(),
    listMembers: async () => notHere(),
    findPeople: async () => [],
    postCard: async () => notHere(),
    updateCard: async () => notHere(),
    seedEmoji: async () => notHere(),
    readReactions: async () => notHere(),
    say,
  };
}

const noArchive: Archive = {
  id: 'nowhere',
  label: 'nowhere',
  folder: 'docs/decisions',
  fetch: async () => notHere(),
  find: async () => notHere(),
  commit: async () => notHere(),
  addressOf: notHere,
};

/** One process of Gavel's, as far as its background work goes: a pool of its own, a real store, a stand-in Slack. */
export function openProcess(url: string, say: Say) {
  const pool = openPool(url, () => undefined);
  const warnings: Warning[] = [];
  const ports: Ports = {
    store: openStore(openDatabase(pool), () => new Date()),
    chat: standInChat(say),
    archive: noArchive,
    now: () => new Date(),
    log: {
      info: () => undefined,
      warn: (context, message) => void warnings.push({ context, message }),
      error: (context, message) => void warnings.push({ context, message }),
    },
    settings: { publishesRejected: true },
  };
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
    work: async (): Promise<Worker> => {
      worker = await startWorker(pool, ports);
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
