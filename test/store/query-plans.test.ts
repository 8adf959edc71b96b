import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import type { Database } from '../../db/schema.ts';
import { openStore } from '../../src/store/store.ts';
import type { Cut, ListQuery } from '../../src/workflow/ports/list.ts';
import type { AskedRevisit } from '../../src/workflow/ports/records/revisits.ts';
import type { Records, Store } from '../../src/workflow/ports/store.ts';
import { fillDatabase, filledChannels, filledId, settleDatabase } from '../support/full-database.ts';
import { testPlace } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { type Watched, watchPlans } from '../support/query-plans.ts';
import { makeDecision, makeReview, makeVoting } from './decision-samples.ts';
import type { Question } from './question.ts';
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
    'review',
  ],
  ...[
    'event',
    'message',
    'adr',
    'adr_event',
    'nudge',
    'nudge_choice',
    'away',
    'followed_tag',
    'personal_token',
    'informed_review',
    'revisit',
    'draft',
    'person',
    'rule_setting',
    'channel_language',
    'search_entry',
    'search_word',
    'home',
  ],
]);

/**
 * What one statement may look at here, where a table has 10,000 rows or more, and is far less in a plan that is good.
 */
const most = { rows: 2_500, pages: 3_000 };

/** All but one channel in ten. */
const channelIds = Array.from({ length: filledChannels }, (_, index) => `C${index}`).filter((id) => !id.endsWith('0'));
const anHourAgo = new Date(now.getTime() - 60 * 60 * 1_000);
const scope = { channelIds, archives: [archive] };
const decisionId = (kind: number) => filledId('decision', teamId, 5_000 + kind);
const start: Cut<never> = { side: 'after', id: undefined };
const query = <Id>(cut: Cut<Id>, words: readonly string[] = [], isCommon = false): ListQuery<Id> => {
  return { cut, most: 16, search: { words, isCommon } };
};
const actor = { teamId, userId: 'U5002' };
const place = { teamId, channelId: 'C7' };
const token = { id: 'new', secretHash: 'hash', madeAt: now, expiresAt: after(60), revokedAt: undefined };
const revisit = (id: string, dueOn: string): AskedRevisit => ({
  ...{ id, teamId, subject: { decisionId: decisionId(2) }, archive, channelIds: ['C7'], dueOn, askedAt: now },
  ...{ remindedAt: undefined, answer: undefined, noted: undefined, review: undefined },
});
const publication = {
  archive,
  state: 'committed',
  number: 20_000,
  fileName: '20000-x.md',
  commit: 'c',
  commitUrl: undefined,
  trouble: undefined,
} as const;
const period = { after: after(-7 * 86_400), until: now };

type Walk = (records: Records) => Promise<unknown>;

const seen = async (records: Records, kind: number) => {
  const decision = await records.decisions.find(decisionId(kind));
  if (decision === undefined) throw new Error(`There is no decision of the kind ${kind}.`);
  return decision;
};

const entry = { number: 5_050, title: 'Choose', status: 'accepted', statusText: 'Accepted', date: undefined } as const;
const writing = {
  id: undefined,
  fileName: 'new.md',
  area: '',
  blob: 'blob',
  reader: 1,
  entry: {
    ...entry,
    deciders: [],
    tags: [],
    affects: [],
    revisitOn: undefined,
    dialect: 'madr-4',
    links: [],
    warnings: 0,
  },
  text: '# Choose',
  events: [{ kind: 'renamed', before: '5050-choose.md', after: 'new.md' }],
} as const;

/** The rows of the index are in no certain order. */
const anyAdr = async (records: Records) => (await records.adrs.list(teamId, archive, query(start)))[8]?.id ?? 0;

