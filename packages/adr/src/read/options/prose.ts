import type { RootContent } from 'mdast';
import type { Markdown } from '../../content/content.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { hasOptionWord, tells, weighs } from './option-words.ts';

/** An option that a sentence names, and the paragraph around it unless an earlier option has that. */
export interface ProseOption {
  readonly name: Markdown;
  readonly description: Markdown;
}

/** The most paragraphs, and the longest start of each, in UTF-16 units, in which sentences are looked at. */
const reach = { paragraphs: 8, text: 700 };

/** The options that sentences name: “One alternative is to use Go”, “We considered Go and Java”, “Go was rejected”. */
export function optionsInProse(source: Source, nodes: readonly RootContent[]): ProseOption[] {
  const paragraphs = nodes.filter((node) => node.type === 'paragraph').slice(0, reach.paragraphs);
  return paragraphs.flatMap((paragraph) => {
    const description = wordsAsWritten(source, paragraph);
    const sentences = description
      .slice(0, reach.text)
      .replaceAll('\n', ' ')
      .split(/(?<=[.!?])(?<!(?<!\p{L})\p{L}{1,2}\.) {1,3}(?=\S)/u)
      .filter((sentence) => /[.!?)*_`]$/.test(sentence.trim()) || nodes[nodes.indexOf(paragraph) + 1]?.type !== 'list');
    const names = sentences.flatMap((sentence, at) => namesIn(source, sentence.trim(), at === 0));
    return names.map((name, at) => ({ name, description: at === 0 ? description : '' }));
  });
}

const wordsFrom = (entryOf: (words: AdrWords) => string) =>
  oneOf(adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])).filter((word) => !isDense(word))));

const nouns = wordsFrom(({ options, choices }) => `${options} | ${choices}`.replace(/ \| $/, ''));
const nounInside = new RegExp(`(?<!\\p{L})(?:${nouns})(?!\\p{L})`, 'iu');
/** “The main alternative that we looked at would be to …” */
const named = new RegExp(
  `^[^.:!?]{0,60}?(?<!\\p{L})(?:${nouns})\\p{L}{0,4}(?!\\p{L})[^.:!?,]{0,80}? (?:(?<strong>${wordsFrom(({ naming }) => naming)})|(?:${wordsFrom(({ linking }) => linking)})),? (?<rest>[^ ].{1,400})$`,
  'iu',
);
const weighed = new RegExp(
  `^[^.:!?]{0,40}?(?<!\\p{L})(?:${wordsFrom(({ weighed: own }) => own)}) (?<rest>[^ ].{1,400})$`,
  'iu',
);
/** “Considered”, “evaluated”: what people did, as the end of “we considered”. */
const participles = oneOf(
  adrLanguages.flatMap((language) => {
    const words = new Set(variantsOf(adrWords[language].weighing));
    const last = variantsOf(adrWords[language].weighed).map((phrase) => phrase.split(' ').at(-1) ?? '');
    return [...new Set(last)].filter((word) => words.has(word) && !isDense(word));
  }),
);
/** “Java was rejected”, “Java was also considered” */
const refused = new RegExp(
  `^(?<subject>[^.:;!?,]{3,80}?) (?:${wordsFrom(({ linking }) => linking)}) (?:(?:${wordsFrom(({ rejecting }) => rejecting)})|(?:\\p{L}{3,10} )?(?:${participles}))(?!\\p{L})`,
  'iu',
);

function namesIn(source: Source, sentence: string, isFirst: boolean): Markdown[] {
  const language = source.language ?? 'en';
  const [start = ''] = sentence.split(' ', 1);
  const { strong, rest } = (tells(start, language) ? undefined : named.exec(sentence))?.groups ?? {};
  if (rest !== undefined && (strong !== undefined || isName(rest))) return titlesIn(rest);
  const found = weighed.exec(sentence)?.groups?.rest;
  if (found !== undefined) return titlesIn(found);
  const subject = isFirst ? refused.exec(sentence)?.groups?.subject : undefined;
  return subject === undefined || tells(subject, language) || hasOptionWord(subject) || weighs(subject)
    ? []
    : [subject];
}

/** Whether words behind “is” are what an option is called, and not what it is like. */
function isName(text: string): boolean {
  return /^(?:(?:not )?\p{L}{2,20}ing |(?:the|an?) |[\p{Lu}[`"“*])/u.test(text);
}

const articles = /^(?:the|an?) /i;
/** What ends the name of an option: the end of its clause, or a word that goes on about it. */
const end = new RegExp(
  `[.;:!?]|, (?!(?:${wordsFrom(({ and }) => and)}) )| [-–—] |,? (?:${wordsFrom(({ contrasts, because, asides, continuing }) => `${contrasts} | ${because} | ${asides} | ${continuing}`.replace(/(?: \| ){2,}/g, ' | '))}) `,
  'giu',
);

/** The names that the rest of a sentence begins with. */
function titlesIn(rest: string): Markdown[] {
  const several = enumerated(rest);
  if (several.length > 1) return several;
  const clean = rest.replace(/\.{1,3}$/, '');
  // “not doing it”: the first words belong to the name.
  const found = [...clean.matchAll(end)].find(({ index }) => index > 3 && !isOpen(clean, index));
  const title = clean.slice(0, found?.index ?? clean.length).trim();
  const isShort = title.length <= longestTitle && title.length > 1;
  return isShort && !hasOptionWord(title) && !nounInside.test(title) && !tells(title.split(' ', 1)[0] ?? '', 'en')
    ? [title]
    : [];
}

/** The longest name in a sentence, and the most words of a name among others. */
const longestTitle = 140;
const mostWords = 4;

/** Whether a bracket, a quotation or code is open at a place. */
function isOpen(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const count = (pattern: RegExp) => before.match(pattern)?.length ?? 0;
  return count(/[([]/g) > count(/[)\]]/g) || count(/`/g) % 2 === 1;
}

const between = new RegExp(
  `, (?:(?:${wordsFrom(({ and }) => and)}|or) )?| (?:${wordsFrom(({ and }) => and)}|or) `,
  'iu',
);

/** The names of an enumeration: “Go, Java and Rust”. */
function enumerated(rest: string): Markdown[] {
  const [clause = ''] = rest.split(/[.;:!?](?= |$)/, 1);
  const parts = clause.split(between).map((part) => part.trim().replace(articles, ''));
  const areNames = parts.every((part) => part !== '' && part.split(' ').length <= mostWords && !tells(part, 'en'));
  const isClear = parts.some((part) => /^[\p{Lu}[`"“*]/u.test(part)) || articles.test(rest);
  return areNames && isClear ? parts : [];
}
