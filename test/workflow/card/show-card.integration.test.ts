import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { decide } from '../../../src/decision/outcome/outcome.ts';
import { retireCard } from '../../../src/workflow/card/show-card.ts';
import type { CardView, Chat } from '../../../src/workflow/ports/chat/chat.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

/** What happens to an update. `show`: from then on Slack shows it. */
type Update = (show: () => void) => Promise<boolean>;

const goesWell: Update = async (show) => {
  show();
  return true;
};

/** A vote, and its card as Slack shows it. */
async function openShownVote(more: Partial<Decision> = {}) {
  const outcomes: Update[] = [];
  const shown: CardView[] = [];
  let calls = 0;
  const updateCard: Chat['updateCard'] = async (view) => {
    calls += 1;
    const update = outcomes.shift() ?? goesWell;
    return update(() => void shown.push(view));
  };
  const workshop = await openVoteWorkshop({ ...more, chat: { updateCard } });
  const { slack, showNow } = workshop;
  return {
    ...workshop,
    /** Looks after the card, as much later as a job would. */
    show: async () => {
      slack.now = new Date(slack.now.getTime() + 1_000);
      await showNow();
    },
    calls: () => calls,
    /** Who has voted for each option, by what Slack shows. */
    shownVotes: () => shown.at(-1)?.tally?.options.map(({ voters }) => voters.join(' ')),
    /** What happens to the next update. */
    next: (update: Update) => void outcomes.push(update),
  };
}

const nobody = ['', '', ''];

