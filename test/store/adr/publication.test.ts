import { describe, expect, it } from 'vitest';
import { dumpDatabase, restoreDump } from '../../support/dump.ts';
import { copyDatabase } from '../../support/postgres.ts';
import { archive, makeDecision, makePublication } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

describe('the way of an outcome into git', () => {
  it('is kept from its first trouble to its commit', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    expect(await store.read.publications.find(decision.id)).toBeUndefined();

    const stages = [
      makePublication({ trouble: { code: 'told before' as const, text: 'The branch is protected: \u0007 “main”' } }),
      makePublication({
        number: 7,
        fileName: '0007-choose-a-database.md',
        trouble: { code: 'told before' as const, text: 'away' },
      }),
      makePublication({
        number: 7,
        fileName: '0007-choose-a-database.md',
        commit: 'abc',
        commitUrl: 'https://example.org/abc',
        pushedAt: now,
      }),
    ];
    for (const stage of stages) {
      await store.read.publications.save(decision, stage);
      expect(await store.read.publications.find(decision.id)).toEqual({
        ...{ ...stage, isGone: false, isTakenHere: false },
        state: stage.pushedAt === undefined ? 'not yet' : 'committed',
      });
    }
  });

  it('gives twenty that ask at once twenty numbers', async () => {
    const { store } = await openWorkshop();
    const decisions = Array.from({ length: 20 }, () => makeDecision());
    for (const decision of decisions) await store.read.decisions.insert(decision);
    await Promise.all(
      decisions.map((decision) =>
        store.transaction(async (records) => {
          const number = (await records.publications.lockHighestNumber('T1', archive)) + 1;
          await records.publications.save(decision, makePublication({ number }));
        }),
      ),
    );
    const taken = await Promise.all(decisions.map(async ({ id }) => (await store.read.publications.find(id))?.number));
    expect(new Set(taken)).toEqual(new Set(decisions.map((_, index) => index + 1)));
  });

  it('counts the numbers of its own archive only', async () => {
    const { store } = await openWorkshop();
    const [here, elsewhere, without] = [makeDecision(), makeDecision(), makeDecision()];
    for (const decision of [here, elsewhere, without]) await store.read.decisions.insert(decision);
    const highest = () => store.transaction((records) => records.publications.lockHighestNumber('T1', archive));
    expect(await highest()).toBe(0);
    await store.read.publications.save(here, makePublication({ number: 3 }));
    await store.read.publications.save(elsewhere, makePublication({ number: 4, archive: 'another' }));
    await store.read.publications.save(without, makePublication());
    expect(await highest()).toBe(3);
  });

  it('never gives one number to two decisions of an archive', async () => {
    const { store } = await openWorkshop();
    const [first, second] = [makeDecision(), makeDecision()];
    for (const decision of [first, second]) await store.read.decisions.insert(decision);
    await store.read.publications.save(first, makePublication({ number: 1 }));
    const again = store.read.publications.save(second, makePublication({ number: 1 }));
    await expect(again).rejects.toMatchObject({ code: '23505' });
    expect(await store.read.publications.find(second.id)).toBeUndefined();
  });

  it('keeps one number of two that are in git with it', async () => {
    const { store } = await openWorkshop();
    const decisions = [makeDecision(), makeDecision(), makeDecision()];
    for (const decision of decisions) await store.read.decisions.insert(decision);
    const [first, second, waiting] = decisions;
    if (!first || !second || !waiting) throw new Error('There are three.');
    await store.read.publications.save(waiting, makePublication({ number: 1 }));
    for (const one of [first, second])
      await store.read.publications.save(one, makePublication({ number: 1, pushedAt: now }));
    expect((await store.read.publications.find(second.id))?.number).toBe(1);
  });
});

describe('a number', () => {
  const decision = makeDecision();
  const taken = makePublication({ number: 7, fileName: '0007-x.md', isTakenHere: true });

  it('is known to be taken here, through all that is noted later', async () => {
    const { store } = await openWorkshop();
    await store.read.decisions.insert(decision);
    await store.read.publications.save(decision, taken);
    expect((await store.read.publications.find(decision.id))?.isTakenHere).toBe(true);
    const found = await store.read.publications.find(decision.id);
    await store.transaction((records) =>
      records.publications.save(decision, {
        ...taken,
        ...found,
        trouble: { code: 'told before' as const, text: 'away' },
      }),
    );
    expect(await store.read.publications.find(decision.id)).toMatchObject({
      isTakenHere: true,
      trouble: { code: 'told before' as const, text: 'away' },
    });
  });

  it.each([
    ['restored from a dump', async (url: string) => restoreDump(await dumpDatabase(url))],
    ['made as a copy', copyDatabase],
  ])('is not taken in a database that was %s', async (_, remake) => {
    const first = await openWorkshop();
    await first.store.read.decisions.insert(decision);
    await first.store.read.publications.save(decision, taken);
    await first.db.destroy();
    const { store } = await openWorkshop(await remake(first.url));
    const found = await store.read.publications.find(decision.id);
    expect(found).toMatchObject({ number: 7, fileName: '0007-x.md', isTakenHere: false });
    await store.read.publications.save(decision, {
      ...taken,
      ...found,
      trouble: { code: 'told before' as const, text: 'away' },
    });
    expect((await store.read.publications.find(decision.id))?.isTakenHere).toBe(false);
    await store.read.publications.save(decision, taken);
    expect((await store.read.publications.find(decision.id))?.isTakenHere).toBe(true);
  });
});
