import type { Status } from '../decision/status.ts';
import type { Words } from './say.ts';

/** The status of a line's file in git, apart from what its ADR says. */
export interface ListWords {
  readonly title: string;
  /** The buttons that turn its pages, which go back in time. */
  readonly newer: string;
  readonly older: string;
  /** The button of a line, and the link to where it can be read. */
  readonly show: string;
  readonly open: string;
  /** How many there are or, with `hasMore`, that there are more; `words` are the search words, '' if none. */
  total(facts: { readonly total: number; readonly hasMore: boolean; readonly words: string }): string;
  /** There are none; `words` as above. */
  nothing(words: string): Words;
  /** Slack did not say what the reader may see. */
  readonly partial: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly votingOpen: string;
  readonly finalComments: string;
  /** The ADR states no status. */
  readonly noStatus: string;
  /** The option that was chosen. */
  chosen(option: string): string;
  readonly fileGone: string;
  /** It waits in a review, with its number as its forge writes it, if it has one. */
  inReview(sign: string | undefined): string;
  /** Why it could not be published yet, in sentences. */
  notPublished(trouble: string): string;
  votingCloses(at: Date): Words;
}
