import { countsByArea, sortFiles } from '@gavel/adr/name/sort-files.ts';
import { readSubfolders } from '@gavel/adr/name/subfolders.ts';
import { describe, expect, it } from 'vitest';

describe('sortFiles', () => {
  it('tells what is directly in the folder by its own name', () => {
    const names = ['0001-a.md', 'use-go.md', 'README.md', 'template.md', 'CHANGELOG.md', 'x.png', '.gavel.yml'];
    expect(sortFiles(names)).toEqual({
      adrs: ['0001-a.md', 'use-go.md'],
      templates: ['template.md'],
      indexes: ['README.md'],
    });
  });

  it('finds ADRs with a number or a date at any depth, and the indexes of their folders', () => {
    const adrs = [
      '0001-a.md',
      'storage/0002-b.md',
      'storage/sql/ADR-003-c.md',
      '2025/20250101-d.md',
      '2026/01/2026-01-05-e.md',
      'network/ADR-PLATFORM-Network-0015-f.md',
    ];
    const indexes = ['README.md', 'storage/README.md', '2025/index.md'];
    expect(sortFiles([...adrs, ...indexes])).toEqual({ adrs, templates: [], indexes });
  });

  it('leaves out notes, pictures, meetings and templates below', () => {
    const adrs = ['0001-a.md', 'storage/0002-b.md'];
    const notes = [
      'storage/why.md',
      'images/0001-a.md',
      'meetings/2025-01-01-weekly.md',
      'meeting-notes/0001.md',
      'research/survey.md',
      '.obsidian/0001-x.md',
      'node_modules/x/0001-x.md',
      'templates/0001-example.md',
    ];
    expect(sortFiles([...adrs, ...notes, 'templates/adr-template.md', 'storage/template.md'])).toEqual({
      adrs,
      templates: ['templates/adr-template.md', 'storage/template.md'],
      indexes: [],
    });
  });

  it('takes the index of a folder with a number or a date for an ADR, and what is beside it for none', () => {
    const adrs = ['0001/README.md', '0002-b/README.md', 'storage/2025-01-01-c/index.md', '0004-d/adr.md'];
    const others = [
      '0002-b/notes.md',
      '0002-b/01-benchmark.md',
      '0002-b/more/README.md',
      '0002-b/more/0007-x/index.md',
    ];
    expect(sortFiles([...adrs, ...others, 'README.md'])).toEqual({ adrs, templates: [], indexes: ['README.md'] });
  });

  it('takes the file with the number of its folder for the ADR rather than what leads to it', () => {
    const names = ['0001/0001-a.md', '0001/README.md', '0001/plan.md', '0002-b/0002-b.md', '0002-b/index.md'];
    expect(sortFiles(names)).toEqual({ adrs: ['0001/0001-a.md', '0002-b/0002-b.md'], templates: [], indexes: [] });
  });

  it('takes a folder with a number for an area if its files have numbers like it', () => {
    const names = ['01-storage/README.md', '01-storage/0001-a.md', '01-storage/0002-b.md', '02-network/0003-c.md'];
    expect(sortFiles(names)).toEqual({ adrs: names.slice(1), templates: [], indexes: ['01-storage/README.md'] });
  });

  it('takes all in folders named like a status for ADRs, but not their indexes', () => {
    const adrs = ['accepted/use-go.md', 'Superseded/use-perl.md', 'drafts/use-tea.md', 'accepted/0001-a.md'];
    expect(sortFiles([...adrs, 'accepted/README.md', 'other/use-tea.md'])).toEqual({
      adrs,
      templates: [],
      indexes: ['accepted/README.md'],
    });
  });

  it('takes all below for ADRs where none has a number or a date', () => {
    const adrs = ['use-go/index.md', 'use-kafka/index.md', 'web/use-react.md', 'web/forms/README.md'];
    expect(sortFiles([...adrs, 'README.md', 'web/README.md', 'use-kafka/images/x.md'])).toEqual({
      adrs,
      templates: [],
      indexes: ['README.md', 'web/README.md'],
    });
  });

  it('keeps to the folder itself, or to a list of folders, as .gavel.yml says', () => {
    const names = ['0001-a.md', 'storage/0002-b.md', 'storage/notes/c.md', 'teams/web/d.md', 'teams/README.md'];
    expect(sortFiles(names, false).adrs).toEqual(['0001-a.md']);
    expect(sortFiles(names, ['storage']).adrs).toEqual(['0001-a.md', 'storage/0002-b.md', 'storage/notes/c.md']);
    expect(sortFiles(names, ['teams/*']).adrs).toEqual(['0001-a.md', 'teams/web/d.md']);
  });
});

describe('readSubfolders', () => {
  it.each([
    [true, true],
    [false, false],
    ['no', false],
    ['yes', true],
    ['storage/', ['storage']],
    [
      ['./accepted', 'teams/*'],
      ['accepted', 'teams/*'],
    ],
    [['../x'], undefined],
    [[], undefined],
    [[7], undefined],
    [{}, undefined],
    [null, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readSubfolders(value)).toEqual(expected);
  });
});

describe('countsByArea', () => {
  const numbered = (files: readonly string[]) => files.map((file) => ({ file, number: Number(/\d+/.exec(file)) }));

  it.each([
    [['a/0001-x.md', 'b/0001-y.md', 'b/0002-z.md'], true],
    [['0001-x.md', 'b/0001-y.md'], true],
    [['accepted/0001-x.md', 'superseded/0002-y.md', 'accepted/0002-z.md'], false],
    [['0001-x/README.md', '0001-y/README.md'], false],
    [['0001-x.md', 'deprecated/0001-y.md'], false],
    [['web/accepted/0001-x.md', 'data/superseded/0001-y.md'], true],
    [[], false],
  ])('%j: %s', (files, expected) => {
    expect(countsByArea(numbered(files))).toBe(expected);
  });
});
