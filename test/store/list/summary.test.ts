import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeDecision, makeOption, makeOutcome, makePublication, makeVoting } from '../decision-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

describe('the summaries of decisions', () => {
  it('tell of a decision that is only proposed', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    expect(await store.read.summaries.find('T1', [decision.id])).toEqual([
      {
        id: decision.id,
        archive: 'nowhere',
        channelId: 'C1',
        title: 'Choose a database',
        tags: [],
        status: 'proposed',
        statusHere: 'proposed',
        reason: undefined,
        isVoting: false,
        closesAt: after(3_600),
        proposedAt: now,
        decidedAt: undefined,
        chosen: undefined,
        decidedBy: undefined,
        confirmedBy: undefined,
        departures: [],
        cardLink: undefined,
        number: undefined,
        fileName: undefined,
        commitUrl: undefined,
        isPublished: false,
        trouble: undefined,
      },
    ]);
  });

  it('tell of what was chosen and where it is', async () => {
    const { store } = await openWorkshop();
    const chosen = makeOption(1, 'PostgreSQL');
    const decision = makeDecision({ options: [makeOption(0), chosen] });
    await store.read.decisions.insert(decision);
    await store.read.decisions.save({ ...decision, status: 'accepted', outcome: makeOutcome(chosen.id, after(60)) });
    await store.read.cards.place(decision.id, { ts: '1.2', link: 'https://example.org/card' });

    const waiting = {
      ...makePublication(),
      number: 4,
      fileName: '0004-choose.md',
      trouble: { code: 'told before' as const, text: 'The archive is away.' },
    };
    await store.read.publications.save(decision, waiting);
    const told = {
      decidedAt: after(60),
      chosen: 'PostgreSQL',
      decidedBy: 'U1',
      departures: [],
      cardLink: 'https://example.org/card',
    };
    expect(await store.read.summaries.find('T1', [decision.id])).toMatchObject([
      {
        ...told,
        number: undefined,
        isPublished: false,
        trouble: { code: 'told before' as const, text: 'The archive is away.' },
      },
    ]);

    const commitUrl = 'https://example.org/abc';
    await store.read.publications.save(decision, {
      ...waiting,
      ...{ state: 'committed', trouble: undefined, commitUrl, pushedAt: after(90) },
    });
    expect(await store.read.summaries.find('T1', [decision.id])).toMatchObject([
      { ...told, number: 4, fileName: '0004-choose.md', commitUrl, isPublished: true, trouble: undefined },
    ]);
  });

  it('say which votes are open', async () => {
    const { store } = await openWorkshop();
    const decisions = [
      makeDecision({ title: 'open', voting: makeVoting() }),
      makeDecision({ title: 'closed', voting: makeVoting({ closedAt: now }) }),
      makeDecision({ title: 'withdrawn', voting: makeVoting(), status: 'withdrawn' }),
      makeDecision({ title: 'discussed' }),
    ];
    for (const decision of decisions) await store.read.decisions.insert(decision);
    const ids = decisions.map(({ id }) => id);
    const open = (await store.read.summaries.find('T1', ids)).filter(({ isVoting }) => isVoting);
    expect(open.map(({ title }) => title)).toEqual(['open']);
  });

  it('come in the order in which they are asked for, and from their own workspace only', async () => {
    const { store, neighbor } = await openWorkshop();
    const decisions = [1, 2, 3].map((number) => makeDecision({ title: `no. ${number}` }));
    const elsewhere = makeDecision({ title: 'elsewhere', teamId: 'T2' });
    for (const decision of decisions) await store.read.decisions.insert(decision);
    await neighbor.read.decisions.insert(elsewhere);
    const [first, second, third] = decisions.map(({ id }) => id);
    const ids = [third, first, elsewhere.id, randomUUID(), second].filter((id) => id !== undefined);
    const titles = (await store.read.summaries.find('T1', ids)).map(({ title }) => title);
    expect(titles).toEqual(['no. 3', 'no. 1', 'no. 2']);
  });
});
