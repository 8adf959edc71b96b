import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../../src/decision/decision.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { listVotes } from '../../../src/record/vote-text.ts';
import { renderCard } from '../../../src/slack/card/card.ts';
import { en } from '../../../src/words/en/en.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { recordOutcome, suggestOutcome } from '../../../src/workflow/decide/decide.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { changeDeadline } from '../../../src/workflow/vote/move-deadline.ts';
import { castBallot, reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const week = 7 * 24;
const aMinute = 1 / 60;
const aSecond = aMinute / 60;
const actor = { teamId: 'T1', userId: 'U1' };

/** A vote of five, with two votes for the first option and one for the second that Gavel knows about. */
async function openVote() {
  const workshop = await openVoteWorkshop({ rule: presets.plurality.rule });
  const { ports, slack, id, press } = workshop;
  let since: Date | undefined = after(0);
  Object.assign(ports, { hearing: { since: () => since } });
  for (const [userId, option] of [
    ['U1', 0],
    ['U2', 0],
    ['U3', 1],
  ] as const)
    await press(userId, option);
  return {
    ...workshop,
    /** Adds or removes the emoji of an option at a time while Gavel is away; the event comes later, or never. */
    missed: (hours: number, userId: string, emoji: 'one' | 'two' | 'three', isRedelivered = false) => {
      slack.now = after(hours);
      slack.press(userId, emoji, 1, isRedelivered ? [1] : []);
    },
    /** Gavel starts again. */
    restart: (hours: number) => {
      slack.now = after(hours);
      since = after(hours);
    },
    /** Slack delivers what it has kept. */
    redeliver: async () => {
      for (const vote of slack.takeRest()) await castBallot(ports, vote);
    },
    closeAt: async (hours: number) => {
      slack.now = after(hours);
      await closeVote(ports, id);
      return workshop.find();
    },
    cardText: async () => JSON.stringify(renderCard(en, await viewCard(ports, await workshop.find()))),
    said: async (kind: string) => (await workshop.messages()).filter((message) => message.kind === kind),
    votesInAdr: async () =>
      listVotes(
        toAdrRecord(await viewCard(ports, await workshop.find()), undefined, { language: 'en', timeZone: 'UTC' }),
      ),
  };
}

describe('closing a vote after an outage over its deadline', () => {
  it.each([
    ['cast in time', week - 1],
    ['cast late', week + 0.5],
  ])('asks where votes that were %s would change the result, and no event tells when', async (_, at) => {
    const { ports, id, missed, restart, closeAt, cardText, said, votesInAdr, events } = await openVote();
    missed(at, 'U4', 'two');
    missed(at + 0.1, 'U5', 'two');
    restart(week + 1);
    // Looks at other times change nothing: nobody knows when it was.
    await reconcileVote(ports, id);
    const closed = await closeAt(week + 1);
    expect([closed.status, phaseOf(closed)]).toEqual(['proposed', 'undecided']);
    const without = '3 of 5 deciders voted, Option 1 has 2 of 3, more than any other option.';
    const withAll = '5 of 5 deciders voted, Option 2 has 3 of 5, more than any other option.';
    const changes = ['U4', 'U5'].map((userId) => ({ userId, title: 'Option 2', isCast: true }));
    expect(await said('undated votes decide')).toEqual([
      {
        kind: 'undated votes decide',
        without: expect.objectContaining({ kind: 'chosen', option: 'Option 1', voted: 3, votes: 2 }),
        with: expect.objectContaining({ kind: 'chosen', option: 'Option 2', voted: 5, votes: 3 }),
        changes,
        more: 0,
      },
    ]);
    const card = await cardText();
    expect(card).toContain(`Without the votes that may have been late: ${without} With them: ${withAll}`);
    expect(card).toContain(
      'Not counted, because it is unclear whether it was in time: U4 for Option 2; U5 for Option 2',
    );
    expect(card).toContain('Record outcome');
    expect(card).toContain('Vote again');
    expect((await events()).map(({ kind, detail }) => [kind, detail])).toContainEqual([
      'undated votes',
      { added: 2, removed: 0 },
    ]);

    expect(await suggestOutcome(ports, id, actor)).toMatchObject({
      picked: { answer: 'accept', chosenOptionId: undefined },
      departures: [{ kind: 'votes unclear' }],
    });
    const form = { answer: 'accept', chosenOptionId: closed.options[1]?.id, justification: 'We asked them.' } as const;
    await recordOutcome(ports, id, actor, { ...form, good: '', bad: '', neutral: '' });
    const told = await votesInAdr();
    expect(told).toContain('- Option 1: 2 votes (U1, U2)');
    expect(told).toContain(
      'Not counted, because it is unclear whether it was in time: U4 for Option 2, U5 for Option 2',
    );
    expect(told).toContain(`With what is not counted: ${withAll}`);
  });

  it.each([
    ['in time', week - 1],
    ['late', week + 0.5],
  ])('asks where votes were taken back %s, for all that is known, and another option would win', async (_, at) => {
    const { missed, restart, closeAt, said, find } = await openVote();
    missed(at, 'U1', 'one');
    missed(at + 0.1, 'U2', 'one');
    restart(week + 1);
    expect(phaseOf(await closeAt(week + 1))).toBe('undecided');
    expect(await said('undated votes decide')).toMatchObject([
      { changes: ['U1', 'U2'].map((userId) => ({ userId, title: 'Option 1', isCast: false })) },
    ]);
    expect((await find()).outcome).toBeUndefined();
  });

  it('keeps what events say when the rest makes no difference, and says so', async () => {
    const { press, missed, restart, closeAt, said, votesInAdr, cardText } = await openVote();
    await press('U5', 0);
    missed(week - 1, 'U4', 'two');
    missed(week + 0.1, 'U9', 'two');
    restart(week + 1);
    const { status, outcome, options } = await closeAt(week + 1);
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[0]?.id]);
    expect(outcome?.reason).toMatchObject({ by: 'rule', verdict: { voted: 4, votes: 3 } });
    expect(await said('undated votes')).toEqual([
      { kind: 'undated votes', changes: [{ userId: 'U4', title: 'Option 2', isCast: true }], more: 0 },
    ]);
    const uncounted = 'Not counted, because it is unclear whether it was in time: U4 for Option 2';
    expect(await votesInAdr()).toContain(uncounted);
    expect(await cardText()).toContain(uncounted);
  });

  it('waits for what Slack delivers again, says so once, and counts what was in time', async () => {
    const { ports, id, missed, restart, redeliver, closeAt, said, closesInHours, find, cardText } = await openVote();
    missed(week - aMinute, 'U4', 'two', true);
    missed(week - aMinute, 'U5', 'two', true);
    missed(week + aMinute, 'U1', 'two', true);
    missed(week + aMinute, 'U3', 'two', true);
    restart(week + 2 * aMinute);
    expect(phaseOf(await closeAt(week + 2 * aMinute))).toBe('voting');
    await closeVote(ports, id);
    const until = after(week + 7 * aMinute).toISOString();
    expect(await said('counting later')).toEqual([
      { kind: 'counting later', endedAt: after(week).toISOString(), until },
    ]);
    expect(await closesInHours()).toEqual([0]);
    expect(await cardText()).toContain('voting has ended, votes may still be on their way');
    await redeliver();
    const { status, outcome, options } = await closeAt(week + 7 * aMinute);
    // Two for the first, three for the second: U3's was in time, and removed too late.
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[1]?.id]);
    expect(await said('undated votes')).toEqual([]);
    expect((await ports.store.read.ballots.find(await find())).filter(({ isCast }) => isCast)).toHaveLength(5);
  });

  it('finds a vote that was cast in time and withdrawn too late, which Slack’s list does not show', async () => {
    const { missed, restart, redeliver, closeAt } = await openVote();
    for (const userId of ['U4', 'U5']) missed(week - aMinute, userId, 'two', true);
    for (const userId of ['U4', 'U5']) missed(week + aMinute, userId, 'two', true);
    restart(week + 2 * aMinute);
    expect(phaseOf(await closeAt(week + 2 * aMinute))).toBe('voting');
    await redeliver();
    const { outcome, options } = await closeAt(week + 7 * aMinute);
    expect(outcome?.chosenOptionId).toBe(options[1]?.id);
  });

  it('infers from a late event what was there before, and asks', async () => {
    const { missed, restart, redeliver, closeAt, said } = await openVote();
    for (const userId of ['U4', 'U5']) missed(week - aMinute, userId, 'two');
    for (const userId of ['U4', 'U5']) missed(week + aMinute, userId, 'two', true);
    restart(week + 2 * aMinute);
    await closeAt(week + 2 * aMinute);
    await redeliver();
    expect(phaseOf(await closeAt(week + 7 * aMinute))).toBe('undecided');
    expect(await said('undated votes decide')).toMatchObject([{ changes: [{ userId: 'U4' }, { userId: 'U5' }] }]);
  });

  it('counts votes of unclear timing when the deadline is moved past them', async () => {
    const { ports, id, missed, restart, closeAt } = await openVote();
    missed(week + 0.5, 'U4', 'two');
    missed(week + 0.6, 'U5', 'two');
    restart(week + 1);
    await closeAt(week + 1);
    await changeDeadline(ports, id, actor, { closesAt: after(2 * week), reason: 'Gavel was away.' });
    await reconcileVote(ports, id);
    const { outcome, options } = await closeAt(2 * week);
    expect(outcome?.chosenOptionId).toBe(options[1]?.id);
  });
});

