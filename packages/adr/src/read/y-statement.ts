import type { AdrOption, AdrOutcome, Point } from '../content/content.ts';

/** What a Y-statement, an ADR in one sentence, says. */
export interface YStatement {
  readonly context: string;
  readonly options: readonly AdrOption[];
  readonly outcome: AdrOutcome;
  readonly consequences: readonly Point[];
}

// In the context of A, facing B, we decided for C (and neglected D), to achieve E, accepting that F.
const opening = /in the context of\s{1,9}/gi;
const facing = /,?\s{1,9}facing\s{1,9}/gi;
const decided = /,?\s{1,9}(?:we )?decided\s{1,9}(?:for|to)\s{1,9}/gi;
const neglecting = /,?\s{1,9}(?:and )?(?:neglected|against|rejected)\s{1,9}/gi;
const achieving = /,?\s{1,9}to achieve\s{1,9}/gi;
const accepting = /,?\s{1,9}accepting(?: that| of)?\s{1,9}/gi;
const ending = /\.(?=\s|$)|\n\n|$/g;

/** The longest text between those words, in UTF-16 units. */
const longest = { title: 400, text: 1_000 };

/** How far from the start to look for the sentence, in UTF-16 units. */
const reach = 6000;

/** Reads a Y-statement, long or short. Emphasis and line breaks don't matter. */
export function readYStatement(text: string): YStatement | undefined {
  const start = text.slice(0, reach).search(/in the context of/i);
  if (start === -1) return undefined;
  const words = text.slice(start, start + reach).replaceAll(/\*\*|__/g, '');
  const sentence = findSentence(words);
  if (sentence === undefined) return undefined;
  const { context, concern, chosen, neglected, benefit, drawback } = sentence;
  const others = neglected?.split(/,\s*|(?<!\s)\s+(?:and|or)\s+/).filter((title) => title !== '') ?? [];
  return {
    context: `${context}, facing ${concern}`,
    options: [toOption(chosen, true), ...others.map((title) => toOption(title, false))],
    outcome: { chosen, reason: `we want to achieve ${benefit}`, text: '' },
    consequences: [
      { kind: 'pro', text: benefit },
      ...(drawback === undefined ? [] : [{ kind: 'con', text: drawback } as const]),
    ],
  };
}

/** Replaces the Y-statement in a text by its context. */
export function withoutStatement(text: string): string {
  if (readYStatement(text) === undefined) return text;
  const sentence = findSentence(text.slice(0, 2 * reach));
  if (sentence === undefined) return text;
  const { start, end, context, concern } = sentence;
  return `${text.slice(0, start)}In the context of ${context}, facing ${concern}.${text.slice(end)}`;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly context: string;
  readonly concern: string;
  readonly chosen: string;
  readonly neglected: string | undefined;
  readonly benefit: string;
  readonly drawback: string | undefined;
}

function findSentence(text: string): Sentence | undefined {
  for (const match of text.matchAll(opening)) {
    const sentence = readSentence(text, match);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** Reads the sentence from its opening. Each part ends at the first words that may end it. */
function readSentence(text: string, opened: RegExpExecArray): Sentence | undefined {
  const start = opened.index;
  const first = partBefore(text, start + opened[0].length, facing, longest.text);
  const second = first && partBefore(text, first.next, decided, longest.text);
  const third = second && partBefore(text, second.next, achieving, 2 * longest.title + 50);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const choice = partBefore(third.part, 0, neglecting, longest.title);
  const neglected = choice === undefined ? undefined : third.part.slice(choice.next);
  const fourth = partBefore(text, third.next, ending, 2 * longest.text + 50);
  const benefit = partBefore(text, third.next, accepting, longest.text);
  const hasDrawback = benefit !== undefined && fourth !== undefined && benefit.end <= fourth.end;
  const last = hasDrawback ? partBefore(text, benefit.next, ending, longest.text) : fourth;
  if (last === undefined) return undefined;
  const said = {
    start,
    end: last.next,
    context: first.part,
    concern: second.part,
    chosen: choice?.part ?? third.part,
    neglected: neglected === '' ? undefined : neglected,
    benefit: hasDrawback ? benefit.part : last.part,
    drawback: hasDrawback ? last.part : undefined,
  };
  const isShort = said.chosen.length <= longest.title && (neglected?.length ?? 0) <= longest.title;
  return isShort && said.benefit.length <= longest.text ? said : undefined;
}

/** The text from a position up to some words, where it ends, and where the text after those words starts. */
function partBefore(text: string, from: number, words: RegExp, most: number) {
  words.lastIndex = from + 1;
  const match = words.exec(text.slice(0, from + most + 50));
  if (match === null || match.index - from > most) return undefined;
  return { part: text.slice(from, match.index), end: match.index, next: match.index + match[0].length };
}

function toOption(title: string, isChosen: boolean): AdrOption {
  return { title, notes: [], otherTitle: undefined, description: '', points: [], isChosen };
}
