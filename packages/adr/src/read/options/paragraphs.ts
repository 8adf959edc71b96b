import type { Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { rejection } from '../choice/choice-words.ts';
import { splitReason } from '../points/label.ts';
import { kindOfLabel, kindOfWords } from '../points/point-words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { isCoded, isCounted, isLettered, readCounter } from './counter.ts';
import { alternativesIn, enumeratedIn } from './enumeration.ts';
import { countedInLine, dividedInLine } from './in-line.ts';
import type { Layout, RawOption } from './layout.ts';
import { hasOptionWord, tells } from './option-words.ts';
import { chosenAtEnd, withoutChosenMark } from './verdict-marks.ts';

/** Finds options whose paragraphs begin with a bold name, or with a counter such as “Option 1:”. */
export function findParagraphs(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const raw: (RawOption & { readonly nodes: RootContent[] })[] = [];
  const areNumbered = nodes.filter((node) => isNumbered(source, node)).length > 1;
  const areBold = nodes.every((node) => node.type === 'paragraph' && node.children[0]?.type === 'strong');
  let first = -1;
  for (const [at, node] of nodes.entries()) {
    const isName = node.type === 'paragraph' && (!areNumbered || isNumbered(source, node));
    const named = isName ? namedLines(source, node, areBold) : [];
    if (named.length > 0) {
      if (first === -1) first = at;
      raw.push(...named.map((name) => ({ name, nodes: [] })));
    } else raw.at(-1)?.nodes.push(node);
  }
  if (raw.length < 2) return undefined;
  const before = nodes.slice(0, first);
  const areCounted = raw.every(({ name }) => isCounted(name));
  if (!areCounted && before.some((node) => node.type === 'list' && node.children.length > 1)) return undefined;
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before, after: [] };
}

/** Whether a paragraph begins with a counter in bold, as in “**1. Java**”. Beside those, other bold words are no options. */
function isNumbered(source: Source, node: RootContent): boolean {
  const words = node.type === 'paragraph' ? withoutChosenMark(wordsAsWritten(source, node)).name : '';
  return /^(?:\*\*|__)/.test(words) && /^\d{1,2}$/.test(readCounter(words.slice(2)).key);
}

/** What may follow the bold name of an option: nothing, or remarks, and then a description. */
const afterName =
  /^(?:[ \n][*_]{0,2}\([^()]{1,200}\)[*_]{0,2}|（[^（）\n]{1,200}）){0,3}(?:\s{0,9}:?\s{0,9}$| ?[:：—–。，.]| - | {0,3}\n)/;

/**
 * The options that a paragraph begins with or consists of, with their text; none if it is an ordinary paragraph. Where all
 * begin in bold, a comma may end the name, too.
 */
function namedLines(source: Source, paragraph: Paragraph, areBold = false): string[] {
  const words = wordsAsWritten(source, paragraph);
  const lines = words.split('\n');
  for (const isName of [isCounted, isLettered, isCoded]) {
    if (!isName(withoutChosenMark(words).name) || isLabel(source, words)) continue;
    const names: string[] = [];
    for (const line of lines) {
      if (names.length === 0 || isName(withoutChosenMark(line).name)) names.push(line);
      else names.push(`${names.pop()}\n${line}`);
    }
    return names;
  }
  const [first] = paragraph.children;
  if (first?.type !== 'strong' || isLabel(source, words)) return [];
  const tail = words.slice((/^(\*\*|__)(?! )[\s\S]{1,400}?\1/.exec(words)?.[0] ?? '').length);
  const isEnded = afterName.test(tail) || (areBold && /^, /.test(tail));
  const isMarked = withoutChosenMark(words).isMarked || (!words.includes('\n') && chosenAtEnd(tail) === tail);
  return isEnded || /[:.。]$/.test(textOf(first)) || isMarked ? [words] : [];
}

/** Whether a text is about pros, cons or another aspect of an option. */
function isLabel(source: Source, words: string): boolean {
  const label = splitReason(words.slice(0, 200));
  if (label !== undefined && kindOfLabel(label, source.language) !== undefined) return true;
  const bold = /^(\*\*|__)(.{1,100}?)\1/.exec(words)?.[2] ?? '';
  return (
    bold !== '' && (kindOfWords(bold, source.language) ?? partOfHeading(bold, undefined, source.language)) !== undefined
  );
}

