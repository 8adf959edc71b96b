import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { markdownToTyped, markdownToTypedLine } from '@gavel/adr/typed/from-markdown.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../nasty-text.ts';

describe('a line of Markdown, as somebody would type it', () => {
  it.each([
    ['The burst fits: `pnpm i`', 'The burst fits: `pnpm i`'],
    ['**twice** as _fast_, ~~almost~~', '*twice* as _fast_, ~almost~'],
    ['***twice***', '_*twice*_'],
    ['see https://example.org/a_b', 'see https://example.org/a_b'],
    ['[the docs](https://example.org) say so', '<https://example.org|the docs> say so'],
    ['[ADR 3](0003-use-kafka.md) says so', '[ADR 3](0003-use-kafka.md) says so'],
    ['[x](javascript:alert(1)) says so', 'x says so'],
    ['![a chart](https://example.org/c.png)', '<https://example.org/c.png|a chart>'],
    ['[the docs][d] say so\n\n[d]: https://example.org', 'the docs say so'],
    ['2\\*3\\*4', '2*3*4'],
    ['call \\*args\\*', 'call \\*args\\*'],
    ['\\_\\_init\\_\\_ and snake_case', '__init__ and snake_case'],
    ['wrapped\nin the file', 'wrapped in the file'],
    ['* cheap\n* fast', 'cheap; fast'],
    ['a <b>x</b>', 'a <b>x</b>'],
  ])('%j', (markdown, typed) => {
    expect(markdownToTypedLine(markdown)).toBe(typed);
  });
});

describe('several blocks of Markdown, as somebody would type them', () => {
  it.each([
    ['## Costs\n\nNone, **so far**.', '*Costs*\n\nNone, *so far*.'],
    ['## Costs **now**', '*Costs now*'],
    ['* a\n  * b\n\n1. c', '- a\n   - b\n\n1. c'],
    ['> quoted', '> quoted'],
    ['```sql\nselect 1\n```', '```sql\nselect 1\n```'],
    ['| a | `b` |\n| - | - |\n| 1 | 2 |', 'a | `b`\n1 | 2'],
    ['one\\\ntwo\n\n---\n\nthree', 'one\ntwo\n\nthree'],
    ['<div>x</div>', '<div>x</div>'],
  ])('%j', (markdown, typed) => {
    expect(markdownToTyped(markdown)).toBe(typed);
  });
});

const runs = 300 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** The words, without backquotes: nobody can type one beside code. */
function wordsOf(nodes: Parameters<typeof textOf>[0]): string {
  return textOf(nodes).replaceAll('`', '');
}

describe('any typed text', { timeout: 180_000 + runs * 1_000 }, () => {
  it('means the same after a way through Markdown', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const markdown = blocksToMarkdown(embedTyped(typed));
        expect(wordsOf(parseTyped(markdownToTyped(markdown)))).toBe(wordsOf(parseMarkdown(markdown)));
        const line = typedLine(typed);
        expect(wordsOf(parseTypedLine(markdownToTypedLine(line)))).toBe(wordsOf(parseMarkdown(line)));
      }),
      { numRuns: runs },
    );
  });
});
