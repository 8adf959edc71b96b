import type { AdrOption, AdrOutcome, Point } from '../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../language/adr-language.ts';
import { type StatementPart, variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { adrWords } from '../language/words.ts';

/** What a Y-statement, an ADR in one sentence, says. */
export interface YStatement {
  readonly context: string;
  readonly options: readonly AdrOption[];
  readonly outcome: AdrOutcome;
  readonly consequences: readonly Point[];
}

/** The parts in their usual order. */
const parts: readonly StatementPart[] = ['context', 'facing', 'decided', 'neglected', 'achieving', 'accepting'];
/** The parts that make a sentence a Y-statement. */
const needed: readonly StatementPart[] = ['context', 'facing', 'decided', 'achieving'];

/** How far from the start to look for the sentence, and the longest text of a part, in UTF-16 units. */
const reach = 6_000;
const longest: Readonly<Record<StatementPart, number>> = {
  context: 1_000,
  facing: 1_000,
  decided: 400,
  neglected: 400,
  achieving: 1_000,
  accepting: 1_000,
};

/** How far behind the beginning of a part its last words may be: “um … zu erreichen”. In UTF-16 units. */
const farApart = 400;

/** The words of a language around each part: those that begin it, and those that end it. */
interface PartWords {
  readonly part: StatementPart;
  readonly openings: readonly Opening[];
  readonly closing: RegExp | undefined;
}

/** What begins a part, and what has to end it later, if anything does: “um … zu erreichen”. */
interface Opening {
  readonly begins: RegExp;
  readonly ends: string;
}

const blank = '[ \\t\\n]{1,9}';
const pattern = (words: Iterable<string>) => oneOf(words).replaceAll('\\s', blank).replaceAll('’', "['’]");

/** In some languages, such as Japanese, words that end the parts are all there is. */
const wordsByLanguage = new Map(adrLanguages.map((language) => [language, statementWords(language)]));

function statementWords(language: AdrLanguage): readonly PartWords[] {
  return parts.map((part) => {
    const phrases = variantsOf(adrWords[language].statement[part]).map((phrase) => {
      const [before = '', after = ''] = phrase.split('…').map((words) => words.trim());
      return { before, after };
    });
    const byEnd = Map.groupBy(
      phrases.filter(({ before }) => before !== ''),
      ({ after }) => after,
    );
    const openings = [...byEnd].map(
      ([ends, all]): Opening => ({
        begins: new RegExp(all.map(({ before }) => openingOf(before)).join('|'), 'giu'),
        ends: ends.toLowerCase(),
      }),
    );
    const closings = phrases.flatMap(({ after }) => (after === '' ? [] : [after]));
    const edge = closings.some(isDense) ? '' : '(?!\\p{L})';
    return {
      part,
      openings,
      closing: closings.length === 0 ? undefined : new RegExp(`,?\\s{0,9}(?:${pattern(closings)})${edge}`, 'giu'),
    };
  });
}

function openingOf(before: string): string {
  const [start, end] = isDense(before) ? ['', '\\s{0,9}'] : ['(?<!\\p{L})', before.endsWith('’') ? '' : blank];
  return `${start}${pattern([before])}[:：]?${end}`;
}

/** How many places that may begin a part are tried. */
const mostTries = 20;

/** The first place from `from` to `to` where words may begin a part, and where its text begins. The longest words count. */
function findOpening(
  text: string,
  { openings }: PartWords,
  from: number,
  to: number,
): { readonly at: number; readonly from: number } | undefined {
  const found = openings.flatMap(({ begins, ends }) => {
    begins.lastIndex = from;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const match = begins.exec(text.slice(0, to));
      if (match === null) return [];
      const behind = match.index + match[0].length;
      const isEnded =
        ends === '' ||
        text
          .slice(behind, behind + farApart)
          .toLowerCase()
          .replaceAll('\n', ' ')
          .includes(ends);
      if (isEnded) return [{ at: match.index, from: behind }];
    }
    return [];
  });
  return found.toSorted((one, other) => one.at - other.at || other.from - one.from)[0];
}

const firstWords = adrLanguages.map((language) => ({
  language,
  pattern: new RegExp(
    pattern(
      variantsOf(adrWords[language].statement.context).flatMap(
        (phrase) => phrase.split('…')[0]?.trim() || phrase.slice(1).trim(),
      ),
    ),
    'iu',
  ),
}));
const anyFirstWords = new RegExp(firstWords.map((one) => one.pattern.source).join('|'), 'iu');

