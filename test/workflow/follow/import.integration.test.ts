import { describe, expect, it } from 'vitest';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import { retryReading, runImport, startImport, stopImport } from '../../../src/workflow/follow/import.ts';
import type { Announcement } from '../../../src/workflow/message/announcement.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import { Repositories } from '../../../src/workflow/ports/archive/repositories.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { anyChannel, withArchive } from '../../support/ports.ts';
import { makeAdr, openArchiveWorkshop } from '../archive-workshop.ts';

const actor = { teamId: 'T1', userId: 'U1' };
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${1_000 + index}-choose.md`, makeAdr(`${1_000 + index}. Choose`)]),
  );

/** A long import that has been asked for; `shown` is what the message in Slack has said so far. */
async function beginLongImport(count = 450) {
  const workshop = await openArchiveWorkshop();
  const shown: Announcement[] = [];
  const { ports: all } = workshop;
  const chat: Ports['chat'] = {
    ...all.chat,
    findChannel: async (id) => anyChannel(id),
    reword: async ({ body }) => void shown.push(body),
  };
  const ports = { ...all, chat };
  await workshop.push(many(count));
  expect(await startImport(ports, actor, 'C1')).toBeUndefined();
  const [message] = await workshop.query<{ key: string }>('select key from message');
  if (message === undefined) throw new Error('Nothing was written.');
  const reading = () => ports.store.read.readings.find('T1', ports.archive.id);
  return { ...workshop, ports, shown, key: message.key, reading };
}

describe('a long import', () => {
  it('ends once, however often it is run', async () => {
    const { ports, shown, key, adrs, query } = await beginLongImport();
    await Promise.all([
      runImport(ports, { teamId: 'T1', key, archive: ports.archive.id }),
      runImport(ports, { teamId: 'T1', key, archive: ports.archive.id }),
    ]);
    await runImport(ports, { teamId: 'T1', key, archive: ports.archive.id });
    expect(await adrs()).toHaveLength(450);
    expect(shown.at(-1)).toMatchObject({ state: 'done', figures: { total: 450, added: 0, doubtful: 0 } });
    expect(await query('select from message')).toHaveLength(1);
  });

  it('shows the progress of a reading that another Gavel does', async () => {
    const { ports, shown, key, openGavel } = await beginLongImport();
    const other = await openGavel();
    let parts = 0;
    let time = ports.now().getTime();
    const stopAfterOne = { onProgress: async () => Promise.reject(new Error('one part is enough')) };
    const reader: Ports['reader'] = {
      ...ports.reader,
      readEntries: async (files) => {
        // While this one reads, the other one writes, so that this one has to begin again.
        if (parts < 2) await expect(followArchive(other, stopAfterOne)).rejects.toThrow('one part');
        parts += 1;
        return ports.reader.readEntries(files);
      },
    };
    const now = () => {
      time += 10_000;
      return new Date(time);
    };
    await runImport({ ...ports, reader, now }, { teamId: 'T1', key, archive: ports.archive.id });
    expect(shown).toMatchObject([
      { state: 'reading', done: 400 },
      { state: 'reading', done: 450 },
      { state: 'done', figures: { total: 450 } },
    ]);
  });

  it('can’t be stopped when it has ended', async () => {
    const { ports, key, reading } = await beginLongImport();
    await runImport(ports, { teamId: 'T1', key, archive: ports.archive.id });
    await expect(stopImport(ports, actor, key)).rejects.toThrow('import ended already');
    await expect(stopImport(ports, actor, 'another')).rejects.toThrow('import ended already');
    expect((await reading()).stoppedBy).toBeUndefined();
  });

  it('stops where it is, stays stopped, and is resumed by the next', async () => {
    const { ports, shown, key, reading, adrs } = await beginLongImport();
    const chat: Ports['chat'] = {
      ...ports.chat,
      reword: async (message, people) => {
        const { body } = message;
        if (body.kind === 'import' && body.state === 'reading' && body.done === 200)
          await stopImport(ports, actor, key);
        await ports.chat.reword(message, people);
      },
    };
    await runImport({ ...ports, chat }, { teamId: 'T1', key, archive: ports.archive.id });
    expect(shown.at(-1)).toMatchObject({ state: 'stopped', by: 'U1', done: 200, total: 450 });
    expect(await adrs()).toHaveLength(200);
    expect((await reading()).stoppedBy).toBe('U1');
    await startImport(ports, actor, 'C1');
    expect((await reading()).stoppedBy).toBeUndefined();
  });

  it('says why when the repository becomes unreachable, and continues when it is back', async () => {
    const { ports, shown, key } = await beginLongImport();
    const away = new ArchiveError({ code: 'unreachable', place: 'git.example.com', said: 'no route' });
    const archive = { ...ports.archive, fetch: () => Promise.reject(away) };
    await expect(runImport(withArchive(ports, archive), { teamId: 'T1', key, archive: ports.archive.id })).rejects.toBe(
      away,
    );
    expect(shown.at(-1)).toMatchObject({
      state: 'reading',
      trouble: { code: 'unreachable', place: 'git.example.com' },
    });
    await runImport(ports, { teamId: 'T1', key, archive: ports.archive.id });
    expect(shown.at(-1)).toMatchObject({ state: 'done' });
    expect(shown.slice(1).filter((body) => 'trouble' in body)).toEqual([]);
  });
});

describe('another try at what can’t be read', () => {
  it('goes on with the repository that is named, reads the rest in the background, and leaves the others stopped', async () => {
    const { ports: all, push, query } = await openArchiveWorkshop();
    const { read } = all.store;
    const { first } = all.repositories;
    const other = { ...first, name: 'other', archive: { ...all.archive, id: 'other' } };
    const ports = { ...all, repositories: new Repositories({ ...first, name: 'first' }, other) };
    for (const id of [all.archive.id, 'other']) {
      const reading = await read.readings.find('T1', id);
      await read.readings.save('T1', id, { ...reading, stoppedBy: 'U2' });
    }
    await push(many(250));
    const stillStopped = { kind: 'stopped', repository: 'other' };
    expect(await retryReading(ports, actor, 'gone')).toEqual([{ kind: 'stopped', repository: 'first' }, stillStopped]);
    expect(await retryReading(ports, actor, 'first')).toEqual([
      { kind: 'being read', repository: 'first' },
      stillStopped,
    ]);
    expect(await query("select from graphile_worker.jobs where task_identifier like '%follow-archive%'")).toHaveLength(
      1,
    );
    expect((await read.readings.find('T1', 'other')).stoppedBy).toBe('U2');
  });
});
