import type { AdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { AdrEvent } from '../../../src/workflow/ports/archive/adr-index.ts';
import type { Store } from '../../../src/workflow/ports/store.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const archive = 'https://example.org/team.git main docs/decisions';

function makeEntry(number: number | undefined, title: string, more: Partial<AdrEntry> = {}): AdrEntry {
  return {
    number,
    title,
    status: 'accepted',
    statusText: 'Accepted',
    date: '2026-01-02',
    deciders: ['Ana'],
    tags: ['storage', 'data-base'],
    affects: ['src/store/**', 'db/*.{ts,sql}'],
    revisitOn: '2027-03-01',
    dialect: 'madr-4',
    links: [{ kind: 'supersedes', file: '0001-old.md' }],
    warnings: 0,
    ...more,
  };
}

async function write(store: Store, entries: readonly AdrEntry[], events: readonly AdrEvent[] = [], of = archive) {
  const writings = entries.map((entry) => {
    // Git's names hold no NUL.
    const fileName = `${entry.number ?? 'x'}-${entry.title.slice(0, 20).replaceAll(/\W+/g, ' ')}.md`;
    return {
      id: undefined,
      fileName,
      area: '',
      blob: `blob of ${fileName}`,
      reader: 1,
      entry,
      text: '# Choose',
      events,
    };
  });
  await store.transaction((records) => records.adrs.write('T1', of, writings, { at: now, commit: 'abc' }));
}

describe('the index of an archive', () => {
  it('gives back what was written', async () => {
    const { store } = await openWorkshop();
    await write(store, [makeEntry(7, 'Use Go')]);
    const [adr] = await store.read.adrs.findAll('T1', archive);
    expect(adr).toEqual({
      ...makeEntry(7, 'Use Go'),
      id: adr?.id,
      archive,
      fileName: '7-Use Go.md',
      blob: 'blob of 7-Use Go.md',
      decisionId: undefined,
    });
    expect(await store.read.adrs.find(adr?.id ?? 0)).toEqual(adr);
    expect(await store.read.adrs.find(999_999)).toBeUndefined();
  });

  it('takes texts that PostgreSQL refuses, and as much of a long one as it keeps', async () => {
    const { store } = await openWorkshop();
    const text = 'N\0ul \uD83D half';
    await write(store, [
      makeEntry(1, text, {
        statusText: text,
        date: text,
        deciders: [text, ...Array.from({ length: 5_000 }, () => 'x')],
        tags: [text],
        affects: [text, ...Array.from({ length: 5_000 }, () => '*')],
        links: [{ kind: 'amends', file: text }],
      }),
      makeEntry(10 ** 11, 'word '.repeat(100_000)),
    ]);
    const [hostile, long] = await store.read.adrs.findAll('T1', archive);
    expect(hostile).toMatchObject({ title: 'N\uFFFDul \uFFFD half', links: [{ file: 'N\uFFFDul \uFFFD half' }] });
    expect(hostile?.deciders).toHaveLength(200);
    expect(hostile).toMatchObject({ tags: ['N\uFFFDul \uFFFD half'], affects: { length: 200 } });
    expect(long).toMatchObject({ number: undefined });
    expect(long?.title).toHaveLength(1_000);
  });

  it('lists the highest numbers first, a page at a time, those without one last', async () => {
    const { store } = await openWorkshop();
    await write(store, [...[3, 1, 2].map((number) => makeEntry(number, `N${number}`)), makeEntry(undefined, 'Notes')]);
    const page = async (side: 'after' | 'before', id: number | undefined) => {
      const search = { words: [], isCommon: false };
      const adrs = await store.read.adrs.list('T1', archive, { cut: { side, id }, most: 2, search });
      return { titles: adrs.map(({ title }) => title), first: adrs[0]?.id, last: adrs.at(-1)?.id };
    };
    const first = await page('after', undefined);
    expect(first.titles).toEqual(['N3', 'N2']);
    const second = await page('after', first.last);
    expect(second.titles).toEqual(['N1', 'Notes']);
    expect((await page('after', second.last)).titles).toEqual([]);
    expect(await page('before', second.first)).toEqual(first);
    expect(await page('before', undefined)).toEqual(second);
    expect((await page('after', 999_999)).titles).toEqual([]);
  });

  it('finds those that have all the words, as they are typed', async () => {
    const { store } = await openWorkshop();
    await write(store, [
      makeEntry(1, 'Use PostgreSQL'),
      makeEntry(2, 'Use 100% Go_lang', { status: 'deprecated', statusText: 'Out of use', deciders: ['Bo'] }),
    ]);
    const found = async (...words: string[]) => {
      const cut = { side: 'after', id: undefined } as const;
      const [rare, common] = await Promise.all(
        [false, true].map((isCommon) =>
          store.read.adrs.list('T1', archive, { cut, most: 10, search: { words, isCommon } }),
        ),
      );
      expect(common).toEqual(rare);
      const { adrs } = await store.read.summaries.countListed('T1', [archive], { words, channelIds: [], most: 10 });
      expect(rare).toHaveLength(adrs);
      return rare?.map(({ number }) => number);
    };
    expect(await found('use')).toEqual([2, 1]);
    expect(await found('USE', 'postgres')).toEqual([1]);
    expect(await found('deprecated')).toEqual([2]);
    expect(await found('bo')).toEqual([2]);
    expect(await found('100%')).toEqual([2]);
    for (const word of ['["', '100%_', '\0', "'", '\uD83D']) expect(await found(word)).toEqual([]);
  });

  it('is of one workspace and one archive', async () => {
    const { store, neighbor } = await openWorkshop();
    await write(store, [makeEntry(1, 'Here')]);
    await write(store, [makeEntry(1, 'Elsewhere')], [], 'another');
    expect(await store.read.adrs.findByNumber('T1', archive, 1)).toMatchObject([{ title: 'Here' }]);
    expect(await neighbor.read.adrs.findAll('T2', archive)).toEqual([]);
    expect(await store.read.adrs.findSharedNumbers('T1', archive)).toEqual([]);
  });

  it('finds shared numbers among 10,000 ADRs of which PostgreSQL has no statistics yet', async () => {
    const { db, store } = await openWorkshop();
    await sql`alter table adr set (autovacuum_enabled = false)`.execute(db);
    await sql`
      insert into adr (team_id, archive, file_name, blob, number, title, status_text, deciders, dialect, links, warnings)
      select 'T1', ${archive}, n || '.md', 'blob', nullif(n % 9999, 0), 'Choose', '', '[]', 'madr-4', '[]', 0
      from generate_series(1, 10000) as n`.execute(db);
    // db/connect.ts ends a statement after ten seconds.
    expect(await store.read.adrs.findSharedNumbers('T1', archive)).toMatchObject([
      { number: 1, files: [{ fileName: '1.md' }, { fileName: '10000.md' }] },
    ]);
  });

  it('finds the decision of each of 10,000 ADRs, of which PostgreSQL has no statistics yet', async () => {
    const { db, store } = await openWorkshop();
    for (const table of ['adr', 'decision', 'publication'])
      await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(db);
    await sql`
      with decided as (
        insert into decision (id, team_id, archive, channel_id, title, context, drivers, status, proposer_id, named_deciders,
          closes_at, time_zone, rule, proposed_at)
        select md5(n::text)::uuid, 'T1', ${archive}, 'C1', 'Choose', '', '{}', 'accepted', 'U1', '{}', ${now}, 'UTC', '{}', ${now}
        from generate_series(1, 10000) as n
      ), published as (
        insert into publication (team_id, decision_id, archive, number, file_name, pushed_at, file_state, state)
        select 'T1', md5(n::text)::uuid, ${archive}, n, n || '.md', ${now}, 'there', 'committed'
        from generate_series(1, 10000) as n
      )
      insert into adr (team_id, archive, file_name, blob, number, title, status_text, deciders, dialect, links, warnings)
      select 'T1', ${archive}, n || '.md', 'blob', n, 'Choose', '', '[]', 'madr-4', '[]', 0
      from generate_series(1, 10000) as n`.execute(db);
    const found = await store.read.adrs.findAll('T1', archive);
    expect(found.filter(({ decisionId }) => decisionId === undefined)).toEqual([]);
    expect(found).toHaveLength(10_000);
  });

  it('forgets nothing that is gone, and shows none of it', async () => {
    const { store, neighbor } = await openWorkshop();
    await write(
      store,
      [makeEntry(1, 'Gone'), makeEntry(2, 'Here', { warnings: 3 })],
      [{ kind: 'added', before: undefined, after: 'Accepted' }],
    );
    const [gone] = await store.read.adrs.findAll('T1', archive);
    const ids = [gone?.id ?? 0];
    for (const at of [after(10), after(20)])
      await store.read.adrs.remove('T1', archive, ids, { at, commit: 'def' }, true);
    expect(await store.read.adrs.findAll('T1', archive)).toMatchObject([{ title: 'Here' }]);
    expect(await store.read.adrs.find(gone?.id ?? 0)).toBeUndefined();
    const found = { title: 'Gone', number: 1, goneAt: after(10), goneIn: 'def' };
    for (const which of [{ number: 1 }, { fileName: '1-GONE' }, { fileName: '1-gone.md' }, { id: gone?.id ?? 0 }])
      expect(await store.read.adrs.findGone('T1', archive, which)).toMatchObject([found]);
    for (const which of [{ number: 2 }, { number: 10 ** 12 }, { fileName: 'x\0' }, { id: 999_999 }])
      expect(await store.read.adrs.findGone('T1', archive, which)).toEqual([]);
    expect(await neighbor.read.adrs.findGone('T2', archive, { number: 1 })).toEqual([]);
    expect(await store.read.adrs.findGone('T1', 'another', { number: 1 })).toEqual([]);
    expect(
      await store.read.summaries.countListed('T1', [archive], { words: [], channelIds: [], most: 9 }),
    ).toMatchObject({
      adrs: 1,
    });
    expect(await store.read.readings.findFiles('T1', archive)).toMatchObject([{ isGone: true }, { isGone: false }]);
    const figures = { total: 1, doubtful: 1, restated: 0 };
    expect(await store.read.readings.findFigures('T1', archive, now)).toEqual({ ...figures, added: 2, removed: 1 });
    expect(await store.read.readings.findFigures('T1', archive, after(1))).toEqual({
      ...figures,
      added: 0,
      removed: 1,
    });
  });
});

describe('how far an archive has been read', () => {
  it('is nothing at first, then as it was saved, with a version that grows', async () => {
    const { store } = await openWorkshop();
    const nothing = { adrs: 0, hasForeign: false, reader: 0 };
    const unread = { commit: undefined, checkedAt: undefined, stoppedBy: undefined, version: 0, ...nothing };
    expect(await store.read.readings.find('T1', archive)).toEqual(unread);
    expect(await store.transaction((records) => records.readings.lock('T1', archive))).toEqual(unread);
    const read = { commit: 'abc', checkedAt: now, stoppedBy: 'U1', version: 0, ...nothing, reader: 2, adrs: 4 };
    await store.read.readings.save('T1', archive, read);
    expect(await store.read.readings.find('T1', archive)).toEqual({ ...read, version: 1 });
    expect(await store.read.readings.find('T1', 'another')).toEqual(unread);
  });

  it('is one process’s at a time', async () => {
    const { store } = await openWorkshop();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        store.transaction(async (records) => {
          const reading = await records.readings.lock('T1', archive);
          await records.readings.save('T1', archive, reading);
        }),
      ),
    );
    expect((await store.read.readings.find('T1', archive)).version).toBe(8);
  });
});
