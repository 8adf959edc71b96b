import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { confirmOutcome, declineOutcome } from '../../../src/workflow/decide/confirm.ts';
import { recordOutcome, suggestOutcome, withdrawDecision } from '../../../src/workflow/decide/decide.ts';
import { goOnDiscussing } from '../../../src/workflow/decide/discuss-on.ts';
import { giveArgument, giveOption } from '../../../src/workflow/deliberate/deliberate.ts';
import { object, settle } from '../../../src/workflow/deliberate/object.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { changeDeadline } from '../../../src/workflow/vote/move-deadline.ts';
import { objection } from '../../decision/sample.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

type Workshop = Awaited<ReturnType<typeof openVoteWorkshop>>;

const as = (userId: string) => ({ teamId: 'T1', userId });
const { unanimous } = presets;
const raisedByU2 = objection({ id: '00000000-0000-4000-8000-000000000001', authorId: 'U2', reason: 'Too dear.' });

async function record({ ports, id, find }: Workshop, userId: string, choice = 0) {
  const chosenOptionId = (await find()).options[choice]?.id;
  const form = {
    answer: 'accept',
    chosenOptionId,
    justification: 'I said so.',
    good: '',
    bad: '',
    neutral: '',
  } as const;
  await recordOutcome(ports, id, as(userId), form);
}

/** The id of the outcome that waits. */
async function awaitedId({ find }: Workshop): Promise<string> {
  return (await find()).awaited?.id ?? '';
}

const said = async ({ messages }: Workshop) => (await messages()).map(({ kind }) => kind);

/** A vote under “Unanimous” in which all but U5 back the second option; U1 recorded the first one. */
async function openAwaiting(rule: Rule = unanimous.rule): Promise<Workshop> {
  const workshop = await openVoteWorkshop({ rule });
  for (const userId of ['U1', 'U2', 'U3', 'U4']) await workshop.press(userId, 1);
  await record(workshop, 'U1');
  return workshop;
}

