import { type Cadence, readCadence } from '../../decision/digest/cadence.ts';
import { say } from '../../words/say.ts';
import { learnPerson } from '../../workflow/access/people.ts';
import { previewDigest, setCadence } from '../../workflow/digest/digest.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { Ports } from '../../workflow/ports/ports.ts';
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
  const cadence = await readCadenceFor(ports, actor, channelId, rest);
  const next = await setCadence(ports, actor, channelId, cadence);
  if (next === undefined) return answer(say`${language.digest.isOff}`);
  return answer(language.digest.isOn(cadence, next, undefined));
}

/** Reads how often somebody wants a channel to get a digest, in the channel's time zone. Throws RuleBroken. */
export async function readCadenceFor(
  ports: Ports,
  { teamId, userId }: Actor,
  channelId: string,
  words: readonly string[],
): Promise<Cadence> {
  const own = (await learnPerson(ports, teamId, userId))?.timeZone ?? 'UTC';
  return readCadence(words, await zoneOfChannel(ports, { teamId, channelId }, own));
}
