import { describe, expect, it } from 'vitest';
import { readReaction } from '../../../src/slack/vote/reaction.ts';

const event = {
  type: 'reaction_added',
  user: 'U1',
  reaction: 'one',
  item: { type: 'message', channel: 'C1', ts: '1772445600.000100' },
  item_user: 'UGAVEL',
  event_ts: '1772445601.000200',
};
const body = { type: 'event_callback', team_id: 'T1', event };

describe('readReaction', () => {
  it.each([
    ['reaction_added', true],
    ['reaction_removed', false],
  ])('reads %s, crediting who reacted, not who wrote the message', (type, isAdded) => {
    expect(readReaction({ ...body, event: { ...event, type } })).toEqual({
      name: type,
      gesture: {
        teamId: 'T1',
        userId: 'U1',
        reaction: 'one',
        channelId: 'C1',
        messageTs: '1772445600.000100',
        eventTs: '1772445601.000200',
        isAdded,
      },
    });
  });

  it('takes our workspace when a channel is shared with another', () => {
    const shared = { ...body, team_id: 'T2', authorizations: [{ team_id: 'T1' }] };
    expect(readReaction(shared)?.gesture.teamId).toBe('T1');
  });

  it.each<[string, object]>([
    ['another event', { ...event, type: 'message' }],
    ['a reaction to a file', { ...event, item: { type: 'file', file: 'F1' } }],
    ['a reaction without a person', { ...event, user: undefined }],
    ['a reaction whose time is no text', { ...event, event_ts: 1 }],
    ['a reaction to nothing', { ...event, item: null }],
  ])('leaves %s to others', (_, other) => {
    expect(readReaction({ ...body, event: other })).toBeUndefined();
  });

  it('leaves a body without an event to others', () => {
    expect(readReaction({ type: 'event_callback' })).toBeUndefined();
  });
});
