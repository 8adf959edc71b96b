import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/workflow/ports/archive/archive.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import { publish } from '../../../src/workflow/publish/publish.ts';
import { git } from '../../archive/workshop.ts';
import { demand, mergeBranch } from '../fake-forge.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const branch = 'gavel/0002-choose-the-language';
const file = '0002-choose-the-language.md';

class Killed extends Error {}

/** An archive that dies before or after one of its calls, once. */
function frail(archive: Archive, at: string): Archive {
  let isDead = false;
  const dieAt = (point: string) => {
    if (point !== at || isDead) return;
    isDead = true;
    throw new Killed(point);
  };
  return {
    ...archive,
    fetchReview: async (...args) => {
      dieAt('before fetchReview');
      return archive.fetchReview(...args);
    },
    pushReview: async (...args) => {
      dieAt('before pushReview');
      const pushed = await archive.pushReview(...args);
      dieAt('after pushReview');
      return pushed;
    },
  };
}

describe('publish by a review', { timeout: 120_000 }, () => {
  it('opens one review with one commit, and leaves the branch alone', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toMatchObject([
      { number: 12, branch, into: 'main', state: 'open', isDraft: false, labels: [], mergesItself: false },
    ]);
    const [review] = workshop.forge.reviews();
    expect(review?.title).toContain('Choose the language');
    expect(review?.body).toContain('https://example.org/card');
    expect(await workshop.branches()).toEqual([branch, 'main']);
    expect(await git(workshop.remote, 'rev-list', '--count', `main..${branch}`)).toBe('1');
    expect(await workshop.publication(decision)).toMatchObject({
      ...{ state: 'in review', number: 2, fileName: file, pushedAt: undefined, trouble: undefined },
    });
    const why = { code: 'reviews only', branch: 'main', approvals: 1 };
    const url = 'https://forge.example/pull/12';
    expect(await workshop.told(decision)).toEqual([
      {
        ...{ kind: 'review opened', number: 12, url, branch, into: 'main', fileName: file, why, refused: [] },
        ...{ remarks: [], votes: expect.arrayContaining(['- Go: 2 votes (Alice, Ben)']) },
      },
    ]);
    expect(await workshop.review(decision)).toMatchObject({ number: 12, url, why, fileName: file });
    expect((await workshop.waitingJobs()).map(({ key }) => key)).toEqual([expect.stringContaining('watch-review')]);
  });

  it('makes the same change as a commit would: the new ADR, the old one and the index', async () => {
    const changes = [];
    for (const setting of ['review', 'commit'] as const) {
      const workshop = await openReviewWorkshop({ publishing: { setting } });
      await workshop.push({ 'README.md': '# Decisions\n\n- [1. Use git](0001-use-git.md)\n' });
      const bond = await workshop.bondTo('0001-use-git.md');
      const decision = await workshop.decide({ bond });
      await workshop.publish(decision);
      const tip = setting === 'review' ? branch : 'main';
      changes.push(await git(workshop.remote, 'diff-tree', '-r', '--raw', `${tip}~1`, tip));
    }
    const names = changes[0]?.split('\n').map((line) => line.split('/').at(-1));
    expect(names).toEqual(['0001-use-git.md', file, 'README.md']);
    expect(changes[0]).toBe(changes[1]);
  });

  it.each(['before fetchReview', 'before pushReview', 'after pushReview'])(
    'opens one review even if it is killed %s',
    async (point) => {
      const workshop = await openReviewWorkshop();
      const decision = await workshop.decide();
      const dying = workshop.openGavelAt({ archive: frail(workshop.archive, point) });
      await expect(publish(dying, decision.id)).rejects.toThrow(Killed);
      expect(await workshop.kinds(decision)).toEqual([]);
      await workshop.publish(decision, await workshop.openGavel());
      expect(workshop.forge.reviews()).toHaveLength(1);
      expect(await workshop.branches()).toEqual([branch, 'main']);
      expect(await workshop.kinds(decision)).toEqual(['review opened']);
    },
  );

  it.each(['findReview', 'openReview', 'after openReview'])(
    'opens one review even if it is killed at %s',
    async (point) => {
      const workshop = await openReviewWorkshop();
      const decision = await workshop.decide();
      workshop.forge.fault = (question) => (question === point ? new Killed() : undefined);
      await expect(workshop.publish(decision)).rejects.toThrow(Killed);
      workshop.forge.fault = undefined;
      await workshop.publish(decision, await workshop.openGavel());
      expect(workshop.forge.reviews()).toHaveLength(1);
      expect(await workshop.kinds(decision)).toEqual(['review opened']);
    },
  );

  it('opens one review, announced once, if two Gavels do it at once', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    const gavels = [workshop.ports, await workshop.openGavel(), await workshop.openGavel()];
    await Promise.all(gavels.map((by) => publish(by, decision.id)));
    expect(workshop.forge.reviews()).toHaveLength(1);
    expect(await workshop.branches()).toEqual([branch, 'main']);
    expect(await workshop.kinds(decision)).toEqual(['review opened']);
  });

  it('keeps trying while its forge is away, says so once, and takes no number meanwhile', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    const trouble = { code: 'forge unreachable', place: 'forge.example', said: 'HTTP 503' } as const;
    workshop.forge.fault = () => new ForgeError(trouble);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(workshop.publish(decision)).rejects.toThrow(ForgeError);
    expect(await workshop.kinds(decision)).toEqual(['not published']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'not yet', number: undefined, trouble });
    workshop.forge.fault = undefined;
    workshop.pass(60);
    await workshop.publish(decision);
    expect(await workshop.kinds(decision)).toEqual(['not published', 'review opened']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', trouble: undefined });
  });

  it('tries again when its forge says, and not before', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    // By the clock of the store, which these tests leave alone.
    const retryAt = new Date(Date.now() + 24 * 60 * 60_000);
    const limit = { code: 'forge unreachable', place: 'forge.example', said: 'rate limit' } as const;
    workshop.forge.fault = () => new ForgeError(limit, { retryAt });
    await workshop.publish(decision);
    const [job] = await workshop.waitingJobs();
    expect(job?.key).toContain(`publish:${decision.id}`);
    expect(
      await workshop.query("select from graphile_worker.jobs where run_at > now() + interval '1 hour'"),
    ).toHaveLength(1);
  });

  it('after a kill, carries on where the branch has moved meanwhile', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    const dying = workshop.openGavelAt({ archive: frail(workshop.archive, 'after pushReview') });
    await expect(publish(dying, decision.id)).rejects.toThrow(Killed);
    await workshop.push({ '0002-use-tea.md': '# 2. Use tea\n\n## Status\n\nAccepted\n' });
    await workshop.publish(decision);
    expect(await workshop.publication(decision)).toMatchObject({ number: 3, state: 'in review' });
    expect(await git(workshop.remote, 'rev-list', '--count', `main..${branch}`)).toBe('1');
    expect(await workshop.textOn(branch, '0003-choose-the-language.md')).toContain('Choose the language');
    expect(workshop.forge.reviews()).toHaveLength(1);
  });

  it('names the branch that is in the way where others have work on every name', async () => {
    const workshop = await openReviewWorkshop();
    const names = [branch, ...Array.from({ length: 8 }, (_, index) => `${branch}-${index + 2}`)];
    await git(workshop.clone, 'push', '--quiet', 'origin', ...names.map((name) => `HEAD:refs/heads/${name}`));
    const decision = await workshop.decide();
    await expect(workshop.publish(decision)).rejects.toMatchObject({
      trouble: { code: 'review branch taken', branch },
    });
    expect(await workshop.publication(decision)).toMatchObject({ trouble: { code: 'review branch taken', branch } });
    expect(workshop.forge.reviews()).toEqual([]);
  });

  it('takes the next name for its branch where somebody else has work on the first', async () => {
    const workshop = await openReviewWorkshop();
    await git(workshop.clone, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ branch: `${branch}-2` }]);
    expect(await git(workshop.remote, 'rev-parse', branch)).toBe(await git(workshop.remote, 'rev-parse', 'main'));
  });

  it('asks for nothing more, and uses what the team has set', async () => {
    const publishing = {
      ...{ labels: ['adr'], reviewers: ['ada'], isDraft: true, mergesItself: true },
      branchName: 'decisions/{slug}-{number}',
    };
    const workshop = await openReviewWorkshop({ publishing });
    await workshop.publish(await workshop.decide());
    const request = { labels: ['adr'], reviewers: ['ada'], isDraft: true, mergesItself: true };
    expect(workshop.forge.reviews()).toMatchObject([{ ...request, branch: 'decisions/choose-the-language-0002' }]);
  });
});

