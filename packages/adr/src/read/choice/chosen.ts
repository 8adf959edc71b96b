import type { AdrOutcome, Markdown } from '../../content/content.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import { isOnlyCounter } from '../options/counter.ts';
import type { NamedOption } from '../options/merge-options.ts';
import { asks } from '../options/option-words.ts';
import { wordsOf } from '../options/same-option.ts';
import { isNoPoint } from '../points/point-words.ts';
import { bestTold } from './best-told.ts';
import { byFirstKey, byKey, keysIn } from './by-counter.ts';
import { byPhrase, byTitle, phrasesIn, spreadOver } from './by-title.ts';
import { contrast, counters, isContrasted, isHedged, rejection, verbs } from './choice-words.ts';
import { beginningWith, inSentence, type Reading, resolve } from './in-sentence.ts';
import { mostAlike } from './most-alike.ts';
import { acceptedAtEnd, isRejected, notRejected, withoutVerdict } from './rejected.ts';
import { plain, sentencesOf, withoutMarks } from './sentences.ts';

/** What a file says about the answer to one question. */
export interface Answers {
  readonly outcome: AdrOutcome | undefined;
  /** Answers in headings and paragraphs: the text after “Decision: ” or “Chosen option: ”. */
  readonly named: readonly Markdown[];
  /** The headings of sections that are none that an ADR usually has: “We decided to use Java”. */
  readonly headings: readonly Markdown[];
  /** What headings with the mark of the chosen option say: “Java (accepted)”. */
  readonly marked: readonly Markdown[];
  /** What a section of its own says of the reasons. */
  readonly rationale: Markdown;
  /** The title of the ADR, which often says what was chosen. */
  readonly title: Markdown;
  /** The paragraphs that may decide although they are not in the section for the decision. */
  readonly elsewhere: () => readonly Markdown[];
  /** Whether the heading above the options says that none of them was chosen. */
  readonly areUnchosen: boolean;
  /** Whether it says that all of them were rejected. */
  readonly areRejected: boolean;
  /** Whether they are in doubt, since no section is for them, or since they may be questions. */
  readonly areDoubtful: boolean;
  readonly language: AdrLanguage;
}

/**
 * Finds the options that were chosen: by a mark, by the name or the counter in the answer, by the sentences of the
 * decision's text, by the title of the ADR, because all others were rejected, or by the words that only one of them has. There may be several, as in “option 2
 * now, option 4 later”.
 */
export function findChosen(all: readonly NamedOption[], answers: Answers): readonly NamedOption[] {
  const told = all.map(withTold);
  const { outcome } = answers;
  const sentences = outcome === undefined || outcome.chosen !== undefined ? [] : decidingSentences(told, outcome.text);
  const isOpen = isUndecided(outcome) || answers.areRejected;
  const own = isOpen ? [marked, byMarkedHeadings] : answers.areUnchosen ? waysToOthers : ways;
  const found = firstOf(own, (way) => way(told, { ...answers, sentences }));
  return found.some(isRejected) ? [] : found.flatMap((one) => all[told.indexOf(one)] ?? []);
}

/** Whether a decision says that there is none yet, or has only what a template has in its place: `"[option 1]", because [reason]`. */
function isUndecided(outcome: AdrOutcome | undefined): boolean {
  if (outcome === undefined) return false;
  const { chosen, reason, text } = outcome;
  if (chosen !== undefined) return gap.test(chosen) && (reason === undefined || gap.test(reason));
  const [first = ''] = sentencesOf(text);
  return first !== '' && isNoPoint(withoutMarks(first));
}

