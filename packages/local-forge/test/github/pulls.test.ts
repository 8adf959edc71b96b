import { describe, expect, it } from 'vitest';
import { clientOf, openGithub } from './stage.ts';

const repo = '/repos/team/adrs';

describe('a pull request', () => {
  it('is opened from a branch that was made by the API, and shows its state', async () => {
    await using forge = await openGithub();
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    const { api } = forge;
    const { json: main } = await api.get(`${repo}/git/ref/heads/main`);
    const { json: base } = await api.get(`${repo}/git/commits/${main.object.sha}`);
    const { json: blob } = await api.post(`${repo}/git/blobs`, { content: '# Two\n', encoding: 'utf-8' });
    const entry = { path: 'docs/adr/0002-two.md', mode: '100644', type: 'blob', sha: blob.sha };
    const { json: tree } = await api.post(`${repo}/git/trees`, { base_tree: base.tree.sha, tree: [entry] });
    const { json: commit } = await api.post(`${repo}/git/commits`, {
      message: 'Two',
      tree: tree.sha,
      parents: [base.sha],
    });
    expect(commit).toMatchObject({ verification: { verified: true }, author: { name: 'recorder[bot]' } });
    const made = await api.post(`${repo}/git/refs`, { ref: 'refs/heads/gavel/0002-two', sha: commit.sha });
    expect(made.status).toBe(201);
    const { json: pull, status } = await api.post(`${repo}/pulls`, {
      title: 'Two',
      head: 'gavel/0002-two',
      base: 'main',
      body: 'Why',
    });
    expect(status).toBe(201);
    expect(pull).toMatchObject({
      ...{
        number: 1,
        state: 'open',
        title: 'Two',
        draft: false,
        merged: false,
        mergeable: true,
        mergeable_state: 'blocked',
      },
      ...{ commits: 1, additions: 1, changed_files: 1 },
      user: { login: 'recorder[bot]', type: 'Bot' },
      head: { ref: 'gavel/0002-two', label: 'team:gavel/0002-two', sha: commit.sha },
    });
    expect(forge.reviews('team/adrs')).toHaveLength(1);
    forge.person('ann').approve('team/adrs', 1, 'Fine');
    const { json: approved } = await api.get(`${repo}/pulls/1`);
    expect(approved.mergeable_state).toBe('clean');
    const { json: reviews } = await api.get(`${repo}/pulls/1/reviews`);
    expect(reviews).toMatchObject([{ state: 'APPROVED', user: { login: 'ann' }, body: 'Fine', commit_id: commit.sha }]);
    const { json: files } = await api.get(`${repo}/pulls/1/files`);
    expect(files).toMatchObject([
      { filename: 'docs/adr/0002-two.md', status: 'added', patch: '@@ -0,0 +1 @@\n+# Two' },
    ]);
    const { json: merged } = await api.call('PUT', `${repo}/pulls/1/merge`, { merge_method: 'squash' });
    expect(merged).toMatchObject({ merged: true });
    expect((await api.get(`${repo}/pulls/1`)).json).toMatchObject({
      ...{ state: 'closed', merged: true, merge_commit_sha: merged.sha },
      merged_by: { login: 'recorder[bot]' },
    });
    expect(await forge.file('team/adrs', 'main', 'docs/adr/0002-two.md')).toBe('# Two\n');
  });

  it('is found by its branch, whatever its state', async () => {
    await using forge = await openGithub();
    const ben = forge.person('ben');
    for (const branch of ['one', 'two']) {
      await ben.commit('team/adrs', { branch, files: { [`${branch}.md`]: branch } });
      await ben.openReview('team/adrs', { title: branch, head: branch });
    }
    ben.close('team/adrs', 1);
    const numbers = async (query: string): Promise<number[]> =>
      (await forge.api.get(`${repo}/pulls?${query}`)).json.map(({ number }: { number: number }) => number);
    expect(await numbers('')).toEqual([2]);
    expect(await numbers('state=all')).toEqual([2, 1]);
    expect(await numbers('head=team:one&state=all')).toEqual([1]);
    expect(await numbers('head=other:one&state=all')).toEqual([]);
    // GitHub ignores a head without an owner.
    expect(await numbers('head=one&state=all')).toEqual([2, 1]);
    const first = await forge.api.get(`${repo}/pulls?state=all&per_page=1`);
    expect(first.headers.get('link')).toContain(`${repo}/pulls?state=all&per_page=1&page=2>; rel="next"`);
  });

  it('is refused in GitHub’s words', async () => {
    await using forge = await openGithub();
    await forge.person('ben').commit('team/adrs', { branch: 'one', files: { 'one.md': 'One' } });
    const open = async (pull: object) =>
      (await forge.api.post(`${repo}/pulls`, { title: 'X', head: 'one', base: 'main', ...pull })).json;
    expect(await open({ head: 'none' })).toMatchObject({
      errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }],
    });
    expect(await open({ base: 'none' })).toMatchObject({ errors: [{ field: 'base', code: 'invalid' }] });
    expect(await open({ head: 'main', base: 'one' })).toMatchObject({
      errors: [{ message: 'No commits between one and main' }],
    });
    expect(await open({ body: 'x'.repeat(65_537) })).toMatchObject({
      errors: [{ field: 'body', message: 'body is too long (maximum is 65536 characters)' }],
    });
    expect(await open({ title: ' ' })).toMatchObject({ errors: [{ code: 'missing_field', field: 'title' }] });
    expect(await open({ body: 'x'.repeat(65_536) })).toMatchObject({ number: 1 });
    expect(await open({})).toEqual({
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for team:one.' }],
      documentation_url: expect.any(String),
      status: '422',
    });
  });

  it('is edited, closed, opened again, labeled, commented and asked about', async () => {
    await using forge = await openGithub();
    const ben = forge.person('ben');
    await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
    await ben.openReview('team/adrs', { title: 'One', head: 'one', isDraft: true });
    const { api } = forge;
    expect((await api.patch(`${repo}/pulls/1`, { title: 'Other', body: 'B', state: 'closed' })).json).toMatchObject({
      ...{ title: 'Other', body: 'B', state: 'closed', merged: false, draft: true },
    });
    expect((await api.patch(`${repo}/pulls/1`, { state: 'open' })).json).toMatchObject({ state: 'open' });
    expect((await api.post(`${repo}/issues/1/labels`, { labels: ['adr'] })).json).toMatchObject([{ name: 'adr' }]);
    expect((await api.post(`${repo}/issues/1/comments`, { body: 'Hi' })).json).toMatchObject({ body: 'Hi' });
    ben.comment('team/adrs', 1, 'Here', { path: 'one.md', line: 1 });
    expect((await api.get(`${repo}/issues/1/comments`)).json).toMatchObject([
      { body: 'Hi', user: { login: 'recorder[bot]' } },
    ]);
    expect((await api.get(`${repo}/pulls/1/comments`)).json).toMatchObject([{ body: 'Here', path: 'one.md' }]);
    const ask = (reviewers: string[]) => api.post(`${repo}/pulls/1/requested_reviewers`, { reviewers });
    expect((await ask(['ann'])).json).toMatchObject({ requested_reviewers: [{ login: 'ann' }] });
    expect((await ask(['stranger'])).json.message).toContain('Reviews may only be requested from collaborators.');
    expect((await ask(['ben'])).json.message).toBe('Review cannot be requested from pull request author.');
    const own = await clientOf(forge, forge.admin.createToken('ben').secret).post(`${repo}/pulls/1/reviews`, {
      event: 'APPROVE',
    });
    expect(own).toMatchObject({ status: 422, json: { errors: ['Can not approve your own pull request'] } });
  });

  it('is not merged while something is in the way', async () => {
    await using forge = await openGithub();
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    await ben.commit('team/adrs', { branch: 'one', files: { 'README.md': 'One\n' } });
    await ben.openReview('team/adrs', { title: 'One', head: 'one' });
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1, mergeMethods: ['squash'] });
    const merge = async (wish: object) => {
      const { status, json } = await forge.api.call('PUT', `${repo}/pulls/1/merge`, wish);
      return `${status} ${json.message.replaceAll(/\s+/g, ' ').trim()}`;
    };
    expect(await merge({ merge_method: 'merge' })).toBe('405 Merge commits are not allowed on this repository.');
    const squash = { merge_method: 'squash' };
    expect(await merge(squash)).toBe(
      '405 Repository rule violations found At least 1 approving review is required by reviewers with write access.',
    );
    ann.approve('team/adrs', 1);
    expect(await merge({ ...squash, sha: '0'.repeat(40) })).toBe(
      '409 Head branch was modified. Review and try the merge again.',
    );
    ben.setDraft('team/adrs', 1, true);
    expect(await merge(squash)).toBe('405 Pull Request is still a draft');
    ben.setDraft('team/adrs', 1, false);
    forge.admin.unprotect('team/adrs', 'main');
    await ann.commit('team/adrs', { files: { 'README.md': 'Other\n' } });
    expect((await forge.api.get(`${repo}/pulls/1`)).json).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    expect(await merge(squash)).toBe('405 Pull Request is not mergeable');
    ben.close('team/adrs', 1);
    expect(await merge(squash)).toBe('405 Pull Request is not mergeable');
  });

  it('cannot be opened again when its branch is gone', async () => {
    await using forge = await openGithub();
    const ben = forge.person('ben');
    await ben.commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
    await ben.openReview('team/adrs', { title: 'One', head: 'one' });
    expect((await forge.api.call('DELETE', `${repo}/git/refs/heads/one`)).status).toBe(204);
    expect((await forge.api.get(`${repo}/pulls/1`)).json).toMatchObject({ state: 'closed' });
    const { status, json } = await forge.api.patch(`${repo}/pulls/1`, { state: 'open' });
    expect(status).toBe(422);
    expect(json.errors[0].message).toBe('state cannot be changed. The one branch has been deleted.');
  });
});

