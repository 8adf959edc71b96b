import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import type { MakeCommit } from '../../../src/workflow/ports/archive/make-commit.ts';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import { git, makeChange, makeFolder, makeRemote, pushFiles, readText, settingsFor } from '../workshop.ts';

const folder = 'docs/decisions';
const branch = 'gavel/0001-choose';
const anew = { branch, replaces: undefined };

/** A forge that makes commits in its repository, each at another time, as an App that it has. */
async function makeForge() {
  const remote = await makeRemote();
  await git(remote, 'config', 'uploadpack.allowFilter', 'true');
  await pushFiles(remote, { [`${folder}/0000-zero.md`]: 'zero\n', 'src/large.txt': 'never needed' });
  let made = 0;
  const makeCommit: MakeCommit = async ({ parents, baseTree, files, message }) => {
    const run = (args: readonly string[], also: { input?: string; env?: Record<string, string> } = {}) =>
      execFileSync('git', ['-C', remote, ...args], {
        input: also.input ?? '',
        env: { PATH: process.env.PATH, GIT_INDEX_FILE: join(remote, 'forge-index'), ...also.env },
      })
        .toString()
        .trim();
    made += 1;
    run(['read-tree', baseTree]);
    for (const file of files) {
      const blob = 'content' in file ? run(['hash-object', '-w', '--stdin'], { input: file.content }) : file.blob;
      if (blob === null) run(['update-index', '--index-info'], { input: `0 ${'0'.repeat(40)}\t${file.path}\n` });
      else run(['update-index', '--add', '--cacheinfo', `${file.mode},${blob},${file.path}`]);
    }
    const env = {
      GIT_AUTHOR_NAME: 'gavel[bot]',
      GIT_AUTHOR_EMAIL: '1+gavel[bot]@users.noreply.github.com',
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
      GIT_AUTHOR_DATE: `@${1_800_000_000 + made} +0000`,
      GIT_COMMITTER_DATE: `@${1_800_000_000 + made} +0000`,
    };
    const follows = parents.flatMap((parent) => ['-p', parent]);
    return run(['commit-tree', run(['write-tree']), ...follows, '-F', '-'], { input: message, env });
  };
  const settings = await settingsFor(pathToFileURL(remote).href, { makeCommit });
  return { remote, settings, archive: openArchive(settings), countMade: () => made };
}

