import { describe, expect, it } from 'vitest';
import { raiseObjection } from '../../../src/decision/objection/objection.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { changeDecision } from '../../../src/workflow/change/change.ts';
import { goAway } from '../../../src/workflow/nudge/away.ts';
import { askStalled, leaveStalled } from '../../../src/workflow/nudge/stall.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { makeDecision, makeObjection } from '../../store/decision-samples.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const days = (count: number) => after(count * 24);
const actor = { teamId: 'T1', userId: 'U1' };

async function openDiscussion() {
  const workshop = await openVoteWorkshop({ isOpen: false, closesAt: days(60) });
  const { ports, id, slack, query } = workshop;
  return {
    ...workshop,
    /** The job comes, however often. */
    ask: async (at: Date) => {
      slack.now = at;
      for (let time = 0; time < 2; time += 1) await askStalled(ports, { decisionId: id });
    },
    /** In how many days the question is scheduled, rounded. */
    nextInDays: async () => {
      const rows = await query<{ days: number }>(
        `select round(extract(epoch from run_at - now()) / 86400)::integer as days from graphile_worker.jobs
         where key like '%:ask-stalled:%'`,
      );
      return rows.map((row) => row.days);
    },
    object: () =>
      changeDecision(ports, id, 'U2', (before) => ({
        decision: raiseObjection(before, makeObjection({ raisedAt: slack.now })),
        kind: 'objection raised',
      })),
  };
}

describe('a proposal where nothing new happens', () => {
  it('is asked about once, two weeks later, and then listed', async () => {
    const { ports, id, ask, messages, events } = await openDiscussion();
    const { summaries } = ports.store.read;
    const listed = async (at: Date) => (await summaries.findStalled('T1', ['C1'], at)).map((each) => each.id);
    await ask(days(13));
    expect(await messages()).toEqual([]);
    await ask(days(14));
    const [question, ...others] = await messages();
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      kind: 'stalled',
      stall: 'discussion',
      decisionId: id,
      since: days(0).toISOString(),
    });
    expect((await events()).map(({ kind }) => kind)).toEqual(['stall asked']);
    await ask(days(40));
    expect(await messages()).toHaveLength(1);
    const { proposals } = await findWaiting(ports, actor, 'C1');
    expect(proposals).toMatchObject([{ id, stalledSince: days(0) }]);
    expect(await listed(days(-1))).toEqual([]);
  });

  it('is asked about again after something new, and later if it is left as it is', async () => {
    const { ports, id, ask, object, slack, messages, events, nextInDays } = await openDiscussion();
    slack.now = days(10);
    await object();
    expect(await nextInDays()).toEqual([14]);
    await ask(days(14));
    expect(await messages()).toEqual([]);
    await ask(days(24));
    expect(await messages()).toMatchObject([{ kind: 'stalled', stall: 'objection', since: days(10).toISOString() }]);

    await Promise.all([leaveStalled(ports, id, actor), leaveStalled(ports, id, actor)]);
    expect((await events()).map(({ kind }) => kind)).toEqual(['objection raised', 'stall asked', 'left open']);
    await expect(leaveStalled(ports, id, { ...actor, userId: 'U3' })).rejects.toMatchObject({
      refusal: { code: 'not a manager', act: 'leave it open' },
    });
    await ask(days(37));
    expect(await messages()).toHaveLength(1);
    await ask(days(38));
    expect((await messages()).map(({ kind }) => kind)).toEqual(['stalled', 'stalled']);
  });

  it('is not asked about while voting is open, nor once it is withdrawn', async () => {
    const { ports, id, open, ask, messages } = await openDiscussion();
    await open();
    await ask(days(20));
    expect(await leaveStalled(ports, id, actor)).toBeUndefined();
    await changeDecision(ports, id, 'U1', (before) => ({
      decision: { ...before, status: 'withdrawn' },
      kind: 'withdrawn',
    }));
    await ask(days(50));
    expect((await messages()).filter(({ kind }) => kind === 'stalled')).toEqual([]);
  });

  it('is asked about when the vote closed without an outcome long ago', async () => {
    const workshop = await openVoteWorkshop({ rule: presets.plurality.rule });
    const { ports, id, slack, messages } = workshop;
    slack.now = days(8);
    await changeDecision(ports, id, undefined, (before) => {
      const voting = before.voting && { ...before.voting, closedAt: slack.now };
      return { decision: { ...before, voting }, kind: 'voting closed' };
    });
    slack.now = days(22);
    await askStalled(ports, { decisionId: id });
    expect((await messages()).at(-1)).toMatchObject({ kind: 'stalled', stall: 'outcome' });
  });

  it('waits for a proposer who is away, and asks nobody who has left or wants no messages', async () => {
    const { ports, ask, slack, messages, nextInDays } = await openDiscussion();
    slack.now = days(13);
    await goAway(ports, actor, ['2026-03-20']);
    await ask(days(14));
    expect(await messages()).toEqual([]);
    // In the morning of the day on which they are back.
    expect(await nextInDays()).toEqual([4]);
    await ports.store.read.nudges.choose(actor, false, slack.now);
    await ask(days(19));
    expect(await messages()).toEqual([]);
    await ports.store.read.nudges.choose(actor, true, slack.now);
    slack.deactivated.add('U1');
    await ask(days(21));
    expect(await messages()).toEqual([]);
    slack.deactivated.delete('U1');
    await ask(days(23));
    expect(await messages()).toHaveLength(1);
  });

  it('is asked about on another day than another one of the same person', async () => {
    const { ports, ask, slack, messages } = await openDiscussion();
    const another = makeDecision({ proposedAt: days(0), closesAt: days(60) });
    await ports.store.read.decisions.insert(another);
    await ask(days(14));
    await askStalled(ports, { decisionId: another.id });
    expect(await messages()).toHaveLength(1);
    slack.now = days(15);
    await askStalled(ports, { decisionId: another.id });
    expect(await messages()).toMatchObject([{ kind: 'stalled' }, { kind: 'stalled', decisionId: another.id }]);
  });
});
