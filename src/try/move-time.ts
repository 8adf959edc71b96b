import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import pg from 'pg';

/** Where the jobs are kept. */
type Database = Pick<pg.Pool, 'query'>;

/** How long to wait for jobs, in milliseconds; one that hangs keeps the time from moving no longer. */
const patience = 1_000;

/** The longest step in which time passes, in milliseconds: short enough for everything to come in its order. */
const step = 3 * 60 * 60 * 1_000;

/**
 * Moves the time of a local Slack, which is also that of its Gavel, at once; jobs that are due by then are due now.
 * Resolves when Gavel is connected again.
 */
export async function moveTime(slack: LocalSlack, database: Database, milliseconds: number): Promise<void> {
  // A job under way could schedule the next one by the time before, just after the time has moved, which would then be
  // as far off as ever.
  await untilNone(database, 'locked_at is not null');
  const wasReachable = slack.isAppReachable();
  slack.clock.advance(milliseconds);
  await database.query(
    `select graphile_worker.reschedule_jobs(array[id], run_at := run_at - $1 * interval '1 millisecond')
     from graphile_worker.jobs where locked_at is null`,
    [milliseconds],
  );
  await database.query(`notify "jobs:insert", '{"r":"1","count":1}'`);
  // Slack ends a connection after some hours, and these hours have passed in no time.
  if (wasReachable) await slack.until(() => slack.isAppReachable(), 'Gavel to be connected again');
}

/** Lets time pass in steps, each of which waits for the work that has become due. */
async function passTime(slack: LocalSlack, database: Database, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= step) {
    if (slack.isAppReachable()) {
      // Otherwise the connection would break when its hours are over in no time.
      slack.refreshSockets();
      await slack.until(() => slack.isAppReachable(), 'Gavel to be connected again');
    }
    await moveTime(slack, database, Math.min(left, step));
    await untilNone(database, 'locked_at is not null or (run_at <= now() and attempts = 0)');
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

async function untilNone(database: Database, condition: string): Promise<void> {
  const over = performance.now() + patience;
  const isAny = async () =>
    (await database.query(`select from graphile_worker.jobs where ${condition} limit 1`)).rowCount;
  while ((await isAny()) && performance.now() < over) await sleep(20);
}
