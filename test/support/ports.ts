import { openDatabase, openPool } from '../../db/connect.ts';
import { openReader } from '../../src/reader/reader.ts';
import { CardDrawings } from '../../src/slack/card/card-drawing.ts';
import { openStore } from '../../src/store/store.ts';
import { en } from '../../src/words/en/en.ts';
import type { Archive } from '../../src/workflow/ports/archive/archive.ts';
import { ArchiveMemory } from '../../src/workflow/ports/archive/archive-memory.ts';
import { Repositories } from '../../src/workflow/ports/archive/repositories.ts';
import type { Channel, Chat, WrittenMessage } from '../../src/workflow/ports/chat/chat.ts';
import type { Sight } from '../../src/workflow/ports/chat/sight.ts';
import { inRepository, type Ports, type RepositoryPorts } from '../../src/workflow/ports/ports.ts';

/** What a worker says about itself, for tests that have to wait for it. */
interface Warning {
  readonly context: object;
  readonly message: string;
}

/** What a stand-in for Slack does when something is said; it returns the `ts` of the message. */
export type Say = (message: WrittenMessage) => Promise<string>;

/** The workspace and the archive of these tests. */
export const testPlace = { teamId: 'T1', archive: 'nowhere' };

function notHere(): never {
  throw new Error('This test has no Slack and no git.');
}

/** A public channel of members, with Gavel in it. */
export function anyChannel(id: string): Channel {
  return { id, name: 'architecture', isPrivate: false, isShared: false, hasGavel: true };
}

/** Every channel that somebody asks for exists. */
class EveryChannel extends Map<string, Channel> {
  override has(): boolean {
    return true;
  }
  override get(id: string): Channel {
    return anyChannel(id);
  }
}

/** Everybody is in the channels they ask for. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** Slack shows everything: for tests that are not about who may see what. */
export const everythingIsPublic: Sight = {
  findChannel: async (id) => anyChannel(id),
  listOwnChannels: async () => new EveryChannel(),
  listPublicChannels: async () => new Set(),
  listMembers: async () => new Everything(),
  listChannelsOf: async () => new Everything(),
  listGroups: async () => undefined,
};

/** Slack, as far as these tests need it: somewhere to say things. */
function standInChat(say: Say, teamId: string): Chat {
  const chat: Chat = {
    withUrgency: () => chat,
    room: () => ({ calls: Number.POSITIVE_INFINITY, opensAt: new Date() }),
    botUserId: 'U0',
    teamId,
    findChannel: async (id) => anyChannel(id),
    listOwnChannels: async () => notHere(),
    listPublicChannels: async () => notHere(),
    listChannelsOf: async () => notHere(),
    listMembers: async () => notHere(),
    listGroups: async () => undefined,
    listGroupMembers: async () => notHere(),
    findPeople: async (ids) => ids.map((id) => ({ id, name: id, timeZone: 'UTC', kind: 'member', isAdmin: false })),
    findAway: async () => new Set(),
    postCard: async () => notHere(),
    findLocale: async () => undefined,
    findEmails: async () => new Map(),
    fingerprintCard: (view) => new CardDrawings().fingerprint(en, view),
    updateCard: async () => notHere(),
    showHome: async () => notHere(),
    seedEmoji: async () => notHere(),
    readReactions: async () => notHere(),
    say,
    reword: async () => undefined,
  };
  return chat;
}

const noArchive: Archive = {
  fileAt: () => undefined,
  id: 'nowhere',
  label: 'nowhere',
  folder: 'docs/decisions',
  signs: false,
  movedTo: () => undefined,
  // The index is always in step, with nothing here.
  fetch: async () => ({
    branch: 'main',
    madeFrom: undefined,
    commit: undefined,
    files: new Map(),
    filesAbove: async () => new Map(),
    listPaths: async () => [],
    readAtTop: async () => undefined,
    read: async () => new Map(),
    readInParts: async function* () {},
    readSettings: async () => undefined,
    has: async () => false,
  }),
  find: async () => notHere(),
  findGenerated: async () => [],
  commit: async () => notHere(),
  fetchReview: async () => undefined,
  pushReview: async () => notHere(),
  updateReview: async () => notHere(),
  deleteReview: async () => notHere(),
  addressOf: notHere,
  addressOfFile: () => undefined,
};

/** One for all, since it keeps nothing but what it has read: starting a thread takes half a second. */
const reader = openReader();

/** These ports, with another archive for all channels. */
export function withArchive(ports: Ports, archive: Archive): RepositoryPorts {
  const repository = { name: archive.label, archive, memory: new ArchiveMemory(), channels: undefined };
  return inRepository({ ...ports, repositories: new Repositories(repository) }, repository);
}

/** Ports on a real store, with a stand-in for Slack and an empty archive. The caller has to end the pool. */
export function openPorts(url: string, say: Say, teamId = testPlace.teamId) {
  const pool = openPool(url, () => undefined);
  const warnings: Warning[] = [];
  const repository = { name: 'nowhere', archive: noArchive, memory: new ArchiveMemory(), channels: undefined };
  const ports: Ports = {
    store: openStore(openDatabase(pool), () => new Date(), { ...testPlace, teamId }),
    chat: standInChat(say, teamId),
    hearing: { since: () => new Date(0) },
    sight: everythingIsPublic,
    repositories: new Repositories(repository),
    reader,
    now: () => new Date(),
    log: {
      info: () => undefined,
      warn: (context, message) => void warnings.push({ context, message }),
      error: (context, message) => void warnings.push({ context, message }),
    },
    metrics: { count: () => undefined },
    settings: { publishesRejected: true, language: 'en', timeZone: undefined },
  };
  return { pool, ports: inRepository(ports, repository), warnings };
}
