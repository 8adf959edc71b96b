import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { makeDecision, makeVoting } from '../decision-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const actor = { teamId: 'T1', userId: 'U1' };

describe('the choice of a person', () => {
  it('is to be nudged until they say otherwise, and what they said last', async () => {
    const { store, neighbor } = await openWorkshop();
    const { read } = store;
    expect(await read.nudges.areWanted(actor)).toBe(true);
    await read.nudges.choose(actor, false, now);
    expect(await read.nudges.areWanted(actor)).toBe(false);
    expect(await read.nudges.areWanted({ ...actor, userId: 'U2' })).toBe(true);
    expect(await neighbor.read.nudges.areWanted({ ...actor, teamId: 'T2' })).toBe(true);
    await read.nudges.choose(actor, true, after(60));
    expect(await read.nudges.areWanted(actor)).toBe(true);
  });
});

describe('votes without a nudge', () => {
  it('are open ones, before their deadline, for which none is planned', async () => {
    const { store } = await openWorkshop();
    const insert = async (more: Partial<Decision>) => {
      const decision = makeDecision({ closesAt: after(600), ...more });
      await store.read.decisions.insert(decision);
      return decision.id;
    };
    const forgotten = await insert({ voting: makeVoting() });
    const planned = await insert({ voting: makeVoting() });
    await store.read.jobs.add('nudge', { decisionId: planned, dueAt: after(60).toISOString() }, { runAt: after(60) });
    await insert({});
    await insert({ voting: makeVoting({ closedAt: now }) });
    await insert({ voting: makeVoting(), status: 'withdrawn' });
    await insert({ voting: makeVoting(), closesAt: now });
    expect(await store.read.nudges.findVotesWithout('T1', now)).toEqual([forgotten]);
  });
});

describe('the last nudge', () => {
  it('is told for the thread and for each person', async () => {
    const { read } = (await openWorkshop()).store;
    const decision = makeDecision();
    await read.decisions.insert(decision);
    expect(await read.nudges.findLast(decision.id, undefined)).toBeUndefined();
    await read.nudges.record(decision, undefined, after(60));
    await read.nudges.record(decision, undefined, now);
    await read.nudges.record(decision, 'U1', after(120));
    expect(await read.nudges.findLast(decision.id, undefined)).toEqual(after(60));
    expect(await read.nudges.findLast(decision.id, 'U1')).toEqual(after(120));
    expect(await read.nudges.findLast(decision.id, 'U2')).toBeUndefined();
  });
});
