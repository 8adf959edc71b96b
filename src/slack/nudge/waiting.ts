import { findWaiting } from '../../workflow/nudge/waiting.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { waitingText } from './waiting-text.ts';

/** `/adr waiting`: shows votes, proposals and reviews that wait for the asker. */
export async function onWaiting({ ports }: Desk, { actor, channelId, language }: CommandGesture): Promise<Answer> {
  return answer(waitingText(language, await findWaiting(ports, actor, channelId)));
}
