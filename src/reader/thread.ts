import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Order, Tasks } from './tasks.ts';

/** A thread for reading. It starts with the first task, ends after some time without one, and starts again. */
export interface Thread {
  /** Rejects if the thread breaks for any reason. */
  do<Name extends keyof Tasks>(order: Order<Name>): Promise<Tasks[Name]['answer']>;
  /** Ends the thread. Its current task is rejected. */
  stop(): Promise<void>;
}

/** A caller that waits for an answer. */
interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A running thread. */
interface Running {
  readonly worker: Worker;
  /** The callers, in order. The thread answers questions in order. */
  readonly waiting: Waiting[];
}

/** How long a thread may be idle before it ends and frees its memory, in milliseconds. */
const patience = 10_000;

/**
 * Enough for a megabyte of prose. Without limits, Node lets a thread grow while there is memory: when reading 6,000
 * ADRs, the process used 490 MB with two threads, and 270 MB with these limits in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };

/**
 * V8 puts what lived long in the first files of a thread straight into the old generation, from then on for every file.
 * Trees live as long as one file, so a thread that began so spent half of its time on collecting them.
 */
const keepTreesYoung = '--no-allocation-site-pretenuring';

/** Makes a thread that runs the module, which answers each task with one message. */
export function openThread(module: URL): Thread {
  let running: Running | undefined;
  let goodNight: NodeJS.Timeout | undefined;

  function start(): Running {
    setFlagsFromString(keepTreesYoung);
    // Without our environment, which has secrets, because reading needs none.
    const worker = new Worker(module, { env: {}, resourceLimits });
    const started: Running = { worker, waiting: [] };
    const fail = (error: Error) => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.splice(0)) reject(error);
    };
    worker.on('message', (answer: unknown) => {
      started.waiting.shift()?.resolve(answer);
      if (started.waiting.length === 0) rest(worker);
    });
    worker.on('messageerror', fail);
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`A thread ended with status ${code}.`)));
    return started;
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
    await last?.worker.terminate();
  }

  return {
    do<Name extends keyof Tasks>(order: Order<Name>) {
      clearTimeout(goodNight);
      running ??= start();
      const { waiting, worker } = running;
      return new Promise<Tasks[Name]['answer']>((resolve, reject) => {
        waiting.push({ resolve: (answer) => resolve(answer as Tasks[Name]['answer']), reject });
        worker.ref();
        worker.postMessage(order);
      });
    },

    stop: end,
  };
}
