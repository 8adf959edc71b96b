import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { rejection } from '../choice/choice-words.ts';
import { keyBeforeRemark, onlyKeyOf, readCounter } from './counter.ts';
import { linkTarget, masked, splitBlank, splitDescription, splitTail } from './description.ts';
import { beginsChosen, chosenAtEnd, chosenWords, rejectedAtEnd, withoutChosenMark } from './verdict-marks.ts';

/** The parts of an option's name, such as `Option 1: **T** (note) (chosen): description`. */
export interface OptionTitle {
  readonly title: string;
  readonly notes: readonly string[];
  readonly isChosen: boolean;
  /** The marks before and after a bold title. */
  readonly open: string;
  readonly close: string;
  /** “Option 1: ”, as written. */
  readonly counter: string;
  /** Whether the bold marks are around the counter, too. */
  readonly isCounterBold: boolean;
  /** The counter in short: “1”. */
  readonly key: string;
  /** The mark of the chosen option, as written after its title. */
  readonly chosenMark: string;
  readonly description: string | undefined;
  /** The text between the title and its description. */
  readonly descriptionLead: string | undefined;
}

/** The longest name that is split, in UTF-16 units. The time of some patterns grows with the square of the length. */
const longestName = 2_000;

/**
 * The longest title that a description can follow, in UTF-16 units, unless the title is bold: as a phrase, as a sentence, or
 * if the description says that it was rejected.
 */
const longestPlainTitle = { phrase: 90, sentence: 160, rejected: 160 };

/** How a title is read where others tell more of it: also behind “, but”, and as long as a sentence in front of a colon. */
interface TitleReading {
  readonly hasAsides?: boolean;
  readonly mayBeLong?: boolean;
}

/** Splits the name of an option. In a list, a description may follow the title. */
export function readOptionTitle(name: string, mayHaveDescription: boolean, reading: TitleReading = {}): OptionTitle {
  if (name.length > longestName) return readLongName(name, mayHaveDescription);
  const { isMarked: isMarkedFirst, name: unmarked } = withoutChosenMark(name);
  const counter = readCounter(unmarked);
  const behind = unmarked.slice(counter.written.length);
  // “1. ❌ Java”
  const { isMarked: isMarkedBehind, name: rest } =
    counter.written === '' ? { name: behind, isMarked: false } : withoutChosenMark(behind);
  const isMarked = isMarkedFirst || isMarkedBehind;
  // “Option 2:” alone is all that the option is called.
  if (rest.trim() === '') return { ...bareTitle, title: withoutColon(unmarked), isChosen: isMarked, key: counter.key };
  const [whole, open = '', inner = ''] =
    /^(\*\*|__)(?! )(.+?)\1/s.exec(rest) ??
    emphasized.exec(rest) ??
    (mayHaveDescription ? emphasizedLabel.exec(rest) : null) ??
    [];
  const read =
    whole === undefined
      ? readPlainTitle(rest, mayHaveDescription, reading)
      : readBoldTitle({ open, inner, tail: rest.slice(whole.length) }, mayHaveDescription);
  const isChosen = read.isChosen || isMarked || (read.description !== undefined && beginsChosen(read.description));
  const counted = { counter: counter.written, isCounterBold: false, key: counter.key };
  return {
    ...read,
    isChosen,
    ...(counter.written === '' ? { key: read.key || keyBeforeRemark(unmarked) || onlyKeyOf(read.title) } : counted),
  };
}

/** A name all in emphasis: “*Option B - Java:*”. */
const emphasized = /^([*_])(?![ *_])([^*_]{2,400})\1(?=:?$)/;

/** “*Java:* our teams know it”, “*Java*: our teams know it” */
const emphasizedLabel =
  /^([*_])(?![ *_])([^*_]{2,200})\1(?:(?<=[:：][*_])(?=\s?\S)|(?=[:：]\s| [–—] | \([^()]{1,200}\) [–—] ))/;

/** The shortest name of which only the words before the first comma may be the title, and the longest of such titles. */
const enumerated = { shortest: 60, longestTitle: 40, longestOfLong: 100 };

/** The longest title that is not cut where a remark may begin, in UTF-16 units. */
export const longestUncut = 120;

