import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { InTurn } from '../process/in-turn.ts';
import type { Order, Tasks } from './tasks.ts';

/** A thread for reading. It starts with the first task, ends after some time without one, and starts again. */
export interface Thread {
  /** Whether it has started, and has nothing to do. */
  readonly isIdle: boolean;
  /** Rejects if the thread breaks for any reason. */
  do<Name extends keyof Tasks>(order: Order<Name>): Promise<Tasks[Name]['answer']>;
  /** Ends the thread. Its current task is rejected. */
  stop(): Promise<void>;
}

/** What a thread says once its code is loaded, before any answer. */
export const loaded = 'loaded';

/** A caller that waits for an answer. */
interface Waiting {
  readonly order: Order<keyof Tasks>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that runs, or waits for its turn to start. */
interface Running {
  worker?: Worker;
  /** The callers, in order. The thread answers questions in order. */
  readonly waiting: Waiting[];
  readonly fail: (error: Error) => void;
}

/** How long a thread may be idle before it ends and frees its memory, in milliseconds. */
const patience = 10_000;

/**
 * Enough for a megabyte of prose. Without limits, Node lets a thread grow while there is memory: when reading 6,000
 * ADRs, the process used 490 MB with two threads, and 270 MB with these limits in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };

/** What V8 is told before a thread starts. It counts for the threads that start from then on. */
const flags = [
  // The sizes on Node's command line would win over a thread's own limits. The main thread has its sizes by now.
  '--max-old-space-size=0',
  '--max-semi-space-size=0',
  // V8 puts what lived long in a thread's first files straight into the old generation, from then on for every file.
  // Trees live as long as one file, so a thread that began like that spent half of its time on collecting them.
  '--no-allocation-site-pretenuring',
];

/**
 * The environment of a thread: without ours, which has secrets. Only where Node keeps compiled code is passed on (Node:
 * `NODE_COMPILE_CACHE`): with it, a thread starts in half the time.
 */
function threadEnvironment(): NodeJS.Dict<string> {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}

/**
 * Makes a thread that runs the module, which says `loaded`, and then answers each task with one message. Threads with
 * the same turns load their code one after the other: loading it, Node strips the types in WebAssembly, and V8 may end
 * the process if two threads do that at a time.
 */
export function openThread(module: URL, inTurn: InTurn): Thread {
  let running: Running | undefined;
  let goodNight: NodeJS.Timeout | undefined;

  function start(): Running {
    const waiting: Waiting[] = [];
    const fail = (error: Error) => {
      if (running === started) running = undefined;
      for (const { reject } of waiting.splice(0)) reject(error);
    };
    const started: Running = { waiting, fail };
    inTurn(() => load(started)).catch(fail);
    return started;
  }

  /** Resolves when another thread may start. */
  function load(started: Running): Promise<void> {
    const { waiting, fail } = started;
    return new Promise((resolve) => {
      if (running !== started) return resolve();
      for (const flag of flags) setFlagsFromString(flag);
      const worker = new Worker(module, { env: threadEnvironment(), resourceLimits });
      started.worker = worker;
      worker.on('message', (message: unknown) => {
        if (message === loaded) return resolve();
        waiting.shift()?.resolve(message);
        if (waiting.length === 0) rest(worker);
      });
      worker.on('messageerror', fail);
      worker.on('error', fail);
      worker.on('exit', (code) => {
        fail(new Error(`A thread ended with status ${code}.`));
        resolve();
      });
      for (const { order } of waiting) worker.postMessage(order);
    });
  }

  /** Lets the process end while the thread has no work. */
  function rest(worker: Worker): void {
    worker.unref();
    clearTimeout(goodNight);
    goodNight = setTimeout(end, patience).unref();
  }

  async function end(): Promise<void> {
    clearTimeout(goodNight);
    const last = running;
    running = undefined;
    if (last?.worker) await last.worker.terminate();
    else last?.fail(new Error('A thread was stopped before its turn to start.'));
  }

  return {
    get isIdle() {
      return running?.worker !== undefined && running.waiting.length === 0;
    },

    do<Name extends keyof Tasks>(order: Order<Name>) {
      clearTimeout(goodNight);
      running ??= start();
      const { waiting, worker } = running;
      return new Promise<Tasks[Name]['answer']>((resolve, reject) => {
        waiting.push({ order, resolve: (answer) => resolve(answer as Tasks[Name]['answer']), reject });
        worker?.ref();
        worker?.postMessage(order);
      });
    },

    stop: end,
  };
}
