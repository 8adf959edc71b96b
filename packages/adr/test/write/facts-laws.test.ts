import type { Point } from '@gavel/adr/content/content.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../facts.ts';
import { inDialect, inLanguage } from './any-decision.ts';

/** The facts of a file with all white space alike, and without bold marks: a house may have its options in bold. */
function readFacts(text: string): ReturnType<typeof factsOf> {
  return JSON.parse(
    JSON.stringify(factsOf(readAdr(text, '0005-x.md')))
      .replaceAll(/(?:\s|\\n)+/g, ' ')
      .replaceAll('**', ''),
  );
}

const plain = (text: string) => text.replaceAll('**', '');

const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('a decision in any house, in any of its languages', { timeout: 180_000 + runs * 1_000 }, () => {
  it('says what was decided', () => {
    fc.assert(
      fc.property(inLanguage, ({ content, style, wrapping }) => {
        const written = writeNewAdr(content, { ...style, wrapping });
        const { options, consequences, chosen, reason, title, ...metadata } = readFacts(written);
        const said = (points: readonly Point[]) => points.map(({ kind, text }) => `${kind} ${plain(text)}`);
        expect({ written, title, consequences }).toEqual({
          written,
          title: plain(content.title),
          consequences: said(content.consequences),
        });
        expect({ written, ...metadata }).toMatchObject({ written, statuses: ['accepted'], date: '2026-11-09' });
        expect({ written, options }).toEqual({
          written,
          options: content.options.map((one) => ({
            name: plain(one.title),
            isChosen: one.isChosen,
            points: said(one.points),
          })),
        });
        if (style.sections.some(({ outcome }) => outcome !== undefined)) {
          expect({ written, chosen, reason }).toEqual({
            written,
            chosen: plain(content.outcome?.chosen ?? ''),
            reason: plain(content.outcome?.reason ?? ''),
          });
        }
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ['in any language', inLanguage],
    ['in any dialect', inDialect],
  ])('says the same however its lines are broken, %s', (_, all) => {
    fc.assert(
      fc.property(all, ({ content, style, wrapping }) => {
        const written = writeNewAdr(content, { ...style, wrapping });
        const unbroken = writeNewAdr(content, { ...style, wrapping: undefined });
        expect({ written, ...readFacts(written) }).toEqual({ written, ...readFacts(unbroken) });
      }),
      { numRuns: runs },
    );
  });
});
