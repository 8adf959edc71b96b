import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { endNoteQuestion, rewordNoteQuestion } from './closed-note.ts';
import { writeOfNote } from './note-message.ts';
import { findRecordOf } from './subject.ts';

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

/**
 * Ends the way of a note: it is on the branch, or it is left, because of something that people are told unless its review was
 * closed before.
 */
export async function endNote(
  ports: RepositoryPorts,
  asked: AskedRevisit,
  noted: 'on branch' | 'left',
  how: { readonly path: string; readonly commit: string | undefined; readonly url: string | undefined } | NoteObstacle,
): Promise<void> {
  const ended = await ports.store.transaction(async (records) => {
    const before = await records.revisits.lock(asked.id);
    if (before === undefined || before.noted === 'on branch' || before.noted === 'left') return undefined;
    const after = { ...before, noted };
    await records.revisits.save(after);
    const key = `:${asked.id}:${noted}`;
    if (typeof how !== 'string') {
      const { path, commit, url } = how;
      await writeOfNote(ports, records, after, { kind: 'revisit noted', path, commit, url }, `revisit noted${key}`);
      await endNoteQuestion(records, after, { what: 'arrived' });
    } else if (before.noted !== 'closed') {
      const news = { kind: 'revisit not noted', because: how } as const;
      await writeOfNote(ports, records, after, news, `revisit not noted${key}`);
    }
    return after;
  });
  if (ended) await rewordNoteQuestion(ports, ended);
}

/** What keeps a note out of git for good. */
type NoteObstacle = 'file gone' | 'file unreadable';

/** Tells people of trouble with a note, once of each kind. */
export async function tellTrouble(
  ports: RepositoryPorts,
  asked: AskedRevisit,
  because: PublicationTrouble,
): Promise<void> {
  const key = `revisit not noted:${asked.id}:${because.code}`;
  await ports.store.transaction((records) =>
    writeOfNote(ports, records, asked, { kind: 'revisit not noted', because }, key),
  );
}
