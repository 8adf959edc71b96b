import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import { longestSettings, type SettingsFault } from '@gavel/adr/style/settings-file.ts';
import { takeTurns } from '../process/in-turn.ts';
import { type ArchiveRules, refuseRules } from '../record/archive-rules.ts';
import { leaveSettings } from '../record/archive-style.ts';
import type { Reader } from '../workflow/ports/archive/reader.ts';
import { doTask, type Order, type Tasks } from './tasks.ts';
import { openThread, type Thread } from './thread.ts';

/** A reader that may run threads. */
export interface ThreadedReader extends Reader {
  /** Ends the threads. Their unfinished work is done without them. */
  stop(): Promise<void>;
}

/** The settings of the threads. Only tests need other values than the defaults. */
export interface ThreadSettings {
  /** The module that threads run. */
  readonly module?: URL;
  /** How long a thread may take for one part, in milliseconds, before it is given up. */
  readonly patience?: number;
  /** Called with the reason if a thread breaks. Its files are still read. */
  readonly onTrouble?: (error: unknown) => void;
}

/** How much is read at once, in UTF-16 units: about 30 ms of work. Threads are only useful for more. */
const partLength = 32_768;

/** How much a thread reads at once, in UTF-16 units: so little that all threads finish at about the same time. */
const sentLength = partLength / 2;

/** How much is written at once, in UTF-16 units. It is read again to check it. */
const writtenLength = partLength / 4;

/** How much a review may tell at once, in UTF-16 units. Each of its parts is read again by itself. */
const reviewedLength = writtenLength / 4;

/**
 * How much YAML is read at once, in UTF-16 units. It takes ten times as long as Markdown. A real `.gavel.yml` is
 * shorter.
 */
const settingsLength = 1_000;

/** Whether reading a `.gavel.yml` takes long. A file that is too long is not read. */
function isLongSettings({ length }: string): boolean {
  return length > settingsLength && length <= longestSettings;
}

/** How many different `.gavel.yml` files are cached. */
const mostRemembered = 20;

/** The fault of a `.gavel.yml` on which a thread broke. */
const unread: readonly SettingsFault[] = [{ line: 1, reason: { kind: 'too slow' } }];

/** Far more time than any ADR needs. */
const usualPatience = 60_000;

/** More threads than this gain little, because the work of git and PostgreSQL for each file stays on one thread. */
const mostThreads = 4;

/** Tasks that can be done file by file. */
type TaskOnEach = 'readEntries' | 'examineFiles';

/** Opens the reader of ADRs. Threads start when there is much to read, and end when there is nothing left. */
export function openReader(settings: ThreadSettings = {}): ThreadedReader {
  const { module = new URL('./reading-thread.ts', import.meta.url), patience = usualPatience } = settings;
  const count = Math.min(availableParallelism(), mostThreads);
  const inTurn = takeTurns();
  const threads = Array.from({ length: count }, () => openThread(module, inTurn));
  // A single person does not have to wait for an archive of thousands of ADRs.
  const quickThread = openThread(module, inTurn);

  /** Undefined if the thread broke or took too long. */
  async function tryOn<Name extends keyof Tasks>(
    thread: Thread,
    order: Order<Name>,
  ): Promise<Tasks[Name]['answer'] | undefined> {
    const giveUp = setTimeout(() => thread.stop(), patience);
    try {
      return await thread.do(order);
    } catch (error) {
      settings.onTrouble?.(error);
      return undefined;
    } finally {
      clearTimeout(giveUp);
    }
  }

  /** Uses a thread if it may take long. Works without one otherwise, and if the thread broke. */
  async function doOne<Name extends keyof Tasks>(
    order: Order<Name>,
    isLong: boolean,
    lastResort = () => doTask(order),
  ): Promise<Tasks[Name]['answer']> {
    if (!isLong) return doTask(order);
    // One that has started needs neither the time nor the memory of another one.
    const thread = threads.find(({ isIdle }) => isIdle) ?? quickThread;
    return (await tryOn(thread, order)) ?? lastResort();
  }

  const remembered = new Map<string, Promise<ArchiveRules>>();

  /** Cached, because every command about rules asks for them, and the text hardly ever changes. */
  function readRules(yaml: string): Promise<ArchiveRules> {
    // Nothing more of a text that is too long is read.
    const text = yaml.slice(0, longestSettings + 1);
    const rules =
      remembered.get(text) ??
      doOne({ name: 'readRules', question: text }, isLongSettings(text), () => refuseRules(unread));
    // A Map keeps the order of insertion, so the first key is the least recently used one.
    remembered.delete(text);
    remembered.set(text, rules);
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
    return rules;
  }

  /** Uses all threads, part by part. `lastResort` handles a part on which a thread broke. */
  async function doEach<Name extends TaskOnEach>(
    name: Name,
    all: readonly ArchiveFile[],
    lastResort = (part: readonly ArchiveFile[]) => part,
  ): Promise<Tasks[Name]['answer'][]> {
    const files = all.map(({ name, text }) => ({ name, text }));
    if (lengthOf(files) <= partLength) return doHere(name, files);
    const parts = partsOf(files);
    const answers: Tasks[Name]['answer'][][] = [];
    // Each thread takes the next part from the same iterator as soon as it is free.
    const next = parts.entries();
    const takeParts = async (thread: Thread) => {
      for (const [index, part] of next) {
        const answer = await tryOn(thread, { name, question: part });
        answers[index] = answer === undefined ? await doHere(name, lastResort(part)) : [answer];
      }
    };
    await Promise.all(threads.slice(0, parts.length).map(takeParts));
    return answers.flat();
  }

  return {
    async readEntries(files) {
      // A file that broke a thread must not break the whole process. The beginning of a long file is enough for an
      // index.
      const entries = await doEach('readEntries', files, (part) =>
        part.map(({ name, text }) => ({ name, text: text.slice(0, partLength) })),
      );
      return entries.flat();
    },

    examineFiles: async (files) => (await doEach('examineFiles', files)).flat(),

    learnStyle: (files) => doOne({ name: 'learnStyle', question: files }, lengthOf(files) > partLength),

    readDraft: (markdown) => doOne({ name: 'readDraft', question: markdown }, markdown.length > partLength),

    writeRecord: (record, style, number) =>
      doOne(
        { name: 'writeRecord', question: { record, style, number } },
        JSON.stringify(record).length > writtenLength,
      ),

    writeReview: (record, facts) =>
      doOne({ name: 'writeReview', question: { record, facts } }, JSON.stringify(record).length > reviewedLength),

    readRules,

    applySettings: (style, yaml) =>
      doOne({ name: 'applySettings', question: { style, yaml } }, isLongSettings(yaml), () =>
        leaveSettings(style, unread),
      ),

    async stop() {
      await Promise.all([...threads, quickThread].map((thread) => thread.stop()));
    },
  };
}

/** Does a task file by file on this thread, and yields to other work in between. */
async function doHere<Name extends TaskOnEach>(
  name: Name,
  files: readonly ArchiveFile[],
): Promise<Tasks[Name]['answer'][]> {
  const answers: Tasks[Name]['answer'][] = [];
  for (const file of files) {
    answers.push(doTask({ name, question: [file] }));
    await setImmediate();
  }
  return answers;
}

function lengthOf(files: readonly ArchiveFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** Splits files into parts of about the same length, in order. */
function partsOf(files: readonly ArchiveFile[]): ArchiveFile[][] {
  const parts: ArchiveFile[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (length + file.text.length > sentLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(file);
    length += file.text.length;
  }
  return parts;
}
