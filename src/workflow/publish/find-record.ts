import { isAdrFile } from '@gavel/adr/name/file-kind.ts';
import { adrFileName, numberIn } from '@gavel/adr/name/file-name.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { type Decision, titleOfRecord } from '../../decision/decision.ts';
import { sortArchive } from '../follow/sort-archive.ts';
import type { PublishedBefore } from '../ports/archive/archive.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { FoundPublication } from '../ports/records/publications.ts';
import type { AdrPlace } from './take-number.ts';

/** The record of a decision that is already in the archive. */
export interface FoundRecord extends AdrPlace, PublishedBefore {
  readonly path: string;
  /**
   * Whether this database took a number for it; then one of our attempts succeeded without our hearing of it. Otherwise
   * the database was restored from a dump that did not know about it.
   */
  readonly isOurDoing: boolean;
}

/** Looks for the record of a decision in the archive. Its number and file are the ones it has there. */
export async function findRecord(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
): Promise<FoundRecord | undefined> {
  const { archive, store } = ports;
  const found = await archive.find(decision.id, decision.proposedAt, snapshot);
  if (found === undefined) return undefined;
  const known = await store.read.publications.find(decision.id);
  const fileName = await pickFile(ports, decision, snapshot, found.added, known);
  return {
    ...found,
    fileName,
    number: numberIn(fileName),
    path: [archive.folder, fileName].filter(Boolean).join('/'),
    isOurDoing: known?.isTakenHere === true,
  };
}

/** A commit of ours adds one file; a squashed one may have added several. */
async function pickFile(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  added: readonly string[],
  known: FoundPublication | undefined,
): Promise<string> {
  const there = new Set((await sortArchive(ports, snapshot)).adrs);
  const adrs = added.filter((name) => there.has(name) || (!snapshot.files.has(name) && isAdrFile(name)));
  const [first = added[0] ?? '', ...others] = adrs;
  if (others.length === 0) return first;
  const title = titleOfRecord(decision);
  const slug = adrFileName(1, title).replace(/^\d+-|\.md$/g, '');
  const texts = [...(await snapshot.read(adrs))].map(([name, { text }]) => ({ name, text }));
  const entries = await ports.reader.readEntries(texts);
  const titles = [title, toPlainLine(typedLine(title))];
  const byTitle = texts.find((_, index) => titles.includes(entries[index]?.title ?? ''))?.name;
  const byName = adrs.find((name) => name.replaceAll('_', '-').includes(slug));
  return byTitle ?? byName ?? adrs.find((name) => name === known?.fileName) ?? first;
}
