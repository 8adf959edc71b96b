import type { WayReason } from '../../src/decision/publication/publish-way.ts';
import type { ReviewKind } from '../../src/words/review-kind.ts';
import type { ReviewTextWords } from '../../src/words/review-text-words.ts';
import type { Samples } from './write-words.ts';

/** Every reason why an ADR takes its way. */
const reasons: readonly WayReason[] = [
  { code: 'set', in: '.gavel.yml' },
  { code: 'set', in: 'configuration' },
  { code: 'branch open', branch: 'main' },
  { code: 'reviews only', branch: 'main' },
  { code: 'reviews only', branch: 'main', approvals: 1 },
  { code: 'reviews only', branch: 'main', approvals: 2 },
  { code: 'merge queue', branch: 'main' },
  { code: 'protected', branch: 'main' },
  { code: 'may not push', branch: 'main' },
  { code: 'push refused', branch: 'main', said: 'GH006: Protected branch update failed for refs/heads/main.' },
];

const kinds: readonly ReviewKind[] = ['pull request', 'merge request', 'review'];

export const reviewTextSamples: Samples<ReviewTextWords> = {
  opening: kinds.flatMap((kind): [ReviewKind, boolean][] => [
    [kind, true],
    [kind, false],
  ]),
  decided: [
    ['accepted', 'Use Go'],
    ['accepted', undefined],
    ['rejected', undefined],
  ],
  adds: [['0012-use-go.md']],
  reason: [
    ...reasons.map((why): [WayReason, ReviewKind] => [why, 'pull request']),
    [{ code: 'reviews only', branch: 'main' }, 'merge request'],
    [{ code: 'set', in: 'configuration' }, 'review'],
  ],
  watched: kinds.flatMap((kind): [ReviewKind, boolean][] => [
    [kind, true],
    [kind, false],
  ]),
};
