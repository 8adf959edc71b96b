import type { RootContent } from 'mdast';
import type { AdrOption, AdrOutcome, Markdown } from '../../content/content.ts';
import type { AdrPart } from '../../content/part.ts';
import { remembering } from '../../text/remembering.ts';
import { rejection } from '../choice/choice-words.ts';
import { type Answers, findChosen } from '../choice/chosen.ts';
import { answerBehindLabel, longestAnswer, namedIn, namedInSections } from '../choice/named-answers.ts';
import { readOutcome } from '../choice/outcome.ts';
import { plain, sentencesOf } from '../choice/sentences.ts';
import type { AdrSection } from '../document.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { namesKnownOptions } from './announcement.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import { readOptionTitle } from './option-title.ts';
import { asks, namesRejected, namesUnchosen } from './option-words.ts';
import { type FoundInText, listedInText, optionsInText } from './options-in-text.ts';
import { isWeighed, withPointsElsewhere } from './points-elsewhere.ts';
import { isSameOption } from './same-option.ts';
import { mayBeChosen } from './verdict-marks.ts';

/** The options of one question, and the sections that answer it. */
interface Question {
  readonly options: readonly NamedOption[];
  /** The answers to several questions, if these options are questions. */
  readonly inner: readonly (readonly NamedOption[])[];
  /** Whether there is no doubt that they are. */
  readonly areQuestions: boolean;
  /** Options that nothing but a sentence announces are options only if one of them was chosen. */
  readonly isSure: boolean;
  readonly sections: readonly AdrSection[];
  readonly areUnchosen: boolean;
  readonly areRejected: boolean;
  /** The options that a section about the others leaves out. */
  readonly left: ReadonlySet<NamedOption>;
}

/** What surrounds the questions of a file: its title, what it decided, and the blocks before its sections. */
interface Around {
  readonly outcome: AdrOutcome | undefined;
  readonly title: Markdown;
  readonly preamble: readonly RootContent[];
  /** Whether the ADR was rejected. */
  readonly isRejected: boolean;
}

/** All options of a file, each with whether it was chosen. A file may answer several questions. */
export function readQuestions(
  source: Source,
  sections: readonly AdrSection[],
  { outcome, title, preamble, isRejected }: Around,
): readonly AdrOption[] {
  const questions = questionsIn(source, sections, preamble);
  const isOnly = questions.length === 1;
  const marked = markedHeadings(source);
  return questions.flatMap((question) => {
    const own = isOnly ? outcome : outcomeOf(source, question.sections);
    const named = [...(isOnly ? namedIn(source, preamble) : []), ...namedInSections(source, question.sections)];
    // What only a title says about options that only a sentence announces is a guess, and that of a rejected ADR says what was not done.
    const told = isOnly && question.isSure && !(isRejected && !decides(own)) ? title : '';
    const answers = {
      outcome: own,
      named,
      marked,
      title: told,
      headings: question.sections.flatMap(({ part, name }) => (part === undefined ? name : [])),
      rationale: isOnly ? rationaleOf(sections) : '',
      areUnchosen: question.areUnchosen,
      areRejected: question.areRejected,
      areDoubtful: !question.isSure || question.inner.length > 0,
      language: source.language ?? 'en',
      elsewhere: () => textsOf(source, question),
    };
    const choose = (options: readonly NamedOption[], from: Answers) => {
      const found = findChosen(options, from);
      return found.length > 0 ? found : leftOf(options, question);
    };
    const all =
      isOnly && question.inner.length === 0 ? withPointsElsewhere(source, question.options) : question.options;
    const chosen = choose(all, answers);
    if (chosen.length === 0 && !question.isSure) return [];
    const inner = question.inner.map((options, at) => {
      const asked = question.inner.length === all.length ? all[at]?.option.title : undefined;
      const told = asked === undefined ? [] : answersTo(asked, own);
      return answer(options, choose(options, { ...answers, title: '', headings: [], named: [...told, ...named] }));
    });
    const areAnswered = chosen.length === 0 && inner.every((options) => options.some(({ isChosen }) => isChosen));
    const areQuestions = inner.length > 0 && (question.areQuestions || areAnswered);
    return areQuestions ? inner.flat() : answer(all, chosen);
  });
}