describe('an outcome that one person may not decide alone', () => {
  it('waits for a second person, and until then nothing is decided or published', async () => {
    const workshop = await openAwaiting();
    expect(await workshop.find()).toMatchObject({
      status: 'proposed',
      outcome: undefined,
      voting: { closedAt: undefined },
      awaited: { outcome: { decidedBy: 'U1', reason: { by: 'person', text: 'I said so.' } } },
    });
    expect(await said(workshop)).toEqual(['outcome awaits']);
    expect((await workshop.events()).at(-1)).toMatchObject({ kind: 'outcome awaits', actorId: 'U1' });
    expect(await workshop.query(`select from graphile_worker.jobs where key like '%publish%'`)).toEqual([]);
  });

  it('is the decision’s once somebody else confirms it, however often they press', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    await Promise.all([1, 2, 3].map(() => confirmOutcome(ports, id, as('U2'), awaited)));
    expect(await find()).toMatchObject({
      status: 'accepted',
      outcome: {
        decidedBy: 'U1',
        confirmedBy: 'U2',
        departures: [{ kind: 'against the vote' }, { kind: 'no winner' }, { kind: 'before the deadline' }],
      },
    });
    expect((await find()).awaited).toBeUndefined();
    expect(await said(workshop)).toEqual(['outcome awaits', 'outcome recorded']);
    expect((await workshop.events()).filter(({ kind }) => kind === 'accepted')).toMatchObject([
      { actorId: 'U2', detail: { recordedBy: 'U1' } },
    ]);
    expect(await workshop.query(`select key from graphile_worker.jobs where key like '%publish%'`)).toHaveLength(1);
  });

  it('is not confirmed by whoever recorded it, nor by anybody whom the rule doesn’t name', async () => {
    const workshop = await openAwaiting({ ...unanimous.rule, overriders: ['proposer', 'admins'] });
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    await expect(confirmOutcome(ports, id, as('U1'), awaited)).rejects.toMatchObject({
      refusal: { code: 'own outcome' },
    });
    await expect(confirmOutcome(ports, id, as('U2'), awaited)).rejects.toMatchObject({
      refusal: { code: 'not an overrider', act: 'confirm the outcome', overriders: ['proposer', 'admins'] },
    });
    expect(await find()).toMatchObject({ status: 'proposed', awaited: { id: awaited } });
  });

  it.each([
    ['by a second person', 'U2'],
    ['by whoever recorded it', 'U1'],
  ])('ends when it is declined %s; nobody can confirm it afterward', async (_, userId) => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    await declineOutcome(ports, id, as(userId), awaited);
    expect(await find()).toMatchObject({ status: 'proposed', voting: { closedAt: undefined } });
    expect((await find()).awaited).toBeUndefined();
    await expect(confirmOutcome(ports, id, as('U3'), awaited)).rejects.toMatchObject({
      refusal: { code: 'outcome not awaited' },
    });
    expect(await said(workshop)).toEqual(['outcome awaits', 'outcome declined']);
  });

  it('is either confirmed or declined when two people press at once', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    const results = await Promise.allSettled([
      confirmOutcome(ports, id, as('U2'), awaited),
      declineOutcome(ports, id, as('U3'), awaited),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await find()).awaited).toBeUndefined();
    expect(await said(workshop)).toHaveLength(2);
  });

  it('is not confirmed once the vote has changed, and then waits no longer', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    await workshop.press('U5', 1);
    await expect(confirmOutcome(ports, id, as('U2'), awaited)).rejects.toMatchObject({
      refusal: { code: 'vote changed meanwhile' },
    });
    expect(await find()).toMatchObject({ status: 'proposed', outcome: undefined });
    expect((await find()).awaited).toBeUndefined();
    expect(await said(workshop)).toEqual(['outcome awaits', 'outcome overtaken']);
  });

  it.each<[string, (workshop: Workshop) => Promise<unknown>]>([
    [
      'a decider objects',
      ({ ports, id }) =>
        object(ports, id, as('U3'), { id: raisedByU2.id, kind: 'objection', until: undefined, reason: 'No.' }),
    ],
    [
      'an option is added',
      ({ ports, id }) => giveOption(ports, id, as('U3'), { title: 'Another one', description: '' }),
    ],
    [
      'the vote ends without a winner',
      async ({ ports, id, slack }) => {
        // The rule extends it once.
        for (const days of [8, 30]) {
          slack.now = after(days * 24);
          await closeVote(ports, id);
        }
      },
    ],
  ])('waits no longer when %s', async (_, happen) => {
    const workshop = await openAwaiting();
    await happen(workshop);
    expect((await workshop.find()).awaited).toBeUndefined();
    expect(await said(workshop)).toContain('outcome overtaken');
    expect((await workshop.events()).map(({ kind }) => kind)).toContain('outcome overtaken');
  });

  it('gives away nothing of hidden votes in the history while people can vote', async () => {
    const workshop = await openAwaiting({ ...unanimous.rule, isTallyHidden: true });
    const { ports, id } = workshop;
    const told = async () => {
      const { events } = await readHistory(ports, id, as('U2'));
      const awaits = events.lines.find(({ kind }) => kind === 'outcome awaits');
      return JSON.stringify(awaits?.detail);
    };
    expect(await told()).toContain('before the deadline');
    expect(await told()).not.toMatch(/against the vote|no winner|counts/);
    await confirmOutcome(ports, id, as('U2'), await awaitedId(workshop));
    expect(await told()).toContain('against the vote');
  });

  it('waits on while people only argue', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const optionId = (await find()).options[0]?.id;
    await giveArgument(ports, id, as('U3'), { id: raisedByU2.id, optionId, kind: 'con', text: 'It is slow.' });
    expect((await find()).awaited).toBeDefined();
  });

  it('is gone with the decision that the proposer withdraws', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const awaited = await awaitedId(workshop);
    await withdrawDecision(ports, id, as('U1'), '');
    expect((await find()).awaited).toBeUndefined();
    await expect(confirmOutcome(ports, id, as('U2'), awaited)).rejects.toMatchObject({
      refusal: { code: 'decided already' },
    });
  });

  it('makes room for another one that somebody records after it', async () => {
    const workshop = await openAwaiting();
    const { ports, id, find } = workshop;
    const former = await awaitedId(workshop);
    await record(workshop, 'U2', 2);
    await expect(confirmOutcome(ports, id, as('U3'), former)).rejects.toMatchObject({
      refusal: { code: 'outcome not awaited' },
    });
    await confirmOutcome(ports, id, as('U1'), await awaitedId(workshop));
    expect((await find()).outcome).toMatchObject({ decidedBy: 'U2', confirmedBy: 'U1' });
  });

  it('is listed for those who can confirm it, and for nobody else', async () => {
    const { ports } = await openAwaiting({ ...unanimous.rule, overriders: ['proposer', 'admins'] });
    const listed = async (userId: string) => (await findWaiting(ports, as(userId), 'C1')).outcomes.length;
    expect(await listed('U1')).toBe(0);
    expect(await listed('U2')).toBe(0);
    const { ports: other } = await openAwaiting();
    expect((await findWaiting(other, as('U2'), 'C1')).outcomes).toMatchObject([{ title: 'Choose a database' }]);
  });
});

