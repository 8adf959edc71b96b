import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openRepository } from '@gavel/local-slack/page/repository-view.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';
const run = promisify(execFile);
const git = (...args: string[]) =>
  run('git', [
    '-C',
    folder,
    '-c',
    'user.name=Ben',
    '-c',
    'user.email=ben@example.com',
    '-c',
    'commit.gpgSign=false',
    ...args,
  ]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repository-view-'));
  await git('init', '--quiet', '--initial-branch=main');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('is empty before the first commit', async () => {
  expect(await openRepository(folder).overview()).toEqual({ path: folder, branch: 'main', commits: [], files: [] });
});

it('shows commits, newest first, with the files that they changed', async () => {
  await writeFile(join(folder, 'ä b.md'), '# One\n');
  await git('add', '.');
  await git('commit', '--quiet', '--message=Say "one" | <b>two</b>');
  await writeFile(join(folder, 'other.txt'), 'x');
  await git('add', '.');
  await git('commit', '--quiet', '--message=More');
  const { commits, files } = await openRepository(folder).overview();
  expect(files.toSorted()).toEqual(['other.txt', 'ä b.md']);
  expect(commits.map(({ subject, author, files: touched }) => ({ subject, author, touched }))).toEqual([
    { subject: 'More', author: 'Ben', touched: ['other.txt'] },
    { subject: 'Say "one" | <b>two</b>', author: 'Ben', touched: ['ä b.md'] },
  ]);
});

it('reads a file on the branch, and names a missing file', async () => {
  await writeFile(join(folder, 'a.md'), '# One\n');
  await git('add', '.');
  await git('commit', '--quiet', '--message=One');
  const repository = openRepository(folder);
  expect(await repository.readFile('a.md')).toBe('# One\n');
  await expect(repository.readFile('../secret')).rejects.toThrow('There is no file "../secret" on the branch.');
});
