import type { ForgeKind } from '../decision/publication/forge-kind.ts';

/** What people call a review where it is: a pull request, a merge request, or neither. */
export type ReviewKind = 'pull request' | 'merge request' | 'review';

/** What a forge calls its reviews; without a forge, nobody knows. */
export function reviewKindOf(forge: ForgeKind | undefined): ReviewKind {
  if (forge === undefined) return 'review';
  return forge === 'gitlab' ? 'merge request' : 'pull request';
}
