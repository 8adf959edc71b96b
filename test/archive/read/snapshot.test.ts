import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import {
  archiveFor,
  git,
  makeExecutable,
  makeFolder,
  makeRemote,
  namesIn,
  pushFiles,
  readText,
  settingsFor,
  watchGit,
} from '../workshop.ts';

const folder = 'docs/decisions';

describe('the files of a snapshot', () => {
  it('are regular ones, with git’s id of each content', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, {
      [`${folder}/0001-first.md`]: 'one',
      [`${folder}/0002-second.md`]: 'two',
      [`${folder}/old/deep down/0000-zero.md`]: 'zero',
      [`${folder}/old/picture.png`]: 'below, and not Markdown',
      [`${folder}-more/0009-nine.md`]: 'elsewhere',
      [`${folder}/a\ttab\nand a line.md`]: 'odd',
    });
    await makeExecutable(remote, `${folder}/0002-second.md`);
    const clone = join(await makeFolder(), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await symlink('/etc/passwd', join(clone, folder, '0003-link.md'));
    await symlink('/etc/passwd', join(clone, folder, 'old', '0004-link.md'));
    await git(clone, 'add', '--all');
    await git(clone, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${folder}/module.md`);
    await git(clone, 'commit', '--quiet', '--message', 'Link');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');

    const { files } = await (await archiveFor(remote)).fetch();
    expect([...files.keys()]).toEqual([
      '0001-first.md',
      '0002-second.md',
      'a\ttab\nand a line.md',
      'old/deep down/0000-zero.md',
    ]);
    expect(files.get('0001-first.md')).toBe(await git(remote, 'rev-parse', `main:${folder}/0001-first.md`));
  });

  it('leave out folders that are archives of their own', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, {
      'docs/0001-a.md': 'a',
      'docs/storage/0001-b.md': 'b',
      'docs/storage-old/0002-c.md': 'c',
      'docs/web/0003-d.md': 'd',
    });
    const otherFolders = ['docs', 'docs/storage', './docs/web/', 'storage'];
    const archive = openArchive({ ...(await settingsFor(remote, { folder: 'docs' })), otherFolders });
    expect(namesIn(await archive.fetch())).toEqual(['0001-a.md', 'storage-old/0002-c.md']);
  });

  it('are read together, with one request to the remote for everything missing', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    const texts = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.md`, `text ${index % 20}\n`]));
    await pushFiles(
      remote,
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
    );
    const { path, log } = await watchGit();
    const archive = openArchive(await settingsFor(remote), { environment: { PATH: path } });
    const snapshot = await archive.fetch();
    const asked = async () =>
      (await readFile(log, 'utf8')).split('\n').filter((line) => /\bfetch\b/u.test(line)).length;
    const before = await asked();

    const read = await snapshot.read([...namesIn(snapshot), 'not-there.md']);
    expect(Object.fromEntries([...read].map(([name, { text }]) => [name, text]))).toEqual(texts);
    expect(await asked()).toBe(before + 1);
    await snapshot.read(namesIn(snapshot));
    expect(await asked()).toBe(before + 1);
  });

  it('are read as they are: bytes that are not UTF-8 are reported, and a byte order mark stays', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, {
      [`${folder}/latin.md`]: Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
      [`${folder}/mark.md`]: '\ufeff# Tea\r\n',
      [`${folder}/empty.md`]: '',
    });
    const read = await (await (await archiveFor(remote)).fetch()).read(['latin.md', 'mark.md', 'empty.md']);
    expect(Object.fromEntries(read)).toEqual({
      'latin.md': { text: 'caf\ufffd', isExact: false },
      'mark.md': { text: '\ufeff# Tea\r\n', isExact: true },
      'empty.md': { text: '', isExact: true },
    });
  });

  it('are still read after the branch has moved on', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one' });
    const archive = await archiveFor(remote);
    const before = await archive.fetch();
    await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one, again' });
    const after = await archive.fetch();
    expect(await readText(before, '0001-first.md')).toBe('one');
    expect(await readText(after, '0001-first.md')).toBe('one, again');
  });
});

