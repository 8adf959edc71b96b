import { describe, expect, it } from 'vitest';
import { openForgejo } from '../../../src/forge/forgejo/open-forgejo.ts';
import { readForgejoDelivery } from '../../../src/forge/forgejo/read-delivery.ts';
import type { Forge } from '../../../src/workflow/ports/forge/forge.ts';
import { openStage, request, type Stage, settingsFor, takeDeliveries, troubleOf } from '../local.ts';

const path = 'team/adrs';
const { branch } = request;
const scopes = ['write:repository', 'write:issue'];

function open(stage: Stage, grants = scopes): { forge: Forge; token: string } {
  const { secret } = stage.admin.createToken('gavel-bot', { grants });
  return { forge: openForgejo(settingsFor(stage, path, secret)).forge, token: secret };
}

/** Opens the usual review, and returns its number. */
async function openUsual(forge: Forge, wishes: Partial<typeof request> = {}): Promise<number> {
  const { review } = await forge.openReview({ ...request, ...wishes });
  return review.number ?? 0;
}

describe('what a branch of Forgejo demands', () => {
  it('is nothing, if nothing protects it', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    const nothing = { takesCommits: true, wantsSignatures: false, otherRules: [] };
    expect(await forge.askBranch('main')).toEqual({ ...nothing, why: { code: 'branch open', branch: 'main' } });
    expect(await forge.askBranch('not/there/yet')).toMatchObject(nothing);
  });

  it('is a pull request, if an administrator’s token can see that nobody may push', async () => {
    await using stage = await openStage('forgejo', path, 'admin');
    const rules = { approvals: 2, checks: ['test'], signatures: true, restrictedPaths: ['secret/'] };
    stage.admin.protect(path, { branch: 'main', ...rules });
    const { forge } = open(stage);
    expect(await forge.askBranch('main')).toEqual({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 2 },
      wantsSignatures: true,
      otherRules: ['enable_status_check', 'protected_file_patterns'],
    });
    stage.admin.protect(path, { branch: 'release/*' });
    expect(await forge.askBranch('release/1')).toMatchObject({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'release/1', approvals: 0 },
    });
  });

  it('is that it is protected, for a token that is told nothing else', async () => {
    await using stage = await openStage('forgejo', path);
    stage.admin.protect(path, { branch: 'main' });
    const { forge } = open(stage);
    expect(await forge.askBranch('main')).toMatchObject({
      takesCommits: false,
      why: { code: 'protected', branch: 'main' },
    });
  });

  it('is a higher role, if only some may push', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    stage.admin.setRole(path, 'gavel-bot', 'read');
    expect(await forge.askBranch('main')).toMatchObject({ takesCommits: false, why: { code: 'may not push' } });
    stage.admin.protect(path, { branch: 'main', push: 'maintainers' });
    stage.admin.setRole(path, 'gavel-bot', 'admin');
    expect(await forge.askBranch('main')).toMatchObject({ takesCommits: true });
  });
});