/** A title that a remark without any mark follows, as in “Java, the language of most of our services”. */
export function cutAtComma(title: OptionTitle): OptionTitle {
  const at = title.title.search(/, (?=\p{Ll})/u);
  const head = title.title.slice(0, at);
  const isCut = title.description === undefined && title.title.length > enumerated.shortest && at > 0;
  const longest = title.title.length > longestUncut ? enumerated.longestOfLong : enumerated.longestTitle;
  if (!isCut || head.length > longest || /[([{"“«]/.test(head)) return title;
  return { ...title, title: head, description: title.title.slice(at + 2) };
}

const wideSentence = /^[^，；。]{2,40}[，；][^\n]{0,400}。$/;

/** Whether a title is all of a sentence in Chinese, which begins with the name: “Java，our teams know it。” */
export const isWideSentence = ({ title, open, description }: OptionTitle) =>
  open === '' && description === undefined && wideSentence.test(title);

/** A title up to the first comma of such a sentence. */
export function cutAtWideComma(title: OptionTitle): OptionTitle {
  const at = title.title.search(/[，；]/);
  return { ...title, title: title.title.slice(0, at), description: title.title.slice(at + 1) };
}

function withoutColon(name: string): string {
  return name.replaceAll(/^(?:\*\*|__)|[:：]?(?:\*\*|__)[:：]?$|[:：]$/g, '').trim();
}

/** A name that goes on for longer than any title: only what is bold at its start is the title. */
function readLongName(name: string, mayHaveDescription: boolean): OptionTitle {
  const head = name.slice(0, longestName);
  const start = mayHaveDescription ? readOptionTitle(head, true) : undefined;
  if (start?.description === undefined) return { ...bareTitle, title: name };
  return { ...start, description: start.description + name.slice(longestName) };
}

const bareTitle: Omit<OptionTitle, 'title'> = {
  notes: [],
  isChosen: false,
  open: '',
  close: '',
  counter: '',
  isCounterBold: false,
  key: '',
  chosenMark: '',
  description: undefined,
  descriptionLead: undefined,
};

function readPlainTitle(
  written: string,
  mayHaveDescription: boolean,
  { hasAsides = true, mayBeLong = false }: TitleReading,
): OptionTitle {
  const found = mayHaveDescription ? splitDescription(written, hasAsides) : undefined;
  const isRejected = found !== undefined && (rejection.exec(found.description.slice(0, 40))?.index ?? 40) < nearStart;
  const kind: keyof typeof longestPlainTitle = isRejected
    ? 'rejected'
    : found && (/^[.。]/.test(found.lead) || (mayBeLong && /^[:：]/.test(found.lead)))
      ? 'sentence'
      : 'phrase';
  const longest = longestPlainTitle[kind];
  const told = found && found.head.replaceAll(linkTarget, ']').length <= longest ? found : undefined;
  const colon = told === undefined ? (/(?<=\S)[:：]$/.exec(written)?.[0] ?? '') : '';
  const end = takeEnd(told?.head ?? written.slice(0, written.length - colon.length));
  return {
    ...bareTitle,
    title: end.text,
    close: colon,
    notes: end.notes,
    isChosen: end.chosenMark !== '',
    chosenMark: end.chosenMark,
    description: told?.description ?? end.refusal,
    // “, but”: the words of a sentence, and no form that a new option could have.
    descriptionLead: told === undefined || /^[,，、]/.test(told.lead) ? undefined : told.lead,
  };
}

/** How far from the start of a description it says that the option was rejected, in UTF-16 units. */
const nearStart = 12;

/** A name that starts in bold: the marks, the text between them, and the text after them. */
interface BoldName {
  readonly open: string;
  readonly inner: string;
  readonly tail: string;
}

function readBoldTitle({ open, inner, tail: written }: BoldName, mayHaveDescription: boolean): OptionTitle {
  const [instead = ''] = mayHaveDescription ? (insteadOf.exec(written) ?? []) : [];
  const tail = written.slice(instead.length);
  const counter = readCounter(inner);
  const isClosed = mayHaveDescription || tail === '' || /^[:：]$/.test(tail);
  const end = isClosed ? (/(?<=[^.])[:.：。]$/.exec(inner)?.[0] ?? '') : '';
  const bold = inner.slice(counter.written.length, inner.length - end.length);
  const isCounted = counter.written !== '';
  const told = mayHaveDescription ? (end === '' ? splitTail(tail, isCounted) : splitBlank(tail)) : undefined;
  const colon = /^[:：]$/.exec(tail)?.[0] ?? '';
  const behind = colon === '' ? (told?.head ?? tail).replace(/(?<=[)）*_])[:：]$/, '') : '';
  const wide = wideRemark.exec(behind)?.groups?.note;
  const after = wide === undefined || saysHere(wide) ? takeEnd(behind) : { ...takeEnd(''), notes: [wide] };
  const within = takeEnd(bold);
  const isMarkedWithin = within.chosenMark !== '';
  return {
    title: (isMarkedWithin ? within.text : bold.replace(told?.lead === ' ' ? /,$/ : '', '')) + after.text,
    notes: [...(isMarkedWithin ? within.notes : []), ...after.notes],
    isChosen: after.chosenMark !== '' || isMarkedWithin,
    // A counter inside the bold text may end with a line break.
    open: open + counter.written.replace(/.+/, ''),
    close: end + open + colon,
    counter: counter.written,
    isCounterBold: counter.written !== '' && !counter.written.includes('\n'),
    key: counter.key,
    chosenMark: after.chosenMark || within.chosenMark,
    description:
      instead === ''
        ? (told?.description ?? after.refusal)
        : [instead.trim(), ...(told === undefined ? [] : [told.description])].join(': '),
    descriptionLead: told?.lead,
  };
}

/** A remark in wide brackets, behind a name in bold. */
const wideRemark = /^（(?<note>[^（）\n]{1,300})）$/u;

/** “ instead of Go”, behind a name in bold. */
const insteadOf = new RegExp(
  `^ (?:${oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].contrasts)).filter((word) => !isDense(word) && word.length > 4))}) [^:：.;,()—–\n]{1,80}(?=[:：]|$)`,
  'iu',
);

/** Takes the notes and the mark of the chosen option off the end of a title. */
function takeEnd(title: string): { text: string; notes: string[]; chosenMark: string; refusal: string | undefined } {
  const written = title.replace(/(?<=(?:^|\S) \([^()]{1,300}\))[.。]$/, '');
  const wide = /（(?<note>[^（）]{1,40})）$/.exec(written);
  const mark = chosenAtEnd(written) || (wide !== null && saysHere(wide.groups?.note ?? '') ? wide[0] : '');
  const refusal = mark === '' ? rejectedAtEnd(written) : undefined;
  const end = refusal?.written ?? mark;
  const { text, notes, chosen: note } = takeNotes(written.slice(0, written.length - end.length));
  // “Java ✅ chosen (for the server)”
  const inner = end === '' && note === '' && notes.length > 0 ? chosenAtEnd(text) : '';
  return {
    text: text.slice(0, text.length - inner.length),
    notes,
    chosenMark: mark || note || inner,
    refusal: refusal?.words,
  };
}

const noteAtEnd = / \([^()]+\)$/;
/** Where the remark in brackets at the end of a title begins. Code in it may have brackets, too. */
const noteIn = (text: string) => (noteAtEnd.exec(text) ?? noteAtEnd.exec(masked(text)))?.index;
const chosenNotes = wordTable(({ chosen: own, options }) => [
  [true, own] as const,
  // “chosen option”
  [
    true,
    variantsOf(own)
      .flatMap((word) => variantsOf(options).map((option) => `${word} ${option}`))
      .join(' | '),
  ] as const,
]);

/** “chosen by this ADR”, “本 ADR 采用” */
const chosenHere = new RegExp(
  `^(?=.*(?:adr|rfc))(?:[^]{0,12} ?)?(?:${oneOf(chosenWords.filter((word) => !/adr/i.test(word)))})(?: [^]{0,12})?$`,
  'iu',
);

const saysHere = (note: string) => chosenNotes.find(foldWord(note)) === true || chosenHere.test(note);

/** Takes remarks in parentheses off the end of a title. `chosen` is the remark that marks the chosen option. */
function takeNotes(written: string): { text: string; notes: string[]; chosen: string } {
  const notes: string[] = [];
  let text = written;
  let mark = '';
  for (let at = noteIn(text); at !== undefined; at = noteIn(text)) {
    const [all, note] = [text.slice(at), text.slice(at + 2, -1)];
    const [word = ''] = note.replaceAll(/[*_]/g, '').split(/[!,;:—–]/);
    if (saysHere(word)) mark = all;
    else notes.unshift(note);
    text = text.slice(0, at);
    if (text === '') break;
  }
  return { text, notes, chosen: mark };
}
