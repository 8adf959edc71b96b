import { describe, expect, it } from 'vitest';
import { branch, openedReview, path, pushBranch, request, setStage } from './stage.ts';

describe('openReview', () => {
  it('opens a pull request that says what it is given', async () => {
    await using stage = await setStage();
    stage.protect({ approvals: 1 });
    const head = await pushBranch(stage);
    const body = 'Closes nothing: @ann, #1, <b>bold</b> & "quotes"\n\n- [ ] 𝄞';
    const { review, refused } = await stage.gavel.forge.openReview(request({ body }));
    expect(refused).toEqual([]);
    expect(review).toEqual({
      number: 1,
      url: `${stage.forge.url}/${path}/pull/1`,
      branch,
      head,
      state: 'open',
      isDraft: false,
      approvals: 0,
      approvalsNeeded: 1,
      wantsChanges: false,
      hasConflict: false,
      isQueued: false,
      endedBy: undefined,
      mergeCommit: undefined,
    });
    expect(stage.forge.review(path, 1)).toMatchObject({ title: 'Use PostgreSQL', body, by: stage.app.bot });
  });

  it('grants wishes: a draft, labels and reviewers', async () => {
    await using stage = await setStage();
    await pushBranch(stage);
    const wishes = { isDraft: true, labels: ['adr', 'decided in Slack'], reviewers: ['ann', 'ben'] };
    const { review, refused } = await stage.gavel.forge.openReview(request(wishes));
    expect(refused).toEqual([]);
    expect(review.isDraft).toBe(true);
    expect(stage.forge.review(path, 1)).toMatchObject({
      isDraft: true,
      labels: ['adr', 'decided in Slack'],
      reviewers: ['ann', 'ben'],
    });
  });

  it('has it merged by itself once it may be, by a way that the repository allows', async () => {
    await using stage = await setStage();
    stage.protect({ approvals: 1 });
    stage.forge.admin.configure(path, { allowsAutoMerge: true, mergeMethods: ['squash'] });
    await pushBranch(stage);
    const { review, refused } = await stage.gavel.forge.openReview(request({ mergesItself: true }));
    expect(refused).toEqual([]);
    expect(review.isQueued).toBe(true);
    expect(stage.forge.review(path, 1).autoMerge?.method).toBe('squash');
    stage.forge.person('ben').approve(path, 1);
    await stage.forge.until(() => stage.forge.review(path, 1).state === 'merged', 'the merge');
    expect(await stage.gavel.forge.readReview(1)).toMatchObject({ state: 'merged', isQueued: false });
  });

  it('opens it without the wishes that GitHub does not grant, and says which', async () => {
    await using stage = await setStage();
    await pushBranch(stage);
    const long = 'x'.repeat(51);
    const { review, refused } = await stage.gavel.forge.openReview(
      request({ labels: ['adr', long], reviewers: ['ben', 'nobody', 'team/architects'], mergesItself: true }),
    );
    expect(review.state).toBe('open');
    const notACollaborator = expect.stringContaining('Reviews may only be requested from collaborators.');
    expect(refused).toEqual([
      { wish: 'label', name: long, said: expect.stringContaining('name is too long (maximum is 50 characters)') },
      { wish: 'reviewer', name: 'nobody', said: notACollaborator },
      { wish: 'reviewer', name: 'team/architects', said: notACollaborator },
      { wish: 'merges itself', said: 'Auto merge is not allowed for this repository' },
    ]);
    expect(stage.forge.review(path, 1)).toMatchObject({ labels: ['adr'], reviewers: ['ben'], autoMerge: undefined });
  });

  it('asks teams as teams, and people as people', async () => {
    await using stage = await setStage();
    await openedReview(stage, { reviewers: ['ben', 'team/architects'] });
    const asked = stage.forge.wire.entries().find(({ name }) => name.endsWith('/requested_reviewers'));
    expect(asked?.sent).toEqual({ reviewers: ['ben'], team_reviewers: ['architects'] });
  });

  it('opens it ready where GitHub has no drafts', async () => {
    await using stage = await setStage();
    stage.forge.admin.configure(path, { allowsDrafts: false });
    await pushBranch(stage);
    const { review, refused } = await stage.gavel.forge.openReview(request({ isDraft: true }));
    expect(review.isDraft).toBe(false);
    expect(refused).toEqual([{ wish: 'draft', said: 'Draft pull requests are not supported in this repository.' }]);
  });

  it('does not merge at once what was to merge itself later', async () => {
    await using stage = await setStage();
    stage.forge.admin.configure(path, { allowsAutoMerge: true });
    await pushBranch(stage);
    const { review, refused } = await stage.gavel.forge.openReview(request({ mergesItself: true }));
    expect(refused).toEqual([{ wish: 'merges itself', said: expect.stringContaining('clean status') }]);
    expect(review.state).toBe('open');
  });

  it('counts the one that is open, and grants the wishes to that', async () => {
    await using stage = await setStage();
    await openedReview(stage);
    const { review } = await stage.gavel.forge.openReview(request({ title: 'Something else', labels: ['adr'] }));
    expect(review.number).toBe(1);
    expect(stage.forge.reviews(path)).toHaveLength(1);
    expect(stage.forge.review(path, 1)).toMatchObject({ title: 'Use PostgreSQL', labels: ['adr'] });
  });

  it('opens one, also if the answer gets lost', async () => {
    await using stage = await setStage();
    await pushBranch(stage);
    stage.forge.faults.failNext({ kind: 'hang-up', isAfterwards: true }, { method: 'POST', path: '/pulls' });
    const { review } = await stage.gavel.forge.openReview(request());
    expect(review.number).toBe(1);
    expect(stage.forge.reviews(path)).toHaveLength(1);
  });

  it('is open, whatever happens to the wishes', async () => {
    await using stage = await setStage();
    await pushBranch(stage);
    stage.forge.faults.failNext({ kind: 'status', status: 503 }, { path: '/labels', times: 10 });
    const { refused } = await stage.gavel.forge.openReview(request({ labels: ['adr'], reviewers: ['ben'] }));
    expect(refused).toEqual([{ wish: 'label', name: 'adr', said: 'Server Error' }]);
    expect(stage.forge.review(path, 1).reviewers).toEqual(['ben']);
  });

  it('opens another one after one that was closed or merged', async () => {
    await using stage = await setStage();
    await openedReview(stage);
    await stage.gavel.forge.closeReview(1);
    const { review } = await stage.gavel.forge.openReview(request());
    expect(review).toMatchObject({ number: 2, state: 'open' });
  });

  it('cuts a title that is longer than GitHub takes', async () => {
    await using stage = await setStage();
    await openedReview(stage, { title: `${'a'.repeat(254)}😀😀` });
    const { title } = stage.forge.review(path, 1);
    expect(title).toHaveLength(256);
    expect(title.endsWith('…')).toBe(true);
    expect(title.isWellFormed()).toBe(true);
    await stage.gavel.forge.editReview(1, { title: 'b'.repeat(300) });
    expect(stage.forge.review(path, 1).title).toBe(`${'b'.repeat(255)}…`);
  });

  it.each([
    ['a branch that is not there', {}, 'PullRequest head invalid'],
    ['a base that is not there', { into: 'trunk' }, 'PullRequest base invalid'],
    ['a branch with nothing new', { branch: 'main' }, 'No commits between main and main'],
    ['a body that is too long', { body: 'x'.repeat(65_537) }, 'body is too long (maximum is 65536 characters)'],
  ])('says that it can not open one for %s', async (what, change, said) => {
    await using stage = await setStage();
    if (what !== 'a branch that is not there') await pushBranch(stage);
    await expect(stage.gavel.forge.openReview(request(change))).rejects.toMatchObject({
      trouble: { code: 'forge refused', place: stage.place, doing: 'open review', said: expect.stringContaining(said) },
    });
  });
});

