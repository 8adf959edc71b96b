import { describe, expect, it } from 'vitest';
import { makeDecision } from './decision-samples.ts';
import { after, now, openWorkshop } from './workshop.ts';

describe('the card of a decision', () => {
  it('has an id under which it is posted before it has a place', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.insertDecision(decision);
    const posting = (await store.read.findCards([decision.id]))[0]?.posting;
    expect(posting).toEqual({ messageId: expect.stringMatching(/^[0-9a-f-]{36}$/), shownAt: undefined, seeded: 0 });
    expect(await store.read.findCards([decision.id])).toEqual([{ decision, posting }]);
  });

  it('keeps its place, its time and its emoji through a change of the decision', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.insertDecision(decision);
    const card = { ts: '1.2', link: 'https://example.org/card' };
    await store.read.placeCard(decision.id, card);
    await store.read.markCardShown(decision.id, after(5));
    await store.read.markOptionsSeeded(decision.id, 2);
    await store.read.saveDecision({ ...decision, title: 'Another title' });
    expect(await store.read.findDecision(decision.id)).toMatchObject({ title: 'Another title', card });
    expect(await store.read.findCards([decision.id])).toMatchObject([{ posting: { shownAt: after(5), seeded: 2 } }]);
  });

  it('is a new message with new emoji once it was dropped, though no sooner', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.insertDecision(decision);
    const before = (await store.read.findCards([decision.id]))[0]?.posting;
    await store.read.placeCard(decision.id, { ts: '1.2', link: '' });
    await store.read.markCardShown(decision.id, now);
    await store.read.markOptionsSeeded(decision.id, 2);
    await store.read.dropCard(decision.id);
    const posting = (await store.read.findCards([decision.id]))[0]?.posting;
    expect(posting).toMatchObject({ shownAt: now, seeded: 0 });
    expect(posting?.messageId).not.toBe(before?.messageId);
    expect((await store.read.findDecision(decision.id))?.card).toBeUndefined();
  });

  it('is known to look as it was sent, unless somebody sent it at the same time', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.insertDecision(decision);
    const shown = async () => (await store.read.findCards([decision.id]))[0]?.posting.shown;
    await store.read.announceCard(decision.id, 'sign 1');
    expect(await shown()).toBe('sign 1');
    await store.read.markCardShown(decision.id, now);
    expect(await shown()).toBe('sign 1');
    await store.read.markCardShown(decision.id, now, { sign: 'sign 1', fingerprint: 'ours' });
    expect(await shown()).toBe('ours');
    await store.read.markCardShown(decision.id, now);
    expect(await shown()).toBe('ours');

    await store.read.announceCard(decision.id, 'sign 2');
    await store.read.announceCard(decision.id, 'sign 3');
    await store.read.markCardShown(decision.id, now, { sign: 'sign 3', fingerprint: 'theirs' });
    await store.read.markCardShown(decision.id, now, { sign: 'sign 2', fingerprint: 'ours' });
    expect(['ours', 'theirs']).not.toContain(await shown());
    await store.read.dropCard(decision.id);
    expect(await shown()).toBeUndefined();
  });

  it('is the card of one decision only', async () => {
    const { store } = await openWorkshop();
    const [first, second] = [makeDecision(), makeDecision()];
    for (const decision of [first, second]) await store.read.insertDecision(decision);
    await store.read.placeCard(first.id, { ts: '1.2', link: '' });
    await expect(store.read.placeCard(second.id, { ts: '1.2', link: '' })).rejects.toMatchObject({ code: '23505' });
  });
});
