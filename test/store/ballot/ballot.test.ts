import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/schema.ts';
import type { Decision } from '../../../src/decision/decision.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { closeVoting } from '../../../src/decision/vote/voting.ts';
import type { Vote } from '../../../src/workflow/ports/records/ballots.ts';
import type { Records, Store } from '../../../src/workflow/ports/store.ts';
import { makeVoting } from '../decision-samples.ts';
import { cardTs, makeVote, nowUs, openVote } from '../vote-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

function inOrder(ballots: readonly Ballot[]): Ballot[] {
  const key = ({ optionId, userId }: Ballot) => `${optionId} ${userId}`;
  return ballots.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('a vote', () => {
  it('becomes a ballot for the option that has its emoji', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.ballots.cast(makeVote({ emoji: 'two', eventUs: nowUs + 1 }), now);
    const optionId = decision.options[1]?.id;
    const ballot = { optionId, userId: 'U1', isCast: true, score: 1, eventUs: nowUs + 1, cardTs };
    expect(await store.read.ballots.find(decision)).toEqual([ballot]);
  });

  it('may back several options', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    await store.read.ballots.cast(makeVote({ emoji: 'two' }), now);
    expect(await store.read.ballots.find(decision)).toHaveLength(2);
  });

  it.each<[string, Partial<Vote>, Partial<Decision>]>([
    ['on another message', { cardTs: '1772445600.000200' }, {}],
    ['in another channel', { channelId: 'C2' }, {}],
    ['of another workspace', { teamId: 'T2' }, {}],
    ['with another emoji', { emoji: 'tada' }, {}],
    ['for an option that isn’t there', { emoji: 'three' }, {}],
    ['before voting opens', {}, { voting: undefined }],
    ['after it was closed', {}, { voting: makeVoting({ closedAt: now }) }],
    ['on a withdrawn decision', {}, { status: 'withdrawn' }],
    ['on an accepted decision', {}, { status: 'accepted' }],
    ['just after the deadline', { eventUs: nowUs + 1 }, { closesAt: now }],
  ])('changes nothing %s', async (_, vote, decision) => {
    const { db, store, findMarks } = await openWorkshop();
    await openVote(store, decision);
    await store.read.ballots.cast(makeVote(vote), now);
    expect(await db.selectFrom('ballot').selectAll().execute()).toEqual([]);
    expect(await findMarks()).toEqual([]);
  });

  it('counts up to the deadline, by Slack’s clock, however late it arrives', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store, { closesAt: now });
    await store.read.ballots.cast(makeVote({ eventUs: nowUs }), after(600));
    expect(await store.read.ballots.find(decision)).toHaveLength(1);
  });

  it.each([
    ['an older event', nowUs - 1],
    ['an event of the same moment', nowUs],
  ])('is not changed by %s, which marks no card either', async (_, eventUs) => {
    const { db, store, findMarks } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    await db.deleteFrom('card_mark').execute();
    await store.read.ballots.cast(makeVote({ isCast: false, eventUs }), now);
    expect(await store.read.ballots.find(decision)).toMatchObject([{ isCast: true, eventUs: nowUs }]);
    expect(await findMarks()).toEqual([]);
  });

  it('is taken back and cast again', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    const seen: boolean[] = [];
    for (const [index, isCast] of [true, false, true].entries()) {
      await store.read.ballots.cast(makeVote({ isCast, eventUs: nowUs + index }), now);
      seen.push(...(await store.read.ballots.find(decision)).map((ballot) => ballot.isCast));
    }
    expect(seen).toEqual([true, false, true]);
  });

  it('belongs to its round', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.ballots.cast(makeVote(), now);
    const again = { ...decision, voting: makeVoting({ round: 2 }) };
    await store.read.decisions.save(again);
    expect(await store.read.ballots.find(again)).toEqual([]);
    expect(await store.read.ballots.find(decision)).toHaveLength(1);
  });

  it('comes to the same ballots however often and in whatever order events arrive', async () => {
    const { db, store } = await openWorkshop();
    const decision = await openVote(store);
    const event = fc.record({
      userId: fc.constantFrom('U1', 'U2', 'U3'),
      emoji: fc.constantFrom('one', 'two', 'tada'),
      isCast: fc.boolean(),
      eventUs: fc.integer({ min: 1, max: 50 }).map((us) => nowUs + us),
    });
    // No two events of Slack's about the same reaction have the same event_ts.
    const events = fc.uniqueArray(event, {
      maxLength: 12,
      selector: ({ userId, emoji, eventUs }) => `${userId} ${emoji} ${eventUs}`,
    });
    const withDisorder = events.chain((list) =>
      fc.record({
        sent: fc.constant(list.toSorted((a, b) => a.eventUs - b.eventUs)),
        arrived: fc
          .shuffledSubarray([...list, ...list], { minLength: list.length })
          .map((some) => [...some, ...list.filter((one) => !some.includes(one))]),
        areAtOnce: fc.boolean(),
      }),
    );
    const ballotsAfter = async (votes: readonly Partial<Vote>[], areAtOnce: boolean) => {
      await db.deleteFrom('ballot').execute();
      const cast = (vote: Partial<Vote>) => store.read.ballots.cast(makeVote(vote), now);
      if (areAtOnce) await Promise.all(votes.map(cast));
      else for (const vote of votes) await cast(vote);
      return inOrder(await store.read.ballots.find(decision));
    };
    const law = fc.asyncProperty(withDisorder, async ({ sent, arrived, areAtOnce }) => {
      expect(await ballotsAfter(arrived, areAtOnce)).toEqual(await ballotsAfter(sent, false));
    });
    await fc.assert(law, { numRuns: 60 });
  });
});

