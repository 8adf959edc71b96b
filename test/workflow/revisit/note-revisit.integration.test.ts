import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import type { AskedRevisit } from '../../../src/workflow/ports/records/revisits.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { noteRevisit } from '../../../src/workflow/revisit/note-revisit.ts';
import { demand } from '../fake-forge.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const byCommit = demand({ way: 'commit', why: { code: 'branch open', branch: 'main' } });
const byReview = demand({ way: 'review', why: { code: 'reviews only', branch: 'main', approvals: 1 } });

let workshop: Awaited<ReturnType<typeof openReviewWorkshop>>;

beforeEach(async () => {
  workshop = await openReviewWorkshop();
}, 60_000);

/** A decision whose ADR is on the branch, which Alice has found still right. */
async function openAnswered(title: string) {
  workshop.forge.demands = byCommit;
  const decision = await workshop.decide({ title, revisit: { on: '2026-03-02', when: undefined } });
  await workshop.publish(decision);
  const { fileName = '' } = (await workshop.publication(decision)) ?? {};
  return { decision, fileName, note: await answer(decision) };
}

/** Alice says that it is still right. */
async function answer(decision: Decision) {
  const { revisits } = workshop.ports.store.read;
  const asked: AskedRevisit = {
    ...{ id: randomUUID(), teamId: 'T1', subject: { decisionId: decision.id }, archive: workshop.ports.archive.id },
    ...{ channelIds: ['C1'], dueOn: '2026-03-02', askedAt: workshop.now(), remindedAt: undefined, review: undefined },
    answer: { by: 'U1', at: workshop.now(), note: 'load has grown little', next: '2027-03-02' },
    noted: 'not yet',
  };
  await revisits.ask(asked);
  await revisits.save(asked);
  return {
    id: asked.id,
    run: (by: RepositoryPorts = workshop.ports) =>
      noteRevisit(by, { revisitId: asked.id, archive: workshop.ports.archive.id }),
    state: async () => (await revisits.find(asked.id))?.noted,
  };
}

const count = (text: string, words: string) => text.split(words).length - 1;
const news = async (decision: Decision) =>
  (await workshop.kinds(decision)).filter((kind) => kind.startsWith('revisit'));

