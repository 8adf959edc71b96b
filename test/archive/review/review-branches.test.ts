import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { BranchMoved } from '../../../src/workflow/ports/archive/archive-error.ts';
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
  writeScript,
} from '../workshop.ts';

const folder = 'docs/decisions';
const first = `${folder}/0001-first.md`;
const branch = 'gavel/0002-choose-2';
const anew = { branch, replaces: undefined };

async function makeTeam() {
  const remote = await makeRemote();
  const main = await pushFiles(remote, { [first]: 'one\n', 'src/a.txt': 'a' });
  return { remote, main, archive: await archiveFor(remote) };
}

const branchesOf = (remote: string) => git(remote, 'for-each-ref', '--format=%(refname:short)', 'refs/heads');

describe('a review branch', () => {
  it('is pushed with one commit on the followed branch, which stays as it is', async () => {
    const { remote, main, archive } = await makeTeam();
    const pushed = await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    const commit = await git(remote, 'rev-parse', branch);
    expect(pushed).toEqual({ commit, path: `${folder}/0002-choose-2.md`, link: undefined, branch });
    expect(await git(remote, 'rev-parse', 'main', `${branch}^`)).toBe(`${main}\n${main}`);
    expect(await git(remote, 'log', '-1', '--format=%B', branch)).toContain('Gavel-Decision: decision-2');
    expect(await git(remote, 'fsck', '--strict')).toBe('');
  });

  it('is read with its own files, beside a followed branch that has moved on', async () => {
    const { remote, archive } = await makeTeam();
    const files = [...makeChange(2).files, { name: '0001-first.md', content: 'superseded\n' }];
    const { commit } = await archive.pushReview(makeChange(2, { files }), await archive.fetch(), anew);
    await pushFiles(remote, { [`${folder}/0002-other.md`]: 'other', 'src/a.txt': 'b' });
    const on = await archive.fetch();
    const review = await archive.fetchReview(branch, on);
    expect(review).toMatchObject({ commit, changed: ['0001-first.md', '0002-choose-2.md'], others: [] });
    expect(review && namesIn(review.snapshot)).toEqual(['0001-first.md', '0002-choose-2.md']);
    expect(review && (await readText(review.snapshot, '0001-first.md'))).toBe('superseded\n');
    expect(review?.snapshot).toMatchObject({ branch, madeFrom: undefined, commit });
    expect(review && (await archive.find('decision-2', new Date('2020-01-01'), review.snapshot))).toMatchObject({
      commit,
      added: ['0002-choose-2.md'],
    });
  });

  it('tells the commits of others, and not those of the followed branch', async () => {
    const { remote, archive } = await makeTeam();
    await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    const theirs = await pushFiles(remote, { [`${folder}/0002-choose-2.md`]: 'better\n' }, branch);
    await pushFiles(remote, { 'src/a.txt': 'b' });
    const review = await archive.fetchReview(branch, await archive.fetch());
    expect(review?.others).toEqual([{ commit: theirs, by: 'Ada', subject: `Change ${folder}/0002-choose-2.md` }]);
    expect(review && (await readText(review.snapshot, '0002-choose-2.md'))).toBe('better\n');
  });

  it('is not there before it is pushed, nor after it was deleted', async () => {
    const { remote, archive } = await makeTeam();
    const on = await archive.fetch();
    expect(await archive.fetchReview(branch, on)).toBeUndefined();
    await git(remote, 'branch', `other/${branch}`, 'main');
    await git(remote, 'tag', branch, 'main');
    expect(await archive.fetchReview(branch, on)).toBeUndefined();
    const { commit } = await archive.pushReview(makeChange(2), on, anew);
    await archive.deleteReview(branch, commit);
    expect(await archive.fetchReview(branch, on)).toBeUndefined();
    await archive.deleteReview(branch, commit);
    expect(await branchesOf(remote)).toBe(`main\nother/${branch}`);
  });

  it('is gone, which is no trouble, when it is deleted while it is being fetched', async () => {
    const { remote, archive } = await makeTeam();
    await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    const bin = await makeFolder();
    const steps = [
      `case "$*" in *fetch*refs/heads/gavel*) GIT_DIR='${remote}' git update-ref -d refs/heads/${branch};; esac`,
      `exec git "$@"`,
    ].join('\n');
    await writeScript(join(bin, 'git'), `PATH='${process.env.PATH}'\n${steps}`);
    const environment = { PATH: `${bin}:${process.env.PATH}` };
    const slow = openArchive(await settingsFor(remote), { environment });
    expect(await slow.fetchReview(branch, await slow.fetch())).toBeUndefined();
    expect(await branchesOf(remote)).toBe('main');
  });

  it('has nothing of its own anymore once it is merged', async () => {
    const { remote, archive } = await makeTeam();
    const { commit } = await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    await git(remote, 'update-ref', 'refs/heads/main', commit);
    const review = await archive.fetchReview(branch, await archive.fetch());
    expect(review).toMatchObject({ commit, changed: [], others: [] });
  });

  it('can be begun in an empty repository', async () => {
    const remote = await makeRemote();
    const archive = await archiveFor(remote);
    const on = await archive.fetch();
    const { commit } = await archive.pushReview(makeChange(2), on, anew);
    const review = await archive.fetchReview(branch, on);
    expect(review).toMatchObject({ commit, changed: ['0002-choose-2.md'], others: [] });
  });
});

