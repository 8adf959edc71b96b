import type { AdrOutcome, Markdown } from '../../content/content.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { namedCounter } from './counter.ts';
import type { NamedOption } from './merge-options.ts';
import { isSameOption, isWithin, wordsOf } from './same-option.ts';

/** What a file says about the answer to one question. */
export interface Answers {
  readonly outcome: AdrOutcome | undefined;
  /** Answers in headings and paragraphs: the text after “Decision: ” or “Chosen option: ”. */
  readonly named: readonly Markdown[];
  /** The title of the ADR, which often says what was chosen. */
  readonly title: Markdown;
  /** Whether the heading above the options says that none of them was chosen. */
  readonly areUnchosen: boolean;
}

/** The longest answer that is a name and not a text, in UTF-16 units. */
const longestName = 160;

/** The longest text after “Option 2” in a sentence that says nothing else, in UTF-16 units. */
const longestTail = 12;

/** The most characters between an option and the verb behind it, as in “Option 2 was chosen”. */
const nearVerb = 24;

/** How much of a decision's text is read, in UTF-16 units. */
const reach = { text: 3_000, sentence: 1_000, name: 400 };

/**
 * Finds the options that were chosen: by a mark, by the name or the counter in the answer, or by the first sentences of
 * the decision's text. There may be several, as in “option 2 now, option 4 later”.
 */
export function findChosen(options: readonly NamedOption[], answers: Answers): readonly NamedOption[] {
  const marked = options.filter(({ option }) => option.isChosen);
  // A mark at each of them says something else.
  if (marked.length > 0 && (marked.length < options.length || options.length === 1)) return marked;
  const { outcome, named } = answers;
  for (const name of [...(outcome?.chosen === undefined ? [] : [outcome.chosen]), ...named]) {
    const found = resolve(options, name, { isStrict: false, areUnchosen: answers.areUnchosen });
    if (found.length > 0) return found;
  }
  if (outcome?.chosen === undefined && outcome !== undefined) {
    // In a list of the options themselves, “Use Go” chooses nothing.
    const isTitle = (sentence: string) =>
      options.some((one) => plain(withoutMarks(one.option.title)) === plain(withoutMarks(sentence)));
    const sentences = sentencesOf(outcome.text).filter((sentence, index) => index === 0 || !isTitle(sentence));
    for (const [index, sentence] of sentences.entries()) {
      const found = inSentence(options, sentence, { isFirst: index === 0, areUnchosen: answers.areUnchosen });
      if (found.length > 0) return found;
    }
  }
  const titled = answers.areUnchosen ? [] : byTitle(options, withoutMarks(answers.title), 0, true);
  if (titled.length > 0) return titled;
  const bold = options.filter(({ isBold }) => isBold);
  return bold.length === 1 && options.length > 2 && !answers.areUnchosen ? bold : [];
}

/**
 * The options that an answer names: by a title, by counters, or by most words of a title; if it is strict, only by all
 * words of a title.
 */
function resolve(
  options: readonly NamedOption[],
  written: Markdown,
  { isStrict, areUnchosen }: { readonly isStrict: boolean; readonly areUnchosen: boolean },
): readonly NamedOption[] {
  const name = withoutMarks(written.slice(0, reach.name));
  const exact = options.find((one) => titlesOf(one).some((title) => plain(title) === plain(name)));
  if (exact !== undefined) return [exact];
  if (!isStrict && name.length > longestName) {
    const answers = { isFirst: true, areUnchosen: true };
    return (
      sentencesOf(written)
        .map((sentence) => inSentence(options, sentence, answers))
        .find(({ length }) => length > 0) ?? []
    );
  }
  const counted = keysIn(name).flatMap((key) => byKey(options, key, areUnchosen));
  if (counted.length > 0) return [...new Set(counted)];
  return bySize(options, name, isStrict);
}

