import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import { describe, expect, it } from 'vitest';

const titles = ['Use tea', 'Use cups', 'Use mats'];
const known = titles.map(
  (title, index): IndexEntry => ({
    file: `000${index + 1}-${title.toLowerCase().replace(' ', '-')}.md`,
    number: index + 1,
    title,
    status: 'accepted',
    date: `2026-01-0${index + 1}`,
  }),
);
const [tea] = known;
const added: IndexEntry = {
  file: '0004-buy-a-pot.md',
  number: 4,
  title: 'Buy a pot',
  status: 'accepted',
  date: '2026-11-20',
};

const listOf = (lineFor: (entry: IndexEntry) => string, entries: readonly IndexEntry[] = known) =>
  entries.map((entry) => `${lineFor(entry)}\n`).join('');

/** A table with the rows of some ADRs. */
function tableOf(head: string, rowFor: (entry: IndexEntry) => string, entries: readonly IndexEntry[] = known): string {
  const rule = head.replaceAll(/[^|]+/g, '---');
  return `${head}\n${rule}\n${listOf(rowFor, entries)}`;
}

const bareName = ({ file }: IndexEntry) => file.replace('.md', '');

describe('updateIndex, in an index without links to files', () => {
  it.each<[string, (entry: IndexEntry) => string]>([
    ['names in code', ({ file }) => `- \`${file}\``],
    ['names in code, from the root of the repository', ({ file }) => `- \`docs/adr/${file}\``],
    ['names in code, and titles', ({ file, title }) => `* \`${file}\`: ${title}.`],
    ['names without extension', (entry) => `- \`${bareName(entry)}\` (${entry.status})`],
    ['links without extension', (entry) => `- [${entry.title}](./${bareName(entry)})`],
    ['links of a site', (entry) => `- [${entry.title}](/docs/adr/${bareName(entry)})`],
  ])('adds a line to a list of %s', (_, lineFor) => {
    const text = `# Ours\n\n${listOf(lineFor)}`;
    expect(updateIndex(text, added, known)).toEqual({ text: `${text}${lineFor(added)}\n`, left: undefined });
  });

  it('has the folder of each ADR in its name', () => {
    const inFolder = (entry: IndexEntry) => ({ ...entry, file: `kitchen/${entry.file}` });
    const lineFor = ({ file }: IndexEntry) => `- \`${file}\``;
    const text = listOf(lineFor, known.map(inFolder));
    expect(updateIndex(text, inFolder(added), known.map(inFolder)).text).toBe(`${text}${lineFor(inFolder(added))}\n`);
  });

  it('adds no row to a table of names beside a list of links', () => {
    const list = listOf(({ file, title }) => `- [${title}](${file})`);
    const table = tableOf('| Was | Is |', ({ file }) => `| \`old/${file}\` | \`adr/${file}\` |`);
    expect(updateIndex(`${list}\n${table}`, added, known).text).toBe(
      `${list}- [Buy a pot](0004-buy-a-pot.md)\n\n${table}`,
    );
  });

  it('says that it does not know where a new ADR belongs in sentences that name most of them', () => {
    const text = `We drink ${known.map(({ file, title }) => `[${title}](${file})`).join(', then ')}.\n`;
    expect(updateIndex(text, added, known)).toEqual({ text, left: 'unclear' });
    const some = `We drink [tea](${tea?.file}).\n`;
    expect(updateIndex(some, added, known)).toEqual({ text: some, left: undefined });
  });
});

describe('updateIndex, when an ADR changes', () => {
  const superseded = { ...(tea ?? added), status: 'superseded' };

  it('keeps dates that only the index has, or has otherwise', () => {
    const text = tableOf('| ADR | State | On |', ({ file, date }) => `| [x](${file}) | Accepted | ${date} |`);
    const undated = known.map((entry) => ({ ...entry, date: undefined }));
    const changed = text.replace('Accepted', 'Superseded');
    expect(updateIndex(text, { ...superseded, date: undefined }, undated).text).toBe(changed);
    const other = known.map((entry) => ({ ...entry, date: '2025-05-05' }));
    expect(updateIndex(text, { ...superseded, date: '2025-05-05' }, other).text).toBe(changed);
  });

  it('keeps what is behind a status, and its date once', () => {
    const text = tableOf('| ADR | State |', ({ file, date }) => `| [x](${file}) | **Accepted** ${date} — at last |`);
    expect(updateIndex(text, superseded, known).text).toBe(text.replace('**Accepted**', '**Superseded**'));
  });

  it('keeps a status in the middle of its column', () => {
    const text = tableOf('| ADR |   State    |', ({ file }) => `| [x](${file}) |  Accepted  |`);
    expect(updateIndex(text, superseded, known).text).toBe(text.replace('  Accepted  ', ' Superseded '));
  });
});