/** How each question to the store is put, at least once, as a request, a vote, a card or a regular job puts it. */
const walks: { readonly [Name in Exclude<Question, keyof typeof exempt>]: Walk } = {
  'forms.save': (records) =>
    records.forms.save({ id: randomUUID(), ...place, userId: 'U1', savedAt: now, form: { options: [] } as never }),
  'forms.find': (records) => records.forms.find(randomUUID()),
  'forms.listUnfinished': async (records) => {
    const whose = { teamId, userId: 'U200', most: 5 };
    await records.forms.listUnfinished({ ...whose, channelId: 'C0' });
    await records.forms.listUnfinished(whose);
    await records.forms.listUnfinished({ ...whose, id: randomUUID() });
  },
  'forms.end': (records) => records.forms.end(randomUUID(), now),
  'forms.takeTurn': (records) => records.forms.takeTurn({ teamId, userId: 'U1' }),
  'decisions.insert': (records) => records.decisions.insert(makeDecision({ voting: makeVoting() })),
  'decisions.find': (records) => records.decisions.find(decisionId(2)),
  'decisions.lock': (records) => records.decisions.lock(decisionId(2)),
  'decisions.save': async (records) => records.decisions.save(await seen(records, 2)),
  'events.record': async (records) =>
    records.events.record({ decision: await seen(records, 2), at: now, actorId: 'U1', kind: 'edited', detail: {} }),
  'events.find': (records) => records.events.find(decisionId(2), { cut: start, most: 16 }),
  'events.count': (records) => records.events.count(decisionId(2), 1_000),
  'ballots.countByRound': (records) => records.ballots.countByRound(decisionId(2)),
  'summaries.findWaiting': (records) => records.summaries.findWaiting(actor, now, 100),
  'ballots.cast': (records) =>
    records.ballots.cast(
      { teamId, channelId: 'C2', cardTs: 'ts 5002', userId: 'U1', emoji: 'one', isCast: true, eventUs: 10 ** 15 },
      now,
    ),
  'ballots.find': async (records) => {
    await records.ballots.find(await seen(records, 2));
    await records.ballots.find(await seen(records, 2), 'U5010');
  },
  'ballots.findLate': async (records) => records.ballots.findLate(await seen(records, 2)),
  'ballots.findSeen': async (records) => records.ballots.findSeen(await seen(records, 2)),
  'ballots.noteSeen': async (records) => {
    const decision = await seen(records, 2);
    const place = { optionId: decision.options[0]?.id ?? '', userId: 'U1', isCast: true };
    await records.ballots.noteSeen(decision, [place], new Date());
  },
  'ballots.write': async (records) =>
    records.ballots.write(await seen(records, 2), [
      { optionId: filledId('option 1', teamId, 5_002), userId: 'U1', isCast: true, score: 1, eventUs: 1, cardTs: 'ts' },
    ]),
  'people.find': (records) => records.people.find(teamId, ['U1', 'U2', 'nobody'], now),
  'people.save': (records) =>
    records.people.save(teamId, [{ id: 'U1', name: 'Ana', timeZone: 'UTC', kind: 'member', isAdmin: false }], now),
  'cards.find': (records) => records.cards.find(Array.from({ length: 20 }, (_, index) => decisionId(index))),
  'decisions.findAll': (records) => records.decisions.findAll([decisionId(2), decisionId(50)]),
  'ballots.takeCensus': async (records) => records.ballots.takeCensus([await seen(records, 2), await seen(records, 3)]),
  'people.recall': (records) => records.people.recall(teamId, ['U1', 'U2'], now),
  'marks.markToCompare': (records) => records.marks.markToCompare([decisionId(1), decisionId(2)]),
  'cards.place': (records) => records.cards.place(decisionId(2), { ts: 'new', link: 'https://example.org' }),
  'cards.announce': (records) => records.cards.announce(decisionId(2), 'sign'),
  'cards.markShown': (records) => records.cards.markShown(decisionId(2), now),
  'cards.markOptionsSeeded': (records) => records.cards.markOptionsSeeded(decisionId(2), 1),
  'cards.drop': (records) => records.cards.drop(decisionId(1)),
  'marks.mark': (records) => records.marks.mark(decisionId(2), 'stale'),
  'marks.take': (records) => records.marks.take(teamId, 'show', { all: 10, stale: 5 }),
  'marks.keep': (records) =>
    records.marks.keep({ decisionId: decisionId(2), task: 'show', sign: randomUUID(), failures: 0, urgency: 'stale' }),
  'marks.finish': (records) =>
    records.marks.finish({
      decisionId: decisionId(2),
      task: 'show',
      sign: randomUUID(),
      failures: 0,
      urgency: 'stale',
    }),
  'marks.putBack': (records) =>
    records.marks.putBack(
      { decisionId: decisionId(2), task: 'show', sign: randomUUID(), failures: 0, urgency: 'stale' },
      now,
    ),
  'marks.isTaken': (records) => records.marks.isTaken(decisionId(2)),
  'publications.find': (records) => records.publications.find(decisionId(50)),
  'publications.lockHighestNumber': (records) => records.publications.lockHighestNumber(teamId, archive),
  'publications.findTakenFiles': (records) =>
    records.publications.findTakenFiles(teamId, archive, ['5050-choose.md', 'free.md']),
  'publications.findNumbersBelow': (records) => records.publications.findNumbersBelow(teamId, archive, 'storage/'),
  'publications.save': async (records) =>
    records.publications.save(await seen(records, 8), { ...publication, pushedAt: now }),
  'publications.findTroubled': (records) => records.publications.findTroubled(teamId, archive),
  'publications.markLost': (records) => records.publications.markLost(teamId, archive, now),
  'revisits.ask': async (records) => {
    await records.revisits.ask(revisit(randomUUID(), '2027-03-01'));
    await records.revisits.ask(revisit(randomUUID(), '2026-03-02'));
  },
  'revisits.find': (records) => records.revisits.find(filledId('revisit', teamId, 5_002)),
  'revisits.lock': (records) => records.revisits.lock(filledId('revisit', teamId, 5_002)),
  'revisits.save': (records) => records.revisits.save(revisit(filledId('revisit', teamId, 5_002), '2026-03-02')),
  'revisits.findAbout': async (records) => {
    await records.revisits.findAbout({ decisionId: decisionId(2) });
    await records.revisits.findAbout({ adrId: 2 });
  },
  'revisits.findOpen': async (records) => {
    await records.revisits.findOpen(teamId, { userId: 'U5002' }, 100);
    await records.revisits.findOpen(teamId, { channelId: 'C7' }, 100);
  },
  'revisits.findDatedAdrs': (records) =>
    records.revisits.findDatedAdrs(teamId, archive, { until: '2026-03-02', most: 3, askedSince: anHourAgo }),
  'revisits.findChannelsOf': (records) => records.revisits.findChannelsOf(teamId, archive),
  'revisits.findUnnoted': (records) => records.revisits.findUnnoted(teamId),
  'revisits.findInReview': async (records) => {
    await records.revisits.findInReview(teamId, archive);
    await records.revisits.findInReview(teamId, archive, 'gavel/5050-choose');
  },
  'revisits.findUnasked': (records) => records.revisits.findUnasked(teamId, { from: '2026-03-01', to: '2026-03-09' }),
  'informed.find': (records) => records.informed.find(teamId, archive, 5050),
  'informed.save': (records) =>
    records.informed.save(teamId, archive, 5050, { comment: '1', shown: 'x', isRemoved: false, check: undefined }),
  'informed.hasAny': (records) => records.informed.hasAny(teamId, archive),
  'informed.findStates': (records) => records.informed.findStates(teamId, archive, [1, 5050, 9999]),
  'informed.see': (records) => records.informed.see(teamId, archive, 5050, 'x'),
  'reviews.find': (records) => records.reviews.find(decisionId(8)),
  'reviews.save': async (records) => records.reviews.save(await seen(records, 9), makeReview({ archive })),
  'reviews.findTakenBranches': (records) =>
    records.reviews.findTakenBranches(teamId, archive, ['gavel/5050-choose', 'gavel/free']),
  'reviews.findByBranch': (records) => records.reviews.findByBranch(teamId, archive, 'gavel/5050-choose'),
  'reviews.findByAddress': (records) =>
    records.reviews.findByAddress(teamId, archive, ['https://example.com/pull/5050', 'https://example.com/pull/0']),
  'reviews.findOpen': (records) => records.reviews.findOpen(teamId, archive),
  'reviews.findRefusal': (records) => records.reviews.findRefusal(teamId, archive, 'main', after(-86_400)),
  'messages.write': (records) =>
    records.messages.write(
      { ...place, key: randomUUID(), decisionId: decisionId(2), body: { kind: 'edited', by: 'U1' } },
      now,
    ),
  'messages.find': (records) => records.messages.find(teamId, 'voting opened:1:1'),
  'messages.findInThread': (records) => records.messages.findInThread(decisionId(2), ['voting opened', 'shortened']),
  'messages.markSaid': (records) => records.messages.markSaid(teamId, 'voting opened:1:1', '1.2'),
  'messages.rewrite': (records) => records.messages.rewrite(teamId, 'voting opened:1:1', { kind: 'edited', by: 'U1' }),
  'summaries.find': (records) => records.summaries.find(teamId, [decisionId(2), decisionId(50)]),
  'summaries.findPublishedAs': async (records) => {
    await records.summaries.findPublishedAs(teamId, { number: 5_050 });
    await records.summaries.findPublishedAs(teamId, { fileName: '5050-choose.md' });
  },
  'summaries.findTitled': async (records) => {
    for (const words of [['cassandra'], ['choose', 'database'], ['nowhere'], ['x'], ['choose a database']])
      await records.summaries.findTitled(teamId, words, { channelIds, most: 21 });
  },
  'summaries.findUnpublished': async (records) => {
    for (const ids of [channelIds, ['C2'], []])
      for (const cut of [start, { side: 'after', id: decisionId(1) }, { side: 'before', id: decisionId(1) }] as const)
        for (const [words, isCommon] of [
          [[], false],
          [['cassandra'], false],
          [['open'], true],
        ] as const)
          await records.summaries.findUnpublished(teamId, {
            ...query(cut, words, isCommon),
            statuses: ['proposed'],
            channelIds: ids,
          });
    await records.summaries.findUnpublished(teamId, {
      ...query(start),
      statuses: ['rejected', 'withdrawn'],
      channelIds,
    });
  },
  'summaries.findUnindexed': async (records) => {
    for (const where of ['awaited', 'gone', 'elsewhere'] as const)
      for (const [words, isCommon] of [
        [[], false],
        [['nowhere'], false],
        [['database'], true],
      ] as const)
        for (const cut of [start, { side: 'after', id: decisionId(9) }, { side: 'before', id: decisionId(9) }] as const)
          await records.summaries.findUnindexed(teamId, {
            ...query(cut, words, isCommon),
            archives: [archive],
            where,
            channelIds,
          });
  },
  'summaries.countListed': async (records) => {
    for (const words of [[], ['cassandra'], ['nowhere'], ['database'], ['x'], ['accepted', 'choose']])
      await records.summaries.countListed(teamId, [archive], { words, channelIds, most: 1_000 });
  },
  'summaries.findDecidedLately': (records) => records.summaries.findDecidedLately(teamId, channelIds, period, 50),
  'summaries.findForDigest': (records) => records.summaries.findForDigest(teamId, channelIds, period),
  'summaries.findOpenVotes': (records) => records.summaries.findOpenVotes(teamId, channelIds, 10),
  'summaries.countOpenVotes': (records) => records.summaries.countOpenVotes(teamId, channelIds),
  'decisions.findProposedIn': (records) => records.decisions.findProposedIn(teamId, 'C7'),
  'decisions.findChannels': (records) => records.decisions.findChannels(teamId),
  'nudges.areWanted': (records) => records.nudges.areWanted(actor),
  'nudges.choose': (records) => records.nudges.choose(actor, false, now),
  'nudges.findLast': (records) => records.nudges.findLast(decisionId(2), undefined),
  'nudges.record': (records) => records.nudges.record({ id: decisionId(2), teamId }, 'U1', now),
  'aways.find': (records) => records.aways.find(['U1', 'U2', 'U9999']),
  'aways.say': (records) => records.aways.say(actor, '2030-01-04', now),
  'aways.end': (records) => records.aways.end(actor),
  'aways.findVotesOf': (records) => records.aways.findVotesOf(actor),
  'follows.follow': (records) => records.follows.follow(teamId, 'U1', 'kafka', { by: 'U1', at: now }),
  'follows.unfollow': (records) => records.follows.unfollow(teamId, 'U5002', 'tag2'),
  'follows.findTags': (records) => records.follows.findTags(teamId, 'U5002'),
  'follows.findFollowers': (records) => records.follows.findFollowers(teamId, ['tag2', 'kafka']),
  'events.findLastNews': (records) => records.events.findLastNews(decisionId(2)),
  'summaries.findStalled': (records) => records.summaries.findStalled(teamId, ['C7'], now),
  'nudges.findVotesWithout': (records) => records.nudges.findVotesWithout(teamId, now),
  'tokens.add': (records) => records.tokens.add({ ...token, ...actor }),
  'tokens.find': (records) => records.tokens.find(teamId, 'token5002'),
  'tokens.listLive': (records) => records.tokens.listLive(actor, now),
  'tokens.revoke': (records) => records.tokens.revoke(actor, 'token5002', now),
  'rules.findRepository': (records) => records.rules.findRepository(place),
  'rules.saveRepository': (records) => records.rules.saveRepository(place, archive, 'U1', now),
  'rules.wantsVoteButtons': (records) => records.rules.wantsVoteButtons(place),
  'rules.saveVoteButtons': (records) => records.rules.saveVoteButtons(place, true, 'U1', now),
  'rules.find': (records) => records.rules.find(place),
  'languages.findAll': (records) => records.languages.findAll(teamId, channelIds),
  'timeZones.find': (records) => records.timeZones.find(place),
  'timeZones.save': (records) => records.timeZones.save(place, 'Europe/Berlin', 'U1', now),
  'languages.save': (records) => records.languages.save(place, 'de', 'U1', now),
  'rules.save': (records) => records.rules.save(place, { name: 'Careful', value: {} }, 'U1', now),
  'decisions.findPublishedIn': (records) =>
    records.decisions.findPublishedIn(teamId, archive, ['5050-choose.md', 'free.md']),
  'decisions.findBoundTo': (records) => records.decisions.findBoundTo(teamId, [5_040, 5_140]),
  'adrs.find': async (records) => records.adrs.find(await anyAdr(records)),
  'adrs.findByNumber': (records) => records.adrs.findByNumber(teamId, archive, 5_050),
  'adrs.findNamed': (records) => records.adrs.findNamed(teamId, archive, '5050-choose'),
  'adrs.findGone': async (records) => {
    for (const which of [{ number: 5_010 }, { fileName: '5010-theirs.md' }, { id: await anyAdr(records) }])
      await records.adrs.findGone(teamId, archive, which);
  },
  'adrs.list': async (records) => {
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
        await records.adrs.list(teamId, archive, query(cut, words, isCommon));
  },
  'adrs.findEvents': (records) => records.adrs.findEvents(teamId, 5050, 300),
  'adrs.findChanges': (records) => records.adrs.findChanges(teamId, archive, period.after, period.until),
  'adrs.findSharedNumbers': (records) => records.adrs.findSharedNumbers(teamId, archive, period),
  'readings.find': (records) => records.readings.find(teamId, archive),
  'readings.lock': (records) => records.readings.lock(teamId, archive),
  'readings.save': async (records) =>
    records.readings.save(teamId, archive, await records.readings.find(teamId, archive)),
  'readings.findSettings': (records) => records.readings.findSettings(teamId, archive),
  'readings.findAsked': (records) => records.readings.findAsked(teamId, archive),
  'readings.saveAsked': (records) => records.readings.saveAsked(teamId, archive, ['Ticket']),
  'readings.saveSettings': (records) => records.readings.saveSettings(teamId, archive, 'rule: majority'),
  'readings.saveCounting': (records) => records.readings.saveCounting(teamId, archive, true),
  'readings.settleDates': (records) => records.readings.settleDates(teamId, archive),
  'adrs.write': (records) => records.adrs.write(teamId, archive, [writing], { at: now, commit: 'c' }),
  'adrs.remove': async (records) =>
    records.adrs.remove(teamId, archive, [await anyAdr(records)], { at: now, commit: 'c' }, true),
  'homes.noteLook': (records) => records.homes.noteLook(teamId, 'U5001', undefined, now),
  'homes.markShown': (records) => records.homes.markShown(teamId, 'U5001', 'shown', now),
  'homes.forget': (records) => records.homes.forget(teamId, 'U5002'),
  'homes.isAnyoneLooking': (records) => records.homes.isAnyoneLooking(teamId, anHourAgo),
  'homes.findDue': (records) => records.homes.findDue(teamId, { lookedSince: anHourAgo, before: now, most: 5_000 }),
  'digests.isAnyOn': (records) => records.digests.isAnyOn(teamId),
  'digests.find': (records) => records.digests.find(teamId, 'C7'),
  'digests.lock': (records) => records.digests.lock(teamId, 'C7'),
  'digests.save': async (records) => {
    const subscription = await records.digests.find(teamId, 'C7');
    if (subscription) await records.digests.save(subscription, 'U1');
  },
  'digests.markTold': async (records) => {
    const subscription = await records.digests.find(teamId, 'C7');
    if (subscription) await records.digests.markTold(subscription, now);
  },
  'people.findNamed': (records) => records.people.findNamed(teamId, 'person 5050'),
  'adrs.findAt': (records) => records.adrs.findAt(teamId, archive, ['5050-choose.md', '5051-choose.md']),
  'adrs.findDecisionsOf': async (records) => records.adrs.findDecisionsOf(teamId, [await anyAdr(records)]),
  'adrs.findThese': async (records) => records.adrs.findThese(teamId, [await anyAdr(records)]),
  'search.find': async (records) => {
    const ask = { statuses: [], tags: [], channels: [], archives: [], people: [], from: undefined, until: undefined };
    for (const words of [['choose'], ['database', 'for', 'users'], ['5050'], ['cassan'], ['unheard']])
      await records.search.find(teamId, { ...ask, words }, scope, 100);
    await records.search.find(teamId, { ...ask, words: [], statuses: ['accepted'], from: '2026-01-01' }, scope, 100);
  },
  'search.findAlike': (records) => records.search.findAlike(teamId, 'Which database instead of Cassandra?', scope, 3),
  'search.readTexts': (records) => records.search.readTexts(teamId, [5, 6]),
  'search.findNearestWord': (records) => records.search.findNearestWord(teamId, 'wrod5050'),
  'search.findWithoutEntry': (records) => records.search.findWithoutEntry(teamId, 100),
  'search.save': async (records) => records.search.save(await seen(records, 2)),
  'jobs.findUnfinishedWork': (records) => records.jobs.findUnfinishedWork(teamId, ['accepted', 'rejected']),
  'jobs.adopt': (records) => records.jobs.adopt(),
  'jobs.add': (records) => records.jobs.add('close-voting', { decisionId: decisionId(2) } as never),
  'jobs.ensure': (records) => records.jobs.ensure('close-voting', { decisionId: decisionId(3) } as never),
};

