import { describe, expect, it } from 'vitest';
import { makeDecision } from '../decision-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

describe('the card of a decision', () => {
  it('has an id under which it is posted before it has a place', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const posting = (await store.read.cards.find([decision.id]))[0]?.posting;
    expect(posting).toEqual({ messageId: expect.stringMatching(/^[0-9a-f-]{36}$/), shownAt: undefined, seeded: 0 });
    expect(await store.read.cards.find([decision.id])).toEqual([{ decision, posting }]);
  });

  it('keeps its place, its time and its emoji through a change of the decision', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const card = { ts: '1.2', link: 'https://example.org/card' };
    await store.read.cards.place(decision.id, card);
    await store.read.cards.markShown(decision.id, after(5));
    await store.read.cards.markOptionsSeeded(decision.id, 2);
    await store.read.decisions.save({ ...decision, title: 'Another title' });
    expect(await store.read.decisions.find(decision.id)).toMatchObject({ title: 'Another title', card });
    expect(await store.read.cards.find([decision.id])).toMatchObject([{ posting: { shownAt: after(5), seeded: 2 } }]);
  });

  it('is a new message with new emoji once it was dropped, though no sooner', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const before = (await store.read.cards.find([decision.id]))[0]?.posting;
    await store.read.cards.place(decision.id, { ts: '1.2', link: '' });
    await store.read.cards.markShown(decision.id, now);
    await store.read.cards.markOptionsSeeded(decision.id, 2);
    await store.read.cards.drop(decision.id);
    const posting = (await store.read.cards.find([decision.id]))[0]?.posting;
    expect(posting).toMatchObject({ shownAt: now, seeded: 0 });
    expect(posting?.messageId).not.toBe(before?.messageId);
    expect((await store.read.decisions.find(decision.id))?.card).toBeUndefined();
  });

  it('is known to look as it was sent, unless somebody sent it at the same time', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const shown = async () => (await store.read.cards.find([decision.id]))[0]?.posting.shown;
    await store.read.cards.announce(decision.id, 'sign 1');
    expect(await shown()).toBe('sign 1');
    await store.read.cards.markShown(decision.id, now);
    expect(await shown()).toBe('sign 1');
    await store.read.cards.markShown(decision.id, now, { sign: 'sign 1', fingerprint: 'ours' });
    expect(await shown()).toBe('ours');
    await store.read.cards.markShown(decision.id, now);
    expect(await shown()).toBe('ours');

    await store.read.cards.announce(decision.id, 'sign 2');
    await store.read.cards.announce(decision.id, 'sign 3');
    await store.read.cards.markShown(decision.id, now, { sign: 'sign 3', fingerprint: 'theirs' });
    await store.read.cards.markShown(decision.id, now, { sign: 'sign 2', fingerprint: 'ours' });
    expect(['ours', 'theirs']).not.toContain(await shown());
    await store.read.cards.drop(decision.id);
    expect(await shown()).toBeUndefined();
  });

  it('is the card of one decision only', async () => {
    const { store } = await openWorkshop();
    const [first, second] = [makeDecision(), makeDecision()];
    for (const decision of [first, second]) await store.read.decisions.insert(decision);
    await store.read.cards.place(first.id, { ts: '1.2', link: '' });
    await expect(store.read.cards.place(second.id, { ts: '1.2', link: '' })).rejects.toMatchObject({ code: '23505' });
  });
});
