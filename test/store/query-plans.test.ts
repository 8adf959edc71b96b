import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { openStore } from '../../src/store/store.ts';
import type { Cut, Part } from '../../src/workflow/ports/list.ts';
import type { Records, Store } from '../../src/workflow/ports/store.ts';
import { fillDatabase, filledChannels, filledId, settleDatabase } from '../support/full-database.ts';
import { testPlace } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { type Watched, watchPlans } from '../support/query-plans.ts';
import { makeDecision, makeVoting } from './decision-samples.ts';
import { after, now } from './workshop.ts';

const teamId = 'T1';
const archive = 'here';
const count = 10_000;

/** What grows with every decision, vote, message or file. */
const growing: ReadonlySet<string> = new Set([
  ...[
    'decision',
    'option',
    'argument',
    'objection',
    'consequence',
    'decider',
    'ballot',
    'late_vote',
    'seen_reaction',
    'publication',
  ],
  ...['event', 'message', 'adr', 'adr_event', 'nudge', 'nudge_choice', 'draft', 'person', 'rule_setting'],
]);

/** What one statement may look at here, where a table has 10,000 rows or more, and is far less in a plan that is good. */
const most = { rows: 2_500, pages: 3_000 };

/** All but one channel in ten. */
const channelIds = Array.from({ length: filledChannels }, (_, index) => `C${index}`).filter((id) => !id.endsWith('0'));
const decisionId = (kind: number) => filledId('decision', teamId, 5_000 + kind);
const start: Cut<never> = { side: 'after', id: undefined };
const part = <Id>(cut: Cut<Id>, words: readonly string[] = [], isCommon = false): Part<Id> => {
  return { cut, most: 16, search: { words, isCommon } };
};
const actor = { teamId, userId: 'U5002' };
const place = { teamId, channelId: 'C7' };
const publication = {
  archive,
  number: 20_000,
  fileName: '20000-x.md',
  commit: 'c',
  commitUrl: undefined,
  trouble: undefined,
};
const period = { after: after(-7 * 86_400), until: now };

type Walk = (records: Records) => Promise<unknown>;

const seen = async (records: Records, kind: number) => {
  const decision = await records.findDecision(decisionId(kind));
  if (decision === undefined) throw new Error(`There is no decision of the kind ${kind}.`);
  return decision;
};

const entry = { number: 5_050, title: 'Choose', status: 'accepted', statusText: 'Accepted', date: undefined } as const;
const writing = {
  id: undefined,
  fileName: 'new.md',
  blob: 'blob',
  entry: { ...entry, deciders: [], dialect: 'madr-4', links: [], warnings: 0 },
  events: [{ kind: 'renamed', before: '5050-choose.md', after: 'new.md' }],
} as const;

/** The rows of the index are in no certain order. */
const anyAdr = async (records: Records) => (await records.listAdrs(teamId, archive, part(start)))[8]?.id ?? 0;

