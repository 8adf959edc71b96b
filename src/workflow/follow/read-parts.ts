import { doubtsAboutName } from '@gavel/adr/doctor/file-doubts.ts';
import { type AdrEntry, type FindAdr, resolveEntry } from '@gavel/adr/read/adr-entry.ts';
import { cleanLine } from '../../decision/text.ts';
import type { AdrWriting, IndexedFile } from '../ports/archive/adr-index.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { describeFile, findPredecessor, type UnreadFile } from './compare-files.ts';

/** How many files are read, and written in one transaction, at a time. */
export const partSize = 200;

/** What is to be written of some files, and how many files that were. */
interface ReadPart {
  readonly files: number;
  readonly writings: readonly AdrWriting[];
}

/** Reads these files, part by part. Throws what git says, and when the signal does. */
export async function* readParts(
  ports: RepositoryPorts,
  snapshot: Snapshot,
  files: readonly UnreadFile[],
  reading: Reading,
  signal: AbortSignal | undefined,
): AsyncGenerator<ReadPart> {
  for (let start = 0; start < files.length; start += partSize) {
    signal?.throwIfAborted();
    const part = files.slice(start, start + partSize);
    yield { files: part.length, writings: await readPart(ports, snapshot, part, reading) };
  }
}

/** What is known about the archive while its files are read. */
interface Reading {
  readonly missing: Set<IndexedFile>;
  readonly isFirst: boolean;
  readonly find: FindAdr;
}

/**
 * Reads some files. When a missing file turns out to have become one of them, it is removed from `missing`; one that is a
 * template is added.
 */
async function readPart(
  { reader, log }: RepositoryPorts,
  snapshot: Snapshot,
  part: readonly UnreadFile[],
  { missing, isFirst, find }: Reading,
): Promise<AdrWriting[]> {
  const unread = new Map(part.map((file) => [file.name, file]));
  const writings: AdrWriting[] = [];
  for await (const texts of snapshot.readInParts([...unread.keys()])) {
    const files = [...texts].flatMap(([name, found]) => {
      const file = unread.get(name);
      if (found.tooLong)
        log.warn({ file: name, bytes: found.tooLong }, 'A file is too long for an ADR and was not read.');
      return file === undefined ? [] : [{ ...file, ...found }];
    });
    for (const [index, read] of (await reader.readEntries(files)).entries()) {
      const file = files[index];
      if (file === undefined) continue;
      if (read.isUnfilled) {
        if (file.row) missing.add(file.row);
        continue;
      }
      const entry = tidy(resolveEntry(read, file.name, find), file);
      const row = file.row ?? findPredecessor(entry, missing);
      if (row) missing.delete(row);
      writings.push(describeFile({ name: file.name, blob: file.blob, row, text: file.text }, entry, isFirst));
    }
  }
  return writings;
}

/** How many characters the index keeps. Texts that are compared with it later have to be cut the same way. */
const longest = { title: 1_000, status: 500, items: 200 } as const;

/** An entry with its texts cut to fit a line of a list, including the doubts about the file itself. */
function tidy(entry: AdrEntry, { name, isExact }: { name: string; isExact: boolean }): AdrEntry {
  return {
    ...entry,
    title: (cleanLine(entry.title) || cleanLine(name)).slice(0, longest.title),
    statusText: cleanLine(entry.statusText).slice(0, longest.status),
    deciders: entry.deciders.slice(0, longest.items).map(cleanLine),
    links: entry.links.slice(0, longest.items),
    warnings: entry.warnings + doubtsAboutName(name).length + (isExact ? 0 : 1),
  };
}