describe('a commit that the forge makes', () => {
  it('is pushed to the branch as the forge made it', async () => {
    const { remote, archive } = await makeForge();
    const before = await archive.fetch();
    const { commit } = await archive.commit(makeChange(1), before);
    expect(await git(remote, 'log', '-1', '--format=%H %P %cn', 'main')).toBe(`${commit} ${before.commit} GitHub`);
    expect(await git(remote, 'diff', '--name-status', 'main^', 'main')).toBe(`A\t${folder}/0001-choose-1.md`);
    expect(await git(remote, 'log', '-1', '--format=%(trailers:key=Gavel-Decision,valueonly)', 'main')).toBe(
      'decision-1',
    );
    expect(await archive.find('decision-1', new Date('2020-01-01'), await archive.fetch())).toMatchObject({ commit });
  });

  it('is on a review branch once, though an attempt is repeated', async () => {
    const { remote, settings, archive, countMade } = await makeForge();
    const pushed = await archive.pushReview(makeChange(1), await archive.fetch(), anew);
    const cacheFolder = join(await makeFolder(), 'cache');
    for (const one of [archive, openArchive({ ...settings, cacheFolder })]) {
      expect(await one.pushReview(makeChange(1), await one.fetch(), anew)).toEqual(pushed);
    }
    expect(countMade()).toBe(1);
    expect(await git(remote, 'rev-list', `main..${branch}`)).toBe(pushed.commit);
  });

  it('is a merge when a review branch is brought up to date, with what others have done', async () => {
    const { remote, archive, countMade } = await makeForge();
    await archive.pushReview(makeChange(1), await archive.fetch(), anew);
    const theirs = { [`${folder}/0001-choose-1.md`]: '# Choose 1\n\nBetter.\n', 'src/large.txt': undefined };
    await pushFiles(remote, theirs, branch);
    await pushFiles(remote, { [`${folder}/0001-other.md`]: 'one\n' });
    const on = await archive.fetch();
    const review = await archive.fetchReview(branch, on);
    if (review === undefined) throw new Error('gone');
    expect(review.others).toHaveLength(1);
    const files = [{ name: '0002-choose.md', content: '# Choose 2\n' }];
    const was = { name: '0001-choose-1.md', edit: (text: string) => text.replace('Choose 1', 'Choose 2') };
    const { commit } = await archive.updateReview({ ...makeChange(1, { files }), was }, review, on, { branch });
    // The change, the change made anew, what it changes of the branch, and the merge.
    expect(countMade()).toBe(4);
    expect(await git(remote, 'rev-parse', branch, `${branch}^1^`, `${branch}^2^`)).toBe(
      [commit, review.commit, on.commit].join('\n'),
    );
    expect(await git(remote, 'diff', '--name-status', 'main', branch)).toBe(
      `A\t${folder}/0002-choose.md\nD\tsrc/large.txt`,
    );
    const after = await archive.fetchReview(branch, on);
    expect(after && (await readText(after.snapshot, '0002-choose.md'))).toBe('# Choose 2\n\nBetter.\n');
    expect(after?.others).toEqual(review.others);
  });

  it('is not made where there is no commit yet, which no forge can follow', async () => {
    const remote = await makeRemote();
    const makeCommit = () => Promise.reject(new Error('asked'));
    const archive = openArchive(await settingsFor(remote, { makeCommit }));
    const { commit } = await archive.commit(makeChange(1), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit);
  });

  it('fails as the forge says', async () => {
    const { settings } = await makeForge();
    const trouble = { code: 'permission missing', place: 'here', permission: 'contents: write' } as const;
    const archive = openArchive({ ...settings, makeCommit: () => Promise.reject(new ForgeError(trouble)) });
    await expect(archive.commit(makeChange(1), await archive.fetch())).rejects.toMatchObject({ trouble });
  });
});

describe('the people who are named as authors besides the bot', () => {
  it('are in the last paragraph, with the decision', async () => {
    const { remote, settings } = await makeForge();
    const archive = openArchive({ ...settings, makeCommit: undefined });
    const coAuthors = [
      { name: 'Ada Lovelace', email: 'ada@example.org' },
      { name: 'Zoë @all <admin@example.org>\nGavel-Decision: another', email: 'zoe+adr@mail.example.org' },
      { name: 'Ada again', email: 'ADA@example.org' },
      { name: '<>', email: 'grace@example.org' },
    ];
    const wrong = ['', 'no', 'a@b', 'a b@example.org', 'a@example.org>', 'a\n@example.org', '"a"@example.org'];
    const all = [...coAuthors, ...wrong.map((email) => ({ name: 'Nobody', email }))];
    await archive.commit(makeChange(1, { body: ['Because.'], coAuthors: all }), await archive.fetch());
    expect(await git(remote, 'log', '-1', '--format=%B', 'main')).toBe(
      [
        'ADR 0001: Choose 1\n\nBecause.\n',
        'Gavel-Decision: decision-1',
        'Co-authored-by: Ada Lovelace <ada@example.org>',
        'Co-authored-by: Zoë @ all admin@example.org Gavel-Decision: another <zoe+adr@mail.example.org>',
        'Co-authored-by: grace <grace@example.org>',
      ].join('\n'),
    );
    const authors = await git(remote, 'log', '-1', '--format=%(trailers:key=Co-authored-by,valueonly)', 'main');
    expect(authors.split('\n')).toHaveLength(3);
    expect(await git(remote, 'log', '-1', '--format=%(trailers:key=Gavel-Decision,valueonly)', 'main')).toBe(
      'decision-1',
    );
  });
});
