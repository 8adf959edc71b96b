import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noObjections } from '../../../src/decision/objection/objection-count.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { correctOption } from '../../../src/workflow/deliberate/correct.ts';
import { wordingOfEntry } from '../../../src/workflow/deliberate/correctable.ts';
import { object, settle } from '../../../src/workflow/deliberate/object.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { closeVote, planEarlyCloses } from '../../../src/workflow/vote/close-voting.ts';
import { changeDeadline } from '../../../src/workflow/vote/move-deadline.ts';
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

describe('final comments', () => {
  const day = 24;
  const u1 = { teamId: 'T1', userId: 'U1' };

  async function openFinalComments() {
    const workshop = await openVoteWorkshop({ rule: presets['hard-to-undo'].rule });
    for (const userId of ['U1', 'U2', 'U3', 'U4']) await workshop.press(userId, 0);
    workshop.slack.now = after(week);
    await closeVote(workshop.ports, workshop.id);
    return workshop;
  }

  it('come before what the vote chose is accepted, and let people vote on; the record says when they were', async () => {
    const { ports, slack, id, find, press, messages, closesInHours } = await openFinalComments();
    // A job that runs twice begins nothing twice.
    await closeVote(ports, id);
    expect(await closesInHours()).toEqual([10 * day]);
    const open = await find();
    expect([open.status, open.voting?.closedAt, open.closesAt]).toEqual([
      'proposed',
      undefined,
      after(week + 10 * day),
    ]);
    const closesAt = after(week + 10 * day).toISOString();
    expect(await messages()).toEqual([{ kind: 'final comments', option: 'Option 1', closesAt, isAnew: false }]);
    const [summary] = await ports.store.read.summaries.find('T1', [id]);
    expect(summary).toMatchObject({ isVoting: true, isFinal: true });

    await press('U5', 0);
    slack.now = after(week + 10 * day);
    await closeVote(ports, id);
    const { status, outcome, voting } = await find();
    expect([status, outcome?.reason, voting?.finalComments?.beganAt]).toMatchObject([
      'accepted',
      { verdict: { votes: 5 } },
      after(week),
    ]);
    const view = await viewCard(ports, await find());
    const { votes } = toAdrRecord(view, undefined, { language: 'en', timeZone: 'UTC' });
    expect(votes?.finalComments).toEqual({ from: '2026-03-09', to: '2026-03-19', timesAnew: 0 });
  });

  it('begin anew when the option is reworded, and when an objection is raised and settled', async () => {
    const { ports, slack, id, find, messages, events } = await openFinalComments();
    const endsIn = async () => (await find()).closesAt.getTime() - slack.now.getTime();
    const tenDays = 10 * day * 3_600_000;
    const [option] = (await find()).options;
    if (option === undefined) throw new Error('There is no option.');
    slack.now = after(week + 9 * day);
    const seen = wordingOfEntry({ what: 'option', option });
    await correctOption(ports, id, u1, { id: option.id, title: 'Option 1, all of it', description: '', seen });
    expect(await endsIn()).toBe(tenDays);
    slack.now = after(week + 12 * day);
    const objectionId = randomUUID();
    const reason = 'It has no license.';
    await object(ports, id, u1, { id: objectionId, kind: 'objection', until: undefined, reason });
    expect(await endsIn()).toBe(tenDays);
    slack.now = after(week + 13 * day);
    await settle(ports, id, u1, { objectionId, reason: 'It has one.' });
    expect(await endsIn()).toBe(tenDays);
    expect((await find()).voting?.finalComments?.timesAnew).toBe(3);

    const told = (await messages()).filter(({ kind }) => kind === 'final comments');
    expect(told.map((one) => one.kind === 'final comments' && one.isAnew)).toEqual([false, true, true, true]);
    const kinds = (await events()).map(({ kind }) => kind).slice(-6);
    const anew = 'final comments';
    expect(kinds).toEqual(['option corrected', anew, 'objection raised', anew, 'objection resolved', anew]);
  });

  it('end without an outcome when an objection stands, and begin again once it is settled and the vote resumed', async () => {
    const { ports, slack, id, find } = await openFinalComments();
    const objectionId = randomUUID();
    const objection = { id: objectionId, kind: 'objection', until: undefined, reason: 'It has no license.' } as const;
    await object(ports, id, u1, objection);
    slack.now = after(week + 10 * day);
    await closeVote(ports, id);
    expect((await find()).voting).toMatchObject({ closedAt: slack.now });
    expect((await find()).voting?.finalComments).toBeUndefined();
    await settle(ports, id, u1, { objectionId, reason: 'It has one.' });
    slack.now = after(week + 11 * day);
    await changeDeadline(ports, id, u1, { closesAt: after(week + 12 * day), reason: '' });
    slack.now = after(week + 12 * day);
    await closeVote(ports, id);
    expect(await find()).toMatchObject({ status: 'proposed', closesAt: after(week + 22 * day) });
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
