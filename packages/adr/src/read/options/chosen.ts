import type { AdrOutcome, Markdown } from '../../content/content.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import {
  aside,
  bareCounters,
  contrast,
  counterLists,
  counters,
  onlyCounter,
  places,
  placeWords,
  rejection,
  verbs,
  withoutReason,
} from './choice-words.ts';
import { isOnlyCounter } from './counter.ts';
import type { NamedOption } from './merge-options.ts';
import { countShared, isAmong, isSameOption, isWithin, namesOf, stemsOf, wordsOf } from './same-option.ts';
import { findPhrase, plain, sentencesOf, withoutMarks } from './sentences.ts';

/** What a file says about the answer to one question. */
export interface Answers {
  readonly outcome: AdrOutcome | undefined;
  /** Answers in headings and paragraphs: the text after “Decision: ” or “Chosen option: ”. */
  readonly named: readonly Markdown[];
  /** The title of the ADR, which often says what was chosen. */
  readonly title: Markdown;
  /** The paragraphs that may decide although they are not in the section for the decision. */
  readonly elsewhere: () => readonly Markdown[];
  /** Whether the heading above the options says that none of them was chosen. */
  readonly areUnchosen: boolean;
  readonly language: AdrLanguage;
}

/** How an answer is read. */
interface Reading extends Pick<Answers, 'areUnchosen' | 'language'> {
  /** Whether a name that only one option has is enough in any sentence, and not only in the first one. */
  readonly areNamesTelling?: boolean;
}

/** The longest answer that is a name and not a text, in UTF-16 units. */
const longestName = 160;

/** The longest text after “Option 2” in a sentence that says nothing else, in UTF-16 units. */
const longestTail = 12;

/** The most characters between an option and the verb behind it, as in “Option 2 was chosen”. */
const nearVerb = 24;

/** How far in front of an option “not” is looked for if the verb follows the option, in UTF-16 units. */
const nearContrast = 40;

/** How much of a sentence and of a name is read, in UTF-16 units. */
const reach = { sentence: 1_000, name: 400 };

/**
 * Finds the options that were chosen: by a mark, by the name or the counter in the answer, by the sentences of the
 * decision's text, by the title of the ADR, or because all others were rejected. There may be several, as in “option 2
 * now, option 4 later”.
 */
export function findChosen(all: readonly NamedOption[], answers: Answers): readonly NamedOption[] {
  const told = all.map(withTold);
  const found = findAmong(told, answers);
  return found.some(isRejected) ? [] : found.flatMap((one) => all[told.indexOf(one)] ?? []);
}

/** How much of a description says what an option is that is only called “Option 2”, in UTF-16 units. */
const longestTold = 200;

/** An option by what its description says, if it has no title of its own. */
function withTold(one: NamedOption): NamedOption {
  const { title, description } = one.option;
  if (!isOnlyCounter(title) || description === '') return one;
  const told = description.slice(0, longestTold).split('\n\n', 1)[0] ?? '';
  const [key] = keysIn(title);
  return { ...one, key: one.key || (key ?? ''), option: { ...one.option, title: told } };
}

function findAmong(options: readonly NamedOption[], answers: Answers): readonly NamedOption[] {
  const marked = options.filter(({ option }) => option.isChosen);
  // A mark at each of them says something else.
  if (marked.length > 0 && (marked.length < options.length || options.length === 1)) return marked;
  const { outcome, named, areUnchosen, language } = answers;
  for (const name of [...(outcome?.chosen === undefined ? [] : [outcome.chosen]), ...named]) {
    const found = resolve(options, name, { isStrict: false, areUnchosen, language });
    if (found.length > 0) return found;
  }
  const sentences =
    outcome === undefined || outcome.chosen !== undefined ? [] : decidingSentences(options, outcome.text);
  for (const [index, sentence] of sentences.entries()) {
    const found = inSentence(options, sentence, { isFirst: index === 0, areUnchosen, language });
    if (found.length === 0) continue;
    return isCombined(options, found, { sentences: sentences.slice(index), answers }) ? [] : found;
  }
  for (const sentence of closingSentences(outcome)) {
    const found = inSentence(options, sentence, { isFirst: false, areUnchosen, language });
    if (found.length > 0) return found;
  }
  const titled = areUnchosen
    ? []
    : byTitle(options, withoutMarks(answers.title), { from: 0, areUnchosen, fewest: 3, areNamesTelling: false });
  if (titled.length > 0) return titled;
  const left = areUnchosen ? [] : notRejected(options, { ...answers, sentences });
  if (left.length > 0) return left;
  const isCounted = options.some(({ key }) => key !== '');
  for (const text of isCounted ? answers.elsewhere().toReversed() : []) {
    const found = byCounter(options, text, areUnchosen);
    if (found.length > 0) return found;
  }
  const bold = options.filter(({ isBold }) => isBold);
  return bold.length === 1 && options.length > 2 && !areUnchosen ? bold : [];
}

