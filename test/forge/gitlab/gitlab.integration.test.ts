import { describe, expect, it } from 'vitest';
import { openGitLab } from '../../../src/forge/gitlab/open-gitlab.ts';
import { readGitLabDelivery } from '../../../src/forge/gitlab/read-delivery.ts';
import type { Forge } from '../../../src/workflow/ports/forge/forge.ts';
import { openStage, request, type Stage, settingsFor, takeDeliveries, troubleOf } from '../local.ts';

const path = 'company/platform/adrs';
const { branch } = request;

function open(stage: Stage, grants: readonly string[] | undefined = ['api']): { forge: Forge; token: string } {
  const { secret } = stage.admin.createToken('gavel-bot', grants === undefined ? {} : { grants });
  return { forge: openGitLab(settingsFor(stage, path, secret)).forge, token: secret };
}

/** Opens the usual review, and returns its number. */
async function openUsual(forge: Forge, wishes: Partial<typeof request> = {}): Promise<number> {
  const { review } = await forge.openReview({ ...request, ...wishes });
  return review.number ?? 0;
}

describe('what a branch of GitLab demands', () => {
  it('is nothing, if nothing protects it', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    expect(await forge.askBranch('main')).toEqual({
      takesCommits: true,
      why: { code: 'branch open', branch: 'main' },
      wantsSignatures: false,
      otherRules: [],
    });
    expect(await forge.askBranch('not-there-yet')).toMatchObject({ takesCommits: true });
  });

  it('is a merge request, if nobody may push', async () => {
    await using stage = await openStage('gitlab', path, 'maintain');
    stage.admin.protect(path, { branch: 'main', approvals: 2, checks: ['test'], signatures: true });
    const { forge } = open(stage);
    expect(await forge.askBranch('main')).toEqual({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 2 },
      wantsSignatures: true,
      otherRules: ['only_allow_merge_if_pipeline_succeeds'],
    });
  });

  it('is a higher role, if only maintainers may push', async () => {
    await using stage = await openStage('gitlab', path);
    stage.admin.protect(path, { branch: 'main', push: 'maintainers' });
    const { forge } = open(stage);
    expect(await forge.askBranch('main')).toMatchObject({
      takesCommits: false,
      why: { code: 'may not push', branch: 'main' },
    });
    stage.admin.setRole(path, 'gavel-bot', 'maintain');
    expect(await forge.askBranch('main')).toMatchObject({ takesCommits: true });
  });

  it('is found by a pattern too, also for a branch that is not there yet', async () => {
    await using stage = await openStage('gitlab', path);
    stage.admin.protect(path, { branch: 'release/*' });
    const { forge } = open(stage);
    const closed = (name: string) => ({
      takesCommits: false,
      why: { code: 'reviews only', branch: name, approvals: 0 },
    });
    expect(await forge.askBranch('release/a/1')).toMatchObject(closed('release/a/1'));
    expect(await forge.askBranch('release/2')).toMatchObject(closed('release/2'));
    expect(await forge.askBranch('releases')).toMatchObject({ takesCommits: true });
    await stage.person('ann').commit(path, { branch: 'release/2', files: { a: 'b' } });
    expect(await forge.askBranch('release/2')).toMatchObject(closed('release/2'));
  });

  it('is a merge train, if there is one, and what a push rule says', async () => {
    await using stage = await openStage('gitlab', path, 'maintain');
    stage.admin.protect(path, { branch: 'main', mergeQueue: true, messagePattern: '^ADR' });
    const { forge } = open(stage);
    const { why, otherRules } = await forge.askBranch('main');
    expect(why).toEqual({ code: 'merge queue', branch: 'main' });
    expect(otherRules).toEqual(['commit_message_regex']);
  });
});

