import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import type { Database } from '../../db/schema.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { emojiAt } from '../../src/decision/proposal/option.ts';
import { openStore } from '../../src/store/store.ts';
import type { AdrWriting } from '../../src/workflow/ports/archive/adr-index.ts';
import type { CardTask, TakenCard } from '../../src/workflow/ports/jobs/card-marks.ts';
import type { Cut } from '../../src/workflow/ports/list.ts';
import type { AskedRevisit } from '../../src/workflow/ports/records/revisits.ts';
import type { SearchHit } from '../../src/workflow/ports/records/search.ts';
import type { Records, Store } from '../../src/workflow/ports/store.ts';
import { partitionTables } from '../support/partitions.ts';
import { freshDatabase } from '../support/postgres.ts';
import { makeDecision, makeObjection, makeOutcome, makeReview, makeVoting } from './decision-samples.ts';
import type { Question } from './question.ts';
import { after, now } from './workshop.ts';

// Two workspaces in one database, of which everything has the same ids: channels, people, cards, messages, decisions,
// ADRs, files and the archive itself.

const archive = 'here';
const teams = ['T1', 'T2'] as const;
type Team = (typeof teams)[number];

const idOf = (kind: string, n: number) => `00000000-0000-4000-8000-${kind}${String(n).padStart(11, '0')}`;
const decisionIds = [0, 1, 2].map((n) => idOf('d', n));
const optionIds = decisionIds.map((_, n) => [0, 1].map((position) => idOf('a', 10 * n + position)));
const adrIds = [1, 2];
const objectionIds = [0, 1].map((n) => idOf('b', n));
const revisitIds = [0, 1, 2].map((n) => idOf('c', n));
const formIds = [0, 1].map((n) => idOf('f', n));
const users = ['U1', 'U2', 'U3'];
const channels = ['C1', 'C2'];
const keys = ['voting opened:1', 'voting closed:1'];
const tasks: readonly CardTask[] = ['show', 'judge', 'compare'];
const start: Cut<never> = { side: 'after', id: undefined };
const search = { words: [], isCommon: false };

/** What a change is about: small numbers, which choose among the ids. */
interface Choice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function pick<Value>(values: readonly Value[], n: number): Value {
  const value = values[n % values.length];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

/** A database with workspaces, and the names of Gavel's own tables in it. */
interface Town {
  readonly db: Kysely<Database>;
  readonly tables: readonly string[];
  open(teamId: Team): Workspace;
}

/** A workspace, and the cards that it has taken. */
interface Workspace {
  readonly teamId: Team;
  readonly store: Store;
  readonly taken: TakenCard[];
}

function decisionOf({ teamId }: Workspace, n: number, more: Partial<Decision> = {}): Decision {
  const options = pick(optionIds, n).map((id, position) => {
    const title = `Option ${position} of ${teamId}`;
    return { id, position, title, description: '', emoji: emojiAt(position), addedBy: 'U1' };
  });
  const title = `Choose ${n} in ${teamId}`;
  return makeDecision({ teamId, id: pick(decisionIds, n), title, options, voting: makeVoting(), ...more });
}

const cardOf = (n: number) => ({ ts: `177244560${n}.000100`, link: `https://example.org/${n}` });

/** A decision as it goes on: still open, with an objection, or decided in one way or another. */
function changedDecision(workspace: Workspace, { a, b, c }: Choice): Decision {
  const decision = decisionOf(workspace, a, { title: `Chosen ${b} in ${workspace.teamId}` });
  const objections = [makeObjection({ id: pick(objectionIds, c), authorId: pick(users, b) })];
  const outcome = makeOutcome(decision.options[c % 2]?.id, after(60 * b));
  return pick<Decision>(
    [
      { ...decision, voting: makeVoting({ round: 1 + c }) },
      { ...decision, objections },
      { ...decision, status: 'accepted', outcome, voting: makeVoting({ closedAt: now }) },
      { ...decision, status: 'withdrawn' },
    ],
    b + c,
  );
}

function publicationOf({ teamId }: Workspace, { b, c }: Choice) {
  const place = { archive, number: 1 + b, fileName: `000${1 + b}-choose.md`, commit: `c ${teamId}` };
  const states = ['in review', 'merged', 'committed'] as const;
  const pushedAt = c === 0 ? undefined : after(c);
  return { ...place, state: pick(states, c), commitUrl: undefined, trouble: undefined, pushedAt };
}

function revisitOf({ teamId }: Workspace, { a, b, c }: Choice): AskedRevisit {
  const subject = c === 0 ? { adrId: pick(adrIds, b) } : { decisionId: pick(decisionIds, b) };
  return {
    ...{
      id: pick(revisitIds, a),
      teamId,
      subject,
      archive,
      channelIds: [pick(channels, b)],
      dueOn: `2028-03-0${1 + c}`,
    },
    ...{ askedAt: after(c), remindedAt: undefined, answer: undefined, noted: undefined, review: undefined },
  };
}

function reviewOf({ teamId }: Workspace, { b, c }: Choice) {
  const seen = { openedAt: after(c), number: 1 + b, url: `https://example.org/${teamId}` };
  const why = { code: c === 0 ? 'push refused' : 'protected', branch: 'main', said: '' } as const;
  return makeReview({ archive, branch: `gavel/${b}`, why, namedAt: after(c), ...seen });
}

function writingOf({ teamId }: Workspace, { a, b, c }: Choice): AdrWriting {
  const entry = { number: 1 + b, title: `ADR ${c} of ${teamId}`, status: 'accepted', statusText: 'Accepted' } as const;
  const rest = { date: undefined, deciders: [], dialect: 'madr-4', links: [], warnings: c };
  const facts = { tags: [`tag-${c}`], affects: [`src/${c}/**`], revisitOn: `2027-01-0${1 + c}` };
  const id = a === 2 ? undefined : pick(adrIds, a);
  const fileName = id === undefined ? `000${1 + b}-choose.md` : `000${id}-theirs.md`;
  const events = [{ kind: c === 0 ? 'added' : 'status', before: undefined, after: 'Accepted' }] as const;
  const text = `choose ${c}`;
  return { id, fileName, area: '', blob: `blob ${c}`, reader: 1, entry: { ...entry, ...rest, ...facts }, text, events };
}

const placeOf = ({ teamId }: Workspace, b: number) => ({ teamId, channelId: pick(channels, b) });
const actorOf = ({ teamId }: Workspace, b: number) => ({ teamId, userId: pick(users, b) });

/** What `found` has, as it is asked for in a change. */
function existing<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Error('There is no such thing.');
  return found;
}

