import type { Markdown } from '../../content/content.ts';
import type { NamedOption } from '../options/merge-options.ts';
import { countShared, stemsOf } from '../options/same-option.ts';
import { saysChosen } from '../options/verdict-marks.ts';
import { byKey } from './by-counter.ts';
import { counters, rejection } from './choice-words.ts';
import { sentencesOf, withoutMarks } from './sentences.ts';

/** What a decision says: its sentences, and the title of the ADR. */
interface Decided {
  readonly sentences: readonly string[];
  readonly title: Markdown;
}

/** The only option that is left if the text rejects all others. */
export function notRejected(options: readonly NamedOption[], { sentences, title }: Decided): readonly NamedOption[] {
  if (options.length < 2) return [];
  const byText = new Set(
    sentences
      .filter((sentence) => rejection.test(sentence))
      .flatMap((sentence) => counters.all(withoutMarks(sentence)))
      .flatMap(({ groups }) => byKey(options, groups?.key?.toLowerCase() ?? '', false)),
  );
  if (byText.size === options.length - 1) return options.filter((one) => !byText.has(one));
  const left = options.filter((one) => !isRejected(one));
  const [only] = left;
  if (only === undefined || left.length > 1 || options.length < 3) return [];
  // It may have been rejected in other words.
  if (only.option.points.some(({ kind }) => kind === 'verdict')) return [];
  return isTold(only, { sentences, title }) ? [only] : [];
}

/** The only option without a verdict against it below a heading for those that were not chosen, if the decision is like it. */
export function withoutVerdict(options: readonly NamedOption[], decided: Decided): readonly NamedOption[] {
  const [only, ...others] = options.filter(({ option }) => option.points.every(({ kind }) => kind !== 'verdict'));
  if (only === undefined || others.length > 0 || options.length < 3) return [];
  if (options.some((one) => one !== only && one.isRejected !== true)) return [];
  const { points, description } = only.option;
  const isSaid =
    points.length > 0 && ![description, ...points.map(({ text }) => text)].some((text) => rejection.test(text));
  return isSaid && isTold(only, decided) ? [only] : [];
}

const crossAtEnd = /(?:❌|✖|✗|✘|🚫)\ufe0f?$/u;
const tickAtEnd = /(?:✅|✔|✓)\ufe0f?$/u;

/** The only option of whose text the end says that it was chosen, where that of each other one says that it was not. */
export function acceptedAtEnd(options: readonly NamedOption[]): readonly NamedOption[] {
  if (options.length < 2) return [];
  const ends = options.map((one) => ({ one, end: one.option.description.trim() }));
  const chosen = ends.filter(({ one, end }) => !isRejected(one) && (tickAtEnd.test(end) || saysChosen(end)));
  const others = ends.filter((each) => !chosen.includes(each));
  const areOut = others.every(({ one, end }) => crossAtEnd.test(end) || isRejected(one));
  return chosen.length === 1 && areOut ? chosen.map(({ one }) => one) : [];
}

/** Whether the decision or the title has several words of an option. */
function isTold({ option }: NamedOption, { sentences, title }: Decided): boolean {
  const told = stemsOf([title, ...sentences.slice(0, 3)].map(withoutMarks).join(' '));
  return countShared(stemsOf(withoutMarks(option.title)), told) > 1;
}

/** Whether an option says of itself that it was rejected: in a note, a verdict, or at the start of its text. */
export function isRejected({ option: { notes, points, description }, isRejected: isLabeled }: NamedOption): boolean {
  if (isLabeled === true) return true;
  const verdicts = points.filter(({ kind }) => kind === 'verdict').map(({ text }) => text);
  if ([...notes, ...verdicts].some((text) => rejection.test(text))) return true;
  if (!rejection.mayMatch(description)) return false;
  if (sentencesOf(description).some(begunByRejection)) return true;
  const blocks = description.slice(0, longestRead).split('\n\n', mostBlocks);
  return blocks.some((block) => (rejection.exec(withoutMarks(block.slice(0, 60)))?.index ?? Infinity) < nearStart);
}

/** “It is dear. Rejected.”, “It is dear. Se descarta; …”; what goes on behind a semicolon is no verdict. */
function begunByRejection(sentence: string): boolean {
  const start = withoutMarks(sentence.slice(0, longestStart));
  return /^(?:\p{Lu}|\p{Lo})/u.test(start) && rejection.exec(start)?.index === 0;
}

/** How much of a sentence may begin with such a word, in UTF-16 units. */
const longestStart = 60;

/** How much of a description is looked through for a verdict: in UTF-16 units, and in blocks. */
const longestRead = 2_000;
const mostBlocks = 6;

/** How far from the start of a text “rejected” is a verdict, in UTF-16 units. */
const nearStart = 12;
