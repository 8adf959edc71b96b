import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import type { AskedRevisit, RevisitSubject } from '../../../src/workflow/ports/records/revisits.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { leaveNote, reopenNote } from '../../../src/workflow/revisit/closed-note.ts';
import { noteRevisit } from '../../../src/workflow/revisit/note-revisit.ts';
import { git } from '../../archive/workshop.ts';
import { demand, mergeBranch } from '../fake-forge.ts';
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
  return answerAbout({ decisionId: decision.id });
}

async function answerAbout(subject: RevisitSubject) {
  const { revisits } = workshop.ports.store.read;
  const asked: AskedRevisit = {
    ...{ id: randomUUID(), teamId: 'T1', subject, archive: workshop.ports.archive.id },
    ...{ channelIds: ['C1'], dueOn: '2026-03-02', askedAt: workshop.now(), remindedAt: undefined, review: undefined },
    answer: { by: 'U1', at: workshop.now(), note: 'load has grown little', next: '2027-03-02' },
    noted: 'not yet',
  };
  await revisits.ask(asked);
  await revisits.save(asked);
  return {
    id: asked.id,
    /** Its job runs, a minute later. */
    run: (by: RepositoryPorts = workshop.ports) => {
      workshop.pass(1);
      return noteRevisit(by, { revisitId: asked.id, archive: workshop.ports.archive.id });
    },
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
    expect([await merged.note.state(), await closed.note.state()]).toEqual(['on branch', 'closed']);
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

describe('a note whose review is closed without merging', () => {
  const alice = { teamId: 'T1', userId: 'U1' };

  async function openClosed(title: string) {
    const answered = await openAnswered(title);
    workshop.forge.demands = byReview;
    await answered.note.run();
    const { number = 0, branch = '' } = workshop.forge.reviews().at(-1) ?? {};
    workshop.forge.change(number, { state: 'closed', endedBy: 'ada' });
    for (let time = 0; time < 2; time += 1) await answered.note.run();
    const { note, decision } = answered;
    return {
      ...answered,
      ...{ number, branch },
      review: () => workshop.forge.reviews().find((one) => one.number === number),
      reopen: () => reopenNote(workshop.ports, alice, note.id),
      leave: (userId = 'U1') => leaveNote(workshop.ports, { teamId: 'T1', userId }, note.id),
      question: async () => {
        const asked = await workshop.ports.store.read.messages.findInThread(decision.id, ['revisit not noted']);
        return asked.map(({ body }) => body).at(-1);
      },
      events: async () => {
        const found = await workshop.query<{ kind: string; actor_id: string | null; decision_id: string }>(
          'select kind, actor_id, decision_id from event order by id',
        );
        const own = found.filter((event) => event.decision_id === decision.id && event.kind.startsWith('review'));
        return own.map(({ kind, actor_id }) => `${kind} ${actor_id ?? 'Gavel'}`);
      },
    };
  }

  const tooLate = { refusal: { code: 'review not closed', isNote: true } };

  it('is asked about once, and opened again for one of two people', async () => {
    const { note, decision, fileName, number, review, reopen, leave, question, events } = await openClosed('Reopen it');
    expect(await news(decision)).toEqual(['revisit in review', 'revisit not noted']);
    expect(await question()).toMatchObject({ because: 'review closed', revisitId: note.id, review: { number } });
    await expect(leave('U9')).rejects.toMatchObject({ refusal: { code: 'not a manager', act: 'look again' } });

    const both = await Promise.allSettled([reopen(), reopen()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(reopen()).rejects.toMatchObject(tooLate);
    await expect(leave()).rejects.toMatchObject(tooLate);
    expect(await question()).toMatchObject({ answer: { what: 'reopened', by: 'U1' } });
    for (let time = 0; time < 2; time += 1) await note.run();
    expect(review()).toMatchObject({ state: 'open' });
    expect(await note.state()).toBe('in review');
    await workshop.forge.merge(number);
    await note.run();
    expect(await note.state()).toBe('on branch');
    expect(count(await workshop.textOn('main', fileName), 'by Alice: still right')).toBe(1);
    expect(await workshop.kinds(decision)).toEqual([
      ...['published', 'revisit in review', 'revisit not noted', 'review reopened', 'revisit noted'],
    ]);
    expect(await events()).toEqual(['review closed Gavel', 'review reopened Gavel']);
  });

  it('is opened again after Gavel was killed, also as another review if the forge refuses that', async () => {
    const { note, number, branch, reopen } = await openClosed('Refuse it');
    await reopen();
    workshop.forge.fault = (question) => (question === 'reopenReview' ? new Error('Gavel was killed.') : undefined);
    await expect(note.run()).rejects.toThrow('killed');
    expect(await note.state()).toBe('not yet');
    const refused = { code: 'forge refused', place: 'forge.example', doing: 'open it again', said: 'no' } as const;
    workshop.forge.fault = (question) => (question === 'reopenReview' ? new ForgeError(refused) : undefined);
    await note.run();
    workshop.forge.fault = undefined;
    const open = workshop.forge.reviews().filter((one) => one.state === 'open' && one.branch === branch);
    expect(open).toHaveLength(1);
    expect(open[0]?.number).not.toBe(number);
    expect(await note.state()).toBe('in review');
  });

  it('is opened again with its branch pushed anew, if that is gone, and with what others have committed', async () => {
    const gone = await openClosed('Push it');
    await git(workshop.remote, 'update-ref', '-d', `refs/heads/${gone.branch}`);
    await gone.reopen();
    await gone.note.run();
    expect(gone.review()).toMatchObject({ state: 'open' });
    expect(await workshop.textOn(gone.branch, gone.fileName)).toContain('by Alice: still right');

    const theirs = await openClosed('Keep theirs');
    await workshop.commitTo(theirs.branch, (folder) => writeFile(join(folder, 'theirs.txt'), 'Theirs.\n'));
    await theirs.reopen();
    await theirs.note.run();
    expect(theirs.review()).toMatchObject({ state: 'open' });
    expect(await workshop.textOn(theirs.branch, 'theirs.txt')).toBe('Theirs.');
  });

  it('is left when somebody chooses that, and seen when it is opened again at the forge', async () => {
    const { note, decision, fileName, number, leave, reopen, question, events } = await openClosed('Leave it');
    await leave();
    await expect(leave()).rejects.toMatchObject(tooLate);
    await expect(reopen()).rejects.toMatchObject(tooLate);
    expect(await question()).toMatchObject({ answer: { what: 'left', by: 'U1' } });
    await note.run();
    expect((await workshop.ports.store.read.revisits.find(note.id))?.answer).toMatchObject({ by: 'U1' });
    expect(await workshop.textOn('main', fileName)).not.toContain('still right');

    workshop.forge.change(number, { state: 'open', endedBy: undefined });
    for (let time = 0; time < 2; time += 1) await note.run();
    expect(await note.state()).toBe('in review');
    expect(await workshop.kinds(decision)).toEqual([
      ...['published', 'revisit in review', 'revisit not noted', 'review reopened'],
    ]);
    expect(await events()).toEqual(['review closed Gavel', 'review left U1', 'review reopened Gavel']);
    workshop.forge.change(number, { state: 'closed', endedBy: 'ada' });
    await note.run();
    expect(await question()).not.toHaveProperty('answer');
    workshop.forge.change(number, { state: 'open', endedBy: undefined });
    await note.run();
    expect(await question()).toMatchObject({ answer: { what: 'reopened' } });
  });

  it('is looked at for a month, and may be opened again later, but not once the decision is taken back', async () => {
    const { note, decision, reopen, review } = await openClosed('Forget it');
    const taken = await openClosed('Take it back');
    workshop.pass(31 * 24 * 60);
    for (const one of [note, taken.note]) await one.run();
    expect([await note.state(), await taken.note.state()]).toEqual(['left', 'left']);
    expect(await news(decision)).toEqual(['revisit in review', 'revisit not noted']);
    await reopen();
    await note.run();
    expect(review()).toMatchObject({ state: 'open' });
    const { decisions } = workshop.ports.store.read;
    const before = await decisions.find(taken.decision.id);
    if (before) await decisions.save({ ...before, status: 'deprecated' });
    await expect(taken.reopen()).rejects.toMatchObject({ refusal: { code: 'nothing to look at again' } });
  });

  it('arrives without its review, and stays silent when its file is gone', async () => {
    const arrived = await openClosed('Arrive');
    const lost = await openClosed('Lose');
    await mergeBranch(workshop.remote, arrived.branch, 'squash');
    await workshop.commitTo('main', (folder) => rm(join(folder, lost.fileName)));
    for (const { note } of [arrived, lost]) await note.run();
    expect([await arrived.note.state(), await lost.note.state()]).toEqual(['on branch', 'left']);
    expect(await arrived.question()).toMatchObject({ answer: { what: 'arrived' } });
    expect(await news(lost.decision)).toEqual(['revisit in review', 'revisit not noted']);
  });

  it('is asked about in the thread of the question, where others wrote the ADR', async () => {
    await followArchive(workshop.ports);
    const { adrs, messages } = workshop.ports.store.read;
    const [theirs] = await adrs.findAt('T1', workshop.archive.id, ['0001-use-git.md']);
    const note = await answerAbout({ adrId: theirs?.id ?? 0 });
    const question = { kind: 'revisit', revisitId: note.id, dueOn: '2026-03-02', title: 'Use git', number: 1 } as const;
    const unknown = { url: undefined, chosen: undefined, decidedAt: undefined, when: undefined };
    const key = `revisit:${note.id}:C1`;
    const body = { ...question, ...unknown };
    await messages.write({ teamId: 'T1', key, channelId: 'C1', decisionId: undefined, body }, workshop.now());
    await messages.markSaid('T1', key, '12.34');
    workshop.forge.demands = byReview;
    await note.run();
    workshop.forge.change(12, { state: 'closed', endedBy: 'ada' });
    await note.run();
    const told = async () => {
      const rows = await workshop.query<{ body: { kind: string } }>(
        'select body from message order by written_at, key',
      );
      return rows.map((row) => row.body);
    };
    expect(await told()).toMatchObject([
      { kind: 'revisit' },
      { kind: 'revisit in review', threadTs: '12.34' },
      { kind: 'revisit not noted', because: 'review closed', revisitId: note.id, threadTs: '12.34' },
    ]);
    await leaveNote(workshop.ports, alice, note.id);
    await note.run();
    expect((await told()).at(-1)).toMatchObject({ answer: { what: 'left', by: 'U1' } });
    await expect(reopenNote(workshop.ports, alice, note.id)).rejects.toMatchObject(tooLate);
  });
});
