import { plainExcerpt } from '@gavel/adr/text/excerpt.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { CardExcerpts } from '../../../src/slack/card/card-excerpt.ts';

describe('CardExcerpts', () => {
  it('is the right excerpt, however often and in whatever order texts are shown', () => {
    const shown = fc.record({ markdown: fc.oneof(nastyText, fc.constantFrom('', '**a**')), limit: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(shown, { maxLength: 8 }), (texts) => {
        const excerpts = new CardExcerpts();
        for (const { markdown, limit } of [...texts, ...texts.toReversed()]) {
          expect(excerpts.of(markdown, limit)).toBe(plainExcerpt(markdown, limit));
        }
      }),
    );
  });

  it('is right for more texts than it keeps, and for a very long one', () => {
    const excerpts = new CardExcerpts();
    const texts = Array.from({ length: 500 }, (_, index) => `Service *${index}*`);
    for (const text of [...texts, ...texts]) expect(excerpts.of(text, 100)).toBe(plainExcerpt(text, 100));
    const long = 'word '.repeat(5_000);
    expect(excerpts.of(long, 9)).toBe('word…');
    expect(excerpts.of(long, 300)).toBe(plainExcerpt(long, 300));
    expect(excerpts.of(`More ${long}`, 12)).toBe('More word…');
    expect(excerpts.of(long, 9)).toBe('word…');
  });
});
