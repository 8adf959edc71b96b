import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { listsNearlyAll } from '@gavel/adr/index/read-index.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import { describe, expect, it } from 'vitest';

const entryOf = (number: number): IndexEntry => ({
  file: `docs/adr/000${number}-x.md`,
  number,
  title: `X ${number}`,
  status: 'Accepted',
  date: '2026-01-02',
});
const archiveOf = (count: number) => Array.from({ length: count }, (_, index) => entryOf(index + 1));
const linesFor = (...numbers: readonly number[]) =>
  numbers.map((number) => `- [${number}. X ${number}](docs/adr/000${number}-x.md) (Accepted)\n`).join('');

describe('listsNearlyAll', () => {
  it.each([
    ['all', 5, [1, 2, 3, 4, 5]],
    ['all but one', 6, [1, 2, 3, 4, 6]],
    ['all but the last one', 8, [1, 2, 3, 4, 5, 6, 7]],
  ])('says yes to a text with %s', (_, count, listed) => {
    expect(listsNearlyAll(`# Tea\n\nAll about it.\n\n## Decisions\n\n${linesFor(...listed)}`, archiveOf(count))).toBe(
      true,
    );
  });

  it.each([
    ['none', 5, ''],
    ['two of two', 2, linesFor(1, 2)],
    ['two of three', 3, linesFor(1, 3)],
    ['the most important ones', 9, linesFor(1, 5, 9)],
    ['the latest ones', 9, linesFor(7, 8, 9)],
    ['those of long ago', 9, linesFor(1, 2, 3, 4)],
    ['one again and again', 3, linesFor(1, 1, 1)],
    ['all in sentences', 3, 'We use [X](docs/adr/0001-x.md), [X](docs/adr/0002-x.md) and [X](docs/adr/0003-x.md).\n'],
    ['all of another folder', 3, linesFor(1, 2, 3).replaceAll('docs/adr', 'docs/web')],
    ['some among other links', 3, `- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n- [d](d.md)\n${linesFor(1, 2, 3)}`],
  ])('says no to a text with %s', (_, count, text) => {
    expect(listsNearlyAll(`# Tea\n\n${text}`, archiveOf(count))).toBe(false);
  });

  it('writes links from above like those of the neighbors', () => {
    const added = { ...entryOf(4), title: 'Buy a pot' };
    const lineIn = (text: string) =>
      updateIndex(text, added, archiveOf(3))
        .text.split('\n')
        .find((line) => !text.split('\n').includes(line));
    const text = linesFor(1, 2, 3);
    expect(lineIn(text)).toBe('- [4. Buy a pot](docs/adr/0004-x.md) (Accepted)');
    expect(lineIn(text.replaceAll('(docs', '(./docs'))).toBe('- [4. Buy a pot](./docs/adr/0004-x.md) (Accepted)');
    const address = 'https://forge.example/team/tea/blob/main/';
    expect(lineIn(text.replaceAll('(docs', `(${address}docs`))).toBe(
      `- [4. Buy a pot](${address}docs/adr/0004-x.md) (Accepted)`,
    );
    const table = `| No | ADR |\n|---|---|\n${text.replaceAll(/- \[(\d)\. (.*?)\]\((.*?)\).*/g, '| $1 | [$2]($3) |')}`;
    expect(lineIn(table)).toBe('| 4 | [Buy a pot](docs/adr/0004-x.md) |');
  });
});
