import { randomUUID } from 'node:crypto';
import { usualFormats } from '@gavel/adr/name/other-formats.ts';
import type { IndexGap } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkMayRunImport, findChannelToPostIn, findSeenChannel } from '../access/access.ts';
import { learnPeople } from '../access/people.ts';
import type { ImportAnnouncement, ImportFigures } from '../message/announcement.ts';
import { languageOfMessage } from '../message/language.ts';
import { sayMessage } from '../message/say-message.ts';
import type { Actor } from '../ports/actor.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import { inRepository, type Ports, type RepositoryPorts } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { wakePublications } from '../publish/arrive.ts';
import { planAboutAdrs } from '../revisit/plan-about-adrs.ts';
import { openRepository, portsOf } from '../settings/repository.ts';
import { type Following, followArchive, type ReadingProgress } from './follow-archive.ts';
import { freshenIndexes } from './fresh-index.ts';
import { partSize } from './read-parts.ts';
import { sortArchive } from './sort-archive.ts';

/** Slack accepts an update of a message about once a second (Slack: chat.update, tier 3, is 50 a minute). */
const pauseBetweenUpdates = 1_500;

/**
 * Reads a channel's archive now, or its archive named `name`, even if somebody stopped an earlier reading. A short
 * reading is done at once and returns its figures. A long one continues in the background, shows its progress in a
 * message in the channel, and returns nothing. Throws ArchiveError; RuleBroken for people who may not start it, and
 * where Gavel can't post such a message.
 */
export async function startImport(
  ports: Ports,
  actor: Actor,
  channelId: string,
  name?: string,
): Promise<ImportFigures | undefined> {
  const { teamId } = actor;
  await checkMayRunImport(ports, actor);
  const at = await openRepository(ports, actor, channelId, name);
  const { store, archive } = at;
  const since = ports.now();
  await setStopped(at, undefined);
  const following = await followArchive(at, { most: partSize });
  // People who ask for this have often just fixed what made the repository unreachable.
  await store.transaction((records) => wakePublications(at, records));
  await planAboutAdrs(at);
  if (following.outcome !== 'too long') return findFigures(at, store.read, since, following);

  await findChannelToPostIn(ports, channelId, actor, 'import');
  const key = `import:${randomUUID()}`;
  const { done, total } = following;
  const begun = { kind: 'import', key, since: since.toISOString(), archive: archive.id } as const;
  const body: ImportAnnouncement = { ...begun, state: 'reading', done, total };
  await store.transaction(async (records) => {
    await records.messages.write({ teamId, key, channelId, decisionId: undefined, body }, since);
    await records.jobs.add('import', { teamId, key, archive: archive.id });
  });
  return undefined;
}

/**
 * Looks at all repositories once more now, for somebody whose Home says what prevents that; the one with this name is
 * read even if somebody stopped its reading. What takes long continues in the background. Returns what still prevents
 * it. Throws RuleBroken for people who may not start an import, and ChatError.
 */
export async function retryReading(ports: Ports, actor: Actor, name: string): Promise<readonly IndexGap[]> {
  await checkMayRunImport(ports, actor);
  const { all } = ports.repositories;
  // Home names them only if there are several.
  const wanted = all.length === 1 ? all : all.filter((one) => one.name === name);
  for (const one of wanted) await setStopped(inRepository(ports, one), undefined);
  const gaps = await freshenIndexes(ports, all);
  await ports.store.transaction(async (records) => {
    for (const one of wanted) {
      await records.jobs.add('follow-archive', { teamId: actor.teamId, archive: one.archive.id });
      await wakePublications(inRepository(ports, one), records);
    }
  });
  return gaps;
}

/** Continues a long import and shows its progress. Safe to run twice, and after a crash at any point. */
export async function runImport(
  ports: Ports,
  { teamId, key, archive }: Jobs['import'],
  signal?: AbortSignal,
): Promise<void> {
  const at = portsOf(ports, archive);
  if (at === undefined) return;
  await sayMessage(ports, teamId, key);
  const found = await findImport(ports, teamId, key);
  if (found?.state !== 'reading') return show(ports, teamId, key);

  const { trouble: _, ...body } = found;
  let progress: ReadingProgress = body;
  let shownAt = 0;
  const onProgress = async (now: ReadingProgress) => {
    progress = now;
    if (ports.now().getTime() - shownAt < pauseBetweenUpdates) return;
    shownAt = ports.now().getTime();
    await ports.store.read.messages.rewrite(teamId, key, { ...body, ...progress });
    await show(ports, teamId, key);
  };
  try {
    const following = await followArchive(at, { onProgress, ...(signal ? { signal } : {}) });
    await endImport(at, teamId, { ...body, ...progress }, following);
    await show(ports, teamId, key);
  } catch (error) {
    if (error instanceof ArchiveError) {
      await ports.store.read.messages.rewrite(teamId, key, { ...body, ...progress, trouble: error.trouble });
      await show(ports, teamId, key);
    }
    throw error;
  }
}