/** Reads a Y-statement, long or short, in any language. Emphasis and line breaks don't matter. */
export function readYStatement(text: string): YStatement | undefined {
  if (!anyFirstWords.test(text.slice(0, reach))) return undefined;
  const found = findSentence(text.slice(0, 2 * reach).replaceAll(/\*\*|__/g, ''));
  if (found === undefined) return undefined;
  const { language, said, context } = found;
  const { decided = '', neglected = '', achieving = '', accepting } = said;
  const words = adrWords[language];
  const [before = '', after = ''] = words.statement.aim.split('…');
  return {
    context,
    options: [toOption(decided, true), ...namesIn(neglected, language).map((title) => toOption(title, false))],
    outcome: { chosen: decided, reason: before + achieving + after, text: '' },
    consequences: [
      { kind: 'pro', text: achieving },
      ...(accepting === undefined ? [] : [{ kind: 'con', text: accepting } as const]),
    ],
  };
}

/** Replaces the Y-statement in a text by its context. */
export function withoutStatement(text: string): string {
  if (readYStatement(text) === undefined) return text;
  const sentence = findSentence(text.slice(0, 2 * reach));
  if (sentence === undefined) return text;
  const { start, end, context, language } = sentence;
  return `${text.slice(0, start)}${context}${isDense(adrWords[language].statement.aim) ? '。' : '.'}${text.slice(end)}`;
}

const jointsBy = new Map(
  adrLanguages.map((language) => {
    const { and, or } = adrWords[language];
    return [language, new Set([...variantsOf(and), ...variantsOf(or)])] as const;
  }),
);

