import { execFileSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import {
  archiveFor,
  git,
  makeChange,
  makeFolder,
  makeRemote,
  makeSshKey,
  pushFiles,
  settingsFor,
  watchGit,
  writeScript,
} from '../workshop.ts';

const branch = 'gavel/0001-choose';
const anew = { branch, replaces: undefined };

/** Whether git finds the signature of a commit good, with this key as the only one that is known. */
async function verify(remote: string, commit: string, key: string): Promise<string> {
  const signers = join(await makeFolder(), 'signers');
  await writeFile(signers, `gavel@example.org ${await readFile(`${key}.pub`, 'utf8')}`);
  return git(remote, '-c', `gpg.ssh.allowedSignersFile=${signers}`, 'log', '-1', '--format=%G? %GS', commit);
}

describe('a commit that is signed with an ssh key', () => {
  it.each(['ed25519', 'ecdsa'])('(%s) is found good, as a direct one and on a review branch', async (type) => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const key = await makeSshKey(type);
    const { path, log } = await watchGit();
    const settings = await settingsFor(remote, { signing: { key, format: 'ssh' } });
    const archive = openArchive(settings, { environment: { PATH: path } });
    await archive.check();
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(await verify(remote, commit, key)).toBe('G gavel@example.org');
    const review = await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    expect(await verify(remote, review.commit, key)).toBe('G gavel@example.org');
    expect(await readFile(log, 'utf8')).not.toContain('PRIVATE');
  });

  it.each(['ed25519', 'ecdsa'])('(%s) is there once, though an attempt is repeated', async (type) => {
    const remote = await makeRemote();
    const main = await pushFiles(remote, { 'a.txt': 'a' });
    const signing = { key: await makeSshKey(type), format: 'ssh' } as const;
    const first = await archiveFor(remote, { signing });
    const pushed = await first.pushReview(makeChange(1), await first.fetch(), anew);
    for (const archive of [first, await archiveFor(remote, { signing })]) {
      expect(await archive.pushReview(makeChange(1), await archive.fetch(), anew)).toEqual(pushed);
    }
    expect(await git(remote, 'rev-list', `main..${branch}`)).toBe(pushed.commit);

    await pushFiles(remote, { 'a.txt': 'b' });
    const on = await first.fetch();
    const review = await first.fetchReview(branch, on);
    if (review === undefined) throw new Error('gone');
    const updated = await first.updateReview(makeChange(1), review, on, { branch });
    const again = await first.fetchReview(branch, on);
    expect(again && (await first.updateReview(makeChange(1), again, on, { branch }))).toEqual(updated);
    expect(await git(remote, 'rev-list', '--count', `${main}..${branch}`)).toBe('4');
  });

  const bad: Readonly<Record<string, () => Promise<string>>> = {
    'is not there': async () => '/nowhere/key',
    'wants a passphrase': async () => makeSshKey('ed25519', 'secret'),
    'can be read by others': async () => {
      const key = await makeSshKey();
      await chmod(key, 0o644);
      return key;
    },
    'is no key': async () => {
      const key = join(await makeFolder(), 'key');
      await writeFile(key, 'no key\n', { mode: 0o600 });
      return key;
    },
  };

  it.each(Object.entries(bad))('is not made if the key %s, and says so', async (_, makeKey) => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const key = await makeKey();
    const archive = await archiveFor(remote, { signing: { key, format: 'ssh' } });
    const trouble = { code: 'cannot sign', key, place: remote, said: expect.stringMatching(/./u) };
    const on = await archive.fetch();
    await expect(archive.commit(makeChange(1), on)).rejects.toMatchObject({ trouble });
    await expect(archive.pushReview(makeChange(1), on, anew)).rejects.toMatchObject({ trouble });
    expect(await git(remote, 'rev-list', '--count', '--all')).toBe('1');
  });

  it('needs a git that can do that', async () => {
    const bin = await makeFolder();
    await writeScript(join(bin, 'git'), 'echo git version 2.33.1');
    const settings = await settingsFor(await makeRemote(), { signing: { key: 'key', format: 'ssh' } });
    await expect(openArchive(settings, { environment: { PATH: bin } }).check()).rejects.toMatchObject({
      trouble: { code: 'git too old', needed: '2.34' },
    });
  });
});

const hasGpg = (() => {
  try {
    execFileSync('gpg', ['--version']);
    return true;
  } catch {
    console.warn('There is no gpg here, so signing with it is not tested.');
    return false;
  }
})();

describe.runIf(hasGpg)('a commit that is signed with gpg', () => {
  it('is found good, and there once', async () => {
    const home = await makeFolder();
    const environment = { PATH: process.env.PATH, HOME: home, GNUPGHOME: home };
    await chmod(home, 0o700);
    const how = ['--batch', '--quiet', '--passphrase', '', '--quick-gen-key'];
    execFileSync('gpg', [...how, 'Gavel <gavel@example.org>', 'ed25519', 'sign', 'never'], { env: environment });
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const settings = await settingsFor(remote, { signing: { key: 'gavel@example.org', format: 'openpgp' } });
    const archive = openArchive(settings, { environment });
    const on = await archive.fetch();
    const pushed = await archive.pushReview(makeChange(1), on, anew);
    expect(await archive.pushReview(makeChange(1), on, anew)).toEqual(pushed);
    const told = execFileSync('git', ['-C', remote, 'log', '-1', '--format=%G?', pushed.commit], { env: environment });
    expect(told.toString().trim()).toMatch(/^[GU]$/u);
    execFileSync('gpgconf', ['--kill', 'all'], { env: environment });
  });

  it('is not made without the secret key, and says so', async () => {
    const home = await makeFolder();
    await chmod(home, 0o700);
    const environment = { PATH: process.env.PATH, HOME: home, GNUPGHOME: home };
    const settings = await settingsFor(await makeRemote(), { signing: { key: '0xABCDEF', format: 'openpgp' } });
    const archive = openArchive(settings, { environment });
    await expect(archive.commit(makeChange(1), await archive.fetch())).rejects.toMatchObject({
      trouble: { code: 'cannot sign', key: '0xABCDEF' },
    });
    execFileSync('gpgconf', ['--kill', 'all'], { env: environment });
  });
});
