import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { openDatabase, openPool } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Database } from '../db/schema.ts';
import { type GitArchive, openArchive } from './archive/archive.ts';
import type { ArchiveConfig, SlackConnection } from './config.ts';
import { type CardLoop, startCardLoop } from './jobs/card-loop.ts';
import { migrateJobs, startWorker, type Worker } from './jobs/worker.ts';
import { slackLogger } from './log.ts';
import { openMetrics } from './metrics.ts';
import { openReader } from './reader/reader.ts';
import { connectSlack } from './slack/app.ts';
import { healthRoutes } from './slack/health.ts';
import { openStore } from './store/store.ts';
import { ArchiveError } from './workflow/archive-error.ts';
import { catchUp } from './workflow/catch-up.ts';
import type { Ports, Settings } from './workflow/ports.ts';

/** What a running Gavel is made of: everything is settled, nothing is optional any more. */
export interface Parts {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly archive: ArchiveConfig;
  readonly dataFolder: string;
  readonly port: number;
  readonly settings: Settings;
  readonly log: Logger;
  readonly now: () => Date;
  /** How long to wait at the start for a database that is still starting itself; half a minute unless told otherwise. */
  readonly databasePatience?: Patience;
  /** When to look for what was missed: five fields of a crontab, or nothing for never. Every five minutes unless told otherwise. */
  readonly rounds?: string;
}

/** How often to try, and how many milliseconds to wait in between. */
interface Patience {
  readonly attempts: number;
  readonly pause: number;
}

type Stoppable = Pick<Gavel, 'stop'>;

/** A running Gavel. */
export interface Gavel {
  /** Where HTTP requests from Slack and health checks are answered. */
  readonly port: number;
  /** Finishes what is under way, in order, and lets go of everything. */
  stop(): Promise<void>;
}

const usualPatience: Patience = { attempts: 30, pause: 1_000 };

/** Database, then archive, then Slack, then jobs; each is there before the next one needs it. */
export async function startGavel(parts: Parts): Promise<Gavel> {
  const { log } = parts;
  const pool = openPool(parts.databaseUrl, (error) =>
    log.warn({ error: error.message }, 'A connection to the database broke.'),
  );
  const db = openDatabase(pool);
  let worker: Worker | undefined;
  let cards: CardLoop | undefined;
  try {
    await waitForDatabase(db, parts);
    await migrate(db);
    await migrateJobs(pool);

    const archive = openArchive({ ...parts.archive, cacheFolder: join(parts.dataFolder, 'archive') });
    await checkArchive(archive, log);

    const reader = openReader({
      onTrouble: (error) => log.warn({ error }, 'A thread that reads ADRs broke; its files are read without it.'),
    });
    const { ports, slack } = await connect(parts, db, { archive, reader }, () => worker?.isRunning() ?? false);
    worker = await startWorker(pool, ports, parts.rounds);
    cards = startCardLoop(ports);
    const port = await slack.listen(ports);
    return { port, stop: () => stopAll([slack, cards, worker, reader], pool) };
  } catch (error) {
    await cards?.stop();
    await worker?.stop();
    await pool.end();
    throw error;
  }

  async function stopAll(parts: readonly (Stoppable | undefined)[], pool: pg.Pool): Promise<void> {
    // First nothing new comes in, then what is under way ends, then the connections close.
    for (const part of parts) await part?.stop();
    await pool.end();
  }
}

async function connect(
  parts: Parts,
  db: Kysely<Database>,
  rooms: Pick<Ports, 'archive' | 'reader'>,
  isWorking: () => boolean,
) {
  const { log, now, settings } = parts;
  const store = openStore(db, now);
  const metrics = openMetrics();
  let ports: Ports | undefined;
  const lookAround = () => {
    if (ports)
      catchUp(ports).catch((error) => log.warn({ error }, 'Could not look for what was missed; the next round will.'));
  };
  const slack = await connectSlack({
    slack: parts.slack,
    port: parts.port,
    logger: slackLogger(log),
    log,
    now,
    onGap: () => {
      metrics.count('socket gap');
      lookAround();
    },
    routes: [
      ...metrics.routes,
      ...healthRoutes({
        database: () => sql`select 1`.execute(db).then(() => true),
        worker: isWorking,
        slack: () => slack.isOpen(),
      }),
    ],
  });
  ports = { store, chat: slack.chat, sight: slack.sight, ...rooms, now, log, metrics, settings };
  return { ports, slack };
}

/** A repository that is away for now keeps nobody from deciding: publishing waits for it. Throws what else is wrong. */
async function checkArchive(archive: Pick<GitArchive, 'check'>, log: Logger): Promise<void> {
  const note = await archive.check().catch((error) => {
    if (!(error instanceof ArchiveError) || error.reason !== 'unreachable') throw error;
    log.warn({ reason: error.message }, 'The repository can’t be reached yet; decisions are published when it is.');
    return undefined;
  });
  if (note !== undefined) log.warn({}, note);
}

async function waitForDatabase(db: Kysely<Database>, { log, databasePatience = usualPatience }: Parts): Promise<void> {
  const { attempts, pause } = databasePatience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (cause) {
      const reason =
        cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
      if (attempt === attempts) {
        throw new Error(
          `The database can’t be reached: ${reason}. Check DATABASE_URL, and that PostgreSQL is running and lets Gavel in.`,
          { cause },
        );
      }
      log.warn({ attempt, reason }, 'The database can’t be reached yet; trying again.');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
