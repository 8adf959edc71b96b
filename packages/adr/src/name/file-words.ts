import { adrLanguages } from '../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { isDated, readNameNumber } from './adr-mark.ts';

/** What the words in the name of a file say about it, whatever its language. */
export type NamedKind = 'template' | 'index' | 'other';

const allOf = (entryOf: (words: AdrWords) => string) =>
  adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])).map(foldWord));

const templates = new Set(allOf((words) => words.templates));
const denseTemplates = [...templates].filter(isDense);
const languageCodes = new Set(adrLanguages.flatMap((language) => language.toLowerCase().split('-')));
const beside = new Set([
  ...allOf((words) => words.inTemplateNames),
  ...languageCodes,
  ...['adr', 'adrs', 'madr', 'nygard', 'md', 'br'],
]);
const ofAdrs = new Set(['adr', 'adrs', 'madr', 'decision', 'decisions']);
const indexes = new Set(allOf((words) => words.indexFiles));
const others = new Set(allOf((words) => words.otherFiles));

const denseTemplate = new RegExp(oneOf(denseTemplates), 'gu');
const anyNumber = /^[0nx]+$/;

/** Stands for a number or a date that is to be filled in: `NNNN-title.md`, `ADR-XXXX.md`, `YYYY-MM-DD-title.md`. */
const toFillIn = /^(?:[a-z]{1,12}[-_ ]){0,2}(?:[0#]{0,3}(?:n{3,5}|x{3,5}|#{3,5})|y{4}[-_]?m{2}[-_]?d{2})(?:[-_ .]|$)/i;

/** The words of a name, folded; “TeamAdrTemplate” has three. Numbers of zeros are left out. */
function wordsOf(name: string): string[] {
  const apart = name.normalize('NFC').replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
  const words = foldWord(apart)
    .replaceAll(denseTemplate, ' $& ')
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !anyNumber.test(word));
}

/**
 * Reads what a name says without extension and folders, if it has no number of its own: `_adr-template`,
 * `0000-modele-adr`, `000-index`, `records`. A name with other words, such as `use-a-template-engine`, says nothing.
 */
export function namedKind(name: string): NamedKind | undefined {
  const number = readNameNumber(name);
  if (isDated(name) || Number(number?.digits ?? 0) > 0) return undefined;
  if (toFillIn.test(name)) return 'template';
  // What is in front of a number is the same for all files of a house.
  const words = wordsOf(number === undefined ? name : number.title);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.some((word) => templates.has(word))) {
    const isOnly = words.every((word) => templates.has(word) || beside.has(word));
    const isOfTeam =
      number === undefined && words.some((word) => ofAdrs.has(word)) && (templates.has(first) || templates.has(last));
    return isOnly || isOfTeam ? 'template' : undefined;
  }
  const all = words.join(' ');
  const withoutAdr = words.filter((word) => !ofAdrs.has(word)).join(' ');
  // “README.de” is what README is.
  const inOneLanguage = languageCodes.has(last) ? words.slice(0, -1).join(' ') : all;
  if (indexes.has(all) || indexes.has(withoutAdr) || indexes.has(inOneLanguage)) return 'index';
  return others.has(all) ? 'other' : undefined;
}
