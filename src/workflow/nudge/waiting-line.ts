import type { Lack } from '../../decision/outcome/judge.ts';
import type { OpenRevisit } from '../ports/records/revisits.ts';
import type { WaitingDecision, WaitingReview } from '../ports/records/summaries.ts';

/**
 * A decision that waits for its reader. `title`: left out for a decision of a private channel when told elsewhere.
 * `lack`: what it lacks for an outcome, if voting has closed. `stalledSince`: since when nothing new has happened to it, if
 * that is long ago.
 */
export type WaitingLine = Omit<WaitingDecision, 'title'> & {
  readonly title: string | undefined;
  readonly lack: Lack | undefined;
  readonly stalledSince?: Date | undefined;
};

/** A decision whose ADR waits in a review. `title`: left out for a decision of a private channel when told elsewhere. */
type WaitingReviewLine = Omit<WaitingReview, 'title'> & { readonly title: string | undefined };

/**
 * Something to look at again, asked about in a channel. `title`: left out for a decision of a private channel when told
 * elsewhere.
 */
export type WaitingRevisit = Pick<OpenRevisit, 'id' | 'dueOn' | 'number' | 'cardLink'> & {
  readonly channelId: string;
  readonly title: string | undefined;
};

/** How many of each kind to look for: far more than fits in a message. */
export const mostWaiting = 100;

/**
 * What waits for somebody: their missing votes, their proposals without an open vote, and outcomes that they could
 * confirm as the second person; the reviews of ADRs that they had a part in; their proposals that others object to; and
 * what is to be looked at again, earliest day first.
 */
export interface Waiting {
  readonly votes: readonly WaitingLine[];
  readonly proposals: readonly WaitingLine[];
  readonly outcomes: readonly WaitingLine[];
  readonly reviews: readonly WaitingReviewLine[];
  readonly objections: readonly WaitingLine[];
  readonly revisits: readonly WaitingRevisit[];
}