/** “[option 1]”, with or without anything behind it, but no link. */
const gap = /^\[[^[\]]{2,300}\](?![(:[])/;

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

/** Answers with the sentences of the decision that may choose. */
interface Asked extends Answers {
  readonly sentences: readonly Markdown[];
}

/** A way to find what was chosen: undefined if it says nothing, and none if it says that none of them was. */
type Way = (options: readonly NamedOption[], asked: Asked) => readonly NamedOption[] | undefined;

/** The first thing that is found for one of some values; none if nothing is. */
function firstOf<Value>(
  values: readonly Value[],
  find: (value: Value, index: number) => readonly NamedOption[] | undefined,
): readonly NamedOption[] {
  for (const [index, value] of values.entries()) {
    const found = find(value, index);
    if (found !== undefined) return found;
  }
  return [];
}

const orOn = (found: readonly NamedOption[]) => (found.length > 0 ? found : undefined);

/** The options with a mark. A mark at each of them says something else. */
const marked: Way = (options) => {
  const found = options.filter(({ option }) => option.isChosen);
  const isTelling = found.length > 0 && (found.length < options.length || options.length === 1);
  return isTelling ? found : orOn(acceptedAtEnd(options));
};

/** The only one that is called by headings with a mark. */
const byMarkedHeadings: Way = (options, { marked: headings, areUnchosen, language }) => {
  const found = new Set(
    headings.flatMap((heading) => resolve(options, heading, { isStrict: true, areUnchosen, language })),
  );
  return found.size === 1 ? [...found] : undefined;
};

const byName: Way = (options, { outcome, named, areUnchosen, language }) => {
  const names = [...(outcome?.chosen === undefined ? [] : [outcome.chosen]), ...named];
  return orOn(firstOf(names, (name) => orOn(resolve(options, name, { isStrict: false, areUnchosen, language }))));
};

/** The option that the heading right below that of the decision names. */
const byInnerHeading: Way = (options, { outcome, areUnchosen, areDoubtful, language }) => {
  const heading = /^#{2,6} (?<name>[^\n]{1,200})/.exec(outcome?.text ?? '')?.groups?.name;
  if (areDoubtful || heading === undefined || asks(heading) || rejection.test(heading)) return undefined;
  return orOn(resolve(options, heading, { isStrict: true, areUnchosen, language }));
};

/** The option with whose counter the decision begins, unless it counts on: “B. It is fast.” */
const byFirstCounter: Way = (options, { sentences }) => orOn(byFirstKey(options, sentences.map(withoutMarks)));

const byDecision: Way = (options, asked) => {
  const { sentences, areUnchosen, language } = asked;
  for (const [index, sentence] of sentences.entries()) {
    const found = inSentence(options, sentence, { isFirst: index === 0, areUnchosen, language });
    if (found.length === 0) continue;
    const instead = isHedged(sentence, language) ? inBoldBelow(options, sentences.slice(index + 1), asked) : [];
    if (instead.length > 0) return instead;
    const told = sentences.slice(index, Math.max(index + 1, sentencesBeforeDetails(asked)));
    return isCombined(options, found, { sentences: told, answers: asked }) ? [] : found;
  }
  return undefined;
};

/** How many of the sentences are in front of the first heading or code in the decision, behind which it goes into details. */
function sentencesBeforeDetails({ sentences, outcome }: Asked): number {
  const [before = ''] = (outcome?.text ?? '').split(/\n\n(?=#{1,6} |```)/, 1);
  const own = new Set(sentencesOf(before));
  return sentences.findLastIndex((sentence) => own.has(sentence)) + 1;
}

/** What a later sentence chooses in bold: “we are choosing **Option 1**”. */
function inBoldBelow(
  options: readonly NamedOption[],
  sentences: readonly Markdown[],
  { areUnchosen, language }: Asked,
): readonly NamedOption[] {
  return firstOf(
    sentences.filter((sentence) => /\*\*|__/.test(sentence)),
    (sentence) => orOn(inSentence(options, sentence, { isFirst: false, areUnchosen, language })),
  );
}

const byClosing: Way = (options, { outcome, areUnchosen, language }) =>
  orOn(
    firstOf(closingSentences(outcome), (sentence) =>
      orOn(inSentence(options, sentence, { isFirst: false, areUnchosen, language })),
    ),
  );

const byHeadings: Way = (options, { headings, areUnchosen, language }) =>
  orOn(
    firstOf(
      headings.filter((heading) => verbs.test(heading)),
      (heading) => orOn(inSentence(options, heading, { isFirst: true, areUnchosen, language })),
    ),
  );

/** The option that the title of the ADR names: “Use Java”. Without a verb, most of its words have to be the option's. */
const inTitle: Way = (options, { title: written }) => {
  const title = withoutMarks(written);
  if (verbs.test(title)) {
    return orOn(byTitle(options, title, { from: 0, areUnchosen: false, fewest: 3, areNamesTelling: false }));
  }
  const named = byPhrase(options, title, 0);
  const isShown = named.length > 0 || contrast.test(title);
  return orOn(isShown ? named : mostAlike(options, title, { fewest: 4, leastShare: 0.7, areNamesTelling: false }));
};

/** The option of several words that the title has as it is, below a heading for those that were not chosen. */
const wholeInTitle: Way = (options, { title }) => {
  const whole = byPhrase(options, withoutMarks(title), 0);
  const found = whole.length > 0 ? whole : spreadOver(options, withoutMarks(title));
  return orOn(found.filter((one) => wordsOf(one.option.title).size > 1 && !isRejected(one)));
};

const byElsewhere: Way = (options, { elsewhere, areUnchosen }) => {
  const isCounted = options.some(({ key }) => key !== '');
  return orOn(
    firstOf(isCounted ? elsewhere().toReversed() : [], (text) => orOn(byCounter(options, text, areUnchosen))),
  );
};

/** The option with which the reasons begin: “Racks of tin are the right size.” */
const byRationale: Way = (options, { rationale, language }) => {
  const [first = ''] = sentencesOf(rationale);
  const isDoubtful = rejection.test(first) || isHedged(first, language) || asks(first);
  return isDoubtful ? undefined : orOn(beginningWith(options, withoutMarks(first)));
};

/** The only one of several whose title is bold. */
const bold: Way = (options) => {
  const found = options.filter(({ isBold }) => isBold);
  return found.length === 1 && options.length > 2 ? found : undefined;
};

/** The ways for options none of which may have been chosen. */
const waysToOthers: readonly Way[] = [
  marked,
  byName,
  byMarkedHeadings,
  byDecision,
  byClosing,
  byHeadings,
  byElsewhere,
  wholeInTitle,
  (options, asked) => orOn(withoutVerdict(options, asked)),
];

/** All ways, the surest first. */
const ways: readonly Way[] = [
  marked,
  byName,
  byMarkedHeadings,
  bold,
  byInnerHeading,
  byFirstCounter,
  byDecision,
  byClosing,
  byHeadings,
  inTitle,
  (options, asked) => orOn(notRejected(options, asked)),
  byRationale,
  byElsewhere,
  (options, asked) => (asked.areDoubtful ? undefined : orOn(bestTold(options, asked))),
];

/** The option that the last sentence with a counter and a verb chooses: “The plan is to go with option 2.” */
function byCounter(options: readonly NamedOption[], text: Markdown, areUnchosen: boolean): readonly NamedOption[] {
  for (const sentence of sentencesOf(text).map(withoutMarks).toReversed()) {
    const verb = verbs.exec(sentence) ?? undefined;
    const [counter, ...others] = counters.all(sentence);
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

/** The longest last paragraph that is read, in UTF-16 units. */
const longestClosing = 1_000;

/** The sentences of the last paragraph of a decision that says more than its beginning, the last one first. */
function closingSentences(outcome: AdrOutcome | undefined): readonly string[] {
  const blocks = (outcome?.text ?? '').split('\n\n');
  const last = blocks.at(-1) ?? '';
  return blocks.length < 3 || last.length > longestClosing ? [] : sentencesOf(last).toReversed();
}

/** The sentences of the decision's text without those that only list the options: in a list, “Use Go” chooses nothing. */
function decidingSentences(options: readonly NamedOption[], text: Markdown): readonly string[] {
  const titles = new Set(options.map(({ option }) => plain(option.title)));
  const sentences = sentencesOf(text);
  const listed = sentences.filter((sentence) => titles.has(plain(withoutMarks(sentence))));
  return listed.length < 2 ? sentences : sentences.filter((sentence) => !listed.includes(sentence));
}
