import { lines } from '../../words/say.ts';
import { comeBack, findReturn, goAway } from '../../workflow/nudge/away.ts';
import { findVotesToHandOver } from '../../workflow/vote/hand-over.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { wordToHandOver } from '../home/absence-blocks.ts';

/**
 * `/adr away [until day]`: the asker is away until then; without a day, says whether they are. Names the votes in which
 * somebody else can vote for them.
 */
export async function onAway({ ports }: Desk, { actor, channelId, words, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  const day = words.length > 1 ? await goAway(ports, actor, words.slice(1)) : await findReturn(ports, actor);
  if (day === undefined) return answer(away.here);
  const toHandOver = wordToHandOver(language, await findVotesToHandOver(ports, actor, channelId));
  return answer(toHandOver === undefined ? away.until(day) : lines(away.until(day), toHandOver));
}

/** `/adr back`: the asker is here again. */
export async function onBack({ ports }: Desk, { actor, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  return answer((await comeBack(ports, actor)) ? away.back : away.wasHere);
}
