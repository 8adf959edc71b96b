import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitLines } from '../../../src/slack/text/fit-lines.ts';

it('writes as many lines as fit', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (most, room) => {
      const written = fitLines(
        most,
        (lines) => 'x'.repeat(lines),
        (text) => text.length <= room,
      );
      expect(written).toHaveLength(Math.min(most, room));
    }),
  );
});

it('writes none when nothing fits', () => {
  expect(
    fitLines(
      3,
      (lines) => `${lines} lines`,
      () => false,
    ),
  ).toBe('0 lines');
});
