import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCharacter } from '../../packages/adr/test/any-character.ts';
import { openArchive } from '../../src/archive/archive.ts';
import {
  archiveFor,
  git,
  makeChange,
  makeExecutable,
  makeFolder,
  makeRemote,
  namesIn,
  pushFiles,
  pushNames,
  readText,
  settingsFor,
  watchGit,
} from './workshop.ts';

/** Before everything that happens here. */
const someTime = new Date('2020-01-01T00:00:00Z');

describe('an empty repository', () => {
  it('has no commit and no files, and takes the first commit on main', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    await archive.check();
    const empty = await archive.fetch();
    expect([empty.commit, [...empty.files]]).toEqual([undefined, []]);
    expect([...(await empty.read(['0001-choose-1.md']))]).toEqual([]);
    expect(await archive.find('decision-1', someTime, empty)).toBeUndefined();

    const published = await archive.commit(makeChange(1), empty);
    expect(published).toEqual({
      commit: await git(remote, 'rev-parse', 'main'),
      path: 'docs/decisions/0001-choose-1.md',
      url: undefined,
    });
    const snapshot = await archive.fetch();
    expect([snapshot.commit, namesIn(snapshot)]).toEqual([published.commit, ['0001-choose-1.md']]);
    expect(await readText(snapshot, '0001-choose-1.md')).toBe('# Choose 1\n');
  });

  it('gets the requested branch', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote, { branch: 'records' });
    await archive.check();
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'records')).toBe(commit);
  });
});

describe('a repository of many files', () => {
  it('sends none of them for a commit, and asks once where nobody else has committed since', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    await pushFiles(remote, { 'a/b/one.ts': '1', 'docs/other.md': '2', 'docs/decisions/0001-first.md': 'one' });
    const { path, log } = await watchGit();
    const settings = await settingsFor(`file://${remote}`);
    const archive = openArchive(settings, { environment: { PATH: path } });
    await archive.commit(makeChange(2), await archive.fetch());
    const [cache = ''] = await readdir(settings.cacheFolder);
    const objects = await git(join(settings.cacheFolder, cache), 'cat-file', '--batch-all-objects', '--batch-check');
    expect(objects.split('\n').filter((line) => line.includes(' blob '))).toHaveLength(1);

    await rm(log);
    const snapshot = await archive.fetch();
    expect(namesIn(snapshot)).toEqual(['0001-first.md', '0002-choose-2.md']);
    await archive.commit(makeChange(3), snapshot);
    const asked = (await readFile(log, 'utf8')).split('\n').map((line) => line.split(' ')[0]);
    expect(asked.filter((command) => /^(?:ls-remote|fetch|push)$/u.test(command ?? ''))).toEqual(['ls-remote', 'push']);

    const moved = await pushFiles(remote, { 'docs/decisions/0004-fourth.md': 'four' });
    const last = await archive.fetch();
    expect([last.commit, await readText(last, '0004-fourth.md')]).toEqual([moved, 'four']);
  });
});

