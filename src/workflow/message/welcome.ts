import { mayUseCommands } from '../../policy/rights.ts';
import { learnPerson } from '../access/people.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells somebody who opens their conversation with Gavel what it can do: the first time only, and only if they may. */
export async function welcome(ports: Ports, { teamId, userId }: Actor): Promise<void> {
  const person = await learnPerson(ports, teamId, userId);
  if (person === undefined || !mayUseCommands(person)) return;
  const body = { kind: 'welcome' } as const;
  // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
  const message = { teamId, key: `welcome:${userId}`, channelId: userId, decisionId: undefined, body };
  await ports.store.transaction((records) => records.messages.write(message, ports.now()));
}
