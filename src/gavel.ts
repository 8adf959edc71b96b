import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { openDatabase, openPool } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Database } from '../db/schema.ts';
import manifest from '../package.json' with { type: 'json' };
import { openArchive } from './archive/archive.ts';
import { watchArchive } from './archive/watch.ts';
import type { ArchiveConfig, ListenConfig, SlackConnection } from './config.ts';
import { type Health, openHealth } from './http/health.ts';
import { openMetrics } from './http/metrics.ts';
import { type Listening, type Route, serve } from './http/server.ts';
import { startCardLoop } from './jobs/card-loop.ts';
import { migrateJobs, openWorker, type Worker } from './jobs/worker.ts';
import { type Condition, ok, worst } from './process/condition.ts';
import { slackLogger } from './process/log.ts';
import { Running } from './process/running.ts';
import { openReader } from './reader/reader.ts';
import { openSlackApp, type SlackApp } from './slack/app/app.ts';
import { type Allowances, slackAllowances } from './slack/app/budget/allowance.ts';
import { SlackHearing } from './slack/app/hearing.ts';
import { openWorkspaceSlack } from './slack/app/workspace.ts';
import { logJournal, logVotes } from './store/log-journal.ts';
import { findMarkedWorkspaces } from './store/marked.ts';
import { openStore } from './store/store.ts';
import { catchUp } from './workflow/follow/catch-up.ts';
import { ArchiveMemory } from './workflow/ports/archive-memory.ts';
import type { Ports, Settings } from './workflow/ports/ports.ts';
import { Repositories } from './workflow/ports/repositories.ts';