type Change = (records: Records, workspace: Workspace, choice: Choice) => Promise<unknown>;

/** Everything that changes something. */
const changes = {
  'forms.save': ({ forms }, workspace, { a, b, c }) =>
    forms.save({
      ...{ id: pick(formIds, a), ...placeOf(workspace, b), ...actorOf(workspace, 0), savedAt: after(c) },
      form: { title: `Form ${c} of ${workspace.teamId}`, options: [] } as never,
    }),
  'forms.end': ({ forms }, _, { a, c }) => forms.end(pick(formIds, a), after(c)),
  'forms.takeTurn': ({ forms }, workspace, { b }) => forms.takeTurn(actorOf(workspace, b)),
  'decisions.insert': ({ decisions }, workspace, { a }) => decisions.insert(decisionOf(workspace, a)),
  'decisions.lock': ({ decisions }, _, { a }) => decisions.lock(pick(decisionIds, a)),
  'decisions.save': ({ decisions }, workspace, choice) => decisions.save(changedDecision(workspace, choice)),
  'events.record': ({ events }, workspace, { a, b, c }) =>
    events.record({
      ...{ decision: decisionOf(workspace, a), at: after(c), actorId: pick(users, b), kind: 'edited' },
      detail: { of: workspace.teamId },
    }),
  'ballots.cast': ({ ballots }, { teamId }, { a, b, c }) =>
    ballots.cast(
      {
        ...{ teamId, channelId: 'C1', cardTs: cardOf(a).ts, userId: pick(users, b) },
        ...{ emoji: emojiAt(c % 2), isCast: c < 2, eventUs: now.getTime() * 1_000 + c },
      },
      now,
    ),
  'ballots.write': ({ ballots }, workspace, { a, b, c }) =>
    ballots.write(decisionOf(workspace, a), [
      {
        ...{ optionId: existing(pick(optionIds, a)[b % 2]), userId: pick(users, c), isCast: c < 2, score: b },
        ...{ eventUs: now.getTime() * 1_000 + b, cardTs: cardOf(a).ts },
      },
    ]),
  'ballots.noteSeen': ({ ballots }, workspace, { a, b, c }) =>
    ballots.noteSeen(
      decisionOf(workspace, a),
      [{ optionId: existing(pick(optionIds, a)[b % 2]), userId: pick(users, c), isCast: c < 2 }],
      after(4_000),
    ),
  'people.save': ({ people }, { teamId }, { a, b, c }) =>
    people.save(
      teamId,
      [{ id: pick(users, a), name: `${b} of ${teamId}`, timeZone: 'UTC', kind: 'member', isAdmin: c > 0 }],
      after(c),
    ),
  'cards.place': ({ cards }, _, { a, b }) => cards.place(pick(decisionIds, a), cardOf(a + 3 * b)),
  'cards.announce': ({ cards }, { teamId }, { a }) => cards.announce(pick(decisionIds, a), `sign of ${teamId}`),
  'cards.markShown': ({ cards }, { teamId }, { a, c }) =>
    cards.markShown(pick(decisionIds, a), after(c), { sign: `sign of ${teamId}`, fingerprint: `${c}` }),
  'cards.markOptionsSeeded': ({ cards }, _, { a, c }) => cards.markOptionsSeeded(pick(decisionIds, a), c),
  'cards.drop': ({ cards }, _, { a }) => cards.drop(pick(decisionIds, a)),
  'marks.mark': ({ marks }, _, { a, b }) => marks.mark(pick(decisionIds, a), pick(['closing', 'acted', 'stale'], b)),
  'marks.markToCompare': ({ marks }, _, { a, b }) => marks.markToCompare([pick(decisionIds, a), pick(decisionIds, b)]),
  'marks.take': async ({ marks }, { teamId, taken }, { a, c }) => {
    const turn = await marks.take(teamId, pick(tasks, a), { all: c, stale: 1 });
    taken.push(...turn.taken);
    return turn;
  },
  'marks.keep': async ({ marks }, { taken }, { a }) => marks.keep(pick(taken, a)),
  'marks.finish': async ({ marks }, { taken }, { a }) => marks.finish(pick(taken, a)),
  'marks.putBack': async ({ marks }, { taken }, { a, c }) => marks.putBack(pick(taken, a), after(c)),
  'publications.lockHighestNumber': ({ publications }, { teamId }) => publications.lockHighestNumber(teamId, archive),
  'publications.save': ({ publications }, workspace, choice) =>
    publications.save(decisionOf(workspace, choice.a), publicationOf(workspace, choice)),
  'publications.markLost': ({ publications }, { teamId }, { c }) => publications.markLost(teamId, archive, after(c)),
  'reviews.save': ({ reviews }, workspace, choice) =>
    reviews.save(decisionOf(workspace, choice.a), reviewOf(workspace, choice)),
  'revisits.ask': ({ revisits }, workspace, choice) => revisits.ask(revisitOf(workspace, choice)),
  'revisits.lock': ({ revisits }, _, { a }) => revisits.lock(pick(revisitIds, a)),
  'revisits.save': ({ revisits }, workspace, choice) =>
    revisits.save({
      ...revisitOf(workspace, choice),
      answer: { by: 'U1', at: now, note: workspace.teamId, next: '2029-03-01' },
      noted: pick(['not yet', 'in review', 'closed'], choice.c),
    }),
  'informed.save': ({ informed }, { teamId }, { a, b, c }) =>
    informed.save(teamId, archive, a, {
      comment: `${teamId} ${b}`,
      shown: `${c}`,
      isRemoved: c === 0,
      check: undefined,
    }),
  'informed.see': ({ informed }, { teamId }, { a, b }) => informed.see(teamId, archive, a, `${teamId} ${b}`),
  'messages.write': ({ messages }, workspace, { a, b }) =>
    messages.write(
      {
        ...{ ...placeOf(workspace, b), key: pick(keys, a), decisionId: pick(decisionIds, a) },
        body: { kind: 'edited', by: pick(users, b) },
      },
      now,
    ),
  'messages.markSaid': ({ messages }, { teamId }, { a, c }) => messages.markSaid(teamId, pick(keys, a), `1.${c}`),
  'messages.rewrite': ({ messages }, { teamId }, { a, c }) =>
    messages.rewrite(teamId, pick(keys, a), { kind: 'edited', by: pick(users, c) }),
  'nudges.choose': ({ nudges }, workspace, { b, c }) => nudges.choose(actorOf(workspace, b), c > 0, after(c)),
  'nudges.record': ({ nudges }, { teamId }, { a, b, c }) =>
    nudges.record({ id: pick(decisionIds, a), teamId }, pick(['', ...users], b) || undefined, after(c)),
  'aways.say': ({ aways }, workspace, { b, c }) => aways.say(actorOf(workspace, b), `2030-01-0${1 + (c % 9)}`, now),
  'aways.end': ({ aways }, workspace, { b }) => aways.end(actorOf(workspace, b)),
  'follows.follow': ({ follows }, { teamId }, { a, b, c }) =>
    follows.follow(teamId, pick([...channels, ...users], a), `tag${b % 3}`, { by: pick(users, c), at: after(c) }),
  'follows.unfollow': ({ follows }, { teamId }, { a, b }) =>
    follows.unfollow(teamId, pick([...channels, ...users], a), `tag${b % 3}`),
  'rules.saveRepository': ({ rules }, { teamId }, { a, b, c }) =>
    rules.saveRepository({ teamId, channelId: pick(channels, a) }, `${teamId} ${b}`, pick(users, c), after(a)),
  'rules.saveVoteButtons': ({ rules }, workspace, { a, b, c }) =>
    rules.saveVoteButtons(placeOf(workspace, b), a > 0, 'U1', after(c)),
  'rules.save': ({ rules }, workspace, { a, b, c }) =>
    rules.save(
      placeOf(workspace, b),
      { name: pick(['', 'Ours'], a) || undefined, value: workspace.teamId },
      pick(users, c),
      after(c),
    ),
  'timeZones.save': ({ timeZones }, workspace, { a, b, c }) =>
    timeZones.save(placeOf(workspace, b), pick(['', 'Europe/Berlin'], a) || undefined, pick(users, c), after(c)),
  'languages.save': ({ languages }, workspace, { b, c }) =>
    languages.save(placeOf(workspace, b), pick(['en', 'de'], c), 'U1', after(c)),
  'adrs.write': ({ adrs }, workspace, choice) =>
    adrs.write(workspace.teamId, archive, [writingOf(workspace, choice)], { at: after(choice.c), commit: 'c' }),
  'adrs.remove': ({ adrs }, { teamId }, { a, c }) =>
    adrs.remove(teamId, archive, [pick(adrIds, a)], { at: after(c), commit: 'gone' }, c === 0),
  'readings.lock': ({ readings }, { teamId }) => readings.lock(teamId, archive),
  'readings.save': async ({ readings }, { teamId }, { c }) =>
    readings.save(teamId, archive, { ...(await readings.find(teamId, archive)), commit: `${c} of ${teamId}` }),
  'readings.saveAsked': ({ readings }, { teamId }, { c }) => readings.saveAsked(teamId, archive, [`${c} ${teamId}`]),
  'readings.saveSettings': ({ readings }, { teamId }, { c }) =>
    readings.saveSettings(teamId, archive, `${c} ${teamId}`),
  'readings.saveCounting': ({ readings }, { teamId }, { c }) => readings.saveCounting(teamId, archive, c === 1),
  'readings.settleDates': ({ readings }, { teamId }) => readings.settleDates(teamId, archive),
  'homes.noteLook': ({ homes }, { teamId }, { a, b }) =>
    homes.noteLook(
      teamId,
      pick(users, a),
      b === 0 ? undefined : { side: 'after', part: 'git', id: String(b), page: b },
      after(b),
    ),
  'homes.markShown': ({ homes }, { teamId }, { a, b }) =>
    homes.markShown(teamId, pick(users, a), `shown ${b}`, after(b)),
  'homes.forget': ({ homes }, { teamId }, { a }) => homes.forget(teamId, pick(users, a)),
  'digests.lock': ({ digests }, workspace, { b }) => digests.lock(workspace.teamId, placeOf(workspace, b).channelId),
  'digests.save': ({ digests }, workspace, { b, c }) =>
    digests.save(
      {
        ...{ ...placeOf(workspace, b), toldUntil: after(c) },
        cadence: { every: pick(['day', 'week', 'never'], c), weekday: 1 + c, timeOfDay: '16:00', timeZone: 'UTC' },
      },
      'U1',
    ),
  'digests.markTold': async ({ digests }, workspace, { b, c }) =>
    digests.markTold(existing(await digests.find(workspace.teamId, placeOf(workspace, b).channelId)), after(60 * c)),
  'jobs.add': ({ jobs }, _, { a }) => jobs.add('close-voting', { decisionId: pick(decisionIds, a) }),
  'jobs.ensure': ({ jobs }, { teamId }, { a }) => jobs.ensure('tell', { teamId, key: pick(keys, a) }),
  'jobs.adopt': ({ jobs }) => jobs.adopt(),
  'tokens.add': ({ tokens }, workspace, { a, b, c }) =>
    tokens.add({
      ...{ id: `token${c}`, ...actorOf(workspace, b), secretHash: `hash ${a} of ${workspace.teamId}` },
      ...{ madeAt: after(a), expiresAt: after(60 + a), revokedAt: undefined },
    }),
  'tokens.revoke': ({ tokens }, workspace, { a, b, c }) => tokens.revoke(actorOf(workspace, b), `token${c}`, after(a)),
  'search.save': async ({ decisions, search }, _, { a }) =>
    search.save(existing(await decisions.find(pick(decisionIds, a)))),
} as const satisfies Partial<Record<Question, Change>>;

