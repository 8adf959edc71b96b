/**
 * What is counted while Gavel runs. `ballot added`, `ballot removed`: Slack's own list of reactions corrected our
 * count.
 */
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
  | 'socket gap'
  | 'delivery refused';

/** Metrics for operators, each counted from the start of this process. */
export interface Metrics {
  /** Increases a metric, by one unless told otherwise. */
  count(what: Counted, times?: number): void;
}
