import type { AdrWords } from '../adr-words.ts';

/** Entries with variants of a language that is read, but that Gavel writes nothing in. */
export type ReadWords = {
  readonly [Entry in Exclude<keyof AdrWords, 'months'>]?: AdrWords[Entry] extends string
    ? string
    : Partial<AdrWords[Entry]>;
} & {
  /** The names of the twelve months as in a date. */
  readonly months?: string;
};
