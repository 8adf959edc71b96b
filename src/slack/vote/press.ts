import { toMicroseconds } from '../../decision/vote/ballot.ts';
import type { Pressed } from '../../decision/vote/press.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/say.ts';
import { pressVote } from '../../workflow/vote/press.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { Desk, PressGesture } from '../app/gesture.ts';
import { readVoteValue } from './vote-buttons.ts';

/** A button to vote with; the answer is for the voter alone. */
export async function onPress({ ports }: Desk, gesture: PressGesture): Promise<Answer | undefined> {
  const { actor, channelId, messageTs: cardTs, actionTs, language } = gesture;
  const pressed = await pressVote(ports, {
    ...readVoteValue(gesture.value),
    userId: actor.userId,
    channelId,
    cardTs,
    eventUs: toMicroseconds(actionTs),
  });
  return pressed && answer(say`${wordPressed(language, pressed)}`);
}

/** What somebody is told about their own vote. */
function wordPressed({ press }: Language, pressed: Pressed): string {
  const { decision, isCast, isDecider, hasReaction } = pressed;
  const titleOf = (id: string) => decision.options.find((option) => option.id === id)?.title;
  const title = titleOf(pressed.optionId);
  const others = pressed.alsoBacks.flatMap((id) => titleOf(id) ?? []);
  const isSingle = decision.rule.method === 'single';
  const told = isCast ? press.voted(title, others) : press.tookBack({ title, others, isSingle, hasReaction });
  return isDecider ? told : `${told} ${press.advice}`;
}
