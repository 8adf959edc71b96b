import type { RootContent } from 'mdast';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { countedInLine } from './in-line.ts';
import { announcesByWords, hasOptionWord, weighs, weighsOptions } from './option-words.ts';

/** What a paragraph with such options has in it. */
const mayCount = /[(（][aA1][)）]|①/;

/** Finds the options that a sentence counts behind what it says of them: “We looked at three options: (a) cups, (b) mugs.” */
export function countedInSentences(source: Source, nodes: readonly RootContent[]): Announced[] {
  return nodes.flatMap((node) => {
    const words = node.type === 'paragraph' ? wordsAsWritten(source, node) : '';
    const line = mayCount.test(words) ? countedInLine(words) : undefined;
    if (line === undefined) return [];
    const announcement = line.lead.split(/(?<=[.!?])\s|。/).at(-1) ?? '';
    const [last] = line.options.slice(-1);
    const verb = last === undefined || !isDense(announcement) ? undefined : weighed.exec(last.name)?.[0];
    const isAbout = announcesByWords(announcement) || weighsOptions(announcement);
    if (!isAbout && !(hasOptionWord(announcement) && verb !== undefined && weighs(verb))) return [];
    const raw = line.options.map(({ name, description }) => ({
      name: verb === undefined ? name : name.replace(weighed, ''),
      description,
      nodes: [],
    }));
    const form = { layout: 'paragraphs' } as const;
    return [{ layout: { raw, form, mayHaveDescription: true, before: [], after: [] }, announcement }];
  });
}

const weighing = adrLanguages.flatMap((language) => variantsOf(adrWords[language].weighing)).filter(isDense);
/** What ends a sentence behind its last option where verbs stand at the end: “(c) 借りるを検討した”. */
const weighed = new RegExp(
  `(?:(?:の|、|,|중|，)?\\s?[\\p{N}一二三四五세네두]?\\s?[案つ개]?)?(?:を|을|를|만|만을|とを|で|중에서)?\\s?(?:${oneOf(weighing)})[\\p{L}\\p{M}]{0,8}$`,
  'u',
);
