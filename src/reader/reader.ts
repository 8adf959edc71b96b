import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type AdrEntry, readEntry } from '../adr/entry.ts';
import type { ArchiveFile } from '../adr/style/learn-style.ts';
import type { Reader } from '../workflow/ports.ts';
import { openThread, type Thread } from './thread.ts';

/** A reader that may have threads running. */
export interface ThreadedReader extends Reader {
  /** Ends the threads. What they were reading is read without them. */
  stop(): Promise<void>;
}

/** What the threads are; the defaults are right outside tests. */
export interface ThreadSettings {
  /** The module that a thread runs. */
  readonly module?: URL;
  /** Milliseconds after which a thread that is still at one part is given up. */
  readonly patience?: number;
  /** Hears why a thread broke. Its files are read all the same. */
  readonly onTrouble?: (error: unknown) => void;
}

/** UTF-16 units that are read in one go, about 30 ms' worth; only for more of them are threads of use. */
const partLength = 32_768;

/** Far more than any ADR takes; some texts that nobody writes take time with their square. */
const usualPatience = 60_000;

/** More threads than this bring little: what git and PostgreSQL have to do for each file stays on one. */
const mostThreads = 4;

/** Opens the reader of ADRs. Threads start when there is much to read, and end when there is nothing more. */
export function openReader(settings: ThreadSettings = {}): ThreadedReader {
  const { module = new URL('./entry-thread.ts', import.meta.url), patience = usualPatience } = settings;
  const count = Math.min(availableParallelism(), mostThreads);
  const threads = Array.from({ length: count }, () => openThread(module));

  async function readWith(thread: Thread, part: readonly ArchiveFile[]): Promise<AdrEntry[]> {
    const giveUp = setTimeout(() => thread.stop(), patience);
    try {
      return await thread.read(part);
    } catch (error) {
      settings.onTrouble?.(error);
      // What broke a thread must not break the whole process: of a long file, the beginning tells what an index needs.
      return readHere(part.map(({ name, text }) => ({ name, text: text.slice(0, partLength) })));
    } finally {
      clearTimeout(giveUp);
    }
  }

  return {
    async readEntries(files) {
      const plain = files.map(({ name, text }) => ({ name, text }));
      if (plain.reduce((sum, { text }) => sum + text.length, 0) <= partLength) return readHere(plain);
      const parts = partsOf(plain);
      const entries: AdrEntry[][] = [];
      // Each thread takes the next part from the same iterator as soon as it is free.
      const next = parts.entries();
      const takeParts = async (thread: Thread) => {
        for (const [index, part] of next) entries[index] = await readWith(thread, part);
      };
      await Promise.all(threads.slice(0, parts.length).map(takeParts));
      return entries.flat();
    },

    async stop() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

/** Reads on this thread, and lets others have their turn in between. */
async function readHere(files: readonly ArchiveFile[]): Promise<AdrEntry[]> {
  const entries: AdrEntry[] = [];
  for (const { name, text } of files) {
    entries.push(readEntry(text, name));
    await setImmediate();
  }
  return entries;
}

/** Cuts files into parts of about the same length, in their order. */
function partsOf(files: readonly ArchiveFile[]): ArchiveFile[][] {
  const parts: ArchiveFile[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (length + file.text.length > partLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(file);
    length += file.text.length;
  }
  return parts;
}