/** The option that shares the most words with a name. */
function bySize(options: readonly NamedOption[], name: string, isStrict: boolean): readonly NamedOption[] {
  const words = wordsOf(name);
  if (words.size === 0) return [];
  const sizes = options
    .map((one) => ({ one, words: wordsOf(withoutMarks(one.option.title)) }))
    .filter((each) => each.words.size > 0);
  const within = sizes.filter((each) => isWithin(each.words, words)).toSorted((a, b) => b.words.size - a.words.size);
  const [most, next] = within;
  if (most !== undefined) return next === undefined || next.words.size < most.words.size ? [most.one] : [];
  if (isStrict) return mostAlike(options, name, 2);
  const around = options.filter(({ option }) => isSameOption(withoutMarks(option.title), name));
  if (around.length > 0) return around.length === 1 ? around : [];
  return mostAlike(options, name, 2);
}

const words = adrLanguages.flatMap((language) => variantsOf(adrWords[language].choosing));
const verbs = new RegExp(
  `(?<!\\p{L})(?:${oneOf(words.filter((word) => !isDense(word)))})(?!\\p{L})|${oneOf(words.filter(isDense))}`,
  'giu',
);
const contrasts = adrLanguages.flatMap((language) => variantsOf(adrWords[language].contrasts));
const contrast = new RegExp(
  `(?<!\\p{L})(?:${oneOf(contrasts.filter((word) => !isDense(word)))})(?!\\p{L})|${oneOf(contrasts.filter(isDense))}`,
  'iu',
);
const counters = new RegExp(`(?<!\\p{L})${namedCounter}`, 'giu');
const bareCounters = /\((?<key>\d{1,2}|[A-Za-z])\)/g;
const onlyCounter = new RegExp(
  `^\\(?(?<key>[A-Z]\\d?|\\d{1,2}[a-z]?)\\)?(?=$|[ ]?[:.)：,—–]| [-(]| ?(?:${oneOf(words.filter(isDense))}))`,
  'u',
);

/** The counters that an answer names: “Option 2”, “(2) and (4)”, “B”. */
function keysIn(name: string): string[] {
  const withWord = [...name.matchAll(counters)];
  const all = withWord.length > 0 ? withWord : [...name.matchAll(bareCounters)];
  const only = all.length > 0 ? undefined : onlyCounter.exec(name);
  return [...all, ...(only ? [only] : [])].flatMap(({ groups }) => groups?.key?.toLowerCase() ?? []);
}

/**
 * The option with a counter. Options without counters are counted by numbers or letters, unless the chosen one may not be
 * among them.
 */
function byKey(options: readonly NamedOption[], key: string, areUnchosen: boolean): NamedOption[] {
  const isCounted = areUnchosen || options.some((one) => one.key !== '');
  const found = isCounted
    ? options.filter((one) => one.key === key)
    : options.filter((_, index) => [String(index + 1), String.fromCharCode(97 + index)].includes(key));
  return found.length === 1 ? found : [];
}

/** The options that a sentence of the decision chooses. */
function inSentence(
  options: readonly NamedOption[],
  written: string,
  { isFirst, areUnchosen }: { readonly isFirst: boolean; readonly areUnchosen: boolean },
): readonly NamedOption[] {
  const sentence = withoutMarks(written);
  const [verb] = [...sentence.matchAll(verbs)].filter((match) => match.index < reach.sentence);
  const counted = [...sentence.matchAll(counters)].filter(
    ({ index }) => !isContrasted(sentence, verb?.index ?? 0, index),
  );
  const isOnlyName = counted[0]?.index === 0 && sentence.length - counted[0][0].length < longestTail;
  if (isFirst && sentence.length < longestTail) {
    const found = resolve(options, sentence, { isStrict: true, areUnchosen });
    if (found.length > 0) return found;
  }
  const isClear = verb !== undefined || isOnlyName || (isFirst && counted.length === 1);
  if (counted.length > 0 && isClear) {
    const after = counted.find(({ index }) => index > (verb?.index ?? -1));
    const before = counted.findLast(({ index, 0: words }) => (verb?.index ?? 0) - index - words.length < nearVerb);
    const found = byKey(options, (after ?? before)?.groups?.key?.toLowerCase() ?? '', areUnchosen);
    if (found.length > 0) return found;
  }
  const strong = /(?<open>\*\*|__)(?<chosen>[^*_]{1,400})\k<open>/.exec(written)?.groups?.chosen;
  if (strong !== undefined && (verb !== undefined || (isFirst && written.startsWith('**')))) {
    const found = resolve(options, strong, { isStrict: true, areUnchosen });
    if (found.length > 0) return found;
  }
  return verb === undefined ? [] : byTitle(options, sentence, verb.index, areUnchosen);
}