describe('a review at GitLab', () => {
  it('is opened with its wishes', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const body = 'Line one\n\n@nobody `code` <b>ü</b> 漢字';
    const { review, refused } = await forge.openReview({
      ...request,
      body,
      isDraft: true,
      labels: ['adr', 'decision'],
      reviewers: ['ann', 'nobody-there'],
    });
    expect(refused).toEqual([{ wish: 'reviewer', name: 'nobody-there', said: '404 User Not Found' }]);
    expect(review).toEqual({
      number: 1,
      url: `${stage.url}/${path}/-/merge_requests/1`,
      branch,
      head: await stage.tip(path, branch),
      state: 'open',
      isDraft: true,
      approvals: 0,
      approvalsNeeded: 0,
      wantsChanges: false,
      hasConflict: false,
      isQueued: false,
      endedBy: undefined,
      mergeCommit: undefined,
    });
    expect(stage.review(path, 1)).toMatchObject({
      title: request.title,
      body,
      isDraft: true,
      labels: ['adr', 'decision'],
      reviewers: ['ann'],
      removesHead: true,
    });
  });

  it('is the one that is open, if the answer to opening it was lost', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    stage.faults.failNext({ kind: 'hang-up', isAfterwards: true }, { method: 'POST' });
    expect(await troubleOf(forge.openReview(request), token)).toMatchObject({ code: 'forge unreachable' });
    expect((await forge.openReview(request)).review).toMatchObject({ number: 1, state: 'open' });
    expect(stage.reviews(path)).toHaveLength(1);
    expect(await forge.findReview(branch)).toMatchObject({ number: 1 });
    expect(await forge.findReview('another')).toBeUndefined();
  });

  it('is found by its branch, the latest first', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    await forge.closeReview(await openUsual(forge));
    await openUsual(forge);
    expect(await forge.findReview(branch)).toMatchObject({ number: 2, state: 'open' });
    await forge.closeReview(2);
    expect(await forge.findReview(branch)).toMatchObject({ number: 2, state: 'closed', endedBy: 'gavel-bot' });
    expect(await forge.readReview(3)).toBeUndefined();
  });

  it('tells who approves it, and who asks for changes', async () => {
    await using stage = await openStage('gitlab', path);
    stage.admin.protect(path, { branch: 'main', approvals: 2 });
    const { forge } = open(stage);
    const number = await openUsual(forge, { reviewers: ['ann', 'ben'] });
    stage.person('ann').approve(path, number);
    stage.person('ben').requestChanges(path, number, 'Not yet');
    // Whoever may only read is not counted.
    stage.admin.setRole(path, 'eve', 'read');
    stage.person('eve').approve(path, number);
    const seen = { approvals: 1, approvalsNeeded: 2, wantsChanges: true };
    expect(await forge.readReview(number)).toMatchObject(seen);
    stage.person('ben').approve(path, number);
    expect(await forge.readReview(number)).toMatchObject({ ...seen, approvals: 2, wantsChanges: false });
  });

  it.each(['merge', 'squash', 'rebase'] as const)('tells the commit that a %s made of it', async (method) => {
    await using stage = await openStage('gitlab', path);
    if (method === 'rebase') stage.admin.configure(path, { mergeMethods: ['rebase'] });
    const { forge } = open(stage);
    const number = await openUsual(forge);
    await stage.person('ann').merge(path, number, method);
    expect(await forge.readReview(number)).toMatchObject({
      state: 'merged',
      endedBy: 'ann',
      mergeCommit: await stage.tip(path, 'main'),
      // The branch is gone: Gavel asks for that.
      head: undefined,
    });
    await forge.closeReview(number);
    expect(await forge.readReview(number)).toMatchObject({ state: 'merged' });
  });

  it('tells of a conflict, and of a branch that is gone while it is open', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const number = await openUsual(forge);
    await stage.person('ann').commit(path, { files: { 'docs/adr/0012.md': '# Another\n' } });
    expect(await forge.readReview(number)).toMatchObject({ hasConflict: true, state: 'open' });
    await stage.person('ann').deleteBranch(path, branch);
    expect(await forge.readReview(number)).toMatchObject({ head: undefined, state: 'open' });
  });

  it('is edited, and stays a draft as long as nobody says otherwise', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const number = await openUsual(forge, { isDraft: true });
    await forge.editReview(number, { title: 'draft: Draft: Use Go 1.26', body: 'New' });
    expect(stage.review(path, number)).toMatchObject({ title: 'Use Go 1.26', body: 'New', isDraft: true });
    await forge.editReview(number, { isDraft: false });
    expect(stage.review(path, number)).toMatchObject({ title: 'Use Go 1.26', body: 'New', isDraft: false });
    await forge.editReview(number, { body: 'Newer' });
    await forge.editReview(number, { title: 'x'.repeat(400) });
    expect(stage.review(path, number)).toMatchObject({ body: 'Newer', isDraft: false });
    expect(stage.review(path, number).title).toMatch(/^x{254}…$/u);
  });

  it('is closed and opened again, unless its branch is gone', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    const number = await openUsual(forge);
    await forge.closeReview(number);
    await forge.closeReview(number);
    await forge.reopenReview(number);
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
    await forge.closeReview(number);
    await stage.person('ann').deleteBranch(path, branch);
    expect(await troubleOf(forge.reopenReview(number), token)).toMatchObject({
      code: 'forge refused',
      doing: `PUT merge_requests/${number}`,
      said: 'state: closed',
    });
  });

  it('merges itself once it may be, if that is wished', async () => {
    await using stage = await openStage('gitlab', path);
    stage.admin.protect(path, { branch: 'main', approvals: 1 });
    const { forge } = open(stage);
    const { review, refused } = await forge.openReview({ ...request, mergesItself: true });
    expect(refused).toEqual([]);
    expect(review).toMatchObject({ isQueued: true, state: 'open' });
    stage.person('ann').approve(path, 1);
    await stage.settled();
    expect(await forge.readReview(1)).toMatchObject({ state: 'merged', isQueued: false, endedBy: 'gavel-bot' });
  });

  it('says so if GitLab doesn’t let it merge itself', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const { review, refused } = await forge.openReview({ ...request, mergesItself: true });
    expect(refused).toEqual([{ wish: 'merges itself', said: '405 Method Not Allowed' }]);
    expect(review).toMatchObject({ state: 'open', isQueued: false });
  });

  it('has the comments of people, without internal ones, those of bots and what GitLab writes itself', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const number = await openUsual(forge);
    const since = stage.clock.now();
    stage.clock.advance(1000);
    stage.admin.createAccount('project_7_bot_abc', 'bot');
    stage.admin.setRole(path, 'project_7_bot_abc', 'write');
    stage.person('ann').comment(path, number, `  Why not Rust? ${'x'.repeat(600)}`);
    stage.clock.advance(1000);
    stage.person('ben').approve(path, number, 'Fine');
    stage.clock.advance(1000);
    stage.person('ben').noteInternally(path, number, 'Between us');
    stage.person('gavel-bot').comment(path, number, 'From Gavel');
    stage.person('project_7_bot_abc').comment(path, number, 'Beep', { path: 'docs/adr/0012.md', line: 1 });
    const comments = await forge.listComments(number, since);
    expect(comments.map(({ by, text }) => [by, text.slice(0, 13)])).toEqual([
      ['ann', 'Why not Rust?'],
      ['ben', 'Fine'],
    ]);
    expect(comments[0]?.text).toHaveLength(500);
    expect(comments[0]?.url).toBe(`${stage.url}/${path}/-/merge_requests/${number}#note_${comments[0]?.id}`);
    expect(await forge.listComments(number, comments[0]?.at ?? since)).toHaveLength(1);
    expect(await forge.listComments(number, stage.clock.now())).toEqual([]);
  });
});

