import { describe, expect, it } from 'vitest';
import { changeDecision } from '../../../src/workflow/change/change.ts';
import { previewDigest, sendDigest, setCadence } from '../../../src/workflow/digest/digest.ts';
import { catchUp } from '../../../src/workflow/follow/catch-up.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { askAboutAdrs } from '../../../src/workflow/revisit/ask-about-adrs.ts';
import { askRevisit } from '../../../src/workflow/revisit/ask-revisit.ts';
import { recordStillRight } from '../../../src/workflow/revisit/still-right.ts';
import { makeDecision, makeOutcome } from '../../store/decision-samples.ts';
import { testPlace } from '../../support/ports.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

// Everything begins on Monday, March 2, 2026, at 10:00 in UTC.
const days = (count: number) => after(count * 24);
const actorOf = (userId: string) => ({ teamId: 'T1', userId });

/** A decision of U1's, accepted at the start, that is to be looked at again on Monday, March 9. */
async function openAccepted(day: string | null = '2026-03-09') {
  const revisit = { on: day ?? undefined, when: 'we outgrow one server' };
  const workshop = await openVoteWorkshop({ isOpen: false, namedDeciders: ['U2'], timeZone: 'UTC', revisit });
  const { ports, id, slack, query, messages } = workshop;
  await changeDecision(ports, id, 'U1', (before) => ({
    decision: { ...before, status: 'accepted', outcome: makeOutcome(before.options[1]?.id, slack.now) },
    kind: 'accepted',
  }));
  const revisits = () =>
    query<{ id: string; next_on: string | null; answered_by: string | null }>('select * from revisit');
  return {
    ...workshop,
    revisits,
    /** The job comes, however often. */
    ask: async (at: Date) => {
      slack.now = at;
      for (let time = 0; time < 2; time += 1) await askRevisit(ports, { decisionId: id });
    },
    said: async () => (await messages()).filter(({ kind }) => kind.startsWith('revisit')),
    stillRight: async (userId: string, next: string | undefined = undefined, note = '') => {
      const [asked] = (await revisits()).slice(-1);
      await recordStillRight(ports, actorOf(userId), asked?.id ?? '', { next, note });
    },
    /** For when the question is scheduled, rounded to minutes. */
    plannedAt: async () => {
      const rows = await query<{ minutes: number }>(
        `select round(extract(epoch from run_at - now()) / 60)::integer as minutes from graphile_worker.jobs
         where key like '%:ask-revisit:%'`,
      );
      return rows.map(({ minutes }) => new Date(slack.now.getTime() + minutes * 60_000).toISOString().slice(0, 16));
    },
  };
}

