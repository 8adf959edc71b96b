import { existsSync } from 'node:fs';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { ForgeError } from '../../src/workflow/ports/forge/forge-error.ts';
import { serveGit } from './git-server.ts';
import {
  archiveFor,
  git,
  makeChange,
  makeFolder,
  makeRemote,
  namesIn,
  pushFiles,
  readText,
  settingsFor,
  watchGit,
  writeScript,
} from './workshop.ts';

const token = 'tok/en+with%odd&signs=';

/** Everything that is written anywhere below a folder, as one text. */
async function readAll(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

describe('a remote that wants a token', () => {
  it('is fetched from and pushed to, with the token in no argument and no file', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    await pushFiles(remote, { 'docs/decisions/0001-first.md': 'one' });
    const server = await serveGit(dirname(remote), 'x-access-token', token);
    const { path, log } = await watchGit();
    const home = await makeFolder();
    await writeFile(join(home, '.gitconfig'), `[credential]\nhelper = store --file=${home}/stored\n`);
    const settings = await settingsFor(server.urlOf(basename(remote)), { token });
    const archive = openArchive(settings, { environment: { PATH: path, HOME: home } });

    await archive.check();
    const snapshot = await archive.fetch();
    expect(await readText(snapshot, '0001-first.md')).toBe('one');
    const { commit } = await archive.commit(makeChange(2), snapshot);
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit);
    expect([...server.seen]).toEqual([`x-access-token:${token}`]);

    expect(await readdir(home)).toEqual(['.gitconfig']);
    const traces = [await readFile(log, 'utf8'), await readAll(settings.cacheFolder)].join('\n');
    expect(traces).toContain('push --quiet');
    for (const form of [token, encodeURIComponent(token), Buffer.from(`x-access-token:${token}`).toString('base64')]) {
      expect(traces).not.toContain(form);
    }
  });

  it('may have username and token in its address, which then appear nowhere else', async () => {
    const remote = await makeRemote();
    const server = await serveGit(dirname(remote), 'ada', token);
    const url = server.urlOf(basename(remote)).replace('://', `://ada:${encodeURIComponent(token)}@`);
    const { path, log } = await watchGit();
    const settings = await settingsFor(url);
    const archive = openArchive(settings, { environment: { PATH: path } });
    await archive.commit(makeChange(1), await archive.fetch());
    expect(`${archive.id} ${archive.label}`).not.toMatch(/ada|tok/u);
    expect((await readFile(log, 'utf8')) + (await readAll(settings.cacheFolder))).not.toMatch(/ada:|tok\/|tok%2F/u);
  });

  it.each([
    ['a wrong token', 'another-token'],
    ['no token', undefined],
  ])('says what to do with %s, and does not repeat it', async (_name, given) => {
    const remote = await makeRemote();
    const server = await serveGit(dirname(remote), 'x-access-token', token);
    const settings = await settingsFor(server.urlOf(basename(remote)), { token: given });
    const error = await openArchive(settings)
      .check()
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ trouble: { code: 'not authorized' } });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('another-token');
  });

  it('sends the token to no other host', async () => {
    const remote = await makeRemote();
    const elsewhere = await serveGit(dirname(remote), 'x-access-token', token);
    const home = await makeFolder();
    const url = 'http://localhost:9/team.git';
    await writeFile(join(home, '.gitconfig'), `[url "${elsewhere.urlOf('')}"]\ninsteadOf = http://localhost:9/\n`);
    const archive = openArchive(await settingsFor(url, { token }), {
      environment: { PATH: process.env.PATH, HOME: home },
    });
    await expect(archive.fetch()).rejects.toMatchObject({ trouble: { code: 'unreachable' } });
    expect([...elsewhere.seen]).toEqual([]);
  });
});

