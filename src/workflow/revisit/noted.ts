import { announceInThread } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { findRecordOf } from './subject.ts';

type OfKind<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

/** What is told of a note on its way into git. */
type NoteNews = OfKind<'revisit noted'> | OfKind<'revisit in review'> | OfKind<'revisit not noted'>;

/** The file that a note goes into. `timeZone`: where its archive and channel have none. */
interface NotedFile {
  readonly fileName: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly channel: ChannelPlace;
  readonly timeZone: string;
}

/** The file of what was asked about; `not yet`: it is on its way to the branch. */
export async function findFileOf(
  { store }: RepositoryPorts,
  { subject, teamId, channelIds: [channelId = ''] }: AskedRevisit,
): Promise<NotedFile | 'not yet' | 'gone'> {
  const { read } = store;
  const channel = { teamId, channelId };
  if ('adrId' in subject) {
    const adr = await read.adrs.find(subject.adrId);
    return adr === undefined ? 'gone' : { ...adr, channel, timeZone: 'UTC' };
  }
  const decision = await read.decisions.find(subject.decisionId);
  const record = decision && (await findRecordOf(read, decision));
  if (decision === undefined || record === undefined) return 'not yet';
  const { fileName, number, adr } = record;
  return { fileName, number, title: adr?.title ?? decision.title, channel, timeZone: decision.timeZone };
}

/** Ends the way of a note: it is on the branch, or it is left, because of something that people are told. */
export async function endNote(
  ports: RepositoryPorts,
  asked: AskedRevisit,
  noted: 'on branch' | 'left',
  how: { readonly path: string; readonly commit: string | undefined; readonly url: string | undefined } | NoteObstacle,
): Promise<void> {
  const isOver = await ports.store.transaction(async (records) => {
    const before = await records.revisits.lock(asked.id);
    if (before === undefined || before.noted === 'on branch' || before.noted === 'left') return true;
    await records.revisits.save({ ...before, noted });
    return false;
  });
  if (isOver) return;
  const news: NoteNews =
    typeof how === 'string'
      ? { kind: 'revisit not noted', because: how, ...(asked.review ? { review: asked.review } : {}) }
      : { kind: 'revisit noted', path: how.path, commit: how.commit, url: how.url };
  await tellOfNote(ports, asked, news, noted);
}

type NoteObstacle = Extract<OfKind<'revisit not noted'>['because'], string>;

/** Tells people of a note, once of each thing: in the thread of its decision, or of an ADR of others only what failed. */
export async function tellOfNote(
  ports: RepositoryPorts,
  { id, teamId, subject, channelIds }: AskedRevisit,
  news: NoteNews,
  what: string,
): Promise<void> {
  const key = `${news.kind}:${id}:${what}`;
  await ports.store.transaction(async (records) => {
    if ('decisionId' in subject) {
      const decision = await records.decisions.find(subject.decisionId);
      if (decision) await announceInThread(ports, records, decision, news, key);
      return;
    }
    if (news.kind === 'revisit noted') return;
    for (const channelId of channelIds) {
      const message = { teamId, key: `${key}:${channelId}`, channelId, decisionId: undefined, body: news };
      await records.messages.write(message, ports.now());
    }
  });
}
