import { describe, expect, it } from 'vitest';
import type { Publication } from '../../src/workflow/ports/publication.ts';
import { dumpDatabase, restoreDump } from '../support/dump.ts';
import { copyDatabase } from '../support/postgres.ts';
import { makeDecision } from './decision-samples.ts';
import { now, openWorkshop } from './workshop.ts';

const archive = 'https://example.org/team.git main docs/decisions';

function makePublication(more: Partial<Publication> = {}): Publication {
  return {
    archive,
    number: undefined,
    fileName: undefined,
    commit: undefined,
    commitUrl: undefined,
    pushedAt: undefined,
    trouble: undefined,
    ...more,
  };
}

describe('the way of an outcome into git', () => {
  it('is kept from its first trouble to its commit', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.insertDecision(decision);
    expect(await store.read.findPublication(decision.id)).toBeUndefined();

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
      await store.read.savePublication(decision, stage);
      expect(await store.read.findPublication(decision.id)).toEqual({ ...stage, isGone: false, isTakenHere: false });
    }
  });

  it('gives twenty that ask at once twenty numbers', async () => {
    const { store } = await openWorkshop();
    const decisions = Array.from({ length: 20 }, () => makeDecision());
    for (const decision of decisions) await store.read.insertDecision(decision);
    await Promise.all(
      decisions.map((decision) =>
        store.transaction(async (records) => {
          const number = (await records.lockHighestNumber('T1', archive)) + 1;
          await records.savePublication(decision, makePublication({ number }));
        }),
      ),
    );
    const taken = await Promise.all(decisions.map(async ({ id }) => (await store.read.findPublication(id))?.number));
    expect(new Set(taken)).toEqual(new Set(decisions.map((_, index) => index + 1)));
  });

  it('counts the numbers of its own archive only', async () => {
    const { store } = await openWorkshop();
    const [here, elsewhere, without] = [makeDecision(), makeDecision(), makeDecision()];
    for (const decision of [here, elsewhere, without]) await store.read.insertDecision(decision);
    const highest = () => store.transaction((records) => records.lockHighestNumber('T1', archive));
    expect(await highest()).toBe(0);
    await store.read.savePublication(here, makePublication({ number: 3 }));
    await store.read.savePublication(elsewhere, makePublication({ number: 4, archive: 'another' }));
    await store.read.savePublication(without, makePublication());
    expect(await highest()).toBe(3);
  });

  it('never gives one number to two decisions of an archive', async () => {
    const { store } = await openWorkshop();
    const [first, second] = [makeDecision(), makeDecision()];
    for (const decision of [first, second]) await store.read.insertDecision(decision);
    await store.read.savePublication(first, makePublication({ number: 1 }));
    const again = store.read.savePublication(second, makePublication({ number: 1 }));
    await expect(again).rejects.toMatchObject({ code: '23505' });
    expect(await store.read.findPublication(second.id)).toBeUndefined();
  });

  it('keeps one number of two that are in git with it', async () => {
    const { store } = await openWorkshop();
    const decisions = [makeDecision(), makeDecision(), makeDecision()];
    for (const decision of decisions) await store.read.insertDecision(decision);
    const [first, second, waiting] = decisions;
    if (!first || !second || !waiting) throw new Error('There are three.');
    await store.read.savePublication(waiting, makePublication({ number: 1 }));
    for (const one of [first, second])
      await store.read.savePublication(one, makePublication({ number: 1, pushedAt: now }));
    expect((await store.read.findPublication(second.id))?.number).toBe(1);
  });
});

describe('a number', () => {
  const decision = makeDecision();
  const taken = makePublication({ number: 7, fileName: '0007-x.md', isTakenHere: true });

  it('is known to be taken here, through all that is noted later', async () => {
    const { store } = await openWorkshop();
    await store.read.insertDecision(decision);
    await store.read.savePublication(decision, taken);
    expect((await store.read.findPublication(decision.id))?.isTakenHere).toBe(true);
    const found = await store.read.findPublication(decision.id);
    await store.transaction((records) =>
      records.savePublication(decision, {
        ...taken,
        ...found,
        trouble: { code: 'told before' as const, text: 'away' },
      }),
    );
    expect(await store.read.findPublication(decision.id)).toMatchObject({
      isTakenHere: true,
      trouble: { code: 'told before' as const, text: 'away' },
    });
  });

  it.each([
    ['restored from a dump', async (url: string) => restoreDump(await dumpDatabase(url))],
    ['made as a copy', copyDatabase],
  ])('is not taken in a database that was %s', async (_, remake) => {
    const first = await openWorkshop();
    await first.store.read.insertDecision(decision);
    await first.store.read.savePublication(decision, taken);
    await first.db.destroy();
    const { store } = await openWorkshop(await remake(first.url));
    const found = await store.read.findPublication(decision.id);
    expect(found).toMatchObject({ number: 7, fileName: '0007-x.md', isTakenHere: false });
    await store.read.savePublication(decision, {
      ...taken,
      ...found,
      trouble: { code: 'told before' as const, text: 'away' },
    });
    expect((await store.read.findPublication(decision.id))?.isTakenHere).toBe(false);
    await store.read.savePublication(decision, taken);
    expect((await store.read.findPublication(decision.id))?.isTakenHere).toBe(true);
  });
});
