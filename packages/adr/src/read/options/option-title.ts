import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { rejection } from '../choice/choice-words.ts';
import { keyBeforeRemark, onlyKeyOf, readCounter } from './counter.ts';
import { linkTarget, masked, splitBlank, splitDescription, splitTail } from './description.ts';

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

/** Splits the name of an option. In a list, a description may follow the title, also behind “, but” unless that is said. */
export function readOptionTitle(name: string, mayHaveDescription: boolean, hasAsides = true): OptionTitle {
  if (name.length > longestName) return readLongName(name, mayHaveDescription);
  const { isMarked, name: unmarked } = withoutChosenMark(name);
  const counter = readCounter(unmarked);
  const rest = unmarked.slice(counter.written.length);
  // “Option 2:” alone is all that the option is called.
  if (rest.trim() === '') return { ...bareTitle, title: withoutColon(unmarked), isChosen: isMarked, key: counter.key };
  const [whole, open = '', inner = ''] =
    /^(\*\*|__)(?! )(.+?)\1/s.exec(rest) ??
    emphasized.exec(rest) ??
    (mayHaveDescription ? emphasizedLabel.exec(rest) : null) ??
    [];
  const read =
    whole === undefined
      ? readPlainTitle(rest, mayHaveDescription, hasAsides)
      : readBoldTitle({ open, inner, tail: rest.slice(whole.length) }, mayHaveDescription);
  const isChosen = read.isChosen || isMarked || (read.description !== undefined && isVerdict.test(read.description));
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
const emphasizedLabel = /^([*_])(?![ *_])([^*_]{2,200})\1(?:(?<=[:：][*_])(?=\s?\S)|(?=[:：]\s))/;

/** “❌ Option A: …” */
const crossAtStart = /^(?:❌|✖|✗|✘|🚫|🔴)\ufe0f?[ ]?/u;

/** A name without the mark of the chosen option at its start or behind its counter, and whether it had one. */
export function withoutChosenMark(written: string): { readonly name: string; readonly isMarked: boolean } {
  const name = written.replace(crossAtStart, '');
  const open = /^(?:\*\*|__)/.exec(name)?.[0] ?? '';
  const label = chosenLabel.exec(name)?.[0] ?? '';
  if (label !== '') return { name: name.slice(label.length), isMarked: true };
  const { counter } = chosenCounter.exec(name)?.groups ?? {};
  if (counter !== undefined) return { name: name.replace(chosenCounter, counter), isMarked: true };
  const mark = chosenAtStart.exec(name.slice(open.length))?.[0] ?? '';
  return { name: open + name.slice(open.length + mark.length), isMarked: mark !== '' };
}

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

function readPlainTitle(written: string, mayHaveDescription: boolean, hasAsides: boolean): OptionTitle {
  const found = mayHaveDescription ? splitDescription(written, hasAsides) : undefined;
  const isRejected = found !== undefined && (rejection.exec(found.description.slice(0, 40))?.index ?? 40) < nearStart;
  const kind: keyof typeof longestPlainTitle = isRejected
    ? 'rejected'
    : found && /^[.。]/.test(found.lead)
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
    description: told?.description,
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
  const told = mayHaveDescription ? (end === '' ? splitTail(tail) : splitBlank(tail)) : undefined;
  const colon = /^[:：]$/.exec(tail)?.[0] ?? '';
  const after = takeEnd(colon === '' ? (told?.head ?? tail).replace(/(?<=[)*_])[:：]$/, '') : '');
  const within = takeEnd(bold);
  const isMarkedWithin = within.chosenMark !== '';
  return {
    title: (isMarkedWithin ? within.text : bold) + after.text,
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
        ? told?.description
        : [instead.trim(), ...(told === undefined ? [] : [told.description])].join(': '),
    descriptionLead: told?.lead,
  };
}

/** “ instead of Go”, behind a name in bold. */
const insteadOf = new RegExp(
  `^ (?:${oneOf(adrLanguages.flatMap((language) => variantsOf(adrWords[language].contrasts)).filter((word) => !isDense(word) && word.length > 4))}) [^:：.;,()—–\n]{1,80}(?=[:：]|$)`,
  'iu',
);

const chosenWords = adrLanguages.flatMap((language) => variantsOf(adrWords[language].chosen));
const chosen = oneOf(chosenWords);
const longChosen = oneOf(chosenWords.filter((word) => isDense(word) || word.length > 3));
const emoji = '[✅✔⭐🏆👈👉🟢]\\ufe0f?';
const chosenAtStart = new RegExp(
  `^(?:${emoji}[ ]?|[[(](?:${chosen})[\\])][ ]?|(?:${longChosen})(?:[ ]?[:：][ ]?|[ ](?:[—–]|-{1,2})[ ]))`,
  'iu',
);
/** “**Chosen**: ” */
const chosenLabel = new RegExp(
  `^(?<open>\\*\\*|__)(?:${longChosen})(?:[:：]\\k<open>|\\k<open>[:：])[ ]?(?=\\S)`,
  'iu',
);
/** “A (chosen): ” */
const chosenCounter = new RegExp(
  `^(?<counter>(?:\\*\\*|__)?(?:\\p{L}{2,12}[ ])?(?:\\p{Lu}|\\d{1,2}))[ ]?[([（](?:${chosen})[\\])）](?=[ ]?[:.：]|[ ][-–—])`,
  'u',
);
const chosenAtEnd = new RegExp(
  `(?: ?${emoji}(?: (?:${longChosen}))?|, (?:${longChosen})| ?\\*{1,2}\\((?:${chosen})\\)\\*{1,2}| (?:[-–—←]|<-) (?:\\*\\*)?(?:${chosen})(?:\\*\\*)?| \\[(?:${chosen})\\])$`,
  'iu',
);
const isVerdict = new RegExp(
  `^(?:(?:${emoji} ?)?[*_]{0,3}(?:${chosen})[*_]{0,3}(?:[.,;:!。：—–-]|$| [-–—(])|(?<open>\\*\\*|__)(?:${chosen})(?: \\p{L}{1,8}){1,2}\\k<open>$)`,
  'iu',
);

const verdictAtEnd = new RegExp(`[.!;。][ ]?[*_]{0,3}(?:${longChosen})[.!]?[*_]{0,3}[.!]?$`, 'iu');

/** Whether a text, such as a cell of a table, begins or ends with the remark that an option was chosen. */
export function saysChosen(text: string): boolean {
  return text !== '' && (isVerdict.test(text.slice(0, longestName)) || verdictAtEnd.test(text.slice(-longestVerdict)));
}

/** How far from the end of a text its verdict is looked for, in UTF-16 units. */
const longestVerdict = 60;

/** Takes the notes and the mark of the chosen option off the end of a title. */
function takeEnd(title: string): { text: string; notes: string[]; chosenMark: string } {
  const written = title.replace(/(?<=(?:^|\S) \([^()]{1,300}\))[.。]$/, '');
  const wide = /（(?<note>[^（）]{1,40})）$/.exec(written);
  const mark = chosenAtEnd.exec(written)?.[0] ?? (wide !== null && saysHere(wide.groups?.note ?? '') ? wide[0] : '');
  const { text, notes, chosen: note } = takeNotes(written.slice(0, written.length - mark.length));
  // “Java ✅ chosen (for the server)”
  const inner = mark === '' && note === '' && notes.length > 0 ? (chosenAtEnd.exec(text)?.[0] ?? '') : '';
  return { text: text.slice(0, text.length - inner.length), notes, chosenMark: mark || note || inner };
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
