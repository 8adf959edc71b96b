import type { WayReason } from '../../src/decision/publication/publish-way.ts';
import type { ReviewProgress } from '../../src/decision/publication/review-progress.ts';
import type { ReviewKind } from '../../src/words/review-kind.ts';
import type { ReviewTextWords } from '../../src/words/review-text-words.ts';
import type { ReviewWords } from '../../src/words/review-words.ts';
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

const review = { number: 12, url: 'https://git.example.com/team/adr/pull/12', branch: 'gavel/0007-use-go' };
const merge = { ...review, url: 'https://git.example.com/team/adr/-/merge_requests/12' };
const branchOnly = { ...review, number: undefined, url: undefined };

const listed = { name: 'platform', folderSetting: 'folder' } as const;

const progresses: readonly ReviewProgress[] = [
  { code: 'approvals', missing: 1 },
  { code: 'approvals', missing: 2 },
  { code: 'approved' },
  { code: 'open' },
  { code: 'changes requested' },
  { code: 'conflict' },
  { code: 'draft' },
  { code: 'queued' },
  { code: 'closed' },
  { code: 'merged' },
];

export const reviewSamples: Samples<ReviewWords> = {
  name: [
    [review],
    [merge],
    [{ ...review, url: undefined }],
    [branchOnly],
    [{ ...branchOnly, url: 'https://git.example.com/new' }],
  ],
  inReview: [
    ...progresses.map((progress): Parameters<ReviewWords['inReview']> => [review, progress]),
    [merge, { code: 'open' }],
    [branchOnly, { code: 'open' }],
  ],
  progress: [],
  took: [
    ...reasons.map((why): Parameters<ReviewWords['took']> => [review, why, { code: 'approvals', missing: 1 }]),
    [merge, { code: 'protected', branch: 'main' }, { code: 'merged' }],
    [branchOnly, { code: 'protected', branch: 'main' }, { code: 'open' }],
    [review, { code: 'reviews only', branch: 'main' }],
    [branchOnly, { code: 'push refused', branch: 'main', said: 'GH006' }],
  ],
  way: [
    ...reasons.map((why): Parameters<ReviewWords['way']> => [{ way: 'review', why }, 'pull request']),
    [{ way: 'commit', why: { code: 'set', in: '.gavel.yml' } }, 'merge request'],
    [{ way: 'commit', why: { code: 'set', in: 'configuration' } }, 'review'],
    [{ way: 'commit', why: { code: 'branch open', branch: 'main' } }, 'review'],
  ],
  rules: [
    [{ way: 'commit', kind: 'pull request', branch: 'main', isUnsigned: true, others: [] }],
    [
      {
        way: 'review',
        kind: 'merge request',
        branch: 'main',
        isUnsigned: true,
        others: ['commit_message_regex'],
        listed,
      },
    ],
    [
      {
        way: 'review',
        kind: 'pull request',
        branch: 'main',
        isUnsigned: false,
        others: ['workflows', 'code_scanning'],
      },
    ],
  ],
  wayUnknown: [['The repository can’t be reached.']],
  moved: [
    [{ place: 'github.com/team/architecture', to: 'github.com/team/decisions' }],
    [{ place: 'github.com/team/architecture', to: 'github.com/team/decisions', listed }],
  ],
  refused: [
    [{ wish: 'label', name: 'adr', said: 'Not Found' }],
    [{ wish: 'reviewer', name: 'ben', said: '' }],
    [{ wish: 'draft', said: 'Drafts are not supported here.' }],
    [{ wish: 'merges itself', said: 'Auto merge is not allowed for this repository' }],
  ],
  difference: [
    [{ isSame: true, status: undefined, chosen: undefined }],
    [{ isSame: false, status: undefined, chosen: undefined }],
    [{ isSame: false, status: { from: 'accepted', to: 'rejected' }, chosen: { from: 'Go', to: 'Rust' } }],
    [{ isSame: false, status: undefined, chosen: { from: 'Go', to: '' } }],
  ],
};
