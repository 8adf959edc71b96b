import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { viewCard } from '../../../src/workflow/card/show-card.ts';
import { comeBack, goAway } from '../../../src/workflow/nudge/away.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { countBallots, tallyOfCensus } from '../../../src/workflow/vote/count-ballots.ts';
import { changeDeadline } from '../../../src/workflow/vote/move-deadline.ts';
import { askToOpenVoting, askToReopenVoting, startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { findAbsence, takeOutAway } from '../../../src/workflow/vote/take-out.ts';
import { castBallot, reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const week = 7 * 24;
const actor = { teamId: 'T1', userId: 'U1' };

describe('opening a vote', () => {
  it('freezes who may vote, and keeps why others may not', async () => {
    const { find, events } = await openVoteWorkshop();
    const { voting } = await find();
    expect(voting?.deciders).toEqual(['U1', 'U2', 'U3', 'U4', 'U5']);
    expect(voting?.excluded).toEqual([
      { id: 'U8', why: 'guest' },
      { id: 'U9', why: 'bot' },
    ]);
    expect((await events()).at(-1)).toMatchObject({ kind: 'voting opened', detail: { excluded: voting?.excluded } });
  });

  it('takes guests and people of other organizations whom the proposer named', async () => {
    const { find } = await openVoteWorkshop({ namedDeciders: ['U2', 'U7', 'U8', 'U9'] });
    const { voting } = await find();
    expect([voting?.deciders, voting?.excluded]).toEqual([['U2', 'U7', 'U8'], [{ id: 'U9', why: 'bot' }]]);
  });

  it('asks again when other deciders are named while Slack is asked about the first ones', async () => {
    const { ports, id, find } = await openVoteWorkshop({ isOpen: false, namedDeciders: ['U2'] });
    const findPeople = ports.chat.findPeople.bind(ports.chat);
    let asked = 0;
    const chat = Object.assign(ports.chat, {
      findPeople: async (ids: readonly string[]) => {
        asked += 1;
        if (asked === 1) await ports.store.read.decisions.save({ ...(await find()), namedDeciders: ['U3', 'U4'] });
        return findPeople(ids);
      },
    });
    await startVoting({ ...ports, chat }, { decisionId: id, actorId: 'U1', isLater: false });
    expect((await find()).voting?.deciders).toEqual(['U3', 'U4']);
    expect(asked).toBe(2);
  });

  it('waits while Slack does not list the members, and says so once', async () => {
    const { slack, open, find, messages } = await openVoteWorkshop({ isOpen: false });
    slack.isAway = true;
    await expect(open()).rejects.toThrow('Slack is away.');
    await expect(open()).rejects.toThrow('Slack is away.');
    expect((await find()).voting).toBeUndefined();
    expect(await messages()).toEqual([{ kind: 'voting not opened', because: 'deciders unknown' }]);
    slack.isAway = false;
    await open();
    expect((await find()).voting?.deciders).toHaveLength(5);
  });

  it('does not blame Slack for what is wrong with the database', async () => {
    const { query, open, find, messages } = await openVoteWorkshop({ isOpen: false });
    await query(`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device'; end $$`);
    await query('create trigger refuse before insert on person execute function refuse()');
    await expect(open()).rejects.toThrow('No space left on device');
    expect(await messages()).toEqual([]);
    await query('drop trigger refuse on person');
    await open();
    expect((await find()).voting?.deciders).toHaveLength(5);
  });

  it('is refused where one person decides and several could', async () => {
    const { find, messages } = await openVoteWorkshop({ rule: presets.advice.rule });
    expect((await find()).voting).toBeUndefined();
    const because = { code: 'several deciders', count: 5 };
    expect(await messages()).toEqual([{ kind: 'voting not opened', because }]);
  });

  it('is refused for a deadline that is too soon for its rule', async () => {
    const { ports, id } = await openVoteWorkshop({ isOpen: false, rule: presets['lazy-consensus'].rule });
    await expect(askToOpenVoting(ports, id, actor, { closesAt: after(48) })).rejects.toMatchObject({
      refusal: { code: 'open too briefly', leastMinutes: 3 * 24 * 60 },
    });
  });
});

describe('deciders who can’t take part anymore', () => {
  const nobody = {
    kind: 'deciders changed',
    left: [],
    leftVoting: [],
    deactivated: [],
    deactivatedVoting: [],
    returned: [],
  };

  it('are named, and counted no longer without a vote; and again when they are back', async () => {
    const { ports, slack, id, find, press, messages, events } = await openVoteWorkshop();
    await press('U2', 0);
    slack.members.delete('U2');
    slack.members.delete('U4');
    slack.deactivated.add('U3');
    slack.now = after(2);
    await reconcileVote(ports, id);
    await reconcileVote(ports, id);
    expect((await find()).voting?.gone).toEqual([
      { id: 'U2', why: 'left' },
      { id: 'U3', why: 'deactivated' },
      { id: 'U4', why: 'left' },
    ]);
    const tally = await countBallots(ports.store.read, await find());
    expect(tally).toMatchObject({ voted: ['U2'], notVoted: ['U1', 'U5'], notCounted: ['U3', 'U4'] });
    expect(await messages()).toEqual([{ ...nobody, left: ['U4'], leftVoting: ['U2'], deactivated: ['U3'] }]);
    slack.members.add('U2').add('U4');
    await reconcileVote(ports, id);
    expect((await find()).voting?.gone).toEqual([{ id: 'U3', why: 'deactivated' }]);
    expect((await messages()).at(-1)).toEqual({ ...nobody, returned: ['U2', 'U4'] });
    expect((await events()).filter(({ kind }) => kind === 'deciders changed')).toHaveLength(2);
  });

  it('lower the quorum at closing, whenever that was', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule: presets.unanimous.rule });
    for (const userId of ['U1', 'U2', 'U3']) await press(userId, 1);
    slack.deactivated.add('U4');
    slack.members.delete('U5');
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[1]?.id]);
  });

  it('keep the votes that they cast, so that nobody wins by removing others', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop({ rule: presets.majority.rule });
    for (const userId of ['U2', 'U3', 'U4']) await press(userId, 1);
    await press('U1', 0);
    for (const userId of ['U2', 'U3']) slack.members.delete(userId);
    slack.deactivated.add('U4');
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[1]?.id]);
    const view = await viewCard(ports, await find());
    expect(view.tally).toMatchObject({ voted: ['U1', 'U2', 'U3', 'U4'], notVoted: ['U5'], notCounted: [] });
    const { votes, decisionMakers } = toAdrRecord(view, undefined, { language: 'en', timeZone: 'UTC' });
    expect(decisionMakers).toEqual(['U1', 'U2', 'U3', 'U4']);
    expect(votes).toMatchObject({ notVoted: ['U5'], notCounted: [] });
    expect(votes?.tally[1]?.by).toEqual(['U2', 'U3', 'U4']);
  });

  it('lose them if the rule says so', async () => {
    const rule = readRule({ preset: 'majority', 'votes after leaving': 'lapse' });
    const { ports, slack, id, find, press, messages } = await openVoteWorkshop({ rule });
    for (const userId of ['U2', 'U3', 'U4']) await press(userId, 1);
    for (const userId of ['U1', 'U5']) await press(userId, 0);
    for (const userId of ['U2', 'U3']) slack.members.delete(userId);
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[0]?.id]);
    expect((await messages())[0]).toMatchObject({ left: ['U2', 'U3'], leftVoting: [] });
    const { votes } = toAdrRecord(await viewCard(ports, await find()), undefined, { language: 'en', timeZone: 'UTC' });
    expect(votes).toMatchObject({ notVoted: [], notCounted: ['U2', 'U3'] });
  });

  it('are taken out by the proposer while they are away, and count if they vote after all', async () => {
    const workshop = await openVoteWorkshop({ rule: presets.unanimous.rule });
    const { ports, slack, id, find, press, messages, events } = workshop;
    const by = { teamId: (await find()).teamId, userId: 'U1' };
    const tally = async () => countBallots(ports.store.read, await find());
    const refuse = (chosen: readonly string[], code: string, actor = by) =>
      expect(takeOutAway(ports, id, actor, chosen)).rejects.toMatchObject({ refusal: { code } });
    await press('U2', 1);
    for (const userId of ['U2', 'U3', 'U4', 'U5']) await goAway(ports, { ...by, userId }, ['2026-03-05']);
    const { away, ids } = await findAbsence(ports, id, by);
    expect([[...away], ids]).toEqual([
      [
        ['U3', '2026-03-05'],
        ['U4', '2026-03-05'],
        ['U5', '2026-03-05'],
      ],
      ['U3', 'U4', 'U5'],
    ]);
    await refuse(['U3'], 'not a manager', { ...by, userId: 'U3' });
    // U2 has voted, and U1 is here.
    await refuse(['U2'], 'not away');
    await refuse(['U1'], 'not away');
    await refuse(['USTRANGER'], 'not away');

    await Promise.all([takeOutAway(ports, id, by, ['U3', 'U4']), takeOutAway(ports, id, by, ['U3', 'U4'])]);
    expect(await tally()).toMatchObject({ voted: ['U2'], notVoted: ['U1', 'U5'], takenOut: ['U3', 'U4'] });
    const census = (await ports.store.read.ballots.takeCensus([await find()])).get(id) ?? [];
    expect(tallyOfCensus(await find(), census, new Map())).toMatchObject({ takenOut: ['U3', 'U4'] });
    const told = { kind: 'taken out', by: 'U1', moreOut: 0, moreBack: 0 };
    expect(await messages()).toEqual([{ ...told, out: ['U3', 'U4'], back: [] }]);

    // U4 votes although nobody waits for that; U3 is put back; U5 is out, and only a vote is left to come.
    await press('U4', 1);
    await takeOutAway(ports, id, by, ['U4', 'U5']);
    expect((await messages()).at(-1)).toEqual({ ...told, out: ['U5'], back: ['U3'] });
    expect(await tally()).toMatchObject({ voted: ['U2', 'U4'], notVoted: ['U1', 'U3'], takenOut: ['U5'] });
    await press('U1', 1);
    await comeBack(ports, { ...by, userId: 'U3' });
    await refuse(['U3', 'U5'], 'not away');
    await press('U3', 1);
    expect((await events()).filter(({ kind }) => kind === 'taken out')).toHaveLength(2);
    slack.now = after(week);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[1]?.id]);
    const { votes } = toAdrRecord(await viewCard(ports, await find()), undefined, { language: 'en', timeZone: 'UTC' });
    expect(votes).toMatchObject({ notVoted: [], notCounted: [], takenOut: ['U5'] });
    expect(votes?.verdict).toMatchObject({ deciders: 4, voted: 4 });
    await refuse([], 'voting over');
  });

  it('are not taken out where that would leave nobody, or where silence changes nothing', async () => {
    const all = ['U1', 'U2', 'U3', 'U4', 'U5'];
    const absent = async (rule: Rule) => {
      const { ports, id, find } = await openVoteWorkshop({ rule });
      const by = { teamId: (await find()).teamId, userId: 'U1' };
      for (const userId of all) await goAway(ports, { ...by, userId }, ['2026-03-05']);
      return { ports, id, by };
    };
    const majority = await absent(presets.majority.rule);
    const refusal = { refusal: { code: 'nobody left' } };
    await expect(takeOutAway(majority.ports, majority.id, majority.by, all)).rejects.toMatchObject(refusal);
    for (const preset of ['plurality', 'lazy-consensus'] as const) {
      const { ports, id, by } = await absent(presets[preset].rule);
      await expect(findAbsence(ports, id, by)).rejects.toMatchObject({ refusal: { code: 'not away' } });
    }
  });

  it('stay if the proposer named them, in the channel or not', async () => {
    const { ports, slack, id, find } = await openVoteWorkshop({ namedDeciders: ['U1', 'U2'] });
    slack.members.delete('U2');
    await reconcileVote(ports, id);
    expect((await find()).voting?.gone).toEqual([]);
  });

  it('stay the same when Slack does not answer, or leaves us out of its list', async () => {
    const { ports, slack, id, find } = await openVoteWorkshop();
    slack.members.delete('U2');
    await reconcileVote(ports, id);
    const before = (await find()).voting?.gone;
    expect(before).toEqual([{ id: 'U2', why: 'left' }]);

    slack.members.add('U2').delete('U3');
    slack.isAway = true;
    await reconcileVote(ports, id);
    expect((await find()).voting?.gone).toEqual(before);
    slack.isAway = false;
    const stranger = { ...ports, chat: { ...slack.chat, botUserId: 'U0' } };
    await reconcileVote(stranger, id);
    expect((await find()).voting?.gone).toEqual(before);
  });
});

