import type { Status } from '../decision/status.ts';
import type { Words } from './say.ts';

/** How a line of the list stands in git, besides what its ADR says. */
export interface ListWords {
  readonly title: string;
  /** The buttons that turn its pages, which run backward in time. */
  readonly newer: string;
  readonly older: string;
  /** The button of a line, and the link to where it can be read. */
  readonly show: string;
  readonly open: string;
  /** How many there are, or with `hasMore` that there are more; `words` are those that were looked for, '' without any. */
  total(facts: { readonly total: number; readonly hasMore: boolean; readonly words: string }): string;
  /** There are none; `words` as above. */
  nothing(words: string): Words;
  /** Slack did not say what the reader may see. */
  readonly partial: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly votingOpen: string;
  /** The ADR says no status. */
  readonly noStatus: string;
  /** The option that was chosen. */
  chosen(option: string): string;
  readonly fileGone: string;
  /** Why it could not be published yet, in sentences. */
  notPublished(trouble: string): string;
  votingCloses(at: Date): Words;
}