describe('GitLab refuses', () => {
  it('a token that is wrong, revoked or expired', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    const refused = { code: 'forge key refused', key: 'token', place: settingsFor(stage, path, '').place };
    const wrong = openGitLab(settingsFor(stage, path, 'glpat-wrong-secret')).forge;
    const said = await troubleOf(wrong.askBranch('main'), 'glpat-wrong-secret');
    expect(said).toEqual({ ...refused, said: '401 Unauthorized' });
    stage.admin.expireToken(token);
    expect(await troubleOf(forge.askBranch('main'), token)).toEqual({
      ...refused,
      said: 'Token is expired. You can either do re-authorization or token refresh.',
    });
    stage.admin.revokeToken(token);
    expect(await troubleOf(forge.readReview(1), token)).toEqual({
      ...refused,
      said: 'Token was revoked. You have to re-authorize from the user.',
    });
  });

  it('what a token has no scope for, and a role may not', async () => {
    await using stage = await openStage('gitlab', path);
    const reader = open(stage, ['read_api']);
    expect(await reader.forge.askBranch('main')).toMatchObject({ takesCommits: true });
    expect(await troubleOf(reader.forge.openReview(request), reader.token)).toMatchObject({
      code: 'permission missing',
      permission: 'scope api',
    });
    const { forge, token } = open(stage);
    stage.admin.setRole(path, 'gavel-bot', 'read');
    expect(await forge.askBranch('main')).toMatchObject({ takesCommits: false, why: { code: 'may not push' } });
    expect(await troubleOf(forge.openReview(request), token)).toMatchObject({
      code: 'permission missing',
      permission: 'role Developer',
    });
    stage.admin.setRole(path, 'gavel-bot', undefined);
    expect(await troubleOf(forge.readReview(1), token)).toMatchObject({ code: 'repository unknown' });
  });

  it('what is archived', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    const number = await openUsual(forge);
    stage.admin.archive(path);
    const archived = { code: 'repository archived' };
    expect(await troubleOf(forge.askBranch('main'), token)).toMatchObject(archived);
    expect(await troubleOf(forge.editReview(number, { body: 'x' }), token)).toMatchObject(archived);
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
  });

  it('to write to a project that has moved, which can still be read', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    const number = await openUsual(forge);
    stage.admin.rename(path, 'company/decisions');
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
    expect(await troubleOf(forge.closeReview(number), token)).toMatchObject({ code: 'repository unknown' });
  });

  it('a branch that isn’t there', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge, token } = open(stage);
    expect(await troubleOf(forge.openReview({ ...request, branch: 'nowhere' }), token)).toMatchObject({
      code: 'forge refused',
      doing: 'POST merge_requests',
      said: '{"base":["Branch \\"nowhere\\" does not exist"]}',
    });
  });

  it('for a while, and says until when', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    stage.faults.failNext({ kind: 'secondary-limit', retryAfter: 120 });
    const before = Date.now();
    await expect(forge.readReview(1)).rejects.toMatchObject({
      trouble: { code: 'forge unreachable', said: '429 Too Many Requests' },
      retryAt: expect.toSatisfy((at: Date) => at.getTime() >= before + 120_000),
    });
    stage.faults.failNext({ kind: 'status', status: 502 });
    await expect(forge.readReview(1)).rejects.toMatchObject({ trouble: { said: '502 Bad Gateway' } });
  });
});

