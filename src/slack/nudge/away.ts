import { lines } from '../../words/say.ts';
import { comeBack, findReturn, goAway } from '../../workflow/nudge/away.ts';
import { findVotesToHandOver } from '../../workflow/vote/hand-over.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';

/** How many votes are named in which another can vote. */
const mostNamed = 5;

/**
 * `/adr away [until day]`: the asker is away until then; without a day, says whether they are. Names the votes in which
 * somebody else can vote for them.
 */
export async function onAway({ ports }: Desk, { actor, channelId, words, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  const day = words.length > 1 ? await goAway(ports, actor, words.slice(1)) : await findReturn(ports, actor);
  if (day === undefined) return answer(away.here);
  const votes = (await findVotesToHandOver(ports, actor, channelId)).slice(0, mostNamed);
  const names = votes.map(({ title, cardLink }) => language.announcements.decisionName(title, cardLink));
  return answer(names.length === 0 ? away.until(day) : lines(away.until(day), language.handover.whileAway(names)));
}

/** `/adr back`: the asker is here again. */
export async function onBack({ ports }: Desk, { actor, language }: CommandGesture): Promise<Answer> {
  const { away } = language;
  return answer((await comeBack(ports, actor)) ? away.back : away.wasHere);
}
