import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { git, makeFolder, pushFiles } from '../archive/workshop.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { accept, cardSays, patience, propose, repliesTo, threadSays } from './scene.ts';

/** Makes the repository run a script whenever somebody pushes, before the push counts. */
async function beforeEachPush(repository: string, script: string): Promise<void> {
  const hook = join(repository, 'hooks/pre-receive');
  await mkdir(join(repository, 'hooks'), { recursive: true });
  await writeFile(hook, `#!/bin/sh\n${script}\n`);
  await chmod(hook, 0o755);
}

/** In the middle of the first push, after its checks, `main` moves to another commit. */
const moveMain = (commit: string) =>
  `test -e moved && exit 0; touch moved; unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main ${commit}`;

/** The first two pushes wait for each other, so that both know the same state of the branch. */
const meet = 'touch "push-$$"; until test "$(ls push-* | wc -l)" -ge 2; do sleep 0.05; done';

async function files(repository: string): Promise<string[]> {
  return (await git(repository, 'ls-tree', '--name-only', 'main:docs/decisions')).split('\n');
}

describe('a branch that somebody else moves at the moment of the push', () => {
  it.each([
    ['takes the next number when theirs took ours', '0001-theirs.md', '0002-choose-a-language.md'],
    ['keeps its number when it is still free', 'README.md', '0001-choose-a-language.md'],
  ])('has both commits, and %s', async (_what, theirs, ours) => {
    await using stage = await setStage();
    const { slack, repository } = stage;
    await pushFiles(repository, { 'notes.txt': 'first' });
    const commit = await pushFiles(repository, { [`docs/decisions/${theirs}`]: '# Theirs\n' }, 'theirs');
    await beforeEachPush(repository, moveMain(commit));

    const card = await propose(slack, 'Choose a language');
    await accept(slack, card);
    await cardSays(slack, 'Choose a language', `Published as \`${ours}\``);
    expect((await threadSays(slack, card, 'The record is'))[0]).toContain(`docs/decisions/${ours}`);
    expect(repliesTo(slack, card).join()).not.toContain('not in the repository');

    expect(await git(repository, 'rev-parse', 'main^')).toBe(commit);
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('3');
    expect(await files(repository)).toEqual([theirs, ours].toSorted());
  });
});

describe('two Gavels that publish to one repository', () => {
  it('give each decision a number of its own, and lose none', async () => {
    const repository = join(await makeFolder(), 'team.git');
    await createLocalRepository(repository);
    const archive = {
      repository,
      branch: undefined,
      folder: 'docs/decisions',
      token: undefined,
      author: { name: 'Gavel', email: 'gavel@example.com' },
    };
    await using one = await setStage({ parts: { archive } });
    await using other = await setStage({ parts: { archive } });

    const decide = async ({ slack }: Stage, titles: readonly string[]) => {
      for (const title of titles) await accept(slack, await propose(slack, title));
    };
    const titles = [
      [one, ['Red', 'Blue']],
      [other, ['Green', 'Grey']],
    ] as const;
    await beforeEachPush(repository, meet);
    await Promise.all(titles.map(([stage, ours]) => decide(stage, ours)));
    const published = async () => {
      const rows = titles.map(([stage]) => stage.query('select from publication where pushed_at is not null'));
      return (await Promise.all(rows)).flat().length;
    };
    await expect.poll(published, patience).toBe(4);

    const names = await files(repository);
    expect(names.map((name) => name.slice(0, 5)).toSorted()).toEqual(['0001-', '0002-', '0003-', '0004-']);
    expect(names.map((name) => name.slice(5)).toSorted()).toEqual(['blue.md', 'green.md', 'grey.md', 'red.md']);
    expect(await git(repository, 'rev-list', '--count', 'main')).toBe('4');
    expect(await git(repository, 'rev-list', '--min-parents=2', 'main')).toBe('');
    for (const [stage, ours] of titles) {
      for (const title of ours) {
        const name = names.find((each) => each.endsWith(`-${title.toLowerCase()}.md`));
        await cardSays(stage.slack, title, `Published as \`${name}\``);
      }
    }
  });
});
