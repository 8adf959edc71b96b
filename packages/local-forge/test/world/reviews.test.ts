import { Refused } from '@gavel/local-forge/world/refusal.ts';
import { describe, expect, it } from 'vitest';
import { clone, openTeam, type Stage } from '../stage.ts';

/** A team whose main takes reviews only, and one open review by ben. */
async function openTopic(settings: Parameters<typeof openTeam>[0] = {}): Promise<Stage> {
  const forge = await openTeam(settings);
  const ben = forge.person('ben');
  await ben.commit('team/adrs', { branch: 'topic', files: { 'a.md': 'A\n' }, message: 'Write A' });
  await ben.commit('team/adrs', { branch: 'topic', files: { 'b.md': 'B\n' }, message: 'Write B' });
  await ben.openReview('team/adrs', { title: 'Topic', head: 'topic' });
  return forge;
}

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

async function subjects(forge: Stage, range: string): Promise<string[]> {
  await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
  return (await work.git('log', '--topo-order', '--format=%s|%an|%cn|%P', range)).out.trim().split('\n');
}

describe('a review', () => {
  it('is opened once for a branch, and not for nothing', async () => {
    await using forge = await openTopic();
    const ben = forge.person('ben');
    const open = (head: string, base = 'main') => reasonOf(ben.openReview('team/adrs', { title: 'X', head, base }));
    expect(await open('topic')).toEqual({ what: 'review-exists', number: 1, base: 'main', head: 'topic' });
    expect(await open('main', 'topic')).toMatchObject({ what: 'no-commits' });
    expect(await open('nothing')).toEqual({ what: 'no-branch', branch: 'nothing' });
    expect(await open('topic', 'nothing')).toEqual({ what: 'no-branch', branch: 'nothing' });
    expect(await reasonOf(forge.person('zoe').openReview('team/adrs', { title: 'X', head: 'topic' }))).toEqual({
      what: 'no-role',
    });
  });

  it('is opened, and merged, once when several try at the same time', async () => {
    await using forge = await openTeam();
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    await ben.commit('team/adrs', { branch: 'topic', files: { 'a.md': 'A\n' } });
    const opened = await Promise.all(
      [ann, ben, ann].map((one) => reasonOf(one.openReview('team/adrs', { title: 'X', head: 'topic' }))),
    );
    expect(opened.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(forge.reviews('team/adrs')).toHaveLength(1);
    const merged = await Promise.all([ann, ben, ann].map((one) => reasonOf(one.merge('team/adrs', 1))));
    expect(merged.filter((reason) => reason === undefined)).toHaveLength(1);
    expect(merged).toContainEqual({ what: 'merged' });
  });

  it('is merged by a merge commit', async () => {
    await using forge = await openTopic();
    const sha = await forge.person('ann').merge('team/adrs', 1);
    expect(forge.review('team/adrs', 1)).toMatchObject({ state: 'merged', mergedBy: 'ann', mergeSha: sha });
    const [merge, ...rest] = await subjects(forge, 'main');
    expect(merge).toMatch(/^Merge pull request #1 from team\/topic\|ann\|GitHub\|[0-9a-f]{40} [0-9a-f]{40}$/);
    expect(rest.map((line) => line.split('|')[0])).toEqual(['Write B', 'Write A', 'Initial commit']);
  });

  it('is merged by a squash, with its author and the authors of its commits', async () => {
    await using forge = await openTopic();
    await forge.person('ann').commitToReview('team/adrs', 1, { 'a.md': 'Better\n' });
    await forge.person('ann').merge('team/adrs', 1, 'squash');
    await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
    const { out } = await work.git('log', '-1', '--format=%B%n%an %cn');
    expect(out).toBe('Topic (#1)\n\nCo-authored-by: ann <ann@example.com>\n\nben GitHub\n');
    expect(await forge.file('team/adrs', 'main', 'a.md')).toBe('Better\n');
  });

  it('is merged by a rebase onto what others have pushed', async () => {
    await using forge = await openTopic();
    await forge.person('ann').commit('team/adrs', { files: { 'c.md': 'C\n' }, message: 'Write C' });
    await forge.person('ann').merge('team/adrs', 1, 'rebase');
    const log = await subjects(forge, 'main');
    expect(log.map((line) => line.split('|').slice(0, 3).join(' '))).toEqual([
      'Write B ben GitHub',
      'Write A ben GitHub',
      'Write C ann ann',
      'Initial commit team team',
    ]);
  });

  it('waits for approvals by others, which a new commit may take back', async () => {
    await using forge = await openTopic();
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1, dismissesStale: true });
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    expect(await reasonOf(ben.merge('team/adrs', 1))).toEqual({ what: 'blocked', blockers: ['approvals'] });
    expect(() => ben.approve('team/adrs', 1)).toThrow(Refused);
    ann.approve('team/adrs', 1);
    await ben.commitToReview('team/adrs', 1, { 'a.md': 'Other\n' });
    expect(await reasonOf(ben.merge('team/adrs', 1))).toMatchObject({ blockers: ['approvals'] });
    ann.approve('team/adrs', 1);
    // What those say who may only read does not count.
    forge.person('eve').requestChanges('team/adrs', 1, 'Why?');
    forge.admin.setRole('team/adrs', 'joe', 'write');
    forge.person('joe').requestChanges('team/adrs', 1, 'Why?');
    expect(await reasonOf(ben.merge('team/adrs', 1))).toMatchObject({ blockers: ['changes-requested'] });
    forge.person('joe').dismiss('team/adrs', 1);
    await ben.merge('team/adrs', 1);
    expect(forge.review('team/adrs', 1).state).toBe('merged');
  });

  it('waits for the owners of what it changes', async () => {
    await using forge = await openTopic();
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    await ann.commit('team/adrs', { files: { CODEOWNERS: '* @team\n*.md @joe\n/docs/ @ann # ADRs\n/b.md\n' } });
    forge.admin.protect('team/adrs', { branch: 'main', codeOwners: true });
    forge.admin.setRole('team/adrs', 'joe', 'write');
    await ben.commitToReview('team/adrs', 1, { 'docs/adr/0002.md': 'Two\n' });
    const blockers = () => reasonOf(ben.merge('team/adrs', 1));
    expect(await blockers()).toEqual({ what: 'blocked', blockers: ['code-owners'] });
    ann.approve('team/adrs', 1);
    expect(await blockers()).toMatchObject({ blockers: ['code-owners'] });
    forge.person('joe').approve('team/adrs', 1);
    expect(await blockers()).toBeUndefined();
  });

  it('is merged by itself once nothing is in the way', async () => {
    await using forge = await openTopic();
    forge.admin.configure('team/adrs', { allowsAutoMerge: true, removesMergedHeads: true });
    const ben = forge.person('ben');
    expect(await reasonOf(ben.autoMerge('team/adrs', 1))).toEqual({ what: 'auto-merge', why: 'clean' });
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1, checks: ['build'] });
    await ben.autoMerge('team/adrs', 1, 'squash');
    forge.person('ann').approve('team/adrs', 1);
    await forge.settled();
    expect(forge.review('team/adrs', 1).state).toBe('open');
    forge.admin.report('team/adrs', forge.review('team/adrs', 1).headSha, 'build');
    await forge.settled();
    expect(forge.review('team/adrs', 1)).toMatchObject({ state: 'merged', mergedBy: 'ben' });
    expect(await forge.tip('team/adrs', 'topic')).toBeUndefined();
  });

  it('is merged by itself once a commit has solved its conflict', async () => {
    await using forge = await openTopic();
    forge.admin.configure('team/adrs', { allowsAutoMerge: true });
    const [ann, ben] = [forge.person('ann'), forge.person('ben')];
    await ann.commit('team/adrs', { files: { 'a.md': 'Else\n' } });
    await ben.autoMerge('team/adrs', 1, 'squash');
    await forge.settled();
    expect(forge.review('team/adrs', 1).state).toBe('open');
    await ann.commit('team/adrs', { files: { 'a.md': undefined } });
    await forge.settled();
    expect(forge.review('team/adrs', 1).state).toBe('merged');
  });

  it('goes through the merge queue, and leaves it with a conflict', async () => {
    await using forge = await openTopic();
    forge.admin.protect('team/adrs', { branch: 'main', mergeQueue: true });
    const ben = forge.person('ben');
    await ben.commit('team/adrs', { branch: 'other', files: { 'a.md': 'Else\n' } });
    await ben.openReview('team/adrs', { title: 'Other', head: 'other' });
    expect(await reasonOf(ben.merge('team/adrs', 1))).toEqual({ what: 'blocked', blockers: ['queue'] });
    await ben.enqueue('team/adrs', 1);
    await ben.enqueue('team/adrs', 2);
    await forge.admin.runMergeQueue('team/adrs');
    expect(forge.reviews('team/adrs').map(({ state, queued }) => [state, queued])).toEqual([
      ['merged', undefined],
      ['open', undefined],
    ]);
  });

  it('is merged when somebody pushes its commits to the base', async () => {
    await using forge = await openTopic();
    await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
    await work.git('merge', '--quiet', 'origin/topic');
    await work.git('push', '--quiet');
    await forge.settled();
    expect(forge.review('team/adrs', 1)).toMatchObject({ state: 'merged', mergedBy: 'ann' });
  });

  it.each([
    ['github', 'closed'],
    ['gitlab', 'open'],
  ] as const)('at %s is %s once its branch is deleted', async (dialect, state) => {
    await using forge = await openTopic({ dialect });
    await forge.person('ben').deleteBranch('team/adrs', 'topic');
    expect(forge.review('team/adrs', 1).state).toBe(state);
    expect(await reasonOf(forge.person('ben').merge('team/adrs', 1))).toMatchObject({ what: 'blocked' });
  });

  it('can be opened again while its branch is there', async () => {
    await using forge = await openTopic();
    const ben = forge.person('ben');
    ben.close('team/adrs', 1);
    expect(() => ben.close('team/adrs', 1)).toThrow(Refused);
    await ben.reopen('team/adrs', 1);
    expect(forge.review('team/adrs', 1).state).toBe('open');
    await ben.deleteBranch('team/adrs', 'topic');
    expect(await reasonOf(ben.reopen('team/adrs', 1))).toEqual({ what: 'no-branch', branch: 'topic' });
  });

  it('keeps a history linear, and its commits signed', async () => {
    await using forge = await openTopic();
    forge.admin.protect('team/adrs', { branch: 'main', linearHistory: true });
    const ann = forge.person('ann');
    expect(await reasonOf(ann.merge('team/adrs', 1, 'merge'))).toEqual({ what: 'blocked', blockers: ['method'] });
    forge.admin.protect('team/adrs', { branch: 'main', signatures: true });
    expect(await reasonOf(ann.merge('team/adrs', 1, 'rebase'))).toMatchObject({ blockers: ['signature', 'method'] });
    expect(await reasonOf(ann.merge('team/adrs', 1, 'squash'))).toMatchObject({ blockers: ['signature'] });
  });

  it('goes along when its base is renamed', async () => {
    await using forge = await openTopic();
    forge.admin.protect('team/adrs', { branch: 'main' });
    await forge.admin.renameBranch('team/adrs', 'main', 'trunk');
    expect(forge.review('team/adrs', 1)).toMatchObject({ base: 'trunk', state: 'open' });
    expect(forge.admin.repository('team/adrs')).toMatchObject({ defaultBranch: 'trunk' });
    expect(await reasonOf(forge.person('ann').commit('team/adrs', { files: { 'x.md': '' } }))).toMatchObject({
      what: 'protected',
    });
    await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken('ann').secret));
    expect((await work.git('branch', '--show-current')).out).toBe('trunk\n');
  });
});
