import type { CardTask, Most, TakenCard, Turn, Urgency } from '../card-marks.ts';

/** What cards are marked for: to be shown, judged or compared with Slack. */
export interface MarkRecords {
  /**
   * Has a card shown as it will be when the transaction is committed, and its vote judged, if its rule may close it
   * early. However often that is asked for, it is done once.
   */
  mark(decisionId: string, urgency: Urgency): Promise<void>;
  /** Has open proposals compared with Slack, in this order, behind those that wait for it already. */
  markToCompare(decisionIds: readonly string[]): Promise<void>;
  /**
   * Takes so many of a workspace's cards, at the most, whose turn it is. Whoever takes one keeps it, finishes it or puts
   * it back; should they do none of that, it is free again after a few seconds.
   */
  take(teamId: string, task: CardTask, most: Most): Promise<Turn>;
  /** Says that somebody is still at work on a card. */
  keep(card: TakenCard): Promise<void>;
  /** What was asked for is done. What was asked for meanwhile is not. */
  finish(card: TakenCard): Promise<void>;
  /** It failed, and is tried again at that time, or sooner when the card changes. */
  putBack(card: TakenCard, notBefore: Date): Promise<void>;
  /** Whether somebody is at work on showing a card. */
  isTaken(decisionId: string): Promise<boolean>;
}
