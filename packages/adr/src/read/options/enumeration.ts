import type { Markdown } from '../../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { tells } from './option-words.ts';

/** What stands in brackets, where a comma divides nothing. */
const inBrackets = /(?<=[(（])[^()（）]{1,300}(?=[)）])/g;
const part = /^(?<name>[^()（）:：]{2,60}?)(?:[ ]?[(（](?<remark>[^()（）]{1,300})[)）])?$/;
/** What the name of a tool, or of anything else that sentences don't begin in the middle, begins with. */
const nameStart = /^[\p{Lu}\p{N}`"“„«]/u;

/** The most words of a name among others, and the longest enumeration, in UTF-16 units. */
const mostWords = 5;
const longestEnumeration = 600;

/** The names of a text that only lists some, each perhaps with a remark in brackets: “Go (new), Java (known)”; none if it says more. */
export function enumeratedIn(text: Markdown, language: AdrLanguage = 'en'): readonly Markdown[] {
  if (text.length > longestEnumeration || text.includes('\n\n')) return [];
  const written = text.replaceAll('\n', ' ').replace(/[.。]$/, '');
  const masked = written.replaceAll(inBrackets, (inner) => 'x'.repeat(inner.length));
  const ends = [...masked.matchAll(/[,;] |[、；，]/g)].map(({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
  const parts = [...ends, { from: written.length, to: written.length }].map(({ from }, at) =>
    written.slice(ends[at - 1]?.to ?? 0, from).trim(),
  );
  const read = parts.map((each) => part.exec(each)?.groups);
  const areNames = read.every(
    (groups) =>
      groups?.name !== undefined &&
      groups.name.trim().split(' ').length <= mostWords &&
      !isSentence(groups.name, language),
  );
  const areRemarked = read.every((groups) => groups?.remark !== undefined);
  const areClear = areRemarked || (read.length > 1 && read.every((groups) => nameStart.test(groups?.name ?? '')));
  return areNames && areClear ? parts : [];
}

const ors = adrLanguages.flatMap((language) => variantsOf(adrWords[language].or)).filter((word) => !isDense(word));
const lastJoint = new RegExp(`,? (?:${oneOf(ors)}) `, 'iu');

/** The names of alternatives, the last of which follows “or”: “Tin from the shop, clay or wooden cups”. None if a text says more. */
export function alternativesIn(text: Markdown, language: AdrLanguage = 'en'): readonly Markdown[] {
  if (text.length > longestEnumeration || /[\n:;()（）]/.test(text) || !nameStart.test(text)) return [];
  const [first = '', last = '', ...others] = text.replace(/[.。]$/, '').split(lastJoint);
  const parts = [...first.split(/, /), last].map((part) => part.trim());
  const areNames = parts.every(
    (part) => part !== '' && part.split(' ').length <= mostWords && !isSentence(part, language),
  );
  return others.length === 0 && parts.length > 2 && areNames ? parts : [];
}

/** Whether a text tells something; where no words of a language say so, English ones do. */
export function isSentence(text: string, language: AdrLanguage): boolean {
  return tells(text, 'en') || (!tells('', language) && tells(text, language));
}