describe('a repository with a history', () => {
  it('changes nothing but the file', async () => {
    const remote = await makeRemote();
    const clone = join(await makeFolder(), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await mkdir(join(clone, 'docs/decisions/old'), { recursive: true });
    await writeFile(join(clone, 'docs/decisions/0001-first.md'), 'one\n');
    await writeFile(join(clone, 'docs/decisions/old/0000-zero.md'), 'zero\n');
    await writeFile(join(clone, 'build.sh'), '#!/bin/sh\n');
    await chmod(join(clone, 'build.sh'), 0o755);
    await symlink('docs/decisions', join(clone, 'adr'));
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--message', 'Begin');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
    const before = await git(remote, 'rev-parse', 'main');

    const archive = await archiveFor(remote);
    const snapshot = await archive.fetch();
    expect(namesIn(snapshot)).toEqual(['0001-first.md', 'old/0000-zero.md']);
    const { commit } = await archive.commit(makeChange(2), snapshot);
    expect(await git(remote, 'rev-parse', `${commit}^`)).toBe(before);
    expect(await git(remote, 'diff', '--raw', '--abbrev=4', before, commit)).toMatch(
      /^:000000 100644 0000 \w{4} A\tdocs\/decisions\/0002-choose-2\.md$/u,
    );
    expect(await git(remote, 'fsck', '--strict')).toBe('');
  });

  it('keeps the mode of a file that it overwrites, and writes several files at once', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'docs/decisions/0001-choose-1.md': 'old\n' });
    await makeExecutable(remote, 'docs/decisions/0001-choose-1.md');
    const archive = await archiveFor(remote);
    const files = [
      { name: '0001-choose-1.md', content: 'new\n' },
      { name: 'README.md', content: 'ünïcode 中文\r\nkept as it is' },
    ];
    await archive.commit(makeChange(1, { files }), await archive.fetch());
    expect(await git(remote, 'diff', '--raw', '--abbrev=4', 'main^', 'main')).toMatch(
      /^:100755 100755 \w{4} \w{4} M\tdocs\/decisions\/0001-choose-1\.md\n:000000 100644 0000 \w{4} A\tdocs\/decisions\/README\.md$/u,
    );
    const snapshot = await archive.fetch();
    expect(await readText(snapshot, 'README.md')).toBe('ünïcode 中文\r\nkept as it is');
  });

  it('works on another branch, and on the remote’s own default branch', async () => {
    const remote = await makeRemote();
    const main = await pushFiles(remote, { 'a.txt': 'a' });
    await pushFiles(remote, { 'docs/decisions/0007-seven.md': 'seven' }, 'records');
    const other = await archiveFor(remote, { branch: 'records' });
    expect(namesIn(await other.fetch())).toEqual(['0007-seven.md']);
    const { commit } = await other.commit(makeChange(8), await other.fetch());
    expect(await git(remote, 'rev-parse', 'records', 'main')).toBe(`${commit}\n${main}`);

    await git(remote, 'symbolic-ref', 'HEAD', 'refs/heads/records');
    expect((await (await archiveFor(remote)).fetch()).commit).toBe(commit);
  });

  it('can keep its files at the root of the repository', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { '0001-first.md': 'one', 'docs/x.md': 'x' });
    const archive = await archiveFor(remote, { folder: './' });
    const snapshot = await archive.fetch();
    expect(namesIn(snapshot)).toEqual(['0001-first.md', 'docs/x.md']);
    expect((await archive.commit(makeChange(2), snapshot)).path).toBe('0002-choose-2.md');
  });

  it('is fetched without its whole history and without blobs, which follow when read', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    const script = Array.from({ length: 60 }, (_, index) => [
      `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_700_000_000 + index} +0000\ndata 1\nx`,
      `M 100644 inline docs/decisions/000${index}-n.md\ndata ${`n${index}`.length}\nn${index}\n`,
    ]).flat();
    const list = join(await makeFolder(), 'history');
    await writeFile(list, `${script.join('\n')}\n`);
    await git(remote, '-c', `alias.load=!git fast-import --quiet <${list}`, 'load');

    const settings = await settingsFor(pathToFileURL(remote).href);
    const archive = openArchive(settings);
    const snapshot = await archive.fetch();
    const [cache = ''] = await readdir(settings.cacheFolder);
    const objects = () =>
      git(join(settings.cacheFolder, cache), 'cat-file', '--batch-all-objects', '--batch-check=%(objecttype)');
    const count = (kind: string, all: string) => all.split('\n').filter((line) => line === kind).length;
    const fetched = await objects();
    expect([count('commit', fetched), count('blob', fetched)]).toEqual([50, 0]);

    expect(await readText(snapshot, '00059-n.md')).toBe('n59');
    expect(count('blob', await objects())).toBe(1);
    await archive.commit(makeChange(1), snapshot);
    expect(count('blob', await objects())).toBe(2);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('61');
    expect(await git(remote, 'fsck', '--strict')).toBe('');
  });
});

