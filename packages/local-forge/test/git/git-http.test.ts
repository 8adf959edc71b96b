import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clone, openForge, openTeam, runGit } from '../stage.ts';

describe('git over http', () => {
  it('clones and pushes with a token of somebody who may write', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('ben');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n');
    expect(await work.git('push', '--quiet')).toMatchObject({ status: 0, err: '' });
    expect(await forge.file('team/adrs', 'main', 'new.md')).toBe('New\n');
  });

  it('asks for a password, refuses a wrong one, and hides what the account may not see', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('stranger');
    const list = (url: string) => runGit(forge.folder, ['ls-remote', url]);
    expect((await list(forge.gitUrl('team/adrs'))).err).toContain('could not read Username');
    expect((await list(forge.gitUrl('team/adrs', 'guessed'))).err).toContain('Authentication failed');
    const hidden = await list(forge.gitUrl('team/adrs', secret));
    expect(hidden.err).toContain('remote: Repository not found.');
    expect((await list(forge.gitUrl('team/nothing', secret))).err).toContain('remote: Repository not found.');
    expect(hidden.status).toBe(128);
  });

  it('refuses the token once it is revoked or expired', async () => {
    await using forge = await openTeam();
    const revoked = forge.admin.createToken('ben');
    const short = forge.admin.createToken('ben', { expiresAt: new Date(forge.clock.now().getTime() + 3_600_000) });
    const list = (secret: string) => runGit(forge.folder, ['ls-remote', forge.gitUrl('team/adrs', secret)]);
    expect((await list(revoked.secret)).status).toBe(0);
    expect((await list(short.secret)).status).toBe(0);
    forge.admin.revokeToken(revoked.secret);
    forge.clock.advance(3_600_000);
    expect((await list(revoked.secret)).err).toContain('Authentication failed');
    expect((await list(short.secret)).err).toContain('Authentication failed');
  });

  it('lets those who may only read clone, but not push', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('eve');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n');
    const { status, err } = await work.git('push');
    expect(status).toBe(128);
    expect(err).toContain('remote: Permission to team/adrs.git denied to eve.');
  });

  it('serves shallow and partial clones', async () => {
    await using forge = await openTeam();
    await forge.person('ann').commit('team/adrs', { files: { 'a.md': 'A\n' } });
    const { secret } = forge.admin.createToken('ann');
    await using work = await clone(
      forge.gitUrl('team/adrs', secret),
      ...['--depth=1', '--filter=blob:none', '--no-checkout'],
    );
    expect((await work.git('rev-list', '--count', 'HEAD')).out).toBe('1\n');
    const missing = await work.git('rev-list', '--objects', '--missing=print', 'HEAD');
    expect(missing.out.match(/^\?/gm)).toHaveLength(3);
    expect((await work.git('show', 'HEAD:a.md')).out).toBe('A\n');
  });

  it.each([
    ['github', /^warning: redirecting to .+\/team\/decisions\.git\/\n/, /remote: {3}http.+\/team\/decisions\.git/],
    ['gitlab', /^$/, /remote: Project 'team\/adrs' was moved to 'team\/decisions'\./],
    ['forgejo', /^warning: redirecting to .+\/team\/decisions\/\n/, /^warning: redirecting to .+\/team\/decisions\/\n/],
  ] as const)(
    'is found at the old path of a repository until another one takes it, as at %s',
    async (dialect, atFetch, atPush) => {
      await using forge = await openTeam({ dialect });
      const { secret } = forge.admin.createToken('ann');
      const former = forge.gitUrl('team/adrs', secret);
      forge.admin.rename('team/adrs', 'team/decisions');
      expect((await runGit(forge.folder, ['ls-remote', former])).err).toMatch(atFetch);
      await using work = await clone(former);
      await work.commit('new.md', 'New\n');
      const pushed = await work.git('push', '--no-progress');
      expect([pushed.status, pushed.err]).toEqual([0, expect.stringMatching(atPush)]);
      expect(await forge.file('team/decisions', 'main', 'new.md')).toBe('New\n');
      await forge.admin.createRepository({ path: 'team/adrs' });
      expect((await runGit(forge.folder, ['ls-remote', former])).out).toBe('');
    },
  );

  it('fails as often as it is told to', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('ann');
    forge.faults.set({ failGit: 1 });
    const list = () => runGit(forge.folder, ['ls-remote', forge.gitUrl('team/adrs', secret)]);
    expect((await list()).err).toContain('The requested URL returned error: 503');
    expect((await list()).status).toBe(0);
  });

  it('is read-only for an archived repository', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('ann');
    forge.admin.archive('team/adrs');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n');
    expect((await work.git('push')).err).toContain('remote: This repository was archived so it is read-only.');
  });

  it('keeps everything across a restart on the same folder', async () => {
    await using forge = await openTeam();
    await forge.person('ann').commit('team/adrs', { branch: 'topic', files: { 'a.md': 'A\n' } });
    await forge.person('ann').openReview('team/adrs', { title: 'Topic', head: 'topic' });
    const { secret } = forge.admin.createToken('ann');
    await forge.stop();
    await using again = await openForge({ folder: forge.folder });
    expect(again.review('team/adrs', 1)).toMatchObject({ title: 'Topic', by: 'ann', state: 'open' });
    await using work = await clone(again.gitUrl('team/adrs', secret));
    expect((await work.git('branch', '--remotes')).out).toContain('origin/topic');
  });

  it('logs requests without secrets', async () => {
    await using forge = await openTeam();
    const { secret } = forge.admin.createToken('ann');
    await using _work = await clone(forge.gitUrl('team/adrs', secret));
    expect(forge.wire.entries().map(({ kind, name, status }) => [kind, name, status])).toContainEqual([
      'git',
      'POST /team/adrs.git/git-upload-pack',
      '200',
    ]);
    expect(JSON.stringify(forge.wire.entries())).not.toContain(secret);
  });
});

