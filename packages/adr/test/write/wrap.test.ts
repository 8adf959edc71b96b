import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import type { Wrapping } from '@gavel/adr/style/house-style.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { columnsOf } from '@gavel/adr/text/columns.ts';
import { wrapMarkdown } from '@gavel/adr/write/wrap.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (width: number): Wrapping => ({ mode: 'width', width, countsWide: false });

describe('wrapMarkdown', () => {
  it('breaks paragraphs, items and quotations where a line is full, with hanging indentation', () => {
    const text =
      'One two three four five six.\n\n- one two three four five six\n  1. one two three four five\n\n> one two three four five six';
    expect(wrapMarkdown(text, at(20)).split('\n')).toEqual([
      'One two three four',
      'five six.',
      '',
      '- one two three four',
      '  five six',
      '  1. one two three',
      '     four five',
      '',
      '> one two three four',
      '> five six',
    ]);
  });

  it.each([
    ['code', '`one two three four five`'],
    ['an image', '![one two three](four.png "five six seven")'],
    ['the address and the title of a link', '[one](https://example.org/two "three four five")'],
  ])('parts no words of %s', (_, text) => {
    expect(wrapMarkdown(text, at(10))).toBe(text);
  });

  it.each([
    '# one two three four',
    '| one two | three four |\n| --- | --- |\n| 1 | 2 |',
    '    one two three four',
    '[a]: https://example.org/one "two three"',
  ])('leaves %j as it is', (text) => {
    expect(wrapMarkdown(text, at(10))).toBe(text);
  });

  it.each([
    ['we count up to 1. and no', 'we count', 'up to 1.', 'and no'],
    ['one and two - or three', 'one and', 'two - or', 'three'],
    ['it weighs # of all', 'it', 'weighs #', 'of all'],
    ['the sum is 2 > 1 here', 'the sum', 'is 2 > 1', 'here'],
    ['all of it === or not', 'all of', 'it ===', 'or not'],
  ])('begins no line of %j with what would be structure', (text, ...lines) => {
    expect(wrapMarkdown(text, at(8)).split('\n')).toEqual(lines);
  });

  it('puts each sentence on a line of its own', () => {
    const text = 'We use Go, e.g. Gin. It is fast! See Dr. Who (in part 2). Then `tea` follows.';
    expect(wrapMarkdown(text, { mode: 'sentences' }).split('\n')).toEqual([
      'We use Go, e.g. Gin.',
      'It is fast!',
      'See Dr. Who (in part 2).',
      'Then `tea` follows.',
    ]);
  });

  it('takes the lines of a broken draft together where the house breaks none, but not what was put below each other', () => {
    const draft =
      'We had three queues and a table, and nobody\nknew which of them told the truth.\n\nSun: tea\nMon: rum';
    expect(wrapMarkdown(draft, { mode: 'none' })).toBe(
      'We had three queues and a table, and nobody knew which of them told the truth.\n\nSun: tea\nMon: rum',
    );
  });

  it('keeps hard line breaks', () => {
    expect(wrapMarkdown('one two three\\\nfour five\nsix', at(9))).toBe('one two\nthree\\\nfour five\nsix');
    expect(wrapMarkdown('one two three  \nfour', at(9))).toBe('one two\nthree  \nfour');
  });

  it('counts the columns of wide characters twice only where the house does', () => {
    const text = '決定 事項 以下 採用';
    expect(wrapMarkdown(text, at(9))).toBe('決定 事項 以下\n採用');
    expect(wrapMarkdown(text, { mode: 'width', width: 9, countsWide: true })).toBe('決定 事項\n以下 採用');
  });
});

const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'tea.',
    'Sugar',
    '`a b c`',
    '[two words](x.md)',
    '**loud words**',
    '_so_',
    '1.',
    '2)',
    '-',
    '+',
    '#',
  ),
  fc.constantFrom(
    '>',
    '|',
    '| -',
    '===',
    '---',
    '```',
    '\\',
    '<div>',
    '&amp;',
    '[x]:',
    '決定',
    'https://example.org/a',
    '~~no~~',
    '!',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
const broken = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\n', '\\\n', '  \n')), { maxLength: 20 })
  .map((all) => all.flat().join(''));
const block = fc.oneof(
  words,
  broken,
  words.map((text) => `- ${text}\n- ${text}`),
  words.map((text) => `3. ${text}\n   - ${text}`),
  words.map((text) => `> ${text}`),
  words.map((text) => `> - ${text}`),
);
const markdown = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));
const wrapping: fc.Arbitrary<Wrapping> = fc.oneof(
  fc.record({ mode: fc.constant('width' as const), width: fc.integer({ min: 1, max: 60 }), countsWide: fc.boolean() }),
  fc.constant({ mode: 'sentences' } as const),
  fc.constant({ mode: 'none' } as const),
);

/** A tree in which white space in texts is all the same. */
const factsOf = (text: string) =>
  JSON.stringify(parseMarkdown(text), (key, value: unknown) =>
    key === 'position' ? undefined : typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value,
  );

describe('any Markdown, wrapped in any way', { timeout: 180_000 + runs * 1_000 }, () => {
  it('has the same nodes, but for the white space of texts', () => {
    fc.assert(
      fc.property(markdown, wrapping, (text, form) => {
        expect(factsOf(wrapMarkdown(text, form))).toBe(factsOf(text));
      }),
      { numRuns: runs },
    );
  });

  it('is the same when it is wrapped again', () => {
    fc.assert(
      fc.property(markdown, wrapping, (text, form) => {
        const once = wrapMarkdown(text, form);
        expect(wrapMarkdown(once, form)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  it('has no line that is too long, unless it is one word', () => {
    const plain = fc.array(fc.constantFrom('a', 'tea', 'sugar', 'chocolate', 'so-so', '3'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 60 }), (all, width) => {
        for (const line of wrapMarkdown(all.join(' '), at(width)).split('\n')) {
          expect(columnsOf(line, false) <= width || !line.includes(' ')).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('the line breaks of a house', () => {
  const prose =
    'We looked at three ways to keep the orders and the receipts together, and talked to everybody who is woken up when one of them is late. Nobody wants another server. The table is there, it is saved every night, and the four of us know how it fails.';
  const house = (form: Wrapping) =>
    [1, 2, 3].map((number) => ({
      name: `000${number}-x.md`,
      text: `# X\n\n## Context\n\n${wrapMarkdown(prose.repeat(number), form)}\n\n- ${wrapMarkdown(prose, form).replaceAll('\n', '\n  ')}\n\n## Decision\n\nYes.\n`,
    }));

  it.each([at(72), at(80), at(100), at(120), { mode: 'sentences' } as const, { mode: 'none' } as const])(
    'are learned: %j',
    (form) => {
      const { wrapping: learned } = learnStyle(house(form));
      expect(wrapMarkdown(prose, learned)).toBe(wrapMarkdown(prose, form));
      expect(learned?.mode).toBe(form.mode);
    },
  );

  it('are unknown where no paragraph is long', () => {
    expect(learnStyle([{ name: '0001-x.md', text: '# X\n\n## Context\n\nShort.\n' }]).wrapping).toBeUndefined();
  });
});
