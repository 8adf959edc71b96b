import { authorsOf, learnPeople } from '../access/people.ts';
import { screenMessage } from '../access/screen.ts';
import type { Ports } from '../ports/ports.ts';
import { namedIn } from './named-in.ts';

/**
 * Says a written message, once. Should we die between saying it and noting that we did, the second attempt goes out
 * under the same id, by which Slack knows it for the first.
 */
export async function tell(ports: Ports, teamId: string, key: string): Promise<void> {
  const { read } = ports.store;
  const written = await read.findMessage(teamId, key);
  if (written === undefined || written.ts !== undefined) return;
  const message = await screenMessage(ports, written);
  if (message === undefined) return read.markMessageSaid(teamId, key, '');
  const decision = message.decisionId === undefined ? undefined : await read.findDecision(message.decisionId);
  // Not all who may vote: they may be a hundred thousand, and no message names them.
  const people = await learnPeople(ports, teamId, [...(decision ? authorsOf(decision) : []), ...namedIn(message.body)]);
  await read.markMessageSaid(teamId, key, await ports.chat.say(message, { decision, people }));
}