describe('updateIndex, with a new line', () => {
  it('is in the middle of its column, or at its right, as the others are', () => {
    const text = tableOf(
      '|   ADR   |          Title           |        State |',
      ({ file, title }) => `| [x](${file}) | ${title.padStart(16).padEnd(24)} | ${'accepted'.padStart(12)} |`,
    );
    const line = `| [x](0004-buy-a-pot.md) | ${'Buy a pot'.padStart(16).padEnd(24)} | ${'accepted'.padStart(12)} |`;
    expect(updateIndex(text, added, known).text).toBe(`${text}${line}\n`);
  });

  it('has no word of the others in front of its title, and none of their parentheses', () => {
    const words = ['Use leaves (green)', 'Use clay (white)', 'Use wool (soft)'];
    const text = listOf(({ file, number = 0 }) => `- [${number}: ${words[number - 1]}](${file})`);
    expect(updateIndex(text, added, known).text).toBe(`${text}- [4: Buy a pot](0004-buy-a-pot.md)\n`);
  });

  it('does not take a number that is that of its ADR by chance for it', () => {
    const weeks = ['', '2', '2'];
    const rules = ['', 'R-02', 'R-01, R-03'];
    const text = tableOf(
      '| ADR | Title | Week | Rules |',
      ({ file, title, number = 0 }) => `| [x](${file}) | ${title} | ${weeks[number - 1]} | ${rules[number - 1]} |`,
    );
    const row = '| [x](0004-buy-a-pot.md) | Buy a pot | | |\n';
    expect(updateIndex(text, added, known).text.replaceAll(/ +\|/g, ' |')).toBe((text + row).replaceAll(/ +\|/g, ' |'));
  });

  it('has as many digits in its number as the others', () => {
    const text = listOf(({ file, number, title }) => `- 0${number} [${title}](${file})`);
    expect(updateIndex(text, added, known).text).toBe(`${text}- 04 [Buy a pot](0004-buy-a-pot.md)\n`);
  });

  it('has as many cells as the other rows, even if the head has more', () => {
    const text = tableOf('| ADR | File | Title |', ({ file, title, number }) => `| [${number}](${file}) | ${title} |`);
    expect(updateIndex(text, added, known).text).toBe(`${text}| [4](0004-buy-a-pot.md) | Buy a pot |\n`);
  });

  it('has its date in a column for dates that only have the years', () => {
    const text = tableOf('| ADR | Datum |', ({ file, title }) => `| [${title}](${file}) | 2026-01-XX |`);
    expect(updateIndex(text, added, known).text).toBe(`${text}| [Buy a pot](0004-buy-a-pot.md) | 2026-11-20 |\n`);
  });

  it('has no title in a column for something else, if the name of the file tells it', () => {
    const text = tableOf(
      '| ADR | Area |',
      ({ file, number }) => `| [${file}](${file}) | ${' bc'[(number ?? 1) - 1]} |`,
    );
    const row = '| [0004-buy-a-pot.md](0004-buy-a-pot.md) | |\n';
    expect(updateIndex(text, added, known).text.replaceAll(/ +\|/g, ' |')).toBe((text + row).replaceAll(/ +\|/g, ' |'));
  });

  it('goes into a table in which most ADRs are not there any more, or not yet', () => {
    const lost = ['| ADR-7 | Use spoons |', '| ADR-8 | Use forks |', '| [x](0009-use-knives.md) | Use knives |', ''];
    const text = `${tableOf('| ADR | Title |', ({ file, title }) => `| [x](${file}) | ${title} |`, known.slice(0, 2))}`;
    expect(updateIndex(text + lost.join('\n'), added, known).text).toBe(
      `${text}| [x](0004-buy-a-pot.md) | Buy a pot |\n${lost.join('\n')}`,
    );
  });
});

