import type { IndexEntry } from '@gavel/adr/index/index-entry.ts';
import { updateIndex } from '@gavel/adr/index/update-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cups = ['small', 'big and blue', 'old', 'of glass', 'of clay', 'none'];
const drinks = ['tea', 'coffee', 'water', 'juice', 'milk', 'cocoa', 'broth'];

/** The decisions of a house that drinks. */
const entries = drinks.map(
  (drink, at): IndexEntry => ({
    file: `000${at + 1}-serve-${drink}.md`,
    number: at + 1,
    title: `Serve ${drink}`,
    status: 'accepted',
    date: `2026-03-0${at + 1}`,
  }),
);
const [known, [added]] = [entries.slice(0, -1), entries.slice(-1)];
if (added === undefined) throw new Error('There is no new ADR.');

/** How people write the line of an ADR, in whatever list or table. */
type Line = (entry: IndexEntry, at: number) => string;

const listOf = (lineFor: Line, some: readonly IndexEntry[] = known) =>
  some.map((one, at) => `${lineFor(one, at)}\n`).join('');
const tableOf = (head: string, rowFor: Line, some: readonly IndexEntry[] = known) =>
  `| ${head} |\n|${'---|'.repeat(head.split('|').length)}\n${listOf(rowFor, some)}`;
const update = (text: string, some: readonly IndexEntry[] = known) => updateIndex(text, added, some);

const plain: Line = ({ file, title }) => `- [${title}](${file})`;
const row: Line = ({ file, title, status }) => `| [${title}](${file}) | ${status} |`;

describe('an index whose newest lines are not as they would be written', () => {
  it.each<[string, string]>([
    [
      'a column that people fill in each time',
      tableOf('ADR | Cup', ({ file, title }, at) => `| [${title}](${file}) | ${cups[at]} |`),
    ],
    [
      'a column that nearly all lines have alike, but not the newest',
      tableOf('ADR | Floor', ({ file, title }, at) => `| [${title}](${file}) | ${at === 5 ? 'second' : 'first'} |`),
    ],
    [
      'remarks behind the newest',
      listOf((entry, at) => `${plain(entry, at)}${at > 2 ? ` — since guest ${drinks[at]} came` : ''}`),
    ],
    [
      'words of its own for a status',
      tableOf('ADR | Status', ({ file, title }, at) => `| [${title}](${file}) | ${at > 3 ? 'poured' : 'accepted'} |`),
    ],
    ['the newest in the middle', listOf(plain, [...known.slice(0, 2), ...known.slice(5), ...known.slice(2, 5)])],
    [
      'the newest in a list of another form below',
      `${listOf(plain, known.slice(0, 5))}\nSome say more:\n\n${listOf((entry, at) => `${plain(entry, at)} — hot`, known.slice(4))}`,
    ],
    [
      'another form of dates since',
      tableOf('ADR | On', ({ file, title, date }, at) => `| [${title}](${file}) | ${at > 4 ? date : 'March 2026'} |`),
    ],
  ])('is left as it is, and that is said: %s', (_, text) => {
    expect(update(text)).toEqual({ text, left: 'irregular' });
  });

  it('is left if all that it lists have numbers, and the new ADR has none', () => {
    const text = listOf(({ file, number, title }) => `- [${number}. ${title}](${file})`);
    const undated = { ...added, number: undefined, file: 'serve-broth.md' };
    expect(updateIndex(text, undated, known)).toEqual({ text, left: 'irregular' });
  });
});