/** How each question to the store is put, at least once, as a request, a vote, a card or a regular job puts it. */
const walks: { readonly [Name in Exclude<keyof Records, keyof typeof exempt>]: Walk } = {
  saveDraft: (records) =>
    records.saveDraft({ id: randomUUID(), ...place, userId: 'U1', savedAt: now, form: { options: [] } as never }),
  findDraft: (records) => records.findDraft(randomUUID()),
  findUnfinishedDraft: (records) => records.findUnfinishedDraft({ ...place, channelId: 'C0', userId: 'U200' }),
  endDraft: (records) => records.endDraft(randomUUID(), now),
  insertDecision: (records) => records.insertDecision(makeDecision({ voting: makeVoting() })),
  findDecision: (records) => records.findDecision(decisionId(2)),
  lockDecision: (records) => records.lockDecision(decisionId(2)),
  saveDecision: async (records) => records.saveDecision(await seen(records, 2)),
  recordEvent: async (records) =>
    records.recordEvent({ decision: await seen(records, 2), at: now, actorId: 'U1', kind: 'edited', detail: {} }),
  findEvents: (records) => records.findEvents(decisionId(2), { cut: start, most: 16 }),
  countEvents: (records) => records.countEvents(decisionId(2), 1_000),
  countVotes: (records) => records.countVotes(decisionId(2)),
  findWaiting: (records) => records.findWaiting(actor, now, 100),
  castBallot: (records) =>
    records.castBallot(
      { teamId, channelId: 'C2', cardTs: 'ts 5002', userId: 'U1', emoji: 'one', isCast: true, eventUs: 10 ** 15 },
      now,
    ),
  findBallots: async (records) => {
    await records.findBallots(await seen(records, 2));
    await records.findBallots(await seen(records, 2), 'U5010');
  },
  findLateVotes: async (records) => records.findLateVotes(await seen(records, 2)),
  findSeenReactions: async (records) => records.findSeenReactions(await seen(records, 2)),
  noteSeenReactions: async (records) => {
    const decision = await seen(records, 2);
    const place = { optionId: decision.options[0]?.id ?? '', userId: 'U1', isCast: true };
    await records.noteSeenReactions(decision, [place], new Date());
  },
  writeBallots: async (records) =>
    records.writeBallots(await seen(records, 2), [
      { optionId: filledId('option 1', teamId, 5_002), userId: 'U1', isCast: true, score: 1, eventUs: 1, cardTs: 'ts' },
    ]),
  findPeople: (records) => records.findPeople(teamId, ['U1', 'U2', 'nobody'], now),
  savePeople: (records) =>
    records.savePeople(teamId, [{ id: 'U1', name: 'Ana', timeZone: 'UTC', kind: 'member', isAdmin: false }], now),
  findCards: (records) => records.findCards(Array.from({ length: 20 }, (_, index) => decisionId(index))),
  findDecisions: (records) => records.findDecisions([decisionId(2), decisionId(50)]),
  takeCensus: async (records) => records.takeCensus([await seen(records, 2), await seen(records, 3)]),
  recallPeople: (records) => records.recallPeople(teamId, ['U1', 'U2'], now),
  markToCompare: (records) => records.markToCompare([decisionId(1), decisionId(2)]),
  placeCard: (records) => records.placeCard(decisionId(2), { ts: 'new', link: 'https://example.org' }),
  announceCard: (records) => records.announceCard(decisionId(2), 'sign'),
  markCardShown: (records) => records.markCardShown(decisionId(2), now),
  markOptionsSeeded: (records) => records.markOptionsSeeded(decisionId(2), 1),
  dropCard: (records) => records.dropCard(decisionId(1)),
  markCard: (records) => records.markCard(decisionId(2), 'stale'),
  takeCards: (records) => records.takeCards(teamId, 'show', { all: 10, stale: 5 }),
  keepCard: (records) =>
    records.keepCard({ decisionId: decisionId(2), task: 'show', sign: randomUUID(), failures: 0, urgency: 'stale' }),
  finishCard: (records) =>
    records.finishCard({ decisionId: decisionId(2), task: 'show', sign: randomUUID(), failures: 0, urgency: 'stale' }),
  putCardBack: (records) =>
    records.putCardBack(
      { decisionId: decisionId(2), task: 'show', sign: randomUUID(), failures: 0, urgency: 'stale' },
      now,
    ),
  isCardTaken: (records) => records.isCardTaken(decisionId(2)),
  findPublication: (records) => records.findPublication(decisionId(50)),
  lockHighestNumber: (records) => records.lockHighestNumber(teamId, archive),
  findTakenFiles: (records) => records.findTakenFiles(teamId, archive, ['5050-choose.md', 'free.md']),
  savePublication: async (records) =>
    records.savePublication(await seen(records, 8), { ...publication, pushedAt: now }),
  findTroubledPublications: (records) => records.findTroubledPublications(teamId, archive),
  markLost: (records) => records.markLost(teamId, archive, now),
  writeMessage: (records) =>
    records.writeMessage(
      { ...place, key: randomUUID(), decisionId: decisionId(2), body: { kind: 'edited', by: 'U1' } },
      now,
    ),
  findMessage: (records) => records.findMessage(teamId, 'voting opened:1:1'),
  markMessageSaid: (records) => records.markMessageSaid(teamId, 'voting opened:1:1', '1.2'),
  rewriteMessage: (records) => records.rewriteMessage(teamId, 'voting opened:1:1', { kind: 'edited', by: 'U1' }),
  findSummaries: (records) => records.findSummaries(teamId, [decisionId(2), decisionId(50)]),
  findPublishedAs: async (records) => {
    await records.findPublishedAs(teamId, { number: 5_050 });
    await records.findPublishedAs(teamId, { fileName: '5050-choose.md' });
  },
  findTitled: async (records) => {
    for (const words of [['cassandra'], ['choose', 'database'], ['nowhere'], ['x'], ['choose a database']])
      await records.findTitled(teamId, words, { channelIds, most: 21 });
  },
  findUnpublished: async (records) => {
    for (const ids of [channelIds, ['C2'], []])
      for (const cut of [start, { side: 'after', id: decisionId(1) }, { side: 'before', id: decisionId(1) }] as const)
        for (const [words, isCommon] of [
          [[], false],
          [['cassandra'], false],
          [['open'], true],
        ] as const)
          await records.findUnpublished(teamId, {
            ...part(cut, words, isCommon),
            statuses: ['proposed'],
            channelIds: ids,
          });
    await records.findUnpublished(teamId, { ...part(start), statuses: ['rejected', 'withdrawn'], channelIds });
  },
  findUnindexed: async (records) => {
    for (const where of ['awaited', 'gone', 'elsewhere'] as const)
      for (const [words, isCommon] of [
        [[], false],
        [['nowhere'], false],
        [['database'], true],
      ] as const)
        for (const cut of [start, { side: 'after', id: decisionId(9) }, { side: 'before', id: decisionId(9) }] as const)
          await records.findUnindexed(teamId, { ...part(cut, words, isCommon), archive, where });
  },
  countListed: async (records) => {
    for (const words of [[], ['cassandra'], ['nowhere'], ['database'], ['x'], ['accepted', 'choose']])
      await records.countListed(teamId, archive, { words, channelIds, most: 1_000 });
  },
  findDecided: (records) => records.findDecided(teamId, channelIds, period),
  findOpenVotes: (records) => records.findOpenVotes(teamId, channelIds),
  findChannels: (records) => records.findChannels(teamId),
  wantsNudges: (records) => records.wantsNudges(actor),
  chooseNudges: (records) => records.chooseNudges(actor, false, now),
  findLastNudge: (records) => records.findLastNudge(decisionId(2), undefined),
  recordNudge: (records) => records.recordNudge({ id: decisionId(2), teamId }, 'U1', now),
  findVotesWithoutNudge: (records) => records.findVotesWithoutNudge(teamId, now),
  findRuleSettings: (records) => records.findRuleSettings(place),
  saveRuleSetting: (records) => records.saveRuleSetting(place, { name: 'Careful', value: {} }, 'U1', now),
  findBoundProposals: (records) => records.findBoundProposals(teamId, [5_040, 5_140]),
  findAdr: async (records) => records.findAdr(await anyAdr(records)),
  findAdrsByNumber: (records) => records.findAdrsByNumber(teamId, archive, 5_050),
  findAdrsNamed: (records) => records.findAdrsNamed(teamId, archive, '5050-choose'),
  findGoneAdrs: async (records) => {
    for (const which of [{ number: 5_010 }, { fileName: '5010-theirs.md' }, { id: await anyAdr(records) }])
      await records.findGoneAdrs(teamId, archive, which);
  },
  listAdrs: async (records) => {
    const id = await anyAdr(records);
    for (const cut of [
      start,
      { side: 'before', id: undefined },
      { side: 'after', id },
      { side: 'before', id },
    ] as const)
      for (const [words, isCommon] of [
        [[], false],
        [['cassandra'], false],
        [['database'], true],
      ] as const)
        await records.listAdrs(teamId, archive, part(cut, words, isCommon));
  },
  findAdrChanges: (records) => records.findAdrChanges(teamId, archive, period.after, period.until),
  findSharedNumbers: (records) => records.findSharedNumbers(teamId, archive, period),
  findArchiveReading: (records) => records.findArchiveReading(teamId, archive),
  lockArchiveReading: (records) => records.lockArchiveReading(teamId, archive),
  saveArchiveReading: async (records) =>
    records.saveArchiveReading(teamId, archive, await records.findArchiveReading(teamId, archive)),
  findArchiveSettings: (records) => records.findArchiveSettings(teamId, archive),
  saveArchiveSettings: (records) => records.saveArchiveSettings(teamId, archive, 'rule: majority'),
  writeAdrs: (records) => records.writeAdrs(teamId, archive, [writing], { at: now, commit: 'c' }),
  removeAdrs: async (records) => records.removeAdrs(teamId, archive, [await anyAdr(records)], { at: now, commit: 'c' }),
  findSubscription: (records) => records.findSubscription(teamId, 'C7'),
  lockSubscription: (records) => records.lockSubscription(teamId, 'C7'),
  saveSubscription: async (records) => {
    const subscription = await records.findSubscription(teamId, 'C7');
    if (subscription) await records.saveSubscription(subscription, 'U1');
  },
  markTold: async (records) => {
    const subscription = await records.findSubscription(teamId, 'C7');
    if (subscription) await records.markTold(subscription, now);
  },
  findUnfinishedWork: (records) => records.findUnfinishedWork(teamId, ['accepted', 'rejected']),
  adoptJobs: (records) => records.adoptJobs(),
  addJob: (records) => records.addJob('close-voting', { decisionId: decisionId(2) } as never),
  ensureJob: (records) => records.ensureJob('close-voting', { decisionId: decisionId(3) } as never),
};