describe('the settings', () => {
  it('are those of the folder, or else those at the root, or else none', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const archive = await archiveFor(remote);
    const read = async () => (await archive.fetch()).readSettings();
    expect(await read()).toBeUndefined();
    await pushFiles(remote, { '.gavel.yml': 'top' });
    expect(await read()).toBe('top');
    await pushFiles(remote, { [`${folder}/.gavel.yml`]: 'folder' });
    expect(await read()).toBe('folder');
  });

  it('are not read through a link', async () => {
    const remote = await makeRemote();
    const clone = join(await makeFolder(), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await mkdir(join(clone, folder), { recursive: true });
    await writeFile(join(clone, folder, 'a.md'), 'a');
    await symlink('/etc/passwd', join(clone, '.gavel.yml'));
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--message', 'Link');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
    expect(await (await (await archiveFor(remote)).fetch()).readSettings()).toBeUndefined();
  });
});

describe('a path, from the folder', () => {
  const answers: readonly (readonly [path: string, isThere: boolean])[] = [
    ['0001-first.md', true],
    ['./0001-first.md', true],
    ['0002-second.md', false],
    ['old', true],
    ['old/', true],
    ['old/0000-zero.md', true],
    ['old/../0001-first.md', true],
    ['../img/x.png', true],
    ['../img/y.png', false],
    ['../../README.md', true],
    ['../..', true],
    ['../../..', false],
    ['../../../etc/passwd', false],
    ['no/such/folder', false],
    ['0001-first.md/x', false],
    ['a\0b', false],
  ];

  it('is known to be in the repository or not', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, {
      [`${folder}/0001-first.md`]: 'one',
      [`${folder}/old/0000-zero.md`]: 'zero',
      'docs/img/x.png': 'x',
      'README.md': 'read me',
    });
    const snapshot = await (await archiveFor(remote)).fetch();
    const found = await Promise.all(answers.map(async ([path]) => [path, await snapshot.has(path)]));
    expect(found).toEqual(answers);

    const top = await (await archiveFor(remote, { folder: '' })).fetch();
    expect([await top.has('docs/img/x.png'), await top.has('x.png'), await top.has('../x')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the files above the folder of a snapshot', () => {
  it('are those called like an index, and no links, folders or others', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    await pushFiles(remote, {
      [`${folder}/0001-first.md`]: 'one',
      [`${folder}/README.md`]: 'within',
      'docs/decisions.md': 'beside',
      'docs/notes.md': 'no index',
      'docs/index.md/x.md': 'a folder',
      'docs/web/README.md': 'of another folder',
      'Readme.md': 'the top',
      'a.md': 'no index',
    });
    const clone = join(await makeFolder(), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await symlink('/etc/passwd', join(clone, 'docs/README.md'));
    await symlink('docs', join(clone, 'summary.md'));
    await git(clone, 'add', '--all');
    await git(clone, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},toc.md`);
    await git(clone, 'commit', '--quiet', '--message', 'Link');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');

    const { path, log } = await watchGit();
    const snapshot = await openArchive(await settingsFor(remote), { environment: { PATH: path } }).fetch();
    const runs = async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean);
    const before = await runs();
    expect([...(await snapshot.filesAbove()).keys()].toSorted()).toEqual(['../../Readme.md', '../decisions.md']);
    await snapshot.filesAbove();
    const after = await runs();
    expect(after.slice(before.length)).toEqual([expect.stringContaining('ls-tree')]);

    const names = ['0001-first.md', '../decisions.md', '../../Readme.md', '../notes.md', '../README.md', '../../a.md'];
    const read = await snapshot.read([...names, '../../../x.md', '../../docs/decisions/0001-first.md']);
    expect(Object.fromEntries([...read].map(([name, { text }]) => [name, text]))).toEqual({
      '0001-first.md': 'one',
      '../decisions.md': 'beside',
      '../../Readme.md': 'the top',
    });
    const fetches = (await runs()).slice(after.length).filter((line) => /\bfetch\b/u.test(line));
    expect(fetches).toHaveLength(1);
  });

  it('are none above the root, or in a repository without commits', async () => {
    const remote = await makeRemote();
    expect(await (await (await archiveFor(remote)).fetch()).filesAbove()).toEqual(new Map());
    await pushFiles(remote, { 'README.md': 'x', '0001-first.md': 'one' });
    expect(await (await (await archiveFor(remote, { folder: '.' })).fetch()).filesAbove()).toEqual(new Map());
  });
});
