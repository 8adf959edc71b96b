import { toPlainLine, toPlainText } from '@gavel/adr/text/plain-text.ts';
import { describe, expect, it } from 'vitest';

describe('toPlainText', () => {
  it.each([
    ['**Go** and `x`, [here](y.md) ![a tree](t.png)', 'Go and x, here a tree'],
    ['one\\\ntwo\n\nthree', 'one\ntwo\n\nthree'],
    ['* a\n  * b\n* c', '- a\n  - b\n- c'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['| a | b |\n|---|---|\n| c | d |', 'a | b\nc | d'],
    ['```\ncode\n```', 'code'],
    ['> quoted\n>\n> twice', 'quoted\n\ntwice'],
    ['a \\* b &amp; c', 'a * b & c'],
    ['x <kbd>y</kbd>', 'x <kbd>y</kbd>'],
  ])('gives the words of %j', (markdown, words) => {
    expect(toPlainText(markdown)).toBe(words);
  });

  it('writes plain text on one line', () => {
    expect(toPlainLine('a\n\n* b')).toBe('a - b');
  });
});