describe('a commit', () => {
  it('carries author, date, message and the decision’s trailer', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    const change = makeChange(1, { subject: 'ADR 0001: Choose', body: ['Because.', '', 'Or so.', ''] });
    await archive.commit(change, await archive.fetch());
    expect(await git(remote, 'log', '-1', '--format=%an <%ae> %aI | %cn <%ce> %cI', 'main')).toBe(
      'Gavel <gavel@example.org> 2026-02-03T04:05:06+00:00 | Gavel <gavel@example.org> 2026-02-03T04:05:06+00:00',
    );
    expect(await git(remote, 'log', '-1', '--format=%B', 'main')).toBe(
      'ADR 0001: Choose\n\nBecause.\n\nOr so.\n\nGavel-Decision: decision-1',
    );
  });

  it('has one id when it is made twice, and arrives once', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const first = await archiveFor(remote);
    const second = await archiveFor(remote);
    const before = await second.fetch();
    const published = await first.commit(makeChange(1), await first.fetch());
    expect(await second.commit(makeChange(1), before)).toEqual(published);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('2');
  });

  it('is found again by only the decision’s id', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    const looksAlike = makeChange(2, { subject: 'Copied', body: ['', 'Gavel-Decision: decision-9'] });
    await archive.commit(looksAlike, await archive.fetch());
    await pushFiles(remote, { 'b.txt': 'b' });

    const fresh = await archiveFor(remote);
    const snapshot = await fresh.fetch();
    const found = { commit, url: undefined, at: makeChange(1).at, added: ['0001-choose-1.md'] };
    expect(await fresh.find('decision-1', someTime, snapshot)).toEqual(found);
    expect(await fresh.find('decision', someTime, snapshot)).toBeUndefined();
    expect(await fresh.find('decision-9', someTime, snapshot)).toBeUndefined();
  });

  it.each([
    '../x.md',
    '../README.md',
    '../../../README.md',
    '../web/README.md',
    '../../docs/decisions/0001-x.md',
    '../README.md/',
    '.././README.md',
    'a/../x.md',
    'a/../../README.md',
    'a//x.md',
    'a/.git/x.md',
    'a/',
    '/x.md',
    '..',
    '.',
    '.git',
    '.GIT',
    'a\0b.md',
    'a\uFFFDb.md',
    '',
  ])('refuses the file name %j', async (name) => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    const change = makeChange(1, { files: [{ name, content: '' }] });
    await expect(archive.commit(change, await archive.fetch())).rejects.toMatchObject({
      trouble: { code: 'unusable file name', name },
    });
    expect(await git(remote, 'for-each-ref')).toBe('');
  });

  it('changes an index above the folder, and never what is a link, a folder or not there', async () => {
    const remote = await makeRemote();
    const clone = join(await makeFolder(), 'clone');
    await pushFiles(remote, { 'docs/README.md': 'old', 'docs/index.md/x.md': 'x', 'a.md': 'a' });
    await git('/', 'clone', '--quiet', remote, clone);
    await symlink('a.md', join(clone, 'README.md'));
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--message', 'Link');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
    const before = await git(remote, 'rev-parse', 'main');

    const archive = await archiveFor(remote);
    const on = await archive.fetch();
    const [first] = makeChange(1).files;
    const changing = (name: string) => makeChange(1, { files: [...(first ? [first] : []), { name, content: 'new' }] });
    for (const name of ['../../README.md', '../index.md', '../decisions.md', '../../a.md']) {
      const trouble = { code: 'unusable file name', name };
      await expect(archive.commit(changing(name), on)).rejects.toMatchObject({ trouble });
      const review = archive.pushReview(changing(name), on, { branch: 'gavel/1', replaces: undefined });
      await expect(review).rejects.toMatchObject({ trouble });
    }
    expect(await git(remote, 'rev-parse', 'main')).toBe(before);
    await archive.commit(changing('../README.md'), on);
    expect(await git(remote, 'diff', '--name-only', before, 'main')).toBe(
      'docs/README.md\ndocs/decisions/0001-choose-1.md',
    );
    expect(await git(remote, 'show', 'main:docs/README.md')).toBe('new');
  });

  it('changes a file whatever its name, if the name can be written back unchanged', async () => {
    const name = fc
      .string({ unit: anyCharacter, minLength: 1, maxLength: 30 })
      .filter((text) => !/[/\0\uFFFD]|^\.\.?$|^\.git$/iu.test(text));
    const odd = ['v1..v2.md', '..a', 'a..', '...', '-x.md', 'a\\b.md', 'a\nb.md', ':(glob)*', '"a"', 'git~1', '.git:a'];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), async (all) => {
        const remote = await makeRemote();
        pushNames(remote, 'docs/decisions', all);
        const archive = await archiveFor(remote);
        const snapshot = await archive.fetch();
        expect(namesIn(snapshot).toSorted()).toEqual(all.toSorted());
        const files = all.map((one, index) => ({ name: one, content: `new ${index}` }));
        await archive.commit(makeChange(1, { files }), snapshot);
        const read = await (await archive.fetch()).read(all);
        expect(new Map([...read].map(([one, { text }]) => [one, text]))).toEqual(
          new Map(files.map(({ name: one, content }) => [one, content])),
        );
      }),
      { numRuns: 15, examples: [[odd]] },
    );
  });

  it('refuses an id that could forge another trailer', async () => {
    const archive = await archiveFor(await makeRemote());
    const change = makeChange(1, { decisionId: 'one\nGavel-Decision: two' });
    await expect(archive.commit(change, await archive.fetch())).rejects.toMatchObject({
      trouble: { code: 'unusable decision id' },
    });
  });
});