/**
 * Stops a long import until somebody asks for one again. Throws RuleBroken when it has ended, and for people who may
 * not stop it.
 */
export async function stopImport(ports: Ports, actor: Actor, key: string): Promise<void> {
  const { teamId, userId } = actor;
  await checkMayRunImport(ports, actor);
  const shown = await ports.store.read.messages.find(teamId, key);
  if (shown === undefined || !(await findSeenChannel(ports, shown.channelId, actor))) throw ended();
  // An earlier version did not say which, since there was only one.
  const { id: first } = ports.repositories.first.archive;
  const archive = (shown.body.kind === 'import' ? shown.body.archive : undefined) ?? first;
  await ports.store.transaction(async (records) => {
    const reading = await records.readings.lock(teamId, archive);
    const message = await records.messages.find(teamId, key);
    if (message?.body.kind !== 'import' || message.body.state !== 'reading') throw ended();
    await records.readings.save(teamId, archive, { ...reading, stoppedBy: userId });
    // If the job is between two attempts, it ends now.
    await records.jobs.add('import', { teamId, key, archive });
  });
}

function ended(): RuleBroken {
  return new RuleBroken({ code: 'import ended already' });
}

async function findFigures(
  at: RepositoryPorts,
  records: Records,
  since: Date,
  { snapshot }: Following,
): Promise<ImportFigures> {
  const { id: archive } = at.archive;
  const { teamId } = at.chat;
  const unread = snapshot === undefined ? [] : usualFormats(await sortArchive(at, snapshot));
  const shared = await records.adrs.findSharedNumbers(teamId, archive);
  return {
    ...(await records.readings.findFigures(teamId, archive, since)),
    sharedNumbers: shared.map(({ number }) => number),
    ...(unread.length > 0 ? { unread } : {}),
  };
}

async function findImport(ports: Ports, teamId: string, key: string): Promise<ImportAnnouncement | undefined> {
  const message = await ports.store.read.messages.find(teamId, key);
  return message?.body.kind === 'import' ? message.body : undefined;
}

async function setStopped({ store, archive, chat }: RepositoryPorts, stoppedBy: string | undefined): Promise<void> {
  const reading = await store.read.readings.find(chat.teamId, archive.id);
  if (reading.stoppedBy === stoppedBy) return;
  await store.transaction(async (records) => {
    const now = await records.readings.lock(chat.teamId, archive.id);
    await records.readings.save(chat.teamId, archive.id, { ...now, stoppedBy });
  });
}

/** Says how it ended, under the lock that `stopImport` takes, so that nobody stops an import that has ended. */
async function endImport(
  ports: RepositoryPorts,
  teamId: string,
  body: ImportAnnouncement,
  following: Following,
): Promise<void> {
  const { id: archive } = ports.archive;
  await ports.store.transaction(async (records) => {
    const reading = await records.readings.lock(teamId, archive);
    if (following.outcome === 'in step') {
      const figures = await findFigures(ports, records, new Date(body.since), following);
      await records.messages.rewrite(teamId, body.key, { ...body, state: 'done', figures });
      await records.readings.save(teamId, archive, { ...reading, stoppedBy: undefined });
    } else if (reading.stoppedBy !== undefined) {
      await records.messages.rewrite(teamId, body.key, { ...body, state: 'stopped', by: reading.stoppedBy });
    } else {
      // Somebody asked for an import at the very moment when it stopped.
      await records.jobs.add('import', { teamId, key: body.key, archive });
    }
  });
}

async function show(ports: Ports, teamId: string, key: string): Promise<void> {
  const message = await ports.store.read.messages.find(teamId, key);
  if (message?.body.kind !== 'import') return;
  const people = await learnPeople(ports, teamId, 'by' in message.body ? [message.body.by] : []);
  const language = await languageOfMessage(ports, message);
  await ports.chat.reword(message, { language, decision: undefined, people });
}
