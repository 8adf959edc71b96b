import { describe, expect, it } from 'vitest';
import { makeDecision } from './decision-samples.ts';
import { now, openWorkshop } from './workshop.ts';

describe('the store of a workspace', () => {
  it('refuses what is another one’s', async () => {
    const { db, store } = await openWorkshop();
    const { read } = store;
    const actor = { teamId: 'T2', userId: 'U1' };
    const decision = makeDecision({ teamId: 'T2' });
    const questions: readonly (() => Promise<unknown>)[] = [
      () => read.decisions.insert(decision),
      () => read.events.record({ decision, at: now, actorId: 'U1', kind: 'edited', detail: {} }),
      () => read.people.recall('T2', ['U1'], now),
      () => read.adrs.findAll('T2', 'nowhere'),
      () => read.marks.take('T2', 'show', { all: 1, stale: 1 }),
      () => read.nudges.choose(actor, false, now),
    ];
    for (const ask of questions) await expect(ask()).rejects.toThrow('other workspace');
    expect(await db.selectFrom('decision').select('id').execute()).toEqual([]);
  });
});
