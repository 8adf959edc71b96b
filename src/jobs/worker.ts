import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations, type Task, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { catchUp } from '../workflow/follow/catch-up.ts';
import { checkPlace, type JobPlace, nameInPlace } from '../workflow/ports/job-place.ts';
import type { Jobs } from '../workflow/ports/jobs.ts';
import type { Ports } from '../workflow/ports/ports.ts';
import { type Connections, freeOrphans } from './presence.ts';
import { type Shift, startShift } from './shift.ts';
import { steps, urgencies } from './steps.ts';

/** The background work of this process. */
export interface Worker {
  /** Whether jobs are being taken up; false while the database is away. */
  isRunning(): boolean;
  /** Finishes what is under way and stops. */
  stop(): Promise<void>;
  /** The names of the jobs that are under way. */
  busyWith(): readonly string[];
}

const pause = 1_000;
const everyFiveMinutes = '*/5 * * * *';

const catchUpName = 'catch-up';

/** What a worker takes up: the jobs of its own place, by the names that they have there. */
function taskList(
  ports: Ports,
  place: JobPlace,
  round: () => Promise<void>,
  underWay: Set<{ readonly name: string }>,
): TaskList {
  const names = Object.keys(steps) as (keyof Jobs)[];
  const tasks = names.map((name) => {
    const step = steps[name] as (ports: Ports, payload: unknown, signal: AbortSignal) => Promise<void>;
    const own = { ...ports, chat: ports.chat.withUrgency(urgencies[name]) };
    const task: Task = async (payload, { abortSignal, job: { attempts, max_attempts: mostAttempts } }) => {
      const job = { name };
      underWay.add(job);
      try {
        checkPlace(name, payload as Partial<JobPlace>, place);
        await step(own, payload, abortSignal);
      } catch (error) {
        ports.metrics.count('job failed');
        if (attempts >= mostAttempts) {
          ports.metrics.count('job given up');
          ports.log.error({ job: name, payload, attempts, error }, 'A job has failed too often and is given up.');
        }
        throw error;
      } finally {
        underWay.delete(job);
      }
    };
    return [nameInPlace(name, place), task] as const;
  });
  return { ...Object.fromEntries(tasks), [nameInPlace(catchUpName, place)]: round };
}

/** Removes jobs of a workspace that were given up, or replaced while they were under way, a week after that. */
async function removeGivenUp(pool: pg.Pool, teamId: string): Promise<void> {
  await pool.query(
    `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs
     where attempts >= max_attempts and locked_at is null and run_at < now() - interval '7 days'
       and split_part(task_identifier, ':', 1) = $1`,
    [teamId],
  );
}

/** Makes the worker's own tables, which jobs are added to from the first decision on. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/**
 * Starts taking up jobs, once the database has the workspace and after a look at what an earlier process may have left
 * undone, and goes on doing so until `stop`, also when the database goes away and comes back. Looks again at the
 * `rounds`, five fields of a crontab in UTC; never when they are empty.
 */
export async function startWorker(pool: Connections, ports: Ports, rounds = everyFiveMinutes): Promise<Worker> {
  const place: JobPlace = { teamId: ports.chat.teamId, archive: ports.repositories.first.archive.id };
  const underWay = new Set<{ readonly name: string }>();
  const round = async () => {
    await freeOrphans(pool, place.teamId, Object.keys(steps));
    await removeGivenUp(pool, place.teamId);
    await ports.store.transaction((records) => records.jobs.adopt());
    await catchUp(ports);
  };
  const tasks = taskList(ports, place, round, underWay);
  const begin = async (): Promise<Shift> => {
    const others = await ports.store.claim();
    if (others.length > 0) {
      ports.log.info({ teamId: place.teamId, others }, 'The database has another workspace from now on.');
    }
    await round();
    return startShift(pool, tasks, ports.log, rounds && `${rounds} ${nameInPlace(catchUpName, place)}`);
  };

  const stopping = new AbortController();
  const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  let shift: Shift | undefined;
  let isRunning = false;

  const work = async () => {
    while (shift) {
      isRunning = true;
      await Promise.race([shift.over, stopped]);
      isRunning = false;
      if (!stopping.signal.aborted) ports.log.warn({}, 'The background work broke off and is started again.');
      await shift.end();
      shift = await resume();
    }
  };
  const resume = async (): Promise<Shift | undefined> => {
    while (!stopping.signal.aborted) {
      try {
        return await begin();
      } catch (error) {
        ports.log.warn({ error }, 'The background work can’t start yet.');
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  };

  shift = await begin();
  const working = work();
  return {
    isRunning: () => isRunning,
    busyWith: () => [...underWay].map(({ name }) => name),
    stop: async () => {
      stopping.abort();
      await working;
    },
  };
}
