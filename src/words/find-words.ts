import type { SearchDoubt } from '../decision/search-doubt.ts';
import type { Words } from './say.ts';

/** What people read when they search. */
export interface FindWords {
  /** The title of the modal, and the button that searches. */
  readonly title: string;
  readonly search: string;
  /** The input: its label, and how to narrow a search down. */
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  /** How many results there are or, with `hasMore`, that there are more. */
  total(facts: { readonly total: number; readonly hasMore: boolean }): string;
  /** Nothing was found for what was typed. */
  nothing(typed: string): Words;
  /** All words are too common. */
  tooCommon(typed: string): Words;
  /** Words that were found nowhere, and what was searched for in their place. */
  corrected(words: readonly { readonly typed: string; readonly meant: string }[]): Words;
  /** A part of the search that was left out. */
  doubt(doubt: SearchDoubt): Words;
}
