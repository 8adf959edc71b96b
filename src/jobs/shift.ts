import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker';
import type { Log } from '../workflow/ports/ports.ts';
import { type Connections, Presence } from './presence.ts';

/** One stretch of background work, from the first job taken up to the end, or to a break in the connection. */
export interface Shift {
  /** Resolves when no more jobs are taken up, for whatever reason. */
  readonly over: Promise<unknown>;
  /** Finishes what is under way. */
  end(): Promise<void>;
}

// Jobs that wait for their time are found by polling only; a card is due a second after the last one.
const pollInterval = 500;

function logThrough(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ from: 'worker' }, message);
  });
}

/**
 * Starts to take up jobs of these names, and adds those that `rounds` asks for, a line of a crontab or nothing. Throws
 * when the database can't be reached.
 */
export async function startShift(pool: Connections, taskList: TaskList, log: Log, rounds: string): Promise<Shift> {
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
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCrontab(rounds),
    concurrency: 5,
    pollInterval,
    noHandleSignals: true,
    logger: logThrough(log),
    preset: {
      plugins: [declaring],
      // With a delay, even none, a job whose end can't be written down ends the shift; without, it stays locked.
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