describe('findReview', () => {
  it('finds the newest of a branch, whatever its state, and nothing of others', async () => {
    await using stage = await setStage();
    expect(await stage.gavel.forge.findReview(branch)).toBeUndefined();
    await openedReview(stage);
    expect(await stage.gavel.forge.findReview(branch)).toMatchObject({ number: 1, state: 'open' });
    await stage.gavel.forge.closeReview(1);
    expect(await stage.gavel.forge.findReview(branch)).toMatchObject({ number: 1, state: 'closed' });
    await stage.gavel.forge.openReview(request());
    expect(await stage.gavel.forge.findReview(branch)).toMatchObject({ number: 2, state: 'open' });
    expect(await stage.gavel.forge.findReview('gavel/0013-other')).toBeUndefined();
  });
});

describe('readReview', () => {
  it('tells who thinks what: the last opinion of each who may write', async () => {
    await using stage = await setStage();
    stage.protect({ approvals: 2 });
    await openedReview(stage);
    const { forge, gavel } = stage;
    forge.person('ben').requestChanges(path, 1, 'Why not SQLite?');
    forge.person('eve').approve(path, 1);
    expect(await gavel.forge.readReview(1)).toMatchObject({ approvals: 0, approvalsNeeded: 2, wantsChanges: true });
    forge.person('ben').approve(path, 1);
    forge.person('ann').approve(path, 1);
    expect(await gavel.forge.readReview(1)).toMatchObject({ approvals: 2, approvalsNeeded: 2, wantsChanges: false });
    forge.person('ann').dismiss(path, 1);
    expect(await gavel.forge.readReview(1)).toMatchObject({ approvals: 1 });
  });

  it.each(['merge', 'squash', 'rebase'] as const)('tells who merged it by %s, and the commit', async (method) => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    await openedReview(stage);
    const mergeCommit = await forge.person('ann').merge(path, 1, method);
    expect(await gavel.forge.readReview(1)).toMatchObject({ state: 'merged', endedBy: 'ann', mergeCommit });
  });

  it('tells that a branch is gone after the merge', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    forge.admin.configure(path, { removesMergedHeads: true });
    await openedReview(stage);
    await forge.person('ann').merge(path, 1);
    await forge.settled();
    expect(await gavel.forge.readReview(1)).toMatchObject({ state: 'merged', head: undefined, branch });
  });

  it('tells who closed it, also by deleting its branch', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    await openedReview(stage);
    await forge.person('ben').deleteBranch(path, branch);
    await forge.settled();
    expect(await gavel.forge.readReview(1)).toMatchObject({ state: 'closed', endedBy: 'ben', head: undefined });
  });

  it('tells of a conflict', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    await openedReview(stage);
    expect(await gavel.forge.readReview(1)).toMatchObject({ hasConflict: false });
    await forge.person('ann').commit(path, { files: { 'docs/adr/0012-use-postgres.md': '# Use SQLite\n' } });
    expect(await gavel.forge.readReview(1)).toMatchObject({ hasConflict: true });
  });

  it('tells that it waits in the merge queue, and how it leaves it', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    stage.protect({ mergeQueue: true, approvals: 1 });
    await openedReview(stage);
    forge.person('ben').approve(path, 1);
    await forge.person('ann').enqueue(path, 1);
    expect(await gavel.forge.readReview(1)).toMatchObject({ isQueued: true, approvals: 1, approvalsNeeded: 1 });
    await forge.admin.runMergeQueue(path);
    expect(await gavel.forge.readReview(1)).toMatchObject({ state: 'merged', isQueued: false });
  });

  it('tells the commit that somebody has pushed to it', async () => {
    await using stage = await setStage();
    await openedReview(stage);
    const head = await stage.forge
      .person('ben')
      .commitToReview(path, 1, { 'docs/adr/0012-use-postgres.md': '# Yes\n' });
    expect(await stage.gavel.forge.readReview(1)).toMatchObject({ head });
  });

  it('asks only whether anything has changed', async () => {
    await using stage = await setStage();
    await openedReview(stage);
    await stage.gavel.forge.readReview(1);
    stage.asked();
    const before = await stage.gavel.forge.readReview(1);
    const read = stage.forge.wire.entries().filter(({ name }) => name.endsWith('/pulls/1'));
    expect(read.at(-1)?.status).toBe('304');
    stage.forge.person('ben').approve(path, 1);
    expect(await stage.gavel.forge.readReview(1)).toEqual({ ...before, approvals: 1 });
  });

  it('knows no review that there is none of', async () => {
    await using stage = await setStage();
    expect(await stage.gavel.forge.readReview(7)).toBeUndefined();
  });

  it('follows a renamed repository, and writes to it', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    await openedReview(stage);
    forge.admin.rename(path, 'team/decisions');
    expect(await gavel.forge.readReview(1)).toMatchObject({ number: 1, state: 'open' });
    await gavel.forge.editReview(1, { title: 'Renamed' });
    expect(forge.review('team/decisions', 1).title).toBe('Renamed');
    expect(await stage.open({}).forge.findReview(branch)).toMatchObject({ number: 1 });
  });
});

