import { openDatabase, openPool } from '../../db/connect.ts';
import { openReader } from '../../src/reader/reader.ts';
import { fingerprintCard } from '../../src/slack/card-drawing.ts';
import { openStore } from '../../src/store/store.ts';
import type { Archive } from '../../src/workflow/ports/archive.ts';
import type { Chat, WrittenMessage } from '../../src/workflow/ports/chat.ts';
import type { Ports } from '../../src/workflow/ports.ts';

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
    teamId: 'T1',
    findChannel: async () => notHere(),
    listMembers: async () => notHere(),
    listGroups: async () => undefined,
    listGroupMembers: async () => notHere(),
    findPeople: async () => [],
    postCard: async () => notHere(),
    fingerprintCard,
    updateCard: async () => notHere(),
    seedEmoji: async () => notHere(),
    readReactions: async () => notHere(),
    say,
    reword: async () => undefined,
  };
}

const noArchive: Archive = {
  id: 'nowhere',
  label: 'nowhere',
  folder: 'docs/decisions',
  // The index is kept in step all the time, with nothing here.
  fetch: async () => ({
    branch: 'main',
    madeFrom: undefined,
    commit: undefined,
    files: new Map(),
    read: async () => new Map(),
    readSettings: async () => undefined,
    has: async () => false,
  }),
  find: async () => notHere(),
  commit: async () => notHere(),
  addressOf: notHere,
  addressOfFile: notHere,
};

/** Ports on a real store, with a stand-in for Slack, and an archive in which nothing is. The pool is the caller's to end. */
export function openPorts(url: string, say: Say) {
  const pool = openPool(url, () => undefined);
  const warnings: Warning[] = [];
  const ports: Ports = {
    store: openStore(openDatabase(pool), () => new Date()),
    chat: standInChat(say),
    archive: noArchive,
    reader: openReader(),
    now: () => new Date(),
    log: {
      info: () => undefined,
      warn: (context, message) => void warnings.push({ context, message }),
      error: (context, message) => void warnings.push({ context, message }),
    },
    metrics: { count: () => undefined },
    settings: { publishesRejected: true },
  };
  return { pool, ports, warnings };
}
