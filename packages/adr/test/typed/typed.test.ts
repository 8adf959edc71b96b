import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { haveSameNodes } from '@gavel/adr/markdown/same-nodes.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import { writeTyped } from '@gavel/adr/typed/write-typed.ts';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../nasty-text.ts';

describe('a typed line in an ADR', () => {
  it('may have any number of backslashes', () => {
    const line = `${'\\\\'.repeat(50_000)}- tea`;
    expect(textOf({ type: 'root', children: parseTyped(line) })).toContain('- tea');
  });

  it.each([
    ['The burst fits: `pnpm i`', 'The burst fits: `pnpm i`'],
    ['*twice* as _fast_, ~almost~', '**twice** as _fast_, ~~almost~~'],
    ['**twice** as fast', '**twice** as fast'],
    ['see https://example.org/a_b?c=d#e.', 'see https://example.org/a_b?c=d#e.'],
    ['(https://example.org/a_(b))', '(<https://example.org/a_(b)>)'],
    ['<https://example.org|the docs> say so', '[the docs](https://example.org) say so'],
    ['[the docs](https://example.org) say so', '[the docs](https://example.org) say so'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['mail ana@example.org', 'mail ana@example.org'],
    ['see www.example.org', 'see www.example.org'],
    ['snake_case, R&D, ~5 ms, 3 * 4, a[0] and C#', 'snake_case, R&D, ~5 ms, 3 * 4, a[0] and C#'],
    ['2*3*4', '2\\*3\\*4'],
    ['__init__', '\\_\\_init\\_\\_'],
    ['List<T> and <b>x</b>', 'List\\<T> and \\<b>x\\</b>'],
    ['# no heading', '\\# no heading'],
    ['#1234 is closed', '#1234 is closed'],
    ['1. no list', '1\\. no list'],
    ['--- no rule', '--- no rule'],
    ['@ana and @types/node', '`@ana` and `@types/node`'],
    ['`#`@c and `a``b`', '`#@c` and `a``b`'],
    ['[x](javascript:alert(1))', '\\[x]\\(javascript:alert(1))'],
    ['<javascript:x|y>', '\\<javascript:x|y>'],
    ['\\*no style\\*', '\\*no style\\*'],
    ['a *b', 'a *b'],
    ['*b', '\\*b'],
  ])('%s', (typed, written) => {
    expect(typedLine(typed)).toBe(written);
  });

  it('does not join marks with those of another text on its line', () => {
    const line = `${typedLine('a *b')} ${typedLine('c* d')}, ${typedLine('_x')} ${typedLine('y_')}`;
    expect(textOf(parseMarkdown(line))).toBe('a *b c* d, _x y_');
  });
});

describe('several typed lines in an ADR', () => {
  it.each([
    ['one\ntwo\n\nthree', 'one\\\ntwo\n\nthree'],
    ['- a\n- b\n  - c\n\n1. d\n2) e', '* a\n* b\n  * c\n\n1. d\n2. e'],
    ['• a\n• `b`', '* a\n* `b`'],
    ['> quoted\n> twice\n\n> 99 %', '> quoted\\\n> twice\n\n\\> 99 %'],
    ['```\n# a\n```', '```\n# a\n```'],
    ['```a\nb```', '```\na\nb\n```'],
    ['```sql\nselect 1\n```', '```sql\nselect 1\n```'],
    ['```\nnever closed', '\\`\\`\\`\\\nnever closed'],
    ['# no heading\n===\n<b>', '\\# no heading\\\n===\\\n\\<b>'],
    ['\\- no item', '\\- no item'],
  ])('%j', (typed, written) => {
    expect(blocksToMarkdown(embedTyped(typed))).toBe(written);
  });
});

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? [...node.children].flatMap(nodesOf) : [])];
}

const allowed: readonly Nodes['type'][] = [
  ...(['paragraph', 'text', 'break', 'strong', 'emphasis', 'delete', 'inlineCode', 'link'] as const),
  ...(['list', 'listItem', 'blockquote', 'code'] as const),
];

const runs = 300 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('any typed text', { timeout: 180_000 + runs * 1_000 }, () => {
  it('has in Markdown the structure that it was read with, and no other', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const blocks = embedTyped(typed);
        const again = parseMarkdown(blocksToMarkdown(blocks)).children;
        expect(again.flatMap(nodesOf).filter(({ type }) => !allowed.includes(type))).toEqual([]);
        expect(textOf(again)).toBe(textOf(blocks));
        expect(kinds(again)).toEqual(kinds(blocks));
      }),
      { numRuns: runs },
    );
  });

  it('is read the same when it is typed again as it would be written', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const once = writeTyped(parseTyped(typed));
        expect(writeTyped(parseTyped(once))).toBe(once);
        expect(textOf(parseTyped(once))).toBe(textOf(parseTyped(typed)));
      }),
      { numRuns: runs },
    );
  });

  it('changes no other text on its line', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (one, other) => {
        const parts = [one, other].map((typed) => ({ markdown: typedLine(typed), nodes: parseTypedLine(typed) }));
        const tree = parseMarkdown(`x ${parts.map(({ markdown }) => markdown).join(' x ')} x`);
        expect(textOf(tree)).toBe(`x ${parts.map(({ nodes }) => textOf(nodes)).join(' x ')} x`);
        expect(tree.children).toHaveLength(1);
      }),
      { numRuns: runs },
    );
  });
});

function kinds(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap(nodesOf).map((node) => (node.type === 'link' ? `link ${node.url}` : node.type));
}

describe('haveSameNodes', () => {
  it('ignores positions', () => {
    expect(haveSameNodes(parseMarkdown('a').children, parseTyped('a'))).toBe(true);
  });
});