type ChangeName = keyof typeof changes;

type Answer = (records: Records, teamId: string) => Promise<unknown>;

/** Everything else only reads: all that a workspace can learn of itself. */
const answers: { readonly [Name in Exclude<Question, ChangeName>]: Answer } = {
  'forms.find': ({ forms }) => Promise.all(formIds.map((id) => forms.find(id))),
  'forms.listUnfinished': ({ forms }, teamId) =>
    Promise.all(channels.map((channelId) => forms.listUnfinished({ teamId, channelId, userId: 'U1', most: 5 }))),
  'decisions.find': ({ decisions }) => Promise.all(decisionIds.map((id) => decisions.find(id))),
  'decisions.findAll': ({ decisions }) => decisions.findAll(decisionIds),
  'decisions.findPublishedIn': ({ decisions }, teamId) =>
    decisions.findPublishedIn(teamId, archive, ['0001-choose.md', '0002-choose.md', '0003-choose.md']),
  'decisions.findBoundTo': ({ decisions }, teamId) => decisions.findBoundTo(teamId, adrIds),
  'decisions.findChannels': ({ decisions }, teamId) => decisions.findChannels(teamId),
  'decisions.findProposedIn': ({ decisions }, teamId) =>
    Promise.all(channels.map((channelId) => decisions.findProposedIn(teamId, channelId))),
  'events.find': ({ events }) => Promise.all(decisionIds.map((id) => events.find(id, { cut: start, most: 99 }))),
  'events.count': ({ events }) => Promise.all(decisionIds.map((id) => events.count(id, 99))),
  'ballots.countByRound': ({ ballots }) => Promise.all(decisionIds.map((id) => ballots.countByRound(id))),
  'ballots.find': ({ decisions, ballots }) => ofEach(decisions, (one) => ballots.find(one)),
  'ballots.takeCensus': async ({ decisions, ballots }) => [
    ...(await ballots.takeCensus(await decisions.findAll(decisionIds))),
  ],
  'ballots.findLate': ({ decisions, ballots }) => ofEach(decisions, (one) => ballots.findLate(one)),
  'ballots.findSeen': ({ decisions, ballots }) => ofEach(decisions, (one) => ballots.findSeen(one)),
  'people.find': async ({ people }, teamId) => [...(await people.find(teamId, users))],
  'people.recall': async ({ people }, teamId) => [...(await people.recall(teamId, users, after(-60)))],
  'cards.find': ({ cards }) => cards.find(decisionIds),
  'marks.isTaken': ({ marks }) => Promise.all(decisionIds.map((id) => marks.isTaken(id))),
  'publications.find': ({ publications }) => Promise.all(decisionIds.map((id) => publications.find(id))),
  'publications.findTakenFiles': ({ publications }, teamId) =>
    publications.findTakenFiles(teamId, archive, ['0001-choose.md', '0002-choose.md', '0003-choose.md']),
  'publications.findNumbersBelow': ({ publications }, teamId) => publications.findNumbersBelow(teamId, archive, ''),
  'publications.findTroubled': ({ publications }, teamId) => publications.findTroubled(teamId, archive),
  'revisits.find': ({ revisits }) => Promise.all(revisitIds.map((id) => revisits.find(id))),
  'revisits.findAbout': async ({ revisits }) => [
    ...(await Promise.all(decisionIds.map((decisionId) => revisits.findAbout({ decisionId })))),
    ...(await Promise.all(adrIds.map((adrId) => revisits.findAbout({ adrId })))),
  ],
  'revisits.findOpen': ({ revisits }, teamId) =>
    Promise.all([
      ...channels.map((channelId) => revisits.findOpen(teamId, { channelId }, 99)),
      ...users.map((userId) => revisits.findOpen(teamId, { userId }, 99)),
    ]),
  'revisits.findDatedAdrs': ({ revisits }, teamId) =>
    revisits.findDatedAdrs(teamId, archive, { until: '2040-01-01', most: 99, askedSince: now }),
  'revisits.findChannelsOf': ({ revisits }, teamId) => revisits.findChannelsOf(teamId, archive),
  'revisits.findUnnoted': ({ revisits }, teamId) => revisits.findUnnoted(teamId),
  'revisits.findInReview': ({ revisits }, teamId) => revisits.findInReview(teamId, archive),
  'revisits.findUnasked': ({ revisits }, teamId) =>
    revisits.findUnasked(teamId, { from: '2020-01-01', to: '2040-01-01' }),
  'informed.find': ({ informed }, teamId) =>
    Promise.all([0, 1, 2].map((number) => informed.find(teamId, archive, number))),
  'informed.hasAny': ({ informed }, teamId) => informed.hasAny(teamId, archive),
  'informed.findStates': async ({ informed }, teamId) => [...(await informed.findStates(teamId, archive, [0, 1, 2]))],
  'reviews.find': ({ reviews }) => Promise.all(decisionIds.map((id) => reviews.find(id))),
  'reviews.findTakenBranches': ({ reviews }, teamId) =>
    reviews.findTakenBranches(teamId, archive, ['gavel/0', 'gavel/1', 'gavel/2']),
  'reviews.findByBranch': ({ reviews }, teamId) => reviews.findByBranch(teamId, archive, 'gavel/0'),
  'reviews.findByAddress': ({ reviews }, teamId) =>
    Promise.all(['T1', 'T2'].map((id) => reviews.findByAddress(teamId, archive, [`https://example.org/${id}`]))),
  'reviews.findOpen': ({ reviews }, teamId) => reviews.findOpen(teamId, archive),
  'reviews.findRefusal': ({ reviews }, teamId) => reviews.findRefusal(teamId, archive, 'main', after(-60)),
  'messages.findInThread': ({ messages }) =>
    Promise.all(decisionIds.map((id) => messages.findInThread(id, ['edited']))),
  'messages.find': ({ messages }, teamId) => Promise.all(keys.map((key) => messages.find(teamId, key))),
  'summaries.findWaiting': ({ summaries }, teamId) =>
    Promise.all(users.map((userId) => summaries.findWaiting({ teamId, userId }, now, 99))),
  'summaries.find': ({ summaries }, teamId) => summaries.find(teamId, decisionIds),
  'summaries.findPublishedAs': ({ summaries }, teamId) =>
    Promise.all([1, 2, 3].map((number) => summaries.findPublishedAs(teamId, { number }))),
  'summaries.findTitled': ({ summaries }, teamId) =>
    summaries.findTitled(teamId, ['choose'], { channelIds: channels, most: 99 }),
  'summaries.findUnpublished': ({ summaries }, teamId) =>
    summaries.findUnpublished(teamId, {
      ...{ cut: start, most: 99, search, channelIds: channels },
      statuses: ['proposed', 'accepted', 'withdrawn'],
    }),
  'summaries.findUnindexed': ({ summaries }, teamId) =>
    Promise.all(
      (['awaited', 'gone', 'elsewhere'] as const).map((where) =>
        summaries.findUnindexed(teamId, {
          cut: start,
          most: 99,
          search,
          archives: [archive],
          where,
          channelIds: channels,
        }),
      ),
    ),
  'summaries.countListed': ({ summaries }, teamId) =>
    summaries.countListed(teamId, [archive], { words: ['choose'], channelIds: channels, most: 99 }),
  'summaries.findDecidedLately': ({ summaries }, teamId) =>
    summaries.findDecidedLately(teamId, channels, { after: after(-60), until: after(600) }, 99),
  'summaries.findForDigest': ({ summaries }, teamId) =>
    summaries.findForDigest(teamId, channels, { after: after(-60), until: after(600) }),
  'summaries.findOpenVotes': ({ summaries }, teamId) => summaries.findOpenVotes(teamId, channels, 99),
  'summaries.countOpenVotes': ({ summaries }, teamId) => summaries.countOpenVotes(teamId, channels),
  'nudges.areWanted': ({ nudges }, teamId) => Promise.all(users.map((userId) => nudges.areWanted({ teamId, userId }))),
  'nudges.findLast': ({ nudges }) =>
    Promise.all(decisionIds.flatMap((id) => [undefined, ...users].map((user) => nudges.findLast(id, user)))),
  'nudges.findVotesWithout': ({ nudges }, teamId) => nudges.findVotesWithout(teamId, now),
  'follows.findTags': ({ follows }, teamId) =>
    Promise.all([...channels, ...users].map((id) => follows.findTags(teamId, id))),
  'follows.findFollowers': ({ follows }, teamId) => follows.findFollowers(teamId, ['tag0', 'tag1', 'tag2']),
  'events.findLastNews': ({ events }) => Promise.all(decisionIds.map((id) => events.findLastNews(id))),
  'summaries.findStalled': ({ summaries }, teamId) => summaries.findStalled(teamId, channels, after(600)),
  'aways.find': ({ aways }) => aways.find(users),
  'aways.findVotesOf': ({ aways }, teamId) => Promise.all(users.map((userId) => aways.findVotesOf({ teamId, userId }))),
  'tokens.find': ({ tokens }, teamId) => Promise.all([0, 1, 2, 3].map((n) => tokens.find(teamId, `token${n}`))),
  'tokens.listLive': ({ tokens }, teamId) =>
    Promise.all(users.map((userId) => tokens.listLive({ teamId, userId }, now))),
  'rules.findRepository': ({ rules }, teamId) =>
    Promise.all(channels.map((channelId) => rules.findRepository({ teamId, channelId }))),
  'rules.wantsVoteButtons': ({ rules }, teamId) =>
    Promise.all(channels.map((channelId) => rules.wantsVoteButtons({ teamId, channelId }))),
  'rules.find': ({ rules }, teamId) => Promise.all(channels.map((channelId) => rules.find({ teamId, channelId }))),
  'timeZones.find': ({ timeZones }, teamId) =>
    Promise.all(channels.map((channelId) => timeZones.find({ teamId, channelId }))),
  'languages.findAll': async ({ languages }, teamId) => [...(await languages.findAll(teamId, channels))],
  'adrs.findAll': ({ adrs }, teamId) => adrs.findAll(teamId, archive),
  'adrs.findGoverning': ({ adrs }, teamId) => adrs.findGoverning(teamId, archive),
  'adrs.find': ({ adrs }) => Promise.all(adrIds.map((id) => adrs.find(id))),
  'adrs.findByNumber': ({ adrs }, teamId) =>
    Promise.all([1, 2, 3].map((number) => adrs.findByNumber(teamId, archive, number))),
  'adrs.findAt': ({ adrs }, teamId) => adrs.findAt(teamId, archive, ['0001-theirs.md']),
  'adrs.findNamed': ({ adrs }, teamId) => adrs.findNamed(teamId, archive, '0001-theirs'),
  'adrs.findGone': ({ adrs }, teamId) => Promise.all(adrIds.map((id) => adrs.findGone(teamId, archive, { id }))),
  'adrs.list': ({ adrs }, teamId) => adrs.list(teamId, archive, { cut: start, most: 99, search }),
  'adrs.findEvents': ({ adrs }, teamId) => Promise.all(adrIds.map((id) => adrs.findEvents(teamId, id, 99))),
  'adrs.findChanges': ({ adrs }, teamId) => adrs.findChanges(teamId, archive, after(-60), after(600)),
  'adrs.findSharedNumbers': ({ adrs }, teamId) => adrs.findSharedNumbers(teamId, archive),
  'readings.find': ({ readings }, teamId) => readings.find(teamId, archive),
  'readings.findFiles': ({ readings }, teamId) => readings.findFiles(teamId, archive),
  'readings.findFigures': ({ readings }, teamId) => readings.findFigures(teamId, archive, after(-60)),
  'readings.findAsked': ({ readings }, teamId) => readings.findAsked(teamId, archive),
  'readings.findSettings': ({ readings }, teamId) => readings.findSettings(teamId, archive),
  'homes.isAnyoneLooking': ({ homes }, teamId) => homes.isAnyoneLooking(teamId, after(0)),
  'homes.findDue': ({ homes }, teamId) =>
    homes.findDue(teamId, { lookedSince: after(-1), before: after(100), most: 99 }),
  'digests.isAnyOn': ({ digests }, teamId) => digests.isAnyOn(teamId),
  'digests.find': ({ digests }, teamId) => Promise.all(channels.map((channelId) => digests.find(teamId, channelId))),
  'people.findNamed': ({ people }, teamId) => people.findNamed(teamId, 'ana'),
  'adrs.findDecisionsOf': async ({ adrs }, teamId) => [...(await adrs.findDecisionsOf(teamId, adrIds))].toSorted(),
  'adrs.findThese': ({ adrs }, teamId) => adrs.findThese(teamId, adrIds),
  'search.find': async ({ search }, teamId) => (await findChosen(search, teamId)).map(withoutId),
  'search.findAlike': async ({ search }, teamId) =>
    (await search.findAlike(teamId, 'What do we choose?', { channelIds: channels, archives: [archive] }, 99)).map(
      withoutId,
    ),
  'search.readTexts': async ({ search }, teamId) => {
    const hits = await findChosen(search, teamId);
    const texts = await search.readTexts(
      teamId,
      hits.map(({ id }) => id),
    );
    return texts
      .map(({ title, body }) => ({ title, body }))
      .toSorted((a, b) => (a.title + a.body < b.title + b.body ? -1 : 1));
  },
  'search.findNearestWord': ({ search }, teamId) =>
    Promise.all(['chose', 'chosoe', 'databse'].map((word) => search.findNearestWord(teamId, word))),
  'search.findWithoutEntry': ({ search }, teamId) => search.findWithoutEntry(teamId, 99),
  'jobs.findUnfinishedWork': ({ jobs }, teamId) => jobs.findUnfinishedWork(teamId, ['accepted', 'rejected']),
};