describe('the rule says who decides in place of the vote', () => {
  const decidersOnly: Rule = { ...defaultRule, overriders: ['deciders'] };

  it('and refuses anybody else who records an outcome before the deadline, or none of whom may', async () => {
    const named = await openVoteWorkshop({ rule: decidersOnly, namedDeciders: ['U2'] });
    await expect(record(named, 'U1')).rejects.toMatchObject({
      refusal: { code: 'not an overrider', act: 'decide in place of the vote', names: ['U2'] },
    });
    await record(named, 'U2');
    expect(await named.find()).toMatchObject({ status: 'accepted' });

    const nobody = await openVoteWorkshop({ rule: { ...defaultRule, overriders: [] } });
    await expect(record(nobody, 'U1')).rejects.toMatchObject({ refusal: { overriders: [] } });
  });

  it('and refuses anybody else at once while no outcome would follow the vote', async () => {
    const workshop = await openVoteWorkshop({
      rule: { ...decidersOnly, tie: 'ask' },
      namedDeciders: ['U2', 'U3'],
      closesAt: after(1),
    });
    const { ports, id, slack } = workshop;
    const refusal = { code: 'not an overrider', act: 'decide in place of the vote', names: ['U2', 'U3'] };
    await workshop.press('U2', 1);
    await expect(suggestOutcome(ports, id, as('U1'))).rejects.toMatchObject({ refusal });
    expect(await suggestOutcome(ports, id, as('U2'))).toMatchObject({ picked: { answer: 'accept' } });

    await workshop.press('U3', 2);
    slack.now = after(2);
    await closeVote(ports, id);
    // Without a winner, whoever rejects all options departs from no vote.
    expect(await suggestOutcome(ports, id, as('U1'))).toMatchObject({ answers: ['reject', 'discuss'] });
  });

  it('and leaves anybody else who may record outcomes to keep discussing, before voting opens and once it is over', async () => {
    const workshop = await openVoteWorkshop({
      rule: decidersOnly,
      namedDeciders: ['U2'],
      closesAt: after(1),
      isOpen: false,
    });
    const { ports, id, slack, find } = workshop;
    const refused = { code: 'not an overrider', act: 'decide in place of the vote', names: ['U2'] };
    const onlyDiscuss = { answers: ['discuss'], picked: { answer: 'discuss' }, refused };
    const all = { answers: ['accept', 'reject', 'discuss'], refused: undefined };
    expect(await suggestOutcome(ports, id, as('U1'))).toMatchObject(onlyDiscuss);
    expect(await suggestOutcome(ports, id, as('U2'))).toMatchObject(all);
    await workshop.open();
    // They can’t end it.
    await expect(suggestOutcome(ports, id, as('U1'))).rejects.toMatchObject({ refusal: refused });
    slack.now = after(2);
    await closeVote(ports, id);
    // Nobody has voted.
    expect(await suggestOutcome(ports, id, as('U1'))).toMatchObject(onlyDiscuss);
    expect(await suggestOutcome(ports, id, as('U2'))).toMatchObject(all);
    await goOnDiscussing(ports, id, as('U1'), 'Nobody had time.');
    expect((await find()).voting?.discussedOn).toEqual({ by: 'U1', reason: 'Nobody had time.' });
    await expect(suggestOutcome(ports, id, as('U3'))).rejects.toMatchObject({ refusal: { code: 'not a manager' } });
  });

  it('and refuses anybody else who overrides an objection or takes time from others', async () => {
    const workshop = await openVoteWorkshop({
      rule: decidersOnly,
      namedDeciders: ['U2'],
      objections: [raisedByU2],
    });
    const { ports, id } = workshop;
    const overriding = { objectionId: raisedByU2.id, reason: 'It can’t wait.' };
    await expect(settle(ports, id, as('U1'), overriding)).rejects.toMatchObject({
      refusal: { code: 'not an overrider', act: 'override an objection' },
    });
    const sooner = { closesAt: after(24), reason: 'The tender ends.' };
    await expect(changeDeadline(ports, id, as('U1'), sooner, after(7 * 24))).rejects.toMatchObject({
      refusal: { code: 'not an overrider', act: 'make the deadline earlier' },
    });
  });

  it('but not who records what the vote chose', async () => {
    const rule: Rule = { ...defaultRule, overriders: [], tie: 'ask' };
    const workshop = await openVoteWorkshop({ rule, closesAt: after(1) });
    await workshop.press('U2', 1);
    await workshop.press('U3', 2);
    workshop.slack.now = after(2);
    await closeVote(workshop.ports, workshop.id);
    await expect(record(workshop, 'U1', 1)).rejects.toMatchObject({ refusal: { code: 'not an overrider' } });
  });
});

