import { describe, expect, it, vi } from 'vitest';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import { git } from '../../archive/workshop.ts';
import { makeDecision } from '../../store/decision-samples.ts';
import { withArchive } from '../../support/ports.ts';
import { makeAdr, openArchiveWorkshop } from '../archive-workshop.ts';

const many = (count: number, status = 'Accepted') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(4, '0');
      return [`${number}-choose-${number}.md`, makeAdr(`${index + 1}. Choose ${number}`, status)];
    }),
  );

describe('the first reading of an archive', () => {
  it('indexes every ADR, and calls none of them new', async () => {
    const { push, follow, adrs, events, archive } = await openArchiveWorkshop();
    await push({
      '0001-use-go.md': makeAdr('1. Use Go', 'Superseded by [2. Use Rust](0002-use-rust.md)'),
      '0002-use-rust.md': makeAdr('2. Use Rust'),
      'notes-on-queues.md': '# Notes on queues\n',
      'README.md': '# Our decisions\n',
      '0000-template.md': makeAdr('N. Title'),
      'picture.png': 'not really',
      'drafts/0003-inside.md': makeAdr('3. Inside'),
      'images/how-it-was-drawn.md': '# How it was drawn\n',
    });
    expect(await follow()).toMatchObject({ outcome: 'in step', done: 4, total: 4 });
    expect(await adrs()).toMatchObject([
      {
        fileName: '0001-use-go.md',
        number: 1,
        title: 'Use Go',
        status: 'superseded',
        statusText: 'Superseded by 2. Use Rust',
        date: '2026-01-02',
        links: [{ kind: 'superseded by', file: '0002-use-rust.md' }],
        decisionId: undefined,
      },
      { fileName: '0002-use-rust.md', status: 'accepted', statusText: 'Accepted' },
      { fileName: 'drafts/0003-inside.md', number: 3, title: 'Inside' },
      { fileName: 'notes-on-queues.md', number: undefined, status: undefined, statusText: '' },
    ]);
    expect(await events()).toEqual([]);
    expect(archive.id).not.toBe('');
  });

  it('reads dates with slashes as those of other files show them', async () => {
    const { push, follow, adrs } = await openArchiveWorkshop();
    const dates = async () => (await adrs()).map(({ date }) => date);
    const dated = (number: number, date: string) => ({
      [`000${number}-a.md`]: `# ${number}. A\n\nDate: ${date}\n\n## Status\n\nAccepted\n\n## Context\n\nC\n`,
    });
    await push({ ...dated(1, '04/05/2024'), ...dated(2, '2024-06-07') });
    await follow();
    expect(await dates()).toEqual(['2024-04-05', '2024-06-07']);
    await push(dated(3, '28/05/2024'));
    await follow();
    expect(await dates()).toEqual(['2024-05-04', '2024-06-07', '2024-05-28']);
    // One that shows the other order leaves them as they are.
    await push({ ...dated(4, '05/28/2024'), ...dated(5, '01/02/2024') });
    await follow();
    expect(await dates()).toEqual(['2024-05-04', '2024-06-07', '2024-05-28', '2024-05-28', '2024-01-02']);
  });

  it('of an empty repository is a reading, after which everything is new', async () => {
    const { push, follow, adrs, events } = await openArchiveWorkshop();
    expect(await follow()).toMatchObject({ outcome: 'in step', done: 0, total: 0 });
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    expect(await adrs()).toHaveLength(1);
    expect(await events()).toEqual(['0001-use-go.md added > Accepted']);
  });

  it('is not started when it would take longer than requested', async () => {
    const { push, follow, adrs, filesRead } = await openArchiveWorkshop();
    await push(many(3));
    expect(await follow({ most: 2 })).toMatchObject({ outcome: 'too long', done: 0, total: 3 });
    expect([await adrs(), filesRead()]).toEqual([[], 0]);
    expect(await follow({ most: 3 })).toMatchObject({ outcome: 'in step', done: 3 });
  });
});

