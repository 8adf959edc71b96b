import { toMicroseconds } from '../../decision/vote/ballot.ts';
import { castBallot } from '../../workflow/vote/vote.ts';
import type { Desk, ReactionGesture } from '../app/gesture.ts';

/** A reaction on any message; if it is an option of an open vote, it is a ballot. */
export async function onReaction({ ports }: Desk, gesture: ReactionGesture): Promise<void> {
  const { teamId, channelId, userId, messageTs, reaction, eventTs, isAdded } = gesture;
  await castBallot(ports, {
    teamId,
    channelId,
    userId,
    cardTs: messageTs,
    emoji: reaction,
    isCast: isAdded,
    eventUs: toMicroseconds(eventTs),
  });
}
