import type { AdrContent, AdrOption, Point } from '@gavel/adr/content/content.ts';
import { type AdrLanguage, adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { kindOfWords } from '@gavel/adr/read/points/point-words.ts';
import type { HouseStyle, Wrapping } from '@gavel/adr/style/house-style.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import fc from 'fast-check';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';
import { houses, madr, nygard } from '../language/houses.ts';

/** What a person may write anywhere in a sentence, whatever a reader could take it for. */
const oddWords = [
  ...['7', '1.', '2)', '#', '-', '+', '*', '=', '>', '|', '—', 'e.g.', 'z.', 'B.', 'Dr.', 'No.', 'C#', 'A/B', 'a:b'],
  ...['`pnpm i`', '**loud**', '_so_', '[milk](milk.md)', 'https://example.org/a', '"cups"', '«cups»', '(tea)', '3.5'],
];

/** Words of a language as its people write them, with odd ones between them; it ends with a word of the language. */
function words(language: AdrLanguage, most: number): fc.Arbitrary<string> {
  const own = houses[language].prose.flatMap(
    (sentence) =>
      sentence.match(/[^\s.,、。，\p{Script=Han}\p{Script=Hiragana}]+|[\p{Script=Han}\p{Script=Hiragana}]{1,4}/gu) ??
      [],
  );
  const one = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...oddWords));
  return fc
    .tuple(fc.constantFrom(...own), fc.array(one, { maxLength: most }), fc.constantFrom(...own))
    .map(([first, others, last]) => [first, ...others, last].join(' '));
}

const point = (language: AdrLanguage): fc.Arbitrary<Point> =>
  fc.record({ kind: fc.constantFrom('pro' as const, 'con' as const), text: words(language, 25) });

/** A decision in a language, of which all that a reader finds is known. */
const contents = (language: AdrLanguage): fc.Arbitrary<AdrContent> => {
  const option: fc.Arbitrary<AdrOption> = fc.record({
    // “Les plus” is what French ADRs call the pros.
    title: words(language, 4).filter((title) => kindOfWords(title) === undefined),
    notes: fc.constant([]),
    otherTitle: fc.constant(undefined),
    description: fc.constant(''),
    points: fc.array(point(language), { minLength: 1, maxLength: 3 }),
    isChosen: fc.constant(false),
  });
  const sentence = words(language, 30).map((text) => `${text}.`);
  return fc
    .record({
      title: words(language, 6),
      options: fc.uniqueArray(option, { minLength: 2, maxLength: 3, selector: ({ title }) => title }),
      reason: sentence,
      consequences: fc.array(point(language), { minLength: 1, maxLength: 3 }),
      context: fc.array(sentence, { minLength: 1, maxLength: 4 }),
    })
    .map(({ title, options, reason, consequences, context }) => ({
      number: 5,
      title,
      status: { word: 'accepted', remainder: '' },
      date: '2026-11-09',
      roles: { deciders: ['Ana', 'Bo'] },
      extra: [],
      frontMatter: undefined,
      metadata: undefined,
      drivers: [],
      options: options.map((one, index) => ({ ...one, isChosen: index === 0 })),
      outcome: { chosen: options[0]?.title, reason, text: '' },
      consequences,
      bodies: { context: context.join(' ') },
      sections: [],
      preface: '',
      introduction: '',
      closing: '',
    }));
};

const wrappings: fc.Arbitrary<Wrapping | undefined> = fc.oneof(
  fc.constantFrom(undefined, { mode: 'none' } as const, { mode: 'sentences' } as const),
  fc.record({
    mode: fc.constant('width' as const),
    width: fc.integer({ min: 60, max: 120 }),
    countsWide: fc.boolean(),
  }),
);

const housesOf = (language: AdrLanguage): readonly HouseStyle[] =>
  [nygard, madr].map((write) =>
    learnStyle([1, 2, 3].map((number) => ({ name: `000${number}-x.md`, text: write(houses[language], number) }))),
  );
const styles = new Map(adrLanguages.map((language) => [language, housesOf(language)]));
const dialects = [
  madrStyle,
  ...dialectNames.map((name) => learnStyle([{ name: `0001-${name}.md`, text: readDialect(name) }])),
];

/** A decision and a house of the same language, with the line breaks of any house. */
export const inLanguage = fc.constantFrom(...adrLanguages).chain((language) =>
  fc.record({
    content: contents(language),
    style: fc.constantFrom(...(styles.get(language) ?? [])),
    wrapping: wrappings,
  }),
);

/** An English decision and a house of any dialect, with the line breaks of any house. */
export const inDialect = fc.record({
  content: contents('en'),
  style: fc.constantFrom(...dialects),
  wrapping: wrappings,
});