describe('updateIndex, in an index of several lists', () => {
  const line = ({ file, title }: IndexEntry) => `- [${title}](${file})\n`;
  const [first, second, third] = known.map(line);

  it.each([
    ['## Ground', '## Roof'],
    ['## For 2026-01-01', '## For 2026-02-01'],
    ['**Kitchen:**', '**Hall:**'],
    ['Step 1:', 'Step 2:'],
  ])('does not guess where a new ADR belongs below %s and %s, even if their numbers are in turn', (one, other) => {
    const text = `${one}\n\n${first}${second}\n${other}\n\n${third}`;
    expect(updateIndex(text, added, known)).toEqual({ text, left: 'unclear' });
  });

  it('goes on below the last heading if these only tell numbers', () => {
    const text = `## 1 to 2\n\n${first}${second}\n## 3 to 4\n\n${third}`;
    expect(updateIndex(text, added, known).text).toBe(`${text}${line(added)}`);
  });

  it('goes into each list of all', () => {
    const table = tableOf('| No. | ADR |', ({ file, title, number }) => `| ${number} | [${title}](${file}) |`);
    const list = listOf(({ file, title }) => `- [${title}](${file})`);
    expect(updateIndex(`${table}\n## Again\n\n${list}`, added, known)).toEqual({
      text: `${table}| 4 | [Buy a pot](0004-buy-a-pot.md) |\n\n## Again\n\n${list}${line(added)}`,
      left: undefined,
    });
  });

  it.each([
    ['by topic', `**Kitchen:**\n\n${first}${third}\n**Hall:**\n\n${second}`],
    ['in words of its own', listOf(({ file, number }) => `- When you buy ${'abc'[number ?? 0]}, see [ADR](${file}).`)],
    ['in a drawing', `\`\`\`\nadr\n${listOf(({ file }) => `├── ${file}`)}\`\`\`\n`],
  ])('goes into the first one, and says that it is not in the second, %s', (_, again) => {
    const table = tableOf('| No. | ADR |', ({ file, title, number }) => `| ${number} | [${title}](${file}) |`);
    expect(updateIndex(`${table}\n## Again\n\n${again}`, added, known)).toEqual({
      text: `${table}| 4 | [Buy a pot](0004-buy-a-pot.md) |\n\n## Again\n\n${again}`,
      left: 'unclear in part',
    });
  });

  it('says that it is not in a list by topic that lacks one of seven, but of one with some to begin with it says nothing', () => {
    const seven = [...known, ...known, ...known.slice(2)].map((entry, at) => {
      const file = `000${at + 1}-tea-${at + 1}.md`;
      return { ...entry, file, title: `Tea ${at + 1}`, number: at + 1 };
    });
    const eighth = { ...added, file: '0008-buy-a-pot.md', number: 8 };
    const rows = seven.map(({ file, title, number }) => `| ${number} | [${title}](${file}) |\n`).join('');
    const table = `| No. | ADR |\n| --- | --- |\n${rows}`;
    const lines = seven.map(line);
    const topics = `**Kitchen:**\n\n${lines[0]}${lines[2]}${lines[4]}\n**Hall:**\n\n${lines[1]}${lines[3]}${lines[5]}`;
    const updated = `${table}| 8 | [Buy a pot](0008-buy-a-pot.md) |\n\n`;
    expect(updateIndex(`${table}\n${topics}`, eighth, seven)).toEqual({
      text: `${updated}${topics}`,
      left: 'unclear in part',
    });
    const some = `## Begin with\n\n${lines[0]}${lines[2]}${lines[4]}`;
    expect(updateIndex(`${table}\n${some}`, eighth, seven)).toEqual({ text: `${updated}${some}`, left: undefined });
  });

  it('does not list ADRs in another language than all others', () => {
    const inLanguage = (code: string) => known.map((entry) => ({ ...entry, file: `${bareName(entry)}.${code}.md` }));
    const [english, french] = [inLanguage('en'), inLanguage('fr')];
    const text = listOf(({ file, title }) => `- [${title}](${file})`, english);
    const changed = { ...(french[0] ?? added), status: 'superseded' };
    expect(updateIndex(text, changed, [...english, ...french])).toEqual({ text, left: undefined });
    expect(updateIndex(text, { ...added, file: '0004-buy-a-pot.en.md' }, english).text).toContain('Buy a pot');
  });

  it('adds a line behind those of ADRs with lower numbers whose files are gone', () => {
    const gone = '- [Use trays](0003-use-trays.md)\n';
    const fourth = { ...added, file: '0004-buy-a-pot.md', number: 4 };
    const text = `${known.slice(0, 2).map(line).join('')}${gone}- More to come.\n`;
    expect(updateIndex(text, fourth, known.slice(0, 2)).text).toBe(
      text.replace('- More', '- [Buy a pot](0004-buy-a-pot.md)\n- More'),
    );
  });

  it('leaves a table that a blank line cuts in two, and says so', () => {
    const row = ({ number, file, title }: (typeof known)[number]) => `| ${number} | [${title}](${file}) |\n`;
    const text = `| No. | ADR |\n| --- | --- |\n${known.slice(0, 2).map(row).join('')}\n${known.slice(2).map(row).join('')}`;
    expect(updateIndex(text, added, known)).toEqual({ text, left: 'irregular' });
  });
});
