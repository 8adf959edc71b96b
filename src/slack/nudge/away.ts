import { comeBack, findReturn, goAway } from '../../workflow/nudge/away.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';

/** `/adr away [until day]`: the asker is away until then; without a day, says whether they are. */
export async function onAway({ ports }: Desk, { actor, words, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  const day = words.length > 1 ? await goAway(ports, actor, words.slice(1)) : await findReturn(ports, actor);
  return answer(day === undefined ? away.here : away.until(day));
}

/** `/adr back`: the asker is here again. */
export async function onBack({ ports }: Desk, { actor, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  return answer((await comeBack(ports, actor)) ? away.back : away.wasHere);
}
