import type { CardTask, Most, TakenCard, Turn, Urgency } from '../jobs/card-marks.ts';

/** The work that cards are marked for: being shown, judged or compared with Slack. */
export interface MarkRecords {
  /**
   * Marks a card to be shown as it will be when the transaction commits, and to have its vote judged, if its rule may
   * close it early. However often that is asked for, it is done once.
   */
  mark(decisionId: string, urgency: Urgency): Promise<void>;
  /** Marks open proposals to be compared with Slack, in this order, behind those that already wait for it. */
  markToCompare(decisionIds: readonly string[]): Promise<void>;
  /**
   * Takes at most so many of a workspace's cards that are due. Whoever takes a card renews, finishes or returns it; if
   * they do none of that, it is free again after a few seconds.
   */
  take(teamId: string, task: CardTask, most: Most): Promise<Turn>;
  /** Renews the lease of a card that somebody is still working on. */
  keep(card: TakenCard): Promise<void>;
  /** Marks the work as done, except for what was asked for in the meantime. */
  finish(card: TakenCard): Promise<void>;
  /** The work failed: it is tried again at that time, or sooner if the card changes. */
  putBack(card: TakenCard, notBefore: Date): Promise<void>;
  /** Whether somebody is currently showing a card. */
  isTaken(decisionId: string): Promise<boolean>;
}