/** Whether a decision says what to do, and not only that the ADR was rejected. */
function decides(outcome: AdrOutcome | undefined): boolean {
  const [first] = sentencesOf(outcome?.text ?? '');
  return outcome?.chosen !== undefined || (first !== undefined && !rejection.test(first));
}

/** What the section for the reasons says, if there is one. */
const rationaleOf = (sections: readonly AdrSection[]) =>
  sections.find(({ part }) => part === 'rationale')?.markdown ?? '';

/** What headings with the mark of the chosen option say. */
function markedHeadings(source: Source): readonly Markdown[] {
  return source.nodes.flatMap((node) => {
    if (node.type !== 'heading') return [];
    return chosenByHeading(wordsAsWritten(source, node)) ?? [];
  });
}

const chosenByHeading = remembering((heading) => {
  if (!mayBeChosen(heading)) return undefined;
  const { title, isChosen } = readOptionTitle(heading, false);
  return isChosen ? title : undefined;
});

/** The only option that the section about the others leaves out. */
function leftOf(options: readonly NamedOption[], { left }: Question): readonly NamedOption[] {
  const found = options.filter((one) => left.has(one));
  return found.length === 1 && options.length > 1 ? found : [];
}

/** The parts whose text doesn't decide anything. */
const undecided: readonly (AdrPart | undefined)[] = ['context', 'drivers', 'options', 'option-details', 'consequences'];

/** The paragraphs of a question's sections that may decide it. */
function textsOf(source: Source, { sections }: Question): readonly Markdown[] {
  const nodes = sections.flatMap(({ part, segment }) => (undecided.includes(part) ? [] : segment.nodes));
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? [wordsAsWritten(source, node).slice(0, longestAnswer)] : [],
  );
}

/** What a decision says behind a question’s own words: “**Storage**: tables”. */
function answersTo(question: string, outcome: AdrOutcome | undefined): string[] {
  return sentencesOf(outcome?.text ?? '').flatMap((sentence) => {
    const { label: name, answer: told } = answerBehindLabel.exec(sentence)?.groups ?? {};
    return name !== undefined && told !== undefined && isBegunBy(question, name) ? [told] : [];
  });
}

/** Whether a question is called by a name, or by its first words. */
function isBegunBy(question: string, name: string): boolean {
  const [whole, begun] = [plain(question), plain(name)];
  return begun === whole || (begun.length >= shortestName && whole.startsWith(begun));
}

/** The shortest name for a question that leaves out some of its words, in UTF-16 units. */
const shortestName = 5;

function answer(options: readonly NamedOption[], chosen: readonly NamedOption[]): readonly AdrOption[] {
  return options.map((one) => ({ ...one.option, isChosen: chosen.includes(one) }));
}

function questionsIn(
  source: Source,
  sections: readonly AdrSection[],
  preamble: readonly RootContent[],
): readonly Question[] {
  const about = sections.filter(({ options }) => options !== undefined);
  const all = about.filter((section) => !isDetails(section));
  const starts = all.filter((section, at) => !isSaidAgain(section, all.slice(0, at)));
  const details = about.filter((section) => !starts.includes(section));
  const detailed = details.flatMap((section) => section.options?.named ?? []);
  const segments = sections.filter((section) => !isDetails(section)).map(({ segment }) => segment);
  if (starts.length === 0 && details.length === 0) {
    return optionsInText(source, segments, preamble)
      .filter(({ options, isHeaded }) => !isHeaded || !areParts(options, outcomeOf(source, sections)))
      .map((found) => questionInText(found, sections));
  }
  const listed = starts.length === 0 ? listedInText(source, segments) : undefined;
  if (listed !== undefined && detailsOf(listed.options, detailed).length > 1) {
    return [questionInText({ ...listed, options: mergeOptions(listed.options, detailed) }, sections)];
  }
  const whole = withUnchosen(source, sections, starts);
  if (whole !== undefined) {
    return [{ ...whole, options: mergeOptions(whole.options, detailed), sections }];
  }
  const asked = starts.length > 0 ? starts : details.slice(0, 1);
  return asked.map((section, index) => {
    const next = asked[index + 1];
    const from = asked.length === 1 ? 0 : sections.indexOf(section);
    const to = next === undefined ? sections.length : sections.indexOf(next);
    const own = section.options?.named ?? [];
    const about = index === 0 && starts.length > 0 ? detailed : [];
    const groups = section.options?.inner ?? [];
    const [options, inner] = [mergeOptions(own, about), withDetails(groups, about)];
    const all = new Set([own, ...groups].flat());
    const areOthers = details.length === 1 && details.every(({ name }) => namesUnchosen(name));
    return {
      options,
      inner,
      left: new Set(areOthers ? [options, ...inner].flat().filter((one) => all.has(one)) : []),
      areQuestions:
        own.every(({ option }) => asks(option.title)) ||
        (groups.length > 0 && groups.flat().every(({ key }) => key !== '')) ||
        detailsOf(groups.flat(), about).length > detailsOf(own, about).length,
      isSure: true,
      sections: sections.slice(from, to),
      areUnchosen: namesUnchosen(section.name),
      areRejected: namesRejected(section.name),
    };
  });
}

