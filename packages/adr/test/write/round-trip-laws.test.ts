import type { AdrContent, AdrOption, Point } from '@gavel/adr/content/content.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import { isLossless } from '@gavel/adr/doctor/report.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';

const word = fc.constantFrom(
  'tea',
  'cups',
  'the pot',
  'water',
  'a **kettle**',
  '`leaf`',
  '[milk](milk.md)',
  'Ünï',
  '2 spoons',
  'so-so',
  'A.B',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const block = fc.oneof(
  words,
  fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  words.map((text) => `### ${text}\n\n${text}`),
  fc.constant('```\n## no heading\n```'),
  fc.constant('| a | b |\n| - | - |\n| 1 | 2 |'),
);
const body = fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));

const points = (kinds: readonly Point['kind'][]): fc.Arbitrary<Point[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), text: words }), { maxLength: 4 });

const option: fc.Arbitrary<AdrOption> = fc.record({
  title: words,
  notes: fc.constantFrom([], ['as today']),
  otherTitle: fc.constant(undefined),
  description: fc.oneof(fc.constant(''), words),
  points: points(['pro', 'con', 'neutral']),
  isChosen: fc.constant(false),
});

const contents: fc.Arbitrary<AdrContent> = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  title: words,
  status: fc.record({
    word: fc.constantFrom('accepted', 'Rejected', 'PROPOSED', 'simmering'),
    remainder: fc.constantFrom('', ' in May', ' by [ADR-1](0001-x.md)'),
  }),
  date: fc.constantFrom('2026-11-20', '2000-02-29'),
  roles: fc.record({ deciders: fc.array(fc.constantFrom('Ana', 'Bo', 'No'), { maxLength: 3 }) }),
  extra: fc.constant([]),
  frontMatter: fc.constant(undefined),
  metadata: fc.constant(undefined),
  drivers: fc.array(words, { maxLength: 3 }),
  options: fc.array(option, { maxLength: 3 }),
  outcome: fc.record({ chosen: words, reason: words, text: fc.oneof(fc.constant(''), body) }),
  consequences: points(['pro', 'con', 'neutral', 'mitigation']),
  bodies: fc.record({ context: body, references: body }, { requiredKeys: ['context'] }),
  sections: fc.array(
    fc.record({
      name: words,
      depth: fc.constantFrom(2, 3),
      markdown: body,
      after: fc.constantFrom('context', 'outcome', undefined),
    }),
    { maxLength: 2 },
  ),
  preface: fc.constant(''),
  introduction: fc.oneof(fc.constant(''), words),
  closing: fc.constant(''),
});

const styles = [
  madrStyle,
  ...dialectNames.map((name) => learnStyle([{ name: `0001-${name}.md`, text: readDialect(name) }])),
];

/** How many inputs each property is tested with. `npm run test:long` uses more. */
const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('any ADR in any house style', { timeout: 180_000 + runs * 1_000 }, () => {
  it('has the same tree after it is read and written again', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...styles), (content, style) => {
        const written = writeAdr(content, style);
        expect(isLossless(readAdr(written, '0001-x.md'), written)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('has the same text when it is written a second time', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...styles), (content, style) => {
        const again = (text: string) => {
          const document = readAdr(text, '0001-x.md');
          return writeAdr(contentOf(document), styleOf(document));
        };
        const once = again(writeAdr(content, style));
        expect(again(once)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  it('keeps its title, and its number if the house writes one', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...styles), (content, style) => {
        const { title, headingNumber } = readAdr(writeAdr(content, style));
        expect(title?.value).toBe(content.title);
        expect(headingNumber?.value).toBe(style.title.width === 0 ? undefined : content.number);
      }),
      { numRuns: runs },
    );
  });
});
