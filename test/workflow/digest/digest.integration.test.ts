import { describe, expect, it } from 'vitest';
import type { Cadence } from '../../../src/decision/digest/cadence.ts';
import { screenDigest, screenMessage } from '../../../src/workflow/access/screen.ts';
import { previewDigest, sendDigest, setCadence } from '../../../src/workflow/digest/digest.ts';
import type { WrittenDigest } from '../../../src/workflow/message/announcement.ts';
import { Repositories } from '../../../src/workflow/ports/archive/repositories.ts';
import { summary } from '../../decision/sample.ts';
import { makeDecision, makeVoting } from '../../store/decision-samples.ts';
import { anyChannel, withArchive } from '../../support/ports.ts';
import { makeAdr, openArchiveWorkshop } from '../archive-workshop.ts';

const daily: Cadence = { every: 'day', weekday: 1, timeOfDay: '09:00', timeZone: 'UTC' };
const actor = { teamId: 'T1', userId: 'U1' };

describe('a digest', () => {
  it('tells each channel once what others did in the repository', async () => {
    const { ports, push, follow, wait, query } = await openArchiveWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    for (const channelId of ['C1', 'C2']) await setCadence(ports, actor, channelId, daily);
    await push({ '0001-use-go.md': makeAdr('1. Use Go', 'Deprecated'), '0001-use-rust.md': makeAdr('1. Use Rust') });
    await follow();
    const news = {
      changes: [
        { kind: 'status', title: 'Use Go', before: 'Accepted', after: 'Deprecated' },
        { kind: 'added', title: 'Use Rust', after: 'Accepted' },
      ],
      sharedNumbers: [{ number: 1, fileNames: ['0001-use-go.md', '0001-use-rust.md'] }],
    };
    expect((await previewDigest(ports, actor, 'C1')).inRepository).toMatchObject(news);

    wait();
    for (const channelId of ['C1', 'C2', 'C1']) await sendDigest(ports, 'T1', channelId);
    wait();
    for (const channelId of ['C1', 'C2']) await sendDigest(ports, 'T1', channelId);
    const written = await query<{ channel_id: string; body: object }>(
      'select channel_id, body from message order by key',
    );
    expect(written).toMatchObject([
      { channel_id: 'C1', body: { kind: 'digest', digest: { inRepository: news } } },
      { channel_id: 'C2', body: { kind: 'digest', digest: { inRepository: news } } },
    ]);
  });

  it('that waits while its channel loses the repository tells nothing of that any more', async () => {
    const { ports, push, follow } = await openArchiveWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    await setCadence(ports, actor, 'C1', daily);
    await push({ '0001-use-rust.md': makeAdr('1. Use Rust') });
    await follow();
    const digest = await previewDigest(ports, actor, 'C1');
    const sent = { messageId: 'm1', ts: undefined, teamId: 'T1', key: 'k', channelId: 'C1', decisionId: undefined };
    const message = { ...sent, body: { kind: 'digest', digest } } as const;
    expect(await screenMessage(ports, message)).toMatchObject({
      body: { digest: { inRepository: digest.inRepository } },
    });
    const elsewhere = withArchive(ports, { ...ports.archive, id: 'another' });
    expect(await screenMessage(elsewhere, message)).toBeUndefined();
  });

  it('names the file of a decision unless the channel may not read its repository, even if that is gone', async () => {
    const { ports } = await openArchiveWorkshop();
    const here = summary({ archive: ports.archive.id, number: 1, fileName: '0001-a.md', isPublished: true });
    const former = summary({ id: 'd2', archive: 'former', number: 2, fileName: '0002-b.md', isPublished: true });
    const hidden = summary({ id: 'd3', archive: 'hidden', number: 3, fileName: '0003-c.md', isPublished: true });
    const digest: WrittenDigest = JSON.parse(
      JSON.stringify({ from: ports.now(), to: ports.now(), accepted: [here, former, hidden], rejected: [], open: [] }),
    );
    const repositories = new Repositories(ports.repositories.first, {
      ...ports.repositories.first,
      archive: { ...ports.archive, id: 'hidden' },
      channels: ['C9'],
    });
    const { accepted } = await screenDigest({ ...ports, repositories }, digest, 'C1');
    expect(accepted.map(({ number, fileName }) => [number, fileName])).toEqual([
      [1, '0001-a.md'],
      [2, '0002-b.md'],
      [undefined, undefined],
    ]);
  });

  it('names the first of many, those under a followed tag before others, and counts the rest', async () => {
    const { ports, wait, query } = await openArchiveWorkshop();
    const later = (hours: number) => new Date(ports.now().getTime() + hours * 3_600_000);
    await ports.store.transaction(async (records) => {
      for (let place = 0; place < 25; place += 1)
        await records.decisions.insert(
          makeDecision({
            ...{ title: `Vote ${place}`, closesAt: later(48 + place), voting: makeVoting() },
            ...{ channelId: place % 2 === 0 ? 'C1' : 'C2', tags: place === 24 ? ['tea'] : [] },
          }),
        );
      await records.follows.follow('T1', 'C1', 'tea', { by: 'U1', at: ports.now() });
    });
    await setCadence(ports, actor, 'C1', daily);
    wait();
    await sendDigest(ports, 'T1', 'C1');
    const [message] = await query<{ body: { digest: WrittenDigest } }>('select body from message');
    const digest = message?.body.digest;
    if (digest === undefined) throw new Error('There is no digest.');
    expect(digest.open.map(({ title }) => title)).toEqual([
      'Vote 24',
      ...Array.from({ length: 19 }, (_, place) => `Vote ${place}`),
    ]);
    const counted = (written: WrittenDigest) =>
      (written.more?.open ?? []).map(({ channelId, count }) => [channelId, count]).toSorted();
    const all = [
      ['C1', 2],
      ['C2', 3],
    ];
    expect(counted(digest)).toEqual(all);
    expect(counted(await screenDigest(ports, digest, 'C1'))).toEqual(all);
    const findChannel = async (id: string) => ({ ...anyChannel(id), isPrivate: id === 'C2' });
    const listOwnChannels = async () =>
      new Map([
        ['C1', await findChannel('C1')],
        ['C2', await findChannel('C2')],
      ] as const);
    const hidden = { ...ports, sight: { ...ports.sight, findChannel, listOwnChannels } };
    expect(counted(await screenDigest(hidden, digest, 'C1'))).toEqual([['C1', 2]]);
  });

  it('begins where the one before it would have ended, on the hour of its own zone', async () => {
    const { ports } = await openArchiveWorkshop();
    const cadence: Cadence = { every: 'week', weekday: 1, timeOfDay: '09:00', timeZone: 'Europe/Berlin' };
    const next = await setCadence(ports, actor, 'C1', cadence);
    const { from } = await previewDigest(ports, actor, 'C1');
    expect(next?.getTime()).toBe(Date.parse(from) + 7 * 24 * 60 * 60 * 1_000);
  });

  it('tells what others removed and renamed, one line each', async () => {
    const { ports, push, follow } = await openArchiveWorkshop();
    const addressOf = (commit: string) => `https://forge/${commit}`;
    const seen = withArchive(ports, { ...ports.archive, addressOf });
    await push({
      '0001-use-go.md': makeAdr('1. Use Go'),
      '0002-use-rust.md': makeAdr('2. Use Rust'),
      '0003-use-c.md': makeAdr('3. Use C'),
    });
    await follow();
    await setCadence(ports, actor, 'C1', daily);
    await push({ '0004-short.md': makeAdr('4. Short'), '0006-new.md': makeAdr('6. New') });
    await follow();
    const commit = await push({
      '0001-use-go.md': undefined,
      '0002-use-rust.md': undefined,
      '0005-use-rust.md': makeAdr('5. Use Rust'),
      '0003-use-c.md': undefined,
      '0003-use-c-indeed.md': makeAdr('3. Use C', 'Deprecated'),
      '0004-short.md': undefined,
      '0006-new.md': undefined,
      '0007-new.md': makeAdr('7. New'),
    });
    await follow();
    const { changes } = (await previewDigest(seen, actor, 'C1')).inRepository ?? {};
    expect(changes).toHaveLength(4);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'removed', number: 1, title: 'Use Go', url: `https://forge/${commit}` }),
        expect.objectContaining({ kind: 'renamed', number: 5, formerName: '0002-use-rust.md' }),
        expect.objectContaining({ kind: 'status', after: 'Deprecated', formerName: '0003-use-c.md' }),
        expect.not.objectContaining({ formerName: expect.anything() }),
      ]),
    );
  });

  it('waits for what is being written to the index at that moment', async () => {
    const { ports, archive, push, follow, wait, query } = await openArchiveWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    await setCadence(ports, actor, 'C1', daily);
    await push({ '0001-use-go.md': makeAdr('1. Use Go', 'Deprecated') });
    const isHeld = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // A follower in another process: it has written its event, and commits when the digest is about to be written.
    const { store } = ports;
    const holding = store.transaction(async (records) => {
      const reading = await records.readings.lock('T1', archive.id);
      const [row] = await records.readings.findFiles('T1', archive.id);
      if (row === undefined) throw new Error('The index is empty.');
      const [entry] = await records.adrs.findAll('T1', archive.id);
      if (entry === undefined) throw new Error('The index is empty.');
      const events = [{ kind: 'status', before: 'Accepted', after: 'Deprecated' }] as const;
      wait();
      const writing = { id: row.id, fileName: row.fileName, area: '', blob: 'new', reader: 1, entry, text: '', events };
      await records.adrs.write('T1', archive.id, [writing], { at: ports.now(), commit: 'abc' });
      await records.readings.save('T1', archive.id, reading);
      isHeld.resolve();
      await release.promise;
    });
    await isHeld.promise;
    wait();
    const sending = sendDigest(ports, 'T1', 'C1');
    const waiting = () =>
      query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    await expect.poll(waiting, { timeout: 30_000 }).toHaveLength(1);
    release.resolve();
    await Promise.all([holding, sending]);
    expect(await query(`select body from message`)).toMatchObject([
      { body: { digest: { inRepository: { changes: [{ title: 'Use Go', after: 'Deprecated' }] } } } },
    ]);
  });
});