describe('a review that is merged before Gavel has heard that it is open', { timeout: 120_000 }, () => {
  it.each([
    ['merge', undefined],
    ['squash', 'Decide on a language (#12)'],
  ] as const)('by %s counts as one', async (way, message) => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    workshop.forge.fault = (question) => (question === 'after openReview' ? new Killed() : undefined);
    await expect(workshop.publish(decision)).rejects.toThrow(Killed);
    workshop.forge.fault = undefined;
    await workshop.forge.merge(12, way, message);
    await git(workshop.remote, 'update-ref', '-d', `refs/heads/${branch}`);
    await workshop.publish(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 2, fileName: file });
    expect(await workshop.told(decision)).toEqual([
      expect.objectContaining({ kind: 'published', votes: expect.arrayContaining(['- Go: 2 votes (Alice, Ben)']) }),
    ]);
    expect(await workshop.branches()).toEqual(['main']);
    expect(await workshop.review(decision)).toMatchObject({ number: 12, nextLookAt: undefined });
  });
});

describe('what a branch demands that Gavel can’t give or judge', { timeout: 120_000 }, () => {
  const open = demand({ way: 'commit', why: { code: 'branch open', branch: 'main' } });
  const reviewed = demand({ way: 'review', why: { code: 'reviews only', branch: 'main' } });
  const otherRules = ['commit_message_pattern', 'required_status_checks'];

  it.each([
    ['auto', reviewed, ['branch rules', 'review opened']],
    ['auto', open, ['branch rules', 'published']],
    ['review', open, ['branch rules', 'review opened']],
    ['commit', reviewed, ['branch rules', 'published']],
  ] as const)('is told before anything is pushed (publish: %s)', async (setting, demands, kinds) => {
    const workshop = await openReviewWorkshop({ publishing: { setting } });
    workshop.forge.demands = { ...demands, otherRules };
    const decision = await workshop.decide();
    const { archive } = workshop;
    const refuse = () => Promise.reject(new ArchiveError({ code: 'unreachable', place: 'forge.example', said: '' }));
    const away = workshop.openGavelAt({ archive: { ...archive, commit: refuse, pushReview: refuse } });
    await expect(workshop.publish(decision, away)).rejects.toThrow(ArchiveError);
    expect(await workshop.kinds(decision)).toEqual(['branch rules', 'not published']);
    await workshop.publish(decision);
    expect((await workshop.kinds(decision)).filter((kind) => kind !== 'not published')).toEqual(kinds);
    expect((await workshop.told(decision))[0]).toMatchObject({
      branch: 'main',
      isUnsigned: false,
      others: otherRules,
      forge: 'github',
    });
  });

  it('is told once in a channel, and anew when it has changed', async () => {
    const workshop = await openReviewWorkshop();
    workshop.forge.demands = { ...reviewed, otherRules };
    const [first, second, third] = [
      await workshop.decide(),
      await workshop.decide({ title: 'Choose a database' }),
      await workshop.decide({ title: 'Choose a queue' }),
    ];
    await workshop.publish(first);
    await workshop.publish(second);
    expect(await workshop.kinds(second)).toEqual(['review opened']);
    workshop.forge.demands = { ...reviewed, otherRules: ['code_scanning'] };
    await workshop.publish(third);
    expect(await workshop.kinds(third)).toEqual(['branch rules', 'review opened']);
  });

  it.each(['auto', 'review'] as const)(
    'is told for each review that may not be merged (publish: %s)',
    async (setting) => {
      const workshop = await openReviewWorkshop({ publishing: { setting } });
      workshop.forge.demands = { ...reviewed, wantsSignatures: true };
      for (const title of ['Choose the language', 'Choose a database']) {
        const decision = await workshop.decide({ title });
        await workshop.publish(decision);
        expect(await workshop.kinds(decision)).toEqual(['branch rules', 'review opened']);
      }
      const decision = await workshop.decide({ title: 'Choose a queue' });
      await workshop.publish(decision, workshop.openGavelAt({ archive: { ...workshop.archive, signs: true } }));
      expect(await workshop.kinds(decision)).toEqual(['review opened']);
    },
  );

  it('keeps an unsigned commit from the branch, unless somebody asks for commits', async () => {
    const listed = { name: 'platform', folderSetting: 'folder' } as const;
    const workshop = await openReviewWorkshop();
    workshop.forge.demands = { ...open, wantsSignatures: true };
    const decision = await workshop.decide();
    const tip = await git(workshop.remote, 'rev-parse', 'main');
    const ports = workshop.openGavelAt({ archive: { ...workshop.archive, listed } });
    const place = workshop.archive.label;
    const trouble = { code: 'unsigned', branch: 'main', place, listed };
    await expect(workshop.publish(decision, ports)).rejects.toMatchObject({ trouble });
    expect(await git(workshop.remote, 'rev-parse', 'main')).toBe(tip);
    expect(await workshop.told(decision)).toEqual([{ kind: 'not published', trouble }]);
    workshop.pass(1);
    await workshop.push({ '.gavel.yml': 'publish: commit\n' });
    await workshop.publish(decision);
    expect(await workshop.kinds(decision)).toEqual(['not published', 'branch rules', 'published']);
  });

  it('does not hold up a way that is set while the forge does not answer', async () => {
    const workshop = await openReviewWorkshop({ publishing: { setting: 'commit' } });
    const trouble = { code: 'forge unreachable', place: 'forge.example', said: 'HTTP 503' } as const;
    workshop.forge.fault = () => new ForgeError(trouble);
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.kinds(decision)).toEqual(['published']);
  });
});