/** Questions that are about a whole archive, and who puts them. */
const exempt = {
  findIndexedFiles: 'compares the index with a tree of git that has changed; nobody asks while it has not',
  findIndexFigures: 'is the answer to an import that somebody asked for: how much there is in all',
  findAdrs: 'finds the lines of an index such as README.md on which a new ADR has neighbors, once a publication',
} as const;

let store: Store;
let takeWatched: () => Watched[];
let end: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  const url = await freshDatabase();
  // Not ours, which ends a statement after ten seconds.
  const db = openDatabase(new pg.Pool({ connectionString: url }));
  await fillDatabase(db, { teamId, archive, count, now });
  await fillDatabase(db, { teamId: 'T2', archive: 'there', count: 1_000, now });
  await settleDatabase(db);
  await db.destroy();
  const pool = openPool(url, () => undefined);
  takeWatched = watchPlans(pool);
  store = openStore(openDatabase(pool), () => now, testPlace);
  end = () => pool.end();
}, 300_000);

afterAll(() => end());

/** What is wrong with a statement: nothing that grows is read from end to end, and little more than is wanted. */
function faultsOf({ text, scanned, rows, pages }: Watched): string[] {
  const tables = scanned.filter((table) => growing.has(table));
  return [
    ...(tables.length > 0 ? [`reads all of ${tables.join(', ')}`] : []),
    ...(rows > most.rows ? [`looks at ${rows} rows`] : []),
    ...(pages > most.pages ? [`looks at ${pages} pages`] : []),
  ].map((fault) => `${fault}: ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`);
}

describe('a workspace with ten thousand decisions', () => {
  it('asks the store nothing that nobody has looked at here', () => {
    expect(new Set(Object.keys(store.read))).toEqual(new Set([...Object.keys(walks), ...Object.keys(exempt)]));
  });

  it.each(Object.keys(walks) as (keyof typeof walks)[])(
    '%s reads no table from end to end',
    async (name) => {
      takeWatched();
      const undo = new Error('Undone.');
      await store
        .transaction(async (records) => {
          await walks[name](records);
          throw undo;
        })
        .catch((error) => {
          if (error !== undo) throw error;
        });
      const watched = takeWatched();
      expect(watched.length).toBeGreaterThan(0);
      expect(watched.flatMap(faultsOf)).toEqual([]);
    },
    120_000,
  );
});
