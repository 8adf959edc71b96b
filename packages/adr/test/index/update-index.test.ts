import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const known = [
  { file: '0001-use-tea.md', number: 1, title: 'Use tea', status: 'accepted', date: '2026-01-01' },
  { file: '0002-use-cups.md', number: 2, title: 'Use cups', status: 'proposed', date: '2026-01-02' },
];
const added = { file: '0003-buy-a-pot.md', number: 3, title: 'Buy a pot', status: 'accepted', date: '2026-11-20' };

/** ADRs with gaps between their numbers. */
const listed = [
  { file: '0004-use-tea.md', number: 4, title: 'Use tea', status: 'accepted', date: '2026-01-01' },
  { file: '0006-use-cups.md', number: 6, title: 'Use cups of clay', status: 'accepted', date: '2026-01-02' },
  { file: '0009-sell-bread.md', number: 9, title: 'Sell bread', status: 'superseded', date: '2026-01-03' },
];
const later = { file: '0012-buy-a-bike.md', number: 12, title: 'Buy a bike', status: 'accepted', date: '2026-11-20' };

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
      'a table',
      '| No. | ADR | Status | Date |\n| --- | --- | --- | --- |\n| 001 | [Use tea](0001-use-tea.md) | Accepted | 2026-01-01 |\n| 002 | [Use cups](0002-use-cups.md) | Proposed | 2026-01-02 |\n',
      '| 003 | [Buy a pot](0003-buy-a-pot.md) | Accepted | 2026-11-20 |',
    ],
  ])('adds one line to %s', (_, text, line) => {
    const lines = text.split('\n');
    const at = lines.findIndex((one) => one.includes('0002')) + 1;
    expect(updateIndex(text, added, known).text).toBe(lines.toSpliced(at, 0, line).join('\n'));
  });

  it('adds a line to an index beside the folder, where it lists nearly all that is there', () => {
    const beside = (entry: IndexEntry) => ({ ...entry, file: `../adr/${entry.file}` });
    const line = ({ file, title }: IndexEntry) => `- [${title}](${file})\n`;
    const [all, next] = [listed.map(beside), beside(later)];
    const text = `# All\n\n${all.map(line).join('')}`;
    expect(updateIndex(text, next, all).text).toBe(text + line(next));
    const some = `# Some\n\n${all.slice(1).map(line).join('')}`;
    expect(updateIndex(some, next, all)).toEqual({ text: some, left: undefined });
  });

  it.each([
    ['down the table', ['1', '2', '3'], ['4']],
    ['with dots', ['1.', '2.', '3.'], ['4.']],
    ['with zeros', ['08', '09', '10'], ['11']],
  ])('counts the rows of a table on: %s', (_, numbers, [next]) => {
    const rows = listed.map(({ file, title }, index) => `| ${numbers[index]} | [${title}](${file}) |`);
    const text = ['| # | ADR |', '|---|---|', ...rows, ''].join('\n');
    expect(updateIndex(text, later, listed).text).toBe(`${text}| ${next} | [Buy a bike](0012-buy-a-bike.md) |\n`);
  });

  it('counts the rows of a table on where the newest is first, and anew if that one is 1', () => {
    const table = (numbers: readonly number[], entries: readonly IndexEntry[]) =>
      [
        '| # | Topic | For |',
        '|---|---|---|',
        ...entries.map(({ file, title }, index) => `| [${numbers[index]}](${file}) | About: ${title} | us |`),
        '',
      ].join('\n');
    const newest = listed.toReversed();
    const all = [later, ...newest];
    expect(updateIndex(table([3, 2, 1], newest), later, listed).text).toBe(table([4, 3, 2, 1], all));
    expect(updateIndex(table([1, 2, 3], newest), later, listed).text).toBe(table([1, 2, 3, 4], all));
  });

  it('counts the rows of both tables anew when an ADR moves from one to the other', () => {
    const row = (number: number, { file, title }: IndexEntry) => `| ${number} | [${title}](${file}) |\n`;
    const head = '| # | ADR |\n|---|---|\n';
    const [tea = later, cups = later, bread = later] = listed;
    const text = `## Accepted\n\n${head}${row(1, tea)}${row(2, cups)}\n## Superseded\n\n${head}${row(1, bread)}`;
    expect(updateIndex(text, { ...tea, status: 'superseded' }, listed).text).toBe(
      `## Accepted\n\n${head}${row(1, cups)}\n## Superseded\n\n${head}${row(1, bread)}${row(2, tea)}`,
    );
  });

  it.each([
    [
      'a table whose links are numbers',
      '| ADR | Status | About |\n|---|---|---|\n| [0001](0001-use-tea.md) | accepted | Use tea |\n| [0002](0002-use-cups.md) | proposed | Use cups |\n',
      '| [Pot of clay](2026-11-20-pot.md) | accepted | Pot of clay |',
    ],
    [
      'a table whose links begin with “ADR-”',
      '| ADR | For |\n|---|---|\n| [ADR-0001](0001-use-tea.md) | us |\n| [ADR-0002](0002-use-cups.md) | us |\n',
      '| [Pot of clay](2026-11-20-pot.md) | us |',
    ],
    [
      'a list whose links are numbers',
      '- [ADR-0001](0001-use-tea.md) – Use tea (accepted)\n- [ADR-0002](0002-use-cups.md) – Use cups (proposed)\n',
      '- [Pot of clay](2026-11-20-pot.md) (accepted)',
    ],
  ])('gives the link to an ADR without a number its title in %s', (_, text, line) => {
    const pot = { ...added, file: '2026-11-20-pot.md', number: undefined, title: 'Pot of clay' };
    expect(updateIndex(text, pot, known).text).toBe(`${text}${line}\n`);
  });

  it('writes the row of an ADR without a number as those of others without one', () => {
    const rows =
      '| ADR | Status |\n|---|---|\n| [Ours](2026-01-05-ours.md) | accepted |\n| [0001](0001-use-tea.md) | accepted |\n| [0002](0002-use-cups.md) | accepted |\n';
    const all = [...known, { ...added, file: '2026-01-05-ours.md', number: undefined, title: 'Ours' }];
    const pot = { ...added, file: '2026-11-20-pot.md', number: undefined, title: 'Pot of clay' };
    expect(updateIndex(rows, pot, all).text).toContain('| [Pot of clay](2026-11-20-pot.md) | accepted |\n');
  });

  it('takes numbers of ADRs and years for no counter', () => {
    const text = (column: readonly (number | string)[]) =>
      [
        '| A | ADR |',
        '|---|---|',
        ...listed.map(({ file, title }, index) => `| ${column[index]} | [${title}](${file}) |`),
        '',
      ].join('\n');
    const numbered = listed.map((entry, index) => ({ ...entry, number: index + 11 }));
    expect(updateIndex(text([11, 12, 13]), { ...later, number: 20 }, numbered).text).toContain('| 20 | [Buy a bike]');
    expect(updateIndex(text([2024, '', 2026]), later, listed).text).toMatch(/\| +\| \[Buy a bike]/);
  });

  it.each([
    ['shorter titles', ['[Tea]', '[Cups of clay]', '[Bread]'], '[Buy a bike]'],
    ['numbers and shorter titles', ['[ADR-4: Tea]', '[ADR-6: Clay]', '[ADR-9: Bread]'], '[ADR-12: Buy a bike]'],
    ['numbers', ['[ADR-0004]', '[ADR-0006]', '[ADR-0009]'], '[ADR-0012]'],
    ['names of files', ['[0004-tea]', '[0006-cups]', '[0009-bread]'], '[0012-bike]'],
  ])('adds a line to a list whose links are %s', (_, texts, line) => {
    const own = listed.map((entry, index) => ({
      ...entry,
      file: ['0004-tea.md', '0006-cups.md', '0009-bread.md'][index] ?? '',
    }));
    const text = own.map(({ file }, index) => `- ${texts[index]}(${file})\n`).join('');
    const entry = { ...later, file: '0012-bike.md' };
    expect(updateIndex(text, entry, own).text).toBe(`${text}- ${line}(0012-bike.md)\n`);
    const reversed = own
      .toReversed()
      .map(({ file }, index) => `- ${texts.toReversed()[index]}(${file})\n`)
      .join('');
    expect(updateIndex(reversed, entry, own).text).toBe(`- ${line}(0012-bike.md)\n${reversed}`);
  });

  it('puts the newest ADR first if the archive does', () => {
    const text = '- [Use cups](0002-use-cups.md)\n- [Use tea](0001-use-tea.md)\n';
    expect(updateIndex(text, added, known).text).toBe(`- [Buy a pot](0003-buy-a-pot.md)\n${text}`);
  });

  it('updates the status in the existing line of an ADR', () => {
    const text =
      '| ADR | Status |\n|---|---|\n| [Use tea](0001-use-tea.md) | Accepted |\n| [Use cups](0002-use-cups.md) | Proposed |\n';
    const [tea] = known;
    expect(updateIndex(text, { ...(tea ?? added), status: 'superseded' }, known).text).toBe(
      text.replace('Accepted', 'Superseded'),
    );
  });

  it('closes the bold words that it opens in a cell', () => {
    const text =
      '| ADR | What | Status |\n|---|---|---|\n| [1](0001-use-tea.md) | **Warm drinks** for all of us (in the morning) | Accepted |\n| [2](0002-use-cups.md) | **Things of clay** last (for years) | Proposed |\n';
    expect(updateIndex(text, added, known).text).toContain('| **Buy a pot** | Accepted |');
  });

  it('keeps line endings, and a last line without one', () => {
    const text = '- [Use tea](0001-use-tea.md)\r\n- [Use cups](0002-use-cups.md)';
    expect(updateIndex(text, added, known).text).toBe(`${text}\r\n- [Buy a pot](0003-buy-a-pot.md)`);
    expect(updateIndex(`${text}\r\n`, added, known).text).toBe(`${text}\r\n- [Buy a pot](0003-buy-a-pot.md)\r\n`);
  });

  it.each([
    [
      'aligned cells',
      '| No.               | Title    | Status   |\n| ----------------- | -------- | -------- |\n| [1](0001-use-tea.md)  | Use tea  | Accepted |\n| [2](0002-use-cups.md) | Use cups | Proposed |\n',
      '| [3](0003-buy-a-pot.md) | Buy a pot | Accepted |',
    ],
    [
      'a status with an emoji',
      '| ADR | Status |\n|---|---|\n| [Use tea](0001-use-tea.md) | 🟢 Accepted |\n| [Use cups](0002-use-cups.md) | 🟡 Proposed |\n',
      '| [Buy a pot](0003-buy-a-pot.md) | 🟢 Accepted |',
    ],
    [
      'a column that nobody can fill',
      '| ADR | Summary |\n|---|---|\n| [Use tea](0001-use-tea.md) | Coffee is for others. |\n| [Use cups](0002-use-cups.md) | Mugs are too large, and glasses too hot. |\n',
      '| [Buy a pot](0003-buy-a-pot.md) | |',
    ],
    [
      'titles in the words of the index',
      '* [1](0001-use-tea.md) — Drink tea\n* [2](0002-use-cups.md) — Cups, not mugs\n',
      '* [3](0003-buy-a-pot.md) — Buy a pot',
    ],
    [
      'a remark behind the title',
      '* [Use tea](0001-use-tea.md) (since we are no coffee house)\n* [Use cups](0002-use-cups.md) (for now)\n',
      '* [Buy a pot](0003-buy-a-pot.md)',
    ],
    [
      'links to the web',
      '* [Use tea](https://git.example/team/blob/main/adr/0001-use-tea.md)\n* [Use cups](https://git.example/team/blob/main/adr/0002-use-cups.md)\n',
      '* [Buy a pot](https://git.example/team/blob/main/adr/0003-buy-a-pot.md)',
    ],
    [
      'links to a twin of each in another folder',
      '| ADR | Kitchen | Status |\n|---|---|---|\n| [1](0001-use-tea.md) Use tea | [Kitchen 1](../kitchen/0001-use-tea.md) | Accepted |\n| [2](0002-use-cups.md) Use cups | [Kitchen 2](../kitchen/0002-use-cups.md) | Proposed |\n',
      '| [3](0003-buy-a-pot.md) Buy a pot | | Accepted |',
    ],
    [
      'links to other records by their numbers, or a dash',
      '| ADR | Kitchen |\n|---|---|\n| [Use tea](0001-use-tea.md) | [001](../kitchen/001.md) |\n| [Use cups](0002-use-cups.md) | — |\n',
      '| [Buy a pot](0003-buy-a-pot.md) | — |',
    ],
    [
      'tickets by the same numbers',
      '| ADR | Ticket |\n|---|---|\n| [Use tea](0001-use-tea.md) | [TEA-1](https://tickets.example/TEA-1) |\n| [Use cups](0002-use-cups.md) | [TEA-2](https://tickets.example/TEA-2#old) |\n',
      '| [Buy a pot](0003-buy-a-pot.md) | |',
    ],
    [
      'an image for each status, and a way back',
      '| ADR | Status | Top |\n|---|---|---|\n| [Use tea](0001-use-tea.md) | ![Accepted](img/accepted.svg) | [top](#ours) |\n| [Use cups](0002-use-cups.md) | ![Proposed](img/proposed.svg) | [top](#ours) |\n',
      '| [Buy a pot](0003-buy-a-pot.md) | ![Accepted](img/accepted.svg) | [top](#ours) |',
    ],
    [
      'numbered items',
      '1. [Use tea](0001-use-tea.md)\n2. [Use cups](0002-use-cups.md)\n',
      '3. [Buy a pot](0003-buy-a-pot.md)',
    ],
    [
      'wrapped items',
      '* [Use tea](0001-use-tea.md),\n  which everybody likes\n* [Use cups](0002-use-cups.md)\n',
      '* [Buy a pot](0003-buy-a-pot.md)',
    ],
  ])('adds a line as the others are, to a list or a table with %s', (_, text, line) => {
    expect(updateIndex(text, added, known).text).toBe(`${text}${line}\n`);
  });

  describe('with a sign for each status', () => {
    const own = [...known, { ...added, number: 3, file: '0003-buy-mugs.md', title: 'Buy mugs', status: 'rejected' }];
    const pot = { ...added, number: 4, file: '0004-buy-a-pot.md' };
    const list =
      '1. ✅ [Use tea](0001-use-tea.md)\n1. 🤔 [Use cups](0002-use-cups.md)\n1. ❌ [Buy mugs](0003-buy-mugs.md)\n';

    it.each([
      ['accepted', '✅ '],
      ['proposed', '🤔 '],
      ['superseded', ''],
    ])('writes that of an ADR which is %s', (status, sign) => {
      expect(updateIndex(list, { ...pot, status }, own).text).toBe(`${list}1. ${sign}[Buy a pot](0004-buy-a-pot.md)\n`);
    });

    it('changes it with the status, also in a column', () => {
      const [, cups] = own;
      const rejected = { ...(cups ?? added), status: 'rejected' };
      expect(updateIndex(list, rejected, own).text).toBe(list.replace('🤔', '❌'));
      const rows = list.replaceAll(/1\. (.+) (\[.*)/g, '| $1 | $2 |');
      const table = `| | ADR |\n|---|---|\n${rows}`;
      expect(updateIndex(table, rejected, own).text).toBe(table.replace('🤔', '❌'));
      expect(updateIndex(table, pot, own).text).toBe(`${table}| ✅ | [Buy a pot](0004-buy-a-pot.md) |\n`);
    });
  });

  it('has the date behind the status where the latest lines have it, and says nothing that only some lines say', () => {
    const row = (file: string, ...cells: readonly string[]) => `| [ADR](${file}) | ${cells.join(' | ')} |\n`;
    const head = '| ADR | Title | State | Built | On |\n|---|---|---|---|---|\n';
    const rows = [
      row('0001-use-tea.md', 'Use tea', 'Accepted 2026-01-01 — at last', 'yes', '-'),
      row('0002-use-cups.md', 'Use cups', 'Proposed 2026-01-02', '', '2026-01-02'),
      row('0003-buy-mugs.md', 'Buy mugs', 'Rejected 2026-01-03', 'no', '2026-01-03'),
    ];
    const text = head + rows.join('');
    const own = [...known, { ...added, file: '0003-buy-mugs.md', title: 'Buy mugs', status: 'rejected' }];
    const pot = { ...added, number: 4, file: '0004-buy-a-pot.md' };
    const line = row('0004-buy-a-pot.md', 'Buy a pot', 'Accepted 2026-11-20', '-', '2026-11-20');
    expect(updateIndex(text, pot, own).text).toBe(text + line.replace('| - |', '| |'));
    const undated = row('0004-buy-a-pot.md', 'Buy a pot', 'Accepted', '-', '-');
    expect(updateIndex(text, { ...pot, date: undefined }, own).text).toBe(text + undated.replace('| - |', '| |'));
  });

  it.each([
    ['(', ')', ''],
    ['（', '）', ''],
    ['(', ')', ' '],
  ])('has the date behind the status in %s%s', (open, close, gap) => {
    const row = (file: string, title: string, status: string, date: string) =>
      `| [${title}](${file}) | ${status}${gap}${open}${date}${close} |\n`;
    const text = `| ADR | State |\n|---|---|\n${row('0001-use-tea.md', 'Use tea', 'Accepted', '2026-01-01')}${row('0002-use-cups.md', 'Use cups', 'Proposed', '2026-01-02')}`;
    expect(updateIndex(text, added, known).text).toBe(
      text + row('0003-buy-a-pot.md', 'Buy a pot', 'Accepted', '2026-11-20'),
    );
  });

  it('has no number of an ADR that has none', () => {
    const text = '- [ADR-1: Use tea](0001-use-tea.md)\n- [ADR-2: Use cups](0002-use-cups.md)\n';
    const undated = { ...added, number: undefined, file: '2026-11-20-buy-a-pot.md' };
    const line = '- [Buy a pot](2026-11-20-buy-a-pot.md)\n';
    expect(updateIndex(text, undated, known).text).toBe(text + line);
    const mugs = { ...undated, file: '2026-11-19-buy-mugs.md', title: 'Buy mugs' };
    const both = `${text}- [*Buy mugs*](2026-11-19-buy-mugs.md)\n`;
    expect(updateIndex(both, undated, [...known, mugs]).text).toBe(both + line.replace('Buy a pot', '*Buy a pot*'));
  });

  it('says that it cannot know the place in lists by topic whose ADRs have neither number nor date', () => {
    const topics = ['storage', 'people', 'network'].map((topic) => ({
      ...added,
      number: undefined,
      file: `${topic}-first.md`,
      title: `About ${topic}`,
    }));
    const text = topics.map(({ file, title }) => `## ${title}\n\n- [${title}](${file})\n`).join('\n');
    const entry = { ...added, number: undefined, file: 'zebra.md' };
    expect(updateIndex(text, entry, topics)).toEqual({ text, left: 'unclear' });
  });

  it('keeps a gap between items where there is one, and goes before what follows the list', () => {
    const text = '- [Use tea](0001-use-tea.md)\n\n- [Use cups](0002-use-cups.md)\n\n## How we decide\n';
    expect(updateIndex(text, added, known).text).toBe(
      text.replace('cups.md)\n', 'cups.md)\n\n- [Buy a pot](0003-buy-a-pot.md)\n'),
    );
  });

  it('keeps the order of a list that is sorted by title', () => {
    const more = [...known, { ...added, number: 4, file: '0004-waste-nothing.md', title: 'Waste nothing' }];
    const text =
      '- [Use cups](0002-use-cups.md)\n- [Use tea](0001-use-tea.md)\n- [Waste nothing](0004-waste-nothing.md)\n';
    expect(updateIndex(text, added, more).text).toBe(`- [Buy a pot](0003-buy-a-pot.md)\n${text}`);
  });

  it('reads and writes links to folders, and names in any script as they are written', () => {
    const entries = [
      { ...added, number: 1, file: '0001-茶/README.md', title: '喝茶' },
      { ...added, number: 2, file: '0002-杯子/README.md', title: '用杯子' },
    ];
    const text = '- [0001 喝茶](./0001-茶/)\n- [0002 用杯子](./0002-杯子/)\n';
    expect(updateIndex(text, { ...added, file: '0003-茶壶/README.md', title: '买茶壶' }, entries).text).toBe(
      `${text}- [0003 买茶壶](./0003-茶壶/)\n`,
    );
  });

  describe('in an index by status', () => {
    const text =
      '## Accepted\n\n* [Use tea](0001-use-tea.md)\n\n## Proposed\n\n* [Use cups](0002-use-cups.md)\n\n## Superseded\n';

    it('goes where its status is', () => {
      expect(updateIndex(text, added, known).text).toBe(
        text.replace('tea.md)\n', 'tea.md)\n* [Buy a pot](0003-buy-a-pot.md)\n'),
      );
    });

    it('moves, also below a heading that has nothing yet', () => {
      const [tea, cups] = known;
      expect(updateIndex(text, { ...(cups ?? added), status: 'accepted' }, known).text).toBe(
        '## Accepted\n\n* [Use tea](0001-use-tea.md)\n* [Use cups](0002-use-cups.md)\n\n## Proposed\n\n\n## Superseded\n',
      );
      expect(updateIndex(text, { ...(tea ?? added), status: 'superseded' }, known).text).toBe(
        '## Accepted\n\n\n## Proposed\n\n* [Use cups](0002-use-cups.md)\n\n## Superseded\n\n* [Use tea](0001-use-tea.md)\n',
      );
    });
  });

  it('goes into the list of its year, whether the lists are nested or under headings', () => {
    const nested = '* 2025\n  * [Use tea](0001-use-tea.md)\n* 2026\n  * [Use cups](0002-use-cups.md)\n';
    expect(updateIndex(nested, { ...added, date: '2025-12-01' }, known).text).toBe(
      nested.replace('tea.md)\n', 'tea.md)\n  * [Buy a pot](0003-buy-a-pot.md)\n'),
    );
  });

  it.each([
    [
      'between the markers of a tool',
      '<!-- adrlog -->\n\n* [ADR-0001](0001-use-tea.md) - Use tea\n* [ADR-0002](0002-use-cups.md) - Use cups\n\n<!-- adrlogstop -->\n',
    ],
    [
      'in a file that a tool writes',
      '<!-- Generated by make index. Do not edit. -->\n\n* [Use tea](0001-use-tea.md)\n',
    ],
  ])('leaves a list alone %s', (_, text) => {
    expect(updateIndex(text, added, known)).toEqual({ text, left: 'generated' });
  });

  it('leaves a list alone whose lines lead to something else, too, which nobody knows', () => {
    const lineFor = (number: number) => `* [${number}](${number}.md) ([kitchen ${number}](../kitchen/${number}.md))\n`;
    const entries = [1, 2, 3, 4].map((number) => ({ ...added, number, file: `${number}.md`, title: `Rule ${number}` }));
    const text = [1, 2, 3].map(lineFor).join('');
    const [pot] = entries.slice(-1);
    expect(updateIndex(text, pot ?? added, entries.slice(0, -1))).toEqual({ text, left: 'unclear' });
  });

  it('keeps the addresses of other files when a status changes', () => {
    const text =
      '- [Use tea](0001-use-tea.md): Accepted, see [why](../kitchen/accepted.md)\n- [Use cups](0002-use-cups.md): Proposed\n';
    const [tea] = known;
    expect(updateIndex(text, { ...(tea ?? added), status: 'superseded' }, known).text).toBe(
      text.replace('Accepted,', 'Superseded,'),
    );
  });

  it('writes no address but that of the ADR and those that the index has', () => {
    const cell = fc.constantFrom<(entry: IndexEntry) => string>(
      ({ file, title }) => `[${title}](${file})`,
      ({ file, number }) => `[${number}](./${file})`,
      ({ file, number }) => `[${number}](../kitchen/${file})`,
      ({ file, title }) => `[${title}](https://git.example/team/blob/main/adr/${file})`,
      ({ number }) => `[TEA-${number}](https://tickets.example/TEA-${number})`,
      ({ status, number }) => `[${status}](../${status}/${number}.md#${status})`,
      ({ status }) => `![${status}](img/${status}.svg)`,
      ({ number }) => ((number ?? 0) % 2 === 0 ? '—' : `<https://tea.example/${number}>`),
      ({ status }) => status ?? '',
      ({ date }) => `<a href="days/${date}.html">${date}</a>`,
    );
    const status = fc.constantFrom('accepted', 'proposed', 'superseded');
    const entries = fc.array(status, { minLength: 3, maxLength: 6 }).map((all) =>
      all.map((one, index): IndexEntry => {
        const number = index + 1;
        const [title, date] = [`Rule ${number}`, `2026-01-0${number}`];
        return { file: `000${number}-rule-${number}.md`, number, title, status: one, date };
      }),
    );
    const isTable = fc.boolean();
    fc.assert(
      fc.property(
        entries,
        fc.array(cell, { minLength: 1, maxLength: 3 }),
        isTable,
        status,
        (all, cells, table, now) => {
          const lineFor = (entry: IndexEntry) => {
            const texts = cells.map((write) => write(entry));
            return table ? `| ${texts.join(' | ')} |` : `- ${texts.join(' ')}`;
          };
          const head = table ? [`|${' a |'.repeat(cells.length)}`, `|${'---|'.repeat(cells.length)}`] : [];
          const text = [...head, ...all.slice(0, -1).map(lineFor), ''].join('\n');
          const [last = added] = all.slice(-1);
          const [first = added] = all;
          const addresses = (written: string) => written.match(/(?<=\]\(|href="|<)[^)\s<>"]*[./][^)\s<>"]*/g) ?? [];
          const own = [last.file, `./${last.file}`, `https://git.example/team/blob/main/adr/${last.file}`];
          for (const entry of [last, { ...first, status: now }]) {
            const updated = updateIndex(text, entry, all.slice(0, -1)).text;
            const there = [...addresses(text), ...own];
            expect(addresses(updated).filter((url) => !there.includes(url))).toEqual([]);
          }
        },
      ),
      { numRuns: 300, seed: 20261129 },
    );
  });

  it('does not guess to which of the lists by topic a new ADR belongs', () => {
    const more = [...known, { ...added, number: 4, file: '0004-waste-nothing.md', title: 'Waste nothing' }];
    const text =
      '## Drinks\n\n* [Use tea](0001-use-tea.md)\n* [Waste nothing](0004-waste-nothing.md)\n\n## Dishes\n\n* [Use cups](0002-use-cups.md)\n';
    expect(updateIndex(text, added, more)).toEqual({ text, left: 'unclear' });
  });

  it.each([
    ['sentences', 'We drink [tea](0001-use-tea.md) from [cups](0002-use-cups.md).\n'],
    ['a list of something else', '* Ask first\n* Read [why we drink tea](0001-use-tea.md)\n* Decide\n'],
    ['a sentence in a list', '* Before you ask, read [why](0001-use-tea.md) we are as we are.\n'],
  ])('does not take %s for an index', (_, text) => {
    expect(updateIndex(text, added, known)).toEqual({ text, left: undefined });
  });

  it('does not change a text that is not an index', () => {
    expect(updateIndex('# Read me\n\nSee [that](https://example.com).\n', added, known).text).toBe(
      '# Read me\n\nSee [that](https://example.com).\n',
    );
  });
});
