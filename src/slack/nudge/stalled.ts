import { leaveStalled } from '../../workflow/nudge/stall.ts';
import { answer, tellPrivately } from '../app/answer.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';

/** “Leave it another two weeks”: tells whoever pressed it until when. */
export async function onLeaveStalled({ ports, client }: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, channelId, value, language } = gesture;
  const until = await leaveStalled(ports, value, actor);
  const said = answer(until === undefined ? language.stalled.over : language.stalled.left(until));
  await tellPrivately({ client, userId: actor.userId, channelId }, said, ports.log);
}
