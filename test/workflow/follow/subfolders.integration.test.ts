import { describe, expect, it } from 'vitest';
import { makeAdr, openArchiveWorkshop } from '../archive-workshop.ts';

describe('ADRs in subfolders', () => {
  it('are read at any depth, with links from one folder to another', async () => {
    const { push, follow, adrs } = await openArchiveWorkshop();
    await push({
      '0001-record.md': makeAdr('1. Record'),
      'storage/sql/0002-use-x.md': makeAdr('2. Use X', 'Superseded by [3. Use Y](../../network/0003-use-y/README.md)'),
      'network/0003-use-y/README.md': makeAdr(
        '3. Use Y',
        'Accepted',
        '\nSupersedes [2](../../storage/sql/0002-use-x.md)\n',
      ),
      'network/0003-use-y/notes.md': '# Notes\n',
      'network/README.md': '# Network\n',
      'research/survey.md': '# A survey\n',
    });
    expect(await follow()).toMatchObject({ outcome: 'in step', total: 3 });
    expect(await adrs()).toMatchObject([
      { fileName: '0001-record.md', number: 1 },
      {
        fileName: 'network/0003-use-y/README.md',
        number: 3,
        title: 'Use Y',
        links: [{ kind: 'supersedes', file: 'storage/sql/0002-use-x.md' }],
      },
      {
        fileName: 'storage/sql/0002-use-x.md',
        number: 2,
        links: [{ kind: 'superseded by', file: 'network/0003-use-y/README.md' }],
      },
    ]);
  });

  it('stay the same when they move, and so do our decisions', async () => {
    const { push, follow, publish, adrs, events, ports } = await openArchiveWorkshop();
    const decision = await publish('proposed/0001-use-go.md', 1);
    const text = makeAdr('1. Use Go');
    await push({ 'proposed/0001-use-go.md': text });
    await follow();
    const [before] = await adrs();
    await events();

    await push({ 'proposed/0001-use-go.md': undefined, 'accepted/0001-use-go.md': text });
    await follow();
    expect(await adrs()).toMatchObject([
      { id: before?.id, fileName: 'accepted/0001-use-go.md', decisionId: decision.id },
    ]);
    expect(await events()).toEqual([
      'accepted/0001-use-go.md renamed proposed/0001-use-go.md > accepted/0001-use-go.md',
    ]);
    expect(await ports.store.read.publications.find(decision.id)).toMatchObject({
      fileName: 'accepted/0001-use-go.md',
    });
  });

  it('share a number in one series only, whether that is the whole archive or a folder', async () => {
    const { push, follow, ports, archive } = await openArchiveWorkshop();
    const shared = () => ports.store.read.adrs.findSharedNumbers('T1', archive.id);
    await push({
      'web/0002-a.md': makeAdr('2. A'),
      'data/0001-b.md': makeAdr('1. B'),
      'data/0002-c.md': makeAdr('2. C'),
    });
    await follow();
    expect(await shared()).toMatchObject([
      { number: 2, files: [{ fileName: 'data/0002-c.md' }, { fileName: 'web/0002-a.md' }] },
    ]);

    await push({ 'web/0001-d.md': makeAdr('1. D'), 'web/0002-e.md': makeAdr('2. E') });
    await follow();
    expect(await shared()).toMatchObject([
      { number: 2, files: [{ fileName: 'web/0002-a.md' }, { fileName: 'web/0002-e.md' }] },
    ]);
  });

  it('are left out, or chosen by their folders, as .gavel.yml says', async () => {
    const { push, follow, adrs, events } = await openArchiveWorkshop();
    const names = async () => (await adrs()).map(({ fileName }) => fileName);
    const files = { '0001-a.md': makeAdr('1. A'), 'old/0002-b.md': makeAdr('2. B'), 'teams/web/c.md': makeAdr('C') };
    await push({ ...files, '.gavel.yml': 'style:\n  subfolders: no\n' });
    await follow();
    expect(await names()).toEqual(['0001-a.md']);
    await push({ '.gavel.yml': 'style:\n  subfolders: ["teams/*"]\n' });
    await follow();
    expect(await names()).toEqual(['0001-a.md', 'teams/web/c.md']);
    expect(await events()).toEqual(['teams/web/c.md added > Accepted']);
  });

  it('are found after an update without being called new', async () => {
    const { push, follow, adrs, events, query } = await openArchiveWorkshop();
    await push({ '0001-a.md': makeAdr('1. A') });
    await follow();
    await push({ 'old/0002-b.md': makeAdr('2. B') });
    await follow();
    // As the version left it that read only the folder itself, and had seen this commit.
    await query("delete from adr_event where adr_id in (select id from adr where file_name like 'old/%')");
    await query("delete from adr where file_name like 'old/%'");
    await query('update archive set reader = 0');
    await follow();
    expect((await adrs()).map(({ fileName }) => fileName)).toEqual(['0001-a.md', 'old/0002-b.md']);
    expect(await events()).toEqual([]);
    await push({ 'old/0003-c.md': makeAdr('3. C') });
    await follow();
    expect(await events()).toEqual(['old/0003-c.md added > Accepted']);
  });

  it('are read in bounds: 20,000 in 200 folders', { timeout: 300_000 }, async () => {
    const { push, follow, adrs, filesRead } = await openArchiveWorkshop();
    const pad = (number: number) => String(number).padStart(5, '0');
    const files = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `area-${index % 200}/${pad(index + 1)}-choose.md`,
        `# ${index + 1}. Choose\n\n## Status\n\nAccepted\n`,
      ]),
    );
    await push(files);
    expect(await follow()).toMatchObject({ outcome: 'in step', done: 20_000, total: 20_000 });
    expect(await adrs()).toHaveLength(20_000);
    filesRead();
    await push({ 'area-7/00008-choose.md': undefined, 'area-9/00008-choose.md': files['area-7/00008-choose.md'] });
    await follow();
    expect(filesRead()).toBe(1);
  });
});