describe('the way of an ADR', { timeout: 120_000 }, () => {
  it('is a commit where the forge says that the branch takes one', async () => {
    const workshop = await openReviewWorkshop();
    workshop.forge.demands = demand({ way: 'commit', why: { code: 'branch open', branch: 'main' } });
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(workshop.forge.asked).toEqual(['askBranch']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'committed', number: 2 });
  });

  it.each([
    ['commit', 'committed', {}],
    ['review', 'in review', { code: 'set', in: 'configuration' }],
  ] as const)('is what is configured: %s', async (setting, state, why) => {
    const workshop = await openReviewWorkshop({ publishing: { setting } });
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state });
    expect((await workshop.review(decision))?.why ?? {}).toEqual(why);
  });

  it.each([
    ['publish: review\n', 'in review'],
    ['publish: commit\n', 'committed'],
    ['publish: whatever\n', 'committed'],
  ])('is what .gavel.yml says: %j', async (yaml, state) => {
    const workshop = await openReviewWorkshop({ publishing: { setting: 'commit' } });
    await workshop.push({ '.gavel.yml': yaml });
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state });
  });

  it('without a forge is a commit, until a push is refused; it is tried again after a day', async () => {
    const workshop = await openReviewWorkshop({ hasForge: false });
    await workshop.protect();
    const [first, second, third] = [
      await workshop.decide(),
      await workshop.decide({ title: 'Choose a database' }),
      await workshop.decide({ title: 'Choose a queue' }),
    ];
    await workshop.publish(first);
    expect(await workshop.review(first)).toMatchObject({
      ...{ branch, number: undefined, into: 'main' },
      why: { code: 'push refused', branch: 'main', said: expect.stringContaining('GH006') },
    });
    expect(await workshop.kinds(first)).toEqual(['review opened']);

    await workshop.publish(second);
    expect(await workshop.publication(second)).toMatchObject({ state: 'in review', number: 3 });

    workshop.pass(25 * 60);
    await writeFile(join(workshop.remote, 'lifted'), '');
    await workshop.publish(third);
    expect(await workshop.publication(third)).toMatchObject({ state: 'committed', number: 4 });
  });

  it('is a commit where the branch does not exist yet', async () => {
    const workshop = await openReviewWorkshop({ publishing: { setting: 'review' } });
    await git(workshop.remote, 'update-ref', '-d', 'refs/heads/main');
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'committed' });
  });
});

