import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { type DateText, readDate, writeDate } from './date.ts';

/** How much of a value is looked at, in UTF-16 units. */
const reach = 300;

const quarter = /^(?:(?<year>\d{4})[ /-]?Q(?<quarter>[1-4])|Q(?<before>[1-4])[ /-]?(?<behind>\d{4}))$/i;

/** What may stand in front of a date: “by”, “not before”. */
const leadOfDate = /^(?:(?:\p{L}{1,10}[ ]){0,2}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul} ]{0,6})$/u;

/** What a value may have behind its date if nothing else shows what the date is for: a time, a remark. */
const remark = /^(?:[T ]\d{1,2}:\d{2}[\d:.Z+-]*)?\s*(?:[(（][^()（）#@[\]]{0,80}[)）])?[.。]?$/;

/**
 * The day on which a decision is to be looked at again, or the first month of a quarter, from the value of an entry. With
 * `isVague`, its label often means something else, and nothing but the date may be there.
 */
export function readRevisitDate(
  written: string,
  language: AdrLanguage | undefined,
  isVague: boolean,
): DateText | undefined {
  const value = written
    .slice(0, reach)
    .trim()
    .replaceAll(/^[*_`"']{1,3}|[*_`"']{1,3}$/g, '')
    .trim();
  const ofYear = quarter.exec(value)?.groups;
  if (ofYear !== undefined) {
    const month = (Number(ofYear.quarter ?? ofYear.before) - 1) * 3 + 1;
    return {
      date: `${ofYear.year ?? ofYear.behind}-${String(month).padStart(2, '0')}`,
      form: '2024-12-27',
      order: undefined,
    };
  }
  const bare = value.replace(/[(（][^()（）]{0,80}[)）]$/, '').trimEnd();
  const read = readDate(value, language) ?? readDate(bare, language) ?? monthBehindWords(bare, language, isVague);
  if (read === undefined) return undefined;
  const said = writeDate(read.date, read.form, language);
  const at = value.indexOf(said);
  if (at === -1) return isVague || value.length > longestDate ? undefined : read;
  const [lead, trail] = [value.slice(0, at), value.slice(at + said.length)];
  if (isVague) return lead === '' && remark.test(trail) ? read : undefined;
  return leadOfDate.test(lead) && !/^[\p{L}\p{N}]{2}/u.test(trail.replace(/^T\d/, '')) ? read : undefined;
}

/** “by June 2027” */
function monthBehindWords(value: string, language: AdrLanguage | undefined, isVague: boolean): DateText | undefined {
  const words = /^(?:\p{L}{1,10}[ ]){1,2}/u.exec(value)?.[0];
  if (isVague || words === undefined) return undefined;
  const whole = readDate(value.slice(words.length), language);
  return whole ?? readDate(value.slice(words.indexOf(' ') + 1), language);
}

/** The longest date with a word before it, in UTF-16 units. */
const longestDate = 40;

const conditions = adrLanguages.flatMap((language) => variantsOf(adrWords[language].conditions));
const condition = new RegExp(`^[*_\\s]{0,4}(?:${oneOf(conditions)})(?!\\p{L})`, 'iu');

/** Whether a text begins like a condition: “when traffic doubles”. */
export function isCondition(text: string): boolean {
  return condition.test(text);
}
