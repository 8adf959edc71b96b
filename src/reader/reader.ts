import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import { leaveStyle } from '@gavel/adr/style/override-style.ts';
import { longestSettings, type SettingsFault } from '@gavel/adr/style/settings-file.ts';
import { type ArchiveRules, refuseRules } from '../record/archive-rules.ts';
import type { Reader } from '../workflow/ports/reader.ts';
import { doTask, type Order, type Tasks } from './tasks.ts';
import { openThread, type Thread } from './thread.ts';

/** A reader that may have threads running. */
export interface ThreadedReader extends Reader {
  /** Ends the threads. What they were reading is read without them. */
  stop(): Promise<void>;
}

/** What the threads are; the defaults are right outside tests. */
export interface ThreadSettings {
  /** The module that threads run. */
  readonly module?: URL;
  /** Milliseconds after which a thread that is still at one part is given up. */
  readonly patience?: number;
  /** Hears why a thread broke. Its files are read all the same. */
  readonly onTrouble?: (error: unknown) => void;
}

/** UTF-16 units that are read in one go, about 30 ms' worth; only for more of them are threads of use. */
const partLength = 32_768;

/** How much is written in one go, in UTF-16 units. What is written is read again to be sure of it. */
const writtenLength = partLength / 4;

/** YAML takes ten times as long as Markdown. A `.gavel.yml` that says what a team wants is shorter. */
const settingsLength = 1_000;

/** Whether it takes a while to read a `.gavel.yml`. One that is too long is not read. */
function isLongSettings({ length }: string): boolean {
  return length > settingsLength && length <= longestSettings;
}

/** How many different `.gavel.yml` are remembered. */
const mostRemembered = 20;

/** What is said of a `.gavel.yml` on which a thread broke. */
const unread: readonly SettingsFault[] = [{ line: 1, reason: { kind: 'too slow' } }];

/** Far more than any ADR takes. */
const usualPatience = 60_000;

/** More threads than this bring little: what git and PostgreSQL have to do for each file stays on one. */
const mostThreads = 4;

/** Tasks that can be done file by file. */
type TaskOnEach = 'readEntries' | 'examineFiles';

/** Opens the reader of ADRs. Threads start when there is much to read, and end when there is nothing more. */
export function openReader(settings: ThreadSettings = {}): ThreadedReader {
  const { module = new URL('./reading-thread.ts', import.meta.url), patience = usualPatience } = settings;
  const count = Math.min(availableParallelism(), mostThreads);
  const threads = Array.from({ length: count }, () => openThread(module));
  // What one person waits for does not stand behind an archive of thousands.
  const quickThread = openThread(module);

  /** Undefined when the thread broke, or took too long. */
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

  /** On a thread when it may take long, here otherwise, and when the thread broke. */
  async function doOne<Name extends keyof Tasks>(
    order: Order<Name>,
    isLong: boolean,
    lastResort = () => doTask(order),
  ): Promise<Tasks[Name]['answer']> {
    if (!isLong) return doTask(order);
    return (await tryOn(quickThread, order)) ?? lastResort();
  }

  const remembered = new Map<string, Promise<ArchiveRules>>();

  /** Each command that has to do with rules asks for them, and the text hardly ever changes. */
  function readRules(yaml: string): Promise<ArchiveRules> {
    // Of a text that is too long, no more is looked at.
    const text = yaml.slice(0, longestSettings + 1);
    const rules =
      remembered.get(text) ??
      doOne({ name: 'readRules', question: text }, isLongSettings(text), () => refuseRules(unread));
    // A Map is in the order in which its keys were put there: the first is the one that was used the longest ago.
    remembered.delete(text);
    remembered.set(text, rules);
    if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
    return rules;
  }

  /** On all threads, part by part. `lastResort`: what is done of a part at which a thread broke. */
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
      // What broke a thread must not break the whole process: of a long file, the beginning tells what an index needs.
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

    readRules,

    applySettings: (style, yaml) =>
      doOne({ name: 'applySettings', question: { style, yaml } }, isLongSettings(yaml), () => ({
        ...leaveStyle(style, unread),
        ruleDoubts: [],
      })),

    async stop() {
      await Promise.all([...threads, quickThread].map((thread) => thread.stop()));
    },
  };
}

/** Does a task file by file on this thread, and lets others have their turn in between. */
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