/** Entries of both workspaces are numbered from one sequence. */
function withoutId({ id: _, ...hit }: SearchHit) {
  return hit;
}

async function findChosen(records: Records['search'], teamId: string): Promise<readonly SearchHit[]> {
  const all = { statuses: [], tags: [], channels: [], archives: [], people: [], from: undefined, until: undefined };
  const scope = { channelIds: channels, archives: [archive] };
  return (await records.find(teamId, { ...all, words: ['choose'] }, scope, 99)).hits;
}

async function ofEach(
  decisions: Records['decisions'],
  ask: (decision: Decision) => Promise<unknown>,
): Promise<unknown> {
  const found = await Promise.all(decisionIds.map((id) => decisions.find(id)));
  return Promise.all(found.map((one) => one && ask(one)));
}

/** What a workspace reads of itself. */
async function read({ store, teamId }: Workspace): Promise<unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries(answers)) told[name] = await ask(store.read, teamId);
  return readable(told);
}

/** The names of Gavel's own tables. */
async function findTables(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relkind in ('r', 'p') and not relispartition
      and relnamespace = 'public'::regnamespace and relname not like 'kysely%'`.execute(db);
  return rows.map(({ name }) => name);
}

/** Of each workspace, what the tables have: every row, jobs included. */
async function findRows({ db, tables }: Town): Promise<Record<Team, string[]>> {
  const each = tables.map(
    (name) => sql`select team_id, ${`${name} `}::text || to_jsonb(one)::text as row from ${sql.id(name)} as one`,
  );
  const jobs = sql`
    select split_part(key, ':', 1), 'jobs ' || jsonb_build_array(key, payload, run_at, revision)::text
    from graphile_worker._private_jobs`;
  const { rows } = await sql<{ team_id: string; row: string }>`
    select * from (${sql.join([...each, jobs], sql` union all `)}) as one order by row`.execute(db);
  const rowsOf = (team: Team) => rows.filter((one) => one.team_id === team).map(({ row }) => row);
  return { T1: rowsOf('T1'), T2: rowsOf('T2') };
}

/**
 * As it can be compared: without the ids that PostgreSQL makes, which depend on what else there is in the database, and
 * with lists in an order of their own, as many have none where times are equal.
 */
function readable(value: unknown): unknown {
  const text = JSON.stringify(value, (key, one: unknown) => {
    if (key === 'messageId' || key === 'sign') return '…';
    if (typeof one === 'number' && one >= firstNewId && /id$/i.test(key)) return '…';
    return Array.isArray(one) ? one.map((each) => readable(each)).toSorted(byText) : one;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

function byText(one: unknown, other: unknown): number {
  return String(JSON.stringify(one)).localeCompare(String(JSON.stringify(other)), 'en');
}

/** Ids that were not given to both workspaces begin here. */
const firstNewId = 1_000_000;

/**
 * Empties the database, and gives each of these workspaces the same to begin with: two votes whose cards are taken, a
 * publication, a digest, and two ADRs.
 */
async function begin({ db, tables }: Town, workspaces: readonly Workspace[]): Promise<void> {
  await sql`truncate ${sql.join(tables.map((name) => sql.table(name)))} restart identity`.execute(db);
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  const { rows: counting } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and table_name = any(${tables}::text[]) and is_identity = 'YES'`.execute(db);
  for (const { name } of counting)
    await sql`alter table ${sql.table(name)} alter column id restart with ${sql.lit(firstNewId)}`.execute(db);
  for (const workspace of workspaces) {
    const { store, teamId } = workspace;
    await store.claim();
    for (const n of [0, 1]) {
      await store.read.decisions.insert(decisionOf(workspace, n));
      await store.read.cards.place(pick(decisionIds, n), cardOf(n));
      await store.read.marks.mark(pick(decisionIds, n), 'acted');
    }
    workspace.taken.push(...(await store.read.marks.take(teamId, 'show', { all: 2, stale: 0 })).taken);
    await changes['digests.save'](store.read, workspace, { a: 0, b: 0, c: 0 });
    const published = decisionOf(workspace, 1);
    await store.read.publications.save(published, publicationOf(workspace, { a: 1, b: 0, c: 1 }));
    await sql`
      insert into adr (team_id, archive, id, file_name, blob, number, title, status_text, deciders, dialect, links, warnings)
      overriding system value
      select ${teamId}, ${archive}, id, '000' || id || '-theirs.md', 'blob', id, 'Of ' || ${teamId}, '', '[]', 'madr-4', '[]', 0
      from unnest(${adrIds}::bigint[]) as id`.execute(db);
  }
}