/** Does some of a step's work in a transaction, and lets others try before it commits. */
async function holdTransaction(store: Store, work: (records: Records) => Promise<void>) {
  const worked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const committed = store.transaction(async (records) => {
    await work(records);
    worked.resolve();
    await release.promise;
  });
  await worked.promise;
  return {
    commit: () => {
      release.resolve();
      return committed;
    },
  };
}

async function countWaiting(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length;
}

describe('a vote that arrives while the vote is being closed', () => {
  it.each([
    ['cast', true],
    ['taken back', false],
  ])('is %s before the verdict or not at all', async (_, isCast) => {
    const { db, store } = await openWorkshop();
    const decision = await openVote(store);
    if (!isCast) await store.read.ballots.cast(makeVote({ eventUs: nowUs - 1 }), now);
    const before = await store.read.ballots.find(decision);

    const closing = await holdTransaction(store, async (records) => {
      const locked = await records.decisions.lock(decision.id);
      if (locked) await records.decisions.save(closeVoting(locked, now));
    });
    const vote = store.read.ballots.cast(makeVote({ isCast }), now);
    await expect
      .poll(() => countWaiting(db), { timeout: 30_000 })
      .toBe(1)
      .finally(closing.commit);
    await vote;
    expect(await store.read.ballots.find(decision)).toEqual(before);
  });
});

describe('corrected ballots', () => {
  it('are written, and counted with the others', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    const [first, second] = decision.options.map((option) => option.id);
    if (first === undefined || second === undefined) throw new Error('This decision has two options.');
    await store.read.ballots.cast(makeVote(), now);
    await store.read.ballots.write(decision, [
      { optionId: first, userId: 'U1', isCast: false, score: 1, eventUs: nowUs + 1, cardTs },
      { optionId: second, userId: 'U2', isCast: true, score: 1, eventUs: 0, cardTs },
    ]);
    const ballots = await store.read.ballots.find(decision);
    const tally = takeTally({ options: decision.options, ballots, deciders: ['U1', 'U2'], ignored: new Set() });
    expect(tally.options.map(({ voters }) => voters)).toEqual([[], ['U2']]);
  });

  it('from a button are kept as such, until a later reaction', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    const optionId = decision.options[0]?.id ?? '';
    const pressed = { optionId, userId: 'U1', isCast: false, score: 1, eventUs: nowUs + 1, cardTs };
    await store.read.ballots.write(decision, [{ ...pressed, button: 'not compared' }]);
    await store.read.ballots.cast(makeVote(), now);
    expect(await store.read.ballots.find(decision)).toEqual([{ ...pressed, button: 'not compared' }]);
    await store.read.ballots.cast(makeVote({ eventUs: nowUs + 2 }), now);
    expect(await store.read.ballots.find(decision)).toEqual([{ ...pressed, isCast: true, eventUs: nowUs + 2 }]);
  });

  it('may be a hundred thousand', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    const optionId = decision.options[0]?.id ?? '';
    const cast = Array.from({ length: 100_000 }, (_, index): Ballot => {
      return { optionId, userId: `U${index}`, isCast: true, score: 1, eventUs: index, cardTs };
    });
    await store.read.ballots.write(decision, cast);
    const ballots = await store.read.ballots.find(decision);
    expect(ballots).toHaveLength(cast.length);
    expect(await store.read.ballots.find(decision, 'U70007')).toEqual([cast[70_007]]);
  });

  it('never have the last word over a later event', async () => {
    const { db, store } = await openWorkshop();
    const decision = await openVote(store);
    const moment = fc.integer({ min: 0, max: 9 });
    const correction = fc.record({
      optionId: fc.constantFrom(...decision.options.map((option) => option.id)),
      userId: fc.constantFrom('U1', 'U2'),
      isCast: fc.boolean(),
      score: fc.integer({ min: 0, max: 3 }),
      eventUs: moment,
      cardTs: fc.constant(cardTs),
      button: fc.constantFrom(undefined, 'not compared' as const, 'listed' as const, 'not listed' as const),
    });
    const keyOf = ({ optionId, userId }: Ballot) => `${optionId} ${userId}`;
    const ballots = fc.uniqueArray(correction, { minLength: 1, maxLength: 4, selector: keyOf });
    const law = fc.asyncProperty(ballots, ballots, async (known, corrections) => {
      await db.deleteFrom('ballot').execute();
      await store.read.ballots.write(decision, known);
      await store.read.ballots.write(decision, corrections);
      const expected = new Map(known.map((ballot) => [keyOf(ballot), ballot]));
      for (const ballot of corrections) {
        if (ballot.eventUs > (expected.get(keyOf(ballot))?.eventUs ?? -1)) expected.set(keyOf(ballot), ballot);
      }
      expect(inOrder(await store.read.ballots.find(decision))).toEqual(inOrder([...expected.values()]));
    });
    await fc.assert(law, { numRuns: 40 });
  });
});
