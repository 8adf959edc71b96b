import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { showEdits } from '../../../src/workflow/publish/review/show-edits.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const branch = 'gavel/0002-choose-the-language';
const file = '0002-choose-the-language.md';
const alice = { teamId: 'T1', userId: 'U1' };

/** An ADR in review, and what others do to it there. */
async function openEdits(hasForge: boolean) {
  const workshop = await openReviewWorkshop({ hasForge, publishing: { setting: 'review' } });
  const decision = await workshop.decide({ proposerId: 'U1' });
  await workshop.publish(decision);
  const edit = (change: (text: string) => string, name = file) =>
    workshop.commitTo(branch, async (folder) => {
      const path = join(folder, name);
      await writeFile(path, change(await readFile(path, 'utf8')));
    });
  /** What the thread is told of it before anything is merged, in order. */
  const told = async () =>
    (
      await workshop.query<{ body: object }>(
        "select body from message where body -> 'isOpen' is not null order by written_at, key",
      )
    ).map(({ body }) => body);
  return { ...workshop, decision, edit, told, show: () => showEdits(workshop.ports, alice, decision.id) };
}

describe.each([true, false])(
  'an ADR that others edit while it is in review (forge: %s)',
  { timeout: 120_000 },
  (at) => {
    it('is told once, and once more if it names another option or status by then', async () => {
      const { decision, watch, edit, told, show } = await openEdits(at);
      await watch(decision);
      expect(await told()).toEqual([]);
      expect(await show()).toMatchObject({ difference: { isSame: true } });

      for (const words of ['More.', 'Much more.']) {
        await edit((text) => `${text}\n${words}\n`);
        await watch(decision);
        await watch(decision);
      }
      const about = { kind: 'edited in review', branch, fileName: file, isOpen: true };
      expect(await told()).toMatchObject([about]);
      expect((await told())[0]).not.toHaveProperty('chosen');
      const shown = await show();
      expect(shown?.merged).toContain('Much more.');
      expect(shown?.difference).toMatchObject({ isSame: false, chosen: undefined, status: undefined });

      await edit((text) => text.replaceAll('Go', 'Rust'));
      await watch(decision);
      await edit((text) => text.replace('\nAccepted\n', '\nRejected\n'));
      await watch(decision);
      await watch(decision);
      const chosen = { from: 'Go', to: 'Rust' };
      const status = { from: 'Accepted', to: 'Rejected' };
      expect(await told()).toMatchObject([about, { ...about, chosen }, { ...about, chosen, status }]);
      expect((await show())?.difference).toMatchObject({ chosen, status });
    });

    it('is not told of commits that leave the ADR as it is', async () => {
      const { decision, watch, told, show, commitTo } = await openEdits(at);
      await commitTo(branch, (folder) => appendFile(join(folder, '0001-use-git.md'), '\nMore.\n'));
      await watch(decision);
      expect(await told()).toEqual([]);
      expect(await show()).toMatchObject({ difference: { isSame: true } });
    });

    it('is told of what was edited under the number that it had', async () => {
      const { decision, watch, edit, told, show, push, follow } = await openEdits(at);
      await edit((text) => `${text}\nMore.\n`);
      await push({ '0002-use-tea.md': '# 2. Use tea\n\n## Status\n\nAccepted\n' });
      await follow();
      await watch(decision);
      await watch(decision);
      expect(await told()).toMatchObject([{ fileName: file }]);
      const shown = await show();
      expect(shown?.merged).toBe(`${shown?.written}\nMore.\n`);
      expect(shown?.merged).toContain('# 3. Choose the language');
    });
  },
);
