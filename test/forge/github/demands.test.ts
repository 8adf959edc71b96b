import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../src/forge/github/answer.ts';
import { approvalsNeeded, type ClassicProtection, readDemands } from '../../../src/forge/github/demands.ts';

type Rule = Rules[number];

const pullRequest = (required_approving_review_count: number): Rule => ({
  type: 'pull_request',
  parameters: {
    required_approving_review_count,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  },
});

const deletion: Rule = { type: 'deletion' };
const signatures: Rule = { type: 'required_signatures' };
const update: Rule = { type: 'update' };
const pattern: Rule = { type: 'commit_message_pattern', parameters: { operator: 'regex', pattern: '^ADR' } };
const checks: Rule = {
  type: 'required_status_checks',
  parameters: { required_status_checks: [{ context: 'ci' }], strict_required_status_checks_policy: false },
};
const mergeQueue: Rule = { type: 'merge_queue' };

const classic = (change: Partial<ClassicProtection>): ClassicProtection => ({
  requiredApprovingReviewCount: null,
  requiredStatusCheckContexts: [],
  requiresSignatures: false,
  viewerCanPush: true,
  ...change,
});

describe('readDemands', () => {
  it('lets commits through where nothing is in the way', () => {
    expect(readDemands('main', [], undefined)).toEqual({
      takesCommits: true,
      why: { code: 'branch open', branch: 'main' },
      wantsSignatures: false,
      otherRules: [],
    });
  });

  it('takes no offense at rules that a commit keeps anyway', () => {
    const rules: Rules = [deletion, { type: 'non_fast_forward' }, { type: 'required_linear_history' }];
    expect(readDemands('main', rules, undefined)).toMatchObject({ takesCommits: true, otherRules: [] });
  });

  it('asks for as many approvals as the strictest rule, whatever level it comes from', () => {
    expect(readDemands('main', [pullRequest(1), deletion, pullRequest(2)], undefined)).toMatchObject({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 2 },
    });
  });

  it('goes by review where a pull request is wanted, but nobody has to approve it', () => {
    expect(readDemands('main', [pullRequest(0)], undefined).why).toEqual({
      code: 'reviews only',
      branch: 'main',
      approvals: 0,
    });
  });

  it('names a merge queue before anything else', () => {
    expect(readDemands('main', [pullRequest(1), mergeQueue], undefined).why.code).toBe('merge queue');
  });

  it('does not push where checks have to pass first', () => {
    expect(readDemands('main', [checks], undefined)).toMatchObject({
      takesCommits: false,
      why: { code: 'protected' },
      otherRules: ['required_status_checks'],
    });
  });

  it('does not push where only others may', () => {
    expect(readDemands('main', [update], undefined).why).toEqual({ code: 'may not push', branch: 'main' });
    expect(readDemands('main', [], classic({ viewerCanPush: false })).why.code).toBe('may not push');
  });

  it('tells of signatures, and of rules that could refuse a commit, by name', () => {
    expect(readDemands('main', [signatures, pattern, signatures], undefined)).toMatchObject({
      takesCommits: true,
      wantsSignatures: true,
      otherRules: ['commit_message_pattern'],
    });
  });

  it('reads the older protection of a branch', () => {
    expect(readDemands('main', [], classic({ requiredApprovingReviewCount: 1, requiresSignatures: true }))).toEqual({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 1 },
      wantsSignatures: true,
      otherRules: [],
    });
    expect(readDemands('main', [], classic({ requiredStatusCheckContexts: ['ci'] }))).toMatchObject({
      why: { code: 'protected' },
      otherRules: ['required_status_checks'],
    });
    expect(readDemands('main', [], classic({})).takesCommits).toBe(true);
  });

  it('goes by review where GitHub tells no more than that a branch is protected', () => {
    expect(readDemands('main', [], 'hidden')).toMatchObject({ takesCommits: false, why: { code: 'protected' } });
    expect(approvalsNeeded([], 'hidden')).toBeUndefined();
    expect(approvalsNeeded([pullRequest(2)], 'hidden')).toBe(2);
    expect(approvalsNeeded([], undefined)).toBe(0);
  });

  it('demands no less when there is another rule', () => {
    const rules = fc.subarray<Rule>([pullRequest(1), deletion, signatures, update, pattern, checks, mergeQueue]);
    fc.assert(
      fc.property(rules, fc.constantFrom<Rule>(pullRequest(2), deletion, signatures, pattern), (some, more) => {
        const before = readDemands('main', some, undefined);
        const after = readDemands('main', [...some, more], undefined);
        expect(after.takesCommits && !before.takesCommits).toBe(false);
        expect(after.wantsSignatures || !before.wantsSignatures).toBe(true);
        expect(after.otherRules).toEqual(expect.arrayContaining([...before.otherRules]));
      }),
    );
  });
});