/** What a running Gavel is made of: everything is settled, nothing is optional any more. */
export interface Parts {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly archive: ArchiveConfig;
  readonly dataFolder: string;
  readonly listen: ListenConfig;
  readonly settings: Settings;
  readonly log: Logger;
  readonly now: () => Date;
  /** How often Slack lets us call each method; as it documents unless told otherwise. */
  readonly allowances?: Allowances;
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

/** A running Gavel. */
export interface Gavel {
  /** Where Slack's requests come in; in Socket Mode the same as `healthPort`. */
  readonly port: number;
  /** Where health checks are answered in full, and metrics; undefined when nobody asked for that in HTTP mode. */
  readonly healthPort: number | undefined;
  /** Finishes what is under way, in order, and lets go of everything. */
  stop(): Promise<void>;
}

const usualPatience: Patience = { attempts: 30, pause: 1_000 };

/**
 * Answers health checks first of all; then the database, Slack and the jobs, each there before the next one needs it.
 * The repository is looked for meanwhile. What has been started is in `running`, and stopped again if the start fails.
 */
export async function startGavel(parts: Parts, running = new Running()): Promise<Gavel> {
  try {
    return await start(parts, running);
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function start(parts: Parts, running: Running): Promise<Gavel> {
  const { log, now, settings } = parts;
  const pool = openPool(parts.databaseUrl, (error) =>
    log.warn({ error: error.message }, 'A connection to the database broke.'),
  );
  const db = openDatabase(pool);
  const metrics = openMetrics();
  const git = openArchive({ ...parts.archive, cacheFolder: join(parts.dataFolder, 'archive') });
  let ports: Ports | undefined;
  let worker: Worker | undefined;
  const lookAround = () => {
    if (ports)
      catchUp(ports).catch((error) => log.warn({ error }, 'Could not look for what was missed; the next round will.'));
  };
  const onGap = () => {
    metrics.count('socket gap');
    lookAround();
  };
  const { allowances = slackAllowances } = parts;
  const onRefused = () => metrics.count('call refused');
  const calls = { logger: slackLogger(log), log, now, allowances, onRefused };
  const app = openSlackApp({ ...calls, slack: parts.slack, onGap, language: settings.language });
  const slack = openWorkspaceSlack({ ...calls, token: parts.slack });
  const repository = await running.start('the look at the repository', () => watchArchive(git, log, lookAround));
  const health = openHealth({
    database: () => sql`select 1`.execute(db).then(() => ok),
    worker: () => (worker?.isRunning() ? ok : { state: 'down', reason: worker ? 'interrupted' : 'not started yet' }),
    slack: () => worst(slack.condition(), wayIn(app)),
    repository: () => repository.condition(),
  });
  const ears = await listen(parts, running, { app, health, figures: metrics.routes });

  await running.start('the connections to the database', () => ({ stop: () => pool.end() }));
  await running.step('waiting for the database', () => waitForDatabase(db, parts, running.stopWanted));
  await running.step('bringing the database up to date', async () => {
    await migrate(db);
    await migrateJobs(pool);
  });
  const reader = await running.start('the threads that read ADRs', () =>
    openReader({
      onTrouble: (error) => log.warn({ error }, 'A thread that reads ADRs broke; its files are read without it.'),
    }),
  );
  const { chat, sight, client, identity } = await running.step('signing in to Slack', () =>
    slack.signIn(running.stopWanted),
  );
  const votes = await running.start('the count of votes for the log', () => logVotes(metrics, log));
  const store = openStore(db, now, { teamId: chat.teamId, archive: git.id }, logJournal(log));
  const hearing = new SlackHearing(now);
  const memory = new ArchiveMemory();
  const repositories = new Repositories({ name: git.label, archive: repository.archive, memory, channels: undefined });
  const hands: Ports = { store, chat, sight, hearing, repositories, reader, now, log, metrics: votes, settings };
  ports = hands;
  const background = openWorker(pool, log, parts.rounds === undefined ? {} : { rounds: parts.rounds });
  worker = background;
  await running.start('the background work', () => background);
  await running.step('the first look around', () => background.serve(hands));
  const cards = await running.start('the loop that shows cards', () =>
    startCardLoop((teamIds) => findMarkedWorkspaces(db, teamIds), log),
  );
  cards.serve(hands);
  // Stopped before the work that waits for them, so that it need not wait for its turn.
  await running.start('the calls to Slack', () => slack);
  app.admit({ ports: hands, client, mayReadFiles: identity.mayReadFiles }, hearing);
  await running.start('the connection to Slack', async () => {
    await app.listen(running.stopWanted);
    return app;
  });
  const { mode } = parts.slack;
  log.info(
    { version: manifest.version, node: process.version, mode, teamId: chat.teamId, repository: git.label, ...ears },
    'Gavel has started.',
  );
  return { ...ears, stop: () => running.stop() };
}

/** Whether events can reach us. */
function wayIn(app: SlackApp): Condition {
  const whyClosed = app.whyClosed();
  return whyClosed === undefined ? ok : { state: 'down', reason: `no events can come in: ${whyClosed}` };
}

/**
 * Opens the ports. Where strangers can reach us, which is where Slack does, they learn whether Gavel is ready, and
 * nothing of why, nor how much people decide.
 */
async function listen(
  { listen: { host, port, healthHost = '127.0.0.1', healthPort }, log }: Parts,
  running: Running,
  { app, health, figures }: { app: SlackApp; health: Health; figures: readonly Route[] },
): Promise<Pick<Gavel, 'port' | 'healthPort'>> {
  const open = (name: string, routes: readonly Route[], place: Parameters<typeof serve>[1]): Promise<Listening> =>
    running.start(name, () => serve(routes, place, log));
  const full = [...health.routes, ...figures];
  const forSlack =
    app.routes.length > 0
      ? await open('the server for Slack', [...app.routes, ...health.briefRoutes], { host, port, setting: 'PORT' })
      : undefined;
  if (healthPort !== undefined) {
    const place = { host: healthHost, port: healthPort, setting: 'HEALTH_PORT' };
    const server = await open('the server for health checks', full, place);
    return { port: forSlack?.port ?? server.port, healthPort: server.port };
  }
  if (forSlack) return { port: forSlack.port, healthPort: undefined };
  const server = await open('the server for health checks', full, { host: host ?? '127.0.0.1', port, setting: 'PORT' });
  return { port: server.port, healthPort: server.port };
}

async function waitForDatabase(
  db: Kysely<Database>,
  { log, databasePatience = usualPatience }: Parts,
  signal: AbortSignal,
): Promise<void> {
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
      await sleep(pause, undefined, { signal });
    }
  }
}