describe('a merge request of somebody else at GitLab', () => {
  it('is listed while it is open, and read with all names of its files', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const ann = stage.person('ann');
    await ann.commit(path, { branch: 'other', files: { 'b.md': 'b' } });
    const { number } = await ann.openReview(path, { title: branch, body: 'Why', head: branch });
    const other = await ann.openReview(path, { title: 'Other', head: 'other' });
    const listed = { number, head: await stage.tip(path, branch), title: branch, body: 'Why' };
    expect(await forge.others?.listOpen(5)).toHaveLength(2);
    expect(await forge.others?.listOpen(1)).toHaveLength(1);
    ann.close(path, other.number);
    expect(await forge.others?.listOpen(5)).toEqual([listed]);
    const renamed = { 'docs/adr/0001-decide.md': '# Use ADRs\n', 'docs/adr/0001-use-adrs.md': undefined };
    await ann.commitToReview(path, number, renamed);
    expect(await forge.others?.read(number)).toMatchObject({
      isOpen: true,
      branch,
      url: expect.stringContaining(`/${number}`),
      files: ['docs/adr/0001-decide.md', 'docs/adr/0001-use-adrs.md', 'docs/adr/0012.md'],
      hasMoreFiles: false,
      showsChecks: true,
    });
    expect(await forge.others?.read(99)).toBeUndefined();
  });

  it('keeps one comment of ours, though anybody may write its marker', async () => {
    await using stage = await openStage('gitlab', path);
    const { forge } = open(stage);
    const { number } = await stage.person('ann').openReview(path, { title: 'A', head: branch });
    const marker = '<!-- m -->';
    stage.person('ann').comment(path, number, marker);
    const comments = () => stage.review(path, number)?.comments.map(({ by, body }) => [by, body]);
    const others = forge.others;
    if (others === undefined) throw new Error('Nothing can be told on the reviews of others.');
    expect(await others.findComment(number, marker)).toBeUndefined();
    stage.faults.failNext({ kind: 'hang-up', isAfterwards: true }, { method: 'POST' });
    await expect(others.postComment(number, marker, `${marker} 1`)).rejects.toThrow();
    const id = await others.postComment(number, marker, `${marker} 2`);
    const theirs = ['ann', marker];
    expect(comments()).toEqual([theirs, ['gavel-bot', `${marker} 2`]]);
    expect(await others.findComment(number, marker)).toBe(id);
    // Another Gavel with the same account was as fast.
    stage.person('gavel-bot').comment(path, number, `${marker} 3`);
    expect(await others.postComment(number, marker, `${marker} 4`)).toBe(id);
    expect(await others.editComment(number, id, `${marker} 5`)).toBe(true);
    await others.removeComment(number, id);
    await others.removeComment(number, id);
    expect(await others.editComment(number, id, marker)).toBe(false);
    expect(comments()).toEqual([theirs, ['gavel-bot', `${marker} 3`]]);
  });
});

describe('webhooks of GitLab', () => {
  it('tell of everything that happens to a review, and of pushes', async () => {
    await using stage = await openStage('gitlab', path);
    await using inbox = await takeDeliveries();
    const secret = 'a shared secret';
    stage.admin.createHook(path, { url: inbox.url, events: ['*'], secret });
    const { forge } = open(stage);
    const number = await openUsual(forge);
    stage.person('ann').comment(path, number, 'Hm');
    stage.person('ann').approve(path, number);
    await stage.person('ann').merge(path, number);
    await stage.settled();
    const place = `${new URL(stage.url).host}/${path}`;
    const news = inbox.deliveries.map((delivery) => readGitLabDelivery(delivery, ['another', secret]));
    const review = { kind: 'review', place, branch };
    expect(news).toEqual([
      { ...review, changed: number },
      review,
      review,
      review,
      { kind: 'push', place, branch: 'main' },
      { kind: 'push', place, branch },
    ]);
    expect(inbox.deliveries.map((delivery) => readGitLabDelivery(delivery, ['another']))).toEqual(
      news.map(() => 'unsigned'),
    );
  });
});
