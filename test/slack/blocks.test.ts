import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../src/local-slack/block-kit/validate.ts';
import {
  choice,
  context,
  escapeMrkdwn,
  formatDate,
  header,
  link,
  plain,
  section,
  shorten,
  shortenMrkdwn,
  unescapeText,
} from '../../src/slack/blocks.ts';
import { nastyText } from '../adr/nasty-text.ts';

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
  it('gives back what Slack escaped, also where somebody typed an entity', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, fc.constantFrom('&lt;', '&amp;amp;', '<a & b>')), (text) => {
        expect(unescapeText(escapeMrkdwn(text))).toBe(text);
      }),
    );
  });
});

describe('shortenMrkdwn', () => {
  it.each([
    ['a &amp; b', 20, 'a &amp; b'],
    ['fish &amp; chips', 9, 'fish…'],
    ['fish &amp; chips', 12, 'fish &amp;…'],
    ['see <https://example.com|the record>', 20, 'see…'],
    ['until <!date^1795798800^{date}|27 Nov>, then', 30, 'until…'],
  ])('%j to %d: %j', (text, limit, expected) => {
    expect(shortenMrkdwn(text, limit)).toBe(expected);
  });

  it('leaves every link and every escaped character whole', () => {
    const piece = fc.oneof(
      nastyText.map(escapeMrkdwn),
      nastyText.map((text) => link('https://example.com/a', text)),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.integer({ min: 1, max: 200 }), (pieces, limit) => {
        const cut = shortenMrkdwn(pieces.join(' '), limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        const rest = cut.replaceAll(/<[^<>]*>/g, '').replaceAll(/&(amp|lt|gt);/g, '');
        expect(rest).not.toMatch(/[<>&]/);
      }),
    );
  });
});

describe('escapeMrkdwn', () => {
  it('leaves nothing that could come to life, and loses nothing', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(escaped).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
        expect(escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
      }),
    );
  });
});

describe('formatDate', () => {
  it('is each reader’s own time, with UTC for clients that can’t', () => {
    expect(formatDate(new Date('2026-11-27T17:00:00.999Z'))).toBe(
      '<!date^1795798800^{date_short_pretty} at {time}|2026-11-27 17:00 UTC>',
    );
  });
});

describe('link', () => {
  it('lets neither its address nor its text end it early', () => {
    expect(link('https://example.com/a|b>c', '<!channel> | x>')).toBe(
      '<https://example.com/a%7Cb%3Ec|&lt;!channel&gt; | x&gt;>',
    );
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
        for (const block of [header(words), section(escapeMrkdwn(words)), context(escapeMrkdwn(words))]) {
          expect(validateMessage({ text: 'x', blocks: [block] })).toEqual([]);
        }
        expect(validateMessage({ text: 'x', blocks: [{ type: 'actions', elements: [menu] }] })).toEqual([]);
      }),
    );
  });
});
