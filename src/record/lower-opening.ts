import { languages } from '../words/languages.ts';
import { recordLanguages } from '../words/record-languages.ts';
import type { AdrRecord } from './record.ts';

/**
 * A text as it goes on after “because”: with a small letter, if its first word is surely no name in the record's language
 * or in one that people have in Slack, in which somebody may have typed it. A word that an option's title begins with may be a name here.
 */
export function lowerOpening(text: string, { language, options }: Pick<AdrRecord, 'language' | 'options'>): string {
  const [word = ''] = /^[\p{L}’']+(?=[\s,])/u.exec(text) ?? [];
  const isOpening = [recordLanguages[language], ...Object.values(languages)].some(({ record }) =>
    record.openings.has(word),
  );
  const isTitle = options.some(({ title }) => title.split(/[\s,]/)[0] === word);
  return isOpening && !isTitle ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
