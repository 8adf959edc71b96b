import { setTimeout as sleep } from 'node:timers/promises';
import { adrsByNumber, withNumber } from '@gavel/adr/name/adr-by-number.ts';
import { adrsByPage } from '@gavel/adr/name/adr-by-page.ts';
import { countsByArea } from '@gavel/adr/name/sort-files.ts';
import { type FindAdr, readerVersion } from '@gavel/adr/read/adr-entry.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { longestSettings } from '@gavel/adr/style/settings-file.ts';
import { foldersOf, mayInform } from '../govern/told-from.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { ArchiveReading, IndexedFile, Sighting } from '../ports/archive/adr-index.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { learnHouseStyle } from '../publish/house-style.ts';
import { followDays } from '../revisit/follow-day.ts';
import { planAboutAdrs } from '../revisit/plan-about-adrs.ts';
import { watchNotes } from '../revisit/watch-notes.ts';
import { portsOf } from '../settings/repository.ts';
import { compareFiles } from './compare-files.ts';
import { oneAhead } from './one-ahead.ts';
import { readParts } from './read-parts.ts';
import { changedRow, refreshCards, reportLosses, reportSharedNumbers } from './report-changes.ts';
import { sortArchive } from './sort-archive.ts';

/** How far a reading is: the number of ADRs that the index has as they are in the branch, out of all of them. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

/** How a reading is watched, and what can end it early. */
export interface Watch {
  /**
   * Called after each part, and when another process has made progress. If it throws, the reading ends and continues
   * another time.
   */
  readonly onProgress?: (progress: ReadingProgress) => Promise<void>;
  /** Throws to end the reading after the current part. */
  readonly signal?: AbortSignal;
  /** If more files than this would have to be read, nothing is done. */
  readonly most?: number;
}

/** How a reading ended. `in step`: the index matches the branch; `stopped`: somebody stopped it, now or earlier. */
export interface Following extends ReadingProgress {
  readonly outcome: 'in step' | 'stopped' | 'too long';
  /** What the branch was when it was read; undefined if it was not looked at. */
  readonly snapshot: Snapshot | undefined;
}

/** A background reading that was overtaken gives way, so that two of them don't both read everything. */
const breath = 1_000;

/** How long further changes of the branch are waited for, before what was told about it is told anew. */
const lull = 20_000;

/**
 * Brings the index in step with git. The content of the branch counts, whoever wrote it and however its history came
 * about. Files that are unchanged in the index aren't read again, so this is cheap when little has changed, and it
 * resumes where it was interrupted. Throws ArchiveError when the archive is unreachable.
 */
export async function followArchive(ports: RepositoryPorts, watch: Watch = {}): Promise<Following> {
  for (let isOvertaken = false; ; isOvertaken = true) {
    const following = await followOnce(ports, watch, isOvertaken);
    // Each retry means that somebody else has made progress, so this ends.
    if (following !== 'overtaken') {
      // An unchanged branch isn't counted.
      if (following.outcome === 'in step' && following.total > 0) {
        ports.log.info({ teamId: ports.chat.teamId, adrs: following.total }, 'The repository has been read.');
        await planHomes(ports, ports.store.read);
      }
      return following;
    }
    if (watch.signal) await sleep(breath, undefined, { signal: watch.signal });
  }
}

/** Follows the archive in the background. An unreachable one is tried again in the next round. */
export async function keepInStep(ports: Ports, archive: string, signal: AbortSignal): Promise<void> {
  const at = portsOf(ports, archive);
  if (at === undefined) return;
  try {
    await followArchive(at, { signal });
    await planAboutAdrs(at);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    ports.log.warn({ trouble: error.trouble }, 'The repository could not be checked; the next round will try again.');
  }
}

