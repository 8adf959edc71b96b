import type { Markdown } from '../../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { denseCharacter, isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import type { NamedOption } from '../options/merge-options.ts';
import { isWithin, stemsInOrder, wordsOf } from '../options/same-option.ts';
import { tokensOf } from './best-told.ts';
import { byBareKey, byCounters, byKey, byLeadingKey, byPlace, keysIn } from './by-counter.ts';
import { beginningAlike, byAddress, byCode, byPhrase, bySize, byTitle, rightBehind } from './by-title.ts';
import { aside, contrast, counters, isContrasted, rejection, verbs, withoutReason } from './choice-words.ts';
import { mostAlike } from './most-alike.ts';
import { findPhrase, plain, sentencesOf, withoutMarks } from './sentences.ts';

/** How an answer is read. */
export interface Reading {
  readonly areUnchosen: boolean;
  readonly language: AdrLanguage;
  /** Whether a name that only one option has is enough in any sentence, and not only in the first one. */
  readonly areNamesTelling?: boolean;
}

/** The longest answer that is a name and not a text, in UTF-16 units. */
const longestName = 160;

/** The longest text after “Option 2” in a sentence that says nothing else, in UTF-16 units. */
const longestTail = 12;

/** The most characters between an option and the verb behind it, as in “Option 2 was chosen”. */
const nearVerb = 24;

/** What a template has in the place of a name: “{title of option 1}”. */
const leftover = /^\{[^{}]{1,200}\}$/;

/** How much of a sentence and of a name is read, in UTF-16 units. */
const reach = { sentence: 1_000, name: 400 };

/**
 * The options that an answer names: by a title, by counters, or by most words of a title; if it is strict, only by all
 * words of a title.
 */
