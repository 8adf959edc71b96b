import { updateIndex } from '@gavel/adr/amend/index-line.ts';
import { describe, expect, it } from 'vitest';

const known = [
  { file: '0001-use-tea.md', number: 1, title: 'Use tea', status: 'accepted', date: '2026-01-01' },
  { file: '0002-use-cups.md', number: 2, title: 'Use cups', status: 'proposed', date: '2026-01-02' },
];
const added = { file: '0003-buy-a-pot.md', number: 3, title: 'Buy a pot', status: 'accepted', date: '2026-11-20' };

describe('updateIndex', () => {
  it.each([
    [
      'a list',
      '# Ours\n\n* [Use tea](0001-use-tea.md)\n* [Use cups](0002-use-cups.md)\n\nMore.\n',
      '* [Buy a pot](0003-buy-a-pot.md)',
    ],
    [
      'adr-tools’ toc',
      '* [1. Use tea](0001-use-tea.md)\n* [2. Use cups](0002-use-cups.md)\n',
      '* [3. Buy a pot](0003-buy-a-pot.md)',
    ],
    [
      'adr-log’s list',
      '<!-- adrlog -->\n\n* [ADR-0001](0001-use-tea.md) - Use tea\n* [ADR-0002](0002-use-cups.md) - Use cups\n\n<!-- adrlogstop -->\n',
      '* [ADR-0003](0003-buy-a-pot.md) - Buy a pot',
    ],
    [
      'a table',
      '| No. | ADR | Status | Date |\n| --- | --- | --- | --- |\n| 001 | [Use tea](0001-use-tea.md) | Accepted | 2026-01-01 |\n| 002 | [Use cups](0002-use-cups.md) | Proposed | 2026-01-02 |\n',
      '| 003 | [Buy a pot](0003-buy-a-pot.md) | Accepted | 2026-11-20 |',
    ],
  ])('adds one line to %s', (_, text, line) => {
    const lines = text.split('\n');
    const at = lines.findIndex((one) => one.includes('0002')) + 1;
    expect(updateIndex(text, added, known)).toBe(lines.toSpliced(at, 0, line).join('\n'));
  });

  it('puts the newest ADR first if the archive does', () => {
    const text = '- [Use cups](0002-use-cups.md)\n- [Use tea](0001-use-tea.md)\n';
    expect(updateIndex(text, added, known)).toBe(`- [Buy a pot](0003-buy-a-pot.md)\n${text}`);
  });

  it('updates the status in the existing line of an ADR', () => {
    const text = '| [Use tea](0001-use-tea.md) | Accepted |\n| [Use cups](0002-use-cups.md) | Proposed |\n';
    const [tea] = known;
    expect(updateIndex(text, { ...(tea ?? added), status: 'superseded' }, known)).toBe(
      text.replace('Accepted', 'Superseded'),
    );
  });

  it('keeps line endings, and a last line without one', () => {
    const text = '- [Use tea](0001-use-tea.md)\r\n- [Use cups](0002-use-cups.md)';
    expect(updateIndex(text, added, known)).toBe(`${text}\r\n- [Buy a pot](0003-buy-a-pot.md)`);
    expect(updateIndex(`${text}\r\n`, added, known)).toBe(`${text}\r\n- [Buy a pot](0003-buy-a-pot.md)\r\n`);
  });

  it('does not change a text that is not an index', () => {
    expect(updateIndex('# Read me\n\nSee [that](https://example.com).\n', added, known)).toBe(
      '# Read me\n\nSee [that](https://example.com).\n',
    );
  });
});
