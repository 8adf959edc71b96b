import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Store } from '../../../src/workflow/ports/store.ts';
import { testPlace } from '../../support/ports.ts';
import { makeDecision, makeVoting } from '../decision-samples.ts';
import { cardTs, makeVote, nowUs, openVote } from '../vote-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

/** So many cards, whatever they are marked for. */
function upTo(count: number) {
  return { all: count, stale: count };
}

const nothing = { taken: [], nextUrgent: undefined, nextStale: undefined };

/** Open votes, each in a channel of its own: C1, C2 and so on. */
async function openVotes(store: Store, count: number, more: Partial<Decision> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const decision = makeDecision({ voting: makeVoting(), channelId: `C${number}`, ...more });
    await store.read.decisions.insert(decision);
    await store.read.cards.place(decision.id, { ts: cardTs, link: '' });
    ids.push(decision.id);
  }
  return ids;
}

describe('a card that votes have changed', () => {
  it('is marked once, however many votes there are, and keeps its place in the line', async () => {
    const { db, store, findMarks } = await openWorkshop();
    const decision = await openVote(store);
    const votes = Array.from({ length: 40 }, (_, index) => makeVote({ userId: `U${index}`, eventUs: nowUs + index }));
    await Promise.all(votes.map((vote) => store.read.ballots.cast(vote, now)));
    expect(await store.read.ballots.find(decision)).toHaveLength(40);
    const mark = { decisionId: decision.id, task: 'show', urgency: 3, since: now, isTaken: false };
    expect(await findMarks()).toMatchObject([mark]);
    await openStore(db, () => after(9), testPlace).read.ballots.cast(makeVote({ userId: 'U99' }), after(9));
    expect(await findMarks()).toMatchObject([mark]);
  });

  it('is not marked for a vote that changes nothing', async () => {
    const { store, findMarks } = await openWorkshop();
    await openVote(store);
    await store.read.ballots.cast(makeVote({ emoji: 'tada' }), now);
    expect(await findMarks()).toEqual([]);
  });

  it('has its vote judged as well, where its rule may close it early', async () => {
    const { store, findMarks } = await openWorkshop();
    const { rule } = presets.majority;
    const decision = await openVote(store, { rule, voting: makeVoting({ rule }) });
    await store.read.ballots.cast(makeVote(), now);
    expect((await findMarks()).map(({ task }) => task)).toEqual(['judge', 'show']);
    await store.read.marks.mark(decision.id, 'acted');
    expect((await findMarks()).map(({ task }) => task)).toEqual(['judge', 'show']);
  });

  it('is not taken, and so not counted, without votes that are being written', async () => {
    const { store } = await openWorkshop();
    await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    const take = async () => (await store.read.marks.take('T1', 'show', upTo(1))).taken.length;
    await store.transaction(async (records) => {
      await records.ballots.cast(makeVote({ userId: 'U2' }), now);
      expect(await take()).toBe(0);
    });
    expect(await take()).toBe(1);
  });

  it('is to be shown once more when a vote comes after it was taken', async () => {
    const { db, store, findMarks } = await openWorkshop();
    await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    const { taken } = await store.read.marks.take('T1', 'show', upTo(1));
    const later = openStore(db, () => after(5), testPlace);
    await later.read.ballots.cast(makeVote({ userId: 'U2' }), after(5));
    await later.read.ballots.cast(makeVote({ userId: 'U3' }), after(6));
    expect(await findMarks()).toMatchObject([{ isTaken: true, isRenewed: true, since: after(5) }]);
    expect(await later.read.marks.take('T1', 'show', upTo(1))).toEqual(nothing);
    for (const card of taken) await later.read.marks.finish(card);
    expect(await findMarks()).toMatchObject([{ isTaken: false, isRenewed: false, since: after(5) }]);
    expect((await later.read.marks.take('T1', 'show', upTo(1))).taken).toHaveLength(1);
  });

  it('is to be shown once more when a vote is being written while it is finished', async () => {
    const { store, findMarks } = await openWorkshop();
    await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    const { taken } = await store.read.marks.take('T1', 'show', upTo(1));
    let finishing: Promise<unknown> | undefined;
    await store.transaction(async (records) => {
      await records.ballots.cast(makeVote({ userId: 'U2' }), now);
      finishing = Promise.all(taken.map((card) => store.read.marks.finish(card)));
    });
    await finishing;
    expect(await findMarks()).toMatchObject([{ isTaken: false, isRenewed: false }]);
  });
});

