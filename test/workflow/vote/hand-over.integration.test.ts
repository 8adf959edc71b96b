import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/decision/outcome/judge.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { object } from '../../../src/workflow/deliberate/object.ts';
import { goAway } from '../../../src/workflow/nudge/away.ts';
import { nudgeInThread } from '../../../src/workflow/nudge/nudge.ts';
import { nudgesOf } from '../../../src/workflow/nudge/plan-nudge.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { closeVote, planEarlyCloses } from '../../../src/workflow/vote/close-voting.ts';
import { countBallots } from '../../../src/workflow/vote/count-ballots.ts';
import {
  findOwnHandover,
  findVotesToHandOver,
  giveVoteBack,
  handVoteOver,
  takeBackVote,
} from '../../../src/workflow/vote/hand-over.ts';
import { takeOutAway } from '../../../src/workflow/vote/take-out.ts';
import { tellHandover } from '../../../src/workflow/vote/tell-handover.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const week = 7 * 24;
const rule = readRule({ preset: 'majority', handover: true });
const as = (userId: string) => ({ teamId: 'T1', userId });

async function openWorkshop(more: Parameters<typeof openVoteWorkshop>[0] = {}) {
  const workshop = await openVoteWorkshop({ rule, ...more });
  const { ports, id, find, messages } = workshop;
  return {
    ...workshop,
    give: (from: string, to: string) => handVoteOver(ports, id, as(from), to),
    handovers: async () => (await find()).voting?.handovers.map(({ from, to }) => `${from} to ${to}`),
    tally: async () => countBallots(ports.store.read, await find()),
    /** Runs what is planned of this, in the order in which it was. */
    tell: async (
      ...jobs: (readonly [from: string, to: string, news: 'received' | 'gone' | 'taken out' | 'handed on'])[]
    ) => {
      for (const [from, to, news] of jobs) await tellHandover(ports, { decisionId: id, round: 1, from, to, news });
    },
    letters: async () => (await messages()).filter(({ kind }) => kind === 'vote received' || kind === 'vote returned'),
  };
}

