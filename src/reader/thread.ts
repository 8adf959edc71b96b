import { Worker } from 'node:worker_threads';
import type { Order, Tasks } from './tasks.ts';

/** A thread that reads: it starts with the first task, ends after a time without, and starts again. */
export interface Thread {
  /** Rejects when the thread breaks, whatever breaks it. */
  do<Name extends keyof Tasks>(order: Order<Name>): Promise<Tasks[Name]['answer']>;
  /** Ends the thread; what it is at is rejected. */
  stop(): Promise<void>;
}

/** Who waits for an answer. */
interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that was started and has not ended. */
interface Running {
  readonly worker: Worker;
  /** The thread answers in the order of the questions. */
  readonly waiting: Waiting[];
}

/** Milliseconds without work after which a thread ends, and its memory with it. */
const patience = 10_000;

/**
 * Enough for a megabyte of prose. Left to itself, Node lets a thread grow for as long as there is memory: reading 6,000
 * ADRs, the process had 490 MB with two threads, and 270 MB with these limits, in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };

/** Gives a thread that runs the module, which answers each order with one message. */
export function openThread(module: URL): Thread {
  let running: Running | undefined;
  let goodNight: NodeJS.Timeout | undefined;

  function start(): Running {
    // Without our environment: it holds secrets, and reading needs none.
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

  /** A thread without work keeps nobody from ending the process. */
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