describe('cards that are marked', () => {
  it('have their turn by urgency, then by how long they wait', async () => {
    const { db, store } = await openWorkshop();
    const [old = '', young = '', closing = '', acted = ''] = await openVotes(store, 4);
    const mark = (id: string, urgency: 'closing' | 'acted' | 'stale', seconds: number) =>
      openStore(db, () => after(seconds), testPlace).read.marks.mark(id, urgency);
    await mark(young, 'stale', -1);
    await mark(old, 'stale', -9);
    await mark(acted, 'acted', -2);
    await mark(closing, 'closing', 0);
    const take = async (most: number) =>
      (await store.read.marks.take('T1', 'show', upTo(most))).taken.map(({ decisionId }) => decisionId);
    expect([await take(1), await take(2), await take(9)]).toEqual([[closing], [acted, old], [young]]);
  });

  it('are taken only as far as there is room, and tell when the others have their turn', async () => {
    const { store } = await openWorkshop();
    const [first = '', second = '', acted = '', other = ''] = await openVotes(store, 4);
    for (const id of [first, second]) await store.read.marks.mark(id, 'stale');
    for (const id of [acted, other]) await store.read.marks.mark(id, 'acted');
    await store.read.cards.markShown(other, now);
    expect(await store.read.marks.take('T1', 'show', { all: 9, stale: 1 })).toMatchObject({
      taken: [{ decisionId: acted }, { urgency: 'stale' }],
      nextUrgent: after(1),
      nextStale: now,
    });
    expect(await store.read.marks.take('T1', 'show', { all: 9, stale: 0 })).toMatchObject({
      taken: [],
      nextStale: now,
    });
  });

  it('are compared with Slack in the order that was asked for, behind those that wait', async () => {
    const { db, store } = await openWorkshop();
    const [one = '', two = '', three = '', four = ''] = await openVotes(store, 4);
    await store.read.marks.markToCompare([three, one]);
    await openStore(db, () => after(1), testPlace).read.marks.markToCompare([four, three, two, one]);
    const { taken } = await store.read.marks.take('T1', 'compare', upTo(9));
    expect(taken.map(({ decisionId }) => decisionId)).toEqual([three, one, four, two]);
  });

  it('become more urgent, and never less, while they wait', async () => {
    const { db, store, findMarks } = await openWorkshop();
    const [id = ''] = await openVotes(store, 1);
    for (const [seconds, urgency] of [
      [1, 'stale'],
      [2, 'acted'],
      [3, 'stale'],
    ] as const)
      await openStore(db, () => after(seconds), testPlace).read.marks.mark(id, urgency);
    expect(await findMarks()).toMatchObject([{ urgency: 2, since: after(1) }]);
  });

  it('are taken once, by however many processes', async () => {
    const { store } = await openWorkshop();
    for (const id of await openVotes(store, 20)) await store.read.marks.mark(id, 'stale');
    const turns = await Promise.all(Array.from({ length: 8 }, () => store.read.marks.take('T1', 'show', upTo(5))));
    const ids = turns.flatMap(({ taken }) => taken.map(({ decisionId }) => decisionId));
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
  });

  it('are left alone by other workspaces', async () => {
    const { store, neighbor } = await openWorkshop();
    for (const id of await openVotes(store, 1)) await store.read.marks.mark(id, 'stale');
    expect(await neighbor.read.marks.take('T2', 'show', upTo(5))).toEqual(nothing);
  });

  it('wait for a second after they were last shown', async () => {
    const { db, store } = await openWorkshop();
    const [id = ''] = await openVotes(store, 1);
    await store.read.cards.markShown(id, now);
    await store.read.marks.mark(id, 'closing');
    expect(await store.read.marks.take('T1', 'show', upTo(5))).toEqual({ ...nothing, nextUrgent: after(1) });
    expect((await openStore(db, () => after(1), testPlace).read.marks.take('T1', 'show', upTo(5))).taken).toHaveLength(
      1,
    );
  });

  it('are free again when nobody is at work on them any more, and not while somebody is', async () => {
    const { db, store } = await openWorkshop();
    const [id = ''] = await openVotes(store, 1);
    await store.read.marks.mark(id, 'stale');
    const { taken } = await store.read.marks.take('T1', 'show', upTo(5));
    const [card] = taken;
    if (card === undefined) throw new Error('The card was not taken.');
    const pass = () => sql`update card_mark set leased_until = leased_until - interval '7 seconds'`.execute(db);
    await pass();
    await store.read.marks.keep(card);
    expect(await store.read.marks.isTaken(id)).toBe(true);
    expect((await store.read.marks.take('T1', 'show', upTo(5))).taken).toEqual([]);
    await pass();
    expect(await store.read.marks.isTaken(id)).toBe(false);
    const again = await store.read.marks.take('T1', 'show', upTo(5));
    expect(again.taken).toMatchObject([{ decisionId: id }]);
    // The first one was slow, not dead: what it finishes is not the other one's.
    await store.read.marks.finish(card);
    expect(await store.read.marks.isTaken(id)).toBe(true);
  });

  it('wait after a failure, unless something changes', async () => {
    const { db, store } = await openWorkshop();
    const [id = ''] = await openVotes(store, 1);
    await store.read.marks.mark(id, 'stale');
    const fail = async () => {
      for (const card of (await store.read.marks.take('T1', 'show', upTo(5))).taken)
        await store.read.marks.putBack(card, after(60));
    };
    await fail();
    expect(await store.read.marks.take('T1', 'show', upTo(5))).toEqual({ ...nothing, nextStale: after(60) });
    const later = openStore(db, () => after(60), testPlace);
    const [card] = (await later.read.marks.take('T1', 'show', upTo(5))).taken;
    expect(card).toMatchObject({ failures: 1 });
    if (card) await later.read.marks.putBack(card, after(600));
    await store.read.ballots.cast(makeVote(), now);
    expect((await store.read.marks.take('T1', 'show', upTo(5))).taken).toMatchObject([{ failures: 0 }]);
  });

  it('are told of once the change that marked them is committed', async () => {
    const { store } = await openWorkshop();
    const [id = ''] = await openVotes(store, 1);
    let told = 0;
    const end = store.onMarked(() => {
      told += 1;
    });
    await store.transaction(async (records) => {
      await records.marks.mark(id, 'acted');
      expect(told).toBe(0);
    });
    expect(told).toBe(1);
    await expect(
      store.transaction(async (records) => {
        await records.marks.mark(id, 'closing');
        throw new Error('on second thoughts');
      }),
    ).rejects.toThrow('on second thoughts');
    await store.read.ballots.cast(makeVote({ emoji: 'tada' }), now);
    expect(told).toBe(1);
    end();
    await store.read.marks.mark(id, 'closing');
    expect(told).toBe(1);
  });
});
