import { openDatabase } from '../../../db/connect.ts';
import { migrate } from '../../../db/migrate.ts';
import { migrateJobs } from '../../../src/jobs/worker.ts';
import { readCards, showCard } from '../../../src/workflow/card/show-card.ts';
import { previewDigest } from '../../../src/workflow/digest/digest.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { listDecisions } from '../../../src/workflow/find/list.ts';
import type { ListPlace } from '../../../src/workflow/find/listed.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { makeDecision } from '../../store/decision-samples.ts';
import { fillDatabase, filledId, settleDatabase } from '../../support/full-database.ts';
import { openPorts, testPlace, withArchive } from '../../support/ports.ts';

// Gavel without Slack and git, in a process of its own, so that its memory can be told: lists what a full database
// holds.

/** What people ask for. */
export const questions = ['first page', 'page 20', 'history', 'digest'] as const;

/** What this process is asked to do, one thing at a time, and what each is answered with. */
export interface ListOrders {
  /** Fills a new database with so many decisions. */
  prepare: { order: { databaseUrl: string; count: number }; answer: undefined };
  /** Answers with the milliseconds that a question took. */
  ask: { order: { question: (typeof questions)[number] }; answer: number };
  /** Opens a vote of so many people; answers with the milliseconds that it took. */
  'open a vote': { order: { members: number }; answer: number };
  /** Reads that vote and draws its card for Slack; answers with the milliseconds that it took. */
  'show the card': { order: object; answer: number };
}

const actor = { teamId: testPlace.teamId, userId: 'U1' };
const channelId = 'C7';
const voteId = '00000000-0000-4000-8000-000000000001';

let ports: Ports | undefined;
let decisions = 0;

function prepared(): Ports {
  if (ports === undefined) throw new Error('Say “prepare” first.');
  return ports;
}

async function readList(pages: number): Promise<number> {
  let place: ListPlace | undefined;
  let start = 0;
  for (let page = 0; page < pages; page += 1) {
    start = performance.now();
    const { lines, next } = await listDecisions(prepared(), actor, { channelId, words: [], place });
    if (lines.length === 0) throw new Error(`Page ${page + 1} is empty.`);
    place = next;
  }
  return performance.now() - start;
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const ask: Readonly<Record<(typeof questions)[number], () => Promise<number>>> = {
  'first page': () => readList(1),
  'page 20': () => readList(20),
  history: () =>
    time(() => readHistory(prepared(), filledId('decision', actor.teamId, Math.ceil(decisions / 2) + 20), actor)),
  digest: () => time(() => previewDigest(prepared(), actor, channelId)),
};

const obey: {
  [Name in keyof ListOrders]: (order: ListOrders[Name]['order']) => Promise<ListOrders[Name]['answer']>;
} = {
  prepare: async ({ databaseUrl, count }) => {
    const opened = openPorts(databaseUrl, async () => '1.2');
    const db = openDatabase(opened.pool);
    await migrate(db);
    await migrateJobs(opened.pool);
    const archive = { ...opened.ports.archive, addressOfFile: () => undefined, addressOf: () => undefined };
    ports = withArchive(opened.ports, archive);
    decisions = count;
    if (count > 0) await fillDatabase(db, { ...testPlace, count, now: ports.now() });
    await settleDatabase(db);
    return undefined;
  },
  ask: ({ question }) => ask[question](),
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

process.on('message', async ({ name, order }: { name: keyof ListOrders | 'usage'; order: never }) => {
  if (name === 'usage') return; // for report-usage.ts
  try {
    process.send?.({ answer: await obey[name](order) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
