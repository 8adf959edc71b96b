import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import {
  button,
  choice,
  context,
  formatDate,
  header,
  plain,
  row,
  shorten,
  unescapeText,
} from '../../../src/slack/text/blocks.ts';
import { paragraph, printed, splitPrint, writeFallback } from '../../../src/slack/text/words.ts';
import { bold, code, emoji, link, say } from '../../../src/words/say.ts';

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly so', 10, 'exactly so'],
    ['a bit too long', 10, 'a bit too…'],
    ['a bit 🎉 too', 8, 'a bit…'],
    ['a b', 2, 'a…'],
  ])('%j to %d: %j', (text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });

  it('never goes beyond the limit, and cuts no emoji in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const cut = shorten(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('unescapeText', () => {
  it('restores what Slack escaped, even if somebody typed an entity', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, fc.constantFrom('&lt;', '&amp;amp;', '<a & b>')), (typed) => {
        const text = typed.replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
        expect(unescapeText(writeFallback(say`${text}`))).toBe(text);
      }),
    );
  });
});

describe('formatDate', () => {
  it('is each reader’s own time, with UTC for clients that can’t', () => {
    expect(formatDate(new Date('2026-11-27T17:00:00.999Z'))).toBe(
      '<!date^1795798800^{date_short_pretty}, {time}|2026-11-27 17:00 UTC>',
    );
  });
});

describe('small print', () => {
  it('shows a text as it is, and our own words with marks, links and moments', () => {
    const record = printed(link('https://example.com/a|b>c', 'Open'));
    const status = printed(say`${bold('Accepted')} ${new Date(0)}, ${3} votes, ${code('<x>')} ${emoji('tada')}`);
    expect(context('*Zoe* <!channel>', '', status, record)).toEqual({
      type: 'context',
      elements: [
        { type: 'plain_text', text: '*Zoe* <!channel>', emoji: false },
        {
          type: 'mrkdwn',
          text: '*Accepted* <!date^0^{date_short_pretty}, {time}|1970-01-01 00:00 UTC>, 3 votes, `&lt;x&gt;` :tada:',
          verbatim: true,
        },
        { type: 'mrkdwn', text: '<https://example.com/a%7Cb%3Ec|Open>', verbatim: true },
      ],
    });
  });
});

describe('small print with somebody’s words', () => {
  it('has them in parts of their own', () => {
    expect(splitPrint(say`${'*Zoe* <!channel>'} moved it: it was ${new Date(0)}`)).toEqual([
      '*Zoe* <!channel> moved it: it was',
      { type: 'mrkdwn', text: '<!date^0^{date_short_pretty}, {time}|1970-01-01 00:00 UTC>' },
    ]);
  });
});

describe('plain text', () => {
  it('has no emoji codes', () => {
    expect(plain(':tada:')).toEqual({ type: 'plain_text', text: ':tada:', emoji: false });
  });
});

describe('blocks of any text', () => {
  it('are within Slack’s limits', () => {
    const long = fc.oneof(
      nastyText,
      fc.constantFrom('&', '<', '字', '🎉').map((piece) => piece.repeat(4_000)),
    );
    fc.assert(
      fc.property(long, (text) => {
        const words = `x${text}`;
        const menu = { type: 'static_select' as const, action_id: 'a', options: [choice(words, 'v')] };
        for (const block of [header(words), paragraph(words), context(words), row(words, button('a', 'Show'))]) {
          expect(validateMessage({ text: 'x', blocks: [block] })).toEqual([]);
        }
        expect(validateMessage({ text: 'x', blocks: [{ type: 'actions', elements: [menu] }] })).toEqual([]);
      }),
    );
  });
});
