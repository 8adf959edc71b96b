import { createHash } from 'node:crypto';
import { numberIn } from '@gavel/adr/name/file-name.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { type Decision, titleOfRecord } from '../../../decision/decision.ts';
import { sortArchive } from '../../follow/sort-archive.ts';
import type { Published } from '../../ports/archive/archive.ts';
import type { Snapshot } from '../../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview } from '../../ports/publication.ts';
import { findRecord } from '../find-record.ts';
import type { AdrPlace } from '../take-number.ts';

/** Where an ADR that was in review is on the branch. */
export type ArrivedFile = Published & AdrPlace;

/**
 * The ADR of a review, if it is on the followed branch, however it was merged: by the id of its decision, which a merge
 * keeps and an edited message of a squash does not; else by its path, or by its content under another name. If the forge
 * says that it is merged, a file with its title counts as well.
 */
export async function findArrival(
  ports: RepositoryPorts,
  decision: Decision,
  review: AdrReview,
  snapshot: Snapshot,
  merge: { readonly isMerged: boolean; readonly commit: string | undefined },
): Promise<ArrivedFile | undefined> {
  const { archive } = ports;
  const found = await findRecord(ports, decision, snapshot);
  const isEarly = found?.fileName === review.proposal?.mergedAs;
  if (found && !isEarly && snapshot.files.has(found.fileName)) return found;
  const fileName =
    (await findByContent(ports, review, snapshot)) ??
    (merge.isMerged ? await findByTitle(ports, decision, snapshot) : undefined);
  if (fileName === undefined) return undefined;
  const commit = merge.commit ?? snapshot.commit ?? '';
  const path = [archive.folder, fileName].filter(Boolean).join('/');
  return { fileName, number: numberIn(fileName), path, commit, url: archive.addressOf(commit) };
}

async function findByContent(
  ports: RepositoryPorts,
  { fileName, written }: AdrReview,
  snapshot: Snapshot,
): Promise<string | undefined> {
  const { files } = snapshot;
  if (fileName !== undefined && files.has(fileName)) return fileName;
  if (written === undefined) return undefined;
  const blob = blobOf(written);
  return (await sortArchive(ports, snapshot)).adrs.find((name) => files.get(name) === blob);
}

/** Git's id of a text. */
function blobOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** An ADR that came since with the title of the record, and belongs to no other decision. */
async function findByTitle(
  { store, chat, archive }: RepositoryPorts,
  decision: Decision,
  { files }: Snapshot,
): Promise<string | undefined> {
  const title = titleOfRecord(decision);
  const titles = [title, toPlainLine(typedLine(title))];
  const adrs = await store.read.adrs.findAll(chat.teamId, archive.id);
  const alike = adrs.filter(
    (adr) => titles.includes(adr.title) && adr.decisionId === undefined && files.has(adr.fileName),
  );
  return alike.length === 1 ? alike[0]?.fileName : undefined;
}
