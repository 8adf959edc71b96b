import type { RootContent } from 'mdast';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { enumeratedIn } from './enumeration.ts';
import { countedInLine } from './in-line.ts';
import { announcesByWords, hasOptionWord, wasWeighed, weighs, weighsOptions } from './option-words.ts';

/** What a paragraph with such options has in it. */
const mayCount = /[(（][aA1][)）]|①/;

/** Finds the options that a sentence counts behind what it says of them: “We looked at three options: (a) cups, (b) mugs.” */
export function countedInSentences(source: Source, nodes: readonly RootContent[]): Announced[] {
  return nodes.flatMap((node) => {
    const words = node.type === 'paragraph' ? wordsAsWritten(source, node) : '';
    const line = mayCount.test(words) ? countedInLine(words) : undefined;
    if (line === undefined) return behindParticiple(source, words);
    const announcement = line.lead.split(/(?<=[.!?])\s|。/).at(-1) ?? '';
    const [last] = line.options.slice(-1);
    const verb = last === undefined || !isDense(announcement) ? undefined : weighed.exec(last.name)?.[0];
    const isAbout = announcesByWords(announcement) || weighsOptions(announcement) || weighedAtEnd.test(announcement);
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

const phrases = adrLanguages.flatMap((language) => variantsOf(adrWords[language].weighed));
/** “We could ” in front of what is counted. */
const weighedAtEnd = new RegExp(`(?<!\\p{L})(?:${oneOf(phrases)}):?\\s{0,2}$`, 'iu');

const labelled = /^(?<label>\p{L}[^:.,(]{3,40}): (?<names>\S.{5,400})$/u;

/** The options that a sentence names behind what was done with them: “Evaluated: cups (small), mugs (large).” */
function behindParticiple(source: Source, words: string): Announced[] {
  if (!words.includes(': ') || words.length > longestText) return [];
  const sentences = words.replaceAll('\n', ' ').split(/(?<=[.!?])\s/);
  return sentences.flatMap((sentence) => {
    const { label, names = '' } = labelled.exec(sentence)?.groups ?? {};
    if (label === undefined || !wasWeighed(label)) return [];
    const raw = enumeratedIn(names, source.language).map((name) => ({ name, nodes: [] }));
    const form = { layout: 'paragraphs' } as const;
    const layout = { raw, form, mayHaveDescription: false, before: [], after: [] };
    return raw.length < 2 ? [] : [{ layout, announcement: label }];
  });
}

/** The longest paragraph that is read so, in UTF-16 units. */
const longestText = 1_500;
