import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { adrPathOf, pathAlong, pathFrom, renameAdr } from '@gavel/adr/name/adr-path.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { targetOf } from '@gavel/adr/read/links/link-target.ts';
import { urlOfFile } from '@gavel/adr/read/links/linked-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('adrPathOf', () => {
  it.each([
    ['0007-use-go.md', { area: '', name: '0007-use-go', within: undefined, isInNumber: false }],
    ['storage/sql/0007-use-go.md', { area: 'storage/sql/', name: '0007-use-go', within: undefined, isInNumber: false }],
    ['0007/README.md', { area: '', name: '0007', within: 'README.md', isInNumber: false }],
    [
      'storage/0007-use-go/README.md',
      { area: 'storage/', name: '0007-use-go', within: 'README.md', isInNumber: false },
    ],
    ['use-go/index.md', { area: '', name: 'use-go', within: 'index.md', isInNumber: false }],
    ['0007-use-go/adr.md', { area: '', name: '0007-use-go', within: 'adr.md', isInNumber: false }],
    ['0007-use-go/0007-use-go.md', { area: '', name: '0007-use-go', within: '0007-use-go.md', isInNumber: false }],
    ['0007/0007-use-go.md', { area: '', name: '0007-use-go', within: '0007-use-go.md', isInNumber: true }],
    ['0007/0008-use-go.md', { area: '0007/', name: '0008-use-go', within: undefined, isInNumber: false }],
    ['storage/storage.md', { area: 'storage/', name: 'storage', within: undefined, isInNumber: false }],
    ['README.md', { area: '', name: 'README', within: undefined, isInNumber: false }],
  ])('takes %s apart', (path, parts) => {
    expect(adrPathOf(path)).toEqual(parts);
  });
});

describe('renameAdr', () => {
  it.each([
    ['storage/0007-x.md', 'storage/0008-x.md'],
    ['0007-x.markdown', '0008-x.markdown'],
    ['storage/0007-x/README.md', 'storage/0008-x/README.md'],
    ['0007-x/0007-x.md', '0008-x/0008-x.md'],
    ['web/0007/0007-x.md', 'web/0008/0008-x.md'],
  ])('renames %s to %s', (path, renamed) => {
    expect(renameAdr(path, '0008-x')).toBe(renamed);
  });
});

describe('pathFrom', () => {
  it.each([
    ['0007-a.md', '0003-b.md', '0003-b.md'],
    ['storage/0007-a.md', 'network/0003-b.md', '../network/0003-b.md'],
    ['storage/0007-a.md', '0003-b.md', '../0003-b.md'],
    ['0007-a.md', 'storage/sql/0003-b.md', 'storage/sql/0003-b.md'],
    ['storage/0007-a/README.md', 'storage/0003-b/README.md', '../0003-b/README.md'],
    ['a/a/0007-a.md', 'a/b/0003-b.md', '../b/0003-b.md'],
  ])('leads from %s to %s by %s', (from, to, way) => {
    expect(pathFrom(from, to)).toBe(way);
  });

  const part = fc.oneof(
    fc.constantFrom('a', 'b', 'storage', '0001-a', 'a b', 'a:b', '#a', 'ä', '..a', 'a%20b', '(x)', 'x?y', "it's"),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );
  const name = part.filter((one) => !/^(?:\.{1,2})$|[/\\]|\p{Cc}/u.test(one) && one.trim() !== '');
  const path = fc
    .tuple(fc.array(name, { maxLength: 4 }), name)
    .map(([folders, file]) => [...folders, `${file}.md`].join('/'));

  it('leads from any path to any path and back, also as a link', () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        expect(pathAlong(from, pathFrom(from, to))).toBe(to);
        expect(targetOf(from, { url: urlOfFile(pathFrom(from, to)) })).toBe(to);
      }),
    );
  });

  it('makes links that are read again, and change no other byte', { timeout: 180_000 }, () => {
    const file = '# 3. Use tea\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Decision\n\nTea.  \n\n\n* x';
    fc.assert(
      fc.property(path, path, (from, to) => {
        const amended = amendAdr(file, {
          link: 'superseded by',
          to: { number: 7, title: 'Use coffee', file: pathFrom(from, to) },
          date: '2026-11-29',
        });
        expect(readAdrEntry(amended, from).links).toEqual([{ kind: 'superseded by', file: to }]);
        const [before = '', after = ''] = file.split('Accepted');
        expect(amended.startsWith(before) && amended.endsWith(after)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
