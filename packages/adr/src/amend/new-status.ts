import type { Status } from '../content/content.ts';

/** What the status becomes: its meaning, the word for it, and the text with the link, if it has one. */
export interface NewStatus {
  readonly status: Status;
  readonly word: string;
  readonly written: string;
  readonly link: string;
  /** The same text where no link can be, as in code. */
  readonly withoutLink?: string;
  readonly date: string;
  /** How the house writes dates; undefined if that is not known. */
  readonly dateForm?: string | undefined;
}

/** What is said of a new status behind the word for it. */
export function behindWord({ word, written }: NewStatus): string {
  return written.startsWith(word) ? written.slice(word.length) : ` (${written})`;
}

/** The case of a word, apart from the marks around it. */
function caseOf(word: string): 'lower' | 'capital' | 'upper' {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  if (!/^\p{Lu}/u.test(letters)) return 'lower';
  return letters.length > 1 && letters === letters.toUpperCase() ? 'upper' : 'capital';
}

/** A new status in the case of the word that it replaces, where a file has its `first` word in another case. */
export function inCaseOf(changed: NewStatus, replaced: string, first: string | undefined): NewStatus {
  const wanted = caseOf(replaced);
  if (first === undefined || wanted === caseOf(first)) return changed;
  const inCase = (text: string) => {
    if (wanted === 'upper') return text.toUpperCase();
    const initial = text.charAt(0);
    return (wanted === 'capital' ? initial.toUpperCase() : initial.toLowerCase()) + text.slice(1);
  };
  const rest = changed.written.slice(changed.word.length);
  const written = changed.written.startsWith(changed.word)
    ? inCase(changed.word) + rest
    : wanted === 'upper'
      ? changed.written
      : inCase(changed.written);
  const { withoutLink } = changed;
  return { ...changed, word: inCase(changed.word), written, ...(withoutLink && { withoutLink: inCase(withoutLink) }) };
}
