import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';
import type { RichTextElement } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { CardExcerpts } from '../../../src/slack/card/card-excerpt.ts';

function shown(elements: readonly RichTextElement[]): string {
  return elements
    .map((element) => ('text' in element && element.text) || ('url' in element ? element.url : ''))
    .join('');
}

describe('CardExcerpts', () => {
  it('is the right excerpt, however often and in whatever order texts are shown', () => {
    const anyText = fc.record({ markdown: fc.oneof(nastyText, fc.constantFrom('', '**a**')), limit: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
        const excerpts = new CardExcerpts();
        for (const { markdown, limit } of [...texts, ...texts.toReversed()]) {
          expect(shown(excerpts.of('markdown', markdown, limit))).toBe(plainExcerpt(markdown, limit));
        }
      }),
    );
  });

  it('is right for more texts than it keeps, and for a very long one', () => {
    const excerpts = new CardExcerpts();
    const texts = Array.from({ length: 2_000 }, (_, index) => `Service *${index}*`);
    for (const text of [...texts, ...texts])
      expect(shown(excerpts.of('markdown', text, 100))).toBe(plainExcerpt(text, 100));
    const long = 'word '.repeat(5_000);
    expect(shown(excerpts.of('markdown', long, 9))).toBe('word…');
    expect(shown(excerpts.of('markdown', long, 300))).toBe(plainExcerpt(long, 300));
    expect(shown(excerpts.of('markdown', `More ${long}`, 12))).toBe('More word…');
    expect(shown(excerpts.of('markdown', long, 9))).toBe('word…');
  });

  it('keeps styles, code and links, as they are written or typed', () => {
    const excerpts = new CardExcerpts();
    expect(excerpts.of('markdown', '- `a`\n- [b](https://x.y)', 20)).toEqual([
      { type: 'text', text: 'a', style: { code: true } },
      { type: 'text', text: '; ' },
      { type: 'link', url: 'https://x.y', text: 'b' },
    ]);
    expect(excerpts.of('typed', '*a b* c', 3)).toEqual([
      { type: 'text', text: 'a', style: { bold: true } },
      { type: 'text', text: '…' },
    ]);
  });
});
