import { describe, expect, it } from 'vitest';
import { readDialect } from '../../../packages/adr/test/dialects/read-dialect.ts';
import type { Snapshot } from '../../../src/workflow/ports/archive/snapshot.ts';
import type { ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import { previewAdr } from '../../../src/workflow/publish/adr-text.ts';
import { learnHouseStyle } from '../../../src/workflow/publish/house-style.ts';
import { git } from '../../archive/workshop.ts';
import { makeDecision } from '../../store/decision-samples.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { openPublishWorkshop } from '../publish-workshop.ts';

/** The questions asked of a snapshot. */
function watch(snapshot: Snapshot): { snapshot: Snapshot; asked: string[][] } {
  const asked: string[][] = [];
  const read: Snapshot['read'] = (names) => {
    asked.push([...names]);
    return snapshot.read(names);
  };
  return { snapshot: { ...snapshot, read }, asked };
}

const form: ProposalInput = {
  title: 'Use tea',
  context: 'We are *tired*.',
  drivers: 'Warm\n\nCheap',
  options: [
    { key: 'a', title: 'Tea', description: '', arguments: [{ kind: 'pro', text: 'no crash' }] },
    { key: 'b', title: ' ', description: '', arguments: [] },
  ],
  sections: [{ key: 'c', heading: 'Decision', markdown: 'Tea, probably.' }],
  draft: undefined,
  remarks: [],
  bond: undefined,
  deciders: [],
  closesAt: undefined,
  opensVotingNow: true,
};

describe('learnHouseStyle', { timeout: 180_000 }, () => {
  it('reads the template and the most recent ADRs, together and once for each commit', async () => {
    const { ports, push } = await openPublishWorkshop();
    const old = Array.from({ length: 25 }, (_, index) => [`${index + 1}-x.md`, readDialect('madr-3')] as const);
    await push({ ...Object.fromEntries(old), 'template.md': readDialect('madr-3'), 'README.md': '# Decisions' });
    const { snapshot, asked } = watch(await ports.archive.fetch());
    const { style, votes, names, warnings } = await learnHouseStyle(ports, snapshot);
    expect(style.learnedFrom).toEqual({ how: 'template', files: ['template.md'] });
    expect([votes, names, warnings]).toEqual(['section', false, []]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.toSorted()).toEqual(['template.md', ...old.slice(-20).map(([name]) => name)].toSorted());
    await learnHouseStyle(ports, snapshot);
    expect(asked).toHaveLength(1);
  });

  it('is MADR with votes and names if there is nothing', async () => {
    const { ports } = await openPublishWorkshop();
    const { style, votes, names } = await learnHouseStyle(ports, await ports.archive.fetch());
    expect([style.learnedFrom.how, votes, names]).toEqual(['default', 'section', true]);
  });

  it('pins what .gavel.yml says, and says which parts can’t be used', async () => {
    const { ports, push } = await openPublishWorkshop();
    const settings = 'style:\n  votes: section\n  names: sometimes\n';
    await push({ '0001-x.md': readDialect('adr-tools'), '.gavel.yml': settings });
    const { votes, names, warnings } = await learnHouseStyle(ports, await ports.archive.fetch());
    expect([votes, names]).toEqual(['section', false]);
    expect(warnings).toEqual([{ code: 'unusable setting', name: 'names', line: 3, isError: false }]);
  });

  it('continues to use names if the archive’s own points have them', async () => {
    const { ports, push } = await openPublishWorkshop();
    await push({ '0001-x.md': readDialect('madr-4').replaceAll(/(because .*)/g, '$1 (Alice)') });
    expect((await learnHouseStyle(ports, await ports.archive.fetch())).names).toBe(true);
  });
});

describe('the style of an archive that Gavel writes into', { timeout: 120_000 }, () => {
  it('stays what people made it, after ten decisions, and for a Gavel with another database', async () => {
    const { ports, push, decide, publish, show, openGavel } = await openPublishWorkshop();
    const files = [1, 2, 3].map((number) => [`000${number}-x.md`, readDialect('madr-3')] as const);
    await push(Object.fromEntries(files));
    const before = await learnHouseStyle(ports, await ports.archive.fetch());
    for (let count = 1; count <= 10; count += 1) {
      const { fileName } = await publish(await decide({ title: `Decide ${count}` }));
      expect(await show(fileName)).toContain('## Context and Problem Statement\n');
    }
    expect((await learnHouseStyle(ports, await ports.archive.fetch())).style).toEqual(before.style);
    const other = await openGavel(await freshDatabase());
    expect((await learnHouseStyle(other, await other.archive.fetch())).style).toEqual(before.style);
  });

  it('is known after somebody squashed the history, and renamed what Gavel wrote', async () => {
    const { ports, push, decide, publish, clone, openGavel, follow } = await openPublishWorkshop();
    await push({ '0001-x.md': readDialect('nygard') });
    const before = await learnHouseStyle(ports, await ports.archive.fetch());
    for (let count = 1; count <= 3; count += 1) await publish(await decide({ title: `Decide ${count}` }));
    await git(clone, 'reset', '--quiet', '--hard', 'origin/main');
    await git(clone, 'mv', 'docs/decisions/0002-decide-1.md', 'docs/decisions/0002-decided.md');
    await push({});
    const other = await openGavel(await freshDatabase());
    expect((await learnHouseStyle(other, await other.archive.fetch())).style).toEqual(before.style);

    await git(clone, 'checkout', '--quiet', '--orphan', 'squashed');
    await push({}, '--force');
    await follow();
    expect((await learnHouseStyle(ports, await ports.archive.fetch())).style.learnedFrom).toEqual(
      before.style.learnedFrom,
    );
  });
});

describe('previewAdr', { timeout: 180_000 }, () => {
  it('shows a form as an ADR of the house that is still proposed', async () => {
    const { ports, push } = await openPublishWorkshop();
    await push({ 'ADR-014-x.md': readDialect('verdicts') });
    const { style } = await learnHouseStyle(ports, await ports.archive.fetch());
    const preview = await previewAdr(ports, form, style, { teamId: 'T1', channelId: 'C1' });
    expect(preview).toMatch(/^# ADR-NNN: Use tea\n\n\*\*Status\*\*: Proposed {2}\n\*\*Date\*\*: \w+ \d+, \d{4}\n/);
    expect(preview).toContain('## Decision\n\nTea, probably.\n');
    expect(preview).toContain('### Tea\n- **Pros**: no crash\n');
  });

  it('shows a proposal with what was said about it', async () => {
    const { ports } = await openPublishWorkshop();
    const decision = makeDecision({ objections: [], title: 'Use coffee' });
    await ports.store.read.decisions.insert(decision);
    const { style } = await learnHouseStyle(ports, await ports.archive.fetch());
    const preview = await previewAdr(ports, decision, style, decision);
    expect(preview).toContain('status: proposed');
    expect(preview).toContain('# Use coffee\n\n## Context and Problem Statement\n\nOurs is **full**.\n');
    expect(preview).not.toContain('## Decision Outcome');
  });
});
