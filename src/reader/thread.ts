import { Worker } from 'node:worker_threads';

/** A thread that reads: it starts with the first question, ends after a time without, and starts again. */
export interface Thread<Question, Answer> {
  /** Rejects when the thread breaks, whatever breaks it. */
  read(question: Question): Promise<Answer>;
  /** Ends the thread; what it is reading is rejected. */
  stop(): Promise<void>;
}

/** A thread that was started and has not ended. */
interface Running<Answer> {
  readonly worker: Worker;
  /** Who waits for an answer; the thread answers in the order of the questions. */
  readonly waiting: PromiseWithResolvers<Answer>[];
}

/** Milliseconds without work after which a thread ends, and its memory with it. */
const patience = 10_000;

/**
 * Enough for a megabyte of prose. Left to itself, Node lets a thread grow for as long as there is memory: reading 6,000
 * ADRs, the process had 490 MB with two threads, and 270 MB with these limits, in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };

/** Gives a thread that runs the module, which answers each question with one message. */
export function openThread<Question, Answer>(module: URL): Thread<Question, Answer> {
  let running: Running<Answer> | undefined;
  let goodNight: NodeJS.Timeout | undefined;

  function start(): Running<Answer> {
    // Without our environment: it holds secrets, and reading needs none.
    const worker = new Worker(module, { env: {}, resourceLimits });
    const started: Running<Answer> = { worker, waiting: [] };
    const fail = (error: Error) => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.splice(0)) reject(error);
    };
    worker.on('message', (answer: Answer) => {
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
    read(question) {
      clearTimeout(goodNight);
      running ??= start();
      const answer = Promise.withResolvers<Answer>();
      running.waiting.push(answer);
      running.worker.ref();
      running.worker.postMessage(question);
      return answer.promise;
    },

    stop: end,
  };
}
