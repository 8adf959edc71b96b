import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveFor, git, makeChange, makeFolder, makeRemote, pushFiles } from '../workshop.ts';

const folder = 'docs/decisions';

/** A repository with two ADRs that somebody wrote, and two that Gavel committed. */
async function makeArchive() {
  const remote = await makeRemote();
  await pushFiles(remote, { [`${folder}/0001-ours.md`]: '# Ours\n', [`${folder}/0002-ours.md`]: '# Ours, too\n' });
  const archive = await archiveFor(remote);
  for (const number of [3, 4]) await archive.commit(makeChange(number), await archive.fetch());
  const clone = join(await makeFolder(), 'clone');
  await git('/', 'clone', '--quiet', remote, clone);
  const push = () => git(clone, 'push', '--quiet', '--force', 'origin', 'HEAD:main');
  /** What a Gavel that has never seen the repository knows. */
  const findGenerated = async () => {
    const fresh = await archiveFor(`file://${remote}`);
    return fresh.findGenerated(await fresh.fetch());
  };
  return { clone, push, findGenerated };
}

describe('findGenerated', { timeout: 180_000 }, () => {
  it('finds what commits of ours added, and nothing else', async () => {
    const { findGenerated } = await makeArchive();
    expect(await findGenerated()).toEqual(['0003-choose-3.md', '0004-choose-4.md']);
  });

  it('finds them by their new names', async () => {
    const { clone, push, findGenerated } = await makeArchive();
    await git(clone, 'mv', `${folder}/0003-choose-3.md`, `${folder}/0007-renamed.md`);
    await git(clone, 'commit', '--quiet', '--message', 'Rename');
    await push();
    expect(await findGenerated()).toEqual(['0004-choose-4.md', '0007-renamed.md']);
  });

  it('finds them in a commit that squashes ours', async () => {
    const { clone, push, findGenerated } = await makeArchive();
    const message = await git(clone, 'log', '-2', '--format=%B');
    await git(clone, 'reset', '--quiet', '--soft', 'HEAD~2');
    await git(clone, 'commit', '--quiet', '--message', `Squash\n\n${message}`);
    await push();
    expect(await findGenerated()).toEqual(['0003-choose-3.md', '0004-choose-4.md']);
  });

  it('does not claim what was squashed together with the work of others, or follows where the history is cut off', async () => {
    const { clone, push, findGenerated } = await makeArchive();
    const message = await git(clone, 'log', '-1', '--format=%B');
    await git(clone, 'checkout', '--quiet', '--orphan', 'squashed');
    await git(clone, 'commit', '--quiet', '--message', `Squash\n\n${message}`);
    await push();
    expect(await findGenerated()).toEqual([]);
    for (let count = 0; count < 49; count += 1)
      await git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'Work');
    await push();
    expect(await findGenerated()).toEqual([]);
  });
});
