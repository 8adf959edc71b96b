import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { BranchMoved } from '../../../src/workflow/ports/archive/archive-error.ts';
import type { Change } from '../../../src/workflow/ports/archive/change.ts';
import type { ReviewBranch, ReviewUpdate } from '../../../src/workflow/ports/archive/review-branches.ts';
import type { Snapshot } from '../../../src/workflow/ports/archive/snapshot.ts';
import { git, makeChange, makeRemote, namesIn, pushFiles, readText, settingsFor } from '../workshop.ts';

const folder = 'docs/decisions';
const branch = 'gavel/choose';
const listing = (...names: string[]) => `# ADRs\n\n${names.map((name) => `- ${name}\n`).join('\n')}\nThe end.\n`;

/** The ADR as Gavel writes it under a number. */
const adr = (number: number) => `# ${number}. Choose\n\nIt is chosen.\n\nBecause we like it.\n\nSee the log.\n`;
const nameOf = (number: number) => `000${number}-choose.md`;
const renumber = (text: string) => text.replace(/^# \d+/u, '# 3');

/** Gavel's change under a number: the ADR, and its line in the index, at the end of those that are there. */
function plan(number: number, index: string): Change {
  const content = index.replace('\nThe end.', `- ${nameOf(number)}\n\nThe end.`);
  const files = [
    { name: nameOf(number), content: adr(number) },
    { name: 'README.md', content },
  ];
  return makeChange(1, { files, subject: `ADR ${number}` });
}

async function plannedOn(on: Snapshot, number: number, more: Partial<ReviewUpdate> = {}): Promise<ReviewUpdate> {
  return { ...plan(number, (await readText(on, 'README.md')) ?? ''), ...more };
}

const movedHere = { was: { name: nameOf(2), edit: renumber } };

/** A review of ADR 2, whose number somebody else takes on `main`. */
async function makeReview(files: Record<string, string | undefined> = {}) {
  const remote = await makeRemote();
  await git(remote, 'config', 'uploadpack.allowFilter', 'true');
  await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one\n', [`${folder}/README.md`]: listing('0001-first.md') });
  const settings = await settingsFor(`file://${remote}`);
  const archive = openArchive(settings);
  const on = await archive.fetch();
  const { commit } = await archive.pushReview(await plannedOn(on, 2), on, { branch, replaces: undefined });
  if (Object.keys(files).length > 0) await pushFiles(remote, files, branch);
  await pushFiles(remote, {
    [`${folder}/0002-other.md`]: 'two\n',
    [`${folder}/README.md`]: listing('0001-first.md', '0002-other.md'),
  });
  const look = async () => {
    const now = await archive.fetch();
    const review = await archive.fetchReview(branch, now);
    if (review === undefined) throw new Error('gone');
    return { now, review };
  };
  return { remote, settings, archive, commit, look };
}

const textsIn = async (review: ReviewBranch, ...names: string[]) =>
  Promise.all(names.map((name) => readText(review.snapshot, name)));

describe('a review whose number was taken on the followed branch', () => {
  it('gets the next one, in a merge of both branches', async () => {
    const { remote, archive, commit, look } = await makeReview();
    const { now, review } = await look();
    const pushed = await archive.updateReview(await plannedOn(now, 3, movedHere), review, now, { branch });
    expect(pushed).toMatchObject({ path: `${folder}/0003-choose.md`, branch });

    const after = (await look()).review;
    expect(after.commit).toBe(pushed.commit);
    expect(namesIn(after.snapshot)).toEqual(['0001-first.md', '0002-other.md', '0003-choose.md', 'README.md']);
    expect(after).toMatchObject({ changed: ['0003-choose.md', 'README.md'], others: [] });
    const index = listing('0001-first.md', '0002-other.md').replace('\nThe end', '- 0003-choose.md\n\nThe end');
    expect(await textsIn(after, '0003-choose.md', 'README.md')).toEqual([adr(3), index]);
    expect(await git(remote, 'rev-parse', `${branch}^1^`, `${branch}^2^`)).toBe(`${commit}\n${now.commit}`);
    expect(await git(remote, 'merge-tree', '--write-tree', 'main', branch)).toBe(
      await git(remote, 'rev-parse', `${branch}^{tree}`),
    );
    expect(await git(remote, 'fsck', '--strict')).toBe('');
    expect(await archive.find('decision-1', new Date('2020-01-01'), after.snapshot)).toMatchObject({
      added: ['0003-choose.md'],
    });
  });

  it('keeps what others have edited in it, and moves their text', async () => {
    const edited = adr(2).replace('we like it', 'everybody likes it');
    const { archive, look } = await makeReview({
      [`${folder}/0002-choose.md`]: edited,
      [`${folder}/README.md`]: plan(2, listing('0001-first.md')).files[1]?.content.replace('# ADRs', '# Our ADRs'),
      'src/other.txt': 'theirs',
      'src/odd\tname.txt': 'theirs',
      [`${folder}/0001-first.md`]: undefined,
    });
    const { now, review } = await look();
    expect(review.others).toHaveLength(1);
    await archive.updateReview(await plannedOn(now, 3, movedHere), review, now, { branch });
    const after = (await look()).review;
    const [text, index] = await textsIn(after, '0003-choose.md', 'README.md');
    expect(text).toBe(adr(3).replace('we like it', 'everybody likes it'));
    expect(index).toBe(
      listing('0001-first.md', '0002-other.md')
        .replace('\nThe end', '- 0003-choose.md\n\nThe end')
        .replace('# ADRs', '# Our ADRs'),
    );
    expect(namesIn(after.snapshot)).toEqual(['0002-other.md', '0003-choose.md', 'README.md']);
    expect(after.others).toEqual(review.others);
    expect(await after.snapshot.has('../../src/other.txt')).toBe(true);
  });

  it('keeps it through any number of updates', async () => {
    const edited = adr(2).replace('we like it', 'everybody likes it');
    const { remote, archive, look } = await makeReview({ [`${folder}/0002-choose.md`]: edited });
    let { now, review } = await look();
    await archive.updateReview(await plannedOn(now, 3, movedHere), review, now, { branch });
    await pushFiles(remote, { [`${folder}/0003-more.md`]: 'three\n', 'src/x.txt': 'x' });
    await pushFiles(remote, { [`${folder}/0003-choose.md`]: adr(3).replace('See the log', 'See it') }, branch);
    ({ now, review } = await look());
    const was = { name: nameOf(3), edit: (text: string) => text.replace('# 3', '# 4') };
    await archive.updateReview(await plannedOn(now, 4, { was }), review, now, { branch });
    await pushFiles(remote, { 'src/x.txt': 'y' });
    ({ now, review } = await look());
    await archive.updateReview(await plannedOn(now, 4), review, now, { branch });
    const after = (await look()).review;
    expect(await textsIn(after, '0004-choose.md')).toEqual([adr(4).replace('See the log', 'See it')]);
    expect(after.changed).toEqual(['0004-choose.md', 'README.md']);
    expect(after.others).toHaveLength(2);
  });

  it('gets nothing twice when an update is repeated', async () => {
    const { remote, archive, look } = await makeReview();
    const { now, review } = await look();
    const update = await plannedOn(now, 3, movedHere);
    const pushed = await archive.updateReview(update, review, now, { branch });
    await expect(archive.updateReview(update, review, now, { branch })).rejects.toBeInstanceOf(BranchMoved);
    const again = (await look()).review;
    expect(await archive.updateReview(await plannedOn(now, 3), again, now, { branch })).toEqual(pushed);
    expect(await git(remote, 'rev-parse', branch)).toBe(pushed.commit);
  });

  it('does not overwrite what somebody pushed a moment ago', async () => {
    const { remote, archive, look } = await makeReview();
    const { now, review } = await look();
    const theirs = await pushFiles(remote, { 'b.txt': 'b' }, branch);
    const update = await plannedOn(now, 3, movedHere);
    await expect(archive.updateReview(update, review, now, { branch })).rejects.toBeInstanceOf(BranchMoved);
    expect(await git(remote, 'rev-parse', branch)).toBe(theirs);
  });

  it('works after somebody merged the followed branch into it', async () => {
    const { remote, archive, look } = await makeReview();
    const clone = join(settingsFolder(await settingsFor(remote)), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await git(clone, 'checkout', '--quiet', branch);
    await git(clone, 'merge', '--quiet', '--strategy-option=ours', '--no-edit', 'origin/main');
    await git(clone, 'push', '--quiet', 'origin', branch);
    const { now, review } = await look();
    expect(review.others).toHaveLength(1);
    const { commit } = await archive.updateReview(await plannedOn(now, 3, movedHere), review, now, { branch });
    expect(await git(remote, 'diff', '--name-status', 'main', commit)).toBe(
      `A\t${folder}/0003-choose.md\nM\t${folder}/README.md`,
    );
  });

  it('fetches no file that is not needed', async () => {
    const { remote, settings, archive, look } = await makeReview();
    await pushFiles(remote, Object.fromEntries([1, 2, 3, 4].map((at) => [`src/${at}.txt`, `file ${at}`])));
    const { now, review } = await look();
    await archive.updateReview(await plannedOn(now, 3, movedHere), review, now, { branch });
    const [cache = ''] = await readdir(settings.cacheFolder);
    const how = ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype) %(objectname)'];
    const objects = await git(join(settings.cacheFolder, cache), ...how);
    expect(objects).not.toContain(await git(remote, 'rev-parse', 'main:src/1.txt'));
    expect(
      (await readdir(join(settings.cacheFolder, cache))).filter((name) => /^(?:index|merge)-/u.test(name)),
    ).toEqual([]);
  });
});

describe('a conflict on a review branch', () => {
  const conflicts: Readonly<Record<string, Record<string, string | undefined>>> = {
    [`${folder}/README.md`]: {
      [`${folder}/README.md`]: listing('0001-first.md').replace('\nThe end', '- ours\n\nThe end'),
    },
    [`${folder}/0002-choose.md`]: { [`${folder}/0002-choose.md`]: undefined },
    [`${folder}/0003-choose.md`]: { [`${folder}/0003-choose.md`]: 'taken by somebody\n' },
    [`${folder}/0002-other.md`]: { [`${folder}/0002-other.md`]: 'two of somebody\n' },
  };

  it.each(Object.entries(conflicts))('is told: %s', async (path, files) => {
    const { remote, archive, look } = await makeReview(files);
    const { now, review } = await look();
    const update = await plannedOn(now, 3, movedHere);
    await expect(archive.updateReview(update, review, now, { branch })).rejects.toMatchObject({
      trouble: { code: 'review conflict', branch, other: 'main', files: [path], more: 0 },
    });
    expect(await git(remote, 'rev-parse', branch)).toBe(review.commit);
  });

  it('is told when others have rewritten Gavel’s own commit, unless their text can be moved', async () => {
    const { remote, archive, look } = await makeReview();
    const clone = join(settingsFolder(await settingsFor(remote)), 'clone');
    await git('/', 'clone', '--quiet', remote, clone);
    await git(clone, 'checkout', '--quiet', branch);
    await git(clone, 'commit', '--quiet', '--amend', '--no-edit');
    await git(clone, 'push', '--quiet', '--force', 'origin', branch);
    const { now, review } = await look();
    expect(review.others).toHaveLength(1);
    const update = await plannedOn(now, 3, movedHere);
    await expect(archive.updateReview(update, review, now, { branch })).rejects.toMatchObject({
      trouble: { code: 'review conflict', files: [`${folder}/README.md`] },
    });
  });
});

describe('a review with commits of others that is merged by rebase', () => {
  it('brings the ADR once, as the merge would', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one\n' });
    const archive = openArchive(await settingsFor(remote));
    const changeOf = (number: number) =>
      makeChange(1, { files: [{ name: nameOf(number), content: adr(number) }], subject: `ADR ${number}` });
    await archive.pushReview(changeOf(2), await archive.fetch(), { branch, replaces: undefined });
    let expected = adr(2);
    for (const [number, word] of [
      [2, 'everybody likes it'],
      [3, 'all like it'],
    ] as const) {
      expected = expected.replace(/(?:we|everybody) likes? it/u, word);
      await pushFiles(remote, { [`${folder}/${nameOf(number)}`]: expected }, branch);
      await pushFiles(remote, { [`${folder}/000${number}-other.md`]: 'theirs\n' });
      const on = await archive.fetch();
      const review = await archive.fetchReview(branch, on);
      if (review === undefined) throw new Error('gone');
      const edit = (text: string) => text.replace(/^# \d+/u, `# ${number + 1}`);
      await archive.updateReview({ ...changeOf(number + 1), was: { name: nameOf(number), edit } }, review, on, {
        branch,
      });
      expected = edit(expected);
    }
    const clone = join(settingsFolder(await settingsFor(remote)), 'clone');
    await git('/', 'clone', '--quiet', '--branch', branch, remote, clone);
    await git(clone, 'rebase', '--quiet', 'origin/main');
    expect(await git(clone, 'rev-parse', 'HEAD^{tree}')).toBe(await git(remote, 'rev-parse', `${branch}^{tree}`));
    expect(await git(clone, 'show', `HEAD:${folder}/${nameOf(4)}`)).toBe(expected.trim());
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
    expect(await archive.find('decision-1', new Date(0), await archive.fetch())).toMatchObject({ added: [nameOf(4)] });
  });
});

describe('an index that the followed branch has changed elsewhere', () => {
  const lines = Array.from({ length: 9 }, (_, at) => `Note ${at}.`).join('\n\n');
  const first = '0001-first.md';
  const indexOf = (title: string) => listing(first).replace('# ADRs', `# ${title}\n\n${lines}`);
  /** With the line of our ADR, and with what somebody else has written. */
  const edited = (index: string, number: number) =>
    (plan(number, index).files[1]?.content ?? '').replace('Note 4', 'Remark 4');

  it('has the new name and not the former one after a rebase, and what others wrote in it', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { [`${folder}/${first}`]: 'one\n', [`${folder}/README.md`]: indexOf('ADRs') });
    const archive = openArchive(await settingsFor(remote));
    const before = await archive.fetch();
    await archive.pushReview(await plannedOn(before, 2), before, { branch, replaces: undefined });
    await pushFiles(remote, { [`${folder}/README.md`]: edited(indexOf('ADRs'), 2) }, branch);
    for (const number of [2, 3]) {
      const name = `${folder}/000${number}-other.md`;
      await pushFiles(remote, { [name]: 'two\n', [`${folder}/README.md`]: indexOf(`Our ${number} ADRs`) });
      const on = await archive.fetch();
      const review = await archive.fetchReview(branch, on);
      if (review === undefined) throw new Error('gone');
      const edit = (text: string) => text.replace(/^# \d+/u, `# ${number + 1}`);
      const was = { name: nameOf(number), edit };
      await archive.updateReview(await plannedOn(on, number + 1, { was }), review, on, { branch });
    }
    const expected = edited(indexOf('Our 3 ADRs'), 4).trim();
    expect(await git(remote, 'show', `${branch}:${folder}/README.md`)).toBe(expected);
    const clone = join(settingsFolder(await settingsFor(remote)), 'clone');
    await git('/', 'clone', '--quiet', '--branch', branch, remote, clone);
    await git(clone, 'rebase', '--quiet', 'origin/main');
    expect(await git(clone, 'show', `HEAD:${folder}/README.md`)).toBe(expected);
    expect(await git(clone, 'rev-parse', 'HEAD^{tree}')).toBe(await git(remote, 'rev-parse', `${branch}^{tree}`));
  });
});

