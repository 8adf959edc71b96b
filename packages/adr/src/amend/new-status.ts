import type { Status } from '../content/content.ts';

/** What the status becomes: its meaning, the word for it, and the text with the link, if it has one. */
export interface NewStatus {
  readonly status: Status;
  readonly word: string;
  readonly written: string;
  readonly link: string;
  readonly date: string;
  /** How the house writes dates; undefined if that is not known. */
  readonly dateForm?: string | undefined;
}

/** What is said of a new status behind the word for it. */
export function behindWord({ word, written }: NewStatus): string {
  return written.startsWith(word) ? written.slice(word.length) : ` (${written})`;
}
