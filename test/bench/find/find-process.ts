import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../../../db/connect.ts';
import { migrate } from '../../../db/migrate.ts';
import { migrateJobs } from '../../../src/jobs/worker.ts';
import { atHome } from '../../../src/workflow/access/access.ts';
import { readCards, showCard } from '../../../src/workflow/card/show-card.ts';
import { previewDigest } from '../../../src/workflow/digest/digest.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { listDecisions } from '../../../src/workflow/find/list.ts';
import type { ListPlace } from '../../../src/workflow/find/listed.ts';
import { searchDecisions } from '../../../src/workflow/find/search.ts';
import { findHome, linesAtHome } from '../../../src/workflow/home/home.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { findAlike } from '../../../src/workflow/propose/alike.ts';
import { startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { makeDecision } from '../../store/decision-samples.ts';
import { fillDatabase, filledChannels, filledId, settleDatabase } from '../../support/full-database.ts';
import { anyChannel, everythingIsPublic, openPorts, testPlace, withArchive } from '../../support/ports.ts';
import { textOf, wordOf, writeSentences } from './texts.ts';

// Gavel without Slack and git, in a process of its own, so that its memory can be told: finds what a full database
// holds.

/** What people ask for, after the plain query that everything is compared with. */
export const questions = [
  ...(['primary key', 'find a word', 'find a rare word', 'find a common word', 'find two words'] as const),
  ...(['find by beginning', 'find with filters', 'find a mistyped word', 'similar titles'] as const),
  ...(['Home', 'register', 'register, page 4', 'list', 'list, page 20', 'waiting', 'history', 'digest'] as const),
];

/** What this process is asked to do, one thing at a time, and what each is answered with. */
export interface FindOrders {
  /** Fills a new database with so many decisions and as many ADRs. */
  prepare: { order: { databaseUrl: string; count: number }; answer: undefined };
  /** Answers with the milliseconds that a question took. `turn`: how often it was asked before; words differ by it. */
  ask: { order: { question: (typeof questions)[number]; turn: number }; answer: number };
  /** Opens a vote of so many people; answers with the milliseconds that it took. */
  'open a vote': { order: { members: number }; answer: number };
  /** Reads that vote and draws its card for Slack; answers with the milliseconds that it took. */
  'show the card': { order: object; answer: number };
}

const channelId = 'C7';
const voteId = '00000000-0000-4000-8000-000000000001';
const channelIds = Array.from({ length: filledChannels }, (_, index) => `C${index}`);

/** How many people ask, one after the other. */
const askers = 50;

let ports: Ports | undefined;
let readRow: (id: string) => Promise<unknown> = () => Promise.reject(new Error('Say “prepare” first.'));
let decisions = 0;

function prepared(): Ports {
  if (ports === undefined) throw new Error('Say “prepare” first.');
  return ports;
}

const actorOf = (turn: number) => ({ teamId: testPlace.teamId, userId: `U${1 + (turn % askers)}` });

async function readList(turn: number, pages: number, where = channelId, size?: number): Promise<number> {
  let place: ListPlace | undefined;
  let start = 0;
  for (let page = 0; page < pages; page += 1) {
    start = performance.now();
    const more = size === undefined ? {} : { size };
    const answer = await listDecisions(prepared(), actorOf(turn), { channelId: where, words: [], place, ...more });
    if (answer.lines.length === 0) throw new Error(`Page ${page + 1} is empty.`);
    place = answer.next;
  }
  return performance.now() - start;
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function search(turn: number, typed: string): Promise<number> {
  const start = performance.now();
  const { total } = await searchDecisions(prepared(), actorOf(turn), { channelId, typed, page: 0 });
  const taken = performance.now() - start;
  if (total === 0) throw new Error(`Nothing was found for “${typed}”.`);
  return taken;
}

const ask: Readonly<Record<(typeof questions)[number], (turn: number) => Promise<number>>> = {
  'primary key': (turn) => time(() => readRow(someId(turn))),
  'find a word': (turn) => search(turn, wordOf(200 + turn)),
  'find a rare word': (turn) => search(turn, wordOf(2_000 + turn)),
  'find a common word': (turn) => search(turn, turn % 2 === 0 ? 'database' : wordOf(turn % 5)),
  'find two words': (turn) => search(turn, `${wordOf(20 + turn)} ${wordOf(7)}`),
  'find by beginning': (turn) => search(turn, wordOf(300 + turn).slice(0, 4)),
  'find with filters': (turn) => search(turn, `${wordOf(30 + turn)} status:accepted after:2020`),
  'find a mistyped word': (turn) => search(turn, ['casandra', 'cassadnra', 'cassandar'][turn % 3] ?? ''),
  'similar titles': (turn) =>
    time(() => findAlike(prepared(), actorOf(turn), channelId, `Which database for ${['logs', 'billing'][turn % 2]}?`)),
  Home: (turn) => time(() => findHome(prepared(), actorOf(turn), undefined, async () => [])),
  register: (turn) => readList(turn, 1, atHome, linesAtHome),
  'register, page 4': (turn) => readList(turn, 4, atHome, linesAtHome),
  list: (turn) => readList(turn, 1),
  'list, page 20': (turn) => readList(turn, 20),
  waiting: (turn) => time(() => findWaiting(prepared(), actorOf(turn), channelId)),
  history: (turn) => time(() => readHistory(prepared(), someId(turn), actorOf(turn))),
  digest: (turn) => time(() => previewDigest(prepared(), actorOf(turn), channelId)),
};

/** A decision in the middle of all, one that is in git. */
function someId(turn: number): string {
  return filledId('decision', testPlace.teamId, 100 * Math.ceil(decisions / 200) + 20 + (turn % 20));
}

const obey: {
  [Name in keyof FindOrders]: (order: FindOrders[Name]['order']) => Promise<FindOrders[Name]['answer']>;
} = {
  prepare: async ({ databaseUrl, count }) => {
    const opened = openPorts(databaseUrl, async () => '1.2');
    // Gavel's own connections give up on statements that take as long as filling a table.
    const patient = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    const db = openDatabase(patient);
    await migrate(db);
    await migrateJobs(opened.pool);
    const archive = { ...opened.ports.archive, addressOfFile: () => undefined, addressOf: () => undefined };
    const channels = new Map(channelIds.map((id) => [id, anyChannel(id)]));
    const sight = { ...everythingIsPublic, listOwnChannels: async () => channels };
    ports = { ...withArchive(opened.ports, archive), sight };
    decisions = count;
    const byKey = 'select * from decision where team_id = $1 and id = $2';
    readRow = (id) => opened.pool.query(byKey, [testPlace.teamId, id]);
    if (count > 0) {
      await writeSentences(db);
      await fillDatabase(db, { ...testPlace, count, now: ports.now(), textOf });
      await sql`insert into search_word values (${testPlace.teamId}, 'cassandra') on conflict do nothing`.execute(db);
    }
    await settleDatabase(db);
    await db.destroy();
    return undefined;
  },
  ask: ({ question, turn }) => ask[question](turn),
  'open a vote': async ({ members }) => {
    const all = prepared();
    const ids = Array.from({ length: members }, (_, index) => `U${index + 1}`);
    Object.assign(all.chat, {
      listMembers: async () => [all.chat.botUserId, ...ids],
      updateCard: async () => true,
      seedEmoji: async () => undefined,
    });
    const closesAt = new Date(all.now().getTime() + 7 * 24 * 3_600_000);
    await all.store.read.decisions.insert(makeDecision({ id: voteId, closesAt }));
    await all.store.read.cards.place(voteId, { ts: '1.000100', link: '' });
    return time(() => startVoting(all, { decisionId: voteId, actorId: 'U1', isLater: true }));
  },
  'show the card': () =>
    time(async () => {
      const card = (await readCards(prepared(), [voteId])).get(voteId);
      if (card === undefined) throw new Error('There is no card.');
      await showCard(prepared(), card);
    }),
};

process.on('message', async ({ name, order }: { name: keyof FindOrders | 'usage'; order: never }) => {
  if (name === 'usage') return; // for report-usage.ts
  try {
    process.send?.({ answer: await obey[name](order) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => process.exit());
