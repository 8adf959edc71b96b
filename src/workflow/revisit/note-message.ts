import { learnPeople } from '../access/people.ts';
import { announceInThread } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import { languageOfChannel } from '../message/language.ts';
import { namedIn } from '../message/named-in.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { questionKey } from './ask-about-adrs.ts';

type OfKind<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

/** What is told of a note on its way into git. */
export type NoteNews =
  | OfKind<'revisit noted'>
  | OfKind<'revisit in review'>
  | OfKind<'revisit not noted'>
  | OfKind<'review reopened'>;

/** The keys of the messages that tell something of a note: one for each channel, if it is about an ADR of others. */
export function keysOf({ subject, channelIds }: AskedRevisit, key: string): readonly string[] {
  return 'decisionId' in subject ? [key] : channelIds.map((channelId) => `${key}:${channelId}`);
}

/**
 * Has people told of a note, once under each key: in the thread of its decision; or of an ADR of others only what failed, in
 * the thread of the question.
 */
export async function writeOfNote(
  ports: Ports,
  records: Records,
  { id, teamId, subject, channelIds }: AskedRevisit,
  news: NoteNews,
  key: string,
): Promise<void> {
  if ('decisionId' in subject) {
    const decision = await records.decisions.find(subject.decisionId);
    if (decision) await announceInThread(ports, records, decision, news, key);
    return;
  }
  if (news.kind === 'revisit noted') return;
  for (const channelId of channelIds) {
    const threadTs = (await records.messages.find(teamId, questionKey(id, channelId)))?.ts;
    const body = threadTs ? { ...news, threadTs } : news;
    const message = { teamId, key: `${key}:${channelId}`, channelId, decisionId: undefined, body };
    await records.messages.write(message, ports.now());
  }
}

/** Shows in Slack what a message says by now that is about an ADR of others. */
export async function rewordMessage(ports: RepositoryPorts, teamId: string, key: string): Promise<void> {
  const message = await ports.store.read.messages.find(teamId, key);
  if (message === undefined) return;
  const people = await learnPeople(ports, teamId, namedIn(message.body));
  const language = await languageOfChannel(ports, message.channelId);
  await ports.chat.reword(message, { language, decision: undefined, people });
}