/** Does something in a workspace, outside of a transaction or in one; what came of it, as it can be compared. */
async function change({ db }: Town, workspace: Workspace, name: ChangeName, choice: Choice): Promise<unknown> {
  const act: Change = changes[name];
  const doing =
    choice.b === choice.c
      ? act(workspace.store.read, workspace, choice)
      : workspace.store.transaction((records) => act(records, workspace, choice));
  // What PostgreSQL refuses has a code; its message would name a partition.
  const came = await doing.then(
    readable,
    (error: Error & { code?: string }) => `Failed: ${error.code ?? error.message}`,
  );
  // By the clock of the database, a card that was taken is free again after some seconds: not here.
  await sql`
    update card_mark set leased_until = 'infinity'
    where team_id = ${workspace.teamId} and taken_by is not null`.execute(db);
  return came;
}

/** A town of its own, of whose tables each is one, or has a partition for each workspace. */
async function openTown(are: 'whole' | 'partitioned' = 'whole'): Promise<Town> {
  const db = openDatabase(openPool(await freshDatabase(), () => undefined));
  onTestFinished(() => db.destroy());
  if (are === 'partitioned') await partitionTables(db, 'T1');
  const open = (teamId: Team): Workspace => {
    return { teamId, store: openStore(db, () => now, { teamId, archive }), taken: [] };
  };
  return { db, tables: await findTables(db), open };
}

