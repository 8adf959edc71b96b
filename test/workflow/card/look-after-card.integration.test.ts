import { describe, expect, it } from 'vitest';
import { lookAfterCard } from '../../../src/workflow/card/look-after-card.ts';
import { openVoteWorkshop } from '../vote-workshop.ts';

const gone = { readReactions: async () => undefined };

describe('looking after a card', () => {
  it.each([
    ['while it is discussed', false],
    ['while voting is open', true],
  ])('finds that it is gone, %s', async (_, isOpen) => {
    const { ports, id, find, events } = await openVoteWorkshop({ isOpen, chat: gone });
    await lookAfterCard(ports, id);
    expect((await find()).card).toBeUndefined();
    expect((await events()).at(-1)).toMatchObject({ kind: 'card gone', detail: { ts: '1.000100' } });
  });

  it('leaves a card where it is', async () => {
    const { ports, id, find } = await openVoteWorkshop({ isOpen: false });
    await lookAfterCard(ports, id);
    expect((await find()).card?.ts).toBe('1.000100');
  });

  it('leaves alone a card that replaced the one that is gone', async () => {
    const { ports, id, find } = await openVoteWorkshop({
      isOpen: false,
      chat: {
        readReactions: async () => {
          await ports.store.read.cards.place(id, { ts: '2.000100', link: '' });
          return undefined;
        },
      },
    });
    await lookAfterCard(ports, id);
    expect((await find()).card?.ts).toBe('2.000100');
  });

  it('asks Slack nothing about a card still to be posted, or one that is decided', async () => {
    const unasked = { readReactions: () => Promise.reject(new Error('Slack was asked.')) };
    const { ports, id } = await openVoteWorkshop({ isOpen: false, chat: unasked });
    await ports.store.read.cards.drop(id);
    await lookAfterCard(ports, id);
    const decided = await openVoteWorkshop({ isOpen: false, status: 'withdrawn', chat: unasked });
    await lookAfterCard(decided.ports, decided.id);
  });
});