describe('an index whose newest lines are as they would be written', () => {
  it.each<[string, Line]>([
    ['shorter titles', ({ file }, at) => `| [For ${drinks[at]}](${file}) | accepted |`],
    ['titles with remarks', ({ file, title }, at) => `| [${title}${at > 3 ? ' (hot)' : ''}](${file}) | accepted |`],
    ['statuses from before', ({ file, title }, at) => `| [${title}](${file}) | ${at > 2 ? 'proposed' : 'accepted'} |`],
  ])('gets a line, whatever the others say of their ADRs: %s', (_, rowFor) => {
    const text = tableOf('ADR | Status', rowFor);
    expect(update(text)).toEqual({ text: `${text}${row(added, 6)}\n`, left: undefined });
  });

  it('has a remark in one of the newest lines', () => {
    const text = tableOf('ADR | Status', (entry, at) =>
      row(entry, at).replace(/ed \|$/, at === 4 ? 'ed — at last |' : 'ed |'),
    );
    expect(update(text)).toEqual({ text: `${text}${row(added, 6)}\n`, left: undefined });
  });

  it('says which columns are left to people, who leave them empty now and then', () => {
    const text = tableOf(
      'ADR | Cup | Guest',
      ({ file, title }, at) => `| [${title}](${file}) | ${at === 1 ? '' : cups[at]} | ${at === 5 ? 'Ida' : '—'} |`,
    );
    const line = `| [${added.title}](${added.file}) | | — |\n`;
    const updated = update(text);
    expect(updated).toMatchObject({ left: undefined, gaps: ['Cup', 'Guest'] });
    expect(updated.text.replaceAll(/ +\|/g, ' |')).toBe((text + line).replaceAll(/ +\|/g, ' |'));
  });

  it('has too few lines to tell', () => {
    const text = tableOf(
      'ADR | Cup',
      ({ file, title }, at) => `| [${title}](${file}) | ${cups[at]} |`,
      known.slice(0, 2),
    );
    expect(update(text, known.slice(0, 2)).text).toContain(added.title);
  });

  const forms: readonly Line[] = [
    plain,
    ({ file, title, number }) => `* ADR-${number}: [${title}](./${file})`,
    ({ file, title, date }) => `- ${date}: [${title}](${file})`,
    ({ file, title, status }) => `- [${title}](${file}) (${status})`,
    ({ file, title }) => `- [[${file.replace('.md', '')}]] ${title}`,
    ({ file, title }) => `- [[${file.replace('.md', '')}|${title}]]`,
    ({ file, number, title, status, date }) => `| [${number}](${file}) | ${title} | ${status} | ${date} |`,
    ({ file, title, status }) => `| ${status} | [${title}](${file}) | us |`,
  ];

  it('gets back each line that is taken from its end, in any form and either order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.array(fc.constantFrom('accepted', 'rejected'), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 3, max: 6 }),
        fc.boolean(),
        (lineFor, statuses, count, isReversed) => {
          const all = entries.map((entry, at) => ({ ...entry, status: statuses[at] ?? 'accepted' }));
          const textOf = (some: readonly IndexEntry[]) => {
            const lines = isReversed ? some.toReversed() : some;
            const head = '| A | B | C |\n|---|---|---|\n';
            return `# Ours\n\n${lineFor(added, 0).startsWith('|') ? head : ''}${listOf(lineFor, lines)}\nMore.\n`;
          };
          const entry = all[count] ?? added;
          const before = all.slice(0, count);
          expect(updateIndex(textOf(before), entry, before)).toEqual({
            text: textOf(all.slice(0, count + 1)),
            left: undefined,
          });
        },
      ),
    );
  });
});

describe('words for a status', () => {
  it('are small in a list that has them small, whatever they are in ADRs', () => {
    const capital = entries.map((entry) => ({ ...entry, status: 'Accepted' }));
    const line: Line = ({ file, title }) => `- [${title}](${file}) - accepted.`;
    const text = listOf(line);
    expect(updateIndex(text, capital.at(-1) ?? added, capital.slice(0, -1)).text).toBe(`${text}${line(added, 6)}\n`);
  });

  it('are those of the ADR, if the index has another with the same meaning for others', () => {
    const text = tableOf(
      'ADR | Status',
      row,
      known.map((entry) => ({ ...entry, status: 'Implemented' })),
    );
    const implemented = known.map((entry) => ({ ...entry, status: 'Implemented' }));
    expect(updateIndex(text, { ...added, status: 'Accepted' }, implemented).text).toContain(
      `(${added.file}) | Accepted`,
    );
  });
});

it('does not write the number of an item within an item', () => {
  const text = listOf(({ file, title, number }) => `* ${number}. [${title}](${file})`);
  expect(update(text)).toEqual({ text, left: 'unclear' });
});

it('says that a list in a block of code is left', () => {
  const text = `# Ours\n\n\`\`\`markdown\n${listOf(plain)}\`\`\`\n`;
  expect(update(text)).toEqual({ text, left: 'unclear' });
});
