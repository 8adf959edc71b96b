import type { RootContent } from 'mdast';
import type { Markdown } from '../../content/content.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import { rejection } from '../choice/choice-words.ts';
import { type Labelled, splitLabel } from '../points/label.ts';
import { leftOutIn } from '../points/point-words.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { enumeratedIn } from './enumeration.ts';
import { countedInLine, dividedInLine } from './in-line.ts';
import type { Layout } from './layout.ts';
import { readOptionTitle } from './option-title.ts';
import { hasOptionWord, tells, weighs } from './option-words.ts';

/** The longest line with such a label, and the longest block of lines, in UTF-16 units. */
const longestLine = 600;
const longestBlock = 6_000;

/** Finds options behind a label in the same line, also in the items of a list: “**Alternatives considered:** Go (new), Java”. */
export function behindLabels(source: Source, nodes: readonly RootContent[]): Announced[] {
  return nodes.flatMap((node) =>
    node.type === 'list'
      ? node.children.flatMap(({ children: [line] }) => behindLabel(source, line, true))
      : behindLabel(source, node, false),
  );
}

/** “**Why not Java?**” */
const boldQuestion = /^(?<open>\*\*|__)(?<question>[^*_\n]{5,100}[?？])\k<open>(?=\s|$)/u;

function behindLabel(source: Source, line: RootContent | undefined, isItem: boolean): Announced[] {
  if (line?.type !== 'paragraph') return [];
  const { start, end } = placeOf(line);
  if (end - start > longestBlock) return [];
  const words = wordsAsWritten(source, line);
  return labelledLines(words, source.language).flatMap((text) => {
    const form = { layout: 'paragraphs' } as const;
    const question = boldQuestion.exec(text)?.groups?.question;
    const left = question === undefined ? undefined : leftOutIn(question);
    if (left !== undefined && question !== undefined) {
      const raw = [{ name: left, nodes: [], description: text.slice(question.length + 4).trim(), isRejected: true }];
      return [{ layout: { raw, form, mayHaveDescription: false, before: [], after: [] }, announcement: question }];
    }
    const label = text.length > longestLine ? undefined : splitLabel(text);
    if (label === undefined) return [];
    const several = isForOptions(text, source.language) ? severalIn(label.rest.trim(), source.language) : undefined;
    const one = several === undefined ? onlyOne(source, label, isItem) : undefined;
    const only = one === undefined ? undefined : { raw: [{ name: one, nodes: [] }], mayHaveDescription: true };
    const found = several ?? only;
    return found === undefined
      ? []
      : [{ layout: { ...found, form, before: [], after: [] }, announcement: label.label }];
  });
}

/** Several options of a line: names with their sentences, counted ones, or names between semicolons or commas. */
function severalIn(text: Markdown, language?: AdrLanguage): Pick<Layout, 'raw' | 'mayHaveDescription'> | undefined {
  const counted = countedInLine(text);
  if (counted?.lead === '') {
    return { raw: counted.options.map((option) => ({ ...option, nodes: [] })), mayHaveDescription: true };
  }
  const told = toldIn(text);
  const listed = told.length > 0 ? told : enumeratedIn(text, language);
  const names = listed.length > 0 ? listed : dividedInLine(text, language);
  const mayHaveDescription = told.length > 0 || listed.length === 0;
  return names.length === 0 ? undefined : { raw: names.map((name) => ({ name, nodes: [] })), mayHaveDescription };
}

/** The lines of a block if each has a label, one of them that for options, or else all of it as one line. */
export function labelledLines(words: Markdown, language?: AdrLanguage): readonly Markdown[] {
  const lines = words.split('\n').map((line) => line.trimEnd());
  const areLabelled = lines.length > 1 && lines.every((line) => splitLabel(line) !== undefined);
  return areLabelled && lines.some((line) => isForOptions(line, language)) ? lines : [words];
}

/** Whether a text has options behind a label for them: “**Options:** …”. */
export function isForOptions(text: Markdown, language?: AdrLanguage): boolean {
  const label = splitLabel(text);
  return label !== undefined && label.rest !== '' && partOfHeading(label.label, undefined, language) === 'options';
}

const emphasised = new RegExp(
  '(?<=^|[.;!)。] )(?:(?<stars>\\*\\*?)(?![ *])(?<name>[^*]{2,100})\\k<stars>|' +
    '(?<lines>__?)(?![ _])(?<name>[^_]{2,100})\\k<lines>)(?= ?(?:[-–—:(]|→))',
  'gu',
);

/** The sentences of a text that each begin with the name of an option: “*Go* — too new. *Java* — too slow.” */
function toldIn(written: Markdown): readonly Markdown[] {
  const text = written.replaceAll('\n', ' ');
  const found = [...text.matchAll(emphasised)];
  if (found.length < 2 || found[0]?.index !== 0) return [];
  return found.map(({ index, 0: words, groups }, at) => {
    const rest = text.slice(index + words.length, found[at + 1]?.index);
    return `**${groups?.name ?? ''}**${rest.trimEnd()}`;
  });
}

/**
 * The option behind a label that says that it was not chosen: a title with a description, or, if the label is bold, a title
 * alone. Undefined if it is something else.
 */
function onlyOne({ language }: Source, { label, rest, lead }: Labelled, isItem: boolean): string | undefined {
  const isRejected = rejection.test(label);
  const isBold = /^(?:\*\*|__)/.test(lead);
  if (!hasOptionWord(label) || !(isRejected || weighs(label)) || !(isBold || (isItem && isRejected))) return undefined;
  const name = rest.trim();
  const { title, description } = readOptionTitle(name, true);
  if (title.length > longestTitle) return undefined;
  if (description !== undefined) return /[.:!?]$/.test(title) ? undefined : name;
  const isTitle = isBold && isRejected && !/[:!?]$/.test(title) && !tells(title, language ?? 'en');
  return isTitle ? name.replace(/[.。]$/, '') : undefined;
}

/** The longest title behind such a label, in UTF-16 units. */
const longestTitle = 80;
