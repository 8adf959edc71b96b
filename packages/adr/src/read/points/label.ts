import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { denseCharacter, isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';

/** A text that starts with a label: `**Status**: Accepted`, `Good, because …`, `✅ fast`. */
export interface Labelled {
  /** The label with its emphasis, punctuation and blanks, as it is written. */
  readonly lead: string;
  /** The words of the label; empty if the label is only a mark. */
  readonly label: string;
  /** The words of the label in lower case. */
  readonly word: string;
  /** The emoji or sign of the label; empty if it has none. */
  readonly mark: string;
  /** The text after the label. */
  readonly rest: string;
  /** Whether it opens a reason, as “Good, because” does. */
  readonly isReason: boolean;
}

const emphasis = '(?<open>\\*\\*|__|[*_])?';
const mark = '(?<mark>\\p{Extended_Pictographic}\\ufe0f?|[✓✔✗✘])?';
const word = "(?<word>\\p{L}[\\p{L}\\p{N} /&'’()（）・·-]{0,48}?)";
const blank = '[ \\u00a0\\u202f]?';
// Only a wide colon, or one behind a word in Chinese, Japanese or Korean, has no blank after it.
const colon = `(?:${blank}[:：]\\k<open>|\\k<open>${blank}[:：])`;
const afterColon = `(?:[ \\t]+|(?=\\n)|$|(?<=(?:：|${denseCharacter}:|${denseCharacter}[*_]{1,2}:)[*_]{0,2}))`;
const withColon = new RegExp(`^${emphasis}${mark}[ ]?${word}${colon}${afterColon}`, 'u');
const becauses = adrLanguages.flatMap((language) => variantsOf(adrWords[language].because));
const because = [
  // “Good, because:” is above a list.
  `(?:${oneOf(becauses.filter((word) => !isDense(word)))})(?:\\s{1,3}|:$)`,
  `(?:${oneOf(becauses.filter(isDense))})[：:、，,]?\\s{0,3}`,
].join('|');
const withBecause = new RegExp(`^${emphasis}${word}\\k<open>(?:,?\\s{1,3}|[、，]\\s{0,3})(?<because>${because})`, 'u');
const emphasised = new RegExp(
  `^(?<open>\\*\\*|__)${mark}[ ]?${word}\\k<open>(?:[ \\t]+(?:[-–—][ \\t]+)?|(?=\\n)|$)`,
  'u',
);
const sign = '(?:\\([+−–-]\\)|\\[[+−–-]\\]|[+−–-])';
const marked = new RegExp(
  `^(?<mark>\\p{Extended_Pictographic}\\ufe0f?|[✓✔✗✘]|\\([+−-]\\)|\\[[+-]\\]|[+−-](?= )|\\\\[+-](?= )|\`${sign}\`|\\*\\*${sign}\\*\\*) ?`,
  'u',
);

const verdicts = adrLanguages.flatMap((language) => {
  const { pro, con, neutral } = adrWords[language].verdicts;
  return [pro, con, neutral].flatMap(variantsOf);
});
/** “Good, if …”: the word without “because”. */
const withVerdict = new RegExp(
  `^${emphasis}(?<word>${oneOf(verdicts.filter((word) => !isDense(word)))})\\k<open>,\\s{1,3}(?=\\S)(?<because>)`,
  'u',
);

/** “Good **cost**, because …”: what is good stands in bold in front of “because”. */
const withTopic = new RegExp(
  `^(?<word>${oneOf(verdicts.filter((word) => !isDense(word)))})\\s{1,3}` +
    `(?=(?<open>\\*\\*|__)[^*_\\n]{1,80}\\k<open>,?\\s{1,3}(?:${because}))(?<because>)`,
  'u',
);

/** “Good — fast”: a label of one word in front of a dash. */
const withDash = new RegExp(
  `^${emphasis}(?<word>\\p{L}[\\p{L}’'-]{1,24}(?: \\p{L}{2,16})?)\\k<open>[ \\t]{1,2}(?:[—–]|-{1,2})[ \\t]{1,2}(?=\\S)`,
  'u',
);

/** Splits off a word in front of a dash. Only some words are labels there: any sentence may have a dash. */
export function splitDash(text: string): Labelled | undefined {
  return split(text, withDash);
}

/** Splits off the mark that a text begins with: “✅ fast”. */
export function splitMark(text: string): Labelled | undefined {
  return split(text, marked);
}

/** Splits off a label that ends with a colon or is all bold. */
export function splitLabel(text: string): Labelled | undefined {
  return split(text, withColon) ?? split(text, emphasised);
}

/** Splits off the opening of a reason: a label, "Good, because", or a mark. */
export function splitReason(text: string): Labelled | undefined {
  return (
    split(text, withBecause) ??
    split(text, withTopic) ??
    splitLabel(text) ??
    split(text, withVerdict) ??
    split(text, marked)
  );
}

function split(text: string, pattern: RegExp): Labelled | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const lead = match[0];
  const label = (match.groups?.word ?? '').trim();
  // “Java (rejected: too large)” has no label.
  if (isOpen(label, '(', ')') || isOpen(label, '（', '）')) return undefined;
  return {
    lead,
    label,
    word: label.toLowerCase(),
    mark: match.groups?.mark ?? '',
    rest: text.slice(lead.length),
    isReason: match.groups?.because !== undefined,
  };
}

const isOpen = (text: string, open: string, close: string) => text.lastIndexOf(open) > text.lastIndexOf(close);

/** A text that is only a label, without a colon. */
export function labelOnly(text: string): Labelled {
  return { lead: text, label: text, word: text.toLowerCase(), mark: '', rest: '', isReason: false };
}
