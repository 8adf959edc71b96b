import { expect, it, onTestFinished, vi } from 'vitest';
import { branch, path, setStage } from '../../forge/github/stage.ts';
import { archiveFor, makeChange, readText } from '../workshop.ts';

it('a GitHub App publishes where every commit has to be signed, for longer than its token is good', async () => {
  await using stage = await setStage();
  const { forge, gavel } = stage;
  stage.protect({ push: 'writers', signatures: true });
  const settings = { folder: 'docs/adr', token: gavel.gitToken };
  const archive = await archiveFor(forge.gitUrl(path), { ...settings, makeCommit: gavel.makeCommit });
  const unsigned = await archiveFor(forge.gitUrl(path), settings);
  await expect(unsigned.commit(makeChange(1), await unsigned.fetch())).rejects.toMatchObject({
    trouble: { code: 'rule in the way', rule: 'required_signatures' },
  });

  const direct = await archive.commit(makeChange(1), await archive.fetch());
  expect(await forge.tip(path, 'main')).toBe(direct.commit);
  const pushed = await archive.pushReview(makeChange(2), await archive.fetch(), { branch, replaces: undefined });
  expect(await forge.tip(path, branch)).toBe(pushed.commit);

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60 * 60 * 1000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const text = '# Choose 2\n\nBecause.\n';
  await forge.person('ann').commit(path, { branch, files: { 'docs/adr/0002-choose-2.md': text } });
  const other = makeChange(3, { files: [{ name: '0002-other.md', content: 'two\n' }] });
  await archive.commit(other, await archive.fetch());
  const on = await archive.fetch();
  const review = await archive.fetchReview(branch, on);
  if (review === undefined) throw new Error('gone');
  expect(review.others).toHaveLength(1);
  const files = [{ name: '0003-choose.md', content: '# Choose 3\n' }];
  const was = { name: '0002-choose-2.md', edit: (before: string) => before.replace('Choose 2', 'Choose 3') };
  const updated = await archive.updateReview({ ...makeChange(2, { files }), was }, review, on, { branch });
  expect(await forge.tip(path, branch)).toBe(updated.commit);
  const after = await archive.fetchReview(branch, on);
  expect(after && (await readText(after.snapshot, '0003-choose.md'))).toBe('# Choose 3\n\nBecause.\n');
  expect(after?.changed).toEqual(['0003-choose.md']);
});
