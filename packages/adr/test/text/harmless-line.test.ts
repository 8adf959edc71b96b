import { harmlessLine, harmlessSubject } from '@gavel/adr/text/harmless-line.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actedOnIn, textForForges } from '../forge-tokens.ts';

const texts: readonly (readonly [text: string, harmless: string])[] = [
  ['Ask @torvalds? closes #1 [skip ci]', 'Ask @ torvalds? closes # 1 (skip ci)'],
  ['@team/core and (@ben), a@b.example', '@ team/core and (@ ben), a@b.example'],
  ['cc/@ben, https://x.example/,@ben', 'cc/@ ben, https://x.example/,@ ben'],
  ['#https://1/issues/2 (https://a/b/issues/3)', '- # 1/issues/2 (a/b/issues/3)'],
  ['a@b.example@alice', 'a@b.example@ alice'],
  ['Use @types/node', 'Use @ types/node'],
  ['Fixes: team/shop#12, C#7 and AB#3', 'Fixes: team/shop# 12, C# 7 and AB# 3'],
  ['Resolves GH-26 and gl-3', 'Resolves GH 26 and gl 3'],
  ['Closing issues #1, #2 and #3', 'Closing issues # 1, # 2 and # 3'],
  ['Closes SHOP-12, implements issue shop-13', 'Closes “SHOP-12”, implements issue “shop-13”'],
  ['SHOP-12 #close #time 2w', 'SHOP-12 # close # time 2w'],
  ['fix https://github.com/team/shop/issues/1#x', 'fix github.com/team/shop/issues/1# x'],
  ['See https://gitlab.com/team/shop/-/merge_requests/7.', 'See gitlab.com/team/shop/-/merge_requests/7.'],
  ['Undo !12 of &3', 'Undo ! 12 of & 3'],
  [
    '[CI SKIP] [skip travis] [netlify skip] [no ci] [issue:12]',
    '(CI SKIP) (skip travis) (netlify skip) (no ci) (issue:12)',
  ],
  ['[[skip ci]]', '[(skip ci)]'],
  ['[skip\r\nci]', '(skip ci)'],
  ['***NO_CI*** or ****no_ci****', '*NO_CI* or *no_ci*'],
  ['Go --skip-ci', 'Go -- skip-ci'],
  ['skip-checks: true', '- skip-checks: true'],
  ['Co-authored-by: Ben <ben@example.org>', '- Co-authored-by: Ben <ben@example.org>'],
  ['# x', '- # x'],
  ['/close', '- /close'],
  ['a\0b\u202ec\u2066d', 'a bcd'],
];

const untouched: readonly string[] = [
  'Use Go (not C#, not F#)',
  'Spend $100! R&D at 50%: 3 of 4',
  'ben@example.org decides',
  '[RFC] Choose the language',
  'SHOP-12: close the gap, fix what is slow',
  'Accepted: 2 of 2 deciders voted.',
  '- Go: 2 votes (Alice, Ben)',
  'See https://example.org/guide#install and https://www.npmjs.com/package/@types/node',
  'Skip the cache',
  '日本語 ünïcode 👍🏽 שלום',
];

describe('harmlessLine', () => {
  it.each(texts)('gives %j a meaning only for people', (text, harmless) => {
    expect(harmlessLine(text)).toBe(harmless);
  });

  it.each(untouched)('leaves alone %j', (text) => {
    expect(harmlessLine(text)).toBe(text);
    expect(harmlessSubject(text)).toBe(text);
  });

  it.each(Object.entries(actedOnIn))('has nothing for %s in it, whatever the text', (_, pattern) => {
    fc.assert(
      fc.property(textForForges, (text) => {
        expect(harmlessLine(text)).not.toMatch(pattern);
        expect(harmlessSubject(text)).not.toMatch(pattern);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every word in its place', () => {
    const words = (text: string) =>
      (
        text
          .toWellFormed()
          .replaceAll(/https?:\/\/|[\u202a-\u202e\u2066-\u2069\ufeff]/giu, '')
          .match(/[\p{L}\p{N}]/gu) ?? []
      ).join('');
    fc.assert(
      fc.property(textForForges, (text) => {
        expect(words(harmlessLine(text))).toEqual(words(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('harmlessSubject', () => {
  it('is cut at a word, and never within a character', () => {
    expect(harmlessSubject('word '.repeat(100))).toMatch(/^(?:word )+word…$/u);
    fc.assert(
      fc.property(textForForges, fc.nat(300), (text, more) => {
        const subject = harmlessSubject(`${'x'.repeat(more)}${text}👍`.repeat(9));
        expect(subject.length).toBeLessThanOrEqual(250);
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });
});