/** The options that a sentence says were not taken: “Go, Java or Rust”. */
function namesIn(neglected: string, language: AdrLanguage): string[] {
  const joints = jointsBy.get(language);
  const words = neglected.split(/(?<!\s)\s+/);
  const text = words.map((word) => (joints?.has(word.toLowerCase()) === true ? ',' : word)).join(' ');
  return text
    .split(/ ?[,、，]\s?/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

interface Sentence {
  readonly language: AdrLanguage;
  readonly start: number;
  readonly end: number;
  readonly said: Readonly<Partial<Record<StatementPart, string>>>;
  /** The sentence up to its decision. */
  readonly context: string;
}

function findSentence(text: string): Sentence | undefined {
  for (const { language, pattern: first } of firstWords) {
    if (!first.test(text.slice(0, reach))) continue;
    const words = wordsByLanguage.get(language) ?? [];
    const isPostpositive = words.every(({ openings }) => openings.length === 0);
    const sentence = isPostpositive ? readFromEnds(text, words) : readFromBeginnings(text, words);
    if (sentence !== undefined) return { language, ...sentence };
  }
  return undefined;
}

type Read = Omit<Sentence, 'language'>;

/** Where the words that begin a part are, and where its text begins. */
interface StartOfPart {
  readonly part: StatementPart;
  readonly at: number;
  readonly from: number;
}

/** A part with the end of its text. */
interface PartAt extends StartOfPart {
  readonly to: number;
}

/** Reads the sentence of a language in which words begin the parts. Each ends at the first words that may begin a later one. */
function readFromBeginnings(text: string, words: readonly PartWords[]): Read | undefined {
  const [first] = words;
  let opened = first && findOpening(text, first, 0, reach);
  for (let tries = 0; first !== undefined && opened !== undefined && tries < mostTries; tries += 1) {
    const found: PartAt[] = [];
    let current: StartOfPart | undefined = { part: 'context', ...opened };
    let end = -1;
    while (current !== undefined) {
      const next: StartOfPart | undefined = nextPart(text, current, words);
      const isLast: boolean = current.part === 'achieving' || current.part === 'accepting';
      const stop: number = isLast ? endOfSentence(text, current.from) : text.length;
      end = Math.min(next?.at ?? text.length, stop);
      found.push({ ...current, to: end });
      current = next !== undefined && next.at < stop ? next : undefined;
    }
    const sentence = toSentence(text, found, words, opened.at, end + (/[.。]/.test(text.charAt(end)) ? 1 : 0));
    if (sentence !== undefined) return sentence;
    opened = findOpening(text, first, opened.at + 1, reach);
  }
  return undefined;
}

/** The part that follows another one, at the first place where words for any of those that may do so are. */
function nextPart(text: string, { part, from }: StartOfPart, words: readonly PartWords[]): StartOfPart | undefined {
  const at = parts.indexOf(part);
  const following = needed.find((one) => parts.indexOf(one) > at) ?? 'accepting';
  const last = parts.indexOf(following);
  const to = from + longest[part] + farApart;
  const found = words.slice(at + 1, last + 1).flatMap((next): StartOfPart[] => {
    const opening = findOpening(text, next, from + 1, to);
    return opening === undefined ? [] : [{ part: next.part, ...opening }];
  });
  return found.toSorted((one, other) => one.at - other.at)[0];
}

function endOfSentence(text: string, from: number): number {
  const found = text.slice(from).search(/\.(?=\s|$)|。|\n\n|$/);
  return from + found;
}

/** Reads the sentence of a language in which words end the parts, in any order but that the context comes first. */
function readFromEnds(text: string, words: readonly PartWords[]): Read | undefined {
  const first = words[0]?.closing;
  for (const closed of first === undefined ? [] : text.slice(0, reach).matchAll(first)) {
    const before = text.slice(0, closed.index);
    const start = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1;
    const found: PartAt[] = [{ part: 'context', at: start, from: start, to: closed.index }];
    let from = behind(text, closed.index + closed[0].length);
    for (;;) {
      const left = words.filter(({ part }) => !found.some((one) => one.part === part));
      const [next] = left
        .flatMap(({ part, closing }) => {
          if (closing === undefined) return [];
          closing.lastIndex = from;
          const match = closing.exec(text.slice(0, from + longest[part]));
          return match === null ? [] : [{ part, at: match.index, end: match.index + match[0].length }];
        })
        .toSorted((one, other) => one.at - other.at || other.end - one.end);
      if (next === undefined || /\n\n/.test(text.slice(from, next.at))) break;
      found.push({ part: next.part, at: from, from, to: next.at });
      from = behind(text, next.end);
    }
    const sentence = toSentence(text, found, words, start, from);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** Where the next part begins: behind the ending of a word, and punctuation. */
function behind(text: string, end: number): number {
  return (
    end +
    (/^(?:\p{Script=Hangul}{0,8}(?: \p{Script=Hangul}{1,6}(?=[,.、。]))?)?[,.、，。]?\s{0,9}/u.exec(
      text.slice(end, end + 40),
    )?.[0].length ?? 0)
  );
}

function toSentence(
  text: string,
  found: readonly PartAt[],
  words: readonly PartWords[],
  start: number,
  end: number,
): Read | undefined {
  const told = found.map((one) => ({ ...one, said: tidy(text.slice(one.from, one.to), one.part, words) }));
  const isWhole = needed.every((part) => told.some((one) => one.part === part && one.said !== ''));
  // Parts may be paragraphs of their own, but only the last one ends a sentence.
  const isBroken = told.some(
    ({ part, said }, at) =>
      said.length > longest[part] || said.includes('\n\n') || (at < told.length - 1 && endsSentence.test(said)),
  );
  if (!isWhole || isBroken) return undefined;
  const said = Object.fromEntries(told.filter((one) => one.said !== '').map((one) => [one.part, one.said]));
  const { at: decision = end } = found.find(({ part }) => part !== 'context' && part !== 'facing') ?? {};
  return { start, end, said, context: withoutMarks(text.slice(start, decision)) };
}

const endsSentence = /\p{L}{3}[.!?。](?:\s|$)/u;

/** What a part says, without the words that end it. */
function tidy(text: string, part: StatementPart, words: readonly PartWords[]): string {
  const own = words.find((one) => one.part === part)?.closing;
  if (own !== undefined) own.lastIndex = 0;
  const end = own?.exec(text)?.index ?? text.length;
  const cut = withoutMarks(text.slice(0, end === 0 ? text.length : end));
  // “und gegen Go entschieden”: the words that end another part.
  const others = words.flatMap(({ closing }) => {
    if (closing === undefined) return [];
    closing.lastIndex = 0;
    const match = [...cut.matchAll(closing)].at(-1);
    return match !== undefined && match.index > 0 && match.index + match[0].length === cut.length ? [match.index] : [];
  });
  return withoutMarks(cut.slice(0, Math.min(cut.length, ...others)));
}

function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(/(?:[,、，]|(?<=[,、，] ?)(?:and|we))$/, '')
    .trim();
}

function toOption(title: string, isChosen: boolean): AdrOption {
  return { title, notes: [], otherTitle: undefined, description: '', points: [], isChosen };
}