describe('a token that changes', () => {
  const login = (password: string) => ({ username: 'x-access-token', password });

  it('is asked for before each use, and once more when it is refused', async () => {
    const remote = await makeRemote();
    let valid = 'first';
    let known = valid;
    const refusals: unknown[] = [];
    const server = await serveGit(dirname(remote), 'x-access-token', () => valid);
    const token = async (refused?: string) => {
      if (refused !== undefined) refusals.push(refused);
      if (refused === known) known = valid;
      return login(known);
    };
    const archive = await archiveFor(server.urlOf('team.git'), { token });
    await archive.commit(makeChange(1), await archive.fetch());
    valid = 'second';
    await archive.commit(makeChange(2), await archive.fetch());
    expect(refusals).toEqual(['first']);
    valid = 'third';
    const snapshot = await archive.fetch();
    valid = 'fourth';
    await archive.commit(makeChange(3), snapshot);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('3');
  });

  it('appears in no error, whichever it is', async () => {
    const remote = await makeRemote();
    const server = await serveGit(dirname(remote), 'x-access-token', 'right');
    let turn = 0;
    const token = async () => {
      turn += 1;
      return login(`wrong-${turn}`);
    };
    const archive = await archiveFor(server.urlOf('team.git'), { token });
    const error = await archive.fetch().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ trouble: { code: 'not authorized' } });
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/wrong-/u);
    expect(turn).toBe(2);
  });

  it('says what the forge says when it gives none', async () => {
    const server = await serveGit('/nowhere', 'x-access-token', 'right');
    const url = 'https://forge.example/install';
    const token = () => Promise.reject(new ForgeError({ code: 'app not installed', place: 'here', url }));
    const archive = await archiveFor(server.urlOf('team.git'), { token });
    await expect(archive.fetch()).rejects.toMatchObject({
      trouble: { code: 'not authorized', said: `app not installed / ${url}` },
      cause: { trouble: { code: 'app not installed', url } },
    });
  });

  it('is not asked for where git needs none', async () => {
    const archive = await archiveFor(await makeRemote(), { token: () => Promise.reject(new Error('asked')) });
    expect((await archive.fetch()).commit).toBeUndefined();
  });
});

describe('a remote that refuses', () => {
  it.each([
    ['protected branch', 'remote: error: GH006: Protected branch update failed for refs/heads/main.'],
    ['protected branch', 'GitLab: You are not allowed to push code to protected branches on this project.'],
    ['refused by hook', 'Commit messages must name a ticket.'],
  ])('is told apart: %s', async (code, words) => {
    const remote = await makeRemote();
    await writeScript(join(remote, 'hooks/pre-receive'), `echo '${words}' >&2\nexit 1`);
    const archive = await archiveFor(remote);
    const said = words.replace('remote: error: ', '');
    await expect(archive.commit(makeChange(1), await archive.fetch())).rejects.toMatchObject({
      trouble: { code, said: expect.stringContaining(said) },
    });
    expect(await git(remote, 'for-each-ref')).toBe('');
  });

  it('says so when the branch is checked out there', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const checkout = join(await makeFolder(), 'checkout');
    await git('/', 'clone', '--quiet', remote, checkout);
    const archive = await archiveFor(checkout);
    await expect(archive.commit(makeChange(1), await archive.fetch())).rejects.toMatchObject({
      trouble: { code: 'branch checked out' },
    });
  });

  it.each([
    ['docs', 'a file in the place of the folder', 'docs'],
    [
      'docs/decisions/0001-choose-1.md/notes.txt',
      'a folder in the place of the file',
      'docs/decisions/0001-choose-1.md',
    ],
  ])('because %s is %s says so', async (path, _, named) => {
    const remote = await makeRemote();
    const before = await pushFiles(remote, { [path]: 'keep me' });
    const archive = await archiveFor(remote);
    await expect(archive.commit(makeChange(1), await archive.fetch())).rejects.toMatchObject({
      trouble: { code: 'folder in the way', path: named },
    });
    expect(await git(remote, 'rev-parse', 'main')).toBe(before);
  });
});

