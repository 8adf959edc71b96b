import { describe, expect, it } from 'vitest';
import type { Vote } from '../../../src/workflow/ports/records/ballots.ts';
import { makeDecision, makeVoting } from '../decision-samples.ts';
import { cardTs, makeVote, nowUs, openVote } from '../vote-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

// Votes that are cast at once are written by one statement: see src/store/ballot-box.ts.

/** Two open votes, in the channels C1 and C2. */
async function openTwo() {
  const workshop = await openWorkshop();
  const { store } = workshop;
  const first = await openVote(store);
  const second = makeDecision({ voting: makeVoting(), channelId: 'C2' });
  await store.read.decisions.insert(second);
  await store.read.cards.place(second.id, { ts: cardTs, link: '' });
  const cast = (votes: readonly Partial<Vote>[]) =>
    Promise.allSettled(votes.map((vote) => store.read.ballots.cast(makeVote(vote), now)));
  return { ...workshop, first, second, cast };
}

describe('votes that are cast at once', () => {
  it.each([
    ['in order', [0, 1, 2]],
    ['the last one first', [2, 0, 1]],
    ['the other way round', [2, 1, 0]],
  ])('leave the latest word of the same person, arriving %s', async (_, order) => {
    const { store, first, cast } = await openTwo();
    await cast(order.map((step) => ({ eventUs: nowUs + step, isCast: step !== 2 })));
    expect(await store.read.ballots.find(first)).toMatchObject([{ isCast: false, eventUs: nowUs + 2 }]);
  });

  it('leave the word that came first, of two of the same moment', async () => {
    const { store, first, cast } = await openTwo();
    await cast([{ isCast: true }, { isCast: false }]);
    expect(await store.read.ballots.find(first)).toMatchObject([{ isCast: true }]);
  });

  it('reach the card and the option that each is for, and mark each card once', async () => {
    const { store, first, second, cast, findMarks } = await openTwo();
    await cast([{}, { channelId: 'C2', emoji: 'two' }, { userId: 'U2' }, { emoji: 'tada' }, { channelId: 'C3' }]);
    const [one, two] = [first.options[0]?.id, second.options[1]?.id];
    const ballots = [...(await store.read.ballots.find(first)), ...(await store.read.ballots.find(second))];
    expect(ballots.map(({ optionId, userId }) => [optionId, userId]).toSorted()).toEqual(
      [
        [one, 'U1'],
        [one, 'U2'],
        [two, 'U1'],
      ].toSorted(),
    );
    const marked = (await findMarks()).map(({ task, decisionId }) => `${task} ${decisionId}`);
    expect(marked.toSorted()).toEqual([`show ${first.id}`, `show ${second.id}`].toSorted());
  });

  it('are not lost with one that PostgreSQL can’t store', async () => {
    const { store, first, cast } = await openTwo();
    const results = await cast([{}, { userId: 'U\u0000' }, { userId: 'U3' }]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.read.ballots.find(first)).map(({ userId }) => userId).toSorted()).toEqual(['U1', 'U3']);
  });

  it('don’t wait for one whose decision somebody holds', async () => {
    const { store, first, second, cast } = await openTwo();
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holding = store.transaction(async (records) => {
      await records.decisions.lock(first.id);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const onHeld = cast([{}]);
    await cast([{ channelId: 'C2' }]).finally(async () => {
      expect(await store.read.ballots.find(first)).toEqual([]);
      release.resolve();
    });
    expect(await store.read.ballots.find(second)).toHaveLength(1);
    await holding;
    await onHeld;
    expect(await store.read.ballots.find(first)).toHaveLength(1);
  });
});
