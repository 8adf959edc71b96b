import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** Where the processor time of a process stands, in clock ticks, behind its name (proc(5): /proc/pid/stat). */
const places = { parent: 1, user: 11, system: 12, endedChildrenUser: 13, endedChildrenSystem: 14 };

async function fieldsOf(pid: string): Promise<number[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/**
 * Processor time in microseconds that a PostgreSQL has used so far: of the process that started it all, of those that
 * it has now, and of those that have ended. Undefined where there is no /proc.
 */
export async function readPostgresProcessor(postmaster: number): Promise<number | undefined> {
  const pids = await readdir('/proc').catch(() => []);
  if (pids.length === 0) return undefined;
  const ticksPerSecond = Number((await run('getconf', ['CLK_TCK'])).stdout);
  let ticks = 0;
  for (const pid of pids.filter((name) => /^\d+$/.test(name))) {
    const fields = await fieldsOf(pid);
    const at = (place: number) => fields?.[place] ?? 0;
    if (Number(pid) === postmaster) {
      ticks += at(places.user) + at(places.system) + at(places.endedChildrenUser) + at(places.endedChildrenSystem);
    } else if (at(places.parent) === postmaster) ticks += at(places.user) + at(places.system);
  }
  return (ticks * 1_000_000) / ticksPerSecond;
}

/** How often PostgreSQL has synced its log to disk so far, and the milliseconds that took. */
export interface Syncs {
  readonly count: number;
  readonly milliseconds: number;
}

async function askOnce<Row extends pg.QueryResultRow>(server: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<Row>(text).finally(() => client.end());
  return rows;
}

/** Has PostgreSQL time its syncs from now on, for `readSyncs`. */
export async function timeSyncs(server: string): Promise<void> {
  await askOnce(server, 'alter system set track_wal_io_timing = on');
  await askOnce(server, 'select pg_reload_conf()');
}

/** All syncs of PostgreSQL's log so far (PostgreSQL 18: pg_stat_io). The last second of them may be missing. */
export async function readSyncs(server: string): Promise<Syncs> {
  const [row] = await askOnce<Syncs>(
    server,
    `select coalesce(sum(fsyncs), 0)::float as count, coalesce(sum(fsync_time), 0)::float as milliseconds
    from pg_stat_io where object = 'wal'`,
  );
  return row ?? { count: 0, milliseconds: 0 };
}

/** The milliseconds that a sync took on average between two readings; undefined where there was none. */
export function meanSync(before: Syncs | undefined, after: Syncs | undefined): number | undefined {
  if (before === undefined || after === undefined || after.count === before.count) return undefined;
  return (after.milliseconds - before.milliseconds) / (after.count - before.count);
}
