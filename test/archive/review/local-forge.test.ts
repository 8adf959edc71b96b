import { readFile } from 'node:fs/promises';
import { startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BranchMoved } from '../../../src/workflow/ports/archive/archive-error.ts';
import type { ReviewPush } from '../../../src/workflow/ports/archive/review-branches.ts';
import { archiveFor, makeChange, makeFolder, makeSshKey, readText } from '../workshop.ts';

const path = 'team/adrs';
const folder = 'docs/decisions';
const branch = 'gavel/0001-choose';

/** A forge whose `main` takes changes by review only, and an archive there by a token of its bot. */
async function openTeam(dialect: 'github' | 'gitlab' | 'forgejo') {
  const forge = await startLocalForge({ dialect, folder: await makeFolder() });
  onTestFinished(() => forge.stop());
  await forge.admin.createRepository({
    path,
    files: { [`${folder}/0000-zero.md`]: 'zero\n' },
    members: { ann: 'maintain', gavel: 'write' },
  });
  const { secret } = forge.admin.createToken('gavel');
  const archive = await archiveFor(forge.gitUrl(path), { token: secret });
  return { forge, archive, secret, on: await archive.fetch() };
}

const opens = (how: 'push options' | 'agit'): NonNullable<ReviewPush['opens']> => ({
  how,
  into: 'main',
  title: 'ADR 1:\nChoose',
  description: 'Why:\n\n- because\n- C:\\new',
  labels: ['adr', 'decision'],
});

describe.each(['github', 'gitlab', 'forgejo'] as const)('a protected branch at %s', (dialect) => {
  it('refuses a commit, and takes a review branch, with the link that it prints', async () => {
    const { forge, archive, on } = await openTeam(dialect);
    forge.admin.protect(path, { branch: 'main' });
    await expect(archive.commit(makeChange(1), on)).rejects.toMatchObject({ trouble: { code: 'protected branch' } });
    const pushed = await archive.pushReview(makeChange(1), on, { branch, replaces: undefined });
    expect(await forge.tip(path, branch)).toBe(pushed.commit);
    expect(pushed.link).toMatch(`${forge.url}/${path}/`);
    expect(await archive.pushReview(makeChange(1), on, { branch, replaces: undefined })).toMatchObject({
      commit: pushed.commit,
    });
    await archive.deleteReview(branch, pushed.commit);
    expect(await forge.tip(path, branch)).toBeUndefined();
  });

  it('takes a review that changes an index above the folder', async () => {
    const { forge, archive } = await openTeam(dialect);
    await forge.person('ann').commit(path, { branch: 'main', files: { 'README.md': 'old\n' } });
    forge.admin.protect(path, { branch: 'main' });
    const on = await archive.fetch();
    const files = [...makeChange(1).files, { name: '../../README.md', content: 'new\n' }];
    const pushed = await archive.pushReview(makeChange(1, { files }), on, { branch, replaces: undefined });
    const review = await archive.fetchReview(branch, on);
    expect(review).toMatchObject({ commit: pushed.commit, changed: ['0001-choose-1.md'], others: [] });
    expect(review && (await readText(review.snapshot, '../../README.md'))).toBe('new\n');
  });

  it('takes commits that are signed with a key that it knows, where it takes no others', async () => {
    const { forge, secret } = await openTeam(dialect);
    forge.admin.protect(path, { branch: 'main', push: 'writers', signatures: true });
    const key = await makeSshKey();
    forge.admin.addSigningKey('gavel', await readFile(`${key}.pub`, 'utf8'));
    const archive = await archiveFor(forge.gitUrl(path), { token: secret, signing: { key, format: 'ssh' } });
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(await forge.tip(path, 'main')).toBe(commit);
  });

  it('says which rule is in the way', async () => {
    const { forge, archive, on } = await openTeam(dialect);
    forge.admin.protect(path, { branch: 'main', push: 'writers', signatures: true });
    await expect(archive.commit(makeChange(1), on)).rejects.toMatchObject({
      trouble: { code: 'rule in the way', rule: 'required_signatures' },
    });
  });
});

