import { adrLanguages } from '../../../language/adr-language.ts';
import { variantsOf } from '../../../language/adr-words.ts';
import { isDense } from '../../../language/patterns.ts';
import { foldWord } from '../../../language/word-table.ts';
import { adrWords } from '../../../language/words.ts';
import type { Source } from '../../source/source.ts';
import { withSelfMarked } from './dense-patterns.ts';
import { endOfEntry, firstCode, mostReferences, type Reference, selfMark } from './marks.ts';
import { referencesIn } from './references.ts';
import { selfAt, splitWords, verbsByWord } from './words.ts';

/** A word of a sentence, a mark, or an ADR: one that it names, or this one. */
export interface Token {
  readonly word: string;
  readonly reference: Reference | undefined;
  readonly isSelf: boolean;
}

/** A block of text as its sentences, and as the same with a character for each ADR. */
export interface Told {
  readonly sentences: readonly (readonly Token[])[];
  readonly text: string;
  readonly references: readonly Reference[];
}

const privateUse = /[\ue000-\uf8ff]/g;

const lineBreak =
  /(?<hard> {2}|\\)?\n[ \t>]*(?<label>(?:[-*+] |\d{1,3}[.)] )|[*_]{0,2}\p{Lu}[\p{L} -]{1,40}[*_]{0,2}[:：])?(?:[*_]{0,2}(?<first>\p{Lu}\p{Ll}{3,20})(?!\p{L}))?/gu;
const hidden = /~~[^~\n]{1,200}~~|<!--[^<>]{0,300}-->/g;

/** A label in bold that ends with a period: “**Revises.** ADR-0003” */
const boldLabel = /^(?<label>(?:\*\*|__)\p{L}{4,20}(?: \p{L}{1,12})?)\.(?=\*\*|__)/u;

/** A block of text without marks of containers in front of its lines; as long as it is written. */
function flat(written: string): string {
  return written
    .replace(boldLabel, '$<label>:')
    .replaceAll(privateUse, ' ')
    .replaceAll(hidden, (found) => ' '.repeat(found.length))
    .replaceAll(lineBreak, (found, ...rest) => {
      const { hard, label, first = '' } = rest.at(-1) as { hard?: string; label?: string; first?: string };
      // “Supersedes A” below “Supersedes B”
      const isNew = hard !== undefined || label !== undefined || verbsByWord.has(foldWord(first));
      const kept = (label ?? '') + first;
      return (isNew ? endOfEntry : ' ') + ' '.repeat(found.length - kept.length - 1) + kept;
    });
}

/** Reads the sentences of a block that begins at a place. This ADR may have a number. */
export function sentencesOf(source: Source, written: string, start: number, own: number | undefined): Told | undefined {
  const text = flat(written);
  const { all, others } = referencesIn(source, text);
  if (all.length === 0 || all.length > mostReferences) return undefined;
  const replaced = [
    ...all.map((one, index) => ({
      start: one.start,
      end: one.end,
      by: own !== undefined && one.number === own ? selfMark : String.fromCharCode(firstCode + index),
    })),
    ...others.map(({ index, 0: found, groups }) => ({
      start: index,
      end: index + found.length,
      by: ` ${groups?.text ?? ''} `,
    })),
  ].toSorted((one, other) => one.start - other.start);
  let at = 0;
  let joined = '';
  for (const { start: from, end, by } of replaced) {
    if (from < at) continue;
    joined += text.slice(at, from) + by;
    at = end;
  }
  const folded = withSelfMarked(foldWord((joined + text.slice(at)).replaceAll(/[*`]/g, '')));
  const references = all.map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
  return { sentences: split(tokensOf(folded, references)), text: folded, references };
}

const pieces =
  /[\p{L}\p{N}]+(?:'\p{L}{1,2}(?!\p{L}))?|[\ue000-\uf7f1]|。|[.!?](?=[\s)\]"”’_]|$)|[;:,、()|·—–→]|(?<=\s)(?:-{1,3}|=>|->)(?=\s)/gu;
/** What marks that mean the same are read as. */
const marks = new Map([
  ['、', ','],
  ...['–', '→', '·', '-', '--', '---', '=>', '->'].map((mark) => [mark, '—'] as const),
]);

function tokensOf(text: string, references: readonly Reference[]): Token[] {
  const words = withoutPartly(text.match(pieces) ?? []);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const reference = references[word.charCodeAt(0) - firstCode];
    const size = selfAt(words, at);
    const self = words.slice(at, at + size).join(' ');
    if (size > 0) at += size - 1;
    const isSelf = size > 0 || word === selfMark;
    tokens.push({ word: isSelf ? self : (marks.get(word) ?? word), reference, isSelf });
  }
  return tokens;
}

const partlyWords = adrLanguages
  .flatMap((language) => variantsOf(adrWords[language].partly))
  .filter((words) => !isDense(words))
  .map((words) => splitWords(foldWord(words)));
const firstOfPartly = new Set(partlyWords.map(([first]) => first));

/** Words without those for “in part”, which say nothing of how ADRs are related. */
function withoutPartly(words: readonly string[]): readonly string[] {
  if (!words.some((word) => firstOfPartly.has(word))) return words;
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = partlyWords.find((partly) => partly.every((word, index) => words[at + index] === word));
    if (found === undefined) rest.push(words[at] ?? '');
    else at += found.length - 1;
  }
  return rest;
}

/** How many words a sentence has at most; a longer one is a list of some kind. */
const longestSentence = 500;

function split(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (token.word === endOfEntry || /^[.!?。]$/.test(token.word)) sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences.filter(({ length }) => length > 0 && length <= longestSentence);
}

/** The words of tokens. */
export function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ word }) => word);
}
