import { forPieces } from '@gavel/adr/markdown/parsers.ts';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';

const runs = 500 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** A parser with all constructs. */
const whole = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).freeze();

// They look for addresses once more.
function withoutTransforms(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

const addresses = ['me@example.org', '@', 'www.', 'WWW.example.org', 'ww', 'https://', 'HTTP://x.org', 'http:', '://'];
const rows = ['|', '-|', '|-', ':-', '-:', '--', '---', ':', '| a |\n', '\n|---|\n', 'a\n-:\n', '- a\n  :-'];
const others = [
  '\t',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '*',
  '**',
  '~~',
  '`',
  '[',
  '](',
  ')',
  '<',
  '>',
  '&',
  '\\',
  '#',
  '[^a]',
];
const pieces = ['a', 'B', '0', '.', '_', '+', ' ', ' ', '\n', '\n', ...addresses, ...rows, ...others];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''));

describe('the parser for a text', () => {
  it('leaves out no construct that the text has', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(forPieces(text).parse(text)).toEqual(whole.parse(text));
      }),
      { numRuns: runs },
    );
  });

  it.each(dialectNames)('reads %s as one with all constructs does', (name) => {
    const text = readDialect(name);
    expect(forPieces(text).parse(text)).toEqual(whole.parse(text));
  });
});
