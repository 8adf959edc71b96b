import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quote as inGerman } from '../../src/words/de/grammar.ts';
import { quote as inEnglish } from '../../src/words/en/grammar.ts';
import { languages } from '../../src/words/languages.ts';
import { code, say } from '../../src/words/say.ts';
import { typed } from '../../src/words/typed.ts';
import { readWords } from '../slack/readable.ts';
import { literalsIn } from '../support/literals.ts';

describe('a quotation', () => {
  it('has the marks of its language, and single ones for what it quotes', () => {
    const asked = ['Go', 'Supersede “Which queue?”?', '„Welche Queue?“ ersetzen?', 'a “b” and „c“'];
    expect(asked.map((text) => inEnglish(text))).toEqual([
      '“Go”',
      '“Supersede ‘Which queue?’?”',
      '“‘Welche Queue?’ ersetzen?”',
      '“a ‘b’ and ‘c’”',
    ]);
    expect(asked.map((text) => inGerman(text))).toEqual([
      '„Go“',
      '„Supersede ‚Which queue?‘?“',
      '„‚Welche Queue?‘ ersetzen?“',
      '„a ‚b‘ and ‚c‘“',
    ]);
  });

  it('keeps every other letter, and marks that quote nothing', () => {
    for (const text of ['', '5” and 6”', '“never closed', '„', 'it’s', 'a "b" c']) {
      expect(inEnglish(text)).toBe(`“${text}”`);
      expect(inGerman(text)).toBe(`„${text}“`);
    }
  });

  it('keeps the styles of words, and what is code', () => {
    expect(inEnglish(typed('say “*very* fast” to `“x”`'))).toEqual([
      { kind: 'text', text: '“say ‘' },
      { kind: 'text', text: 'very', style: { bold: true } },
      { kind: 'text', text: ' fast’ to ' },
      ...code('“x”'),
      { kind: 'text', text: '”' },
    ]);
    expect(readWords(inGerman(say`„${new Date('2026-11-27T12:00:00Z')}“`))).toMatch(/^„‚.*‘“$/);
  });
});

it.each(Object.keys(languages))('nothing is put in quotation marks by hand in %s', (language) => {
  const folder = join(import.meta.dirname, '../../src/words', language);
  const texts = readdirSync(folder).flatMap((name) => literalsIn(readFileSync(join(folder, name), 'utf8')));
  expect(texts.map(({ text }) => text).filter((text) => /“…”|„…“/.test(text))).toEqual([]);
});