const small = fc.nat({ max: 2 });
const step = fc.record({
  team: fc.constantFrom(...teams),
  name: fc.constantFrom(...(Object.keys(changes) as ChangeName[])),
  choice: fc.record({ a: small, b: small, c: small }),
});

/** Choices of which at least one makes each change go well: some changes are about two things that have to differ. */
const everyChoice: readonly Choice[] = [
  { a: 0, b: 0, c: 0 },
  { a: 1, b: 1, c: 1 },
  { a: 0, b: 1, c: 0 },
];

/** Each change, in both workspaces, in each of these ways. It is tried before anything random. */
const everyChange = (Object.keys(changes) as ChangeName[]).flatMap((name) =>
  everyChoice.flatMap((choice) => teams.map((team) => ({ team, name, choice }))),
);

/** How many times as many histories; `npm run test:long` asks for more. */
const factor = Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** What came of changes, by their names: whether each of them failed each time. */
type Failed = Map<ChangeName, boolean>;

/** Whatever happens in one workspace, the other one reads, and comes to, what it would without it. */
async function checkTwoWorkspaces(shared: Town, runs: number): Promise<Failed> {
  const alone = await openTown();
  const failed: Failed = new Map();
  const law = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), async (steps) => {
    const workspaces = { T1: shared.open('T1'), T2: shared.open('T2') };
    await begin(shared, [workspaces.T1, workspaces.T2]);
    const came: { team: Team; what: unknown }[] = [];
    let before = await findRows(shared);
    for (const { team, name, choice } of steps) {
      const what = await change(shared, workspaces[team], name, choice);
      failed.set(name, failed.get(name) !== false && typeof what === 'string' && what.startsWith('Failed: '));
      came.push({ team, what });
      const other = team === 'T1' ? 'T2' : 'T1';
      const rows = await findRows(shared);
      expect(rows[other], `after ${name} in ${team}`).toEqual(before[other]);
      before = rows;
    }
    for (const team of teams) {
      const hermit = alone.open(team);
      await begin(alone, [hermit]);
      const own = steps.filter((one) => one.team === team);
      const cameAlone: unknown[] = [];
      for (const { name, choice } of own) cameAlone.push(await change(alone, hermit, name, choice));
      expect(cameAlone).toEqual(came.filter((one) => one.team === team).map(({ what }) => what));
      expect(await read(hermit)).toEqual(await read(workspaces[team]));
    }
  });
  await fc.assert(law, { numRuns: runs, examples: [[everyChange]] });
  return failed;
}

describe('two workspaces in one database', { timeout: 120_000 * factor }, () => {
  it('each read, and come to, what they would without the other', async () => {
    const failed = await checkTwoWorkspaces(await openTown(), 10 * factor);
    // Each change went well at least once, if only where all of them are tried.
    expect([...failed].filter(([, always]) => always).map(([name]) => name)).toEqual([]);
    expect(new Set(failed.keys())).toEqual(new Set(Object.keys(changes)));
  });

  it('may each have a partition of every table', async () => {
    await checkTwoWorkspaces(await openTown('partitioned'), 5 * factor);
  });
});
