import { findProgress } from '../../decision/publication/review-progress.ts';
import type { StandingReview } from '../../words/card-words.ts';
import type { Language } from '../../words/language.ts';
import type { ToldReview } from '../../words/review-kind.ts';
import type { Words } from '../../words/say.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';

/** By which way an ADR goes to its branch, and why; undefined if it is committed. */
export function tellWay({ reviews }: Language, view: CardView): Words | undefined {
  const { publication, review } = view;
  if (review === undefined) return undefined;
  const standing = findStandingReview(view);
  if (standing !== undefined) return reviews.took(review, review.why, standing.progress);
  return publication?.state === 'merged' ? reviews.took(review, review.why, { code: 'merged' }) : undefined;
}

/** The open review that shows the ADR of a decision as a draft before there is an outcome. */
export function findDraft({ review }: Pick<CardView, 'review'>): ToldReview | undefined {
  return review?.proposal && review.openedAt === undefined && review.seen?.state === 'open' ? review : undefined;
}

/** The review that an ADR waits in, or that was closed without merging; undefined if it takes another way. */
export function findStandingReview({
  publication,
  review,
}: Pick<CardView, 'publication' | 'review'>): StandingReview | undefined {
  if (review === undefined) return undefined;
  const { why, seen } = review;
  if (publication?.state === 'in review') return { review, progress: findProgress(seen, why) };
  return publication?.state === 'closed without merging' ? { review, progress: { code: 'closed' } } : undefined;
}
