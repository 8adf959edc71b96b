import { announceInThread } from '../change/change.ts';
import type { AdrWriting } from '../ports/archive/adr-index.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { nameRepository } from '../settings/repository.ts';

/**
 * How long a file may be missing after its publication before that means anything, since two hosts' clocks may differ.
 */
const grace = 60_000;

/** The row of an ADR whose cards may need to say something else now. */
export function changedRow({ id, events }: AdrWriting): number[] {
  return id !== undefined && events.some(({ kind }) => kind !== 'edited') ? [id] : [];
}

/** ADRs that changed: rows of the index, and the files of those and of others that they are linked to. */
interface ChangedAdrs {
  readonly adrIds: readonly number[];
  readonly fileNames: readonly string[];
  /** Decisions whose files have other names now, or another day to look again. */
  readonly own?: readonly string[];
}

/**
 * Updates the cards that show something about these ADRs: those of their own decisions, and those of open proposals
 * that are bound to them.
 */
export async function refreshCards(
  { chat, archive }: RepositoryPorts,
  records: Records,
  { adrIds, fileNames, own = [] }: ChangedAdrs,
): Promise<void> {
  const bound = adrIds.length === 0 ? [] : await records.decisions.findBoundTo(chat.teamId, adrIds);
  const linked =
    fileNames.length === 0 ? [] : await records.decisions.findPublishedIn(chat.teamId, archive.id, fileNames);
  await markAll(records, [...new Set([...own, ...bound, ...linked])]);
}

/** In the order of their ids, as votes mark cards too, so that no two transactions wait for each other. */
async function markAll(records: Records, decisionIds: readonly string[]): Promise<void> {
  for (const decisionId of decisionIds.toSorted()) await records.marks.mark(decisionId, 'stale');
}

/** Announces our decisions whose files are gone from the branch, once each. */
export async function reportLosses(ports: RepositoryPorts, records: Records, startedAt: Date): Promise<void> {
  const before = new Date(startedAt.getTime() - grace);
  const lost = await records.publications.markLost(ports.chat.teamId, ports.archive.id, before);
  for (const { decisionId, fileName } of lost) {
    const decision = await records.decisions.find(decisionId);
    if (decision === undefined) continue;
    await announceInThread(ports, records, decision, { kind: 'file gone', fileName }, `file gone:${decisionId}`);
  }
}

/**
 * Announces our decisions whose numbers other files have too, once per number. If nothing has happened to an ADR since
 * the index was last in step, nothing has happened to its number either.
 */
export async function reportSharedNumbers(
  ports: RepositoryPorts,
  records: Records,
  lastInStep: Date | undefined,
  until: Date,
): Promise<void> {
  const period = lastInStep && { after: lastInStep, until };
  const shared = await records.adrs.findSharedNumbers(ports.chat.teamId, ports.archive.id, period);
  for (const { number, files } of shared) {
    const names = files.map(({ fileName }) => fileName);
    for (const { decisionId } of files) {
      const decision = decisionId === undefined ? undefined : await records.decisions.find(decisionId);
      if (decision === undefined) continue;
      const key = `number shared:${decision.id}:${number}`;
      const where = nameRepository(ports, { archive: ports.archive.id });
      await announceInThread(ports, records, decision, { kind: 'number shared', number, files: names, ...where }, key);
    }
  }
}
