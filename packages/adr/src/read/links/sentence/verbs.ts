import { boundary } from './marks.ts';
import { isBackward } from './statement.ts';
import type { Token } from './tokens.ts';
import { type Verb, verbsByWord } from './words.ts';

/** How far the parts of a verb may be from each other, in words. */
const reach = { gap: 6, around: 16 };

/** A verb in a sentence. */
export interface Found {
  readonly verb: Verb;
  readonly start: number;
  /** Where what it is about begins and ends, and where the verb ends. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The verbs of a sentence, in order. */
export function verbsIn(sentence: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < sentence.length; at += 1) {
    const one = verbAt(sentence, at);
    if (one === undefined) continue;
    found.push(one);
    at = one.from - 1;
  }
  return found;
}

function verbAt(sentence: readonly Token[], start: number): Found | undefined {
  for (const verb of verbsByWord.get(sentence[start]?.word ?? '') ?? []) {
    const from = endOfWords(sentence, start, verb);
    if (from === undefined) continue;
    if (verb.after.length === 0) return { verb, start, from, to: sentence.length, end: from };
    const to = placeOfWords(sentence, from, verb.after);
    if (to !== undefined) return { verb, start, from, to, end: to + verb.after.length };
  }
  return undefined;
}

/** Where the words of a verb end that begins at a place. A day or a remark may be in front of the last one. */
function endOfWords(sentence: readonly Token[], start: number, { before, kind }: Verb): number | undefined {
  let at = start;
  for (const [index, word] of before.entries()) {
    if (index === before.length - 1 && index > 0 && isBackward(kind))
      at = behindGap(sentence, at, word, before[0] ?? '');
    if (sentence[at]?.word !== word) return undefined;
    at += 1;
  }
  return at;
}

function behindGap(sentence: readonly Token[], from: number, word: string, first: string): number {
  const isLoose = /^super[sc]/.test(first);
  let depth = 0;
  for (let at = from; at < from + 2 * reach.gap; at += 1) {
    const token = sentence[at];
    if (token === undefined || token.isSelf) return from;
    if (depth === 0 && token.word === word) return at;
    if (token.word === '(') depth += 1;
    else if (token.word === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (token.reference !== undefined || boundary.test(token.word)) return from;
    else if (!(isLoose && at < from + reach.gap) && !/^(?:\p{N}+|.{1,3})$/u.test(token.word)) return from;
  }
  return from;
}

function placeOfWords(sentence: readonly Token[], from: number, words: readonly string[]): number | undefined {
  for (let at = from; at < Math.min(from + reach.around, sentence.length); at += 1) {
    if (words.every((word, index) => sentence[at + index]?.word === word)) return at;
    if (/^[;:—]$/.test(sentence[at]?.word ?? '')) return undefined;
  }
  return undefined;
}
