import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, makeFolder, pushFiles, writeScript } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  cardSays,
  cardWithEmoji,
  look,
  modalWith,
  overAWeek,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { mergeBranch } from '../../workflow/fake-forge.ts';

const makeAdr = (title: string, status = 'Accepted') =>
  `# ${title}\n\nDate: 2020-03-02\n\n## Status\n\n${status}\n\n## Context\n\nWe need  one.  \n\n## Decision\n\nIt.\n`;

const old = makeAdr('3. Use Go');

/** A house with a folder for each year, an index of all, and one of a year. */
const files = {
  'docs/decisions/2020/0001-use-git.md': makeAdr('1. Use git'),
  'docs/decisions/2020/0003-use-go.md': old,
  'docs/decisions/2021/0002-use-tea.md': makeAdr('2. Use tea'),
  'docs/decisions/2021/notes.md': '# Notes\n',
  'docs/decisions/README.md':
    '# Decisions\n\n* [2. Use tea](2021/0002-use-tea.md) Accepted\n* [3. Use Go](2020/0003-use-go.md) Accepted\n',
  'docs/decisions/2020/README.md': '# 2020\n\n| ADR | |\n|---|---|\n| [3. Use Go](0003-use-go.md) | Accepted |\n',
};

const title = 'Use Rust after all';

/** Supersedes ADR 3, and lets people vote for it. */
async function decide(stage: Stage): Promise<void> {
  const alice = stage.slack.person('Alice');
  await alice.command(architecture, '/adr supersede 3');
  await modalWith(stage, alice, 'Propose');
  await alice.fill('Question', title);
  await alice.fill('Context and problem statement', 'Times have changed.');
  await alice.fill('Option 1', 'Rust');
  await alice.fill('Option 2', 'C');
  await alice.submit();
  await cardSays(stage, title, 'have voted');
  const message = await cardWithEmoji(stage, title);
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(message, 'one');
  await cardSays(stage, title, '3 of 4 have voted');
  await stage.advance(overAWeek);
}

/** The folder of the year in which the tests take place, and the changes since a commit. */
async function checkChanges(stage: Stage, before: string): Promise<string> {
  const changed = (await stage.git('diff', '--name-only', before, 'main')).trim().split('\n');
  const added = changed.find((path) => path.endsWith('0004-use-rust-after-all.md')) ?? '';
  const year = /^docs\/decisions\/(\d{4})\//.exec(added)?.[1] ?? '';
  expect(Number(year)).toBeGreaterThan(2021);
  expect(changed).toEqual([
    'docs/decisions/2020/0003-use-go.md',
    'docs/decisions/2020/README.md',
    added,
    'docs/decisions/README.md',
  ]);
  const superseded = await stage.git('show', 'main:docs/decisions/2020/0003-use-go.md');
  const status = new RegExp(`Super[cs]eded by \\[[^\\]]*\\]\\(\\.\\./${year}/0004-use-rust-after-all\\.md\\)`);
  expect(superseded).toMatch(status);
  expect(superseded.replace(status, 'Accepted')).toBe(old);
  expect(await stage.git('show', `main:${added}`)).toMatch(/Super[cs]edes \[[^\]]*\]\(\.\.\/2020\/0003-use-go\.md\)/);
  expect(await stage.git('show', 'main:docs/decisions/2020/README.md')).toMatch(
    /0003-use-go\.md\) \| Superseded? |\| Super/,
  );
  // The index of a folder lists what is in it.
  expect(await stage.git('show', 'main:docs/decisions/2020/README.md')).not.toContain('0004');
  expect(await stage.git('show', 'main:docs/decisions/README.md')).toContain(
    `* [4. Use Rust after all](${year}/0004-use-rust-after-all.md) Accepted\n`,
  );
  return year;
}

describe('an ADR in a folder that supersedes one in another', { timeout: 240_000 }, () => {
  it('comes by one commit, and is found by list, show and doctor', async () => {
    await using stage = await setStage({ rateLimits: false });
    await pushFiles(stage.repository, files);
    const before = (await stage.git('rev-parse', 'main')).trim();
    await decide(stage);
    const published = await cardSays(stage, title, 'Published as');
    const year = await checkChanges(stage, before);
    expect(published).toContain(`${year}/0004-use-rust-after-all.md`);

    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list')).toMatch(/ADR 0003 Use Go: super[cs]eded by/);
    await alice.closeAllModals();
    expect(await look(stage, alice, `/adr show ${year}/0004-use-rust-after-all`)).toContain('Use Rust after all');
    await alice.closeAllModals();
    expect(await look(stage, alice, '/adr show 0003-use-go')).toContain('2020/0003-use-go.md');
    await alice.closeAllModals();
    const doctor = await look(stage, alice, '/adr doctor');
    expect(doctor).not.toMatch(/broken|one-way|notes\.md/i);
  });

  it('comes by a review, and its card follows it when somebody moves it', async () => {
    await using stage = await setStage({ rateLimits: false });
    await pushFiles(stage.repository, files);
    const before = (await stage.git('rev-parse', 'main')).trim();
    const hook = join(stage.repository, 'hooks/update');
    const said = 'GH006: Protected branch update failed for refs/heads/main.';
    await writeScript(hook, `[ "$1" != refs/heads/main ] || { echo '${said}' >&2; exit 1; }`);
    await decide(stage);
    await cardSays(stage, title, 'in review');
    const branch = (await stage.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/gavel')).trim();
    expect(branch).toBe('gavel/0004-use-rust-after-all');
    await writeScript(hook, 'true');
    await mergeBranch(stage.repository, branch, 'squash');
    await stage.advance(60_000);
    await cardSays(stage, title, 'Published as');
    const year = await checkChanges(stage, before);

    const clone = await makeFolder();
    await git('/', 'clone', '--quiet', stage.repository, clone);
    await git(join(clone, 'docs/decisions'), 'mv', `${year}/0004-use-rust-after-all.md`, '2021/');
    await git(clone, 'commit', '--quiet', '--message', 'Move it');
    await git(clone, 'push', '--quiet', 'origin', 'main');
    const alice = stage.slack.person('Alice');
    await look(stage, alice, '/adr show 4');
    await cardSays(stage, title, '2021/0004-use-rust-after-all.md');
  });
});

it('an ADR without a bond goes where the latest ones are, in the form that they have', async () => {
  await using stage = await setStage({ rateLimits: false });
  await pushFiles(stage.repository, {
    'docs/decisions/storage/0001-use-x/README.md': makeAdr('1. Use X'),
    'docs/decisions/storage/0002-use-y/README.md': makeAdr('2. Use Y'),
    'docs/decisions/network/0001-use-z/README.md': makeAdr('1. Use Z'),
  });
  await propose(stage, { title: 'Keep it small' });
  const message = await cardWithEmoji(stage, 'Keep it small');
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(message, 'one');
  await stage.advance(overAWeek);
  // The numbers of each folder count for themselves.
  expect(await cardSays(stage, 'Keep it small', 'Published as')).toContain('storage/0003-keep-it-small/README.md');
  expect(threadOf(stage, standingCard(stage, 'Keep it small')).join('\n')).not.toContain('number');
});
