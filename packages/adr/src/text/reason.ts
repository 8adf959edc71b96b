import { type AdrLanguage, adrLanguages } from '../language/adr-language.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { adrWords } from '../language/words.ts';

const wordsOf = (language: AdrLanguage) => wordToWrite(adrWords[language].because);
const all = adrLanguages.map(wordsOf);
const spaced = oneOf(all.filter((word) => !isDense(word)));
const dense = oneOf(all.filter(isDense));
const lead = new RegExp(`^(?:(?<spaced>${spaced})\\s{1,9}|(?<dense>${dense})[：:、，,]?\\s{0,9})`, 'iu');

/** Removes a leading “because” from a reason, in English or in the language whose “because” will stand before it. */
export function stripBecause(reason: string, language: AdrLanguage): string {
  const found = lead.exec(reason);
  const word = (found?.groups?.spaced ?? found?.groups?.dense ?? '').toLowerCase().replace(/\s/, ' ');
  return found !== null && [wordsOf('en'), wordsOf(language)].includes(word) ? reason.slice(found[0].length) : reason;
}
