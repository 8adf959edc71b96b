import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, joinParts } from '../../../src/slack/form/text-parts.ts';

const texts = (text: string) => cutText(text).map((part) => part.text);

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('\n', '\n\n', ' ', '\n\n\n', '😀'.repeat(1_400), 'x'.repeat(4_000), 'word '.repeat(300)),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('cutText', () => {
  it('leaves a text that fits into an input as it is', () => {
    expect(texts('')).toEqual([]);
    expect(texts('x'.repeat(3_000))).toHaveLength(1);
    expect(texts('x'.repeat(3_001))).toEqual(['x'.repeat(2_500), 'x'.repeat(501)]);
  });

  it('cuts between paragraphs, or else between lines, or else between words', () => {
    const [a, b] = ['a'.repeat(2_000), 'b'.repeat(2_000)];
    expect(cutText(`${a}\n\n${b}`)).toEqual([
      { text: a, gap: '\n\n' },
      { text: b, gap: '' },
    ]);
    expect(cutText(`${a}\nand\n${b}`)).toEqual([
      { text: `${a}\nand`, gap: '\n' },
      { text: b, gap: '' },
    ]);
    expect(texts(`${a} ${b}`)).toEqual([a, b]);
  });

  it('cuts no character in two', () => {
    expect(texts(`x${'😀'.repeat(2_000)}`).every((text) => text.isWellFormed())).toBe(true);
  });

  it('returns pieces that fit into inputs, and that together are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = cutText(text);
        for (const part of parts) expect(part.text.length).toBeLessThanOrEqual(3_000);
        expect(
          joinParts(
            parts,
            parts.map((part) => part.text),
          ),
        ).toBe(text);
      }),
    );
  });
});

describe('joinParts', () => {
  const parts = [
    { text: 'one', gap: '\n\n' },
    { text: 'two', gap: '\n' },
    { text: 'three', gap: '' },
  ];

  it('takes each piece as it is typed now', () => {
    expect(joinParts(parts, ['one', 'two and a half', 'three'])).toBe('one\n\ntwo and a half\nthree');
  });

  it('leaves nothing of a piece that was emptied', () => {
    expect(joinParts(parts, ['one', ' ', 'three'])).toBe('one\n\nthree');
    expect(joinParts(parts, ['', '', ''])).toBe('');
  });
});
