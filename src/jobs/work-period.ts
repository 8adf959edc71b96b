import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Log } from '../workflow/ports/ports.ts';
import { type Connections, Presence } from './presence.ts';

/** One stretch of background work, from the first job to the end, or to a break in the connection. */
export interface WorkPeriod {
  /** Resolves when no more jobs are taken, for whatever reason. */
  readonly over: Promise<unknown>;
  /** Finishes what is under way. */
  end(): Promise<void>;
}

/** How many jobs may be under way. */
interface Limits {
  readonly most: number;
  /** The workspaces whose jobs are not taken just now; undefined if there are no such limits. */
  readonly findFull: (() => string[]) | undefined;
}

/** What a worker reports once it has looked for a job. */
const looked = ['job:start', 'worker:getJob:empty', 'worker:getJob:error'] as const;

/** Lets only one worker at a time look for a job, so that the next one counts what this one has taken. */
function takeTurns<Answer>(events: WorkerEvents, ask: () => Answer): () => Promise<Answer> {
  let last: Promise<void> = Promise.resolve();
  let endTurn = () => {};
  for (const event of looked) events.on(event, () => endTurn());
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = promise;
    await before;
    endTurn = resolve;
    return ask();
  };
}

// Jobs that wait for their time are found only by polling; a card is due a second after the last one.
const pollInterval = 500;

function logThrough(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ from: 'worker' }, message);
  });
}

/**
 * Starts taking jobs, by the names that `taskList` has each time. Throws when the database can't be reached, or gives
 * us no second connection.
 */
export async function startWorking(
  pool: Connections,
  taskList: TaskList,
  log: Log,
  { most, findFull }: Limits,
): Promise<WorkPeriod> {
  const presence = await Presence.open(pool);
  if (presence.sharesSession) {
    log.info(
      {},
      'The database is reached through a pooler: statements are not prepared, and jobs are found by polling.',
    );
  }
  const declaring: GraphileConfig.Plugin = {
    name: 'DeclarePresence',
    version: '1.0.0',
    worker: { hooks: { startWorker: (_context, { worker }) => presence.declare(worker.workerPool.id) } },
  };
  const events: WorkerEvents = new EventEmitter();
  const runner = await run({
    pgPool: pool,
    taskList,
    // Don't look for a crontab file.
    parsedCronItems: [],
    concurrency: most,
    events,
    forbiddenFlags: findFull ? takeTurns(events, findFull) : null,
    pollInterval,
    noHandleSignals: true,
    logger: logThrough(log),
    preset: {
      plugins: [declaring],
      // With a delay, even of zero, a job whose end can't be recorded ends the period; without one, the job stays
      // locked.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  }).catch((error) => {
    presence.end();
    throw error;
  });
  const finished = runner.promise.catch(() => undefined);
  return {
    over: Promise.race([finished, presence.lost]),
    end: async () => {
      // A runner that stopped by itself can't be stopped again; it may still be finishing.
      await runner.stop().catch(() => finished);
      presence.end();
    },
  };
}