describe('a protected branch', () => {
  it.each([
    ['github', 'ruleset', /remote: error: GH013: Repository rule violations found for refs\/heads\/main\./],
    ['github', 'classic', /remote: error: GH006: Protected branch update failed for refs\/heads\/main\./],
    ['gitlab', 'classic', /remote: GitLab: You are not allowed to push code to protected branches on this project\./],
    ['forgejo', 'classic', /remote: Forgejo: Not allowed to push to protected branch main/],
  ] as const)('refuses a push in the words of %s (%s)', async (dialect, source, words) => {
    await using forge = await openTeam({ dialect });
    forge.admin.protect('team/adrs', { branch: 'main', source });
    const { secret } = forge.admin.createToken('ann');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n');
    const { status, err } = await work.git('push');
    expect(status).toBe(1);
    expect(err).toMatch(words);
    expect(err).toContain('! [remote rejected] main -> main (pre-receive hook declined)');
    expect(await forge.file('team/adrs', 'main', 'new.md')).toBeUndefined();
    expect((await work.git('push', 'origin', 'HEAD:refs/heads/topic')).status).toBe(0);
  });

  it('lets those by whom it may be bypassed, which GitHub only tells', async () => {
    await using forge = await openTeam();
    forge.admin.protect('team/adrs', { branch: 'main', bypass: ['ben'] });
    const { secret } = forge.admin.createToken('ben');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n');
    const { status, err } = await work.git('push');
    expect(status).toBe(0);
    expect(err).toMatch(/remote: Bypassed rule violations for refs\/heads\/main:/);
    expect(err).toMatch(/remote: - Changes must be made through a pull request\./);
    expect(await forge.file('team/adrs', 'main', 'new.md')).toBe('New\n');
  });

  it('lets maintainers push if that is what it says', async () => {
    await using forge = await openTeam({ dialect: 'gitlab' });
    forge.admin.protect('team/adrs', { branch: 'main', push: 'maintainers' });
    const push = async (login: string): Promise<number> => {
      await using work = await clone(forge.gitUrl('team/adrs', forge.admin.createToken(login).secret));
      await work.commit(`${login}.md`, 'New\n');
      return (await work.git('push')).status;
    };
    expect(await push('ben')).toBe(1);
    expect(await push('ann')).toBe(0);
  });

  it('looks into the commits of a push before it takes them', async () => {
    await using forge = await openTeam();
    forge.admin.protect('team/adrs', { branch: 'topic/*', push: 'writers', messagePattern: '^ADR-', signatures: true });
    const { secret } = forge.admin.createToken('ann');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.commit('new.md', 'New\n', 'No number');
    const { err } = await work.git('push', 'origin', 'HEAD:refs/heads/topic/one');
    expect(err).toContain('remote: - Commits must have verified signatures. Found 2 violations:');
    expect(err).toContain('remote: - Commit message must match a given regex pattern: ^ADR-');
    const sha = (await work.git('rev-parse', 'HEAD')).out.trim();
    const bare = join(forge.folder, 'repositories', `${forge.admin.repository('team/adrs').id}.git`);
    expect((await runGit(bare, ['cat-file', '-t', sha])).err).toContain('could not get object info');
    expect((await runGit(bare, ['cat-file', '-t', 'main'])).out).toBe('commit\n');
  });

  it('refuses force pushes and its deletion', async () => {
    await using forge = await openTeam();
    forge.admin.protect('team/adrs', { branch: 'main', push: 'writers' });
    const { secret } = forge.admin.createToken('ann');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    await work.git('commit', '--quiet', '--amend', '-m', 'Another');
    expect((await work.git('push', '--force')).err).toContain('Cannot force-push to this branch');
    expect((await work.git('push', 'origin', ':main')).err).toMatch(/Cannot delete this branch|deletion/);
  });

  it('knows a signature by a registered key', async () => {
    await using forge = await openTeam();
    forge.admin.protect('team/adrs', { branch: 'signed', push: 'writers', signatures: true });
    const { secret } = forge.admin.createToken('ann');
    await using work = await clone(forge.gitUrl('team/adrs', secret));
    const key = `${work.folder}/.git/key`;
    const made = await makeKey(key);
    await work.git('checkout', '--quiet', '--orphan', 'signed');
    const sign = ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}`];
    expect((await work.git(...sign, 'commit', '--quiet', '-S', '-m', 'Signed')).err).toBe('');
    expect((await work.git('push', 'origin', 'signed')).status).toBe(1);
    forge.admin.addSigningKey('ann', made);
    expect(await work.git('push', 'origin', 'signed')).toMatchObject({ status: 0 });
  });
});

async function makeKey(path: string): Promise<string> {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
  return await readFile(`${path}.pub`, 'utf8');
}
