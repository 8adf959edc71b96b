import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/schema.ts';
import type { Decision } from '../../../src/decision/decision.ts';
import { emojiAt, type Withdrawal } from '../../../src/decision/proposal/option.ts';
import { anyDecision, makeDecision, makeObjection, makeOption, makeVoting } from '../decision-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

/** What another decision's fields make of this one by a move: everything that may change, nothing that may not. */
function moveTo(decision: Decision, other: Decision): Decision {
  const { title, context, drivers, status, closesAt, proposedAt: at, proposerId: by } = other;
  const words = other.options[0] ?? makeOption(0);
  const [first, ...rest] = decision.options.map((option) => ({
    ...option,
    title: words.title,
    description: words.description,
  }));
  const [argument, ...others] = decision.arguments;
  const corrected = others.map((one) => ({ ...one, kind: 'neutral' as const, text: title }));
  const moved = { ...decision, title, context, drivers, status, closesAt, arguments: corrected };
  const { withdrawn } = decision;
  // The first option and argument are withdrawn, and the options after it move up.
  const latest = new Date(Math.max(at.getTime(), ...[...withdrawn.options, ...withdrawn.arguments].map(timeOf)) + 1);
  const withdrawal = { by, at: latest };
  const { position: _, emoji: __, ...gone } = first ?? makeOption(0);
  return {
    ...moved,
    options: rest.map((option, index) => ({ ...option, position: index, emoji: emojiAt(index) })),
    withdrawn: {
      options: [
        ...withdrawn.options.map((option) => ({ ...option, place: undefined })),
        { ...gone, withdrawal, place: undefined, votes: 2 },
      ],
      arguments: [...withdrawn.arguments, ...(argument ? [{ ...argument, withdrawal }] : [])],
    },
  };
}

function timeOf({ withdrawal }: { withdrawal: Withdrawal }): number {
  return withdrawal.at.getTime();
}

/** Resolves when a statement waits for a row that a transaction holds. */
async function someoneWaits(db: Kysely<Database>): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(db)).rows.length === 0);
}

async function empty(db: Kysely<Database>): Promise<void> {
  await sql`truncate decision cascade`.execute(db);
}

