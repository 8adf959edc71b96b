import { setTimeout as sleep } from 'node:timers/promises';
import { Cron } from 'croner';
import { runMigrations, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log, Ports } from '../workflow/ports/ports.ts';
import type { Connections } from './presence.ts';
import { Served } from './served.ts';
import { startWorking, type WorkPeriod } from './work-period.ts';

/** The background work of this process, for all its workspaces. */
export interface Worker {
  /**
   * Takes another workspace's jobs, once the database has it and we have looked for what an earlier process may have
   * left undone. `isAway`: Slack does not answer there just now. Throws whatever prevented that.
   */
  serve(ports: Ports, isAway?: () => boolean): Promise<void>;
  /** Takes no more jobs of a workspace, and finishes those that are under way. */
  leave(teamId: string): Promise<void>;
  /** Whether jobs are being taken, if there is a workspace to serve; false while the database is unreachable. */
  isRunning(): boolean;
  /** Finishes what is under way and stops. */
  stop(): Promise<void>;
  /** The names of the jobs that are under way. */
  busyWith(): readonly string[];
}

/** How many jobs are under way at a time: in all, and of one workspace. */
export interface Places {
  readonly all: number;
  readonly each: number;
}

/** How the background work is done. */
interface WorkerSettings {
  readonly places?: Places | undefined;
  /** When to look for what was missed: five fields of a crontab, in UTC; empty means never. */
  readonly rounds?: string | undefined;
}

const pause = 1_000;
const everyFiveMinutes = '*/5 * * * *';

/** For a process that has one workspace. */
const forOne: Places = { all: 5, each: 5 };

/** Creates the worker's own tables, which jobs are added to from the first decision on. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}

/**
 * The background work, which starts with the first workspace to serve and continues until `stop`, even when the
 * database goes away and comes back.
 */
export function openWorker(pool: Connections, log: Log, settings: WorkerSettings = {}): Worker {
  const { places = forOne, rounds = everyFiveMinutes } = settings;
  const served = new Map<string, { readonly workspace: Served; readonly isAway: () => boolean }>();
  /** The worker checks it each time it takes a job. */
  const tasks: TaskList = {};
  const stopping = new AbortController();
  const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
  let isRunning = false;
  let starting: Promise<void> | undefined;
  let working: Promise<void> | undefined;
  let looking = Promise.resolve();

  /**
   * Only so many jobs of one workspace are under way, and only one job of all workspaces whose Slack is away, so that
   * waiting for Slack there keeps no other workspace waiting.
   */
  const findFull = (): string[] => {
    const all = [...served.values()];
    const busy = ({ workspace }: (typeof all)[number]) => workspace.busyWith().length;
    const isAnyBusyAway = all.some((each) => each.isAway() && busy(each) > 0);
    return all
      .filter((each) => busy(each) >= places.each || (isAnyBusyAway && each.isAway()))
      .map(({ workspace }) => workspace.teamId);
  };

  const start = () =>
    startWorking(pool, tasks, log, { most: places.all, findFull: places.each < places.all ? findFull : undefined });
  const resume = async (): Promise<WorkPeriod | undefined> => {
    while (!stopping.signal.aborted) {
      try {
        for (const { workspace } of served.values()) await workspace.begin(pool);
        return await start();
      } catch (error) {
        log.warn({ error }, 'The background work can’t start yet.');
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  };
  const work = async (first: WorkPeriod) => {
    for (let period: WorkPeriod | undefined = first; period; period = await resume()) {
      isRunning = true;
      await Promise.race([period.over, stopped]);
      isRunning = false;
      if (!stopping.signal.aborted) log.warn({}, 'The background work was interrupted and is being restarted.');
      await period.end();
    }
  };

  const lookAround = async () => {
    for (const { workspace } of served.values()) {
      if (stopping.signal.aborted) return;
      await workspace
        .lookAround(pool)
        .catch((error) => log.warn({ error }, 'Could not look for missed work; the next round will try again.'));
    }
  };
  const timer =
    rounds === ''
      ? undefined
      : new Cron(rounds, { timezone: 'UTC', protect: true, unref: true }, () => {
          looking = lookAround();
          return looking;
        });

  return {
    serve: async (ports, isAway = () => false) => {
      const workspace = new Served(ports);
      await workspace.begin(pool);
      stopping.signal.throwIfAborted();
      served.set(workspace.teamId, { workspace, isAway });
      Object.assign(tasks, workspace.tasks);
      starting ??= start().then((period) => {
        working = work(period);
      });
      await starting.catch((error) => {
        starting = undefined;
        throw error;
      });
    },
    leave: async (teamId) => {
      const { workspace } = served.get(teamId) ?? {};
      served.delete(teamId);
      for (const name of Object.keys(workspace?.tasks ?? {})) delete tasks[name];
      await workspace?.leave();
    },
    isRunning: () => isRunning || (starting === undefined && !stopping.signal.aborted),
    busyWith: () => [...served.values()].flatMap(({ workspace }) => workspace.busyWith()),
    stop: async () => {
      timer?.stop();
      stopping.abort();
      await looking;
      await starting?.catch(() => undefined);
      await working;
    },
  };
}
