import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../../src/archive/git/local-repository.ts';
import { git, makeFolder, makeRemote, pushFiles } from '../workshop.ts';

describe('the local repository', () => {
  it('is bare, starts with main, and is created with the folders above it', async () => {
    const path = join(await makeFolder(), 'data/team.git');
    await createLocalRepository(path);
    expect(await git(path, 'rev-parse', '--is-bare-repository')).toBe('true');
    expect(await git(path, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  });

  it('is left alone when it exists', async () => {
    const path = await makeRemote();
    const commit = await pushFiles(path, { 'a.txt': 'a' }, 'trunk');
    await git(path, 'symbolic-ref', 'HEAD', 'refs/heads/trunk');
    await createLocalRepository(path);
    expect(await git(path, 'rev-parse', 'HEAD')).toBe(commit);

    const checkout = join(await makeFolder(), 'checkout');
    await git('/', 'clone', '--quiet', path, checkout);
    await createLocalRepository(checkout);
    expect(await git(checkout, 'rev-parse', '--is-bare-repository')).toBe('false');
  });

  it('is not created in a folder that holds something else, nor without git', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, 'diary.txt'), '');
    await expect(createLocalRepository(folder)).rejects.toMatchObject({ trouble: { code: 'folder occupied' } });
    const environment = { PATH: await makeFolder() };
    await expect(createLocalRepository(folder, environment)).rejects.toMatchObject({ trouble: { code: 'no git' } });
  });
});