describe('the note that something is still right', () => {
  it('is committed once, whatever was cut short, and only that changes', async () => {
    const { decision, fileName, note } = await openAnswered('Commit it');
    const before = await workshop.textOn('main', fileName);
    // It arrives, and nobody hears of that.
    const deaf = await workshop.openGavel();
    const { archive } = deaf;
    const cut = {
      ...archive,
      commit: async (...how: Parameters<typeof archive.commit>) => {
        await archive.commit(...how);
        throw new Error('Gavel was killed.');
      },
    };
    await expect(note.run(await workshop.openGavel({ archive: cut }))).rejects.toThrow('killed');
    expect(await note.state()).toBe('not yet');
    for (let time = 0; time < 2; time += 1) await note.run();
    expect(await note.state()).toBe('on branch');
    const after = await workshop.textOn('main', fileName);
    expect(count(after, 'by Alice: still right')).toBe(1);
    expect(after).toContain('2027-03-02');
    expect(count(before, '\n')).toBeLessThan(count(after, '\n'));
    expect(await news(decision)).toEqual(['revisit noted']);
    await workshop.fetch();
    expect(await workshop.message()).toContain('load has grown little');
    expect(await workshop.changed()).toEqual([fileName]);
  });

  it('goes by a review where the branch demands one, and the thread hears how it ends', async () => {
    const merged = await openAnswered('Merge it');
    const closed = await openAnswered('Close it');
    workshop.forge.demands = byReview;
    for (const { note } of [merged, closed]) for (let time = 0; time < 2; time += 1) await note.run();
    const [first, second] = workshop.forge.reviews();
    expect(workshop.forge.reviews()).toHaveLength(2);
    expect(first?.title).toMatch(/^ADR \d{4} Merge it: Revisited on \d{4}-\d\d-\d\d: still right$/);
    expect(await workshop.textOn('main', merged.fileName)).not.toContain('still right');
    expect(await workshop.textOn(first?.branch ?? '', merged.fileName)).toContain('by Alice: still right');
    expect([await merged.note.state(), await closed.note.state()]).toEqual(['in review', 'in review']);

    await workshop.forge.merge(first?.number ?? 0, 'squash', 'Look again');
    workshop.forge.change(second?.number ?? 0, { state: 'closed', endedBy: 'ada' });
    for (const { note } of [merged, closed]) for (let time = 0; time < 2; time += 1) await note.run();
    expect([await merged.note.state(), await closed.note.state()]).toEqual(['on branch', 'left']);
    expect(await news(merged.decision)).toEqual(['revisit in review', 'revisit noted']);
    expect(await news(closed.decision)).toEqual(['revisit in review', 'revisit not noted']);
    expect(count(await workshop.textOn('main', merged.fileName), 'still right')).toBe(1);
  });

  it('is looked at when the forge has news of its review or of the repository, or the branch has moved', async () => {
    const one = await openAnswered('Hear of it');
    const other = await openAnswered('Hear of another');
    workshop.forge.demands = byReview;
    for (const { note } of [one, other]) await note.run();
    const [first, second] = workshop.forge.reviews().map(({ branch }) => branch);
    const place = workshop.archive.label;
    const soon = async () =>
      (await workshop.query<{ key: string }>('select key from graphile_worker.jobs where run_at <= now()'))
        .filter(({ key }) => key.includes(':note-revisit:'))
        .map(({ key }) => (key.endsWith(one.note.id) ? 'one' : 'other'))
        .toSorted();
    const forget = () =>
      workshop.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs');
    const heard = [];
    for (const news of [
      { kind: 'review', place, branch: first },
      { kind: 'push', place, branch: second ?? '' },
      { kind: 'review', place, branch: undefined },
      { kind: 'review', place, branch: 'another' },
      { kind: 'review', place: 'elsewhere.example/team', branch: first },
      { kind: 'access', place: undefined },
    ] as const) {
      await forget();
      for (let time = 0; time < 2; time += 1) await hearForge(workshop.ports, news);
      heard.push(await soon());
    }
    expect(heard).toEqual([['one'], ['other'], [], [], [], ['one', 'other']]);

    await forget();
    await followArchive(workshop.ports);
    expect(await soon()).toEqual([]);
    await workshop.commitTo('main', (folder) => writeFile(join(folder, 'notes.txt'), 'Some notes.\n'));
    await followArchive(workshop.ports);
    expect(await soon()).toEqual(['one', 'other']);
    await workshop.forge.merge(12);
    for (const { note } of [one, other]) await note.run();
    await forget();
    await hearForge(workshop.ports, { kind: 'review', place, branch: first });
    expect(await soon()).toEqual([]);
    expect(await news(one.decision)).toEqual(['revisit in review', 'revisit noted']);
  });

  it('is made anew on top of what others changed in the meantime', async () => {
    const { fileName, note } = await openAnswered('Conflict');
    workshop.forge.demands = byReview;
    await note.run();
    const review = workshop.forge.reviews().at(-1);
    await workshop.commitTo('main', async (folder) => {
      const text = await workshop.textOn('main', fileName);
      await writeFile(join(folder, fileName), `${text}\n\n## More Information\n\nSomebody added this.\n`);
    });
    workshop.forge.change(review?.number ?? 0, { hasConflict: true });
    await note.run();
    const text = await workshop.textOn(review?.branch ?? '', fileName);
    expect(text).toContain('Somebody added this.');
    expect(count(text, 'by Alice: still right')).toBe(1);
  });

  it('waits for an ADR that is not on the branch yet, and is left where the file is gone or unreadable', async () => {
    workshop.forge.demands = byCommit;
    const waiting = await workshop.decide({ title: 'Wait for it' });
    const early = await answer(waiting);
    await early.run();
    expect(await early.state()).toBe('not yet');
    await workshop.publish(waiting);
    await early.run();
    expect(await early.state()).toBe('on branch');

    const gone = await openAnswered('Lose it');
    const strange = await openAnswered('Spoil it');
    await workshop.commitTo('main', async (folder) => {
      await writeFile(join(folder, strange.fileName), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]));
      await rm(join(folder, gone.fileName));
    });
    for (const { note, decision } of [gone, strange]) {
      await note.run();
      expect(await note.state()).toBe('left');
      expect(await news(decision)).toEqual(['revisit not noted']);
    }
  });

  it('tells the thread once what is in its way, and goes on trying', async () => {
    const { decision, note } = await openAnswered('Try again');
    const broken = await workshop.openGavel();
    const fault = new ArchiveError({ code: 'access denied', place: 'here', said: 'no' } as never);
    const archive = { ...broken.archive, commit: async () => Promise.reject(fault) };
    const by = await workshop.openGavel({ archive });
    for (let time = 0; time < 2; time += 1) await expect(note.run(by)).rejects.toBe(fault);
    expect(await news(decision)).toEqual(['revisit not noted']);
    expect(await note.state()).toBe('not yet');
    await note.run();
    expect(await news(decision)).toEqual(['revisit not noted', 'revisit noted']);
  });
});