async function followOnce(
  ports: RepositoryPorts,
  watch: Watch,
  isOvertaken: boolean,
): Promise<Following | 'overtaken'> {
  const { store, archive, chat } = ports;
  const { teamId } = chat;
  const startedAt = ports.now();
  // Before git is asked: if two processes ask, the one that asked earlier must not overwrite the later answer of the
  // other.
  const reading = await store.read.readings.find(teamId, archive.id);
  if (reading.stoppedBy !== undefined) return { outcome: 'stopped', snapshot: undefined, done: 0, total: 0 };
  const snapshot = await archive.fetch();
  // After an update, everything is read once more, and nothing that is found then is new.
  const isAnew = reading.checkedAt === undefined || reading.reader !== readerVersion;
  if (!isAnew && reading.commit === snapshot.commit) {
    await store.transaction((records) => reportLosses(ports, records, startedAt));
    return { outcome: 'in step', snapshot, done: 0, total: 0 };
  }

  const { adrs } = await sortArchive(ports, snapshot);
  const comparison = compareFiles(await store.read.readings.findFiles(teamId, archive.id), snapshot.files, adrs);
  const { unread, total, leftOut } = comparison;
  if (leftOut.length > 0) ports.log.warn({ files: leftOut.length }, 'Files whose names are too long are left out.');
  let done = total - unread.length;
  let templates = 0;
  if (unread.length > (watch.most ?? Number.POSITIVE_INFINITY)) return { outcome: 'too long', snapshot, done, total };
  // What the other process has done is progress, too.
  if (isOvertaken) await watch.onProgress?.({ done, total });

  const index = openIndex(ports, reading, snapshot);
  const missing = new Set(comparison.missing);
  const find: FindAdr = { byNumber: adrsByNumber(adrs.map(withNumber)), byPage: adrsByPage(adrs) };
  const parts = readParts(ports, snapshot, unread, { missing, isFirst: isAnew, find }, watch.signal);
  // While PostgreSQL writes a part, the threads read the next one.
  for await (const { files, writings } of oneAhead(parts)) {
    watch.signal?.throwIfAborted();
    const isWritten = await index.write(async (records, sighting) => {
      const redated = await followDays(ports, records, writings);
      const renamed = await records.adrs.write(teamId, archive.id, writings, sighting);
      for (const decisionId of renamed) await records.jobs.add('renew-notices', { decisionId });
      // An ADR that is there now may be what another one says it was superseded by.
      const names = writings.flatMap(({ fileName, entry }) => [fileName, ...entry.links.map(({ file }) => file)]);
      await refreshCards(ports, records, {
        adrIds: writings.flatMap(changedRow),
        fileNames: names,
        own: [...renamed, ...redated],
      });
      if (redated.length > 0) await planHomes(ports, records);
      return undefined;
    });
    if (!isWritten) return 'overtaken';
    done += files;
    templates += files - writings.length;
    await watch.onProgress?.({ done, total });
  }

  const settings = await snapshot.readSettings();
  const wasTold = mayInform(ports);
  const { style } = await learnHouseStyle(ports, snapshot);
  const isThrough = await index.write(async (records, sighting) => {
    // One more character than we keep shows that the text is too long.
    await records.readings.saveSettings(teamId, archive.id, settings?.slice(0, longestSettings + 1));
    await records.readings.saveAsked(teamId, archive.id, askedEntries(style));
    const ids = [...missing].map(({ id }) => id);
    const isNoAdr = ({ fileName }: IndexedFile) => isAnew && snapshot.files.has(fileName);
    for (const [isTold, rows] of Map.groupBy(missing, (row) => !isNoAdr(row)))
      await records.adrs.remove(
        teamId,
        archive.id,
        rows.map(({ id }) => id),
        sighting,
        isTold,
      );
    await refreshCards(ports, records, { adrIds: ids, fileNames: [...missing].map(({ fileName }) => fileName) });
    await records.readings.saveCounting(teamId, archive.id, countsByArea(adrs.map(withNumber)));
    await records.readings.settleDates(teamId, archive.id);
    await reportLosses(ports, records, startedAt);
    await reportSharedNumbers(ports, records, reading.checkedAt, sighting.at);
    // One of them may be merged, or somebody else may have taken its number.
    for (const decisionId of await records.reviews.findOpen(teamId, archive.id))
      await records.jobs.add('watch-review', { decisionId, archive: archive.id });
    await watchNotes(records, teamId, archive.id);
    if (wasTold || mayInform(ports)) await planInforming(ports, records);
    return { commit: snapshot.commit, checkedAt: sighting.at, adrs: total - templates, reader: readerVersion };
  });
  return isThrough ? { outcome: 'in step', snapshot, done, total } : 'overtaken';
}

/**
 * The open reviews of others may be told something else now. Several changes in a row are one, and the first of several
 * folders of a repository speaks for all.
 */
async function planInforming(ports: RepositoryPorts, records: Records): Promise<void> {
  const [first] = foldersOf(ports, ports.archive.label);
  const runAt = new Date(ports.now().getTime() + lull);
  if (first) await records.jobs.add('inform-reviews', { archive: first.archive.id }, { runAt });
}

/** The index, valid while nobody else writes to it. */
function openIndex(ports: RepositoryPorts, reading: ArchiveReading, { commit }: Snapshot) {
  const { store, archive, chat } = ports;
  let { version } = reading;
  return {
    /**
     * Writes in one transaction; `work` may return how far the reading is now. False when somebody else wrote in the
     * meantime.
     */
    write: (
      work: (records: Records, sighting: Sighting) => Promise<Partial<ArchiveReading> | undefined>,
    ): Promise<boolean> =>
      store.transaction(async (records) => {
        const now = await records.readings.lock(chat.teamId, archive.id);
        if (now.version !== version) return false;
        const change = await work(records, { at: ports.now(), commit });
        await records.readings.save(chat.teamId, archive.id, { ...now, ...change });
        version += 1;
        return true;
      }),
  };
}
