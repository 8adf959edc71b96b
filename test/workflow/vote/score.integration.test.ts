import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import type { ScoreForm } from '../../../src/decision/vote/score.ts';
import { giveOption } from '../../../src/workflow/deliberate/deliberate.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { countBallots } from '../../../src/workflow/vote/count-ballots.ts';
import { askToReopenVoting, startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { findOwnScores, giveScores } from '../../../src/workflow/vote/score.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const { rule } = presets.scores;

const as = (userId: string) => ({ teamId: 'T1', userId });

/** An open vote by scores, and how people act in it. */
async function openScores(changes: Partial<Decision> = {}) {
  const workshop = await openVoteWorkshop({ rule, ...changes });
  const { ports, id, find } = workshop;
  const scoresOf = (decision: Decision, points: readonly (number | undefined)[]): ScoreForm => ({
    answer: 'score',
    scores: new Map(points.map((one, index) => [decision.options[index]?.id ?? '', one])),
  });
  return {
    ...workshop,
    submit: (userId: string, form: ScoreForm, round = 1) => giveScores(ports, id, as(userId), form, round),
    score: async (userId: string, points: readonly (number | undefined)[], round = 1) =>
      giveScores(ports, id, as(userId), scoresOf(await find(), points), round),
    /** The current round: `user points points points`. */
    standing: async () => {
      const decision = await find();
      const ballots = (await ports.store.read.ballots.find(decision)).filter(({ isCast }) => isCast);
      const people = [...new Set(ballots.map(({ userId }) => userId))].toSorted();
      return people.map((userId) => {
        const own = ballots.filter((ballot) => ballot.userId === userId);
        if (own.some(({ optionId }) => optionId === decision.id)) return `${userId} abstains`;
        const points = decision.options.map(
          (option) => own.find(({ optionId }) => optionId === option.id)?.score ?? '-',
        );
        return [userId, ...points].join(' ');
      });
    },
    votes: async () => (await countBallots(ports.store.read, await find()))?.options.map(({ votes }) => votes),
  };
}

describe('scores', () => {
  it('are given, changed and withdrawn for all options at once, and shown in the form', async () => {
    const { ports, id, score, submit, standing } = await openScores();
    await score('U1', [3, undefined, 1]);
    expect(await standing()).toEqual(['U1 3 0 1']);
    await score('U1', [undefined, 2, undefined]);
    expect(await standing()).toEqual(['U1 0 2 0']);
    const own = await findOwnScores(ports, id, as('U1'));
    expect([[...own.scores.values()].toSorted(), own.isAbstaining, own.isDecider]).toEqual([[0, 0, 2], false, true]);
    await submit('U1', { answer: 'abstain' });
    expect(await standing()).toEqual(['U1 abstains']);
    expect(await findOwnScores(ports, id, as('U1'))).toMatchObject({ scores: new Map(), isAbstaining: true });
    await submit('U1', { answer: 'take back' });
    expect(await standing()).toEqual([]);
    expect(await ports.store.read.ballots.countByRound(id)).toEqual([{ round: 1, cast: 1, takenBack: 1 }]);
  });

  it('count once, however often a form is delivered', async () => {
    const { ports, id, score, standing, votes } = await openScores();
    await Promise.all([1, 2, 3].map(() => score('U1', [3, 0, 1])));
    expect([await standing(), await votes()]).toEqual([['U1 3 0 1'], [3, 0, 1]]);
    expect(await ports.store.read.ballots.countByRound(id)).toEqual([{ round: 1, cast: 1, takenBack: 0 }]);
  });

  it('of two forms at once are those of one form as a whole', async () => {
    const { score, standing } = await openScores();
    for (let time = 0; time < 10; time += 1) {
      await Promise.all([score('U1', [3, 0, 0]), score('U1', [0, 2, 1])]);
      const [stands] = await standing();
      expect(['U1 3 0 0', 'U1 0 2 1']).toContain(stands);
    }
  });

  it('with no points at all are a vote, so that nobody is asked for it again', async () => {
    const { ports, score } = await openScores();
    await score('U2', [0, undefined, undefined]);
    const waiting = async (userId: string) => (await findWaiting(ports, as(userId), 'C1')).votes;
    expect([await waiting('U1'), await waiting('U2')].map((votes) => votes.length)).toEqual([1, 0]);
  });

  it('from people who are not deciders are advice', async () => {
    const { ports, find, score, votes } = await openScores();
    await score('U8', [3, 0, 0]);
    const tally = await countBallots(ports.store.read, await find());
    expect([await votes(), tally?.options[0]?.advisers]).toEqual([[0, 0, 0], ['U8']]);
  });

  it('keep those of an option added since the form was opened', async () => {
    const { ports, id, find, submit, score, standing } = await openScores();
    const before = (await find()).options.map((option) => option.id);
    await giveOption(ports, id, as('U2'), { title: 'Zig', description: '' });
    const old: ScoreForm = { answer: 'score', scores: new Map(before.map((option) => [option, 1])) };
    await submit('U1', old);
    expect(await standing()).toEqual(['U1 1 1 1 -']);
    await score('U1', [1, 1, 1, 3]);
    await submit('U1', old);
    expect(await standing()).toEqual(['U1 1 1 1 3']);
  });

  it('are not reactions: reactions to the card change nothing, are not late, and no look at Slack’s list undoes scores', async () => {
    const { ports, slack, id, score, press, standing, messages } = await openScores();
    await score('U1', [3, 0, 0]);
    await press('U1', 1);
    await press('U2', 0);
    await press('U3', 'white_circle');
    await reconcileVote(ports, id);
    expect(await standing()).toEqual(['U1 3 0 0']);
    slack.now = after(7 * 24);
    await press('U4', 0);
    await closeVote(ports, id);
    await press('U5', 0);
    expect(await standing()).toEqual(['U1 3 0 0']);
    expect((await messages()).map(({ kind }) => kind)).not.toContain('late vote');
  });

  it('get no emoji under the card', async () => {
    const seeded: string[] = [];
    const { showNow } = await openVoteWorkshop({
      rule,
      chat: { seedEmoji: async (_, __, emoji) => void seeded.push(emoji) },
    });
    await showNow();
    expect(seeded).toEqual([]);
  });

  it('decide, and close the vote as soon as all have given theirs', async () => {
    const { ports, slack, id, find, score, closesInHours, showNow } = await openScores();
    for (const userId of ['U1', 'U2', 'U3', 'U4']) await score(userId, [2, 3, 0]);
    await score('U5', [3, 1, 3]);
    slack.now = after(2);
    await showNow();
    await closeVote(ports, id);
    const { status, outcome, options } = await find();
    expect([status, outcome?.chosenOptionId]).toEqual(['accepted', options[1]?.id]);
    expect(outcome?.reason).toMatchObject({ by: 'rule', verdict: { option: 'Option 2', votes: 13, base: 15 } });
    expect(await closesInHours()).toHaveLength(1);
  });
});

describe('scores that come too late', () => {
  const closed = 'voting over';

  it('are refused after the deadline, before and after the vote is closed', async () => {
    const { ports, slack, id, score, standing } = await openScores({ rule: { ...rule, quorum: 0 } });
    await score('U1', [3, 0, 0]);
    slack.now = new Date(after(7 * 24).getTime() + 1);
    await expect(score('U1', [0, 3, 0])).rejects.toThrow(closed);
    await expect(findOwnScores(ports, id, as('U1'))).rejects.toThrow(closed);
    await closeVote(ports, id);
    await expect(score('U1', [0, 3, 0])).rejects.toThrow(closed);
    expect(await standing()).toEqual(['U1 3 0 0']);
  });

  it('are refused or counted, never both, while the vote is being closed', async () => {
    const { ports, slack, id, score, standing, find, events } = await openScores({ rule: { ...rule, quorum: 0 } });
    await score('U1', [3, 0, 0]);
    slack.now = after(7 * 24);
    const late = await Promise.allSettled([
      closeVote(ports, id),
      ...['U2', 'U3', 'U4'].map((who) => score(who, [0, 1, 0])),
    ]);
    const counted = late.slice(1).filter(({ status }) => status === 'fulfilled').length;
    expect((await standing()).length).toBe(1 + counted);
    const { status } = await find();
    if (status === 'accepted') {
      const told = (await events()).find(({ kind }) => kind === 'accepted');
      expect(told?.detail).toMatchObject({ verdict: { deciders: 5, voted: 1 + counted } });
    } else expect(counted).toBe(3);
  });

  it('are refused when everyone votes again, and start from nothing there', async () => {
    const { ports, slack, id, score, standing, find } = await openScores({ rule: { ...rule, noQuorum: 'ask' } });
    await score('U1', [3, 0, 0]);
    slack.now = after(7 * 24);
    await closeVote(ports, id);
    await askToReopenVoting(ports, id, as('U1'), { closesAt: after(14 * 24), reason: '' });
    const again = { round: 2, reason: '' };
    await startVoting(ports, { decisionId: id, actorId: 'U1', isLater: true, again });
    expect((await find()).voting?.round).toBe(2);
    expect(await standing()).toEqual([]);
    await expect(score('U1', [3, 0, 0])).rejects.toThrow('round over');
    await score('U1', [0, 3, 0], 2);
    expect(await standing()).toEqual(['U1 0 3 0']);
    expect(await ports.store.read.ballots.countByRound(id)).toEqual([
      { round: 1, cast: 1, takenBack: 0 },
      { round: 2, cast: 1, takenBack: 0 },
    ]);
  });

  it('are refused to those who may not see the decision', async () => {
    const { slack, ports, id, score } = await openScores();
    slack.channel = { ...slack.channel, isPrivate: true };
    slack.members.delete('U2');
    await expect(score('U2', [3, 0, 0])).rejects.toThrow('decision not found');
    const stranger = { teamId: 'T2', userId: 'U1' };
    await expect(giveScores(ports, id, stranger, { answer: 'take back' }, 1)).rejects.toThrow('decision not found');
  });
});
