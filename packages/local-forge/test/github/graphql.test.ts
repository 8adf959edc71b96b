import { describe, expect, it } from 'vitest';
import { type GithubStage, openGithub } from './stage.ts';

const find = `query($number: Int!) {
  repository(owner: "team", name: "adrs") {
    autoMergeAllowed
    pullRequest(number: $number) { ...state reviews(first: 5) { nodes { state author { __typename login } } } }
  }
}
fragment state on PullRequest {
  id number state isDraft merged mergeable mergeStateStatus reviewDecision
  autoMergeRequest { mergeMethod enabledBy { login } }
  mergeQueueEntry { position state }
}`;

async function openOne(forge: GithubStage, isDraft = false): Promise<string> {
  const ben = forge.person('ben');
  await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
  await ben.openReview('team/adrs', { title: 'One', head: 'one', isDraft });
  const { data } = await forge.api.graphql(find, { number: 1 });
  return data.repository.pullRequest.id;
}

async function stateOf(forge: GithubStage): Promise<object> {
  return (await forge.api.graphql(find, { number: 1 })).data.repository.pullRequest;
}

describe('GraphQL', () => {
  it('says how far the review of a pull request is', async () => {
    await using forge = await openGithub();
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    await openOne(forge);
    expect(await stateOf(forge)).toMatchObject({
      ...{ number: 1, state: 'OPEN', mergeable: 'MERGEABLE', mergeStateStatus: 'BLOCKED', merged: false },
      ...{ reviewDecision: 'REVIEW_REQUIRED', autoMergeRequest: null, mergeQueueEntry: null, reviews: { nodes: [] } },
    });
    forge.person('ann').requestChanges('team/adrs', 1, 'No');
    expect(await stateOf(forge)).toMatchObject({ reviewDecision: 'CHANGES_REQUESTED' });
    forge.person('ann').approve('team/adrs', 1);
    expect(await stateOf(forge)).toMatchObject({
      reviewDecision: 'APPROVED',
      mergeStateStatus: 'CLEAN',
      reviews: {
        nodes: [{ state: 'CHANGES_REQUESTED' }, { state: 'APPROVED', author: { __typename: 'User', login: 'ann' } }],
      },
    });
  });

  it('has a pull request merged by itself, where that is allowed and not needless', async () => {
    await using forge = await openGithub();
    const pullRequestId = await openOne(forge);
    const enable = () =>
      forge.api.graphql(
        `mutation($id: ID!, $method: PullRequestMergeMethod) {
          enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: $method}) {
            pullRequest { autoMergeRequest { mergeMethod enabledBy { login } } }
          }
        }`,
        { id: pullRequestId, method: 'SQUASH' },
      );
    expect(await enable()).toMatchObject({
      data: { enablePullRequestAutoMerge: null },
      errors: [{ type: 'UNPROCESSABLE', message: 'Auto merge is not allowed for this repository' }],
    });
    forge.admin.configure('team/adrs', { allowsAutoMerge: true });
    expect((await enable()).errors).toMatchObject([{ message: 'Pull request Pull request is in clean status' }]);
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    expect(await enable()).toEqual({
      data: {
        enablePullRequestAutoMerge: {
          pullRequest: { autoMergeRequest: { mergeMethod: 'SQUASH', enabledBy: { login: 'recorder' } } },
        },
      },
    });
    forge.person('ann').approve('team/adrs', 1);
    await forge.settled();
    expect(await stateOf(forge)).toMatchObject({ state: 'MERGED', merged: true });
  });

  it('makes a commit on a branch that is where it is expected, and no commit otherwise', async () => {
    await using forge = await openGithub();
    await openOne(forge);
    const before = await forge.tip('team/adrs', 'one');
    const commit = (expectedHeadOid: string | undefined, branchName = 'one') =>
      forge.api.graphql(
        `mutation($input: CreateCommitOnBranchInput!) {
          createCommitOnBranch(input: $input) { commit { oid message signature { isValid } } ref { name } }
        }`,
        {
          input: {
            branch: { repositoryNameWithOwner: 'team/adrs', branchName },
            expectedHeadOid,
            message: { headline: 'Two', body: 'Why' },
            fileChanges: {
              additions: [{ path: 'two.md', contents: Buffer.from('Two\n').toString('base64') }],
              deletions: [{ path: 'one.md' }],
            },
          },
        },
      );
    expect((await commit(await forge.tip('team/adrs', 'main'))).errors).toMatchObject([{ type: 'STALE_DATA' }]);
    const { data } = await commit(before);
    expect(data.createCommitOnBranch).toMatchObject({
      commit: { message: 'Two\n\nWhy', signature: { isValid: true } },
      ref: { name: 'one' },
    });
    expect(forge.review('team/adrs', 1).headSha).toBe(data.createCommitOnBranch.commit.oid);
    expect(await forge.file('team/adrs', 'one', 'two.md')).toBe('Two\n');
    expect(await forge.file('team/adrs', 'one', 'one.md')).toBeUndefined();
    forge.admin.protect('team/adrs', { branch: 'main' });
    expect((await commit(await forge.tip('team/adrs', 'main'), 'main')).errors).toMatchObject([
      { type: 'UNPROCESSABLE', message: expect.stringContaining('Changes must be made through a pull request.') },
    ]);
  });

  it('tells everybody what the classic protection of a branch asks', async () => {
    await using forge = await openGithub();
    const ask = async () =>
      (
        await forge.api.graphql(`{ repository(owner: "team", name: "adrs") { ref(qualifiedName: "refs/heads/main") {
          refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts requiresSignatures viewerCanPush }
        } } }`)
      ).data.repository.ref.refUpdateRule;
    expect(await ask()).toBeNull();
    forge.admin.protect('team/adrs', { branch: 'main', source: 'classic', approvals: 2, checks: ['build'] });
    expect(await ask()).toEqual({
      ...{ requiredApprovingReviewCount: 2, requiredStatusCheckContexts: ['build'] },
      ...{ requiresSignatures: false, viewerCanPush: true },
    });
    forge.admin.unprotect('team/adrs', 'main');
    forge.admin.protect('team/adrs', { branch: 'main', source: 'classic', push: 'maintainers' });
    expect(await ask()).toMatchObject({ requiredApprovingReviewCount: null, viewerCanPush: false });
  });

  it('tells who has closed a pull request, whose branch may be gone', async () => {
    await using forge = await openGithub();
    await openOne(forge);
    const ask = async () =>
      (
        await forge.api.graphql(`{ repository(owner: "team", name: "adrs") { pullRequest(number: 1) {
          headRef { name }
          latestOpinionatedReviews(first: 100, writersOnly: true) { nodes { state } }
          timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } }
        } } }`)
      ).data.repository.pullRequest;
    forge.person('eve').approve('team/adrs', 1);
    expect(await ask()).toEqual({
      headRef: { name: 'one' },
      latestOpinionatedReviews: { nodes: [] },
      timelineItems: { nodes: [] },
    });
    forge.person('ann').close('team/adrs', 1);
    await forge.person('ann').deleteBranch('team/adrs', 'one');
    expect(await ask()).toMatchObject({ headRef: null, timelineItems: { nodes: [{ actor: { login: 'ann' } }] } });
  });

  it('takes a draft and gives it back, and puts a pull request into the queue', async () => {
    await using forge = await openGithub();
    const id = await openOne(forge, true);
    const mutate = (name: string, argument = 'pullRequestId') =>
      forge.api.graphql(`mutation { ${name}(input: {${argument}: "${id}"}) { clientMutationId } }`);
    expect(await stateOf(forge)).toMatchObject({ isDraft: true });
    await mutate('markPullRequestReadyForReview');
    expect(await stateOf(forge)).toMatchObject({ isDraft: false });
    await mutate('convertPullRequestToDraft');
    expect(await stateOf(forge)).toMatchObject({ isDraft: true, mergeStateStatus: 'DRAFT' });
    await mutate('markPullRequestReadyForReview');
    forge.admin.protect('team/adrs', { branch: 'main', mergeQueue: true });
    await mutate('enqueuePullRequest');
    expect(await stateOf(forge)).toMatchObject({ mergeQueueEntry: { position: 1, state: 'QUEUED' } });
    await mutate('dequeuePullRequest', 'id');
    expect(await stateOf(forge)).toMatchObject({ mergeQueueEntry: null });
  });

  it('tells in its own way that the limit of the hour is used up', async () => {
    await using forge = await openGithub();
    forge.faults.failNext({ kind: 'primary-limit' });
    expect((await forge.api.graphql('{ viewer { login } }')).errors).toMatchObject([{ type: 'RATE_LIMITED' }]);
  });

  it('says what is wrong with a request', async () => {
    await using forge = await openGithub({ grants: ['contents:read', 'pull_requests:read'] });
    const id = await openOne(forge);
    const messages = async (query: string): Promise<string[]> =>
      (await forge.api.graphql(query)).errors.map(({ message }: { message: string }) => message);
    expect(await messages('{ viewer { shoeSize } }')).toEqual(["Field 'shoeSize' doesn't exist on type 'Bot'"]);
    expect(await messages('{ viewer { login ')).toEqual(['Unexpected end of document']);
    expect(await messages('{ repository(owner: "team", name: "none") { id } }')).toEqual([
      "Could not resolve to a Repository with the name 'team/none'.",
    ]);
    expect(await messages('query($n: Int!) { viewer { login } }')).toEqual([
      'Variable $n of required type was provided invalid value',
    ]);
    expect(
      await messages(`mutation { convertPullRequestToDraft(input: {pullRequestId: "${id}"}) { actor { login } } }`),
    ).toEqual(['Resource not accessible by integration']);
  });
});
