/**
 * What to do about a card. `show`: bring it up to date in Slack. `judge`: check whether its rule closes the vote now.
 * `compare`: ask Slack whether it is still there, and for its reactions. Each has a pace of its own.
 */
export type CardTask = 'show' | 'judge' | 'compare';

/**
 * Why a card is to be shown, in order of priority: its vote closes, somebody acted on it, or anything else has changed,
 * such as its votes.
 */
export type Urgency = 'closing' | 'acted' | 'stale';

/** A card that is due. Nobody else takes it while the lease is renewed. */
export interface TakenCard {
  readonly decisionId: string;
  readonly task: CardTask;
  readonly urgency: Urgency;
  /** Proves to the database that whoever took the card still has it. */
  readonly sign: string;
  /** How many times this has failed since the last change. */
  readonly failures: number;
}

/** How many cards may be taken: in all, and how many of them merely stale. */
export interface Most {
  readonly all: number;
  readonly stale: number;
}

/** The cards that were taken, and when the next urgent and stale ones are due; undefined if none waits. */
export interface Turn {
  readonly taken: readonly TakenCard[];
  readonly nextUrgent: Date | undefined;
  readonly nextStale: Date | undefined;
}