describe('a commit of Gavel’s that somebody has amended', () => {
  const bot = ['-c', 'user.name=Gavel', '-c', 'user.email=gavel@example.org'];

  it.each<[string, string[]]>([
    ['as theirs', ['commit', '--quiet', '--amend', '--all', '--no-edit', '--reset-author']],
    ['as Gavel, at a later time', [...bot, 'commit', '--quiet', '--amend', '--all', '--no-edit']],
  ])('%s, keeps what they wrote', async (_, amend) => {
    const remote = await makeRemote();
    await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one\n' });
    const archive = openArchive(await settingsFor(remote));
    const changeOf = (number: number) =>
      makeChange(1, { files: [{ name: nameOf(number), content: adr(number) }], subject: `ADR ${number}` });
    await archive.pushReview(changeOf(2), await archive.fetch(), { branch, replaces: undefined });
    const clone = join(settingsFolder(await settingsFor(remote)), 'clone');
    await git('/', 'clone', '--quiet', '--branch', branch, remote, clone);
    const edited = (number: number) => adr(number).replace('we like it', 'everybody likes it');
    await writeFile(join(clone, folder, nameOf(2)), edited(2));
    await git(clone, ...amend);
    await git(clone, 'push', '--quiet', '--force', 'origin', branch);
    await pushFiles(remote, { [`${folder}/0002-other.md`]: 'two\n' });

    const on = await archive.fetch();
    const review = await archive.fetchReview(branch, on);
    if (review === undefined) throw new Error('gone');
    expect(review.others).toHaveLength(1);
    await archive.updateReview({ ...changeOf(3), ...movedHere }, review, on, { branch });
    const after = await archive.fetchReview(branch, on);
    expect(after && namesIn(after.snapshot)).toEqual(['0001-first.md', '0002-other.md', nameOf(3)]);
    expect(after && (await readText(after.snapshot, nameOf(3)))).toBe(edited(3));
  });
});

