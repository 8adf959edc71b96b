import { describe, expect, it } from 'vitest';
import { type GitArchive, openArchive } from '../../src/archive/archive.ts';
import { BranchMoved } from '../../src/workflow/ports/archive/archive-error.ts';
import { archiveFor, git, makeChange, makeRemote, pushFiles, settingsFor } from './workshop.ts';

/** Fetches and commits until the branch stops moving, as the workflow does. */
async function commitPatiently(archive: GitArchive, number: number): Promise<void> {
  for (;;) {
    try {
      await archive.commit(makeChange(number), await archive.fetch());
      return;
    } catch (error) {
      if (!(error instanceof BranchMoved)) throw error;
    }
  }
}

describe('a branch that moves', () => {
  it('refuses the commit, and takes it after another fetch', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    const archive = await archiveFor(remote);
    const stale = await archive.fetch();
    const colleague = await pushFiles(remote, { 'b.txt': 'b' });
    await expect(archive.commit(makeChange(1), stale)).rejects.toBeInstanceOf(BranchMoved);
    expect(await git(remote, 'rev-parse', 'main')).toBe(colleague);

    await archive.commit(makeChange(1), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'main^')).toBe(colleague);
  });

  it('refuses the first commit when somebody else made one', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    const empty = await archive.fetch();
    await pushFiles(remote, { 'a.txt': 'a' });
    await expect(archive.commit(makeChange(1), empty)).rejects.toBeInstanceOf(BranchMoved);
  });

  it('brings back no commit that somebody removed', async () => {
    const remote = await makeRemote();
    const kept = await pushFiles(remote, { 'a.txt': 'a' });
    await pushFiles(remote, { 'secret.txt': 'b' });
    const archive = await archiveFor(remote);
    const stale = await archive.fetch();
    await git(remote, 'update-ref', 'refs/heads/main', kept);
    await expect(archive.commit(makeChange(1), stale)).rejects.toBeInstanceOf(BranchMoved);
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(await git(remote, 'rev-parse', `${commit}^`)).toBe(kept);
  });

  it('loses none of ten commits of two archives that race with one cache folder', async () => {
    const remote = await makeRemote();
    const settings = await settingsFor(remote);
    const archives = [openArchive(settings), openArchive(settings)];
    const each = async (archive: GitArchive, first: number) => {
      for (let number = first; number < first + 5; number++) await commitPatiently(archive, number);
    };
    await Promise.all(archives.map((archive, index) => each(archive, index * 5)));
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('10');
    expect(await git(remote, 'rev-list', '--min-parents=2', 'main')).toBe('');
    expect((await git(remote, 'ls-tree', '--name-only', 'main:docs/decisions')).split('\n')).toHaveLength(10);
  });

  it('takes several calls on one archive at a time', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    await Promise.all([1, 2, 3].map((number) => commitPatiently(archive, number)));
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('3');
  });
});
