/** What is counted while Gavel runs. `ballot added`, `ballot removed`: Slack's own list of reactions corrected our count. */
export type Counted =
  | 'vote received'
  | 'ballot added'
  | 'ballot removed'
  | 'card changed'
  | 'outcome published'
  | 'publication failed'
  | 'job failed'
  | 'job given up'
  | 'call refused'
  | 'socket gap';

/** Figures for those who run Gavel, each from the start of this process. */
export interface Metrics {
  /** Adds to a figure; once unless told otherwise. */
  count(what: Counted, times?: number): void;
}
