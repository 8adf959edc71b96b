import { describe, expect, it } from 'vitest';
import { makeDecision, makeVoting } from '../decision-samples.ts';
import { makeVote, openVote } from '../vote-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

describe('findEvents', () => {
  it('gives a part of what happened, in order, on or back from an event', async () => {
    const { read } = (await openWorkshop()).store;
    const [decision, other] = [makeDecision(), makeDecision()];
    await read.decisions.insert(decision);
    await read.decisions.insert(other);
    const reasons = ['a', 'b', 'c', 'd'];
    for (const reason of reasons) {
      await read.events.record({ decision, at: after(10), actorId: 'U1', kind: 'withdrawn', detail: { reason } });
      await read.events.record({ decision: other, at: now, actorId: undefined, kind: 'edited', detail: {} });
    }
    const find = (side: 'after' | 'before', id: number | undefined, most = 2) =>
      read.events.find(decision.id, { cut: { side, id }, most });
    const [first, second, third, last] = await find('after', undefined, 9);
    expect([first, second, third, last]).toMatchObject(reasons.map((reason) => ({ detail: { reason } })));
    expect(second).toEqual({
      id: second?.id,
      at: after(10),
      actorId: 'U1',
      kind: 'withdrawn',
      detail: { reason: 'b' },
    });
    expect(await find('after', first?.id)).toEqual([second, third]);
    expect(await find('before', last?.id)).toEqual([second, third]);
    expect(await find('before', undefined)).toEqual([third, last]);
    expect(await find('after', last?.id)).toEqual([]);
    expect([await read.events.count(decision.id, 10), await read.events.count(decision.id, 2)]).toEqual([4, 3]);
    const [byNobody] = await read.events.find(other.id, { cut: { side: 'after', id: undefined }, most: 1 });
    expect(byNobody?.actorId).toBeUndefined();
  });
});

describe('countVotes', () => {
  it('counts the deciders’ votes, and those that were taken back', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store, { voting: makeVoting({ deciders: ['U1', 'U2'] }) });
    const { read } = store;
    expect(await read.ballots.countByRound(decision.id)).toEqual([]);
    await read.ballots.cast(makeVote(), now);
    await read.ballots.cast(makeVote({ userId: 'U2', eventUs: 1 }), now);
    await read.ballots.cast(makeVote({ userId: 'U2', isCast: false, eventUs: 2 }), now);
    await read.ballots.cast(makeVote({ userId: 'U2', emoji: 'two' }), now);
    await read.ballots.cast(makeVote({ userId: 'U3' }), now);
    expect(await read.ballots.countByRound(decision.id)).toEqual([{ round: 1, cast: 3, takenBack: 1 }]);
  });
});
