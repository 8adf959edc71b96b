import type { ForgeKind } from '../decision/publication/forge-kind.ts';
import type { Review } from '../decision/publication/review.ts';
import { link, say, type Words } from './say.ts';

/** What people call a review where it is: a pull request, a merge request, or neither. */
export type ReviewKind = 'pull request' | 'merge request' | 'review';

/** A review as people find it. `number`, `url`: undefined where git alone knows of it. */
export type ToldReview = Pick<Review, 'number' | 'url' | 'branch'>;

const kinds: Readonly<Record<ForgeKind, ReviewKind>> = {
  github: 'pull request',
  gitlab: 'merge request',
  forgejo: 'pull request',
};

/** What a forge calls its reviews; without a forge, nobody knows. */
export function reviewKindOf(forge: ForgeKind | undefined): ReviewKind {
  return forge === undefined ? 'review' : kinds[forge];
}

/** What a review is called at its address, which every forge makes of the name: `/pull/12`, `/-/merge_requests/12`. */
export function reviewKindAt(url: string | undefined): ReviewKind {
  if (url === undefined) return 'review';
  if (/\/merge_requests\/\d+/u.test(url)) return 'merge request';
  return /\/(?:pulls?|pull-requests|pullrequest)\/\d+/u.test(url) ? 'pull request' : 'review';
}

/** The number of a review as its forge writes it: “#12”, “!12”; undefined if it has none. */
export function reviewSign({ number, url }: Pick<ToldReview, 'number' | 'url'>): string | undefined {
  if (number === undefined) return undefined;
  return `${reviewKindAt(url) === 'merge request' ? '!' : '#'}${number}`;
}

/** A review by its number, or its branch. */
export function signOf(review: ToldReview): Words {
  const sign = reviewSign(review) ?? review.branch;
  return review.url ? link(review.url, sign) : say`${sign}`;
}