describe('a remote that does not exist', () => {
  it('is unreachable over http, and reachable again without a restart', async () => {
    const archive = await archiveFor('http://127.0.0.1:9/team.git');
    await expect(archive.check()).rejects.toMatchObject({ trouble: { code: 'unreachable' } });
    await expect(archive.fetch()).rejects.toMatchObject({ trouble: { code: 'unreachable' } });

    const home = join(await makeFolder(), 'team.git');
    const later = await archiveFor(home);
    await expect(later.check()).rejects.toMatchObject({ trouble: { code: 'not found', place: home } });
    await symlink(await makeRemote(), home);
    await later.check();
  });

  it('is not found over http either', async () => {
    const remote = await makeRemote();
    const server = await serveGit(dirname(remote), 'x-access-token', token);
    const archive = await archiveFor(server.urlOf('other.git'), { token });
    await expect(archive.check()).rejects.toMatchObject({ trouble: { code: 'not found' } });
  });

  it('ends a git that gets no answer, and all that git started', async () => {
    const bin = await makeFolder();
    const farewell = join(bin, 'farewell');
    await writeScript(join(bin, 'ssh'), `trap 'echo ended >${farewell}; exit 1' TERM\nsleep 600 &\nwait`);
    const environment = { PATH: `${bin}:${process.env.PATH}`, GIT_SSH_COMMAND: join(bin, 'ssh') };
    const archive = openArchive(await settingsFor('git@example.org:team/adr.git'), { environment, timeout: 4_000 });
    await expect(archive.fetch()).rejects.toMatchObject({ trouble: { code: 'unreachable' } });
    await expect.poll(() => existsSync(farewell), { timeout: 20_000 }).toBe(true);
  });

  it('gets the commit once although git was killed in the middle of the push', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const mark = join(remote, 'killed');
    await writeScript(join(remote, 'hooks/pre-receive'), `test -e '${mark}' || { touch '${mark}'; kill -9 0; }`);
    const archive = await archiveFor(remote);
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(existsSync(mark)).toBe(true);
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('2');
    expect(namesIn(await archive.fetch())).toEqual(['0001-choose-1.md']);
  });
});

describe('a repository of the file of GAVEL_CONFIG', () => {
  it('says with each trouble how it is listed, whatever found it', async () => {
    const listed = { name: 'platform', tokenVariable: 'PLATFORM_TOKEN', folderSetting: 'folder' } as const;
    const away = openArchive(await settingsFor('/nowhere/at/all.git', { listed }));
    await expect(away.check()).rejects.toMatchObject({ trouble: { code: 'not found', listed } });
    const remote = await makeRemote();
    await pushFiles(remote, { 'README.md': 'Ours' });
    await git(remote, 'branch', 'other', 'main');
    await git(remote, 'symbolic-ref', 'HEAD', 'refs/heads/nowhere');
    const lost = openArchive(await settingsFor(remote, { listed }));
    await expect(lost.fetch()).rejects.toMatchObject({ trouble: { code: 'no branch', listed } });
    const environment = { PATH: await makeFolder() };
    await expect(openArchive(await settingsFor(remote, { listed }), { environment }).check()).rejects.toMatchObject({
      trouble: { code: 'no git', listed },
    });
  });
});

describe('the machine’s git', () => {
  it('is asked for when it is missing', async () => {
    const environment = { PATH: await makeFolder() };
    const archive = openArchive(await settingsFor(await makeRemote()), { environment });
    for (const call of [() => archive.check(), () => archive.fetch()]) {
      await expect(call()).rejects.toMatchObject({ trouble: { code: 'no git' } });
    }
  });

  it('is named with the version that is needed when it is too old', async () => {
    const bin = await makeFolder();
    await writeScript(join(bin, 'git'), 'echo git version 2.31.8');
    const archive = openArchive(await settingsFor(await makeRemote()), { environment: { PATH: bin } });
    await expect(archive.check()).rejects.toMatchObject({
      trouble: { code: 'git too old', found: 'git version 2.31.8', needed: '2.32' },
    });
  });
});