describe('a review', () => {
  it('says something else later', async () => {
    await using stage = await setStage();
    const number = await openedReview(stage, { isDraft: true });
    await stage.gavel.forge.editReview(number, { title: 'Use SQLite', body: 'Small is beautiful.' });
    expect(stage.forge.review(path, number)).toMatchObject({
      title: 'Use SQLite',
      body: 'Small is beautiful.',
      isDraft: true,
    });
    await stage.gavel.forge.editReview(number, { isDraft: false });
    expect(stage.forge.review(path, number)).toMatchObject({ title: 'Use SQLite', isDraft: false });
    await stage.gavel.forge.editReview(number, { body: 'Again', isDraft: true });
    expect(stage.forge.review(path, number)).toMatchObject({ body: 'Again', isDraft: true });
  });

  it('is closed and opened again', async () => {
    await using stage = await setStage();
    const number = await openedReview(stage);
    await stage.gavel.forge.closeReview(number);
    expect(stage.forge.review(path, number).state).toBe('closed');
    await stage.gavel.forge.reopenReview(number);
    expect(stage.forge.review(path, number).state).toBe('open');
  });

  it('is not opened again without its branch, or after the merge', async () => {
    await using stage = await setStage();
    const number = await openedReview(stage);
    await stage.gavel.forge.closeReview(number);
    await stage.forge.person('ann').deleteBranch(path, branch);
    await expect(stage.gavel.forge.reopenReview(number)).rejects.toMatchObject({
      trouble: { code: 'forge refused', doing: 'reopen review', said: expect.stringContaining('has been deleted') },
    });
  });
});

