import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import type { Subscription } from '../../../src/workflow/ports/records/digests.ts';
import type { Store } from '../../../src/workflow/ports/store.ts';
import { makeDecision, makeOutcome, makePublication, makeVoting } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

async function insert(store: Store, more: Partial<Decision>): Promise<Decision> {
  const decision = makeDecision(more);
  await store.read.decisions.insert(decision);
  return decision;
}

describe('what an absence may have left undone', () => {
  it('is nothing at first', async () => {
    const { store } = await openWorkshop();
    expect(await store.read.jobs.findUnfinishedWork('T1', ['accepted', 'rejected'])).toEqual({
      waiting: [],
      voting: [],
      unpublished: [],
      reviews: [],
      subscriptions: [],
    });
  });

  it('are the open votes', async () => {
    const { store } = await openWorkshop();
    const open = await insert(store, { voting: makeVoting() });
    await insert(store, {});
    await insert(store, { voting: makeVoting({ closedAt: now }) });
    await insert(store, { voting: makeVoting(), status: 'withdrawn' });
    expect((await store.read.jobs.findUnfinishedWork('T1', ['accepted', 'rejected'])).voting).toEqual([open.id]);
  });

  it('are the proposals that nobody votes on now, whose cards may have been deleted', async () => {
    const { store } = await openWorkshop();
    await insert(store, { voting: makeVoting() });
    const discussed = await insert(store, {});
    const undecided = await insert(store, { voting: makeVoting({ closedAt: now }) });
    await insert(store, { status: 'withdrawn' });
    const { waiting } = await store.read.jobs.findUnfinishedWork('T1', ['accepted', 'rejected']);
    expect(new Set(waiting)).toEqual(new Set([discussed.id, undecided.id]));
  });

  it('are the outcomes that are not in git', async () => {
    const { store } = await openWorkshop();
    const [untried, inTrouble, rejected, published] = [
      await insert(store, { status: 'accepted', outcome: makeOutcome(undefined) }),
      await insert(store, { status: 'accepted', outcome: makeOutcome(undefined) }),
      await insert(store, { status: 'rejected', outcome: makeOutcome(undefined) }),
      await insert(store, { status: 'accepted', outcome: makeOutcome(undefined) }),
    ];
    await insert(store, { status: 'proposed' });
    await insert(store, { status: 'withdrawn' });
    await store.read.publications.save(inTrouble, {
      ...makePublication(),
      number: 1,
      trouble: { code: 'told before' as const, text: 'away' },
    });
    await store.read.publications.save(published, makePublication({ number: 2, pushedAt: now }));
    const { unpublished } = await store.read.jobs.findUnfinishedWork('T1', ['accepted', 'rejected']);
    expect(new Set(unpublished.map(({ id }) => id))).toEqual(new Set([untried.id, inTrouble.id, rejected.id]));
    expect(unpublished[0]?.archive).toBe('nowhere');
  });

  it('are the digests that are switched on', async () => {
    const { store } = await openWorkshop();
    const daily: Subscription = {
      teamId: 'T1',
      channelId: 'C1',
      cadence: { every: 'day', weekday: 1, timeOfDay: '09:00', timeZone: 'UTC' },
      toldUntil: now,
    };
    await store.read.digests.save(daily, 'U1');
    const off = { ...daily, channelId: 'C2', cadence: { ...daily.cadence, every: 'never' as const } };
    await store.read.digests.save(off, 'U1');
    expect((await store.read.jobs.findUnfinishedWork('T1', ['accepted', 'rejected'])).subscriptions).toEqual([daily]);
  });
});