describe('a review at Forgejo', () => {
  it('is opened with its wishes', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    const adr = { id: 77, name: 'adr' };
    stage.admin.repository(path).labels.push(adr);
    const body = 'Line one\n\n@nobody `code` <b>ü</b> 漢字';
    const { review, refused } = await forge.openReview({
      ...request,
      body,
      isDraft: true,
      labels: ['adr', 'missing'],
      reviewers: ['ann', 'nobody-there', 'team/core'],
    });
    expect(refused).toEqual([
      { wish: 'label', name: 'missing', said: '' },
      { wish: 'reviewer', name: 'nobody-there', said: 'user does not exist [uid: 0, name: nobody-there]' },
      { wish: 'reviewer', name: 'team/core', said: 'Invalid team' },
    ]);
    expect(review).toEqual({
      number: 1,
      url: `${stage.url}/${path}/pulls/1`,
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
    const wanted = { title: request.title, body, isDraft: true, labels: ['adr'], reviewers: ['ann'] };
    expect(stage.review(path, 1)).toMatchObject(wanted);
  });

  it('is opened without labels if the token can’t see them', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage, ['write:repository']);
    const { refused } = await forge.openReview({ ...request, labels: ['adr'] });
    const said = 'token does not have at least one of required scope(s): [read:issue]';
    expect(refused).toEqual([{ wish: 'label', name: 'adr', said }]);
  });

  it('is the one that is open, if the answer to opening it was lost', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    stage.faults.failNext({ kind: 'hang-up', isAfterwards: true }, { method: 'POST' });
    const wished = { ...request, reviewers: ['ann'] };
    expect(await troubleOf(forge.openReview(wished), token)).toMatchObject({ code: 'forge unreachable' });
    expect(await forge.openReview(wished)).toMatchObject({ review: { number: 1, state: 'open' }, refused: [] });
    expect(stage.reviews(path)).toMatchObject([{ number: 1, reviewers: ['ann'] }]);
  });

  it('is found by its branch, the latest first', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    await forge.closeReview(await openUsual(forge));
    await openUsual(forge);
    expect(await forge.findReview(branch)).toMatchObject({ number: 2, state: 'open' });
    await forge.closeReview(2);
    expect(await forge.findReview(branch)).toMatchObject({ number: 2, state: 'closed' });
    expect(await forge.findReview('another')).toBeUndefined();
    expect(await forge.readReview(99)).toBeUndefined();
  });

  it('tells who approves it as it is, and who asks for changes', async () => {
    await using stage = await openStage('forgejo', path);
    stage.admin.protect(path, { branch: 'main', approvals: 2 });
    stage.admin.setRole(path, 'eve', 'read');
    const { forge } = open(stage);
    const number = await openUsual(forge);
    stage.person('ann').approve(path, number);
    stage.person('ben').requestChanges(path, number, 'Not yet');
    // Whoever may only read is not asked.
    stage.person('eve').approve(path, number);
    const seen = { approvals: 1, approvalsNeeded: 2, wantsChanges: true };
    expect(await forge.readReview(number)).toMatchObject(seen);
    stage.person('ben').approve(path, number);
    expect(await forge.readReview(number)).toMatchObject({ ...seen, approvals: 2, wantsChanges: false });
    await stage.person('ben').commitToReview(path, number, { 'docs/adr/0012.md': '# Use Go!\n' });
    expect(await forge.readReview(number)).toMatchObject({ approvals: 0, head: await stage.tip(path, branch) });
    stage.person('ann').approve(path, number);
    stage.person('ann').dismiss(path, number);
    expect(await forge.readReview(number)).toMatchObject({ approvals: 0 });
  });

  it.each(['merge', 'squash', 'rebase'] as const)('tells the commit that a %s made of it', async (method) => {
    await using stage = await openStage('forgejo', path);
    stage.admin.configure(path, { removesMergedHeads: true });
    const { forge } = open(stage);
    const number = await openUsual(forge);
    await stage.person('ann').merge(path, number, method);
    expect(await forge.readReview(number)).toMatchObject({
      branch,
      state: 'merged',
      endedBy: 'ann',
      mergeCommit: await stage.tip(path, 'main'),
      head: undefined,
    });
    await forge.closeReview(number);
    expect(await forge.readReview(number)).toMatchObject({ state: 'merged' });
  });

  it('tells of a conflict, once Forgejo has looked for one', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    const number = await openUsual(forge);
    await stage.person('ann').commit(path, { files: { 'docs/adr/0012.md': '# Another\n' } });
    expect(await forge.readReview(number)).toMatchObject({ hasConflict: true, state: 'open' });
    await forge.editReview(number, { isDraft: true });
    expect(await forge.readReview(number)).toMatchObject({ hasConflict: false, isDraft: true });
  });

  it('is edited, and stays a draft as long as nobody says otherwise', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    const number = await openUsual(forge, { isDraft: true });
    await forge.editReview(number, { title: 'wip: [WIP] Use Go 1.26', body: 'New' });
    expect(stage.review(path, number)).toMatchObject({ title: 'Use Go 1.26', body: 'New', isDraft: true });
    await forge.editReview(number, { isDraft: false });
    await forge.editReview(number, { body: 'Newer' });
    expect(stage.review(path, number)).toMatchObject({ title: 'Use Go 1.26', body: 'Newer', isDraft: false });
    await forge.editReview(number, {});
  });

  it('is closed and opened again, unless its branch is gone', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    const number = await openUsual(forge);
    await forge.closeReview(number);
    await forge.reopenReview(number);
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
    await stage.person('ann').deleteBranch(path, branch);
    expect(await forge.readReview(number)).toMatchObject({ state: 'closed', head: undefined, branch });
    expect(await troubleOf(forge.reopenReview(number), token)).toMatchObject({
      code: 'forge refused',
      doing: `PATCH pulls/${number}`,
      said: `no branch ${branch}`,
    });
  });

  it('merges itself once it may be, if that is wished', async () => {
    await using stage = await openStage('forgejo', path);
    stage.admin.protect(path, { branch: 'main', approvals: 1 });
    const { forge } = open(stage);
    expect((await forge.openReview({ ...request, mergesItself: true })).refused).toEqual([]);
    // A second try finds that it is planned already.
    expect((await forge.openReview({ ...request, mergesItself: true })).refused).toEqual([]);
    stage.person('ann').approve(path, 1);
    await stage.settled();
    expect(await forge.readReview(1)).toMatchObject({ state: 'merged', endedBy: 'gavel-bot', head: undefined });
  });

  it('says so if Forgejo doesn’t let it merge itself', async () => {
    await using stage = await openStage('forgejo', path);
    stage.admin.protect(path, { branch: 'main', merge: 'maintainers' });
    const { forge } = open(stage);
    const { refused } = await forge.openReview({ ...request, mergesItself: true });
    expect(refused).toEqual([{ wish: 'merges itself', said: 'User not allowed to merge PR' }]);
  });

  it('has the comments of people, without its own', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    const number = await openUsual(forge);
    const since = stage.clock.now();
    stage.clock.advance(1000);
    stage.person('ann').comment(path, number, 'Why not Rust?');
    stage.clock.advance(1000);
    stage.person('ben').approve(path, number, 'Fine');
    stage.person('ann').approve(path, number);
    stage.clock.advance(1000);
    stage.person('gavel-bot').comment(path, number, 'From Gavel');
    stage.person('ben').comment(path, number, 'At last');
    const comments = await forge.listComments(number, since);
    expect(comments.map(({ by, text }) => [by, text])).toEqual([
      ['ann', 'Why not Rust?'],
      ['ben', 'Fine'],
      ['ben', 'At last'],
    ]);
    expect(comments[0]?.url).toBe(`${stage.url}/${path}/pulls/${number}#issuecomment-${comments[0]?.id}`);
    expect(await forge.listComments(number, comments[1]?.at ?? since)).toHaveLength(1);
  });
});