/** Questions that are about a whole archive, and may take their time. */
const exempt = {
  /** Compares the index with a tree of git that has changed; nobody asks while it has not. */
  'readings.findFiles': (records: Records) => records.readings.findFiles(teamId, archive),
  /** The answer to an import that somebody asked for: how much there is in all. */
  'readings.findFigures': (records: Records) => records.readings.findFigures(teamId, archive, now),
  /** Finds the lines of an index such as README.md on which a new ADR has neighbors, once a publication. */
  'adrs.findAll': (records: Records) => records.adrs.findAll(teamId, archive),
  /** Compares paths with the patterns of all ADRs that have some, which here is each of them. */
  'adrs.findGoverning': (records: Records) => records.adrs.findGoverning(teamId, archive),
} as const;

/** What is asked about the workspaces themselves: a new one is told which others there are. */
const aboutWorkspaces = 'select "team_id" from "workspace" where "team_id" != $1';

/** What is asked outside of any transaction, or in one of the store's own. */
const others: Readonly<Record<string, () => Promise<unknown>>> = {
  'ballots.cast': () => walks['ballots.cast'](store.read),
  'marks.finish': () => walks['marks.finish'](store.read),
  claim: () => store.claim(),
  'claim, with jobs to adopt': async () => {
    await store.read.jobs.add('publish', { decisionId: decisionId(2), archive });
    await openStore(db, () => now, { teamId, archive: 'another' }).claim();
  },
};

