import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { placeOfDate } from '../metadata/date.ts';
import type { Source } from '../source/source.ts';
import type { StatedLink } from '../warning.ts';
import { foldLine, kindOfEntry, kindOfLabel, statedFirst, toldOfSelf } from './phrases.ts';
import { withoutNumbers } from './references.ts';

/** How far before and after a link to look for words about it, in UTF-16 units. */
export const reach = 300;

/** What is before a place in its line, as far as it is near. */
export function lineBefore(source: Source, start: number): string {
  const near = source.text.slice(Math.max(0, start - reach), start);
  return near.slice(near.lastIndexOf('\n') + 1);
}

const endOfLine = /(?:[.:;!?。：；]|\\| {2})$/;

/** What is before a place in its line, with the line above if its sentence goes on. */
export function sentenceBefore(source: Source, start: number): string {
  const line = lineBefore(source, start);
  const lineStart = start - line.length;
  if (!/^[ \t]*\p{Ll}/u.test(line) || source.text[lineStart - 1] !== '\n') return line;
  const above = lineBefore(source, lineStart - 1);
  return above.trim() === '' || endOfLine.test(above) ? line : `${above} ${line.trimStart()}`;
}

/** The rest of the sentence after a link, folded. */
export function restOfLine(source: Source, end: number): string {
  const [rest = ''] = withoutAddresses(source.text.slice(end, end + reach)).split(/[\n.。]/, 1);
  return foldLine(rest);
}

/** A text without the addresses of its links. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/\]\([^()\s]*\)/g, ']');
}

/** A text without days and remarks between its words, as in “Superseded: 2024-03-05 by” or “Superseded (in part) by”. */
export function withoutDays(written: string): string {
  const text = written.replaceAll(/(?<![\])])\s\([^()]{1,80}\)(?=\s\p{L})/gu, '');
  const place = /\d{4}/.test(text) ? placeOfDate(text) : undefined;
  if (place === undefined) return text;
  const before = text.slice(0, place.start).replace(/[\s:：(,]{0,5}(?:\s\p{L}{1,3}\s)?$/u, ' ');
  return before + text.slice(place.end).replace(/^[\s),:]{1,5}/, '');
}

/** A line without the remarks in brackets behind its links and numbers, which say something of these. */
export function withoutRemarks(line: string): string {
  if (!/[)）]/.test(line)) return line;
  const flat = line.replaceAll(/\((?<around>[^()]{0,200})\([^()]{1,100}\)/g, '($<around>');
  return flat.replaceAll(/(?<=[\]\d`][*_]?)[ ]?(?:\([^()]{1,300}\)|（[^（）]{1,300}）)/g, '');
}

/** A line without its links and numbers of ADRs, and without the mark of a list or a quotation. */
export function withoutReferences(line: string): string {
  const marks = /^[\s>|#]*(?:[-*+] |\d{1,3}[.)] )?\s*/;
  const words = withoutDays(withoutAddresses(line)).replaceAll(/\[[^[\]]{0,300}\]/g, ' ');
  return withoutNumbers(words).replace(marks, '');
}

/** Whether a text between two references only joins them. */
export function isJoint(text: string): boolean {
  let count = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    count += 1;
    if (count === 4 || !(conjunctions.has(word) || nouns.has(word))) return false;
  }
  return true;
}

/** Words without the conjunction at their end: “depends on and” between two numbers is “depends on”. */
export function withoutJoint(words: string): string {
  const last = words.slice(words.lastIndexOf(' ') + 1);
  return conjunctions.has(last) ? words.slice(0, -last.length).replace(/[^\p{L}]{1,9}$/u, '') : words;
}

const conjunctions = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].and).map(foldWord)));

/** What ADRs are called in front of their numbers: “by decisions 12 and 13”. */
const nouns = new Set(
  adrLanguages
    .flatMap((language) => [...variantsOf(adrWords[language].headings.outcome), adrWords[language].nouns])
    .flatMap(variantsOf)
    .map(foldWord),
);

/** Four words with nothing but blanks between them, more than join references: finding them takes less than reading the line. */
const beginsProse =
  /^[ \t>]{0,8}(?:[-*+] |\d{1,2}[.)] )?\p{L}{2,40} \p{L}{1,40} \p{L}{1,40} \p{L}{1,40} (?=\p{L})(?!.*\d{4})/u;

/** How many lines above a link without words of its own may stand between it and the words for it. */
const linesAbove = 20;

/**
 * What the heading or the line above a list says of the links in it, or the line before if it goes on: “Supersedes:”.
 */
export function kindAbove(source: Source, start: number): StatedLink | undefined {
  const line = lineBefore(source, start);
  if (beginsProse.test(line) || !isJoint(foldLine(withoutReferences(line)))) return undefined;
  let end = source.text.lastIndexOf('\n', start - 1);
  for (let count = 0; end > 0 && count < linesAbove; count += 1) {
    const from = source.text.lastIndexOf('\n', end - 1) + 1;
    const above = source.text.slice(Math.max(from, end - reach), end).trim();
    end = from - 1;
    if (above === '') continue;
    // Front matter, or a part of the text, ends there.
    if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(above)) return undefined;
    const rest = foldLine(withoutReferences(above));
    const kind = kindOfLabel(rest);
    if (kind !== undefined && kind !== 'relates') return kind;
    const before = count === 0 && /[,、，]$/.test(above) ? statedFirst(rest) : undefined;
    if (before !== undefined) return before;
    const announced = /[:：]$/.test(above) ? toldOfSelf(rest) : undefined;
    if (announced !== undefined) return announced;
    if (!isJoint(rest) || !/^[-*+>\d]/.test(above)) return undefined;
  }
  return undefined;
}

/** The longest entry whose label is looked for, in UTF-16 units. */
const longestEntry = 1_000;

const startOfEntry = /\n[ \t>]*(?:[-*+] |\d{1,3}[.)] |\n)/g;

/**
 * What the label of an entry says of a link in it, if nothing but other links and remarks in brackets is between them,
 * which may go on for several lines: “Supersedes: [A](0003-a.md) (the cups) and [B](0004-b.md)”.
 */
export function kindInEntry(source: Source, start: number): StatedLink | undefined {
  const near = source.text.slice(Math.max(0, start - longestEntry), start);
  const from = [...near.matchAll(startOfEntry)].at(-1)?.index;
  if (from === undefined) return undefined;
  const entry = withoutAddresses(near.slice(from));
  if (!/[:：]/.test(entry)) return undefined;
  const written = entry.replaceAll(/\([^()]{1,300}\)|（[^（）]{1,300}）/g, ' ').replaceAll(/\s{1,9}/g, ' ');
  const [label = '', ...rest] = withoutReferences(written).split(/[:：]/);
  const kind = rest.length === 1 && isJoint(foldLine(rest.join(' '))) ? kindOfEntry(label) : undefined;
  return kind === 'relates' ? undefined : kind;
}