describe('a vote that comes after the end', () => {
  it('is not counted, and the voter is told, once', async () => {
    const { ports, slack, id, find, press, messages } = await openVoteWorkshop();
    await press('U1', 0);
    slack.now = after(week + 1);
    await press('U2', 1);
    await closeVote(ports, id);
    slack.now = after(week + 2);
    // Removed and added again: still only one notice.
    await press('U2', 1);
    await press('U2', 1);
    await press('U3', 'tada');
    expect((await messages()).filter(({ kind }) => kind === 'late vote')).toEqual([
      { kind: 'late vote', userId: 'U2' },
    ]);
    expect((await ports.store.read.ballots.find(await find())).find(({ userId }) => userId === 'U3')).toBeUndefined();
  });

  it('is not counted even if Slack’s own list has it before the vote is closed; nor is a withdrawal', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop();
    await press('U1', 0);
    slack.now = after(week + 1);
    await press('U2', 1);
    await press('U3', 1);
    await press('U1', 0);
    await reconcileVote(ports, id);
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[0]?.id]);
  });

  it('counts when the deadline is moved beyond it', async () => {
    const { ports, slack, id, find, press } = await openVoteWorkshop();
    slack.now = after(week + 1);
    await press('U2', 1);
    await changeDeadline(ports, id, actor, { closesAt: after(2 * week), reason: '' });
    await reconcileVote(ports, id);
    expect(await ports.store.read.ballots.find(await find())).toMatchObject([{ userId: 'U2', isCast: true }]);
  });

  it('that was cast in time and only reported late is not a late vote', async () => {
    const { ports, slack, id, messages } = await openVoteWorkshop();
    slack.press('U2', 'one', 1, [3]);
    slack.now = after(week);
    await closeVote(ports, id);
    for (const vote of slack.takeRest()) await castBallot(ports, vote);
    expect((await messages()).filter(({ kind }) => kind === 'late vote')).toEqual([]);
  });

  it('on a proposal that was never voted on does not count as one', async () => {
    const { press, messages } = await openVoteWorkshop({ isOpen: false });
    await press('U2', 0);
    expect(await messages()).toEqual([]);
  });
});

