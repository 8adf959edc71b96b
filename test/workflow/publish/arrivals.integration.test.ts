import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../archive/workshop.ts';
import { mergeBranch } from '../fake-forge.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const branch = 'gavel/0002-choose-the-language';
const file = '0002-choose-the-language.md';

describe('a review that its forge calls merged', { timeout: 120_000 }, () => {
  it('is found by the title of its ADR where that has another name, another text and no trailer', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    await workshop.commitTo(branch, async (folder) => {
      const text = await readFile(join(folder, file), 'utf8');
      await rename(join(folder, file), join(folder, '0002-the-language.md'));
      await writeFile(join(folder, '0002-the-language.md'), `${text}\nMore.\n`);
    });
    await workshop.forge.merge(12, 'squash', 'Decide on a language');
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', fileName: '0002-the-language.md' });
    expect((await workshop.review(decision))?.merged).toContain('More.');
  });

  it('is waited for once, and asked about if its ADR is nowhere then', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    workshop.forge.change(12, { state: 'merged', endedBy: 'ada' });
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'closed without merging' });
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review closed']);
  });
});

it('a review that is merged and removed while Gavel looks is no lost one', { timeout: 120_000 }, async () => {
  const workshop = await openReviewWorkshop({ hasForge: false, publishing: { setting: 'review' } });
  const decision = await workshop.decide();
  await workshop.publish(decision);
  let isMerged = false;
  const archive: typeof workshop.archive = {
    ...workshop.archive,
    fetchReview: async (...asked) => {
      if (!isMerged) {
        await mergeBranch(workshop.remote, branch, 'squash', 'Decide on a language');
        await git(workshop.remote, 'update-ref', '-d', `refs/heads/${branch}`);
      }
      isMerged = true;
      return workshop.archive.fetchReview(...asked);
    },
  };
  await workshop.watch(decision, workshop.openGavelAt({ archive }));
  expect(await workshop.kinds(decision)).toEqual(['review opened', 'published']);
});