function settingsFolder({ cacheFolder }: { readonly cacheFolder: string }): string {
  return join(cacheFolder, '..');
}

describe('any edits of a reviewer', { timeout: 240_000 }, () => {
  const lines = Array.from({ length: 9 }, (_, index) => `Line ${index} says something.`);
  const own = (number: number) => `# ${number}. Choose\n\n${lines.join('\n\n')}\n`;
  const word = fc.stringMatching(/^[a-zåß中]{1,6}$/u);
  const edits = fc.dictionary(fc.nat(8).map(String), word, { minKeys: 1, maxKeys: 5 });

  /** A text in which a reviewer has put words at the ends of some lines. */
  const edit = (text: string, all: Readonly<Record<string, string>>) =>
    Object.entries(all).reduce(
      (result, [at, added]) => result.replace(new RegExp(`(Line ${at} .*)says`, 'u'), `$1${added} says`),
      text,
    );

  it('are in the ADR after each change of its number, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 3 }), async (rounds) => {
        const remote = await makeRemote();
        await pushFiles(remote, { [`${folder}/0001-first.md`]: 'one\n' });
        const archive = openArchive(await settingsFor(remote));
        const changeOf = (number: number) =>
          makeChange(1, { files: [{ name: nameOf(number), content: own(number) }], subject: `ADR ${number}` });
        await archive.pushReview(changeOf(2), await archive.fetch(), { branch, replaces: undefined });
        let expected = own(2);
        for (const [index, round] of rounds.entries()) {
          const number = index + 2;
          expected = edit(expected, round);
          await pushFiles(remote, { [`${folder}/${nameOf(number)}`]: expected }, branch);
          await pushFiles(remote, { [`${folder}/000${number}-other.md`]: 'theirs\n' });
          const on = await archive.fetch();
          const review = await archive.fetchReview(branch, on);
          if (review === undefined) throw new Error('gone');
          const renumbered = (text: string) => text.replace(/^# \d+/u, `# ${number + 1}`);
          const was = { name: nameOf(number), edit: renumbered };
          await archive.updateReview({ ...changeOf(number + 1), was }, review, on, { branch });
          expected = renumbered(expected);
          const after = await archive.fetchReview(branch, on);
          expect(after && (await readText(after.snapshot, nameOf(number + 1)))).toBe(expected);
          expect(after?.changed).toEqual([nameOf(number + 1)]);
          expect(after?.others).toHaveLength(index + 1);
        }
      }),
      { numRuns: 4 },
    );
  });
});
