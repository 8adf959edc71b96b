import { describe, expect, it } from 'vitest';
import { type PullDetails, type PullPart, readReview } from '../../../src/forge/github/read-review.ts';

const pull: PullPart = {
  number: 12,
  html_url: 'https://github.com/team/adr/pull/12',
  head: { ref: 'gavel/0012-title', sha: 'a1' },
  state: 'open',
  draft: false,
  mergeable: true,
  auto_merge: null,
  merged_at: null,
  merged_by: null,
  merge_commit_sha: 'the merge that GitHub tries',
};

function details(states: readonly string[], change: Partial<PullDetails> = {}): PullDetails {
  return {
    isInMergeQueue: false,
    headRef: { name: 'gavel/0012-title' },
    latestOpinionatedReviews: { nodes: states.map((state) => ({ state })) },
    timelineItems: { nodes: [] },
    ...change,
  };
}

describe('readReview', () => {
  it('reads an open review, and does not take the merge that GitHub tries for one', () => {
    expect(readReview(pull, details(['APPROVED']), 2)).toEqual({
      number: 12,
      url: 'https://github.com/team/adr/pull/12',
      branch: 'gavel/0012-title',
      head: 'a1',
      state: 'open',
      isDraft: false,
      approvals: 1,
      approvalsNeeded: 2,
      wantsChanges: false,
      hasConflict: false,
      isQueued: false,
      endedBy: undefined,
      mergeCommit: undefined,
    });
  });

  it('counts the last opinion of each person', () => {
    const review = readReview(pull, details(['APPROVED', 'DISMISSED', 'CHANGES_REQUESTED', 'APPROVED']), undefined);
    expect(review).toMatchObject({ approvals: 2, wantsChanges: true, approvalsNeeded: undefined });
  });

  it('takes a merge that GitHub has not tried yet for no conflict', () => {
    expect(readReview({ ...pull, mergeable: null }, details([]), 0).hasConflict).toBe(false);
    expect(readReview({ ...pull, mergeable: false }, details([]), 0).hasConflict).toBe(true);
  });

  it('says that a review waits in the merge queue, or merges itself', () => {
    expect(readReview(pull, details([], { isInMergeQueue: true }), 0).isQueued).toBe(true);
    expect(readReview({ ...pull, auto_merge: {} }, details([]), 0).isQueued).toBe(true);
  });

  it('says who merged a review, and by which commit', () => {
    const merged = {
      ...pull,
      state: 'closed',
      merged_at: '2026-05-05T12:00:00Z',
      merged_by: { login: 'ann' },
      merge_commit_sha: 'b2',
      mergeable: false,
    } as const;
    expect(readReview(merged, details([], { headRef: null }), undefined)).toMatchObject({
      state: 'merged',
      endedBy: 'ann',
      mergeCommit: 'b2',
      head: undefined,
      hasConflict: false,
    });
  });

  it('says who closed a review', () => {
    const timelineItems = { nodes: [{ actor: { login: 'ben' } }] };
    expect(readReview({ ...pull, state: 'closed' }, details([], { timelineItems }), undefined)).toMatchObject({
      state: 'closed',
      endedBy: 'ben',
      mergeCommit: undefined,
    });
    const byNobody = details([], { timelineItems: { nodes: [{ actor: null }] } });
    expect(readReview({ ...pull, state: 'closed' }, byNobody, undefined).endedBy).toBeUndefined();
  });
});
