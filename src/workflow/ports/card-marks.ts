/**
 * What is to be done about a card. `show`: bring it up to date in Slack. `judge`: see whether its rule closes the vote
 * now. Each is done at a pace of its own.
 */
export type CardTask = 'show' | 'judge';

/**
 * Why a card is to be shown, in the order in which cards have their turn: its vote closes, somebody acted on it, or
 * anything else has changed, such as its votes.
 */
export type Urgency = 'closing' | 'acted' | 'stale';

/** A card whose turn it is. Nobody else takes it while the lease is renewed. */
export interface TakenCard {
  readonly decisionId: string;
  readonly task: CardTask;
  /** By which whoever took it proves that they still have it. */
  readonly sign: string;
  /** How often this was tried in vain since the last change. */
  readonly failures: number;
}

/** Cards that were taken, and when the next one has its turn; undefined while none waits. */
export interface Turn {
  readonly taken: readonly TakenCard[];
  readonly next: Date | undefined;
}
