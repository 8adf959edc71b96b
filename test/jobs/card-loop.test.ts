import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { startCardLoop } from '../../src/jobs/card-loop.ts';
import { openStore } from '../../src/store/store.ts';
import type { Chat } from '../../src/workflow/ports/chat/chat.ts';
import { testPlace } from '../support/ports.ts';
import { openVoteWorkshop } from '../workflow/vote-workshop.ts';

const patience = { timeout: 45_000, interval: 20 };

/** An open vote, with what Slack was asked to show of it, and the card loop. */
async function openLoop(more: Parameters<typeof openVoteWorkshop>[0] = {}) {
  const shown: number[] = [];
  const slack: { updateCard: Chat['updateCard'] } = { updateCard: async () => true };
  const updateCard: Chat['updateCard'] = async (view, place) => {
    const isThere = await slack.updateCard(view, place);
    shown.push(view.tally?.voted.length ?? 0);
    return isThere;
  };
  const workshop = await openVoteWorkshop({ ...more, chat: { updateCard } });
  const { ports, query, findMarked } = workshop;
  return {
    ...workshop,
    shown,
    slackIs: (update: Chat['updateCard']) => {
      slack.updateCard = update;
    },
    start: () => {
      const loop = startCardLoop(findMarked, ports.log);
      loop.serve(ports);
      onTestFinished(() => loop.stop());
      return loop;
    },
    marks: () => query<{ task: string; failures: number }>('select task, failures from card_mark'),
    /** What was shown, looking each time as much later as it takes until a card may be shown again. */
    shownLater: () => {
      workshop.slack.now = new Date(workshop.slack.now.getTime() + 1_000);
      return shown;
    },
  };
}

describe('the loop over the cards', () => {
  it('shows what was marked before it started, and what is marked later', async () => {
    const { press, start, shown, marks, shownLater } = await openLoop();
    await press('U1', 0);
    start();
    await expect.poll(() => shown, patience).toEqual([1]);
    await press('U2', 0);
    await expect.poll(shownLater, patience).toEqual([1, 2]);
    await expect.poll(marks, patience).toEqual([]);
  });

  it('finds what another process has marked', async () => {
    const { start, shown, shownLater, id, url, slack } = await openLoop();
    start();
    await expect.poll(() => shown, patience).toEqual([0]);
    slack.now = new Date(slack.now.getTime() + 60 * 60 * 1_000);
    const pool = openPool(url, () => undefined);
    onTestFinished(() => pool.end());
    await openStore(openDatabase(pool), () => slack.now, testPlace).read.marks.mark(id, 'acted');
    await expect.poll(shownLater, patience).toEqual([0, 0]);
  });

  it('shows a card once more for a vote that came while it was shown, and never twice at a time', async () => {
    const { press, start, slackIs, shownLater } = await openLoop();
    const [sent, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let atATime = 0;
    let most = 0;
    slackIs(async () => {
      atATime += 1;
      most = Math.max(most, atATime);
      sent.resolve();
      await goOn.promise;
      atATime -= 1;
      return true;
    });
    await press('U1', 0);
    start();
    await sent.promise;
    await press('U2', 0);
    shownLater();
    goOn.resolve();
    await expect.poll(shownLater, patience).toEqual([1, 2]);
    expect(most).toBe(1);
  });

  it('retries a card that Slack did not accept, after a pause, and shows others in the meantime', async () => {
    const { press, start, shown, slackIs, marks, shownLater } = await openLoop();
    let tries = 0;
    slackIs(async () => {
      tries += 1;
      if (tries <= 2) throw new Error('Slack is away.');
      return true;
    });
    await press('U1', 0);
    start();
    await expect.poll(marks, patience).toEqual([{ task: 'show', failures: 1 }]);
    expect(shown).toEqual([]);
    await expect.poll(shownLater, patience).toEqual([1]);
    expect(tries).toBe(3);
    await expect.poll(marks, patience).toEqual([]);
  });

  it('closes a vote as soon as its rule allows, whether its card can be shown or not', async () => {
    const { press, start, slackIs, closesInHours } = await openLoop({
      rule: presets.advice.rule,
      namedDeciders: ['U1'],
    });
    slackIs(() => Promise.reject(new Error('Slack is away.')));
    start();
    await press('U1', 2);
    await expect.poll(closesInHours, patience).toEqual([24]);
  });

  it('finishes what is under way before it stops, and takes nothing more', async () => {
    const { press, start, shown, slackIs, marks } = await openLoop();
    const [sent, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    slackIs(async () => {
      sent.resolve();
      await goOn.promise;
      return true;
    });
    await press('U1', 0);
    const loop = start();
    await sent.promise;
    let hasStopped = false;
    const stopping = loop.stop().then(() => {
      hasStopped = true;
    });
    await press('U2', 0);
    expect(hasStopped).toBe(false);
    goOn.resolve();
    await stopping;
    expect(shown).toEqual([1]);
    expect(await marks()).toEqual([{ task: 'show', failures: 0 }]);
  });
});
