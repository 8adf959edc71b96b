import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { archiveFor, git, settingsFor, watchGit } from '../../archive/workshop.ts';
import { withArchive } from '../../support/ports.ts';
import { makeAdr } from '../archive-workshop.ts';
import { openPublishWorkshop } from '../publish-workshop.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

/** Four ADRs, and lines that list them in a file at the top of the repository, or in `docs`. */
const titles = ['Use git', 'Use tea', 'Use cups', 'Use milk'];
const nameOf = (title: string, at: number) => `000${at + 1}-${title.toLowerCase().replace(' ', '-')}.md`;
const adrs = Object.fromEntries(titles.map((title, at) => [nameOf(title, at), makeAdr(`${at + 1}. ${title}`)]));
const linesIn = (folder: string, all = titles) =>
  all.map((title, at) => `- [${at + 1}. ${title}](${folder}/${nameOf(title, at)}) - Accepted\n`).join('');
const readme = `# Tea\n\nAll about it: [the shop](docs/shop.md).\n\n## Decisions\n\n${linesIn('docs/decisions')}\n## License\n`;

const added = '+- [5. Choose the language](docs/decisions/0005-choose-the-language.md) - Accepted';

/** The lines that the last commit removes from a file, and adds to it. */
async function linesChanged(clone: string, path: string, revision = 'origin/main'): Promise<string[]> {
  const told = await git(clone, 'diff', '-U0', `${revision}~1`, revision, '--', path);
  return told.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
}

describe('publish, with an index above the folder', { timeout: 120_000 }, () => {
  it('adds one line to it, with a link from there, and changes that of the ADR that is superseded', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({
      ...adrs,
      '../../README.md': readme,
      '../decisions.md': `| ADR | Status |\n|---|---|\n${linesIn('decisions').replaceAll(/- (.*) - (.*)/g, '| $1 | $2 |')}`,
      '../index.md': `# Docs\n\n- [Decisions](decisions)\n- [The first one](decisions/0001-use-git.md)\n`,
    });
    const decision = await workshop.decide({ bond: await workshop.bondTo('0002-use-tea.md') });
    await workshop.publish(decision);
    expect((await workshop.changed()).toSorted()).toEqual([
      '0002-use-tea.md',
      '0005-choose-the-language.md',
      'README.md',
      'docs/decisions.md',
    ]);
    expect(await linesChanged(workshop.clone, 'README.md')).toEqual([
      '-- [2. Use tea](docs/decisions/0002-use-tea.md) - Accepted',
      '+- [2. Use tea](docs/decisions/0002-use-tea.md) - Superseded',
      added,
    ]);
    expect(await linesChanged(workshop.clone, 'docs/decisions.md')).toEqual([
      '-| [2. Use tea](decisions/0002-use-tea.md) | Accepted |',
      '+| [2. Use tea](decisions/0002-use-tea.md) | Superseded |',
      '+| [5. Choose the language](decisions/0005-choose-the-language.md) | Accepted |',
    ]);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });

  it.each([
    ['mentions some', readme.replace(/- \[[34].*\n/g, ''), []],
    [
      'a tool writes',
      readme.replace('- [1.', '<!-- adrlog -->\n\n- [1.').replace('\n## L', '\n<!-- adrlogstop -->\n\n## L'),
      [{ code: 'index generated', file: '../../README.md' }],
    ],
    [
      'lists ADRs by topic',
      readme
        .replace('- [3.', '\n### Kitchen\n\n- [3.')
        .replace('- [2.', '\n### Law\n\n- [2.')
        .replace('- [4.', '- [1. Use git](docs/decisions/0001-use-git.md)\n- [4.'),
      [{ code: 'index unclear', file: '../../README.md' }],
    ],
    ['is not UTF-8', new Uint8Array([...Buffer.from(readme), 0xff]), []],
    ['is very long', readme + ' word'.repeat(30_000), []],
  ] as const)('leaves one that %s as it is', async (_, text, remarks) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ ...adrs, '../../README.md': text });
    await workshop.follow();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.changed()).toEqual(['0005-choose-the-language.md']);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks }]);
  });

  it('adds one line to an index in a folder of its own beside the ADRs', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ ...adrs, '_indexes/index.md': `# All\n\n${linesIn('..')}` });
    const decision = await workshop.decide({});
    await workshop.publish(decision);
    expect(await linesChanged(workshop.clone, 'docs/decisions/_indexes/index.md')).toEqual([
      '+- [5. Choose the language](../0005-choose-the-language.md) - Accepted',
    ]);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });

  it('leaves all indexes as they are if the team says so', async () => {
    const workshop = await openPublishWorkshop();
    const index = linesIn('.').replaceAll('(./', '(');
    await workshop.push({
      ...adrs,
      'README.md': index,
      '../../README.md': readme,
      '.gavel.yml': 'style:\n  index: false\n',
    });
    await workshop.follow();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.changed()).toEqual(['0005-choose-the-language.md']);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });

  it('follows no link, and touches nothing else, whatever the files are called', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({
      ...adrs,
      'README.md': linesIn('.').replaceAll('(./', '('),
      '../list.md': readme,
      '../README.md/README.md': linesIn('../decisions'),
      '../web/README.md': linesIn('../decisions'),
    });
    await symlink('docs/list.md', join(workshop.clone, 'README.md'));
    await symlink('decisions/README.md', join(workshop.clone, 'docs/index.md'));
    await workshop.push({});
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    expect(await workshop.changed()).toEqual(['0005-choose-the-language.md', 'README.md']);
    expect(await git(workshop.clone, 'show', '--format=', '--name-only', 'origin/main')).toContain(
      'docs/decisions/README.md',
    );
    expect(await git(workshop.clone, 'show', 'origin/main:README.md')).toBe('docs/list.md');
  });

  it('lets each archive of a repository change only its own lines', async () => {
    const workshop = await openPublishWorkshop();
    const web = Object.fromEntries(Object.entries(adrs).map(([name, text]) => [`../web/${name}`, text]));
    const both = `${readme}\n## Web\n\n${linesIn('docs/web')}`;
    await workshop.push({ ...adrs, ...web, '../../README.md': both });
    const remote = await git(workshop.clone, 'remote', 'get-url', 'origin');
    const other = withArchive(workshop.ports, await archiveFor(remote, { folder: 'docs/web' }));
    await workshop.follow();
    await workshop.follow({}, other);
    await workshop.publish(await workshop.decide());
    expect(await linesChanged(workshop.clone, 'README.md')).toEqual([added]);
    await workshop.publish(await workshop.decide({ title: 'Use HTML', archive: other.archive.id }), other);
    expect(await linesChanged(workshop.clone, 'README.md')).toEqual([
      '+- [5. Use HTML](docs/web/0005-use-html.md) - Accepted',
    ]);
    const text = await git(workshop.clone, 'show', 'origin/main:README.md');
    expect(text).toBe(
      both
        .replace('\n## License', `${added.slice(1)}\n\n## License`)
        .concat('- [5. Use HTML](docs/web/0005-use-html.md) - Accepted'),
    );
  });

  it('reads it again only after somebody has changed it, and asks for nothing where there is none', async () => {
    const workshop = await openPublishWorkshop();
    const remote = await git(workshop.clone, 'remote', 'get-url', 'origin');
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    const { path, log } = await watchGit();
    const archive = openArchive(await settingsFor(remote), { environment: { PATH: path } });
    const ports = withArchive(workshop.ports, archive);
    await workshop.push({ ...adrs, '../../README.md': readme.replaceAll('docs/decisions/', 'docs/other/') });
    await workshop.follow({}, ports);
    const publish = async (title: string) => {
      await writeFile(log, '');
      await workshop.publish(await workshop.decide({ title, archive: archive.id }), ports);
      const runs = (await readFile(log, 'utf8')).split('\n').filter(Boolean);
      return { runs: runs.length, fetches: runs.filter((line) => / fetch /.test(` ${line} `)).length };
    };
    await publish('Choose A');
    const next = await publish('Choose B');
    await git(workshop.clone, 'merge', '--quiet', '--ff-only', 'origin/main');
    await workshop.push({ '../../README.md': readme.replaceAll('docs/decisions/', 'docs/others/') });
    const changed = await publish('Choose C');
    const last = await publish('Choose D');
    expect(next.fetches).toBe(0);
    expect(last).toEqual(next);
    expect(changed.fetches).toBe(2);
  });
});

