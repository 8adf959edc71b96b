import { languages } from '../words/languages.ts';
import { recordLanguages } from '../words/record-languages.ts';
import type { AdrRecord } from './record.ts';

type Told = Pick<AdrRecord, 'language' | 'title' | 'drivers' | 'options'>;

/**
 * Whether a decision has a word with a small letter elsewhere, and never with a capital one within a text, so that it is
 * no name. In German, nouns have capitals, too.
 */
function isCommon(word: string, { language, title, drivers, options }: Told): boolean {
  if (language === 'de' || word.length < 2) return false;
  const small = word.charAt(0).toLowerCase() + word.slice(1);
  const texts = [
    title,
    ...drivers,
    ...options.flatMap((option) => [option.description, ...option.arguments.map((argument) => argument.text)]),
  ];
  const words: readonly (readonly string[])[] = texts.map((text) => text.match(/[\p{L}’']+/gu) ?? []);
  const isSmall = small !== word && words.some((some) => some.includes(small));
  return isSmall && !words.some((some) => some.slice(1).includes(word));
}

/**
 * A text as it goes on after “because”: with a small letter, if its first word is surely no name in the record's language
 * or in one that people have in Slack, in which somebody may have typed it. A word that an option's title begins with may be a name here.
 */
export function lowerOpening(text: string, record: Told): string {
  const { language, options } = record;
  const [word = ''] = /^[\p{L}’']+(?=[\s,])/u.exec(text) ?? [];
  const isOpening = [recordLanguages[language], ...Object.values(languages)].some((words) =>
    words.record.openings.has(word),
  );
  const isTitle = options.some(({ title }) => title.split(/[\s,]/)[0] === word);
  return (isOpening || isCommon(word, record)) && !isTitle ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