describe('a vote that is handed over', () => {
  it('is told to whoever casts it, counts with theirs, and is in the record', async () => {
    const { ports, id, slack, find, press, give, handovers, tally, tell, letters, events, query } =
      await openWorkshop();
    await Promise.all([give('U3', 'U2'), give('U3', 'U2')]);
    await give('U4', 'U2');
    expect(await handovers()).toEqual(['U3 to U2', 'U4 to U2']);
    expect(await query(`select from graphile_worker.jobs where key like '%tell-handover%'`)).toHaveLength(2);
    await tell(['U3', 'U2', 'received'], ['U3', 'U2', 'received'], ['U4', 'U2', 'received']);
    expect(await letters()).toMatchObject([
      { kind: 'vote received', by: 'U3', link: 'https://example.org/card' },
      { kind: 'vote received', by: 'U4' },
    ]);
    expect(await tally()).toMatchObject({ voted: [], notVoted: ['U1', 'U2', 'U3', 'U4', 'U5'] });
    await press('U2', 1);
    await press('U1', 0);
    expect(await tally()).toMatchObject({ voted: ['U1', 'U2', 'U3', 'U4'], notVoted: ['U5'] });

    // One of them votes after all.
    await press('U4', 0);
    slack.now = after(week);
    await closeVote(ports, id);
    expect((await find()).outcome).toBeUndefined();
    const { votes, decisionMakers } = toAdrRecord(await viewCard(ports, await find()), undefined, {
      language: 'en',
      timeZone: 'UTC',
    });
    expect(votes).toMatchObject({ notVoted: ['U5'], handedOver: [{ from: 'U3', to: 'U2' }], takenBack: 0 });
    expect(votes?.tally.map(({ by }) => by)).toEqual([['U1', 'U4'], ['U2', 'U3'], []]);
    expect(decisionMakers).toContain('U3');
    expect((await events()).filter(({ kind }) => kind === 'handed over')).toMatchObject([
      { actorId: 'U3', detail: { to: 'U2' } },
      { actorId: 'U4', detail: { to: 'U2' } },
    ]);
  });

  it('lets a vote close early when all have voted in this way', async () => {
    const { ports, id, slack, find, press, give } = await openWorkshop();
    for (const from of ['U3', 'U4', 'U5']) await give(from, 'U2');
    await press('U2', 1);
    await press('U1', 0);
    slack.now = after(2);
    await planEarlyCloses(ports, [id]);
    await closeVote(ports, id);
    const { outcome, options } = await find();
    expect(outcome?.chosenOptionId).toBe(options[1]?.id);
    expect(outcome?.reason).toMatchObject({ by: 'rule', verdict: { voted: 5, deciders: 5 } });
  });

  it('is a vote and no objection: whoever casts it objects once', async () => {
    const blocking = readRule({ preset: 'unanimous', handover: true });
    const { ports, id, find, press, give, tally } = await openWorkshop({ rule: blocking });
    for (const from of ['U1', 'U3', 'U4', 'U5']) await give(from, 'U2');
    await press('U2', 1);
    const form = { id: randomUUID(), kind: 'objection', until: undefined, reason: 'It has no licence.' } as const;
    await object(ports, id, as('U2'), form);
    const counted = await tally();
    if (counted === undefined) throw new Error('Nothing was counted.');
    expect(judge(await find(), counted)).toMatchObject({ kind: 'blocked', votes: 5, objections: { standing: 1 } });
  });

  it('is taken back while voting is open, and both of two clicks at once are fine', async () => {
    const { ports, id, slack, give, handovers, press, tally, tell, letters, events } = await openWorkshop();
    await give('U3', 'U2');
    await press('U2', 1);
    await Promise.all([takeBackVote(ports, id, as('U3')), takeBackVote(ports, id, as('U3'))]);
    expect(await handovers()).toEqual([]);
    expect(await tally()).toMatchObject({ voted: ['U2'] });
    // Nobody is told of what is no longer so.
    await tell(['U3', 'U2', 'received']);
    expect(await letters()).toEqual([]);
    expect((await events()).filter(({ kind }) => kind === 'handover taken back')).toHaveLength(1);
    await give('U3', 'U2');
    slack.now = after(week + 1);
    await expect(takeBackVote(ports, id, as('U3'))).rejects.toMatchObject({ refusal: { code: 'voting over' } });
    await expect(give('U4', 'U2')).rejects.toMatchObject({ refusal: { code: 'voting over' } });
    await expect(findOwnHandover(ports, id, as('U4'))).rejects.toMatchObject({ refusal: { code: 'voting over' } });
  });

  it('goes back when whoever was to cast it leaves, is taken out, or hands over their own, and its person is told once', async () => {
    const { ports, id, slack, press, give, handovers, tell, letters, events, tally } = await openWorkshop();
    await give('U1', 'U2');
    await give('U3', 'U2');
    await press('U3', 0);
    slack.members.delete('U2');
    slack.now = after(2);
    await reconcileVote(ports, id);
    await reconcileVote(ports, id);
    expect(await handovers()).toEqual([]);
    // U3 votes, and need not know.
    await tell(['U1', 'U2', 'gone'], ['U1', 'U2', 'gone'], ['U3', 'U2', 'gone']);
    expect(await letters()).toMatchObject([{ kind: 'vote returned', by: 'U2', why: 'gone' }]);
    await expect(give('U1', 'U2')).rejects.toMatchObject({ refusal: { why: 'gone' }, field: 'deciders' });

    await give('U1', 'U4');
    await goAway(ports, as('U4'), ['2026-03-05']);
    await takeOutAway(ports, id, as('U1'), ['U4']);
    expect(await handovers()).toEqual([]);
    await tell(['U1', 'U4', 'taken out']);
    await expect(give('U1', 'U4')).rejects.toMatchObject({ refusal: { why: 'taken out' } });
    await give('U1', 'U5');
    await give('U5', 'U3');
    expect(await handovers()).toEqual(['U5 to U3']);
    await tell(['U1', 'U5', 'handed on']);
    await expect(give('U1', 'U5')).rejects.toMatchObject({ refusal: { why: 'handed over' } });
    expect((await letters()).slice(1)).toMatchObject([
      { by: 'U4', why: 'taken out' },
      { by: 'U5', why: 'handed on' },
    ]);
    expect((await events()).filter(({ kind }) => kind === 'handovers ended').map(({ detail }) => detail)).toEqual([
      { count: 2, why: 'gone' },
      { count: 1, why: 'taken out' },
      { count: 1, why: 'handed on' },
    ]);
    expect(await tally()).toMatchObject({ voted: ['U3', 'U5'], notVoted: ['U1'] });
  });

  it('can be given back, once, which its person is told, and be handed over anew', async () => {
    const { ports, id, slack, press, give, handovers, tally, letters, events, query, find } = await openWorkshop();
    const giveBack = (userId: string, from: string) => giveVoteBack(ports, id, as(userId), from);
    /** Runs what is planned, as it is planned. */
    const tellAll = async () => {
      const jobs = await query<{ payload: Parameters<typeof tellHandover>[1] }>(
        `select payload from graphile_worker._private_jobs where key like '%tell-handover%' order by id`,
      );
      for (const { payload } of jobs) await tellHandover(ports, payload);
    };
    await give('U3', 'U2');
    await give('U4', 'U2');
    await press('U2', 1);
    await tellAll();
    expect(await giveBack('U5', 'U3')).toBeUndefined();
    const given = await Promise.all([giveBack('U2', 'U3'), giveBack('U2', 'U3')]);
    expect(given.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await handovers()).toEqual(['U4 to U2']);
    expect(await tally()).toMatchObject({ voted: ['U2', 'U4'], notVoted: ['U1', 'U3', 'U5'] });
    await tellAll();
    await tellAll();
    const first = [
      { kind: 'vote received', decisionId: id, by: 'U3' },
      { kind: 'vote received', by: 'U4' },
      { kind: 'vote returned', by: 'U2', why: 'declined' },
    ];
    expect(await letters()).toMatchObject(first);

    slack.now = after(1);
    await give('U3', 'U2');
    await tellAll();
    await giveBack('U2', 'U3');
    await tellAll();
    expect((await letters()).slice(first.length)).toMatchObject([
      { kind: 'vote received', by: 'U3' },
      { kind: 'vote returned', by: 'U2', why: 'declined' },
    ]);
    expect((await events()).filter(({ kind }) => kind === 'handover declined')).toMatchObject([
      { actorId: 'U2', detail: { from: 'U3' } },
      { actorId: 'U2', detail: { from: 'U3' } },
    ]);

    slack.now = after(week + 1);
    await expect(giveBack('U2', 'U4')).rejects.toMatchObject({ refusal: { code: 'voting over' } });
    await closeVote(ports, id);
    const record = toAdrRecord(await viewCard(ports, await find()), undefined, { language: 'en', timeZone: 'UTC' });
    expect(record.votes).toMatchObject({ handedOver: [{ from: 'U4', to: 'U2' }], notVoted: ['U1', 'U3', 'U5'] });
  });

  it('is offered to be given back to those who can’t hand over their own, too', async () => {
    const { ports, id, press, give } = await openWorkshop();
    await give('U3', 'U2');
    expect(await findOwnHandover(ports, id, as('U2'))).toMatchObject({ kind: 'free', given: ['U3'] });
    await press('U2', 1);
    expect(await findOwnHandover(ports, id, as('U2'))).toMatchObject({ kind: 'holding', given: ['U3'] });
    await giveVoteBack(ports, id, as('U2'), 'U3');
    await expect(findOwnHandover(ports, id, as('U2'))).rejects.toMatchObject({ refusal: { code: 'voted already' } });
  });

  it('stands when whoever cast it leaves, or its person does, as their votes do', async () => {
    const { ports, id, slack, press, give, handovers, tally } = await openWorkshop();
    await give('U3', 'U2');
    await give('U5', 'U4');
    await press('U2', 1);
    await press('U4', 0);
    slack.members.delete('U2');
    slack.deactivated.add('U5');
    slack.now = after(2);
    await reconcileVote(ports, id);
    expect(await handovers()).toEqual(['U3 to U2', 'U5 to U4']);
    expect(await tally()).toMatchObject({ voted: ['U2', 'U3', 'U4', 'U5'], notVoted: ['U1'], notCounted: [] });
  });

  it('waits for its person no longer, in lists and reminders', async () => {
    const { ports, id, slack, find, give, messages } = await openWorkshop();
    const waits = async (userId: string) => (await findWaiting(ports, as(userId), 'C1')).votes.length;
    expect(await waits('U3')).toBe(1);
    expect((await findVotesToHandOver(ports, as('U3'), 'C1')).map((line) => line.id)).toEqual([id]);
    await give('U3', 'U2');
    expect([await waits('U3'), await waits('U2')]).toEqual([0, 1]);
    expect(await findVotesToHandOver(ports, as('U3'), 'C1')).toEqual([]);
    const [dueAt] = nudgesOf(await find(), slack.now);
    slack.now = dueAt ?? slack.now;
    await nudgeInThread(ports, { decisionId: id, dueAt: slack.now.toISOString() });
    expect((await messages()).at(-1)).toMatchObject({ kind: 'nudge', waiting: ['U1', 'U2', 'U4', 'U5'] });
  });
});