describe('an archive that is followed', () => {
  it('is not read again while nothing changes, and then only the changes', async () => {
    const { push, follow, filesRead, events } = await openArchiveWorkshop();
    await push(many(30));
    await follow();
    expect(filesRead()).toBe(30);
    await follow();
    expect(filesRead()).toBe(0);
    await push({
      '0007-choose-0007.md': makeAdr('7. Choose 0007', 'Deprecated'),
      '../../src/main.go': 'package main\n',
    });
    await follow();
    expect(filesRead()).toBe(1);
    expect(await events()).toEqual(['0007-choose-0007.md status Accepted > Deprecated']);
  });

  it('tells what was added, restated, edited, removed and brought back', async () => {
    const { push, follow, adrs, events } = await openArchiveWorkshop();
    await push(many(3));
    await follow();
    const [first, second] = await adrs();

    await push({
      '0001-choose-0001.md': makeAdr('1. Choose 0001', 'Accepted', '\nAnd soon.\n'),
      '0002-choose-0002.md': undefined,
      '0003-choose-0003.md': makeAdr('3. Choose 0003', 'Rejected'),
      '0004-new.md': makeAdr('4. New', 'Proposed'),
    });
    await follow();
    expect(await events()).toEqual([
      '0001-choose-0001.md edited',
      '0003-choose-0003.md status Accepted > Rejected',
      '0004-new.md added > Proposed',
      '0002-choose-0002.md removed 0002-choose-0002.md',
    ]);
    expect((await adrs()).map(({ number }) => number)).toEqual([1, 3, 4]);

    await push({ '0002-choose-0002.md': makeAdr('2. Choose 0002', 'Deprecated') });
    await follow();
    expect(await events()).toEqual([
      '0002-choose-0002.md returned > 0002-choose-0002.md',
      '0002-choose-0002.md status Accepted > Deprecated',
    ]);
    expect((await adrs()).slice(0, 2).map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('recognizes an ADR under another name, even when it was edited or renumbered', async () => {
    const { push, follow, adrs, events } = await openArchiveWorkshop();
    await push(many(4));
    await follow();
    const before = await adrs();
    await push({
      '0001-choose-0001.md': undefined,
      '0001-choose-wisely.md': makeAdr('1. Choose 0001'),
      '0002-choose-0002.md': undefined,
      '0002-choose-again.md': makeAdr('2. Choose 0002', 'Accepted', '\nOnce more.\n'),
      '0003-choose-0003.md': undefined,
      '0009-choose-0003.md': makeAdr('9. Choose 0003', 'Deprecated'),
    });
    await follow();
    expect((await events()).toSorted()).toEqual([
      '0001-choose-wisely.md renamed 0001-choose-0001.md > 0001-choose-wisely.md',
      '0002-choose-again.md edited',
      '0002-choose-again.md renamed 0002-choose-0002.md > 0002-choose-again.md',
      '0009-choose-0003.md renamed 0003-choose-0003.md > 0009-choose-0003.md',
      '0009-choose-0003.md status Accepted > Deprecated',
    ]);
    const after = await adrs();
    const numbers = before.map(({ id }) => after.find((adr) => adr.id === id)?.number);
    expect(numbers).toEqual([1, 2, 9, 4]);
  });

  it('follows a merge of branches', async () => {
    const { push, commit, follow, clone, events } = await openArchiveWorkshop();
    await push(many(2));
    await follow();
    await git(clone, 'checkout', '--quiet', '-b', 'side');
    await commit({ '0003-aside.md': makeAdr('3. Aside') });
    await git(clone, 'checkout', '--quiet', 'main');
    await push({ '0002-choose-0002.md': makeAdr('2. Choose 0002', 'Deprecated') });
    await follow();
    expect(await events()).toEqual(['0002-choose-0002.md status Accepted > Deprecated']);
    await git(clone, 'merge', '--quiet', '--no-ff', '--message', 'Merge side', 'side');
    await push({});
    await follow();
    expect(await events()).toEqual(['0003-aside.md added > Accepted']);
  });

  it('follows a history that was rewritten by force', async () => {
    const { push, follow, clone, adrs, events } = await openArchiveWorkshop();
    await push(many(3));
    await follow();
    await git(clone, 'checkout', '--quiet', '--orphan', 'other');
    await push(
      { '0002-choose-0002.md': makeAdr('2. Choose 0002', 'Rejected'), '0003-choose-0003.md': undefined },
      '--force',
    );
    await follow();
    expect(await events()).toEqual([
      '0002-choose-0002.md status Accepted > Rejected',
      '0003-choose-0003.md removed 0003-choose-0003.md',
    ]);
    // Equal files under other commits are no news.
    await git(clone, 'commit', '--quiet', '--amend', '--message', 'Begin afresh');
    await push({}, '--force');
    await follow();
    expect(await events()).toEqual([]);
    expect(await adrs()).toHaveLength(2);
  });

  it('leaves out what is only a template, and an ADR that was made one', async () => {
    const { push, follow, adrs } = await openArchiveWorkshop();
    const gaps = ['## Context', '{Why?}', '## Decision', '{What do we do?}', '## Consequences', '{And then?}'];
    const template = `# {short title}\n\n${gaps.join('\n\n')}\n`;
    await push({ '0001-use-go.md': makeAdr('1. Use Go'), '0002-x.md': makeAdr('2. X'), '0000-record.md': template });
    await follow();
    expect((await adrs()).map(({ number }) => number)).toEqual([1, 2]);
    await push({ '0002-x.md': template });
    await follow();
    expect((await adrs()).map(({ number }) => number)).toEqual([1]);
  });

  it('reads the rest, whatever a file’s name and content', async () => {
    const { push, follow, adrs, events } = await openArchiveWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    await push({
      [`0002-${'x'.repeat(240)}.md`]: makeAdr('2. Long'),
      '0003-bell\u0007and\nline\tand tab.md': makeAdr('3. Bell'),
      '0004..up.md': makeAdr('4. Up'),
      '0005-latin.md': Buffer.from('# 5. Caf\xe9\n\n## Status\n\nAccept\xe9\n', 'latin1'),
      '0006-nul.md': '# 6. N\0ul\n\n## Status\n\nAcc\0epted\n',
      '0007-empty.md': '',
      '0008-huge.md': makeAdr('8. Huge', 'Accepted', 'word '.repeat(1_048_576)),
      '0009-surrogate.md': Buffer.concat([
        Buffer.from('# 9. Half '),
        Buffer.from([0xed, 0xa0, 0xbd]),
        Buffer.from('\n'),
      ]),
      '99999999999-number.md': '# 99999999999. Number\n',
      '0010-yaml.md': '---\nstatus: [\n---\n\n# Yaml\n',
      '0011-bidi.md': makeAdr('11. Turn \u202Eround'),
      '0012-title.md': `# ${'word '.repeat(5_000)}\n`,
      '0013-after.md': makeAdr('13. After'),
    });
    await follow();
    const found = await adrs();
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, undefined]);
    const warned = found.filter(({ warnings }) => warnings > 0).map(({ number }) => number);
    expect(warned).toEqual(expect.arrayContaining([3, 5, 7, 9, 10]));
    for (const { title, statusText } of found) {
      expect(title).not.toMatch(/[\p{Cc}\u202E]/u);
      expect(title.isWellFormed() && statusText.isWellFormed()).toBe(true);
      expect(title.length).toBeLessThanOrEqual(1_000);
    }
    expect(found.at(-2)?.title).toBe('After');
    expect(await events()).toHaveLength(13);
  });
});

describe('an archive that an earlier version has read', () => {
  it('is read once more, although its branch is the same, and nothing in it is new', async () => {
    const { push, follow, adrs, events, filesRead, query } = await openArchiveWorkshop();
    await push({
      '0001-use-go.md': makeAdr('1. Use Go', 'Superseded by [2. Use Rust](0002-use-rust.md)'),
      '0002-use-rust.md': makeAdr('2. Use Rust'),
      '0003-use-sql.md': makeAdr('3. Use SQL'),
      'ADR-NNNN-title.md': makeAdr('N. Title'),
    });
    await follow();
    const read = await adrs();
    // As a version left it that read fewer statuses and links, took a template for an ADR, and one ADR for something else.
    await query(`update archive set reader = 0`);
    await query(`update adr set reader = 0, status = null, links = '[]'`);
    await query(`delete from adr where number = 3`);
    await query(`insert into adr (team_id, archive, file_name, blob, title, status_text, deciders, dialect, links, warnings)
      select team_id, archive, 'ADR-NNNN-title.md', 'x', 'Title', '', '[]', 'other', '[]', 0 from archive`);
    filesRead();
    expect(await follow()).toMatchObject({ outcome: 'in step', done: 3, total: 3 });
    expect(filesRead()).toBe(3);
    const fresh = ({ id: _, ...adr }: (typeof read)[number]) => adr;
    expect((await adrs()).map(fresh)).toEqual(read.map(fresh));
    expect(await events()).toEqual([]);
    await follow();
    expect(filesRead()).toBe(0);
  });

  it('is read by two Gavels together', async () => {
    const { push, follow, openGavel, query, events } = await openArchiveWorkshop();
    await push(many(450));
    await follow();
    await query(`update archive set reader = 0`);
    await query(`update adr set reader = 0`);
    const other = await openGavel();
    await Promise.all([follow(), follow({}, other)]);
    expect(await query('select 1 from adr where reader = 0')).toEqual([]);
    expect(await events()).toEqual([]);
  });
});

describe('a long reading', () => {
  it('reports its progress, and resumes where it was interrupted', async () => {
    const { push, follow, adrs, filesRead, events } = await openArchiveWorkshop();
    await push(many(450));
    const shutdown = new AbortController();
    const seen: number[] = [];
    const broken = follow({
      signal: shutdown.signal,
      onProgress: async ({ done, total }) => {
        expect(total).toBe(450);
        seen.push(done);
        shutdown.abort();
      },
    });
    await expect(broken).rejects.toThrow('abort');
    // While the first ones were written, the next ones were read.
    expect([await adrs(), filesRead()]).toMatchObject([{ length: 200 }, 400]);

    await follow({ onProgress: async ({ done }) => void seen.push(done) });
    expect(seen).toEqual([200, 400, 450]);
    expect([await adrs(), filesRead()]).toMatchObject([{ length: 450 }, 250]);
    // It is still the first reading.
    expect(await events()).toEqual([]);
  });

  it('is done only once by two Gavels together', async () => {
    const { push, follow, adrs, events, openGavel, ports, archive } = await openArchiveWorkshop();
    const other = await openGavel();
    await push(many(450));
    await Promise.all([follow(), follow({}, other)]);
    expect(new Set((await adrs()).map(({ fileName }) => fileName)).size).toBe(450);
    await push(many(450, 'Deprecated'));
    const both = await Promise.all([follow(), follow({}, other)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['in step', 'in step']);
    expect(await adrs()).toHaveLength(450);
    expect(await events()).toHaveLength(450);
    const which = { words: ['deprecated'], channelIds: [], most: 999 };
    expect(await ports.store.read.summaries.countListed('T1', [archive.id], which)).toMatchObject({ adrs: 450 });
  });

  it('never puts an older state of the branch over a newer one', async () => {
    const { push, follow, adrs, events, openGavel, ports } = await openArchiveWorkshop();
    await push(many(2));
    await follow();
    await push(many(2, 'Proposed'));
    const slow = await openGavel();
    const fetched = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const fetch = async () => {
      const snapshot = await ports.archive.fetch();
      fetched.resolve();
      await release.promise;
      return snapshot;
    };
    const late = followArchive(withArchive(slow, { ...slow.archive, fetch }));
    await fetched.promise;
    await push(many(2, 'Rejected'));
    await follow();
    release.resolve();
    await late;
    expect((await adrs()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await events()).toEqual([
      '0001-choose-0001.md status Accepted > Rejected',
      '0002-choose-0002.md status Accepted > Rejected',
    ]);
  });

  it('stays stopped once somebody has stopped it', async () => {
    const { push, follow, adrs, ports, archive } = await openArchiveWorkshop();
    await push(many(450));
    const stop = async () => {
      await ports.store.transaction(async (records) => {
        const reading = await records.readings.lock('T1', archive.id);
        await records.readings.save('T1', archive.id, { ...reading, stoppedBy: 'U1' });
      });
    };
    expect(await follow({ onProgress: stop })).toMatchObject({ outcome: 'stopped' });
    expect(await follow()).toMatchObject({ outcome: 'stopped' });
    expect(await adrs()).toHaveLength(200);
  });
});

describe('a decision of ours whose file somebody touches', () => {
  it('is as its file says', async () => {
    const { push, follow, publish, adrs, ports } = await openArchiveWorkshop();
    const decision = await publish('0001-use-go.md', 1);
    await push({ '0001-use-go.md': makeAdr('1. Use Go') });
    await follow();
    expect(await adrs()).toMatchObject([{ decisionId: decision.id, status: 'accepted' }]);

    await push({ '0001-use-go.md': makeAdr('1. Use Go', 'Deprecated') });
    await follow();
    expect(await ports.store.read.summaries.find('T1', [decision.id])).toMatchObject([
      { status: 'deprecated', number: 1 },
    ]);

    // A new name and number don't separate it from its decision.
    await push({ '0001-use-go.md': undefined, '0008-use-go.md': makeAdr('8. Use Go', 'Deprecated') });
    await follow();
    const renamed = { fileName: '0008-use-go.md', number: 8 };
    expect(await adrs()).toMatchObject([{ decisionId: decision.id, ...renamed }]);
    expect(await ports.store.read.summaries.find('T1', [decision.id])).toMatchObject([{ id: decision.id, ...renamed }]);
  });

  it('is reported once when it is gone, and returns quietly', async () => {
    const { push, follow, publish, adrs, announcements } = await openArchiveWorkshop();
    const decision = await publish('0001-use-go.md', 1);
    const text = makeAdr('1. Use Go');
    const told = [{ decision_id: decision.id, body: { kind: 'file gone', fileName: '0001-use-go.md' } }];
    await push({ '0001-use-go.md': text });
    await follow();
    expect(await announcements()).toEqual([]);
    await push({ '0001-use-go.md': undefined });
    await follow();
    await follow();
    expect(await announcements()).toEqual(told);
    await push({ '0001-use-go.md': text });
    await follow();
    expect(await adrs()).toMatchObject([{ decisionId: decision.id }]);
    expect(await announcements()).toEqual(told);
  });

  it('is missed even if the branch is back at an earlier state', async () => {
    const { push, follow, publish, announcements, clone } = await openArchiveWorkshop();
    const before = await push(many(1));
    await follow();
    await publish('0002-use-go.md', 2);
    await push({ '0002-use-go.md': makeAdr('2. Use Go') });
    await git(clone, 'reset', '--quiet', '--hard', before);
    await git(clone, 'push', '--quiet', '--force', 'origin', 'HEAD:main');
    await follow();
    expect(await announcements()).toMatchObject([{ body: { kind: 'file gone' } }]);
  });

  it('is not missed while its commit is on its way', async () => {
    const { push, wait, publish, announcements, ports } = await openArchiveWorkshop();
    await push(many(1));
    wait();
    await publish('0002-use-go.md', 2);
    await followArchive(ports);
    expect(await announcements()).toEqual([]);
  });
});

describe('an open proposal that is bound to an ADR', () => {
  it('shows what others did to it, and ignores an edit', async () => {
    const { push, follow, adrs, ports, query } = await openArchiveWorkshop();
    await push({ '0001-use-go.md': makeAdr('1. Use Go'), '0002-use-rust.md': makeAdr('2. Use Rust') });
    await follow();
    const [go] = await adrs();
    const bond = { kind: 'supersedes', adrId: go?.id ?? 0, number: 1, title: 'Use Go' } as const;
    const open = makeDecision({ status: 'proposed', bond });
    const over = makeDecision({ status: 'withdrawn', bond });
    for (const decision of [open, over]) await ports.store.read.decisions.insert(decision);
    const refreshed = async () => {
      const marks = await query<{ id: string }>('delete from card_mark returning decision_id as id');
      return marks.map(({ id }) => id);
    };
    await refreshed();
    const steps: readonly (readonly [Record<string, string | undefined>, boolean])[] = [
      [{ '0001-use-go.md': makeAdr('1. Use Go', 'Accepted', '\nMore.\n') }, false],
      [{ '0002-use-rust.md': makeAdr('2. Use Rust', 'Deprecated') }, false],
      [{ '0001-use-go.md': makeAdr('1. Use Go', 'Superseded by [2. Use Rust](0002-use-rust.md)') }, true],
      [{ '0001-use-go.md': undefined, '0003-use-go.md': makeAdr('3. Use Go', 'Accepted') }, true],
      [{ '0003-use-go.md': undefined }, true],
    ];
    for (const [files, isShown] of steps) {
      await push(files);
      await follow();
      expect(await refreshed()).toEqual(isShown ? [open.id] : []);
    }
  });
});

describe('a number that several files share', () => {
  it('is told once in the thread of our decision, and only if one is ours', async () => {
    const { push, follow, publish, announcements, ports, archive } = await openArchiveWorkshop();
    const decision = await publish('0001-use-go.md', 1);
    await push({ '0001-use-go.md': makeAdr('1. Use Go'), '0002-a.md': makeAdr('2. A') });
    await follow();
    await push({ '0001-use-rust.md': makeAdr('1. Use Rust'), '0002-b.md': makeAdr('2. B') });
    await follow();
    await push({ '0003-c.md': makeAdr('3. C') });
    await follow();
    const files = ['0001-use-go.md', '0001-use-rust.md'];
    expect(await announcements()).toEqual([
      { decision_id: decision.id, body: { kind: 'number shared', number: 1, files } },
    ]);
    expect(await ports.store.read.adrs.findSharedNumbers('T1', archive.id)).toMatchObject([
      { number: 1, files: files.map((fileName) => ({ fileName })), since: expect.any(Date) },
      { number: 2 },
    ]);
  });

  it('is not news at the first reading', async () => {
    const { push, follow, ports, archive } = await openArchiveWorkshop();
    await push({ '0001-a.md': makeAdr('1. A'), '0001-b.md': makeAdr('1. B') });
    await follow();
    expect(await ports.store.read.adrs.findSharedNumbers('T1', archive.id)).toMatchObject([
      { number: 1, since: undefined },
    ]);
  });
});

describe('what the digest is told', () => {
  it('is what others did, and not what our own publications did', async () => {
    const { push, follow, publish, adrs, ports, archive, now } = await openArchiveWorkshop();
    await push(many(2));
    await follow();
    const [first] = await adrs();
    const from = now();
    // Ours: a decision that supersedes the first, both files in one commit.
    const bond = { kind: 'supersedes', adrId: first?.id ?? 0, number: 1, title: 'Choose 0001' } as const;
    await publish('0003-ours.md', 3, { bond });
    await push({
      '0003-ours.md': makeAdr('3. Ours'),
      '0001-choose-0001.md': makeAdr('1. Choose 0001', 'Superseded by [3. Ours](0003-ours.md)'),
    });
    await follow();
    const changes = (since: Date) => ports.store.read.adrs.findChanges('T1', archive.id, since, now());
    expect(await changes(from)).toEqual([]);

    // Theirs.
    await push({
      '0002-choose-0002.md': makeAdr('2. Choose 0002', 'Deprecated'),
      '0001-choose-0001.md': makeAdr('1. Choose 0001', 'Accepted'),
      '0003-ours.md': makeAdr('3. Ours', 'Rejected'),
      '0004-theirs.md': makeAdr('4. Theirs', 'Proposed'),
    });
    const middle = now();
    await follow();
    const told = [
      { kind: 'status', number: 1, before: 'Superseded by 3. Ours', after: 'Accepted' },
      { kind: 'status', number: 2, before: 'Accepted', after: 'Deprecated' },
      { kind: 'status', number: 3, before: 'Accepted', after: 'Rejected' },
      { kind: 'added', number: 4, title: 'Theirs', before: undefined, after: 'Proposed' },
    ];
    expect(await changes(from)).toMatchObject(told);
    expect(await changes(middle)).toMatchObject(told);
    expect(await changes(now())).toEqual([]);
  });

  it('includes what came and went, which the digest ignores', async () => {
    const { push, follow, ports, archive, now } = await openArchiveWorkshop();
    await push(many(1));
    await follow();
    const from = now();
    await push({ '0002-short.md': makeAdr('2. Short') });
    await follow();
    await push({ '0002-short.md': undefined });
    await follow();
    expect(await ports.store.read.adrs.findChanges('T1', archive.id, from, now())).toMatchObject([
      { kind: 'added', title: 'Short' },
      { kind: 'removed', title: 'Short' },
    ]);
  });
});

describe('the row of an archive', () => {
  it('belongs to one workspace', async () => {
    const { push, follow, ports, archive, query } = await openArchiveWorkshop();
    await push(many(2));
    await follow();
    const [{ teams } = { teams: '' }] = await query<{ teams: string }>(
      `select string_agg(distinct team_id, ' ') as teams from adr`,
    );
    expect(teams).toBe('T1');
    await expect(ports.store.read.adrs.findAll('T2', archive.id)).rejects.toThrow('other workspace');
    expect(await ports.store.read.adrs.findByNumber('T1', archive.id, 2)).toMatchObject([{ number: 2 }]);
    expect(await ports.store.read.adrs.findByNumber('T1', archive.id, 10 ** 12)).toEqual([]);
  });
});

describe('a repository that is small until it is unpacked', { timeout: 120_000 }, () => {
  const megabyte = 1024 ** 2;
  const fill = (title: string, bytes: number) => makeAdr(title).padEnd(bytes, ' word');

  it('is read in parts that fit into memory, and files too long for ADRs are left alone and reported', async () => {
    const workshop = await openArchiveWorkshop();
    const { ports, push, follow, adrs } = workshop;
    const short = Array.from(
      { length: 24 },
      (_, index) => [`${100 + index}-s.md`, fill(`S ${index}`, megabyte / 2)] as const,
    );
    const long = Array.from(
      { length: 8 },
      (_, index) => [`${200 + index}-long.md`, fill(`L ${index}`, 5 * megabyte)] as const,
    );
    await push(Object.fromEntries([...short, ...long]));
    await follow();
    const lengths = vi
      .mocked(ports.reader.readEntries)
      .mock.calls.map(([files]) => files.reduce((sum, { text }) => sum + text.length, 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8 * megabyte);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(short.length * (megabyte / 2));
    const index = await adrs();
    expect(index.map(({ fileName }) => fileName)).toEqual([...short, ...long].map(([name]) => name));
    const listed = index.filter(({ fileName }) => fileName.includes('long'));
    expect(listed.map(({ title, status }) => ({ title, status }))).toEqual(
      long.map(([name]) => ({ title: name, status: undefined })),
    );
    expect(listed.every(({ warnings }) => warnings > 0)).toBe(true);
  });
});
