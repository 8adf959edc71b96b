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
}

const emphasis = '(?<open>\\*\\*|__|[*_])?';
const mark = '(?<mark>\\p{Extended_Pictographic}\\ufe0f?|[✓✔✗✘])?';
const word = "(?<word>\\p{L}[\\p{L}\\p{N} /&'’()-]{0,48}?)";
const withColon = new RegExp(
  `^${emphasis}${mark}[ ]?${word}(?:[ ]?:\\k<open>|\\k<open>[ ]?:)(?:[ \\t]+|(?=\\n)|$)`,
  'u',
);
const withBecause = new RegExp(`^${emphasis}${word}\\k<open>,?\\s+(?<because>because|since|as)\\s+`, 'u');
const emphasised = new RegExp(
  `^(?<open>\\*\\*|__)${mark}[ ]?${word}\\k<open>(?:[ \\t]+(?:[-–—][ \\t]+)?|(?=\\n)|$)`,
  'u',
);
const marked = /^(?<mark>\p{Extended_Pictographic}\ufe0f?|[✓✔✗✘]|\([+-]\)|\[[+-]\]|[+-](?= )) ?/u;

/** Splits off a label that ends with a colon or is all bold. */
export function splitLabel(text: string): Labelled | undefined {
  return split(text, withColon) ?? split(text, emphasised);
}

/** Splits off the opening of a reason: a label, "Good, because", or a mark. */
export function splitReason(text: string): Labelled | undefined {
  return split(text, withBecause) ?? splitLabel(text) ?? split(text, marked);
}

function split(text: string, pattern: RegExp): Labelled | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const lead = match[0];
  const label = (match.groups?.word ?? '').trim();
  return {
    lead,
    label,
    word: label.toLowerCase(),
    mark: match.groups?.mark ?? '',
    rest: text.slice(lead.length),
  };
}
