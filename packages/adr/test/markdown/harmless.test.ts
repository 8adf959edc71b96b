import { harmlessBlocks, harmlessMarkdown } from '@gavel/adr/markdown/harmless.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findActs } from '../description-tokens.ts';
import { textForForges } from '../forge-tokens.ts';
import { nastyText } from '../nasty-text.ts';

const written = (markdown: string) => blocksToMarkdown(harmlessMarkdown(markdown));
const typed = (text: string) => blocksToMarkdown(harmlessBlocks(parseTyped(text)));

const kept: readonly string[] = [
  'A [link](https://example.org/guide#install), `@types/node`, **bold**, _so_ and ~~not so~~.',
  'See https://medium.com/@ana/go.',
  '* one\n* two\n  * three\n\n1. four',
  '> A quotation.',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '```ts\nconst a = b[1];\n```',
  'It costs $100! R&D is at 50%, a_b.',
  '***',
];

const changed: readonly (readonly [markdown: string, harmless: string])[] = [
  ['Ask @ana and @team/core: closes #12.', 'Ask @ ana and @ team/core: closes # 12.'],
  ['`Closes #12` and `fixes SHOP-1`', '`Closes “#12”` and `fixes “SHOP-1”`'],
  ['# A heading\n\nSub **bold**\n===', '**A heading**\n\n**Sub bold**'],
  ['![A picture](https://example.org/a.png) ![](b.png)', '[A picture](https://example.org/a.png)'],
  ['[![CI](https://ci.example/a.svg)](https://ci.example)', '[CI](https://ci.example)'],
  [
    '<details><summary>More</summary>\n\nx\n\n</details>',
    '\\<details>\\<summary>More\\</summary>\n\nx\n\n\\</details>',
  ],
  ['/merge\n/label ~bug', '`/merge`\n`/label` ~bug'],
  ['/etc/hosts stays', '`/etc/hosts` stays'],
  ['```\n/merge\n```', '```\n /merge\n```'],
  ['* [ ] one\n* [x] two', '* ☐ one\n* ☑ two'],
  ['See [that](https://github.com/a/b/issues/1).', 'See that `github.com/a/b/issues/1`.'],
  ['Fixes https://github.com/a/b/issues/1', 'Fixes `github.com/a/b/issues/1`'],
  ['```mermaid\ngraph\n```', '```\ngraph\n```'],
  ['[a][1] and [^n].\n\n[1]: https://example.org\n\n[^n]: Note.', '[a](https://example.org) and (n).\n\nNote.'],
  ['[a](javascript:x) [b](../b.md)', 'a b'],
  ['> [!NOTE]\n> x', '> (!NOTE)\n> x'],
  ['[[_TOC_]]', '((_TOC_))'],
];

describe('Markdown for the description of a review', () => {
  it.each(kept)('keeps %j', (markdown) => {
    expect(written(markdown)).toBe(markdown);
  });

  it.each(changed)('says %j only to people', (markdown, harmless) => {
    expect(written(markdown)).toBe(harmless);
    expect(findActs(written(markdown))).toEqual([]);
  });

  it('has nothing for a forge in it, whatever somebody wrote', () => {
    const hostile = fc
      .array(
        fc.oneof(
          textForForges,
          nastyText,
          fc.constantFrom('/merge', '\n/label ~x', '* [x] ', '<details>', '![', '](a)', '```\n', '`', '**', '> '),
        ),
        { maxLength: 6 },
      )
      .chain((all) => fc.constantFrom('', ' ', '\n', '\n\n').map((glue) => all.join(glue)));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(findActs(written(text))).toEqual([]);
        expect(findActs(typed(text))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
