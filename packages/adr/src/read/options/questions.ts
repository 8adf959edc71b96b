import type { AdrOption, AdrOutcome, Markdown } from '../../content/content.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import type { AdrSection } from '../document.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { findChosen } from './chosen.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import { namesUnchosen } from './option-words.ts';
import { optionsInText } from './options-in-text.ts';
import { readAnswer, readOutcome } from './outcome.ts';

/** The options of one question, and the sections that answer it. */
interface Question {
  readonly options: readonly NamedOption[];
  readonly sections: readonly AdrSection[];
  readonly areUnchosen: boolean;
}

/** All options of a file, each with whether it was chosen. A file may answer several questions. */
export function readQuestions(
  source: Source,
  sections: readonly AdrSection[],
  { outcome, title }: { readonly outcome: AdrOutcome | undefined; readonly title: Markdown },
): readonly AdrOption[] {
  const questions = questionsIn(source, sections);
  const isOnly = questions.length === 1;
  return questions.flatMap((question) => {
    const own = isOnly ? outcome : outcomeOf(source, question.sections);
    const { areUnchosen } = question;
    const named = namedIn(source, question.sections);
    const answers = { outcome: own, named, title: isOnly ? title : '', areUnchosen };
    const chosen = findChosen(question.options, answers);
    return question.options.map((one) => ({ ...one.option, isChosen: chosen.includes(one) }));
  });
}

function questionsIn(source: Source, sections: readonly AdrSection[]): readonly Question[] {
  const starts = sections.filter((section) => section.options !== undefined && !isDetails(section));
  const details = sections.filter((section) => section.options !== undefined && isDetails(section));
  const detailed = details.flatMap((section) => section.options?.named ?? []);
  const asked = starts.length > 0 ? starts : details.slice(0, 1);
  if (asked.length === 0) {
    const segments = sections.map(({ segment }) => segment);
    return optionsInText(source, segments).map((options) => ({ options, sections, areUnchosen: false }));
  }
  return asked.map((section, index) => {
    const next = asked[index + 1];
    const from = asked.length === 1 ? 0 : sections.indexOf(section);
    const to = next === undefined ? sections.length : sections.indexOf(next);
    const own = section.options?.named ?? [];
    return {
      options: index === 0 && starts.length > 0 ? mergeOptions(own, detailed) : own,
      sections: sections.slice(from, to),
      areUnchosen: namesUnchosen(section.name),
    };
  });
}

const isDetails = ({ part }: AdrSection) => part === 'option-details';

/** The text of the section that decides a question. */
function outcomeOf(source: Source, sections: readonly AdrSection[]): AdrOutcome | undefined {
  const section = sections.find(({ part, segment }) => part === 'outcome' || segment.repeats === 'outcome');
  return section && readOutcome(source, section.segment.nodes).outcome;
}

/** The answers that headings and paragraphs give: “Decision: X”, “**Chosen option:** X”. */
function namedIn(source: Source, sections: readonly AdrSection[]): string[] {
  return sections.flatMap(({ segment: { heading, nodes } }) =>
    [heading, ...nodes].flatMap((node) => {
      if (node.type !== 'heading' && node.type !== 'paragraph') return [];
      const words = wordsAsWritten(source, node).slice(0, longestAnswer);
      return readAnswer(words) ?? labelled(source, words) ?? [];
    }),
  );
}

const longestAnswer = 600;
const label = /^[*_]{0,2}(?<label>[^:：–—\n]{2,60}?)[*_]{0,2} ?(?:[:：]|[-–—] )[*_]{0,2} ?(?<answer>[^\n]{1,400})/u;

function labelled(source: Source, words: string): string | undefined {
  const { label: name, answer } = label.exec(words)?.groups ?? {};
  return name !== undefined && partOfHeading(name, undefined, source.language) === 'outcome' ? answer : undefined;
}
