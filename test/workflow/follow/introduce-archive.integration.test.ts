import { describe, expect, it } from 'vitest';
import { introduceArchive } from '../../../src/workflow/follow/introduce-archive.ts';
import type { Channel } from '../../../src/workflow/ports/chat/chat.ts';
import { anyChannel } from '../../support/ports.ts';
import { makeAdr, openArchiveWorkshop } from '../archive-workshop.ts';

const here = { teamId: 'T1', channelId: 'C1' };

async function openWorkshop() {
  const workshop = await openArchiveWorkshop();
  const { ports, query } = workshop;
  return {
    ...workshop,
    introduce: async (place = here, channel: Partial<Channel> = {}) => {
      const sight = { ...ports.sight, findChannel: async (id: string) => ({ ...anyChannel(id), ...channel }) };
      await introduceArchive({ ...ports, sight }, { ...place, archive: ports.archive.id });
      return query('select channel_id, body from message order by key');
    },
  };
}

describe('that the ADRs of an archive have been read', () => {
  it('is told to one channel, once the first reading is done', async () => {
    const { push, follow, introduce } = await openWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go'), '0002-use-rust.md': makeAdr('2. Use Rust') });
    expect(await introduce()).toEqual([]);
    await follow();
    expect(await introduce(here, { isPrivate: true })).toEqual([]);
    expect(await introduce(here, { isShared: true })).toEqual([]);
    const told = [{ channel_id: 'C1', body: { kind: 'archive read', total: 2, example: '2' } }];
    expect(await introduce()).toEqual(told);
    await push({ '0003-use-c.md': makeAdr('3. Use C') });
    await follow();
    expect(await introduce({ ...here, channelId: 'C2' })).toEqual(told);
  });

  it('names the file of one without a number', async () => {
    const { push, follow, introduce } = await openWorkshop();
    await push({ '20260102-use-go.md': makeAdr('Use Go') });
    await follow();
    expect(await introduce()).toMatchObject([{ body: { total: 1, example: '20260102-use-go.md' } }]);
  });

  it('is not news if there are none, or if all are ours', async () => {
    const { push, follow, publish, introduce } = await openWorkshop();
    await push({ 'README.md': '# Decisions\n' });
    await follow();
    expect(await introduce()).toEqual([]);
    await publish('0001-ours.md', 1);
    await push({ '0001-ours.md': makeAdr('1. Ours') });
    await follow();
    expect(await introduce()).toEqual([]);
    await push({ '0002-theirs.md': makeAdr('2. Theirs') });
    await follow();
    expect(await introduce()).toMatchObject([{ body: { total: 2 } }]);
  });
});