describe('a stored decision', () => {
  it('comes back as it was, whatever people typed', async () => {
    const { db, store } = await openWorkshop();
    const law = fc.asyncProperty(anyDecision, async (full) => {
      const decision = { ...full, outcome: undefined };
      expect(await store.read.decisions.insert(decision)).toBe(true);
      expect(await store.read.decisions.find(decision.id)).toEqual(decision);
    });
    await fc.assert(
      law.beforeEach(() => empty(db)),
      { numRuns: 60 },
    );
  });

  it('keeps every change, each under a new version', async () => {
    const { db, store } = await openWorkshop();
    const law = fc.asyncProperty(anyDecision, anyDecision, async (full, other) => {
      const decision = { ...full, outcome: undefined };
      await store.read.decisions.insert(decision);
      const changed = moveTo(decision, other);
      await store.read.decisions.save(changed);
      expect(await store.read.decisions.find(decision.id)).toEqual({ ...changed, version: 2 });
    });
    await fc.assert(
      law.beforeEach(() => empty(db)),
      { numRuns: 30 },
    );
  });

  it('is written whole by the moves that follow the proposal', async () => {
    const { db, store } = await openWorkshop();
    const law = fc.asyncProperty(anyDecision, async (decision) => {
      const proposed = { ...decision, arguments: [], voting: undefined, outcome: undefined };
      await store.read.decisions.insert(proposed);
      await store.read.decisions.save(decision);
      expect(await store.read.decisions.find(decision.id)).toEqual({ ...decision, version: 2 });
    });
    await fc.assert(
      law.beforeEach(() => empty(db)),
      { numRuns: 30 },
    );
  });

  it('is inserted once: the first one stays', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    const again = { ...decision, title: 'Another title', options: [makeOption(0, 'Another option')] };
    expect(await store.read.decisions.insert(decision)).toBe(true);
    expect(await store.read.decisions.insert(again)).toBe(false);
    expect(await store.read.decisions.find(decision.id)).toEqual(decision);
  });

  it('is one decision when several processes insert it at once', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    const inserted = await Promise.all(
      Array.from({ length: 8 }, () => store.transaction((records) => records.decisions.insert(decision))),
    );
    expect(inserted.filter((wasFirst) => wasFirst)).toHaveLength(1);
    expect(await store.read.decisions.find(decision.id)).toEqual(decision);
  });

  it('is not there under an unknown id', async () => {
    const { store } = await openWorkshop();
    const { id } = makeDecision();
    expect(await store.read.decisions.find(id)).toBeUndefined();
    expect(await store.read.decisions.lock(id)).toBeUndefined();
  });

  it('changes for one at a time: no change that was made under its lock is lost', async () => {
    const { store } = await openWorkshop();
    const { id, ...rest } = makeDecision();
    await store.read.decisions.insert({ id, ...rest });
    const drivers = Array.from({ length: 12 }, (_, index) => `driver ${index}`);
    await Promise.all(
      drivers.map((driver) =>
        store.transaction(async (records) => {
          const before = await records.decisions.lock(id);
          if (before) await records.decisions.save({ ...before, drivers: [...before.drivers, driver] });
        }),
      ),
    );
    const after = await store.read.decisions.find(id);
    expect(after?.drivers.toSorted()).toEqual(drivers.toSorted());
    expect(after?.version).toBe(1 + drivers.length);
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { store, findJobs, findMarks } = await openWorkshop();
    const decision = makeDecision();
    const failing = store.transaction(async (records) => {
      await records.decisions.insert(decision);
      await records.jobs.add('publish', { decisionId: decision.id, archive: 'nowhere' });
      await records.marks.mark(decision.id, 'acted');
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    expect(await store.read.decisions.find(decision.id)).toBeUndefined();
    expect(await findJobs()).toEqual([]);
    expect(await findMarks()).toEqual([]);
  });

  it('keeps what first became of an objection, and loses none', async () => {
    const { store } = await openWorkshop();
    const [first, second] = [makeObjection(), makeObjection({ raisedAt: after(1), kind: 'hold', until: after(60) })];
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const settled = {
      ...first,
      resolution: { kind: 'resolved', by: 'U2', reason: 'It has one.', at: after(2) } as const,
    };
    const again = { ...first, resolution: { kind: 'overridden', by: 'U1', reason: 'So what?', at: after(3) } as const };
    for (const objections of [[first], [settled, second], [again], [first, second]])
      await store.read.decisions.save({ ...decision, objections });
    expect((await store.read.decisions.find(decision.id))?.objections).toEqual([settled, second]);
  });

  it('shows the electorate of its current round only', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision({ voting: makeVoting({ deciders: ['U1', 'U2'] }) });
    await store.read.decisions.insert(decision);
    const secondRound = makeVoting({ round: 2, deciders: ['U3'] });
    await store.read.decisions.save({ ...decision, voting: secondRound });
    expect((await store.read.decisions.find(decision.id))?.voting).toEqual(secondRound);
  });
});

describe('reading a decision', () => {
  it('goes on when the Gavel of a newer version has added a column', async () => {
    const { db, store } = await openWorkshop();
    const decision = makeDecision({ voting: makeVoting() });
    await store.read.decisions.insert(decision);
    expect(await store.read.decisions.find(decision.id)).toEqual(decision);
    for (const table of ['decision', 'option', 'decider'])
      await sql`alter table ${sql.id(table)} add column colour text not null default 'red'`.execute(db);
    expect(await store.read.decisions.find(decision.id)).toEqual(decision);
  });

  it('shows all that was saved by the one who held it before', async () => {
    const { db, store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const added = { ...decision, objections: [makeObjection()] };
    const isHeld = Promise.withResolvers<void>();
    const held = store.transaction(async (records) => {
      await records.decisions.lock(decision.id);
      isHeld.resolve();
      await someoneWaits(db);
      await records.decisions.save(added);
    });
    await isHeld.promise;
    const next = store.transaction((records) => records.decisions.lock(decision.id));
    await held;
    expect(await next).toEqual({ ...added, version: 2 });
  });
});

describe('the history of a decision', () => {
  it('takes down who did what and when, whatever was pasted', async () => {
    const { db, store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const detail = { reason: 'a\u0000b \ud83d “c”', closesAt: now.toISOString() };
    await store.read.events.record({ decision, at: now, actorId: 'U2', kind: 'edited', detail });
    await store.read.events.record({ decision, at: now, actorId: undefined, kind: 'accepted', detail: {} });
    const events = await db.selectFrom('event').selectAll().orderBy('id').execute();
    const of = { team_id: 'T1', decision_id: decision.id, at: now };
    expect(events).toMatchObject([
      { ...of, actor_id: 'U2', kind: 'edited', detail },
      { ...of, actor_id: null, kind: 'accepted', detail: {} },
    ]);
  });
});
