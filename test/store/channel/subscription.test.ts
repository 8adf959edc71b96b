import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../../src/workflow/ports/records/digests.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const weekly: Subscription = {
  teamId: 'T1',
  channelId: 'C1',
  cadence: { every: 'week', weekday: 5, timeOfDay: '16:30', timeZone: 'Europe/Lisbon' },
  toldUntil: now,
};

describe('the digest of a channel', () => {
  it('is found as it was set, and as it was set last', async () => {
    const { store } = await openWorkshop();
    expect(await store.read.digests.find('T1', 'C1')).toBeUndefined();
    expect(await store.read.digests.lock('T1', 'C1')).toBeUndefined();
    await store.read.digests.save(weekly, 'U1');
    expect(await store.read.digests.find('T1', 'C1')).toEqual(weekly);

    const off: Subscription = { ...weekly, cadence: { ...weekly.cadence, every: 'never' }, toldUntil: after(60) };
    await store.read.digests.save(off, 'U2');
    expect(await store.read.digests.lock('T1', 'C1')).toEqual(off);
  });

  it('has been told until then, and no other channel has', async () => {
    const { store, neighbor } = await openWorkshop();
    const elsewhere = { ...weekly, channelId: 'C2' };
    const others = { ...weekly, teamId: 'T2' };
    for (const subscription of [weekly, elsewhere]) await store.read.digests.save(subscription, 'U1');
    await neighbor.read.digests.save(others, 'U1');
    await store.read.digests.markTold(weekly, after(60));
    expect(await store.read.digests.find('T1', 'C1')).toEqual({ ...weekly, toldUntil: after(60) });
    expect(await store.read.digests.find('T1', 'C2')).toEqual(elsewhere);
    expect(await neighbor.read.digests.find('T2', 'C1')).toEqual(others);
  });

  it('is told a period once, however many try at the same time', async () => {
    const { store } = await openWorkshop();
    await store.read.digests.save(weekly, 'U1');
    const told = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.transaction(async (records) => {
          const found = await records.digests.lock('T1', 'C1');
          if (found === undefined || found.toldUntil >= after(60)) return false;
          await records.digests.markTold(found, after(60));
          return true;
        }),
      ),
    );
    expect(told.filter((isOurs) => isOurs)).toHaveLength(1);
  });
});
