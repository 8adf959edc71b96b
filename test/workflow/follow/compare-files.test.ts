import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { type AdrEntry, readerVersion } from '@gavel/adr/read/adr-entry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFiles, describeFile, findPredecessor } from '../../../src/workflow/follow/compare-files.ts';
import type { IndexedFile } from '../../../src/workflow/ports/archive/adr-index.ts';

let id = 0;

/** A file that the index has. */
function row(fileName: string, blob: string, more: Partial<IndexedFile> = {}): IndexedFile {
  id += 1;
  return {
    id,
    fileName,
    blob,
    reader: readerVersion,
    number: undefined,
    title: fileName,
    status: 'accepted',
    statusText: 'Accepted',
    revisitOn: undefined,
    isGone: false,
    ...more,
  };
}

function entry(more: Partial<AdrEntry> = {}): AdrEntry {
  return {
    number: undefined,
    title: 'Use Go',
    status: 'accepted',
    statusText: 'Accepted',
    date: undefined,
    deciders: [],
    tags: [],
    affects: [],
    revisitOn: undefined,
    dialect: 'madr-4',
    links: [],
    warnings: 0,
    ...more,
  };
}

const compare = (index: readonly IndexedFile[], files: Record<string, string>) =>
  compareFiles(index, new Map(Object.entries(files)), sortFiles(Object.keys(files)).adrs);

describe('compareFiles', () => {
  it('reads what the index does not have, by name, and nothing but ADRs', () => {
    const { unread, total } = compare([row('a.md', 'A')], { 'c.md': 'C', 'b.md': 'B', 'a.md': 'A', 'README.md': 'R' });
    expect(unread.map(({ name, row: known }) => [name, known])).toEqual([
      ['b.md', undefined],
      ['c.md', undefined],
    ]);
    expect(total).toBe(3);
  });

  it('recognizes an edited file by its name, a renamed one by its content', () => {
    const [edited, renamed, removed] = [row('a.md', 'A'), row('b.md', 'B'), row('c.md', 'C')];
    const { unread, missing } = compare([edited, renamed, removed], { 'a.md': 'A2', 'd.md': 'B' });
    expect(unread.map((file) => file.row)).toEqual([edited, renamed]);
    expect(missing).toEqual([removed]);
  });

  it('reads once more what an earlier version has read', () => {
    const [old, fresh] = [row('a.md', 'A', { reader: readerVersion - 1 }), row('b.md', 'B')];
    const { unread, missing } = compare([old, fresh], { 'a.md': 'A', 'b.md': 'B' });
    expect(unread).toEqual([{ name: 'a.md', blob: 'A', row: old }]);
    expect(missing).toEqual([]);
  });

  it('does not take a copy for a renamed file', () => {
    const original = row('a.md', 'A');
    const { unread, missing } = compare([original], { 'a.md': 'A', 'b.md': 'A' });
    expect(unread).toMatchObject([{ name: 'b.md', row: undefined }]);
    expect(missing).toEqual([]);
  });

  it('recognizes a file that returns, under its name or another', () => {
    const [first, second] = [row('a.md', 'A', { isGone: true }), row('b.md', 'B', { isGone: true })];
    const { unread, missing } = compare([first, second], { 'a.md': 'A2', 'c.md': 'B' });
    expect(unread.map((file) => file.row)).toEqual([first, second]);
    expect(missing).toEqual([]);
  });

  it('leaves out a name that is too long for the index', () => {
    const long = `${'é'.repeat(500)}.md`;
    const { unread, total, leftOut } = compare([], { [long]: 'A', [`${'b'.repeat(300)}.md`]: 'B' });
    expect([unread.length, total, leftOut]).toEqual([1, 1, [long]]);
  });

  it('accounts for every file and every row once, whatever happened', () => {
    const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md');
    const tree = fc.dictionary(name, fc.constantFrom('A', 'B', 'C'), { noNullPrototype: true });
    fc.assert(
      fc.property(tree, fc.array(tree, { maxLength: 3 }), (files, before) => {
        const [now = {}, ...gone] = before;
        const index = [
          ...gone.flatMap((each) => Object.entries(each).map(([file, blob]) => row(file, blob, { isGone: true }))),
          ...Object.entries(now).map(([file, blob]) => row(file, blob)),
        ];
        const { unread, missing } = compare(index, files);
        const used = [...unread.flatMap((file) => file.row ?? []), ...missing];
        expect(new Set(used).size).toBe(used.length);
        const kept = index
          .filter((one) => !one.isGone && files[one.fileName] === one.blob)
          .map(({ fileName }) => fileName);
        expect([...kept, ...unread.map((file) => file.name)].toSorted()).toEqual(Object.keys(files).toSorted());
        const left = index.filter((one) => !one.isGone && !used.includes(one)).map(({ fileName }) => fileName);
        expect(left.toSorted()).toEqual(kept.toSorted());
      }),
    );
  });
});