describe('the lease of a review branch', () => {
  it('lets an attempt that is repeated find its work done', async () => {
    const { remote, main, archive } = await makeTeam();
    const on = await archive.fetch();
    const pushed = await archive.pushReview(makeChange(2), on, anew);
    expect(await archive.pushReview(makeChange(2), on, anew)).toEqual(pushed);
    const another = await archiveFor(remote);
    expect(await another.pushReview(makeChange(2), await another.fetch(), anew)).toEqual(pushed);
    expect(await git(remote, 'rev-list', '--count', `${main}..${branch}`)).toBe('1');
  });

  it('protects a branch of the same name, and one that somebody changed', async () => {
    const { remote, archive } = await makeTeam();
    const on = await archive.fetch();
    const theirs = await pushFiles(remote, { 'b.txt': 'b' }, branch);
    await expect(archive.pushReview(makeChange(2), on, anew)).rejects.toBeInstanceOf(BranchMoved);
    await expect(archive.deleteReview(branch, on.commit ?? '')).rejects.toBeInstanceOf(BranchMoved);
    expect(await git(remote, 'rev-parse', branch)).toBe(theirs);
    const { commit } = await archive.pushReview(makeChange(2), on, { branch, replaces: theirs });
    expect(await git(remote, 'rev-parse', branch)).toBe(commit);
  });

  it('says so when another branch leaves no room for its name', async () => {
    const { remote, archive } = await makeTeam();
    await git(remote, 'branch', 'gavel', 'main');
    await expect(archive.pushReview(makeChange(2), await archive.fetch(), anew)).rejects.toMatchObject({
      trouble: { code: 'review branch taken', place: remote, branch: 'gavel' },
    });
  });

  it('does not bring back a branch that somebody deleted', async () => {
    const { remote, archive } = await makeTeam();
    const on = await archive.fetch();
    const { commit } = await archive.pushReview(makeChange(2), on, anew);
    await git(remote, 'branch', '--delete', '--force', branch);
    const replacing = { branch, replaces: commit };
    await expect(archive.pushReview(makeChange(3), on, replacing)).rejects.toBeInstanceOf(BranchMoved);
    expect(await branchesOf(remote)).toBe('main');
  });
});

describe('a cache without the whole history', () => {
  it('is deepened, without files, until it is known where a review left the followed branch', async () => {
    const remote = await makeRemote();
    await git(remote, 'config', 'uploadpack.allowFilter', 'true');
    const settings = await settingsFor(pathToFileURL(remote).href);
    const archive = openArchive(settings);
    await fastImport(remote, 0, 90);
    const { commit } = await archive.pushReview(makeChange(2), await archive.fetch(), anew);
    await fastImport(remote, 90, 2_000);

    const fresh = openArchive(await settingsFor(pathToFileURL(remote).href));
    for (const one of [archive, fresh]) {
      const review = await one.fetchReview(branch, await one.fetch());
      expect(review).toMatchObject({ commit, changed: ['0002-choose-2.md'], others: [] });
    }
    const [cache = ''] = await readdir(settings.cacheFolder);
    const objects = await git(
      join(settings.cacheFolder, cache),
      'cat-file',
      '--batch-all-objects',
      '--batch-check=%(objecttype)',
    );
    expect(objects.split('\n').filter((kind) => kind === 'blob').length).toBeLessThan(3);
  });

  it('says what a branch with a past of its own has', async () => {
    const { remote, archive } = await makeTeam();
    const blob = await git(remote, 'rev-parse', `main:${first}`);
    const script = join(await makeFolder(), 'script');
    await writeFile(
      script,
      `commit refs/heads/${branch}\ncommitter Ada <ada@example.org> 1700000000 +0000\ndata 5\nOther\nM 100644 ${blob} ${folder}/0009-x.md\n`,
    );
    await git(remote, '-c', `alias.load=!git fast-import --quiet <${script}`, 'load');
    const review = await archive.fetchReview(branch, await archive.fetch());
    expect(review?.changed).toEqual(['0001-first.md', '0009-x.md']);
    expect(review?.others).toHaveLength(1);
  });
});

/** Adds commits to `main`, each with a file of its own. */
async function fastImport(remote: string, from: number, to: number): Promise<void> {
  const script = Array.from({ length: to - from }, (_, index) => [
    `commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_700_000_000 + from + index} +0000\ndata 1\nx`,
    ...(index === 0 && from > 0 ? ['from refs/heads/main^0'] : []),
    `M 100644 inline src/${from + index}.txt\ndata 1\nn\n`,
  ]).flat();
  const list = join(await makeFolder(), 'history');
  await writeFile(list, `${script.join('\n')}\n`);
  await git(remote, '-c', `alias.load=!git fast-import --quiet <${list}`, 'load');
}

describe('what a remote says about a review', () => {
  it('is not used when it leads to another host', async () => {
    const { remote, archive } = await makeTeam();
    await writeScript(join(remote, 'hooks/post-receive'), 'echo "Visit https://evil.example.org/pulls/1" >&2');
    expect(await archive.pushReview(makeChange(2), await archive.fetch(), anew)).toMatchObject({ link: undefined });
  });
});
