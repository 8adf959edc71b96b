import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock, RichTextElement } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { longestShown, paginate, preformattedBlocks, renderPages } from '../../../src/slack/find/adr-pages.ts';
import { pageView, turnCounted } from '../../../src/slack/form/page.ts';
import { context, header } from '../../../src/slack/text/blocks.ts';
import { en } from '../../../src/words/en/en.ts';
import { readBlocks } from '../readable.ts';

const nowhere = () => undefined;

/** The faults that Slack would find in the modal of each page. */
function faultsOf(pages: readonly KnownBlock[][]): object[] {
  return pages.flatMap((blocks, page) =>
    validateView(
      pageView(en, {
        title: 'ADR 0007',
        callback: 'adr',
        about: { adrId: 7, channelId: 'C1' },
        head: [header('x'.repeat(150)), context('y'.repeat(2_000))],
        blocks,
        ...turnCounted(page, pages.length),
      }),
    ),
  );
}

function wordsIn(pages: readonly KnownBlock[][]): string {
  const inline = (element: RichTextElement) =>
    element.type === 'text' ? element.text : element.type === 'link' ? (element.text ?? element.url) : '';
  return pages
    .flat()
    .flatMap((block) => {
      if (block.type === 'header') return [block.text.text];
      if (block.type !== 'rich_text') return [];
      return block.elements.flatMap((part) =>
        part.type === 'rich_text_list'
          ? part.elements.flatMap(({ elements }) => elements.map(inline))
          : part.elements.map(inline),
      );
    })
    .join('');
}

const withoutBlanks = (text: string) => text.replaceAll(/\s+/g, '');

const example = `---
status: accepted
date: 2026-03-02
---
<!-- markdownlint-disable -->
# 7. Keep traces in PostgreSQL

## Context

Traces come **by the thousand**, see [the load test][load] and
[ADR 3](0003-use-go.md). <!-- to be measured again -->

![How it flows](img/flow.png)

* one
  * one and a half
* two

3. three
4. four

| store | writes |
| ----- | -----: |
| heap  | 10     |

\`\`\`sql
select 1
\`\`\`

> It has to be fast.

---

### Consequences

- [x] done
- [ ] <b>not</b> done

[load]: https://example.com/load
`;

const inRepository = (url: string) => (URL.canParse(url) ? undefined : `https://git.example.com/decisions/${url}`);

describe('renderPages', () => {
  it('shows all of Markdown in Slack’s own forms', async () => {
    const [page = [], ...rest] = renderPages(en, example, inRepository);
    expect(rest).toEqual([]);
    await expect(readBlocks(page)).toMatchFileSnapshot('adr-pages.golden.txt');
  });

  it('follows the links of the file', () => {
    const written = JSON.stringify(renderPages(en, example, inRepository));
    for (const url of ['https://example.com/load', 'https://git.example.com/decisions/0003-use-go.md'])
      expect(written).toContain(`"url":"${url}"`);
    expect(written).toContain(
      '{"type":"link","url":"https://git.example.com/decisions/img/flow.png","text":"How it flows"}',
    );
    expect(JSON.stringify(renderPages(en, example, nowhere))).not.toContain('0003-use-go.md');
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n\t'],
    ['a comment that never ends', '<!-- x\n\ny'],
    ['a front matter alone', '---\nstatus: x\n---\n'],
    ['a title alone', '# x'],
    ['quotes too deep to read', '>'.repeat(3_000)],
    [
      'lists too deep for Slack',
      Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- ${level}`).join('\n'),
    ],
    ['a long word', 'x'.repeat(50_000)],
    ['emoji without a blank', '🎉'.repeat(25_000)],
    ['letters that grow when they are encoded', '"\\ש'.repeat(10_000)],
    ['a list of long items', `- ${'word '.repeat(3_000)}\n`.repeat(5)],
    ['an ordered list of many items', Array.from({ length: 3_000 }, (_, index) => `${index + 5}. x`).join('\n')],
    ['changes of style', 'a**b**'.repeat(800)],
    ['more changes of style than can be read', 'a**b**'.repeat(10_000)],
    ['links that never end', '['.repeat(50_000)],
    ['long code', '```\n'.concat('let it = be\n'.repeat(6_000), '```')],
    ['a long quote', '> x y z\n'.repeat(9_000)],
    ['a wide table', `|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${`|${'b|'.repeat(400)}\n`.repeat(40)}`],
    ['a thousand headings', '## x\n\n'.repeat(1_000)],
    ['a thousand rules', '***\n\n'.repeat(1_000)],
    ['a heading too long for one', `# ${'x '.repeat(2_000)}`],
    ['a link longer than any', `[x](https://example.com/${'y'.repeat(30_000)})`],
    ['a long link with long words', `[${'words '.repeat(3_000)}](https://example.com/${'y'.repeat(1_500)})`],
    ['characters that Slack does not take', '\u0000\u0008\ud800x\udc00\u202ey\ufeff'],
  ])('%s is pages that Slack takes', (_, markdown) => {
    const pages = renderPages(en, markdown, nowhere);
    expect(pages.length).toBeGreaterThan(0);
    expect(faultsOf(pages)).toEqual([]);
  });

  it('any Markdown becomes pages that Slack accepts', () => {
    const huge = fc.tuple(nastyText, fc.constantFrom(1, 40, 400)).map(([text, times]) => text.repeat(times));
    const anyMarkdown = fc.array(huge, { maxLength: 5 }).map((texts) => texts.join('\n\n').slice(0, 20_000));
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        expect(faultsOf(renderPages(en, markdown, inRepository))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no word out, and keeps their order', () => {
    const words = fc.array(fc.lorem({ maxCount: 200, mode: 'words' }), { minLength: 1, maxLength: 60 });
    const form = fc.constantFrom('', '> ', '- ', '1. ', '    ', '### ');
    fc.assert(
      fc.property(words, form, (paragraphs, lead) => {
        const markdown = paragraphs.map((text) => `${lead}${text}`).join('\n\n');
        const pages = renderPages(en, `Before.\n\n${markdown}`, nowhere);
        expect(withoutBlanks(wordsIn(pages))).toBe(withoutBlanks(`Before.${paragraphs.join('')}`));
      }),
      { numRuns: 40 },
    );
  });

  it('continues counting where an ordered list is split', () => {
    const markdown = Array.from({ length: 900 }, (_, index) => `${index + 1}. item`).join('\n');
    const lists = renderPages(en, markdown, nowhere)
      .flat()
      .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
      .flatMap((part) => (part.type === 'rich_text_list' ? [part] : []));
    let count = 0;
    for (const list of lists) {
      expect('offset' in list ? list.offset : 0).toBe(count);
      count += list.elements.length;
    }
    expect(count).toBe(900);
  });

  it('puts a heading on the page of what follows it', () => {
    const markdown = `## Part\n\n${'word '.repeat(500)}\n\n`.repeat(20);
    for (const page of renderPages(en, markdown, nowhere)) expect(page.at(-1)?.type).not.toBe('header');
  });

  it('says that there is more if a file is too long', () => {
    const pages = renderPages(en, 'word '.repeat(longestShown), nowhere);
    expect(readBlocks(pages.at(-1) ?? [])).toContain('The file is longer: this is its beginning.');
  });
});

describe('preformattedBlocks', () => {
  it('keeps every character', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 900, mode: 'sentences' }), (text) => {
        const pages = paginate(preformattedBlocks(text));
        expect(faultsOf(pages)).toEqual([]);
        expect(wordsIn(pages)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });
});
