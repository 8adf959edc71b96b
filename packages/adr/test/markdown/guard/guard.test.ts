import { isLossless } from '@gavel/adr/doctor/report.ts';
import { readDraft } from '@gavel/adr/draft/read-draft.ts';
import { cuts, marks, mostRead } from '@gavel/adr/markdown/guard/budget.ts';
import { mostMarks } from '@gavel/adr/markdown/guard/costly-paragraphs.ts';
import type { ExceededLimit } from '@gavel/adr/markdown/guard/guard.ts';
import { deepest } from '@gavel/adr/markdown/guard/lines.ts';
import { countIn } from '@gavel/adr/markdown/guard/text-range.ts';
import { readMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../../dialects/read-dialect.ts';
import { monsters } from './monsters.ts';

/** How many inputs each property is tested with. `npm run test:long` uses more. */
const runs = 60 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** The work of parsing a text: marks in the fullest paragraph, nesting levels, lines visited per level, and items. */
function workFor(readable: string) {
  const work = { marks: 0, levels: 0, lookedAt: 0, items: 0 };
  const look = (node: Nodes, level: number): void => {
    const { start, end } = node.position ?? {};
    if (node.type === 'listItem') work.items += 1;
    work.levels = Math.max(work.levels, level);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      work.marks = Math.max(work.marks, countIn(readable.slice(start?.offset, end?.offset), marks));
    } else if ('children' in node) {
      const isLevel = node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition';
      if (isLevel) work.lookedAt += 1 + (end?.line ?? 0) - (start?.line ?? 0);
      for (const child of node.children) look(child, level + (isLevel ? 1 : 0));
    }
  };
  look(bare.parse(readable), 0);
  return work;
}

/** Checks what the guard lets through, and returns the limits that it reports. */
function checkGuard(text: string): readonly ExceededLimit[] {
  const { tree, readable, rest, exceededLimits } = readMarkdownFile(text);
  expect(readable.length + rest.length).toBe(text.length);
  expect(text.endsWith(rest)).toBe(true);
  expect(exceededLimits.length === 0).toBe(readable === text);
  const work = workFor(readable);
  expect(work.marks).toBeLessThanOrEqual(mostMarks);
  expect(work.levels).toBeLessThanOrEqual(deepest);
  expect(work.lookedAt).toBeLessThanOrEqual(mostRead.levels);
  expect(work.items).toBeLessThanOrEqual(mostRead.items);
  expect(readable.length).toBeLessThanOrEqual(mostRead.characters);
  expect(countIn(readable, cuts)).toBeLessThanOrEqual(mostRead.pieces + mostRead.lines);
  expect(countIn(readable, marks)).toBeLessThanOrEqual(mostRead.marks);
  // No placeholder is left in the tree.
  expect(/[\ue000-\uf8ff]/.test(JSON.stringify(tree))).toBe(/[\ue000-\uf8ff]/.test(text));
  return exceededLimits;
}

describe('the guard in front of the parser', { timeout: 180_000 + runs * 1_000 }, () => {
  it.each(Object.entries(monsters))(
    'limits %s to what can be parsed, reports it, and loses nothing',
    (_, [text, kind, line]) => {
      const exceededLimits = checkGuard(text);
      expect(exceededLimits.find((limit) => limit.kind === kind)).toEqual({ kind, line: line ?? expect.any(Number) });
      const code = { nesting: 'nested too deeply', marks: 'too many marks', length: 'text too long' }[kind];
      const adr = readAdr(text);
      expect(isLossless(adr, text)).toBe(true);
      expect(adr.warnings).toContainEqual(
        expect.objectContaining({ code, line: line ?? expect.any(Number), isError: false }),
      );
    },
  );

  it.each(Object.entries(monsters))('reads %s as an index entry and as a draft', (_, [text]) => {
    expect(readAdrEntry(text, '0001-t.md').number).toBe(1);
    expect(readDraft(text).warnings).not.toEqual([]);
  });

  it.each(dialectNames)('lets an ADR of %s through unchanged', (name) => {
    expect(readMarkdownFile(readDialect(name))).toMatchObject({ rest: '', exceededLimits: [] });
  });

  it('lets many marks in code, in a long list and in a long table through', () => {
    const code = `\`\`\`json\n${'{ "a": [1, "<b>"], "c_d": ["*"] },\n'.repeat(600)}\`\`\``;
    const list = '* **one** is [two](2.md)\n'.repeat(600);
    const table = `| a | b |\n| - | - |\n${'| **one** | [two](2.md) |\n'.repeat(600)}`;
    expect(readMarkdownFile(`# T\n\n${code}\n\n${list}\n\n${table}`).exceededLimits).toEqual([]);
  });

  it('keeps a paragraph with too many marks as text, and reads what comes after it', () => {
    const manyMarks = '[a] *b* <c> `d` '.repeat(200).trim();
    const { context, sections } = readAdr(`# T\n\n## Context\n\n${manyMarks}\n\n## Decision\n\nUse **tea**.\n`);
    expect(sections.map(({ name }) => name)).toEqual(['Context', 'Decision']);
    expect(context?.value).toBe(manyMarks);
    const { tree } = readMarkdownFile(manyMarks);
    expect(tree.children.map((node) => [node.type, textOf(node)])).toEqual([['paragraph', manyMarks]]);
  });

  it('does not see a blank line inside a CRLF', () => {
    checkGuard(`# T\r\n\r\n${'*a*\r\n'.repeat(900)}`);
    checkGuard('*a*\r'.repeat(900));
    checkGuard(`${'a\r'.repeat(3)}${'>'.repeat(500)} x`);
  });

  it('never confuses its placeholders with characters of the text', () => {
    const few = `${'\ue000 *a* \ue005 '.repeat(800)}\n\n> \ue001`;
    expect(textOf(readMarkdownFile(few).tree.children[0])).toBe(few.slice(0, few.indexOf('\n')).trim());
    const all = Array.from({ length: 0x1900 }, (_, index) => String.fromCharCode(0xe000 + index)).join('');
    const text = `${all}${'*a* '.repeat(800)}`;
    expect(readMarkdownFile(text)).toMatchObject({
      readable: '',
      rest: text,
      exceededLimits: [{ kind: 'length', line: 1 }],
    });
  });

  it('keeps white space that is no blank of Markdown at the end of what is read', () => {
    const text = `*${'\n---\na\u2028'.repeat(1_500)}`;
    expect(checkGuard(text)).toEqual([{ kind: 'length', line: expect.any(Number) }]);
    expect(isLossless(readAdr(text), text)).toBe(true);
  });

  it('limits any text to what can be parsed, and loses nothing', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**a**',
        '_a',
        '`',
        '``a',
        '[',
        ']',
        '[a](b)',
        '![',
        '<!--',
        '<a b="',
        '~~',
        '&amp;',
        '\\',
        '|',
        'word ',
      ],
      ...['\n', '\n\n', '\r\n', '\r', ' \n\n', '    ', '\t', '\n> ', '\n- ', '\n1. ', '>', '- ', '1) ', '[^a]: '],
      ...['\n```\n', '\n---\n', '\n|-|-|\n', '\n# ', '\n=\n', '\n<!--', '-->', '\n<div>\n', 'é\u2028', '\ue000', '\0'],
    );
    const monster = fc
      .array(fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 30, 300, 1_500)), {
        maxLength: 5,
      })
      .map((parts) => parts.map(([pieces, times]) => pieces.join('').repeat(times)).join(''));
    fc.assert(
      fc.property(monster, (text) => {
        checkGuard(text);
        expect(isLossless(readAdr(text), text)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