describe('closing a vote on time', () => {
  it('gives events a moment to come, then counts what Slack has', async () => {
    const { missed, closeAt, said, closesInHours, events } = await openVote();
    missed(week - 1, 'U4', 'two');
    missed(week - 0.9, 'U5', 'two');
    expect(phaseOf(await closeAt(week + aSecond))).toBe('voting');
    expect(await said('counting later')).toEqual([]);
    expect(await closesInHours()).toEqual([0]);
    const { outcome, options } = await closeAt(week + 2 * aSecond);
    expect(outcome?.chosenOptionId).toBe(options[1]?.id);
    expect((await events()).map(({ kind }) => kind)).toContain('ballots reconciled');
  });

  it('leaves out what turns out in that moment to have come too late', async () => {
    const { missed, redeliver, closeAt } = await openVote();
    missed(week + aSecond / 2, 'U4', 'two', true);
    missed(week + aSecond / 2, 'U5', 'two', true);
    expect(phaseOf(await closeAt(week + aSecond))).toBe('voting');
    await redeliver();
    const { outcome, options } = await closeAt(week + 2 * aSecond);
    expect(outcome?.chosenOptionId).toBe(options[0]?.id);
  });

  it('asks when it comes much too late, although events kept coming', async () => {
    const { missed, closeAt } = await openVote();
    missed(week - 1, 'U4', 'two');
    missed(week - 0.9, 'U5', 'two');
    expect(phaseOf(await closeAt(week + aMinute))).toBe('voting');
    expect(phaseOf(await closeAt(week + 7 * aMinute))).toBe('undecided');
  });
});
