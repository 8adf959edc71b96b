import type { AdrOutcome, Markdown } from '../../content/content.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import { byBareKey, byCounters, byKey, byPlace, keysIn } from './by-counter.ts';
import { byAddress, byCode, byPhrase, bySize, byTitle, phrasesIn, rightBehind } from './by-title.ts';
import { aside, contrast, counters, isContrasted, rejection, verbs, withoutReason } from './choice-words.ts';
import { isOnlyCounter } from './counter.ts';
import type { NamedOption } from './merge-options.ts';
import { mostAlike } from './most-alike.ts';
import { isRejected, notRejected } from './rejected.ts';
import { plain, sentencesOf, withoutMarks } from './sentences.ts';

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

/** When a sentence says in almost the same words what the title of an option does. */
const saidAgain = { fewest: 5, leastShare: 0.8 };

/** The longest text without a verb that names an option, in UTF-16 units. */
const longestShort = 100;

function titlesOf({ option }: NamedOption): string[] {
  const notes = option.notes.map((note) => ` (${note})`).join('');
  const titles = [option.title, option.title + notes, ...(option.otherTitle === undefined ? [] : [option.otherTitle])];
  return titles.map(withoutMarks);
}
