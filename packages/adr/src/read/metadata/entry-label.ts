import { type Labelled, splitLabel } from '../points/label.ts';
import type { Source } from '../source/source.ts';
import { fieldOf } from './metadata-field.ts';

/** The label of a line of metadata. */
export interface EntryLabel extends Labelled {
  /** The marks around the label and its value, which end behind it. */
  readonly markBehind?: string;
}

// A sign may be put together of several: a person with a color of skin and a gender.
const signBefore =
  /^\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?){0,3}[ ]?(?=\*\*|__)/u;

/** The label of an entry, with a sign in front of its marks: “📅 **Date:**”. */
export function labelOf(source: Source, text: string): EntryLabel | undefined {
  const sign = signBefore.exec(text)?.[0] ?? '';
  const written = text.slice(sign.length);
  const label = splitLabel(written) ?? labelWithValue(source, written) ?? labelWithPeriod(source, written);
  return label && { ...label, lead: sign + label.lead };
}

// What is bold may end in another line.
const boldWithValue = /^(?:\*\*(?<inner>[^*\n]{1,300})(?<end>\*\*|$)|__(?<other>[^_\n]{1,300})(?<close>__|$))/;

/** A known label that is bold together with its value: “**Status: accepted.** It holds for all cups.” */
function labelWithValue({ language }: Source, text: string): EntryLabel | undefined {
  const { inner, other = '', end, close } = boldWithValue.exec(text)?.groups ?? {};
  const mark = text.slice(0, 2);
  const label = splitLabel(inner ?? other);
  if (label === undefined || label.rest.trim() === '' || fieldOf(label.word, language) === undefined) return undefined;
  const lead = mark + label.lead;
  return { ...label, lead, rest: text.slice(lead.length), markBehind: (end ?? close) === '' ? '' : mark };
}

const boldSentence = /^(?<open>\*\*|__)(?<label>[^*_.:\n]{1,40})\.\k<open>[ \t]+(?=\S)/;

/** A known label in bold that ends like a sentence: “**Status.** Accepted”. */
function labelWithPeriod({ language }: Source, text: string): EntryLabel | undefined {
  const [lead, , label = ''] = boldSentence.exec(text) ?? [];
  if (lead === undefined || fieldOf(label, language) === undefined) return undefined;
  return { lead, label, word: label.toLowerCase(), mark: '', rest: text.slice(lead.length), isReason: false };
}
