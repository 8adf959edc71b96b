import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adrLanguages } from '../../src/language/adr-language.ts';
import { variantsOf } from '../../src/language/adr-words.ts';
import { anyWord } from '../../src/language/patterns.ts';
import { phrasePattern } from '../../src/language/phrase-pattern.ts';
import { adrWords } from '../../src/language/words.ts';

const phrasesOf = (name: 'choosing' | 'rejecting' | 'contrasts' | 'chosen') =>
  adrLanguages.flatMap((language) => variantsOf(adrWords[language][name]));

describe.each(['choosing', 'rejecting', 'contrasts', 'chosen'] as const)('a pattern for phrases, “%s”', (name) => {
  const phrases = phrasesOf(name);
  const alone = new RegExp(anyWord(phrases), 'giu');
  const found = phrasePattern(phrases, new RegExp(alone));
  const all = (text: string) => [...text.matchAll(alone)].map(({ index, 0: words }) => [index, words]);

  it('finds each of them, in any case and among other words', () => {
    const missed = phrases
      .flatMap((phrase) => [phrase, phrase.toUpperCase(), `So “${phrase}”, (${phrase}): 1.`, `**${phrase}**—`])
      .filter((text) => found.all(text).length !== all(text).length);
    expect(missed).toEqual([]);
  });

  it('finds what the pattern alone finds, in any text', () => {
    const word = fc.oneof(fc.constantFrom(...phrases), fc.string({ unit: 'grapheme', maxLength: 6 }));
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '\n', ', ', '-', '', '’', '。')))
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(text, (written) => {
        expect(found.all(written).map(({ index, 0: words }) => [index, words])).toEqual(all(written));
        expect(found.exec(written)?.index).toBe(all(written)[0]?.[0]);
      }),
    );
  });
});