describe('a card', () => {
  it('is not sent to Slack again while it looks the same', async () => {
    const { ports, id, show, press, calls } = await openShownVote();
    await show();
    await show();
    await reconcileVote(ports, id);
    await show();
    expect(calls()).toBe(1);
    await press('U1', 0);
    await show();
    await show();
    expect(calls()).toBe(2);
  });

  it('is posted again if it is gone, but not once its ADR has been in git for an hour', async () => {
    const { ports, id, show, find, next } = await openShownVote();
    const gone = async () => false;
    next(gone);
    await show();
    expect((await find()).card).toBeUndefined();

    const place = { ts: '1.000200', link: 'https://example.org/card' };
    await ports.store.read.cards.place(id, place);
    const open = await find();
    const outcome = {
      chosenOptionId: open.options[0]?.id,
      reason: { by: 'person', text: 'we know it' },
      consequences: [],
      decidedBy: 'U1',
      decidedAt: ports.now(),
      departures: [],
    } as const;
    await ports.store.read.decisions.save(decide(open, { ...outcome, title: undefined }));
    const publication = { archive: 'nowhere', number: 1, fileName: '0001-x.md', commit: 'c', commitUrl: undefined };
    const publish = (pushedAt: Date) =>
      ports.store.read.publications.save(open, { ...publication, state: 'committed', pushedAt, trouble: undefined });
    await publish(ports.now());
    next(gone);
    await show();
    expect((await find()).card).toBeUndefined();

    await ports.store.read.cards.place(id, place);
    await publish(new Date(ports.now().getTime() - 60 * 60_000));
    next(gone);
    await show();
    expect((await find()).card).toEqual(place);
  });

  it('is sent when it looks as it did before the last change', async () => {
    const { show, press, shownVotes } = await openShownVote();
    await show();
    await press('U1', 0);
    await show();
    expect(shownVotes()).toEqual(['U1', '', '']);
    await press('U1', 0);
    await show();
    expect(shownVotes()).toEqual(nobody);
  });

  it('is sent when a name in it changes', async () => {
    const { ports, slack, show, calls } = await openShownVote();
    await show();
    const renamed = { id: 'U1', name: 'Alice', timeZone: 'UTC', kind: 'member', isAdmin: false } as const;
    await ports.store.read.people.save('T1', [renamed], slack.now);
    await show();
    expect(calls()).toBe(2);
  });

  it('is sent once an hour in any case, since an update from a dead process may come late', async () => {
    const { slack, show, calls } = await openShownVote();
    await show();
    slack.now = new Date(slack.now.getTime() + 60 * 60 * 1_000);
    await show();
    await show();
    expect(calls()).toBe(2);
  });

  it.each([
    ['got through', true],
    ['was lost', false],
  ])('is right after an update that broke off and %s', async (_, isShown) => {
    const { show, press, shownVotes, next } = await openShownVote();
    await show();
    await press('U1', 0);
    next(async (show) => {
      if (isShown) show();
      throw new Error('The connection broke.');
    });
    await expect(show()).rejects.toThrow('The connection broke.');
    await press('U1', 0);
    await show();
    expect(shownVotes()).toEqual(nobody);
  });

  it('is right even after a process died before it learned the result of its update', async () => {
    const { show, press, shownVotes, next } = await openShownVote();
    await show();
    await press('U1', 0);
    const sent = Promise.withResolvers<void>();
    next(async (show) => {
      show();
      sent.resolve();
      return new Promise<boolean>(() => undefined);
    });
    void show();
    await sent.promise;
    await press('U1', 0);
    await show();
    expect(shownVotes()).toEqual(nobody);
  });

  it.each([
    ['first', true],
    ['last', false],
  ])(
    'is right after two processes sent it at a time, where the update of the slower one came %s',
    async (_, isFirst) => {
      const { show, press, shownVotes, next } = await openShownVote();
      await press('U1', 0);
      const [sent, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      next(async (show) => {
        if (isFirst) show();
        sent.resolve();
        await goOn.promise;
        if (!isFirst) show();
        return true;
      });
      const slower = show();
      await sent.promise;
      await press('U1', 0);
      await show();
      expect(shownVotes()).toEqual(nobody);
      goOn.resolve();
      await slower;
      // As the slower one saw it, if that is not what Slack shows now.
      if (isFirst) await press('U1', 0);
      await show();
      expect(shownVotes()).toEqual(isFirst ? ['U1', '', ''] : nobody);
    },
  );

  it('is posted again when Slack no longer has it, and then sent when it changes', async () => {
    const { find, show, press, calls, next } = await openShownVote();
    next(async () => false);
    await show();
    expect((await find()).card).toBeUndefined();
    await show();
    expect((await find()).card).toBeDefined();
    await show();
    expect(calls()).toBe(1);
    await press('U1', 0);
    await show();
    await show();
    expect(calls()).toBe(2);
  });

  it('is sent after a second attempt to post it, which may have brought back the first', async () => {
    const { ports, id, find, show, calls } = await openShownVote();
    await ports.store.read.cards.drop(id);
    const place = ports.chat.postCard;
    Object.assign(ports.chat, { postCard: () => Promise.reject(new Error('The connection broke.')) });
    await expect(show()).rejects.toThrow('The connection broke.');
    Object.assign(ports.chat, { postCard: place });
    await show();
    expect([(await find()).card !== undefined, calls()]).toEqual([true, 0]);
    await show();
    expect(calls()).toBe(1);
  });

  it('still gets its emoji when it looks the same', async () => {
    const { ports, id, show, calls } = await openShownVote();
    const seeded: string[] = [];
    Object.assign(ports.chat, { seedEmoji: async (_: string, __: string, emoji: string) => void seeded.push(emoji) });
    await show();
    await ports.store.read.cards.markOptionsSeeded(id, 1);
    seeded.length = 0;
    await show();
    expect([calls(), seeded]).toEqual([1, ['two', 'three']]);
  });
});

describe('the card of an earlier round', () => {
  it('says how the round ended only when nobody is showing it as it was before', async () => {
    const updates: CardView['earlierRound'][] = [];
    const updateCard: Chat['updateCard'] = async ({ earlierRound }) => {
      updates.push(earlierRound);
      return true;
    };
    const { ports, id, find } = await openVoteWorkshop({ chat: { updateCard } });
    const { read } = ports.store;
    const place = (await find()).card;
    if (place === undefined) throw new Error('There is no card.');
    await read.marks.mark(id, 'stale');
    const { taken } = await read.marks.take('T1', 'show', { all: 1, stale: 1 });
    await retireCard(ports, { decisionId: id, place, ended: 'Nobody voted.' });
    expect([taken.length, updates]).toEqual([1, []]);
    for (const card of taken) await read.marks.finish(card);
    await retireCard(ports, { decisionId: id, place, ended: 'Nobody voted.' });
    expect(updates).toEqual([{ kind: 'told before', text: 'Nobody voted.' }]);
  });
});