/** The only option whose title a sentence has, without “instead of” in front of it. */
function byTitle(options: readonly NamedOption[], sentence: string, from: number, areUnchosen: boolean) {
  const text = ` ${sentence.toLowerCase()} `;
  const places = options
    .map((one) => ({ one, title: withoutMarks(one.option.title).toLowerCase().trim() }))
    .flatMap(({ one, title }) => {
      const at = title === '' ? -1 : findPhrase(text, title);
      return at === -1 || isContrasted(sentence, from, at - 1) ? [] : [{ one, at, end: at + title.length }];
    });
  const outer = places.filter(
    (place) => !places.some((other) => other !== place && other.at <= place.at && other.end >= place.end),
  );
  if (outer.length > 0) return outer.length === 1 ? outer.map(({ one }) => one) : [];
  if (areUnchosen || contrast.test(sentence)) return [];
  const all = wordsOf(sentence);
  const found = options.filter(({ option }) => {
    const own = wordsOf(withoutMarks(option.title));
    return own.size > 0 && isWithin(own, all);
  });
  return found.length === 0 ? mostAlike(options, sentence, 5) : found.length === 1 ? found : [];
}

/** The option that shares most of its words with a text, if no other option comes near. */
function mostAlike(options: readonly NamedOption[], text: string, fewest: number): readonly NamedOption[] {
  const words = contentWords(text);
  const [best, second] = options
    .map((one) => {
      const own = contentWords(withoutMarks(one.option.title));
      const shared = [...own].filter((word) => words.has(word)).length;
      return { one, shared, share: shared / Math.max(1, Math.min(own.size, words.size)) };
    })
    .toSorted((a, b) => b.share - a.share);
  if (best === undefined || best.share < 0.6 || best.shared < fewest) return [];
  return (second?.share ?? 0) * 2 <= best.share ? [best.one] : [];
}

/** The words of a text without short ones, which many texts have. */
function contentWords(text: string): ReadonlySet<string> {
  return new Set([...wordsOf(text)].filter((word) => word.length > 2 || /[^\p{Ll}]/u.test(word)));
}

/** Where a text has some words that are not part of longer words; -1 if it doesn't. */
function findPhrase(text: string, phrase: string): number {
  const isPart = (character: string | undefined) =>
    character !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(character);
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + phrase.length])) return at;
  }
  return -1;
}

/** Whether “instead of”, “over” or “not” is in front of a place in a sentence, behind its verb. */
function isContrasted(sentence: string, verb: number, at: number): boolean {
  return contrast.test(sentence.slice(Math.max(0, Math.min(verb, at)), at));
}

/** The first sentences of a text, without tables, code and headings. */
function sentencesOf(text: Markdown): string[] {
  return text
    .slice(0, reach.text)
    .split('\n\n')
    .slice(0, 4)
    .filter((block) => !/^(?:#|```|~~~|\|| {4})/.test(block))
    .flatMap((block) => joinBold(block.replaceAll(/\n(?![-*+\d])/g, ' ').split(/(?<=[.!?;。])\s+|(?<=。)|\n/)))
    .map((sentence) => sentence.replace(/^(?:[-*+]|\d+\.) +/, ''));
}

/** A period inside of bold words, as in “**Go e.g. Gin**”, ends no sentence. */
function joinBold(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1) ?? '';
    const isOpen = (last.match(/\*\*|__/g) ?? []).length % 2 === 1;
    if (isOpen) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

function titlesOf({ option }: NamedOption): string[] {
  const notes = option.notes.map((note) => ` (${note})`).join('');
  const titles = [option.title, option.title + notes, ...(option.otherTitle === undefined ? [] : [option.otherTitle])];
  return titles.map(withoutMarks);
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}+#]+/gu, '');

function withoutMarks(text: Markdown): string {
  return text
    .replaceAll(/\[|\]\([^()\n]{0,400}\)|\]/g, '')
    .replaceAll(/["“”„«»「」『』'`*_]/g, '')
    .trim();
}