/** Finds the only option in a section of paragraphs that begins with its name in bold: “**A rack of our own.** It is dear.” */
export function findOnlyParagraph(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const [first] = nodes;
  if (first?.type !== 'paragraph' || !nodes.every(({ type }) => type === 'paragraph' || type === 'code'))
    return undefined;
  const [name, ...others] = namedLines(source, first);
  const [strong] = first.children;
  const title = strong?.type === 'strong' ? textOf(strong) : '';
  const isTold = name !== undefined && name.length > title.length + shortestTold;
  if (others.length > 0 || !isTold || title === '' || /[?？]$/.test(title)) return undefined;
  if (hasOptionWord(title) || tells(title, source.language ?? 'en')) return undefined;
  const raw = [{ name, nodes: nodes.slice(1) }];
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before: [], after: [] };
}

/** The shortest text behind the name of the only option, with its marks, in UTF-16 units. */
const shortestTold = 12;

const label = /^[^:.\n]{2,80}: \S/;

/** Finds options in paragraphs that all begin with a name and a colon. */
export function findLabels(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  if (nodes.length < 2 || nodes.some((node) => node.type !== 'paragraph')) return undefined;
  const linked = findLinks(source, nodes);
  if (linked !== undefined) return linked;
  const words = nodes.map((node) => wordsAsWritten(source, node));
  if (!words.every((text) => label.test(text) && !isLabel(source, text))) return undefined;
  const raw = words.map((name) => ({ name, nodes: [] }));
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before: [], after: [] };
}

const link = /^\[[^[\]\n]{2,80}\]\([^()\s]{1,400}\)[:：](?= ?\S)/;

/** Finds options in paragraphs of which the first ones begin with a link and a colon: “[Java](https://…): our teams know it”. */
function findLinks(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const words = nodes.map((node) => wordsAsWritten(source, node));
  const linked = words.findIndex((text) => !link.test(text));
  const end = linked === -1 ? words.length : linked;
  if (end < 2 || words.slice(end).some((text) => link.test(text))) return undefined;
  const raw = words.slice(0, end).map((name) => ({ name, nodes: [] }));
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before: [], after: nodes.slice(end) };
}

/** Whether what is in front of counted options is a sentence of its own, which may be about anything. */
const endsClause = (lead: string) => /[.。!?]\s*$/.test(lead);

/** The longest sentence that is the title of the only option, in UTF-16 units. */
const longestSentence = 160;

/** Finds the options that a sentence lists, or the only one in a section that consists of its title, and perhaps a second sentence or an example. */
export function findSentence(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph' || !rest.every(({ type }) => type === 'code')) return undefined;
  const words = wordsAsWritten(source, first);
  const counted = countedInLine(words);
  if (counted !== undefined && !endsClause(counted.lead)) {
    const named = counted.options.map((option) => ({ ...option, nodes: [] }));
    return { raw: named, form: { layout: 'paragraphs' }, mayHaveDescription: true, before: [], after: rest };
  }
  const [sentence = '', ...others] = words.split(/(?<=[.。])\s/);
  if (sentence.length > longestSentence || others.length > 1 || hasOptionWord(sentence)) return undefined;
  if (rejection.test(sentence)) return undefined;
  if (tells(sentence, source.language ?? 'en')) return undefined;
  const listed = others.length === 0 ? enumeratedIn(sentence, source.language) : [];
  const joined = listed.length > 1 ? listed : alternativesIn(sentence, source.language);
  const several = joined.length > 1 || others.length > 0 ? joined : dividedInLine(sentence, source.language);
  if (several.length > 1) {
    const named = several.map((name) => ({ name, nodes: [] }));
    return { raw: named, form: { layout: 'paragraphs' }, mayHaveDescription: false, before: [], after: rest };
  }
  const raw = [{ name: sentence.replace(/[.。]$/, ''), nodes: rest, description: others.join('') }];
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: false, before: [], after: [] };
}