describe('handing a vote over', () => {
  it('offers those who can vote, with until when they are away', async () => {
    const { ports, id, give } = await openWorkshop();
    await give('U5', 'U1');
    await goAway(ports, as('U2'), ['2026-03-05']);
    await goAway(ports, as('U3'), ['2026-03-20']);
    const own = await findOwnHandover(ports, id, as('U4'));
    expect(own).toMatchObject({ kind: 'free', ids: ['U1', 'U2'], given: [] });
    expect(await findOwnHandover(ports, id, as('U1'))).toMatchObject({ ids: ['U2', 'U4'], given: ['U5'] });
    expect(await findOwnHandover(ports, id, as('U5'))).toMatchObject({ kind: 'handed over', to: 'U1' });
    // Somebody chose them before they said that they are away.
    await expect(give('U4', 'U3')).rejects.toMatchObject({ refusal: { why: 'away' }, field: 'deciders' });
    await give('U4', 'U2');
  });

  it('is refused under other rules, by others, to others, and once somebody has voted', async () => {
    const { ports, id, slack, press, give, handovers } = await openWorkshop();
    const refuse = (from: string, to: string, refusal: object) =>
      expect(give(from, to)).rejects.toMatchObject({ refusal });
    await refuse('U8', 'U1', { code: 'no vote to hand over' });
    await refuse('U1', 'U8', { why: 'no decider' });
    await refuse('U1', 'U1', { why: 'yourself' });
    await refuse('U1', '', { why: 'no decider' });
    await press('U1', 0);
    await refuse('U1', 'U2', { code: 'voted already' });
    // Slack knows already that they have left; Gavel is to learn it with the next look.
    slack.members.delete('U4');
    await refuse('U3', 'U4', { why: 'gone' });
    slack.deactivated.add('U5');
    await refuse('U3', 'U5', { why: 'gone' });
    expect(await handovers()).toEqual([]);
    await expect(handVoteOver(ports, id, { teamId: 'T2', userId: 'U3' }, 'U2')).rejects.toMatchObject({
      refusal: { code: 'decision not found' },
    });

    const plain = await openWorkshop({ rule: presets.majority.rule });
    await expect(plain.give('U1', 'U2')).rejects.toMatchObject({ refusal: { code: 'no handing over' } });
    expect(await findVotesToHandOver(plain.ports, as('U1'), 'C1')).toEqual([]);
  });

  it('takes people of other organizations whom the proposer named, on both sides', async () => {
    const { slack, give, handovers, press, tally } = await openWorkshop({ namedDeciders: ['U2', 'U7'] });
    slack.members.add('U7');
    await give('U7', 'U2');
    await press('U2', 0);
    expect(await tally()).toMatchObject({ voted: ['U2', 'U7'] });
    expect(await handovers()).toEqual(['U7 to U2']);
  });
});