let db: Kysely<Database>;
let store: Store;
let takeWatched: () => Watched[];
let end: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  const url = await freshDatabase();
  // Not ours, which ends a statement after ten seconds.
  const filling = openDatabase(new pg.Pool({ connectionString: url }));
  await fillDatabase(filling, { teamId, archive, count, now });
  await fillDatabase(filling, { teamId: 'T2', archive: 'there', count: 1_000, now });
  await settleDatabase(filling);
  await filling.destroy();
  const pool = openPool(url, () => undefined);
  takeWatched = watchPlans(pool);
  db = openDatabase(pool);
  store = openStore(db, () => now, testPlace);
  end = () => pool.end();
}, 300_000);

afterAll(() => end());

/**
 * What is wrong with a statement: nothing that grows is read from end to end, little more than is wanted, and nothing
 * of which the workspace is not asked for.
 */
function faultsOf({ text, scanned, unbound, rows, pages }: Watched): string[] {
  const tables = scanned.filter((table) => growing.has(table));
  return [
    ...(unbound.length > 0 ? [`reads ${unbound.join(', ')} of any workspace`] : []),
    ...(tables.length > 0 ? [`reads all of ${tables.join(', ')}`] : []),
    ...(rows > most.rows ? [`looks at ${rows} rows`] : []),
    ...(pages > most.pages ? [`looks at ${pages} pages`] : []),
  ].map((fault) => `${fault}: ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`);
}

describe('a workspace with ten thousand decisions', () => {
  it('asks the store nothing that nobody has looked at here', () => {
    const asked = Object.entries(store.read).flatMap(([group, questions]) =>
      Object.keys(questions).map((name) => `${group}.${name}`),
    );
    expect(new Set(asked)).toEqual(new Set([...Object.keys(walks), ...Object.keys(exempt)]));
  });

  it.each(Object.keys(walks) as (keyof typeof walks)[])(
    '%s reads no table from end to end, and nothing of another workspace',
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

  it.each(Object.entries({ ...exempt, ...others }))('%s reads nothing of another workspace', async (_, ask) => {
    takeWatched();
    await ask(store.read);
    const watched = takeWatched();
    expect(watched.length).toBeGreaterThan(0);
    const reading = watched.filter(({ text, unbound }) => unbound.length > 0 && text !== aboutWorkspaces);
    expect(reading).toEqual([]);
  });
});