describe('a review that is opened by git alone', () => {
  it('at GitLab, by push options', async () => {
    const { forge, archive, on } = await openTeam('gitlab');
    const pushed = await archive.pushReview(makeChange(1), on, {
      branch,
      replaces: undefined,
      opens: opens('push options'),
    });
    expect(pushed).toMatchObject({ branch, link: `${forge.url}/${path}/-/merge_requests/1` });
    expect(forge.review(path, 1)).toMatchObject({
      title: 'ADR 1: Choose',
      body: 'Why:\n\n- because\n- C:\\ new',
      labels: ['adr', 'decision'],
      head: branch,
      headSha: pushed.commit,
    });
    const again = { branch, replaces: pushed.commit, opens: opens('push options') };
    await archive.pushReview(makeChange(1, { subject: 'Another' }), on, again);
    expect(forge.reviews(path)).toHaveLength(1);
  });

  it('at Forgejo, by AGit', async () => {
    const { forge, archive, on } = await openTeam('forgejo');
    const anew = { branch, replaces: undefined, opens: opens('agit') };
    const pushed = await archive.pushReview(makeChange(1), on, anew);
    expect(pushed).toMatchObject({ branch: 'refs/pull/1/head', link: `${forge.url}/${path}/pulls/1` });
    expect(forge.review(path, 1)).toMatchObject({ title: 'ADR 1: Choose', body: 'Why: - because - C:\\new' });
    const again = await archive.pushReview(makeChange(1), on, anew);
    expect(again).toMatchObject({ commit: pushed.commit, branch: pushed.branch });
    expect(forge.reviews(path)).toHaveLength(1);

    const review = await archive.fetchReview(pushed.branch, on);
    expect(review).toMatchObject({ commit: pushed.commit, changed: ['0001-choose-1.md'], others: [] });
    expect(review && (await readText(review.snapshot, '0001-choose-1.md'))).toBe('# Choose 1\n');

    const { commit } = await archive.pushReview(makeChange(1, { subject: 'Another' }), on, {
      ...anew,
      replaces: pushed.commit,
    });
    expect(forge.review(path, 1)).toMatchObject({ headSha: commit });
    const stale = archive.pushReview(makeChange(1, { subject: 'A third' }), on, { ...anew, replaces: pushed.commit });
    await expect(stale).rejects.toBeInstanceOf(BranchMoved);

    // An attempt that was made before the followed branch moved on.
    await forge.person('ann').commit(path, { branch: 'main', files: { 'a.txt': 'a' } });
    const moved = await archive.fetch();
    const renewed = await archive.pushReview(makeChange(1), moved, anew);
    expect(renewed.branch).toBe(pushed.branch);

    await forge.person('ann').commit(path, { branch: 'main', files: { [`${folder}/0001-other.md`]: 'one\n' } });
    const now = await archive.fetch();
    const before = await archive.fetchReview(pushed.branch, now);
    if (before === undefined) throw new Error('gone');
    const files = [{ name: '0002-choose.md', content: '# Choose 2\n' }];
    const update = { ...makeChange(1, { files }), was: { name: '0001-choose-1.md', edit: (text: string) => text } };
    const updated = await archive.updateReview(update, before, now, { branch: pushed.branch });
    expect(updated).toMatchObject({ branch: pushed.branch });
    expect(forge.review(path, 1)).toMatchObject({ headSha: updated.commit, title: 'ADR 1: Choose' });
    expect(forge.reviews(path)).toHaveLength(1);
    await archive.deleteReview(pushed.branch, updated.commit);
  });

  it('elsewhere, is a branch with a link', async () => {
    const { forge, archive, on } = await openTeam('github');
    for (const how of ['push options', 'agit'] as const) {
      const name = `${branch}-${how.slice(0, 4)}`;
      const pushed = await archive.pushReview(makeChange(1), on, {
        branch: name,
        replaces: undefined,
        opens: opens(how),
      });
      expect(pushed).toMatchObject({ branch: name });
      expect(await forge.tip(path, name)).toBe(pushed.commit);
    }
  });
});
