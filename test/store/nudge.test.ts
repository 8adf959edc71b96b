import { describe, expect, it } from 'vitest';
import { makeDecision } from './decision-samples.ts';
import { after, now, openWorkshop } from './workshop.ts';

const actor = { teamId: 'T1', userId: 'U1' };

describe('the choice of a person', () => {
  it('is to be nudged until they say otherwise, and what they said last', async () => {
    const { read } = (await openWorkshop()).store;
    expect(await read.wantsNudges(actor)).toBe(true);
    await read.chooseNudges(actor, false, now);
    expect(await read.wantsNudges(actor)).toBe(false);
    expect(await read.wantsNudges({ ...actor, userId: 'U2' })).toBe(true);
    expect(await read.wantsNudges({ ...actor, teamId: 'T2' })).toBe(true);
    await read.chooseNudges(actor, true, after(60));
    expect(await read.wantsNudges(actor)).toBe(true);
  });
});

describe('the last nudge', () => {
  it('is told for the thread and for each person', async () => {
    const { read } = (await openWorkshop()).store;
    const decision = makeDecision();
    await read.insertDecision(decision);
    expect(await read.findLastNudge(decision.id, undefined)).toBeUndefined();
    await read.recordNudge(decision, undefined, after(60));
    await read.recordNudge(decision, undefined, now);
    await read.recordNudge(decision, 'U1', after(120));
    expect(await read.findLastNudge(decision.id, undefined)).toEqual(after(60));
    expect(await read.findLastNudge(decision.id, 'U1')).toEqual(after(120));
    expect(await read.findLastNudge(decision.id, 'U2')).toBeUndefined();
  });
});
