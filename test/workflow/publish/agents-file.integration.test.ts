import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../archive/workshop.ts';
import { makeAdr } from '../archive-workshop.ts';
import { openPublishWorkshop } from '../publish-workshop.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const settings = { '.gavel.yml': 'agents: AGENTS.md\n' };
const adrs = {
  '0001-use-git.md': makeAdr('1. Use git'),
  '0002-use-tea.md': makeAdr('2. Use tea'),
  '0003-use-milk.md': makeAdr('3. Use milk').replace('Accepted', 'Proposed'),
};
const rules = '# Rules\n\nBe kind.\n\n<!-- gavel:decisions -->\n<!-- /gavel:decisions -->\n\nAnd quiet.\n';

const read = (clone: string, path: string, revision = 'origin/main') => git(clone, 'show', `${revision}:${path}`);

const catchUp = (clone: string) => git(clone, 'merge', '--quiet', '--ff-only', 'origin/main');

describe('publish, with a list of decisions for agents', { timeout: 120_000 }, () => {
  it('keeps it in the commit of the record, and every other byte of its file', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ ...adrs, ...settings, '../../AGENTS.md': rules });
    const decision = await workshop.decide({ bond: await workshop.bondTo('0002-use-tea.md') });
    await workshop.publish(decision);
    const [commit] = (await git(workshop.clone, 'log', '-1', '--format=%H', 'origin/main', '--', 'AGENTS.md')).split(
      '\n',
    );
    expect(commit).toBe(await git(workshop.clone, 'rev-parse', 'origin/main'));
    const text = await read(workshop.clone, 'AGENTS.md');
    expect(text.startsWith('# Rules\n\nBe kind.\n\n<!-- gavel:decisions -->\n')).toBe(true);
    expect(text.endsWith('<!-- /gavel:decisions -->\n\nAnd quiet.')).toBe(true);
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      expect.stringMatching(/^- \[ADR-0001 Use git\]\(docs\/decisions\/0001-use-git\.md\)/),
      expect.stringMatching(/^- \[ADR-0004 Choose the language\]\(docs\/decisions\/0004-choose-the-language\.md\): /),
    ]);
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks: [] }]);
  });

  it('makes the file if there is none, and no list unless somebody wants one', async () => {
    const workshop = await openPublishWorkshop();
    await workshop.push(adrs);
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    expect(await workshop.changed()).toEqual(['0004-choose-the-language.md']);
    await catchUp(workshop.clone);
    await workshop.push({ '.gavel.yml': 'agents: .github/copilot-instructions.md\n' });
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    const text = await read(workshop.clone, '.github/copilot-instructions.md');
    expect(text).toContain('- [ADR-0005 Choose the language](../docs/decisions/0005-choose-the-language.md)');
  });

  it.each([
    ['its markers are no pair', '<!-- gavel:decisions -->\n', 'markers'],
    ['it is not UTF-8', new Uint8Array([0xff, 0x0a]), 'no text'],
    ['it is a link', undefined, 'no file'],
  ] as const)('leaves the file alone and says so if %s', async (_, text, why) => {
    const workshop = await openPublishWorkshop();
    await workshop.push({ ...adrs, ...settings, ...(text === undefined ? {} : { '../../AGENTS.md': text }) });
    if (text === undefined) {
      await symlink('README.md', join(workshop.clone, 'AGENTS.md'));
      await workshop.push({});
    }
    await workshop.follow();
    const decision = await workshop.decide();
    await workshop.publish(decision);
    expect(await workshop.changed()).toEqual(['0004-choose-the-language.md']);
    const remarks = [{ code: 'agents file left', file: 'AGENTS.md', why }];
    expect(await workshop.told(decision)).toMatchObject([{ kind: 'published', remarks }]);
  });

  it('publishes all the same if a file is where a folder should be', async () => {
    const workshop = await openPublishWorkshop();
    await mkdir(join(workshop.clone, 'notes.md'), { recursive: true });
    await writeFile(join(workshop.clone, 'notes.md/x'), 'x');
    await workshop.push({ ...adrs, '.gavel.yml': 'agents: notes.md\n', '../../tools': 'x' });
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    expect(await workshop.changed()).toEqual(['0004-choose-the-language.md']);
    await catchUp(workshop.clone);
    await workshop.push({ '.gavel.yml': 'agents: tools/AGENTS.md\n' });
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    expect(await workshop.changed()).toEqual(['0005-choose-the-language.md']);
  });

  it('is part of a review, too, once there is an outcome', async () => {
    const workshop = await openReviewWorkshop();
    await workshop.push({ ...settings, '../../AGENTS.md': rules });
    await workshop.follow();
    await workshop.publish(await workshop.decide());
    const branch = 'gavel/0002-choose-the-language';
    const changed = await git(workshop.remote, 'diff', '--name-only', `main..${branch}`);
    expect(changed.split('\n')).toEqual(['AGENTS.md', 'docs/decisions/0002-choose-the-language.md']);
    expect(await read(workshop.remote, 'AGENTS.md', branch)).toContain('- [ADR-0002 Choose the language]');
    expect(await read(workshop.remote, 'AGENTS.md', 'main')).not.toContain('ADR-0002');
  });
});