describe('findPredecessor', () => {
  it('is the one with its title, and of several, the one with its number', () => {
    const [third, fourth] = [
      row('3.md', 'A', { title: 'Use Go', number: 3 }),
      row('4.md', 'B', { title: 'Use Go', number: 4 }),
    ];
    expect(findPredecessor(entry({ number: 4 }), [third, fourth])).toBe(fourth);
    expect(findPredecessor(entry({ number: 5 }), [third, fourth])).toBeUndefined();
    expect(findPredecessor(entry({ number: 5 }), [third])).toBe(third);
    expect(findPredecessor(entry({ title: 'Use Rust', number: 3 }), [third])).toBeUndefined();
  });
});

describe('describeFile', () => {
  const events = (known: IndexedFile | undefined, now: AdrEntry, name = 'a.md', isFirst = false) =>
    describeFile({ name, blob: 'B', row: known, text: '' }, now, isFirst).events;

  it('calls nothing new on the first reading', () => {
    expect(events(undefined, entry(), 'a.md', true)).toEqual([]);
    expect(events(undefined, entry())).toEqual([{ kind: 'added', before: undefined, after: 'Accepted' }]);
  });

  it('tells a status by its meaning, or else by its words', () => {
    expect(events(row('a.md', 'A'), entry({ statusText: 'accepted, in use' }))).toMatchObject([{ kind: 'edited' }]);
    expect(events(row('a.md', 'A'), entry({ status: 'deprecated', statusText: '' }))).toEqual([
      { kind: 'status', before: 'Accepted', after: 'deprecated' },
    ]);
    const strange = { status: undefined, statusText: 'Parked' };
    expect(events(row('a.md', 'A', strange), entry({ ...strange, statusText: 'parked' }))).toMatchObject([
      { kind: 'edited' },
    ]);
    expect(events(row('a.md', 'A', strange), entry({ status: undefined, statusText: '' }))).toEqual([
      { kind: 'status', before: 'Parked', after: '' },
    ]);
  });

  it('calls nothing a change that the same content is read as after an update', () => {
    const parked = row('a.md', 'B', { status: undefined, statusText: 'Parked', reader: readerVersion - 1 });
    expect(events(parked, entry({ status: 'rejected', statusText: 'Parked' }))).toEqual([]);
  });

  it('reports everything that happened to a file', () => {
    expect(events(row('b.md', 'A', { isGone: true }), entry({ status: 'rejected', statusText: 'Rejected' }))).toEqual([
      { kind: 'renamed', before: 'b.md', after: 'a.md' },
      { kind: 'returned', before: undefined, after: 'a.md' },
      { kind: 'status', before: 'Accepted', after: 'Rejected' },
    ]);
    expect(events(row('a.md', 'B', { isGone: true }), entry())).toMatchObject([{ kind: 'returned' }]);
  });

  it('sees another day to look again, or that it is gone, but not one that it can’t read', () => {
    const isRedated = (known: IndexedFile | undefined, revisitOn: string | undefined, text = '# Use Go') =>
      describeFile({ name: 'a.md', blob: 'B', row: known, text }, entry({ revisitOn }), false).isRedated === true;
    const [dated, undated] = [row('a.md', 'A', { revisitOn: '2027-03-01' }), row('a.md', 'A')];
    expect(isRedated(dated, '2028-03-01')).toBe(true);
    expect(isRedated(undated, '2028-03-01')).toBe(true);
    expect(isRedated(dated, undefined)).toBe(true);
    expect(isRedated(dated, '2027-03-01')).toBe(false);
    expect(isRedated(undated, undefined)).toBe(false);
    expect(isRedated(undefined, '2028-03-01')).toBe(false);
    expect(isRedated(dated, undefined, '---\nreview-by: soon\n---\n\n# Use Go')).toBe(false);
    const sameContent = row('a.md', 'B', { revisitOn: '2027-03-01', reader: readerVersion - 1 });
    expect(isRedated(sameContent, '2028-03-01')).toBe(false);
  });
});
