import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { abstentionEmoji, abstentionIdOf } from '../../../src/decision/vote/ballot.ts';
import { makeDecision, makeVoting } from '../decision-samples.ts';
import { makeVote, nowUs, openVote } from '../vote-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

describe('the electorate of a round', () => {
  it('is kept with who may not vote, and with who is gone and who is back', async () => {
    const { store } = await openWorkshop();
    const excluded = [{ id: 'U9', why: 'bot' }] as const;
    const voting = makeVoting({ deciders: ['U1', 'U2', 'U3'], excluded });
    const decision = makeDecision({ voting });
    await store.read.decisions.insert(decision);
    const saveGone = async (gone: typeof voting.gone) => {
      await store.read.decisions.save({ ...decision, voting: { ...voting, gone } });
      return (await store.read.decisions.find(decision.id))?.voting;
    };
    expect(await saveGone([{ id: 'U2', why: 'left' }])).toMatchObject({
      deciders: ['U1', 'U2', 'U3'],
      excluded,
      gone: [{ id: 'U2', why: 'left' }],
    });
    expect(await saveGone([{ id: 'U3', why: 'deactivated' }])).toMatchObject({
      gone: [{ id: 'U3', why: 'deactivated' }],
    });
    expect(await saveGone([])).toEqual(voting);
  });

  it('is kept with who has handed their vote to whom, first things first, and forgets what was taken back', async () => {
    const { store } = await openWorkshop();
    const voting = makeVoting({ deciders: ['U1', 'U2', 'U3'] });
    const decision = makeDecision({ voting });
    await store.read.decisions.insert(decision);
    const keep = async (handovers: typeof voting.handovers) => {
      await store.read.decisions.save({ ...decision, voting: { ...voting, handovers } });
      return (await store.read.decisions.find(decision.id))?.voting?.handovers;
    };
    const [first, second] = [
      { from: 'U3', to: 'U1', at: now },
      { from: 'U2', to: 'U1', at: after(60) },
    ];
    expect(await keep([first])).toEqual([first]);
    expect(await keep([first, second])).toEqual([first, second]);
    const anew = { from: 'U3', to: 'U2', at: after(120) };
    expect(await keep([anew])).toEqual([anew]);
    expect(await keep([])).toEqual([]);
    expect(await store.read.decisions.find(decision.id)).toMatchObject({ voting });
  });

  it('may have twenty thousand people', async () => {
    const { store } = await openWorkshop();
    const deciders = Array.from({ length: 20_000 }, (_, index) => `U${100_000 + index}`);
    const decision = makeDecision({ voting: makeVoting({ deciders }) });
    await store.read.decisions.insert(decision);
    expect((await store.read.decisions.find(decision.id))?.voting?.deciders).toEqual(deciders);
  });

  it('of an earlier round is kept when another begins', async () => {
    const { db, store } = await openWorkshop();
    const decision = makeDecision({ voting: makeVoting({ deciders: ['U1', 'U2'] }) });
    await store.read.decisions.insert(decision);
    await store.read.decisions.save({ ...decision, voting: makeVoting({ round: 2, deciders: ['U2', 'U3'] }) });
    expect((await store.read.decisions.find(decision.id))?.voting?.deciders).toEqual(['U2', 'U3']);
    const rows = await db
      .selectFrom('decider')
      .select(['round', 'user_id'])
      .orderBy('round')
      .orderBy('user_id')
      .execute();
    expect(rows.map(({ round, user_id }) => `${round} ${user_id}`)).toEqual(['1 U1', '1 U2', '2 U2', '2 U3']);
  });
});

describe('an abstention', () => {
  const { rule } = presets.majority;

  it('is a ballot, and its emoji is no option', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store, { rule, voting: makeVoting({ rule }) });
    await store.read.ballots.cast(makeVote({ emoji: abstentionEmoji }), now);
    expect(await store.read.ballots.find(decision)).toMatchObject([
      { userId: 'U1', optionId: abstentionIdOf(decision), isCast: true },
    ]);
    expect((await store.read.decisions.find(decision.id))?.options).toEqual(decision.options);
  });

  it('is nothing where the rule has none', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.ballots.cast(makeVote({ emoji: abstentionEmoji }), now);
    expect(await store.read.ballots.find(decision)).toEqual([]);
  });
});

describe('a vote that comes too late', () => {
  const tooLate = nowUs + 3_600_000_001;

  it.each([
    ['before the deadline', { eventUs: tooLate - 1 }, {}, false],
    ['after the deadline, the vote not closed yet', { eventUs: tooLate }, {}, true],
    ['after it was closed early', { eventUs: nowUs + 60_000_001 }, { closedAt: after(60) }, true],
    ['before it was closed early, told late', { eventUs: nowUs + 60_000_000 }, { closedAt: after(60) }, false],
    ['taken back', { eventUs: tooLate, isCast: false }, {}, false],
    ['with another emoji', { eventUs: tooLate, emoji: 'tada' }, {}, false],
    ['on another card', { eventUs: tooLate, cardTs: '1.2' }, {}, false],
  ])('%s', async (_, vote, voting, isLate) => {
    const { store } = await openWorkshop();
    const decision = await openVote(store, { voting: makeVoting(voting) });
    const late = isLate ? { teamId: 'T1', decisionId: decision.id, round: 1 } : undefined;
    expect(await store.read.ballots.cast(makeVote(vote), now)).toEqual(late);
    expect(await store.transaction((records) => records.ballots.cast(makeVote(vote), now))).toEqual(late);
  });

  it('is told from those that come in time with it', async () => {
    const { store } = await openWorkshop();
    const decision = await openVote(store);
    const votes = [makeVote(), makeVote({ userId: 'U2', eventUs: tooLate }), makeVote({ userId: 'U3' })];
    const answers = await Promise.all(votes.map((vote) => store.read.ballots.cast(vote, now)));
    expect(answers).toEqual([undefined, { teamId: 'T1', decisionId: decision.id, round: 1 }, undefined]);
  });
});
