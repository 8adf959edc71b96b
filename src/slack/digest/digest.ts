import { readCadence } from '../../decision/digest/cadence.ts';
import { say } from '../../words/say.ts';
import { learnPerson } from '../../workflow/access/people.ts';
import { previewDigest, setCadence } from '../../workflow/digest/digest.ts';
import { zoneOfChannel } from '../../workflow/settings/time-zone.ts';
import { type Answer, answer } from '../app/answer.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { renderDigest } from './digest-text.ts';

/**
 * `/adr digest`: without a word, shows the current digest to the asker only; with one, sets how often the channel gets
 * it.
 */
export async function onDigest(
  { ports }: Desk,
  { actor, channelId, words, language }: CommandGesture,
): Promise<Answer> {
  const [, ...rest] = words;
  if (rest.length === 0) {
    return renderDigest(language, await previewDigest(ports, actor, channelId));
  }
  const { teamId, userId } = actor;
  const own = (await learnPerson(ports, teamId, userId))?.timeZone ?? 'UTC';
  const cadence = readCadence(rest, await zoneOfChannel(ports, { teamId, channelId }, own));
  const next = await setCadence(ports, actor, channelId, cadence);
  if (next === undefined) return answer(say`${language.digest.isOff}`);
  return answer(language.digest.isOn(cadence, next));
}