describe('a review that is merged', { timeout: 240_000 }, () => {
  it.each(['merge', 'squash', 'rebase'] as const)('by %s is announced then, and once', async (way) => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
    await workshop.forge.merge(12, way);
    await Promise.all([workshop.watch(decision), workshop.watch(decision, await workshop.openGavel())]);
    await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'published']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 2, fileName: file });
    expect(await workshop.told(decision)).toContainEqual(
      expect.objectContaining({
        kind: 'published',
        path: `docs/decisions/${file}`,
        review: { number: 12, url: 'https://forge.example/pull/12', branch, mergedBy: 'ada' },
      }),
    );
    expect(await workshop.branches()).toEqual(['main']);
    expect(await workshop.review(decision)).toMatchObject({ nextLookAt: undefined, seen: { state: 'merged' } });
  });

  it.each([
    ['by a merge', 'merge', undefined],
    ['by a squash', 'squash', undefined],
    ['by a squash with words of its own', 'squash', 'Decide on a language (#7)'],
    ['by a rebase', 'rebase', undefined],
  ] as const)('%s is found without a forge', async (_, way, message) => {
    const workshop = await openReviewWorkshop({ hasForge: false, publishing: { setting: 'review' } });
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
    await mergeBranch(workshop.remote, branch, way, message);
    await git(workshop.remote, 'update-ref', '-d', `refs/heads/${branch}`);
    await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'published']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 2, fileName: file });
  });

  it('under another name, with words of its own, is found by its content', async () => {
    const workshop = await openReviewWorkshop({ hasForge: false, publishing: { setting: 'review' } });
    const decision = await workshop.decide();
    await workshop.publish(decision);
    const text = `${await workshop.textOn(branch, file)}\n`;
    await workshop.push({ '0002-the-language.md': text });
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', fileName: '0002-the-language.md' });
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'published']);
  });

  it('says if another status was written in it', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.commitTo(branch, async (folder) => {
      const path = join(folder, file);
      await writeFile(path, (await readFile(path, 'utf8')).replace('\nAccepted\n', '\nRejected\n'));
    });
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    const told = await workshop.told(decision);
    const status = { from: 'Accepted', to: 'Rejected' };
    expect(told).toContainEqual(expect.objectContaining({ kind: 'edited in review', status }));
    expect(told).not.toContainEqual(expect.objectContaining({ chosen: expect.anything() }));
  });

  it('keeps what was edited in it, and says if that names another option', async () => {
    const workshop = await openReviewWorkshop();
    const [one, other] = [await workshop.decide(), await workshop.decide({ title: 'Choose a tool' })];
    await workshop.publish(one);
    await workshop.publish(other);
    await workshop.commitTo(branch, async (folder) => {
      const path = join(folder, file);
      await writeFile(path, (await readFile(path, 'utf8')).replace('It has', 'It surely has').concat('\nMore.\n'));
    });
    await workshop.commitTo('gavel/0003-choose-a-tool', async (folder) => {
      const path = join(folder, '0003-choose-a-tool.md');
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll('Go', 'Rust'));
    });
    await workshop.forge.merge(12, 'squash');
    await workshop.forge.merge(13, 'squash');
    for (const decision of [one, other]) await workshop.watch(decision);
    expect(await workshop.kinds(one)).toEqual(['review opened', 'edited in review', 'published']);
    const told = (await workshop.told(other)) as { kind: string; chosen?: object }[];
    expect(told.find(({ kind }) => kind === 'edited in review')).toMatchObject({ chosen: { from: 'Go', to: 'Rust' } });
    const review = await workshop.review(one);
    expect(review?.merged).toContain('More.');
    expect(review?.written).not.toContain('More.');
  });

  it('counts where somebody brought the same file by hand, and then closes its own', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.push({ [file]: await workshop.textOn(branch, file) });
    await workshop.follow();
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', fileName: file });
    expect(workshop.forge.reviews()).toMatchObject([{ state: 'closed' }]);
  });
});