describe('a review, with an index above the folder', { timeout: 120_000 }, () => {
  it.each(['replaced', 'merged'] as const)('has its line under the new number, with its commit %s', async (how) => {
    const workshop = await openReviewWorkshop();
    await workshop.push({ ...adrs, '../../README.md': readme });
    await workshop.follow();
    const decision = await workshop.decide({ proposerId: 'U1' });
    await workshop.publish(decision);
    const branch = 'gavel/0005-choose-the-language';
    const lineOn = async () =>
      (await git(workshop.remote, 'show', `${branch}:README.md`))
        .split('\n')
        .filter((line) => line.includes('anguage'));
    expect(await lineOn()).toEqual([added.slice(1)]);
    if (how === 'merged')
      await workshop.commitTo(branch, async (folder) => {
        const path = join(folder, '../../README.md');
        await writeFile(path, (await readFile(path, 'utf8')).replace('All about it', 'All about tea'));
      });
    await workshop.push({ '0005-use-sugar.md': makeAdr('5. Use sugar') });
    await workshop.follow();
    await workshop.watch(decision);
    await workshop.watch(decision);
    const renumbered = '- [6. Choose the language](docs/decisions/0006-choose-the-language.md) - Accepted';
    expect(await lineOn()).toEqual([renumbered]);
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 6 });
    const text = await git(workshop.remote, 'show', 'main:README.md');
    expect(text).toBe(
      `${readme.trimEnd()}`
        .replace('\n## License', `${renumbered}\n\n## License`)
        .replace('All about it', how === 'merged' ? 'All about tea' : 'All about it'),
    );
  });
});
