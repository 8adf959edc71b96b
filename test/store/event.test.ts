import { describe, expect, it } from 'vitest';
import { makeDecision, makeVoting } from './decision-samples.ts';
import { makeVote, openVote } from './vote-samples.ts';
import { after, now, openWorkshop } from './workshop.ts';

describe('findEvents', () => {
  it('gives a part of what happened, in order, and how much there is', async () => {
    const { read } = (await openWorkshop()).store;
    const [decision, other] = [makeDecision(), makeDecision()];
    await read.insertDecision(decision);
    await read.insertDecision(other);
    const reasons = ['a', 'b', 'c', 'd'];
    for (const reason of reasons) {
      await read.recordEvent({ decision, at: after(10), actorId: 'U1', kind: 'withdrawn', detail: { reason } });
      await read.recordEvent({ decision: other, at: now, actorId: undefined, kind: 'edited', detail: {} });
    }
    const { events, total } = await read.findEvents(decision.id, { skip: 1, most: 2 });
    expect(total).toBe(4);
    expect(events).toEqual([
      { at: after(10), actorId: 'U1', kind: 'withdrawn', detail: { reason: 'b' } },
      { at: after(10), actorId: 'U1', kind: 'withdrawn', detail: { reason: 'c' } },
    ]);
    expect((await read.findEvents(other.id, { skip: 0, most: 1 })).events[0]?.actorId).toBeUndefined();
    expect(await read.findEvents(decision.id, { skip: 9, most: 2 })).toEqual({ events: [], total: 4 });
  });
});

describe('countVotes', () => {
  it('counts the deciders’ votes, and those that were taken back', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store, { voting: makeVoting({ deciders: ['U1', 'U2'] }) });
    const { read } = store;
    expect(await read.countVotes(decision.id)).toEqual([]);
    await read.castBallot(makeVote(), now);
    await read.castBallot(makeVote({ userId: 'U2', eventUs: 1 }), now);
    await read.castBallot(makeVote({ userId: 'U2', isCast: false, eventUs: 2 }), now);
    await read.castBallot(makeVote({ userId: 'U2', emoji: 'two' }), now);
    await read.castBallot(makeVote({ userId: 'U3' }), now);
    expect(await read.countVotes(decision.id)).toEqual([{ round: 1, cast: 3, takenBack: 1 }]);
  });
});
