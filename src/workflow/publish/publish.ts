import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../decision/decision.ts';
import type { Trouble } from '../../decision/failure/trouble.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { writeCommitMessage } from '../../record/commit-message.ts';
import { viewCard } from '../card/show-card.ts';
import { announceInThread } from '../change/change.ts';
import { followArchive } from '../follow/follow-archive.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Published } from '../ports/archive/archive.ts';
import { ArchiveError, BranchMoved } from '../ports/archive/archive-error.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { openHome } from '../settings/repository.ts';
import { toAdrRecord } from './adr-record.ts';
import { writeInStyle } from './adr-text.ts';
import { amendArchive } from './amend-archive.ts';
import { type FoundRecord, findRecord } from './find-record.ts';
import { languageOfArchive, learnHouseStyle, zoneOfArchive } from './house-style.ts';
import { type AdrPlace, takeNumber, unpublished } from './take-number.ts';

const attemptsOnAMovingBranch = 8;

/**
 * Commits a decided decision to the archive and announces it. Safe to run twice, and after a crash at any point: the
 * number is taken before the push, the commit carries the decision's id, and the announcement is written once. A record
 * already in the archive counts as it is. When something is wrong with the archive, says so in the thread and throws
 * it; the job is then tried again later.
 */
export async function publish(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision?.outcome === undefined) return;
  const known = await ports.store.read.publications.find(decisionId);
  if (known && isOnBranch(known.state)) return;
  const at = await openHome(ports, decision);
  try {
    await writeDown(at, decision, await push(at, decision));
    ports.metrics.count('outcome published');
  } catch (error) {
    ports.metrics.count('publication failed');
    if (error instanceof ArchiveError) await reportTrouble(at, decision, error.trouble);
    throw error;
  }
}

/** A record that is in the archive, and what to say about it in the thread. */
interface InArchive extends Published, AdrPlace {
  readonly announcement: Announcement | undefined;
}

async function push(ports: RepositoryPorts, decision: Decision): Promise<InArchive> {
  const view = await viewCard(ports, decision);
  const channel = await ports.chat.findChannel(decision.channelId);
  const informed = channel && !channel.isPrivate ? `#${channel.name}` : undefined;

  for (let attempt = 1; ; attempt += 1) {
    await followArchive(ports);
    const snapshot = await ports.archive.fetch();
    const earlier = await findRecord(ports, decision, snapshot);
    if (earlier && !earlier.isOurDoing) return { ...earlier, announcement: announceFound(decision, earlier) };

    // An earlier attempt may have succeeded without our hearing of it.
    const { style } = await learnHouseStyle(ports, snapshot);
    const timeZone = await zoneOfArchive(ports, style, decision, decision.timeZone);
    const record = toAdrRecord(view, informed, { language: languageOfArchive(ports, style), timeZone });
    const place = earlier ?? (await takeNumber(ports, decision, snapshot, { style, date: record.date }));
    const { text, votes, leftOut } = await writeInStyle(ports, record, style, place.number);
    const amended = await amendArchive(ports, snapshot, decision, { ...place, text, record, style });
    const remarks = remarksOn(snapshot, leftOut, amended.remark);
    const announce = ({ commit, path, url }: Published): InArchive => {
      const announcement = { kind: 'published', path, commit, url, votes, remarks } as const;
      return { number: place.number, fileName: place.fileName, commit, path, url, announcement };
    };
    if (earlier) return announce(earlier);

    const change = {
      decisionId: decision.id,
      files: [{ name: place.fileName, content: amended.text }, ...amended.files],
      ...writeCommitMessage(record, place.number, { bond: amended.committed, tellsVotes: votes.length > 0 }),
      at: decision.outcome?.decidedAt ?? decision.proposedAt,
      timeZone,
    };
    try {
      return announce(await ports.archive.commit(change, snapshot));
    } catch (error) {
      if (!(error instanceof BranchMoved) || attempt === attemptsOnAMovingBranch) throw error;
    }
  }
}

/**
 * The thread was told long ago about a record that is not this database's doing, as happens after a restore from a
 * dump. If the decision was open in the dump and was decided again, the thread is told that the record stays.
 */
function announceFound({ outcome }: Decision, { at, path, commit, url }: FoundRecord): Announcement | undefined {
  const toSecond = (date: Date) => Math.floor(date.getTime() / 1_000);
  if (outcome && toSecond(outcome.decidedAt) === toSecond(at)) return undefined;
  return { kind: 'record found', path, commit, url };
}

function remarksOn(
  { branch, madeFrom }: Snapshot,
  headings: readonly string[],
  remark: PublicationRemark | undefined,
): PublicationRemark[] {
  return [
    ...(headings.length === 0 ? [] : [{ code: 'sections left out', headings } as const]),
    ...(remark === undefined ? [] : [remark]),
    ...(madeFrom === undefined ? [] : [{ code: 'branch made', branch, from: madeFrom } as const]),
  ];
}

async function writeDown(ports: RepositoryPorts, decision: Decision, record: InArchive): Promise<void> {
  const { number, fileName, commit, path, url, announcement } = record;
  const isNew = announcement?.kind === 'published';
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const { id: archive } = ports.archive;
    await records.decisions.lock(decision.id);
    const before = await records.publications.find(decision.id);
    // Another attempt may have been under way at the same time, and made the same commit.
    if (before?.pushedAt) return;
    const publication = {
      ...unpublished,
      archive,
      state: 'committed',
      number,
      fileName,
      commit,
      commitUrl: url,
      pushedAt: now,
    } as const;
    await records.publications.save(decision, publication);
    const detail = { path, commit, ...(isNew ? {} : { wasThere: true }) };
    await records.events.record({ decision, at: now, actorId: undefined, kind: 'published', detail });
    if (announcement) await announceInThread(ports, records, decision, announcement, `published:${decision.id}`);
    await records.marks.mark(decision.id, 'closing');
    await records.jobs.add('renew-notices', { decisionId: decision.id });
    // What was in its way is gone, and may have been blocking others.
    if (before?.trouble !== undefined) await wakePublications(ports, records);
    // Other proposals bound to this ADR soon show what became of it.
    if (decision.bond) await records.jobs.add('follow-archive', { teamId: decision.teamId, archive });
  });
  if (!isNew) ports.log.info({ decision: decision.id, path, commit }, 'A record was already in the repository.');
}

/** Starts publishing everything that could not be published until now. */
export async function wakePublications({ chat, archive }: RepositoryPorts, records: Records): Promise<void> {
  for (const decisionId of await records.publications.findTroubled(chat.teamId, archive.id))
    await records.jobs.add('publish', { decisionId, archive: archive.id });
}

/** Reports each kind of trouble once; git's words may differ at every attempt, for example by a time or a number. */
async function reportTrouble(ports: RepositoryPorts, decision: Decision, trouble: Trouble): Promise<void> {
  const { id: archive } = ports.archive;
  await ports.store.transaction(async (records) => {
    const before = await records.publications.find(decision.id);
    if (isDeepStrictEqual(before?.trouble, trouble)) return;
    await records.publications.save(decision, { ...unpublished, archive, ...before, trouble });
    await records.marks.mark(decision.id, 'acted');
    const key = `not published:${decision.id}:${trouble.code}`;
    const isNews = await announceInThread(ports, records, decision, { kind: 'not published', trouble }, key);
    if (!isNews) return;
    const detail = { trouble };
    await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'not published', detail });
  });
}