/** Whether all options of a section are among those of one before it: “Why not Java?” below another heading for options. */
function isSaidAgain({ options }: AdrSection, before: readonly AdrSection[]): boolean {
  const own = options?.named ?? [];
  return before.some((other) => detailsOf(other.options?.named ?? [], own).length === own.length);
}

/**
 * The options that a list announces in the text before the only section about options, if that section is about those of
 * them that were not chosen: “Discarded alternatives”. A section whose heading doesn't say so is about them if all of its
 * options are in that list, and some others, too.
 */
function withUnchosen(
  source: Source,
  sections: readonly AdrSection[],
  [section, ...others]: readonly AdrSection[],
): Omit<Question, 'sections'> | undefined {
  const own = section?.options?.named ?? [];
  if (section === undefined || others.length > 0 || own.length === 0) return undefined;
  const before = sections.slice(0, sections.indexOf(section)).map(({ segment }) => segment);
  const listed = listedInText(source, before) ?? listedInText(source, before, namesKnownOptions);
  if (listed === undefined || listed.options.length < own.length) return undefined;
  const known = detailsOf(listed.options, own);
  const isAboutThem = namesUnchosen(section.name)
    ? known.length * 2 > own.length
    : known.length === own.length && listed.options.length > own.length;
  if (!isAboutThem) return undefined;
  const options = mergeOptions(listed.options, known);
  const left = options.filter((one) => detailsOf([one], own).length === 0);
  return {
    options,
    inner: [],
    areQuestions: false,
    isSure: true,
    areUnchosen: false,
    areRejected: false,
    left: new Set(left),
  };
}

/** Whether the decision lists all of these options: then they are parts of what was decided. */
function areParts(options: readonly NamedOption[], outcome: AdrOutcome | undefined): boolean {
  const lines = (outcome?.text ?? '').split('\n').filter((line) => /^ {0,3}(?:[-*+]|\d{1,3}[.)]) /.test(line));
  const items = lines.map((line) => plain(line.replace(/^ {0,3}(?:[-*+]|\d{1,3}[.)]) +/, '')));
  return options.every(({ option }) => items.some((item) => item.startsWith(plain(option.title))));
}

/** A question whose options were found in sections that are about something else. */
function questionInText(
  { options, inner = [], isSure, announcement, left = new Set() }: FoundInText,
  sections: readonly AdrSection[],
): Question {
  const [areUnchosen, areRejected] = [namesUnchosen(announcement), namesRejected(announcement)];
  const areQuestions = inner.length > 1 && inner.every((group) => group.some(isWeighed));
  return { options, inner, areQuestions, isSure, sections, areUnchosen, areRejected, left };
}

/** The answers to several questions, with what other sections say about them. */
function withDetails(groups: readonly (readonly NamedOption[])[], detailed: readonly NamedOption[]) {
  const merged = mergeOptions(groups.flat(), detailed);
  let from = 0;
  return groups.map(({ length }) => {
    from += length;
    return merged.slice(from - length, from);
  });
}

/** The details that are about some options. */
function detailsOf(options: readonly NamedOption[], detailed: readonly NamedOption[]): readonly NamedOption[] {
  return detailed.filter(({ option }) => options.some((one) => isSameOption(one.option.title, option.title)));
}

const isDetails = ({ part }: AdrSection) => part === 'option-details';

/** The text of the section that decides a question. */
function outcomeOf(source: Source, sections: readonly AdrSection[]): AdrOutcome | undefined {
  const section = sections.find(({ part, segment }) => part === 'outcome' || segment.repeats === 'outcome');
  return section && readOutcome(source, section.segment.nodes).outcome;
}