/** The option that the last sentence with a counter and a verb chooses: “The plan is to go with option 2.” */
function byCounter(options: readonly NamedOption[], text: Markdown, areUnchosen: boolean): readonly NamedOption[] {
  for (const sentence of sentencesOf(text).map(withoutMarks).toReversed()) {
    const [verb] = [...sentence.matchAll(verbs)];
    const [counter, ...others] = [...sentence.matchAll(counters)];
    if (verb === undefined || counter === undefined || others.length > 0 || rejection.test(sentence)) continue;
    if (isContrasted(sentence, verb.index, counter.index)) continue;
    const found = byKey(options, counter.groups?.key?.toLowerCase() ?? '', areUnchosen);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Whether a decision takes something of several options, none of which is what was decided: it names each of them in
 * part only.
 */
function isCombined(
  options: readonly NamedOption[],
  found: readonly NamedOption[],
  { sentences, answers }: { readonly sentences: readonly string[]; readonly answers: Reading },
): boolean {
  const [first = '', ...others] = sentences;
  const isInPart = (sentence: string) =>
    phrasesIn(options, withoutMarks(sentence), 0).length === 0 && keysIn(withoutMarks(sentence)).length === 0;
  if (found.length !== 1 || !isInPart(first)) return false;
  return others.slice(0, 4).some((sentence) => {
    const [other] = isInPart(sentence)
      ? inSentence(options, sentence, { ...answers, isFirst: false, areNamesTelling: true })
      : [];
    return other !== undefined && other !== found[0];
  });
}

/** The sentences of the last paragraph of a decision that says more than its beginning, the last one first. */
function closingSentences(outcome: AdrOutcome | undefined): readonly string[] {
  const blocks = (outcome?.text ?? '').split('\n\n');
  const last = blocks.at(-1) ?? '';
  return blocks.length < 3 || last.length > reach.sentence ? [] : sentencesOf(last).toReversed();
}

/** The sentences of the decision's text without those that only list the options: in a list, “Use Go” chooses nothing. */
function decidingSentences(options: readonly NamedOption[], text: Markdown): readonly string[] {
  const titles = new Set(options.map(({ option }) => plain(option.title)));
  const sentences = sentencesOf(text);
  const listed = sentences.filter((sentence) => titles.has(plain(withoutMarks(sentence))));
  return listed.length < 2 ? sentences : sentences.filter((sentence) => !listed.includes(sentence));
}

/**
 * The options that an answer names: by a title, by counters, or by most words of a title; if it is strict, only by all
 * words of a title.
 */
function resolve(
  options: readonly NamedOption[],
  written: Markdown,
  { isStrict, areUnchosen, language }: Reading & { readonly isStrict: boolean },
): readonly NamedOption[] {
  const name = withoutMarks(written.slice(0, reach.name));
  const exact = options.find((one) => titlesOf(one).some((title) => plain(title) === plain(name)));
  if (exact !== undefined) return [exact];
  const coded = areUnchosen ? [] : byCode(options, written);
  if (coded.length > 0) return coded;
  if (!isStrict && name.length > longestName) {
    const answers = { isFirst: true, areUnchosen, language };
    return (
      sentencesOf(written)
        .map((sentence) => inSentence(options, sentence, answers))
        .find(({ length }) => length > 0) ?? []
    );
  }
  const counted = keysIn(name).flatMap((key) => byKey(options, key, areUnchosen));
  if (counted.length > 0) return [...new Set(counted)];
  // `"Go", as opposed to Java`
  const quoted = /^[^"“”„«»「」『』]{0,2}["“„«「『]?(?<name>[^"“”„«»「」『』]{2,200})["”“»」』]/.exec(written)?.groups
    ?.name;
  const byQuote =
    quoted === undefined || isStrict
      ? []
      : bySize(options, withoutMarks(quoted), { isStrict: true, areUnchosen: true });
  return byQuote.length > 0 ? byQuote : bySize(options, name, { isStrict, areUnchosen });
}

const address = /\]\((?<url>[^()\s]{2,300})\)/g;

/** The only option whose title has the address of a link of a sentence, or is the heading that it leads to. */
function byAddress(options: readonly NamedOption[], written: Markdown): readonly NamedOption[] {
  if (contrast.test(withoutMarks(written))) return [];
  const urls = new Set([...written.matchAll(address)].flatMap(({ groups }) => groups?.url ?? []));
  if (urls.size === 0) return [];
  const found = options.filter(({ option: { title } }) => {
    const own = [...title.matchAll(address)].flatMap(({ groups }) => groups?.url ?? []);
    const anchor = withoutMarks(title)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    return own.some((url) => urls.has(url)) || urls.has(`#${anchor}`);
  });
  return found.length === 1 ? found : [];
}

/** The only option that has the first piece of code of a text that any of them has. */
function byCode(options: readonly NamedOption[], text: Markdown): readonly NamedOption[] {
  for (const [code] of text.slice(0, reach.sentence).matchAll(/`[^`\n]{4,200}`/g)) {
    const found = options.filter(({ option }) => findPhrase(option.title, code.slice(1, -1)) !== -1);
    if (found.length > 0) return found.length === 1 ? found : [];
  }
  return [];
}

/** The option that shares the most words with a name. */
function bySize(
  options: readonly NamedOption[],
  name: string,
  { isStrict, areUnchosen }: { readonly isStrict: boolean; readonly areUnchosen: boolean },
): readonly NamedOption[] {
  const words = wordsOf(name);
  if (words.size === 0) return [];
  const sizes = options
    .map((one) => ({ one, words: wordsOf(withoutMarks(one.option.title)) }))
    .filter((each) => each.words.size > 0);
  const within = sizes.filter((each) => isWithin(each.words, words)).toSorted((a, b) => b.words.size - a.words.size);
  const [most, next] = within;
  if (most !== undefined) return next === undefined || next.words.size < most.words.size ? [most.one] : [];
  if (areUnchosen) return mostAlike(options, name, { fewest: 3, leastShare: 0.7 });
  const begun = isStrict ? [] : beginningAlike(options, name);
  if (begun.length > 0) return begun;
  if (isStrict) return contrast.test(name) ? [] : mostAlike(options, name, { fewest: 2 });
  const around = options.filter(({ option }) => isSameOption(withoutMarks(option.title), name));
  if (around.length > 0) return around.length === 1 ? around : [];
  return mostAlike(options, name, { fewest: 1 });
}

/** The only option whose title begins with a name, or with its first word if they also share another. */
function beginningAlike(options: readonly NamedOption[], name: string): readonly NamedOption[] {
  const [first = ''] = wordsOf(name);
  const titles = options.map((one) => ({ one, title: withoutMarks(one.option.title) }));
  const whole = titles.filter(({ title }) => findPhrase(title.toLowerCase(), name.toLowerCase()) === 0);
  if (whole.length > 0) return whole.length === 1 ? whole.map(({ one }) => one) : [];
  const stems = stemsOf(name);
  const alike = titles.filter(
    ({ title }) => wordsOf(title).values().next().value === first && countShared(stemsOf(title), stems) > 1,
  );
  return alike.length === 1 ? alike.map(({ one }) => one) : [];
}

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
  if (found.length === 0 && /^\d{1,2}[a-z]$/.test(key)) return byKey(options, key.slice(0, -1), areUnchosen);
  return found.length === 1 ? found : [];
}

/** The options that a sentence of the decision chooses. */
function inSentence(
  options: readonly NamedOption[],
  all: Markdown,
  { isFirst, areUnchosen, language, areNamesTelling = isFirst }: Reading & { readonly isFirst: boolean },
): readonly NamedOption[] {
  if (/[?？]$/.test(withoutMarks(all))) return [];
  const written = withoutReason(all, language);
  const sentence = withoutMarks(written);
  const [verb] = [...sentence.matchAll(verbs)].filter((match) => match.index < reach.sentence);
  const counted = [...sentence.matchAll(counters)].filter(
    ({ index }) => !isContrasted(sentence, verb?.index ?? 0, index),
  );
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
  const linked = isRejection || areUnchosen ? [] : byAddress(options, written);
  if (linked.length > 0) return linked;
  const isClear = verb !== undefined || isOnlyName || (isFirst && counted.length === 1 && !isRejection);
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
  const strong = /(?<open>\*\*|__)(?<chosen>[^*_]{1,400})\k<open>/.exec(written)?.groups?.chosen;
  if (strong !== undefined && (verb !== undefined || (isFirst && written.startsWith('**')))) {
    const found = resolve(options, strong, { isStrict: true, areUnchosen, language });
    if (found.length > 0) return found;
  }
  if (verb !== undefined) {
    const found = byTitle(options, sentence, { from: verb.index, areUnchosen, fewest: 3, areNamesTelling });
    // What is right behind the verb says most.
    const near =
      isFirst && found.length === 0 && !areUnchosen && !isRejection ? rightBehind(options, sentence, verb) : [];
    if (near.length > 0) return near;
    const cut = sentence.slice(verb.index).search(aside);
    const main = cut === -1 ? sentence : sentence.slice(0, verb.index + cut);
    // What comes after “, with” is beside the point.
    const named =
      found.length > 0 || main === sentence
        ? found
        : byTitle(options, main, { from: verb.index, areUnchosen, fewest: 3, areNamesTelling });
    return named.length > 0 || !isFirst || areUnchosen || contrast.test(sentence) ? named : byCode(options, written);
  }
  // Without a verb that we know, the first sentence still chooses what it names.
  if (!isFirst || areUnchosen || isRejection) return [];
  const named = byPhrase(options, sentence, 0);
  if (named.length > 0 || contrast.test(sentence)) return named;
  const coded = byCode(options, written);
  return coded.length > 0 ? coded : mostAlike(options, sentence, saidAgain);
}

/** How much of a sentence right behind its verb is compared alone, in UTF-16 units. */
const nearest = 70;

/** The option with which the words right behind a verb share several, if no other option has any of them. */
function rightBehind(options: readonly NamedOption[], sentence: string, verb: RegExpExecArray): readonly NamedOption[] {
  const text = sentence.slice(verb.index, verb.index + nearest).replace(/(?<!\S)\S+$/, '');
  const told = stemsOf(text.slice(0, contrast.exec(text)?.index));
  const [only, ...others] = options.filter(({ option }) => countShared(stemsOf(withoutMarks(option.title)), told) > 0);
  if (only === undefined || others.length > 0) return [];
  return countShared(stemsOf(withoutMarks(only.option.title)), told) > 1 ? [only] : [];
}

/** When a sentence says in almost the same words what the title of an option does. */
const saidAgain = { fewest: 5, leastShare: 0.8 };

/** The longest text without a verb that names an option, in UTF-16 units. */
const longestShort = 100;

/** The options that a sentence calls by several counters: “options 2 and 3”. */
function byCounters(options: readonly NamedOption[], sentence: string, verb: number): readonly NamedOption[] {
  const match = counterLists.exec(sentence);
  if (match === null || isContrasted(sentence, verb, match.index)) return [];
  const keys = match.groups?.keys?.match(/[\p{L}\p{N}]{1,2}(?![\p{L}\p{N}])(?<!\p{L}{2})/gu) ?? [];
  return [...new Set(keys.flatMap((key) => byKey(options, key.toLowerCase(), false)))];
}

/** The option that a sentence calls by its place: “the first option”. */
function byPlace(options: readonly NamedOption[], sentence: string): readonly NamedOption[] {
  const found = [...sentence.matchAll(places)].flatMap(({ groups = {} }) => {
    const at = placeWords.findIndex((_, index) => groups[`place${index}`] !== undefined);
    return options.at(at === placeWords.length - 1 ? -1 : at) ?? [];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 || options.length < 2 ? [] : [only];
}

const bareKeys =
  /^[\s:：(（"“”「『]{0,3}(?:(?<first>[A-H]\d?)(?: ?\+ ?(?<second>[A-H]\d?))?|(?<number>\d{1,2}))(?=$|[.,;!)、。，；（ ])/u;

/** The options whose counters, without a word for options, are right behind a verb: “We choose B.” */
function byBareKey(options: readonly NamedOption[], text: string): readonly NamedOption[] {
  const { first, second, number } = bareKeys.exec(text)?.groups ?? {};
  const isNumber = number !== undefined && /^[\s:：(（"“”「『]{0,3}\d{1,2}(?:$|[.,;!)、。，；])/.test(text);
  const keys = [first, second, isNumber ? number : undefined].flatMap((key) => key?.toLowerCase() ?? []);
  return keys.flatMap((key) => options.filter((one) => one.key === key).slice(0, 1));
}

/** The only option that is left if the text rejects all others. */
function notRejected(
  options: readonly NamedOption[],
  { sentences, title }: { readonly sentences: readonly string[]; readonly title: Markdown },
): readonly NamedOption[] {
  if (options.length < 2) return [];
  const byText = new Set(
    sentences
      .filter((sentence) => rejection.test(sentence))
      .flatMap((sentence) => [...withoutMarks(sentence).matchAll(counters)])
      .flatMap(({ groups }) => byKey(options, groups?.key?.toLowerCase() ?? '', false)),
  );
  if (byText.size === options.length - 1) return options.filter((one) => !byText.has(one));
  const left = options.filter((one) => !isRejected(one));
  const [only] = left;
  if (only === undefined || left.length > 1 || options.length < 3) return [];
  // It may have been rejected in other words.
  if (only.option.points.some(({ kind }) => kind === 'verdict')) return [];
  const told = stemsOf([title, ...sentences.slice(0, 3)].map(withoutMarks).join(' '));
  return countShared(stemsOf(withoutMarks(only.option.title)), told) > 1 ? [only] : [];
}

/** Whether an option says of itself that it was rejected: in a note, a verdict, or at the start of its text. */
function isRejected({ option: { notes, points, description }, isRejected: isLabeled }: NamedOption): boolean {
  if (isLabeled === true) return true;
  const verdicts = points.filter(({ kind }) => kind === 'verdict').map(({ text }) => text);
  const told = [...notes, ...verdicts].some((text) => rejection.test(text));
  return told || (rejection.exec(withoutMarks(description.slice(0, 60)))?.index ?? Infinity) < nearStart;
}

/** How far from the start of a text “rejected” is a verdict, in UTF-16 units. */
const nearStart = 12;

/** The only option whose title a sentence has, without “instead of” in front of it. */
function byTitle(
  options: readonly NamedOption[],
  sentence: string,
  {
    from,
    areUnchosen,
    fewest,
    areNamesTelling,
  }: {
    readonly from: number;
    readonly areUnchosen: boolean;
    readonly fewest: number;
    readonly areNamesTelling: boolean;
  },
): readonly NamedOption[] {
  const outer = phrasesIn(options, sentence, from);
  if (outer.length > 0) return outer.length === 1 ? outer : [];
  if (contrast.test(sentence)) return [];
  const all = wordsOf(sentence);
  const found = options.filter(({ option }) => {
    const words = wordsOf(withoutMarks(option.title));
    return words.size > (areUnchosen ? 1 : 0) && isWithin(words, all);
  });
  if (found.length > 0 || areUnchosen) return found.length === 1 ? found : [];
  return mostAlike(options, sentence, { fewest, areNamesTelling });
}

/** The only option whose title a sentence has as it is. */
function byPhrase(options: readonly NamedOption[], sentence: string, from: number): readonly NamedOption[] {
  const found = contrast.test(sentence) ? [] : phrasesIn(options, sentence, from);
  return found.length === 1 ? found : [];
}

/** The options whose titles a sentence has, behind its verb and without “instead of” in front of them. */
function phrasesIn(options: readonly NamedOption[], sentence: string, from: number): readonly NamedOption[] {
  const text = ` ${sentence.toLowerCase()} `;
  const found = options
    .map((one) => ({
      one,
      titles: [one.option.title, headOf(options, one)].map((title) => withoutMarks(title).toLowerCase().trim()),
    }))
    .flatMap(({ one, titles }) => {
      const title = titles.find((each) => each !== '' && findPhrase(text, each) !== -1) ?? '';
      const at = title === '' ? -1 : findPhrase(text, title);
      return at === -1 || isContrasted(sentence, from, at - 1) ? [] : [{ one, at, end: at + title.length }];
    });
  const outer = found.filter(
    (place) => !found.some((other) => other !== place && other.at <= place.at && other.end >= place.end),
  );
  return outer.map(({ one }) => one);
}

const remark = /\s?[(（:：]|\s[-–—]{1,2}\s/;

/** What a title begins with before a remark, as in “Java (as today)”, if no other title begins with it; '' if there is none. */
function headOf(options: readonly NamedOption[], { option }: NamedOption): string {
  const cut = option.title.search(remark);
  const head = cut < 1 ? '' : option.title.slice(0, cut);
  const isOwn = options.every((one) => one.option === option || !one.option.title.startsWith(head));
  return isOwn && withoutMarks(head).length > 1 ? head : '';
}

/**
 * The option that shares most of its words with a text, if no other option comes near: a word that both have doesn't tell
 * them apart.
 */
function mostAlike(
  options: readonly NamedOption[],
  text: string,
  {
    fewest,
    leastShare = 0.5,
    areNamesTelling = true,
  }: { readonly fewest: number; readonly leastShare?: number; readonly areNamesTelling?: boolean },
): readonly NamedOption[] {
  const told = stemsOf(text);
  const named = namesOf(text);
  const all = options
    .map((one) => {
      const title = withoutMarks([one.option.title, ...one.option.notes.filter(isWord)].join(' '));
      const stems = stemsOf(title);
      const shared = new Set([...stems].filter((stem) => isAmong(stem, told)));
      return {
        one,
        stems,
        shared,
        names: namesOf(withoutRemarks(title)),
        own: stemsOf(withoutRemarks(title)),
        share: shared.size / Math.max(1, Math.min(stems.size, told.size)),
      };
    })
    .toSorted((a, b) => b.shared.size - a.shared.size || b.share - a.share);
  type Compared = (typeof all)[number];
  // A name that no other option has says as much as several words.
  const isOwnName = (stem: string, { one, names, own }: Compared) =>
    areNamesTelling &&
    own.has(stem) &&
    (names.has(stem) || named.has(stem)) &&
    all.every((other) => other.one === one || !isAmong(stem, other.stems));
  const weigh = (stems: readonly string[], of: Compared) =>
    stems.reduce((sum, stem) => sum + (isOwnName(stem, of) ? weightOfName : 1), 0);
  const weightOf = (one: Compared) => weigh([...one.shared], one);
  const [best, ...others] = all.toSorted((a, b) => weightOf(b) - weightOf(a) || b.share - a.share);
  if (best === undefined) return [];
  // The only option needs no more than a word of its own.
  if (options.length === 1) return best.shared.size > 0 ? [best.one] : [];
  const isNamed = [...best.shared].some((stem) => isOwnName(stem, best));
  const least = isNamed ? Math.min(leastShare, leastShareWithName) : best.shared.size === 1 ? 0.6 : leastShare;
  if (weightOf(best) < fewest || best.share < least) return [];
  const isFarFrom = (other: Compared) => {
    const own = weigh(
      [...best.shared].filter((stem) => !other.stems.has(stem)),
      best,
    );
    const its = weigh(
      [...other.shared].filter((stem) => !best.stems.has(stem)),
      other,
    );
    return its === 0 ? own > 0 : own >= its + 2;
  };
  return others.every(isFarFrom) ? [best.one] : [];
}

/** How many words a name counts for, and the least share of words that are the same if one of them is a name. */
const weightOfName = 3;
const leastShareWithName = 0.2;

/** A title without what brackets in it say, perhaps of what it is not. */
const withoutRemarks = (title: string) => title.replaceAll(/[(（][^()（）]{0,200}[)）]/g, ' ');

const isWord = (note: string) => !note.includes(' ');

/** Whether “instead of”, “over” or “not” is in front of a place in a sentence, behind its verb. */
function isContrasted(sentence: string, verb: number, at: number): boolean {
  return contrast.test(sentence.slice(at < verb ? Math.max(0, at - nearContrast) : verb, at));
}

function titlesOf({ option }: NamedOption): string[] {
  const notes = option.notes.map((note) => ` (${note})`).join('');
  const titles = [option.title, option.title + notes, ...(option.otherTitle === undefined ? [] : [option.otherTitle])];
  return titles.map(withoutMarks);
}
