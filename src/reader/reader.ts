import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { type AdrEntry, readEntry } from '../adr/entry.ts';
import { type ReadDraft, readDraft } from '../adr/read-draft.ts';
import type { ArchiveFile } from '../adr/style/learn-style.ts';
import type { Reader } from '../workflow/ports/reader.ts';
import { openThread, type Thread } from './thread.ts';

/** A reader that may have threads running. */
export interface ThreadedReader extends Reader {
  /** Ends the threads. What they were reading is read without them. */
  stop(): Promise<void>;
}

/** What the threads are; the defaults are right outside tests. */
export interface ThreadSettings {
  /** The modules that threads run: for entries, and for drafts. */
  readonly module?: URL;
  readonly draftModule?: URL;
  /** Milliseconds after which a thread that is still at one part is given up. */
  readonly patience?: number;
  /** Hears why a thread broke. Its files are read all the same. */
  readonly onTrouble?: (error: unknown) => void;
}

/** UTF-16 units that are read in one go, about 30 ms' worth; only for more of them are threads of use. */
const partLength = 32_768;

/** Far more than any ADR takes. */
const usualPatience = 60_000;

/** More threads than this bring little: what git and PostgreSQL have to do for each file stays on one. */
const mostThreads = 4;

type EntryThread = Thread<readonly ArchiveFile[], AdrEntry[]>;

/** Opens the reader of ADRs. Threads start when there is much to read, and end when there is nothing more. */
export function openReader(settings: ThreadSettings = {}): ThreadedReader {
  const {
    module = new URL('./entry-thread.ts', import.meta.url),
    draftModule = new URL('./draft-thread.ts', import.meta.url),
    patience = usualPatience,
  } = settings;
  const count = Math.min(availableParallelism(), mostThreads);
  const threads = Array.from({ length: count }, () => openThread<readonly ArchiveFile[], AdrEntry[]>(module));
  const draftThread = openThread<string, ReadDraft>(draftModule);

  /** Undefined when the thread broke, or took too long. */
  async function readWith<Question, Answer>(
    thread: Thread<Question, Answer>,
    question: Question,
  ): Promise<Answer | undefined> {
    const giveUp = setTimeout(() => thread.stop(), patience);
    try {
      return await thread.read(question);
    } catch (error) {
      settings.onTrouble?.(error);
      return undefined;
    } finally {
      clearTimeout(giveUp);
    }
  }

  async function readPart(thread: EntryThread, part: readonly ArchiveFile[]): Promise<AdrEntry[]> {
    // What broke a thread must not break the whole process: of a long file, the beginning tells what an index needs.
    const beginnings = () => readHere(part.map(({ name, text }) => ({ name, text: text.slice(0, partLength) })));
    return (await readWith(thread, part)) ?? beginnings();
  }

  return {
    async readEntries(files) {
      const plain = files.map(({ name, text }) => ({ name, text }));
      if (plain.reduce((sum, { text }) => sum + text.length, 0) <= partLength) return readHere(plain);
      const parts = partsOf(plain);
      const entries: AdrEntry[][] = [];
      // Each thread takes the next part from the same iterator as soon as it is free.
      const next = parts.entries();
      const takeParts = async (thread: EntryThread) => {
        for (const [index, part] of next) entries[index] = await readPart(thread, part);
      };
      await Promise.all(threads.slice(0, parts.length).map(takeParts));
      return entries.flat();
    },

    async readDraft(markdown) {
      if (markdown.length <= partLength) return readDraft(markdown);
      return (await readWith(draftThread, markdown)) ?? readDraft(markdown);
    },

    async stop() {
      await Promise.all([...threads, draftThread].map((thread) => thread.stop()));
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