export function resolve(
  options: readonly NamedOption[],
  written: Markdown,
  { isStrict, areUnchosen, language }: Reading & { readonly isStrict: boolean },
): readonly NamedOption[] {
  if (leftover.test(written.trim())) return [];
  const name = withoutMarks(written.slice(0, reach.name));
  const exact = options.find((one) => titlesOf(one).some((title) => plain(title) === plain(name)));
  if (exact !== undefined) return [exact];
  const each = namedTogether(options, name);
  if (each.length > 0) return each;
  const ordered = stemsInOrder(name);
  const alike = options.filter((one) => titlesOf(one).some((title) => stemsInOrder(title) === ordered));
  if (alike.length === 1 && ordered !== '') return alike;
  const led = isStrict || areUnchosen ? [] : byLeadingKey(options, name);
  if (led.length > 0) return led;
  const paired = areUnchosen ? [] : byPairs(options, name);
  if (paired.length > 0) return paired;
  const isText = !isStrict && name.length > longestName;
  const told = isText ? (inAnyOf(options, sentencesOf(written), { areUnchosen, language }) ?? []) : [];
  if (told.length > 0) return told;
  const coded = areUnchosen ? [] : byCode(options, written);
  if (coded.length > 0 || isText) return coded;
  const counted = keysIn(name).flatMap((key) => byKey(options, key, areUnchosen));
  if (counted.length > 0) return [...new Set(counted)];
  const placed = areUnchosen || contrast.test(name) || rejection.test(name) ? [] : byPlace(options, name);
  if (placed.length > 0) return placed;
  // `"Go", as opposed to Java`
  const quoted = /^[^"“”„«»「」『』]{0,2}["“„«「『]?(?<name>[^"“”„«»「」『』]{2,200})["”“»」』]/.exec(written)?.groups
    ?.name;
  const byQuote =
    quoted === undefined || isStrict
      ? []
      : bySize(options, withoutMarks(quoted), { isStrict: true, areUnchosen: true });
  return byQuote.length > 0 ? byQuote : bySize(options, name, { isStrict, areUnchosen });
}

/** The options that the first of some sentences chooses that chooses any. */
function inAnyOf(
  options: readonly NamedOption[],
  sentences: readonly Markdown[],
  reading: Reading,
): readonly NamedOption[] | undefined {
  const found = sentences.map((sentence) => inSentence(options, sentence, { ...reading, isFirst: true }));
  return found.find(({ length }) => length > 0);
}

/** The options that a sentence of the decision chooses. */
export function inSentence(
  options: readonly NamedOption[],
  all: Markdown,
  { isFirst, areUnchosen, language, areNamesTelling = isFirst }: Reading & { readonly isFirst: boolean },
): readonly NamedOption[] {
  if (/[?？]$/.test(withoutMarks(all))) return [];
  const written = withoutReason(all, language);
  const sentence = withoutMarks(written);
  const found = verbs.exec(sentence);
  const verb = found !== null && found.index < reach.sentence ? found : undefined;
  const counted = counters.all(sentence).filter(({ index }) => !isContrasted(sentence, verb?.index ?? 0, index));
  const isOnlyName = counted[0]?.index === 0 && sentence.length - counted[0][0].length < longestTail;
  const isName = verb === undefined && sentence.length < longestShort && !/[.!?:。：]$/.test(sentence);
  const isRejection = rejection.test(sentence);
  if (isFirst && !isRejection && (sentence.length < longestTail || isName)) {
    const found = resolve(options, written, { isStrict: true, areUnchosen, language });
    if (found.length > 0) return found;
    const named =
      areUnchosen || contrast.test(sentence) ? [] : bySize(options, sentence, { isStrict: false, areUnchosen });
    if (named.length > 0) return named;
  }
  if (isFirst && !isRejection && !areUnchosen && sentence.length < longestShort && / /.test(sentence)) {
    const begun = options.filter(({ option }) => plain(withoutMarks(option.title)).startsWith(plain(sentence)));
    if (begun.length === 1) return begun;
  }
  const first = isFirst && !areUnchosen && !isRejection ? beginningWith(options, sentence) : [];
  if (first.length > 0) return first;
  const linked = isRejection || areUnchosen ? [] : byAddress(options, written);
  if (linked.length > 0) return linked;
  const isAside = counted.length === 1 && /[(（]$/.test(sentence.slice(0, counted[0]?.index));
  const isClear =
    verb !== undefined || isOnlyName || (isAside && !isRejection) || (isFirst && counted.length === 1 && !isRejection);
  const listed = isRejection || (verb === undefined && !isFirst) ? [] : byCounters(options, sentence, verb?.index ?? 0);
  if (listed.length > 0) return listed;
  if (counted.length > 0 && isClear) {
    const after = counted.find(({ index }) => index > (verb?.index ?? -1));
    const at = verb?.index ?? 0;
    const before = counted.findLast(({ index, 0: words }) => index < at && at - index - words.length < nearVerb);
    const isBefore = before !== undefined && at - before.index - before[0].length < (after?.index ?? Infinity) - at;
    const found = byKey(options, (isBefore ? before : after)?.groups?.key?.toLowerCase() ?? '', areUnchosen);
    if (found.length > 0) return found;
  }
  const placed = (verb === undefined && !isFirst) || isRejection || areUnchosen ? [] : byPlace(options, sentence);
  if (placed.length > 0) return placed;
  const bare = verb === undefined ? [] : byBareKey(options, sentence.slice(verb.index + verb[0].length));
  if (bare.length > 0) return bare;
  const quoted = verb === undefined || isRejection ? [] : byQuotation(options, written);
  if (quoted.length > 0) return quoted;
  const tail = /[:：] ?(?<names>[^:：]{3,200})$/u.exec(sentence.slice(verb?.index ?? sentence.length))?.groups?.names;
  const listedBehind = tail === undefined || isRejection || areUnchosen ? [] : namedTogether(options, tail);
  if (listedBehind.length > 0) return listedBehind;
  const strong = /(?<open>\*\*|__)(?<chosen>[^*_]{1,400})\k<open>/.exec(written)?.groups?.chosen;
  if (strong !== undefined && (verb !== undefined || (isFirst && written.startsWith('**')))) {
    // In bold, too, what comes after “, with” is beside the point.
    const cut = strong.length > longestShort ? strong.search(aside) : -1;
    const main = cut === -1 ? [] : resolve(options, strong.slice(0, cut), { isStrict: true, areUnchosen, language });
    const found = main.length > 0 ? main : resolve(options, strong, { isStrict: true, areUnchosen, language });
    if (found.length > 0) return found;
    const begun =
      isFirst && verb !== undefined && !isRejection && !contrast.test(sentence)
        ? beginningAlike(options, withoutMarks(strong), areUnchosen)
        : [];
    if (begun.length > 0) return begun;
  }
  if (verb !== undefined) {
    const cut = sentence.slice(verb.index).search(aside);
    const main = cut === -1 ? sentence : sentence.slice(0, verb.index + cut);
    const reading = { from: verb.index, areUnchosen, fewest: 3 };
    // What comes after “, with” is beside the point.
    const inMain = main === sentence ? [] : byTitle(options, main, { ...reading, areNamesTelling });
    if (inMain.length > 0) return inMain;
    const found = byTitle(options, sentence, {
      ...reading,
      areNamesTelling: areNamesTelling && !dense.test(sentence),
    });
    // What is right behind the verb says most.
    const near =
      isFirst && found.length === 0 && !areUnchosen && !isRejection ? rightBehind(options, sentence, verb) : [];
    if (near.length > 0) return near;
    const isTold = !isFirst || areUnchosen || contrast.test(sentence) || dense.test(sentence);
    return found.length > 0 || isTold ? found : byCode(options, written);
  }
  // Without a verb that we know, the first sentence still chooses what it names.
  if (!isFirst || areUnchosen || isRejection) return [];
  const named = byPhrase(options, sentence, 0);
  // Where words have no blanks between them, single names in a sentence say little of what it says.
  if (named.length > 0 || contrast.test(sentence) || dense.test(sentence)) return named;
  const coded = byCode(options, written);
  if (coded.length > 0) return coded;
  const alike = mostAlike(options, sentence, saidAgain);
  return alike.length > 0 ? alike : withAllWords(options, sentence);
}

const quotation = /["“„«「『](?<name>[^"“”„«»「」『』]{2,200})["”“»」』]/gu;

/** The only option whose title a sentence has between quotation marks; none if “instead of” is in front of it. */
function byQuotation(options: readonly NamedOption[], written: Markdown): readonly NamedOption[] {
  const found = [...written.matchAll(quotation)].flatMap(({ index, groups }) => {
    const name = plain(groups?.name ?? '');
    const titled = options.filter((one) => titlesOf(one).some((title) => plain(title) === name));
    return contrast.test(written.slice(0, index)) ? [] : titled;
  });
  return new Set(found).size === 1 ? found.slice(0, 1) : [];
}

/** The option with whose whole title a sentence begins, as in “Java, with a library of our own”. */
export function beginningWith(options: readonly NamedOption[], sentence: string): readonly NamedOption[] {
  const text = sentence.toLowerCase();
  const begun = options
    .map((one) => ({ one, title: withoutMarks(one.option.title).toLowerCase() }))
    .filter(({ title }) => title.length > 1 && findPhrase(text, title) === 0)
    .toSorted((one, other) => other.title.length - one.title.length);
  const [longest] = begun;
  const behind = sentence.slice(longest?.title.length ?? 0, (longest?.title.length ?? 0) + nearBeginning);
  const isDoubtful = /^\s?[+&/]/.test(behind) || (/^\s/.test(behind) && contrast.test(behind));
  return longest === undefined || isDoubtful ? [] : [longest.one];
}

/** How far behind such a title “instead of” or “not” may say something else of it, in UTF-16 units. */
const nearBeginning = 30;

/** The only option all of whose words a sentence has, that begins with the first of them: “Pin the old dependencies.” */
function withAllWords(options: readonly NamedOption[], sentence: string): readonly NamedOption[] {
  const told = wordsOf(sentence);
  const [first] = told;
  const found = options.filter(({ option }) => {
    const words = wordsOf(withoutMarks(option.title));
    return words.size > 1 && words.values().next().value === first && isWithin(words, told);
  });
  return found.length === 1 ? found : [];
}

/** How much of a name has to be in the title, how many of its tokens, and how many times more than in any other title. */
const leastPaired = { share: 0.5, tokens: 4, ahead: 1.6 };

/** The option that has most of a name in a language without blanks between words, far more than any other has. */
function byPairs(options: readonly NamedOption[], name: string): readonly NamedOption[] {
  if (!dense.test(name)) return [];
  const tokens = tokensOf(name);
  const counted = options
    .map((one) => ({ one, own: tokensOf(one.option.title) }))
    .map(({ one, own }) => ({ one, count: [...tokens].filter((token) => own.has(token)).length }));
  const [best, next] = counted.toSorted((one, other) => other.count - one.count);
  if (best === undefined || next === undefined || best.count < leastPaired.tokens) return [];
  const isAhead = best.count >= leastPaired.ahead * next.count;
  return isAhead && best.count >= leastPaired.share * tokens.size ? [best.one] : [];
}

/** The options that a name consists of: “Go and Java”, “A + B”. */
function namedTogether(options: readonly NamedOption[], name: string): readonly NamedOption[] {
  const parts = name.split(joints).map((part) => plain(part));
  const found = parts.flatMap((part) => {
    const titled = options.filter((one) => titlesOf(one).some((title) => plain(title) === part));
    return titled.length === 1 ? titled : [];
  });
  return parts.length > 1 && found.length === parts.length ? [...new Set(found)] : [];
}

const ands = adrLanguages.flatMap((language) => variantsOf(adrWords[language].and)).filter((word) => !isDense(word));
/** What is between the names of several options. */
const joints = new RegExp(`[,;] (?:(?:${oneOf(ands)}) )?| (?:${oneOf(ands)}|[+/]) |[、・]`, 'iu');

const dense = new RegExp(denseCharacter, 'u');

/** When a sentence says in almost the same words what the title of an option does. */
const saidAgain = { fewest: 5, leastShare: 0.8 };

/** The longest text without a verb that names an option, in UTF-16 units. */
const longestShort = 100;

function titlesOf({ option }: NamedOption): string[] {
  const notes = option.notes.map((note) => ` (${note})`).join('');
  const titles = [option.title, option.title + notes, ...(option.otherTitle === undefined ? [] : [option.otherTitle])];
  return titles.map(withoutMarks);
}
