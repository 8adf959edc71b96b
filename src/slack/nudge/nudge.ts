import { RuleBroken } from '../../decision/rule-broken.ts';
import { code, say, type Words } from '../../words/say.ts';
import { checkMayUseCommands } from '../../workflow/access/access.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';

const choices: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['off', false],
]);

function describe(wantsNudges: boolean): Words {
  return wantsNudges
    ? say`When somebody names you as a decider and your vote is missing, I write to you at half time and a day before the end. ${code('/adr nudges off')} ends that.`
    : say`I don’t write to you about votes that wait for you; ${code('/adr waiting')} lists them. ${code('/adr nudges on')} has me write again.`;
}

/** `/adr nudges [on|off]`: whether the asker is written to about missing votes; without a word, says which. */
export async function onNudges({ ports }: Desk, { actor, words }: CommandGesture): Promise<Answer> {
  await checkMayUseCommands(ports, actor);
  const word = words[1]?.toLowerCase();
  const { read } = ports.store;
  if (word === undefined) return answer(describe(await read.nudges.areWanted(actor)));
  const wantsNudges = choices.get(word);
  if (wantsNudges === undefined) throw new RuleBroken({ code: 'unknown word', word, command: 'nudges' });
  await read.nudges.choose(actor, wantsNudges, ports.now());
  return answer(describe(wantsNudges));
}