describe('what a branch demands', () => {
  it('is listed as rules, with what each asks', async () => {
    await using forge = await openGithub();
    forge.admin.protect('team/adrs', {
      ...{
        branch: 'main',
        approvals: 2,
        codeOwners: true,
        mergeMethods: ['squash'],
        signatures: true,
        linearHistory: true,
      },
      ...{ mergeQueue: true, checks: ['build'], messagePattern: '^ADR', restrictedPaths: ['.github/'] },
    });
    const { json: rules } = await forge.api.get(`${repo}/rules/branches/main`);
    expect(rules.map(({ type }: { type: string }) => type)).toEqual([
      ...[
        'deletion',
        'non_fast_forward',
        'pull_request',
        'required_signatures',
        'required_linear_history',
        'merge_queue',
      ],
      ...['required_status_checks', 'commit_message_pattern', 'file_path_restriction'],
    ]);
    expect(rules[2]).toMatchObject({
      ruleset_source: 'team/adrs',
      parameters: {
        required_approving_review_count: 2,
        require_code_owner_review: true,
        allowed_merge_methods: ['squash'],
      },
    });
    expect((await forge.api.get(`${repo}/rules/branches/other`)).json).toEqual([]);
  });

  it('is only a flag if it is protected in the classic way', async () => {
    await using forge = await openGithub();
    forge.admin.protect('team/adrs', { branch: 'main', source: 'classic' });
    expect((await forge.api.get(`${repo}/rules/branches/main`)).json).toEqual([]);
    expect((await forge.api.get(`${repo}/branches/main`)).json).toMatchObject({ name: 'main', protected: true });
    expect((await forge.api.get(`${repo}/branches/main/protection`)).status).toBe(403);
    expect((await forge.api.get(`${repo}/branches/none`)).json.message).toBe('Branch not found');
  });

  it('forbids the API to move the branch, unless the App may bypass it', async () => {
    await using forge = await openGithub();
    forge.admin.protect('team/adrs', { branch: 'main' });
    const sha = await forge.person('ben').commit('team/adrs', { branch: 'one', files: { 'one.md': 'One\n' } });
    const move = () => forge.api.patch(`${repo}/git/refs/heads/main`, { sha });
    expect(await move()).toMatchObject({
      status: 422,
      json: { message: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n' },
    });
    forge.admin.unprotect('team/adrs', 'main');
    forge.admin.protect('team/adrs', { branch: 'main', bypass: [forge.app.bot] });
    expect((await move()).status).toBe(200);
  });
});
