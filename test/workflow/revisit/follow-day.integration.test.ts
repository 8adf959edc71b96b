import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { catchUp } from '../../../src/workflow/follow/catch-up.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import { demand } from '../fake-forge.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

let workshop: Awaited<ReturnType<typeof openReviewWorkshop>>;

beforeEach(async () => {
  workshop = await openReviewWorkshop();
  workshop.forge.demands = demand({ way: 'commit', why: { code: 'branch open', branch: 'main' } });
}, 60_000);

/** A decision whose ADR is on the branch, with a day to look again. */
async function openPublished(title: string, on: string | null = '2027-03-02') {
  const decision = await workshop.decide({ title, revisit: { on: on ?? undefined, when: 'we outgrow it' } });
  await workshop.publish(decision);
  await followArchive(workshop.ports);
  const { fileName = '' } = (await workshop.publication(decision)) ?? {};
  return { decision, fileName };
}

/** Somebody commits another text of a file, and Gavel hears of it twice. */
async function edit(fileName: string, change: (text: string) => string, name = fileName): Promise<void> {
  const before = await workshop.textOn('main', fileName);
  await workshop.commitTo('main', async (folder) => {
    await writeFile(join(folder, fileName), `${change(before)}\n`);
    if (name !== fileName) await rename(join(folder, fileName), join(folder, name));
  });
  for (let time = 0; time < 2; time += 1) await followArchive(workshop.ports);
}

const redate = (day: string) => (text: string) => text.replaceAll(/2027-03-02|2028-04-03/g, day);
const removeDay = (text: string) => text.replaceAll(/^.*(?:2027-03-02|2028-04-03).*$\n?/gm, '');
const dayOf = async ({ id }: Decision) => (await workshop.ports.store.read.decisions.find(id))?.revisit;

async function found({ id }: Decision) {
  const rows = await workshop.query<{ detail: object; decision_id: string; actor_id: string | null }>(
    `select detail, decision_id, actor_id from event where kind = 'revisit day found' order by id`,
  );
  expect(rows.every((row) => row.actor_id === null)).toBe(true);
  return rows.filter((row) => row.decision_id === id).map(({ detail }) => detail);
}

/** On which days a decision is to be asked about. */
async function planned({ id }: Decision) {
  const rows = await workshop.query<{ on: string; key: string }>(
    `select to_char(run_at at time zone 'UTC' + interval '1 hour', 'YYYY-MM-DD') as "on", key from graphile_worker.jobs
     where key like '%:ask-revisit:%'`,
  );
  return rows.filter(({ key }) => key.endsWith(id)).map(({ on }) => on);
}

describe('the day to look again in a file of a decision', () => {
  it('counts when somebody changes it by hand, and the history alone says so', async () => {
    const { decision, fileName } = await openPublished('Follow it');
    const told = await workshop.kinds(decision);
    await edit(fileName, (text) => `${text}\n\nSomebody tidied up.`);
    expect(await found(decision)).toEqual([]);
    await edit(fileName, redate('2028-04-03'));
    expect(await dayOf(decision)).toEqual({ on: '2028-04-03', when: 'we outgrow it' });
    expect(await found(decision)).toEqual([{ from: '2027-03-02', to: '2028-04-03' }]);
    expect(await planned(decision)).toEqual(['2028-04-03']);
    expect(await workshop.kinds(decision)).toEqual(told);

    await edit(fileName, removeDay);
    expect(await dayOf(decision)).toEqual({ on: undefined, when: 'we outgrow it' });
    expect(await found(decision)).toEqual([{ from: '2027-03-02', to: '2028-04-03' }, { from: '2028-04-03' }]);
    await catchUp(workshop.ports);
    expect(await workshop.kinds(decision)).toEqual(told);
  });

  it('counts in a file that gets another name, and if there was none', async () => {
    const { decision, fileName } = await openPublished('Rename it');
    await edit(fileName, redate('2028-04-03'), fileName.replace('rename', 'renamed'));
    expect(await dayOf(decision)).toMatchObject({ on: '2028-04-03' });
    const undated = await openPublished('Date it', null);
    await edit(undated.fileName, (text) => `${text}\n\n## More Information\n\nRevisit on: 2028-04-03\n`);
    expect(await dayOf(undated.decision)).toMatchObject({ on: '2028-04-03' });
    expect(await found(undated.decision)).toEqual([{ to: '2028-04-03' }]);
  });

  it('stays when the file has one that nobody can read, or is gone', async () => {
    const { decision, fileName } = await openPublished('Spoil it');
    await edit(fileName, redate('some day'));
    expect(await dayOf(decision)).toMatchObject({ on: '2027-03-02' });
    await workshop.commitTo('main', (folder) => rm(join(folder, fileName)));
    await followArchive(workshop.ports);
    expect(await dayOf(decision)).toMatchObject({ on: '2027-03-02' });
    expect(await found(decision)).toEqual([]);
  });

  it('stays when people have been asked about the one that the file has now, and lists go by it', async () => {
    const { decision, fileName } = await openPublished('Ask about it');
    const { revisits } = workshop.ports.store.read;
    const question = {
      ...{ id: randomUUID(), teamId: 'T1', subject: { decisionId: decision.id }, archive: workshop.archive.id },
      ...{ channelIds: ['C1'], askedAt: workshop.now(), remindedAt: undefined, answer: undefined },
      ...{ noted: undefined, review: undefined },
    };
    await revisits.ask({ ...question, dueOn: '2027-03-02' });
    const open = async () => (await revisits.findOpen('T1', { channelId: 'C1' }, 9)).map(({ dueOn }) => dueOn);
    expect(await open()).toEqual(['2027-03-02']);
    await edit(fileName, redate('2028-04-03'));
    expect(await dayOf(decision)).toMatchObject({ on: '2028-04-03' });
    // Somebody has put it off.
    expect(await open()).toEqual([]);
    await edit(fileName, redate('2027-03-02'));
    expect(await dayOf(decision)).toMatchObject({ on: '2028-04-03' });
    expect(await found(decision)).toHaveLength(1);
  });

  it('counts as it was merged, if people changed it in the review', async () => {
    workshop.forge.demands = demand({ way: 'review', why: { code: 'reviews only', branch: 'main', approvals: 1 } });
    const reviewed = async (title: string, change: (text: string) => string) => {
      const decision = await workshop.decide({ title, revisit: { on: '2027-03-02', when: undefined } });
      await workshop.publish(decision);
      const { branch = '', number = 0 } = workshop.forge.reviews().at(-1) ?? {};
      const { fileName = '' } = (await workshop.review(decision)) ?? {};
      const text = await workshop.textOn(branch, fileName);
      await workshop.commitTo(branch, (folder) => writeFile(join(folder, fileName), `${change(text)}\n`));
      await workshop.forge.merge(number);
      for (let time = 0; time < 2; time += 1) await workshop.watch(decision);
      expect(await workshop.publication(decision)).toMatchObject({ state: 'merged' });
      return { on: (await dayOf(decision))?.on, found: await found(decision) };
    };
    expect(await reviewed('Edit it', redate('2028-04-03'))).toEqual({
      on: '2028-04-03',
      found: [{ from: '2027-03-02', to: '2028-04-03' }],
    });
    expect(await reviewed('Undate it', removeDay)).toEqual({ on: undefined, found: [{ from: '2027-03-02' }] });
    expect(await reviewed('Keep it', (text) => `${text}\n\nMore.`)).toEqual({ on: '2027-03-02', found: [] });
  });
});