describe('opening a vote again', () => {
  const again = { closesAt: after(3 * week), reason: ' Zig is an option\nnow ' };

  /** A vote that ended without votes, and asked. */
  async function openUndecided() {
    const workshop = await openVoteWorkshop();
    await workshop.press('U2', 0);
    await workshop.press('U3', 1);
    workshop.slack.now = after(week);
    await closeVote(workshop.ports, workshop.id);
    await askToReopenVoting(workshop.ports, workshop.id, actor, again);
    const job = { decisionId: workshop.id, actorId: 'U1', isLater: true, again: { round: 2, reason: 'more time' } };
    return { ...workshop, job };
  }

  it('starts a round from nothing, with a new card, and keeps the old one', async () => {
    const { ports, find, events, messages, job } = await openUndecided();
    const first = await find();
    await startVoting(ports, job);
    await startVoting(ports, job);
    const { voting, card, closesAt } = await find();
    expect([voting?.round, voting?.closedAt, closesAt, card]).toEqual([2, undefined, after(3 * week), undefined]);
    expect(await ports.store.read.ballots.find(await find())).toEqual([]);
    expect(await ports.store.read.ballots.find(first)).toHaveLength(2);
    expect((await messages()).at(-1)).toMatchObject({ kind: 'voting reopened', by: 'U1', reason: 'more time' });
    const reopened = (await events()).filter(({ kind }) => kind === 'voting reopened');
    expect(reopened).toEqual([
      expect.objectContaining({
        actorId: 'U1',
        detail: expect.objectContaining({
          round: 2,
          reason: 'more time',
          ended: expect.objectContaining({ round: 1 }),
        }),
      }),
    ]);
    const askedFor = (await events()).find(({ kind }) => kind === 'reopening asked for');
    expect(askedFor).toMatchObject({ actorId: 'U1', detail: { round: 2, reason: 'Zig is an option\nnow' } });
  });

  it('checks again who may vote', async () => {
    const { ports, slack, find, job } = await openUndecided();
    slack.members.add('U6').delete('U5');
    await startVoting(ports, job);
    expect((await find()).voting?.deciders).toEqual(['U1', 'U2', 'U3', 'U4', 'U6']);
  });

  it('is refused while voting is open, and after it was decided', async () => {
    const { ports, id, slack, press } = await openVoteWorkshop();
    await expect(askToReopenVoting(ports, id, actor, again)).rejects.toThrow('voting still open');
    await press('U1', 0);
    slack.now = after(week);
    await closeVote(ports, id);
    await expect(askToReopenVoting(ports, id, actor, again)).rejects.toThrow('decided already');
  });

  it('takes a reason of five hundred characters', async () => {
    const { ports, id } = await openVoteWorkshop();
    await expect(
      changeDeadline(ports, id, actor, { closesAt: after(2 * week), reason: 'x'.repeat(501) }),
    ).rejects.toThrow(RuleBroken);
    await changeDeadline(ports, id, actor, { closesAt: after(2 * week), reason: 'x'.repeat(500) });
  });
});

describe('moving the deadline', () => {
  it('tells who did, and why', async () => {
    const { ports, id, messages, events } = await openVoteWorkshop();
    await changeDeadline(ports, id, actor, { closesAt: after(2 * week), reason: 'Ana is away' });
    const closesAt = after(2 * week).toISOString();
    expect(await messages()).toEqual([{ kind: 'extended', by: 'U1', reason: 'Ana is away', closesAt }]);
    expect((await events()).at(-1)).toMatchObject({
      kind: 'extended',
      actorId: 'U1',
      detail: { closesAt, reason: 'Ana is away' },
    });
  });
});

describe('the emoji under a card', () => {
  it('are those of the options, and the abstention’s if the rule has one', async () => {
    const seeded: string[] = [];
    const chat = { seedEmoji: async (_: string, __: string, emoji: string) => void seeded.push(emoji) };
    const { showNow } = await openVoteWorkshop({ rule: presets.majority.rule, chat });
    await showNow();
    expect(seeded).toEqual(['one', 'two', 'three', 'white_circle']);
  });
});