describe('listComments', () => {
  it('lists what people wrote, and no bots, below it, beside its lines and as reviews, oldest first', async () => {
    await using stage = await setStage({ begins: new Date('2026-05-05T12:00:00Z') });
    const { forge, gavel } = stage;
    const number = await openedReview(stage);
    forge.person('ann').comment(path, number, 'Before');
    forge.clock.advance(60_000);
    const since = forge.clock.now();
    forge.clock.advance(60_000);
    forge.person('ben').approve(path, number, 'Fine.');
    forge.clock.advance(60_000);
    forge.person('ann').comment(path, number, 'A typo', { path: 'docs/adr/0012-use-postgres.md', line: 1 });
    forge.clock.advance(60_000);
    forge.person('eve').comment(path, number, '  Thanks!  ');
    forge.person('ann').approve(path, number);
    forge.admin.createAccount('dependabot[bot]', 'bot');
    forge.admin.setRole(path, 'dependabot[bot]', 'read');
    forge.person('dependabot[bot]').comment(path, number, 'There is a newer version.');
    const comments = await gavel.forge.listComments(number, since);
    expect(comments.map(({ by, text }) => [by, text])).toEqual([
      ['ben', 'Fine.'],
      ['ann', 'A typo'],
      ['eve', 'Thanks!'],
    ]);
    expect(new Set(comments.map(({ id }) => id)).size).toBe(3);
    expect(comments.every(({ url }) => url?.startsWith(`${forge.url}/${path}/pull/1#`))).toBe(true);
    expect(await gavel.forge.listComments(number, new Date(0))).toHaveLength(4);
    expect(await gavel.forge.listComments(number, forge.clock.now())).toEqual([]);
  });

  it('reads all pages', async () => {
    await using stage = await setStage();
    const number = await openedReview(stage);
    for (let count = 0; count < 230; count += 1) stage.forge.person('ann').comment(path, number, `Comment ${count}`);
    expect(await stage.gavel.forge.listComments(number, new Date(0))).toHaveLength(230);
  });
});
