import { expect, it } from 'vitest';
import { after, now, openWorkshop } from '../workshop.ts';

const place = { teamId: 'T1', channelId: 'C1' };

it('of each thing that a channel sets the latest counts, and all of it is kept', async () => {
  const { db, store, neighbor } = await openWorkshop();
  const { read } = store;
  expect(await read.rules.find(place)).toEqual({ initialId: undefined, own: [], changed: undefined });
  await read.rules.save(place, { name: undefined, value: 'majority' }, 'U1', now);
  await read.rules.save(place, { name: 'Ours', value: { quorum: 3 } }, 'U1', after(1));
  await read.rules.save(place, { name: 'Ours', value: { quorum: 4 } }, 'U2', after(2));
  await read.rules.save({ ...place, channelId: 'C2' }, { name: 'Theirs', value: {} }, 'U3', after(3));
  await neighbor.read.rules.save({ ...place, teamId: 'T2' }, { name: 'Theirs', value: {} }, 'U3', after(3));
  expect(await read.rules.find(place)).toEqual({
    initialId: 'majority',
    own: [{ name: 'Ours', parts: { quorum: 4 } }],
    changed: { by: 'U2', at: after(2) },
  });

  await read.rules.save(place, { name: 'Ours', value: undefined }, 'U1', after(4));
  await read.rules.save(place, { name: undefined, value: undefined }, 'U1', after(5));
  const changed = { by: 'U1', at: after(5) };
  expect(await read.rules.find(place)).toEqual({ initialId: undefined, own: [], changed });
  expect(await db.selectFrom('rule_setting').select('id').where('channel_id', '=', 'C1').execute()).toHaveLength(6);
});

it('the metadata entries that people are asked for are kept beside the reading', async () => {
  const { store, neighbor } = await openWorkshop();
  expect(await store.read.readings.findAsked('T1', 'a')).toEqual([]);
  await store.transaction(async (records) => {
    await records.readings.lock('T1', 'a');
    await records.readings.saveAsked('T1', 'a', ['Ticket', 'a\0\ud800']);
  });
  expect(await store.read.readings.findAsked('T1', 'a')).toEqual(['Ticket', 'a\ufffd']);
  expect(await neighbor.read.readings.findAsked('T2', 'a')).toEqual([]);
});

it('the text of .gavel.yml is kept beside the reading, whatever is in it', async () => {
  const { store, neighbor } = await openWorkshop();
  await store.transaction(async (records) => {
    await records.readings.lock('T1', 'a');
    await records.readings.saveSettings('T1', 'a', 'rule: majority\0\ud800');
  });
  expect(await store.read.readings.findSettings('T1', 'a')).toBe('rule: majority\ufffd');
  expect(await neighbor.read.readings.findSettings('T2', 'a')).toBeUndefined();
  await store.transaction((records) => records.readings.saveSettings('T1', 'a', undefined));
  expect(await store.read.readings.findSettings('T1', 'a')).toBeUndefined();
});
