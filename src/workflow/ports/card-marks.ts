/**
 * What is to be done about a card. `show`: bring it up to date in Slack. `judge`: see whether its rule closes the vote
 * now. `compare`: ask Slack whether it is still there, and for the reactions to it. Each is done at a pace of its own.
 */
export type CardTask = 'show' | 'judge' | 'compare';

/**
 * Why a card is to be shown, in the order in which cards have their turn: its vote closes, somebody acted on it, or
 * anything else has changed, such as its votes.
 */
export type Urgency = 'closing' | 'acted' | 'stale';

/** A card whose turn it is. Nobody else takes it while the lease is renewed. */
export interface TakenCard {
  readonly decisionId: string;
  readonly task: CardTask;
  readonly urgency: Urgency;
  /** By which whoever took it proves that they still have it. */
  readonly sign: string;
  /** How often this was tried in vain since the last change. */
  readonly failures: number;
}

/** How many cards may be taken: in all, and of those that are merely stale. */
export interface Most {
  readonly all: number;
  readonly stale: number;
}

/** Cards that were taken, and when the next ones have their turn: urgent ones, and stale ones; undefined while none waits. */
export interface Turn {
  readonly taken: readonly TakenCard[];
  readonly nextUrgent: Date | undefined;
  readonly nextStale: Date | undefined;
}