describe('a decision that is to be looked at again', () => {
  it('is asked about once on its day, and once more two weeks later if nobody has answered', async () => {
    const { ask, said, events, plannedAt, query } = await openAccepted();
    expect(await plannedAt()).toEqual(['2026-03-09T09:00']);
    await ask(days(6));
    expect(await said()).toEqual([]);
    await ask(days(7));
    expect(await said()).toMatchObject([
      {
        kind: 'revisit',
        dueOn: '2026-03-09',
        title: 'Choose a database',
        chosen: 'Option 2',
        when: 'we outgrow one server',
      },
    ]);
    expect((await events()).slice(-1)).toMatchObject([{ kind: 'revisit asked', actorId: null }]);
    await ask(days(20));
    expect(await said()).toHaveLength(1);
    await ask(days(21));
    await ask(days(60));
    expect((await said()).map(({ kind }) => kind)).toEqual(['revisit', 'revisit waits']);
    expect(await query(`select from revisit where reminded_at is not null`)).toHaveLength(1);
  });

  it('is recorded as still right by one of two people, and asked about again on the day that they named', async () => {
    const { ports, ask, said, events, find, stillRight, plannedAt, revisits } = await openAccepted();
    await ask(days(7));
    await ports.store.read.people.save('T1', [person('U2', 'Ben')], days(7));
    await expect(stillRight('U3')).rejects.toMatchObject({ refusal: { code: 'not a manager', act: 'look again' } });
    await expect(stillRight('U2', '2026-03-09')).rejects.toMatchObject({
      refusal: { code: 'day has passed' },
      field: 'revisit on',
    });
    await expect(stillRight('U2', undefined, 'x'.repeat(501))).rejects.toMatchObject({ refusal: { what: 'note' } });
    const both = await Promise.allSettled([
      stillRight('U2', '2026-09-12', 'load has grown little'),
      stillRight('U2', '2026-09-12', 'load has grown little'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await events()).slice(-1)).toEqual([
      {
        kind: 'still right',
        actorId: 'U2',
        detail: { dueOn: '2026-03-09', next: '2026-09-12', note: 'load has grown little' },
      },
    ]);
    await expect(stillRight('U1')).rejects.toMatchObject({
      refusal: { code: 'looked again already', by: 'Ben', next: '2026-09-12' },
    });
    expect((await find()).revisit).toEqual({ on: '2026-09-12', when: 'we outgrow one server' });
    expect(await said()).toMatchObject([{ answer: { by: 'U2', next: '2026-09-12' } }]);
    // September 12 is a Saturday.
    expect(await plannedAt()).toEqual(['2026-09-14T09:00']);
    await ask(days(21));
    expect(await said()).toHaveLength(1);
    await ask(new Date('2026-09-14T09:00:00Z'));
    expect((await said()).map(({ kind }) => kind)).toEqual(['revisit', 'revisit']);
    await stillRight('U1');
    expect((await find()).revisit.on).toBeUndefined();
    await ask(new Date('2027-09-14T09:00:00Z'));
    expect(await said()).toHaveLength(2);
    expect((await revisits()).map((row) => row.answered_by)).toEqual(['U2', 'U1']);
  });

  it('is not asked about without a day, nor at night, on a weekend, or once it was withdrawn', async () => {
    const undated = await openAccepted(null);
    expect(await undated.plannedAt()).toEqual([]);
    await undated.ask(days(7));
    expect(await undated.said()).toEqual([]);

    // A day that has passed.
    const { ports, id, slack, ask, said, plannedAt } = await openAccepted('2026-03-01');
    expect(await plannedAt()).toEqual(['2026-03-03T09:00']);
    await ask(new Date('2026-03-06T23:00:00Z'));
    expect(await said()).toEqual([]);
    expect(await plannedAt()).toEqual(['2026-03-09T09:00']);
    await ask(new Date('2026-03-07T12:00:00Z'));
    expect(await said()).toEqual([]);
    slack.now = days(7);
    await changeDecision(ports, id, 'U1', (before) => ({
      decision: { ...before, status: 'withdrawn' },
      kind: 'withdrawn',
    }));
    await ask(days(8));
    expect(await said()).toEqual([]);
  });

  it('is listed for its people and its channel until it is answered, or something may take its place', async () => {
    const { ports, id, ask, said, find, revisits, query } = await openAccepted();
    const { read } = ports.store;
    await ask(days(7));
    const listed = async () => {
      const those = ['U1', 'U2', 'U3'].map(
        async (userId) => (await findWaiting(ports, actorOf(userId), 'C1')).revisits,
      );
      const [proposer, decider, other] = await Promise.all(those);
      const { revisits: told = [] } = await previewDigest(ports, actorOf('U1'), 'C1');
      return [proposer, decider, other, told].map((lines = []) => lines.map(({ title, dueOn }) => `${title} ${dueOn}`));
    };
    const line = 'Choose a database 2026-03-09';
    expect(await listed()).toEqual([[line], [line], [], [line]]);

    const place = {
      archive: testPlace.archive,
      number: 7,
      fileName: '0007-choose.md',
      commit: 'c',
      commitUrl: undefined,
    };
    await read.publications.save(await find(), { ...place, state: 'committed', pushedAt: days(1), trouble: undefined });
    const write = async (status: 'accepted' | 'superseded', adrId?: number) => {
      const entry = { number: 7, title: 'Choose', status, statusText: status, date: undefined, deciders: [] };
      const facts = { dialect: 'madr-4', links: [], warnings: 0, tags: [], affects: [], revisitOn: undefined } as const;
      const file = { id: adrId, fileName: place.fileName, area: '', blob: status, reader: 1, text: '', events: [] };
      const sighting = { at: days(7), commit: 'c' };
      await read.adrs.write('T1', place.archive, [{ ...file, entry: { ...entry, ...facts } }], sighting);
      const [adr] = await read.adrs.findAt('T1', place.archive, [place.fileName]);
      return adr?.id ?? 0;
    };
    const adrId = await write('accepted');
    expect(await listed()).toEqual([[line], [line], [], [line]]);
    const rival = makeDecision({ bond: { kind: 'amends', adrId, number: 7, title: 'Choose' }, proposedAt: days(8) });
    await read.decisions.insert(rival);
    expect(await listed()).toEqual([[], [], [], []]);
    await ask(days(21));
    expect(await said()).toHaveLength(1);
    await read.decisions.save({ ...rival, status: 'withdrawn' });
    expect(await listed()).toEqual([[line], [line], [], [line]]);
    await write('superseded', adrId);
    expect(await listed()).toEqual([[], [], [], []]);
    const [asked] = await revisits();
    await expect(
      recordStillRight(ports, actorOf('U2'), asked?.id ?? '', { next: undefined, note: '' }),
    ).rejects.toMatchObject({ refusal: { code: 'nothing to look at again' } });
    await ask(days(40));
    expect(await said()).toHaveLength(1);
    expect(await query(`select from event where decision_id = '${id}' and kind = 'revisit asked'`)).toHaveLength(1);
  });

  it('is reason enough for a digest', async () => {
    const { ports, ask, slack, messages } = await openAccepted();
    await ask(days(7));
    await setCadence(ports, actorOf('U1'), 'C1', { every: 'day', weekday: 1, timeOfDay: '09:00', timeZone: 'UTC' });
    slack.now = days(8);
    await sendDigest(ports, 'T1', 'C1');
    const [digest] = (await messages()).filter(({ kind }) => kind === 'digest');
    expect(digest).toMatchObject({ digest: { accepted: [], open: [], revisits: [{ dueOn: '2026-03-09' }] } });
  });

  it('is asked about even if its job got lost', async () => {
    const { ports, query, slack, plannedAt } = await openAccepted();
    await query(`select graphile_worker.remove_job(key) from graphile_worker.jobs where key like '%:ask-revisit:%'`);
    await catchUp(ports);
    expect(await plannedAt()).toEqual([]);
    slack.now = days(7);
    await catchUp(ports);
    expect(await plannedAt()).toEqual(['2026-03-10T09:00']);
  });
});

describe('ADRs that others wrote', () => {
  it('are asked about by nine o’clock, three on a day and the latest first, in channels that get a digest', async () => {
    const { ports, slack, query, messages } = await openVoteWorkshop({ isOpen: false });
    const { read } = ports.store;
    const { archive } = testPlace;
    const write = (n: number, revisitOn: string | undefined, status: 'accepted' | 'superseded' = 'accepted') => {
      const entry = { number: n, title: `ADR ${n}`, status, statusText: status, date: undefined, deciders: [] };
      const facts = { dialect: 'madr-4', links: [], warnings: 0, tags: [], affects: [], revisitOn } as const;
      const file = { id: undefined, fileName: `000${n}-x.md`, area: '', blob: `${n}`, reader: 1, text: '', events: [] };
      return read.adrs.write('T1', archive, [{ ...file, entry: { ...entry, ...facts } }], {
        at: after(0),
        commit: 'c',
      });
    };
    for (const [n, day] of ['2020-01-01', '2026-03-01', '2025-12-24', '2024-02-29', '2026-03-03'].entries())
      await write(n + 1, day);
    await write(7, '2026-03-01', 'superseded');
    await write(8, undefined);
    const ask = async (at: string) => {
      slack.now = new Date(at);
      for (let time = 0; time < 2; time += 1) await askAboutAdrs(ports, { teamId: 'T1', archive });
      return (await messages()).flatMap((body) => (body.kind === 'revisit' ? [body.number] : [])).toSorted();
    };
    // At night, nobody is asked.
    expect(await ask('2026-03-02T23:00:00Z')).toEqual([]);
    expect(await ask('2026-03-03T09:00:00Z')).toEqual([2, 3, 5]);
    expect(await ask('2026-03-04T09:00:00Z')).toEqual([1, 2, 3, 4, 5]);
    expect(await ask('2026-03-05T09:00:00Z')).toHaveLength(5);
    const rows = await query<{ channel_ids: string[] }>('select channel_ids from revisit');
    expect(rows.map((row) => row.channel_ids)).toEqual(rows.map(() => ['C1']));
    expect(rows).toHaveLength(5);
  });
});

function person(id: string, name: string) {
  return { id, name, timeZone: 'UTC', kind: 'member', isAdmin: false } as const;
}
