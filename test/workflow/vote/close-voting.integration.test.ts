import { describe, expect, it } from 'vitest';
import { noObjections } from '../../../src/decision/objection/objection-count.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { closeVote, planEarlyCloses } from '../../../src/workflow/vote/close-voting.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const week = 7 * 24;

describe('closing a vote', () => {
  it('accepts what the rule chooses, and says why in the thread and the history', async () => {
    const { ports, slack, id, find, press, messages, events } = await openVoteWorkshop({ rule: presets.majority.rule });
    await press('U1', 0);
    await press('U2', 0);
    await press('U3', 1);
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome } = await find();
    const { method, threshold, leastInFavour } = presets.majority.rule;
    const verdict = {
      kind: 'chosen',
      option: 'Option 1',
      votes: 2,
      need: { method, threshold, leastInFavour },
      ...{ deciders: 5, voted: 3, abstained: 0, quorum: 3, base: 3 },
      objections: noObjections,
    };
    expect([status, outcome?.reason]).toEqual(['accepted', { by: 'rule', verdict }]);
    expect(await messages()).toEqual([{ kind: 'voting closed', verdict }]);
    expect((await events()).at(-1)).toMatchObject({ kind: 'accepted', detail: { verdict } });
  });

  it('tells nothing of hidden votes in the history when the rule extends them, until they are closed', async () => {
    const rule = { ...presets.majority.rule, isTallyHidden: true };
    const { ports, slack, id, press } = await openVoteWorkshop({ rule });
    for (const userId of ['U1', 'U2', 'U3']) {
      await press(userId, 0);
      await press(userId, 1);
    }
    const told = async () => {
      const { events } = await readHistory(ports, id, { teamId: 'T1', userId: 'U1' });
      return events.lines.find(({ kind }) => kind === 'extended')?.detail;
    };
    slack.now = after(week);
    await closeVote(ports, id);
    expect(Object.keys((await told()) ?? {})).toEqual(['closesAt']);
    slack.now = after(2 * week);
    await closeVote(ports, id);
    expect(await told()).toMatchObject({ verdict: { kind: 'tied' } });
  });

  it('extends the vote once by its length when the quorum is missed, and then asks', async () => {
    const { ports, slack, id, find, press, messages, closesInHours } = await openVoteWorkshop({
      rule: presets.majority.rule,
    });
    await press('U1', 0);
    slack.now = after(week);
    await closeVote(ports, id);
    await closeVote(ports, id);
    const extended = await find();
    expect([extended.closesAt, extended.voting?.closedAt, extended.voting?.wasExtended]).toEqual([
      after(2 * week),
      undefined,
      true,
    ]);
    expect(await closesInHours()).toEqual([week]);
    const verdict = expect.objectContaining({ kind: 'no quorum', deciders: 5, voted: 1, quorum: 3 });
    expect(await messages()).toEqual([{ kind: 'extended by rule', verdict, closesAt: after(2 * week).toISOString() }]);
    slack.now = after(2 * week);
    await closeVote(ports, id);
    expect((await find()).voting?.closedAt).toEqual(slack.now);
    expect((await messages()).at(-1)).toEqual({ kind: 'nobody leads', verdict });
  });

  it.each([
    ['a tie', { tie: 'reject' }, [0, 1], { kind: 'tied', options: ['Option 1', 'Option 2'], votes: 1 }],
    ['a missed quorum', { quorum: 3, 'no quorum': 'reject' }, [0], { kind: 'no quorum', voted: 1, quorum: 3 }],
    [
      'a missed threshold',
      { threshold: 'at least all of decisive', 'threshold missed': 'reject' },
      [0, 0, 1],
      { kind: 'threshold missed', options: ['Option 1'], votes: 2, base: 3 },
    ],
    ['nobody’s votes', { 'no quorum': 'reject' }, [], { kind: 'no votes', deciders: 5 }],
  ])('rejects after %s where the rule does', async (_, setting, votes, verdict) => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule: readRule(setting) });
    for (const [index, choice] of votes.entries()) await press(`U${index + 1}`, choice);
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['rejected', undefined]);
    expect(outcome?.reason).toMatchObject({ by: 'rule', verdict });
  });

  it('counts an abstention for the quorum', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule: presets.majority.rule });
    await press('U1', 0);
    await press('U2', 'white_circle');
    await press('U3', 'white_circle');
    slack.now = after(week);
    await closeVote(ports, id);
    expect((await find()).status).toBe('accepted');
  });
});

describe('closing a vote early', () => {
  it('is scheduled when all have voted, for the end of the minimum time', async () => {
    const { ports, slack, id, find, press, closesInHours } = await openVoteWorkshop({
      rule: presets.advice.rule,
      namedDeciders: ['U1'],
    });
    expect(await closesInHours()).toEqual([week]);
    await press('U1', 2);
    await planEarlyCloses(ports, [id]);
    expect(await closesInHours()).toEqual([24]);

    await closeVote(ports, id);
    expect((await find()).status).toBe('proposed');
    slack.now = after(24);
    await closeVote(ports, id);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[2]?.id]);
  });

  it('is canceled when somebody withdraws their vote, as Slack’s own list shows', async () => {
    const { ports, slack, id, find, press, closesInHours } = await openVoteWorkshop({
      rule: presets.advice.rule,
      namedDeciders: ['U1'],
    });
    await press('U1', 2);
    await planEarlyCloses(ports, [id]);
    // The event of this one is lost.
    slack.press('U1', 'three', 1, []);
    slack.now = after(24);
    await closeVote(ports, id);
    expect((await find()).voting?.closedAt).toBeUndefined();
    expect(await closesInHours()).toEqual([week - 24]);
  });
});

describe('a hidden tally', () => {
  const rule = readRule({ 'hidden tally': true });

  it('is on no card while voting is open, and on each afterwards', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule });
    await press('U1', 0);
    await press('U8', 1);
    const open = await viewCard(ports, await find());
    expect(open.tally?.voted).toEqual(['U1']);
    expect(open.tally?.options.flatMap(({ voters, advisers }) => [...voters, ...advisers])).toEqual([]);
    slack.now = after(week);
    await closeVote(ports, id);
    const closed = await viewCard(ports, await find());
    expect(closed.tally?.options[0]?.voters).toEqual(['U1']);
    expect(closed.tally?.options[1]?.advisers).toEqual(['U8']);
  });
});
