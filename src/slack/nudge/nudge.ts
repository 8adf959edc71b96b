import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkMayUseCommands } from '../../workflow/access/access.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';

const choices: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['off', false],
]);

/**
 * `/adr nudges [on|off]`: sets whether the asker gets direct messages about missing votes; without a word, says which.
 */
export async function onNudges({ ports }: Desk, { actor, words, language }: CommandGesture): Promise<Answer> {
  await checkMayUseCommands(ports, actor);
  const { nudgesOn, nudgesOff } = language.waiting;
  const word = words[1]?.toLowerCase();
  const { read } = ports.store;
  if (word === undefined) return answer((await read.nudges.areWanted(actor)) ? nudgesOn : nudgesOff);
  const wantsNudges = choices.get(word);
  if (wantsNudges === undefined) throw new RuleBroken({ code: 'unknown word', word, command: 'nudges' });
  await read.nudges.choose(actor, wantsNudges, ports.now());
  return answer(wantsNudges ? nudgesOn : nudgesOff);
}
