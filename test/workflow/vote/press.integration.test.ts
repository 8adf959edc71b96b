import { expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { pressVote } from '../../../src/workflow/vote/press.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { after, openVoteWorkshop } from '../vote-workshop.ts';

const cardTs = '1.000100';

/** An open vote with buttons. */
async function openWithButtons(more: Partial<Decision> = {}) {
  const workshop = await openVoteWorkshop({ ...more, isOpen: false });
  const { ports, slack, id } = workshop;
  await ports.store.read.rules.saveVoteButtons({ teamId: 'T1', channelId: 'C1' }, true, 'U1', slack.now);
  await workshop.open();
  const press = async (userId: string, choice: number, channelId = 'C1') => {
    const { options } = await workshop.find();
    slack.now = new Date(slack.now.getTime() + 60_000);
    const optionId = options[choice]?.id ?? id;
    return pressVote(ports, { decisionId: id, round: 1, channelId, cardTs, userId, optionId, eventUs: slack.tick() });
  };
  const standing = async () => {
    const ballots = await ports.store.read.ballots.find(await workshop.find());
    return ballots.filter(({ isCast }) => isCast).length;
  };
  return { ...workshop, pressButton: press, standing, look: () => reconcileVote(ports, id) };
}

it('a vote from a button counts at the deadline, though Slack lists no reaction', async () => {
  const { ports, slack, id, find, pressButton, standing, look } = await openWithButtons();
  await pressButton('U1', 0);
  await look();
  await pressButton('U2', 0);
  slack.now = after(7 * 24);
  await closeVote(ports, id);
  expect(await standing()).toBe(2);
  expect((await find()).outcome?.chosenOptionId).toBe((await find()).options[0]?.id);
});

it('what a button took back stays so, though the reaction is still there, until that changes', async () => {
  const { slack, press, pressButton, standing, look } = await openWithButtons();
  await press('U1', 0);
  expect(await pressButton('U1', 0)).toMatchObject({ isCast: false, hasReaction: true });
  await look();
  await look();
  expect(await standing()).toBe(0);
  // Both events are lost: in the next look the reaction is gone, and in the one after that it is back.
  slack.press('U1', 'one', 1, []);
  await look();
  slack.press('U1', 'one', 1, []);
  await look();
  expect(await standing()).toBe(1);
});

it('a look that only notes what Slack lists is no correction', async () => {
  const { events, warnings, pressButton, look } = await openWithButtons();
  await pressButton('U1', 0);
  await look();
  expect((await events()).map(({ kind }) => kind)).not.toContain('ballots reconciled');
  expect(warnings).toEqual([]);
});

it('a press is refused for a decision of another channel, and after the deadline', async () => {
  const { slack, pressButton, standing } = await openWithButtons();
  await expect(pressButton('U1', 0, 'C2')).rejects.toThrow('decision not found');
  slack.now = after(7 * 24);
  await expect(pressButton('U1', 0)).rejects.toThrow('voting over');
  expect(await standing()).toBe(0);
});

it('a round without buttons, because they were turned on later, takes no presses', async () => {
  const { ports, slack, id, find } = await openVoteWorkshop();
  await ports.store.read.rules.saveVoteButtons({ teamId: 'T1', channelId: 'C1' }, true, 'U1', slack.now);
  const { options } = await find();
  const press = { decisionId: id, round: 1, channelId: 'C1', cardTs, userId: 'U1', optionId: options[0]?.id ?? '' };
  await expect(pressVote(ports, { ...press, eventUs: slack.tick() })).rejects.toThrow('votes by reaction');
});