describe('the cache', () => {
  /** Each leaves the cache of a working archive in a state that git can't work with. */
  const accidents: Record<string, (folder: string) => Promise<void>> = {
    'is deleted': (folder) => rm(folder, { recursive: true }),
    'is empty': async (folder) => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
    'has lost its objects': async (folder) => {
      await rm(join(folder, 'objects'), { recursive: true });
      await mkdir(join(folder, 'objects'));
    },
    'has a broken configuration': (folder) => writeFile(join(folder, 'config'), '[core'),
    'was left locked by a killed git': async (folder) => {
      await writeFile(join(folder, 'shallow.lock'), '');
      await mkdir(join(folder, 'refs/gavel/branches'), { recursive: true });
      await writeFile(join(folder, 'refs/gavel/branches/main.lock'), '');
    },
  };

  it.each(Object.entries(accidents))('is created again when it %s', async (_name, happen) => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'docs/decisions/0001-first.md': 'one' });
    const settings = await settingsFor(remote);
    const archive = openArchive(settings);
    const snapshot = await archive.fetch();
    const [name = ''] = await readdir(settings.cacheFolder);
    const folder = join(settings.cacheFolder, name);

    await happen(folder);
    expect(await readText(snapshot, '0001-first.md')).toBe('one');
    await pushFiles(remote, { 'docs/decisions/0002-second.md': 'two' });
    expect(namesIn(await archive.fetch())).toEqual(['0001-first.md', '0002-second.md']);
    await happen(folder);
    await archive.commit(makeChange(3), await archive.fetch());
    const latest = await archive.fetch();
    await happen(folder);
    await archive.commit(makeChange(4), latest);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('4');
    expect(await readdir(settings.cacheFolder)).toEqual([name]);
  });

  it('follows a remote whose history was replaced', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'docs/decisions/0001-first.md': 'one' });
    const archive = await archiveFor(remote);
    await archive.fetch();
    await git(remote, 'update-ref', '-d', 'refs/heads/main');
    const replaced = await pushFiles(remote, { 'docs/decisions/0009-other.md': 'nine' });
    const snapshot = await archive.fetch();
    expect([snapshot.commit, namesIn(snapshot)]).toEqual([replaced, ['0009-other.md']]);
    await archive.commit(makeChange(1), snapshot);
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('2');
  });

  it('holds no file of a finished commit', async () => {
    const settings = await settingsFor(await makeRemote());
    const archive = openArchive(settings);
    await archive.commit(makeChange(1), await archive.fetch());
    const [name = ''] = await readdir(settings.cacheFolder);
    expect((await readdir(join(settings.cacheFolder, name))).filter((file) => file.startsWith('index'))).toEqual([]);
  });
});
