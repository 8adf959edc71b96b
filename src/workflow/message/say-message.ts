import { isDeepStrictEqual } from 'node:util';
import { authorsOf, learnPeople } from '../access/people.ts';
import { screenMessage } from '../access/screen.ts';
import type { Ports } from '../ports/ports.ts';
import { languageOfMessage } from './language.ts';
import { namedIn } from './named-in.ts';
import { isNotice, readNoticeFacts } from './notice.ts';

/**
 * Says a written message, once. Should we die between saying it and noting that we did, the second attempt goes out
 * under the same id, by which Slack knows it for the first.
 */
export async function sayMessage(ports: Ports, teamId: string, key: string): Promise<void> {
  const { read } = ports.store;
  const written = await read.messages.find(teamId, key);
  if (written === undefined || written.ts !== undefined) return;
  const message = await screenMessage(ports, written);
  if (message === undefined) return read.messages.markSaid(teamId, key, '');
  const facts = message.decisionId === undefined ? undefined : await readNoticeFacts(ports, message.decisionId);
  const { decision, record } = facts ?? {};
  // Not all who may vote: they may be a hundred thousand, and no message names them.
  const people = await learnPeople(ports, teamId, [...(decision ? authorsOf(decision) : []), ...namedIn(message.body)]);
  const language = await languageOfMessage(ports, message);
  await read.messages.markSaid(teamId, key, await ports.chat.say(message, { language, decision, record, people }));
  if (decision === undefined || !isNotice(message.body)) return;
  // What changed while it was being said found nothing that it could renew.
  const now = { facts: await readNoticeFacts(ports, decision.id), body: (await read.messages.find(teamId, key))?.body };
  const isStillSo = isDeepStrictEqual(now, { facts, body: message.body });
  if (!isStillSo) await read.jobs.add('renew-notices', { decisionId: decision.id });
}
