import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/decision/person.ts';
import { takeOutOption } from '../../../src/decision/proposal/correction.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import type { Tally } from '../../../src/decision/tally/tally.ts';
import { abstentionIdOf, type Ballot } from '../../../src/decision/vote/ballot.ts';
import { countTakenBack, countTakenBackInCensus } from '../../../src/decision/vote/taken-back.ts';
import { tallyOf, tallyOfCensus } from '../../../src/workflow/vote/count-ballots.ts';
import { makeDecision, makeOption, makeVoting } from '../decision-samples.ts';
import { now, openWorkshop } from '../workshop.ts';

const deciders = ['U1', 'U2', 'U3', 'U4', 'U5'];
const everybody = [...deciders, 'U6', 'U7', 'U8', 'UBOT'];
const people: readonly Person[] = everybody.map((id) => {
  return { id, name: id, timeZone: 'UTC', kind: id === 'UBOT' ? 'bot' : 'member', isAdmin: false };
});
const byId = new Map(people.map((person) => [person.id, person]));

const anyRound = fc.record({
  method: fc.constantFrom<Rule['method']>('approval', 'single', 'score'),
  votesAfterLeaving: fc.constantFrom<Rule['votesAfterLeaving']>('stand', 'lapse'),
  gone: fc.subarray(deciders),
  givers: fc.subarray(deciders, { maxLength: 4 }),
  isWithdrawn: fc.boolean(),
  ballots: fc.uniqueArray(
    fc.record({
      who: fc.constantFrom(...everybody),
      option: fc.nat(3),
      isCast: fc.boolean(),
      score: fc.nat(3),
      // Several at the same time, and some of which nobody knows when they were cast.
      at: fc.nat(4),
    }),
    { selector: ({ who, option }) => `${who} ${option}`, maxLength: 30 },
  ),
});

/** The same whatever the order in which people are listed. */
function sorted(tally: Tally | undefined): unknown {
  if (tally === undefined) return undefined;
  const { options, handedOver, ...lists } = tally;
  return {
    options: options.map(({ voters, advisers, points, ...rest }) => ({
      ...rest,
      voters: voters.toSorted(),
      advisers: advisers.toSorted(),
      points: [...points].toSorted(),
    })),
    handedOver,
    ...Object.fromEntries(Object.entries(lists).map(([name, ids]) => [name, ids.toSorted()])),
  };
}

describe('a census', () => {
  it('counts as the ballots one by one do, whatever they are', async () => {
    const { db, store } = await openWorkshop();
    await store.read.people.save('T1', people, now);
    await fc.assert(
      fc.asyncProperty(anyRound, async ({ method, votesAfterLeaving, gone, givers, isWithdrawn, ballots: cast }) => {
        const [to = ''] = deciders.filter((id) => !givers.includes(id));
        const rule = { ...presets.majority.rule, method, votesAfterLeaving };
        const proposed = makeDecision({
          rule,
          options: [makeOption(0), makeOption(1), makeOption(2)],
          voting: makeVoting({
            rule,
            deciders,
            gone: gone.map((id) => ({ id, why: id > 'U3' ? 'left' : 'deactivated' })),
            excluded: [{ id: 'U8', why: 'guest' }],
            handovers: givers.map((from) => ({ from, to, at: now })),
          }),
        });
        await store.read.decisions.insert(proposed);
        const choices = [...proposed.options.map(({ id }) => id), abstentionIdOf(proposed) ?? ''];
        const ballots = cast.map(({ who, option, isCast, score, at }): Ballot => {
          const optionId = choices[option] ?? '';
          const points = method === 'score' && optionId !== proposed.id ? score : 1;
          return { optionId, userId: who, isCast, score: points, eventUs: at * 1_000, cardTs: '1.2' };
        });
        if (ballots.length > 0) await store.read.ballots.write(proposed, ballots);
        const second = proposed.options[1]?.id ?? '';
        const decision = isWithdrawn ? takeOutOption(proposed, second, { by: 'U1', at: now }) : proposed;
        if (isWithdrawn) await store.read.decisions.save(decision);
        // Another decision, at the same time, which is none of its business.
        const other = makeDecision({ voting: makeVoting({ deciders: ['U1'] }) });
        await store.read.decisions.insert(other);

        const censuses = await store.read.ballots.takeCensus([decision, other]);
        const census = censuses.get(decision.id) ?? [];
        expect(await store.read.decisions.find(decision.id)).toMatchObject({
          voting: { handovers: decision.voting?.handovers },
        });
        expect(sorted(tallyOfCensus(decision, census, byId))).toEqual(sorted(tallyOf(decision, ballots, byId)));
        expect(countTakenBackInCensus(decision, census)).toBe(countTakenBack(decision, ballots));
        expect(census.flatMap(({ userIds }) => userIds)).toHaveLength(
          new Set([...deciders, ...ballots.map(({ userId }) => userId)]).size,
        );
        expect(tallyOfCensus(other, censuses.get(other.id) ?? [], byId)?.notVoted).toEqual(['U1']);
        await db.deleteFrom('ballot').execute();
      }),
      { numRuns: 150 },
    );
  });

  it('of ten thousand people has a few kinds of them', async () => {
    const { store } = await openWorkshop();
    const many = Array.from({ length: 10_000 }, (_, index) => `U${String(index).padStart(5, '0')}`);
    const decision = makeDecision({ voting: makeVoting({ deciders: many }) });
    await store.read.decisions.insert(decision);
    const [go = '', rust = ''] = decision.options.map(({ id }) => id);
    const ballots = many.slice(0, 5_000).map((userId, index): Ballot => {
      const optionId = index % 2 === 0 ? go : rust;
      return { optionId, userId, isCast: index % 10 !== 0, score: 1, eventUs: index + 1, cardTs: '1.2' };
    });
    await store.read.ballots.write(decision, ballots);
    const census = (await store.read.ballots.takeCensus([decision])).get(decision.id) ?? [];
    expect(census.map(({ userIds }) => userIds.length).toSorted((a, b) => a - b)).toEqual([500, 2_000, 2_500, 5_000]);
  });
});
