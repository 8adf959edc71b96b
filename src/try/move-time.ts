import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import pg from 'pg';

/** How long to wait for work that is under way, in milliseconds; what hangs keeps the time from moving no longer. */
const patience = 1_000;

/** The longest step in which time passes, in milliseconds: short enough for everything to come in its order. */
const step = 3 * 60 * 60 * 1_000;

/** Either table is being written to. */
const lockNotAvailable = '55P03';

/** What plans work for later: jobs, and counts of votes that may close early. */
const underWay = `select from graphile_worker.jobs where locked_at is not null
  union all select from card_mark where task = 'judge' and taken_by is not null
  limit 1`;

/**
 * Moves the time of a local Slack, which is also that of its Gavel, at once; jobs that are due by then are due now.
 * Resolves when Gavel is connected again.
 */
export async function moveTime(slack: LocalSlack, database: pg.ClientBase, milliseconds: number): Promise<void> {
  const wasReachable = slack.isAppReachable();
  await moveClock(slack, database, milliseconds);
  await database.query(
    `select graphile_worker.reschedule_jobs(array[id], run_at := run_at - $1 * interval '1 millisecond')
     from graphile_worker.jobs where locked_at is null`,
    [milliseconds],
  );
  await database.query(`notify "jobs:insert", '{"r":"1","count":1}'`);
  // Slack ends a connection after some hours, and these hours have passed in no time.
  if (wasReachable) await slack.until(() => slack.isAppReachable(), 'Gavel to be connected again');
}

/**
 * Moves the clock while no work is under way and none can begin: it could add a job by the time before, just after the
 * time has moved, and this job would then be as far off as ever.
 */
async function moveClock(slack: LocalSlack, database: pg.ClientBase, milliseconds: number): Promise<void> {
  const over = performance.now() + patience;
  while (performance.now() < over) {
    await database.query('begin');
    try {
      // Without waiting for either lock: whoever is writing may need the other one.
      await database.query('lock table graphile_worker._private_jobs, card_mark in exclusive mode nowait');
      const { rowCount } = await database.query(underWay);
      if (rowCount === 0) return void slack.clock.advance(milliseconds);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === lockNotAvailable)) throw error;
    } finally {
      await database.query('rollback');
    }
    await sleep(20);
  }
  slack.clock.advance(milliseconds);
}

/** Lets time pass in steps, each of which waits for the work that has become due. */
async function passTime(slack: LocalSlack, database: pg.ClientBase, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= step) {
    if (slack.isAppReachable()) {
      // Otherwise the connection would break when its hours are over in no time.
      slack.refreshSockets();
      await slack.until(() => slack.isAppReachable(), 'Gavel to be connected again');
    }
    await moveTime(slack, database, Math.min(left, step));
    await untilNoneIsDue(database);
  }
}

/** Lets people who try Gavel see what comes later; for a database whose Gavel goes by the time of this Slack. */
export function offerTime(slack: LocalSlack, databaseUrl: string): void {
  slack.offerTime(async (milliseconds) => {
    const client = new pg.Client(databaseUrl);
    // The query that was under way fails, and says so.
    client.on('error', () => undefined);
    await client.connect();
    await passTime(slack, client, milliseconds).finally(() => client.end());
  });
}

async function untilNoneIsDue(database: pg.ClientBase): Promise<void> {
  const over = performance.now() + patience;
  const due = `select from graphile_worker.jobs
    where locked_at is not null or (run_at <= now() and attempts = 0) limit 1`;
  while ((await database.query(due)).rowCount && performance.now() < over) await sleep(20);
}
