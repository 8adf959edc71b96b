import type { CardPlace, Decision } from '../../../decision/decision.ts';

/** How the card is posted: the id that keeps it one message, and how many options have their emoji. */
export interface CardPosting {
  readonly messageId: string;
  /** When it was last compared with what it should show. */
  readonly shownAt: Date | undefined;
  /**
   * What Slack shows, as a fingerprint, or the mark of an attempt to change it whose result is unknown. Undefined when
   * nothing was sent under this message id.
   */
  readonly shown: string | undefined;
  readonly seeded: number;
}

/** A successful attempt to change a card: its mark, and the fingerprint of what Slack shows since then. */
export interface CardShowing {
  readonly sign: string;
  readonly fingerprint: string;
}

/** Where cards are, and what they show. */
export interface CardRecords {
  /** The decisions among these that exist, and how their cards are posted. */
  find(decisionIds: readonly string[]): Promise<{ decision: Decision; posting: CardPosting }[]>;
  place(decisionId: string, place: CardPlace): Promise<void>;
  /**
   * Records that a card is about to change, with the mark of this attempt. Until it has changed, nobody knows what
   * Slack shows.
   */
  announce(decisionId: string, sign: string): Promise<void>;
  /** Records when a card was looked at and, unless another attempt has begun since this one, what Slack shows now. */
  markShown(decisionId: string, at: Date, showing?: CardShowing): Promise<void>;
  markOptionsSeeded(decisionId: string, count: number): Promise<void>;
  /** Forgets where the card was, because it is gone. */
  drop(decisionId: string): Promise<void>;
}