describe('Forgejo refuses', () => {
  it('a token that is wrong or revoked', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    const said = 'invalid username, password or token';
    const refused = { code: 'forge key refused', key: 'token', place: settingsFor(stage, path, '').place, said };
    const wrong = openForgejo(settingsFor(stage, path, '0123456789abcdef')).forge;
    expect(await troubleOf(wrong.askBranch('main'), '0123456789abcdef')).toEqual(refused);
    stage.admin.revokeToken(token);
    expect(await troubleOf(forge.readReview(1), token)).toEqual(refused);
  });

  it('what a token has no scope for, and a role may not', async () => {
    await using stage = await openStage('forgejo', path);
    const reader = open(stage, ['read:repository']);
    expect(await reader.forge.askBranch('main')).toMatchObject({ takesCommits: true });
    const scope = { code: 'permission missing', permission: 'scope write:repository' };
    expect(await troubleOf(reader.forge.openReview(request), reader.token)).toMatchObject(scope);
    const { forge, token } = open(stage, ['write:repository']);
    const number = await openUsual(forge);
    expect(await troubleOf(forge.listComments(number, new Date(0)), token)).toMatchObject({
      code: 'permission missing',
      permission: 'scope read:issue',
    });
    stage.admin.setRole(path, 'gavel-bot', undefined);
    expect(await troubleOf(forge.readReview(number), token)).toMatchObject({ code: 'repository unknown' });
  });

  it('what is archived', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    const number = await openUsual(forge);
    stage.admin.archive(path);
    const archived = { code: 'repository archived' };
    expect(await troubleOf(forge.askBranch('main'), token)).toMatchObject(archived);
    expect(await troubleOf(forge.editReview(number, { body: 'x' }), token)).toMatchObject(archived);
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
  });

  it('a branch that isn’t there, and nothing in a repository that has moved', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    expect(await troubleOf(forge.openReview({ ...request, branch: 'nowhere' }), token)).toMatchObject({
      code: 'forge refused',
      doing: 'POST pulls',
    });
    const number = await openUsual(forge);
    stage.admin.rename(path, 'team/decisions');
    expect(await forge.readReview(number)).toMatchObject({ state: 'open' });
    await forge.closeReview(number);
    expect(await forge.readReview(number)).toMatchObject({ state: 'closed' });
  });

  it('a comment on the review of somebody else without the scope that tells who Gavel is', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge, token } = open(stage);
    const { number } = await stage.person('ann').openReview(path, { title: 'A', head: branch });
    const comment = forge.others?.postComment(number, '<!-- m -->', '<!-- m -->') ?? Promise.resolve();
    const missing = { code: 'permission missing', permission: 'scope read:user' };
    expect(await troubleOf(comment, token)).toMatchObject(missing);
    expect(stage.review(path, number)?.comments).toEqual([]);
  });

  it('for a while, and says until when', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage);
    stage.faults.failNext({ kind: 'secondary-limit', retryAfter: 120 });
    const before = Date.now();
    await expect(forge.readReview(1)).rejects.toMatchObject({
      trouble: { code: 'forge unreachable', said: '429 Too Many Requests' },
      retryAt: expect.toSatisfy((at: Date) => at.getTime() >= before + 120_000),
    });
  });
});