describe('an objection that one person overrode, under a rule that asks for two', () => {
  it('keeps the rule from accepting anything by itself: people are asked', async () => {
    const workshop = await openVoteWorkshop({ rule: unanimous.rule, objections: [raisedByU2] });
    const { ports, id, slack, find } = workshop;
    for (const userId of ['U1', 'U2', 'U3', 'U4', 'U5']) await workshop.press(userId, 0);
    await settle(ports, id, as('U1'), { objectionId: raisedByU2.id, reason: 'It can’t wait.' });
    slack.now = after(7 * 24 + 1);
    await closeVote(ports, id);
    expect(await find()).toMatchObject({ status: 'proposed', voting: { closedAt: slack.now } });
    expect(await said(workshop)).toContain('second needed');

    await record(workshop, 'U3');
    await confirmOutcome(ports, id, as('U1'), await awaitedId(workshop));
    expect((await find()).outcome).toMatchObject({
      decidedBy: 'U3',
      confirmedBy: 'U1',
      departures: [{ kind: 'objections overridden' }],
    });
  });

  it.each([
    ['only a second person is missing, if somebody overrode one of them', true, 0, 'second person'],
    ['only the record is missing, if their authors resolved them', false, 0, 'outcome'],
    ['nothing more, if the vote has no winner', false, 1, undefined],
  ])('once no objection stands, the proposer reads that %s', async (_, isOneOverridden, other, next) => {
    const raisedByU3 = objection({ id: '00000000-0000-4000-8000-000000000003', authorId: 'U3', reason: 'Too slow.' });
    const rule: Rule = { ...unanimous.rule, tie: 'ask', thresholdMissed: 'ask', overriders: ['deciders', 'admins'] };
    const workshop = await openVoteWorkshop({ rule, objections: [raisedByU2, raisedByU3] });
    const { ports, id, slack } = workshop;
    for (const userId of ['U1', 'U2', 'U3', 'U4']) await workshop.press(userId, 0);
    await workshop.press('U5', other);
    slack.now = after(7 * 24 + 1);
    await closeVote(ports, id);
    const settler = isOneOverridden ? 'U4' : 'U2';
    await settle(ports, id, as(settler), { objectionId: raisedByU2.id, reason: 'It can’t wait.' });
    await settle(ports, id, as('U3'), { objectionId: raisedByU3.id, reason: 'It is fast now.' });
    const told = (await workshop.messages()).filter(({ kind }) => kind === 'objection settled');
    expect(told).toMatchObject([{ isClear: false }, { isClear: true, ...(next ? { next } : {}) }]);
    expect(Object.keys(told[1] ?? {}).includes('next')).toBe(next !== undefined);
  });

  it('passes where the rule does not ask for two', async () => {
    const rule: Rule = { ...unanimous.rule, needsSecond: false };
    const workshop = await openVoteWorkshop({ rule, objections: [raisedByU2] });
    for (const userId of ['U1', 'U2', 'U3', 'U4', 'U5']) await workshop.press(userId, 0);
    await settle(workshop.ports, workshop.id, as('U1'), { objectionId: raisedByU2.id, reason: 'It can’t wait.' });
    workshop.slack.now = after(7 * 24 + 1);
    await closeVote(workshop.ports, workshop.id);
    expect(await workshop.find()).toMatchObject({ status: 'accepted' });
  });
});