describe('a pull request of somebody else at Forgejo', () => {
  it('is listed while it is open, and read with all names of its files', async () => {
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage, [...scopes, 'read:user']);
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
    await using stage = await openStage('forgejo', path);
    const { forge } = open(stage, [...scopes, 'read:user']);
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

describe('webhooks of Forgejo', () => {
  it('tell of everything that happens to a review, and of pushes', async () => {
    await using stage = await openStage('forgejo', path);
    await using inbox = await takeDeliveries();
    const secret = 'a shared secret';
    stage.admin.createHook(path, { url: inbox.url, events: ['*'], secret });
    stage.admin.configure(path, { removesMergedHeads: true });
    const { forge } = open(stage);
    const number = await openUsual(forge);
    stage.person('ann').comment(path, number, 'Hm');
    stage.person('ann').approve(path, number);
    await stage.person('ann').merge(path, number);
    await stage.settled();
    const place = `${new URL(stage.url).host}/${path}`;
    const news = inbox.deliveries.map((delivery) => readForgejoDelivery(delivery, ['another', secret]));
    const review = { kind: 'review', place, branch };
    expect(news).toEqual([
      { ...review, changed: number },
      review,
      review,
      review,
      { kind: 'push', place, branch: 'main' },
      { kind: 'push', place, branch },
    ]);
    expect(inbox.deliveries.map((delivery) => readForgejoDelivery(delivery, ['another']))).toEqual(
      news.map(() => 'unsigned'),
    );
  });
});
