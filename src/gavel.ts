import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { openDatabase, openPool } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import type { Database } from '../db/schema.ts';
import manifest from '../package.json' with { type: 'json' };
import { openArchives } from './archives.ts';
import type { ArchiveConfig, ListenConfig, RepositoryConfig, SlackConnection } from './config.ts';
import { deliveryReaders } from './forges.ts';
import { type Health, openHealth } from './http/health.ts';
import { openMetrics } from './http/metrics.ts';
import { type Listening, type Route, serve } from './http/server.ts';
import { webhookRoutes } from './http/webhooks.ts';
import { type Installed, serveInstalled } from './installed.ts';
import { startCardLoop } from './jobs/card-loop.ts';
import { migrateJobs, openWorker, type Places, type Worker } from './jobs/worker.ts';
import { mcpRoutes } from './mcp/mcp.ts';
import { type Condition, ok, together, worst } from './process/condition.ts';
import { slackLogger } from './process/log.ts';
import { Running } from './process/running.ts';
import type { Secrets } from './process/secrets.ts';
import { openReader } from './reader/reader.ts';
import { openSlackApp, type SlackApp } from './slack/app/app.ts';
import { type Allowances, slackAllowances } from './slack/app/budget/allowance.ts';
import type { WorkspaceToken } from './slack/app/workspace.ts';
import { answerBlocks } from './slack/tools/answer-blocks.ts';
import { findMarkedWorkspaces } from './store/card/marked.ts';
import { logJournal, logVotes } from './store/journal/log-journal.ts';
import { openStore } from './store/store.ts';
import { openInstallations } from './store/workspace/installations.ts';
import type { SecretKey } from './store/workspace/seal.ts';
import type { Installations } from './workflow/ports/installations.ts';
import type { Settings } from './workflow/ports/ports.ts';
import { openWorkspace, type Shared, type Workspace } from './workspace.ts';

/** What a running Gavel is made of: everything is settled, and nothing is optional any more. */
export interface Parts {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly archive: ArchiveConfig;
  /** Set when there are several; by default, only those of `archive`. */
  readonly repositories?: readonly RepositoryConfig[];
  readonly dataFolder: string;
  readonly listen: ListenConfig;
  /** What forges sign their webhooks with; none means that nothing of theirs is accepted. */
  readonly webhookSecrets?: readonly string[];
  readonly settings: Settings;
  readonly log: Logger;
  readonly now: () => Date;
  /** How often Slack lets us call each method; by default as it documents. */
  readonly allowances?: Allowances;
  /** How long to wait at startup for a database that is still starting itself; by default half a minute. */
  readonly databasePatience?: Patience;
  /** When to look for what was missed: five fields of a crontab, or empty for never. By default every five minutes. */
  readonly rounds?: string;
  /**
   * The keys that seal the tokens of installations: the first seals, and any of them opens. Without keys, there are no
   * installations.
   */
  readonly secretKeys?: readonly SecretKey[];
  /** Keeps the tokens of installations out of the log. */
  readonly secrets?: Secrets;
  /** Milliseconds between two checks of what is installed; by default five seconds. */
  readonly installationsEvery?: number;
}

/** How often to try, and how many milliseconds to wait in between. */
interface Patience {
  readonly attempts: number;
  readonly pause: number;
}

/** A running Gavel. */
export interface Gavel {
  /** The address for Slack's requests; in Socket Mode equal to `healthPort`. */
  readonly port: number;
  /** Where full health checks and metrics are served; undefined when nobody asked for them in HTTP mode. */
  readonly healthPort: number | undefined;
  /** Finishes what is under way, in order, and releases everything. */
  stop(): Promise<void>;
}

/** How many jobs a process with many workspaces runs at a time: in all, and per workspace. */
const forMany: Places = { all: 10, each: 3 };
const forOne = 5;
const mostPlaces = 25;

/**
 * An unreachable repository may keep two jobs of its own waiting, so each repository beyond the first adds as many
 * places.
 */
function placesFor(hasInstallations: boolean, repositories: number): Places {
  const more = Math.min(2 * (repositories - 1), mostPlaces - forMany.all);
  if (hasInstallations) return { all: forMany.all + more, each: forMany.each + more };
  return { all: forOne + more, each: forOne + more };
}

const fiveSeconds = 5_000;

const usualPatience: Patience = { attempts: 30, pause: 1_000 };

/**
 * Answers health checks first of all, then starts the database, Slack and the jobs, each before the next one needs it.
 * Meanwhile, looks for the repository. What has been started is in `running`, and stopped again if the start fails.
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
  const { allowances = slackAllowances, secretKeys = [] } = parts;
  let own: Workspace | undefined;
  let ownTeamId: string | undefined;
  let installed: Installed | undefined;
  let worker: Worker | undefined;
  const lookAround = () => {
    own?.lookAround();
    installed?.lookAround();
  };
  const onGap = () => {
    metrics.count('socket gap');
    lookAround();
  };
  const onRefused = () => metrics.count('call refused');
  const calls = { logger: slackLogger(log), log, now, allowances, onRefused };
  const app = openSlackApp({ ...calls, slack: parts.slack, onGap, language: settings.language });
  const archives = await running.start('the look at the repositories', () => openArchives(parts, lookAround));
  const slackCondition = (): Condition => {
    const others = installed?.conditions() ?? [];
    const condition: Condition = own?.condition() ?? { state: 'down', reason: 'not signed in yet: no answer so far' };
    if (parts.slack.botToken === undefined) return together(others);
    return others.length === 0 ? condition : together([{ name: ownTeamId ?? 'SLACK_BOT_TOKEN', condition }, ...others]);
  };
  const health = openHealth({
    database: () => sql`select 1`.execute(db).then(() => ok),
    worker: () => (worker?.isRunning() ? ok : { state: 'down', reason: worker ? 'interrupted' : 'not started yet' }),
    slack: () => worst(slackCondition(), wayIn(app)),
    ...archives.checks,
  });
  const hooks = webhookRoutes({
    ...{ readers: deliveryReaders, secrets: parts.webhookSecrets ?? [], metrics, log },
    hear: async (news) => {
      await Promise.all([own?.hear(news), installed?.hear(news)]);
    },
  });
  const tools = mcpRoutes({
    ...{ address: settings.toolsAddress, version: manifest.version, now, log },
    slackbot: { signingSecret: parts.slack.signingSecret, blocks: answerBlocks },
    portsOf: (teamId) => app.portsOf(teamId),
  });
  const outside = [...app.routes, ...hooks, ...tools];
  const listening = await listen(parts, running, { outside, health, figures: metrics.routes });

  await running.start('the connections to the database', () => ({ stop: () => pool.end() }));
  await running.step('waiting for the database', () => waitForDatabase(db, parts, running.stopWanted));
  await running.step('bringing the database up to date', async () => {
    await migrate(db);
    await migrateJobs(pool);
  });
  const reader = await running.start('the threads that read ADRs', () =>
    openReader({
      onTrouble: (error) => log.warn({ error }, 'A thread that reads ADRs crashed; its files are read without it.'),
    }),
  );
  const votes = await running.start('the count of votes for the log', () => logVotes(metrics, log));
  const background = openWorker(pool, log, {
    places: placesFor(secretKeys.length > 0, parts.repositories?.length ?? 1),
    rounds: parts.rounds,
  });
  worker = await running.start('the background work', () => background);
  const cards = await running.start('the loop that shows cards', () =>
    startCardLoop((teamIds) => findMarkedWorkspaces(db, teamIds), log),
  );
  const shared: Shared = {
    ...{ app, worker, cards, reader, metrics: votes, now, settings, allowances },
    repositoriesOf: (teamId) => archives.of(teamId),
    storeOf: (teamId, { first }, journal) =>
      openStore(db, now, { teamId, archive: first.archive.id }, logJournal(journal)),
  };
  const open = (token: WorkspaceToken, journal: Logger): Workspace => openWorkspace(shared, token, journal);
  const { botToken, apiUrl, mode } = parts.slack;
  if (botToken !== undefined) {
    own = open({ setting: 'SLACK_BOT_TOKEN', botToken, apiUrl }, log);
    ownTeamId = await running.step('signing in to Slack', () => own?.signIn(running.stopWanted));
    await running.step('the first look around', () => own?.begin());
  }
  // Stopped before the work that waits for them, so that it need not wait for its turn.
  await running.start('the calls to Slack', () => ({ stop: async () => own?.stopCalls() }));
  const [firstKey, ...otherKeys] = secretKeys;
  if (firstKey !== undefined) {
    const installations = openInstallations(db, [firstKey, ...otherKeys]);
    await running.step('sealing tokens with the first key', () => sealAnew(installations, log));
    installed = await running.start('the workspaces that Gavel is installed in', () =>
      serveInstalled({
        ...{ installations, app, log, ownTeamId, every: parts.installationsEvery ?? fiveSeconds },
        open: (token, journal) => {
          parts.secrets?.hide(token.botToken);
          return open(token, journal);
        },
      }),
    );
  }
  await running.start('the connection to Slack', async () => {
    await app.listen(running.stopWanted);
    return app;
  });
  log.info(
    {
      version: manifest.version,
      node: process.version,
      mode,
      teamId: ownTeamId,
      repository: archives.label,
      ...listening,
    },
    'Gavel has started.',
  );
  return { ...listening, stop: () => running.stop() };
}

/** After a change of keys, no token depends on the former ones any more. */
async function sealAnew(installations: Installations, log: Logger): Promise<void> {
  const tokens = await installations.sealAnew();
  if (tokens > 0) log.info({ tokens }, 'Tokens were resealed with the first key of GAVEL_SECRET_KEY.');
}

/** Whether events can reach us. */
function wayIn(app: SlackApp): Condition {
  const whyClosed = app.whyClosed();
  return whyClosed === undefined ? ok : { state: 'down', reason: `no events can come in: ${whyClosed}` };
}

/**
 * Opens the ports. Where strangers can reach us, which is where Slack and forges do, they learn only whether Gavel is ready: not
 * why, and not how much people decide.
 */
async function listen(
  { listen: { host, port, portSetting = 'PORT', healthHost = '127.0.0.1', healthPort }, log }: Parts,
  running: Running,
  { outside, health, figures }: { outside: readonly Route[]; health: Health; figures: readonly Route[] },
): Promise<Pick<Gavel, 'port' | 'healthPort'>> {
  const open = (name: string, routes: readonly Route[], place: Parameters<typeof serve>[1]): Promise<Listening> =>
    running.start(name, () => serve(routes, place, log));
  const full = [...health.routes, ...figures];
  const forOthers =
    outside.length > 0
      ? await open('the server for Slack and forges', [...outside, ...health.briefRoutes], {
          host,
          port,
          setting: portSetting,
        })
      : undefined;
  if (healthPort !== undefined) {
    const place = { host: healthHost, port: healthPort, setting: 'HEALTH_PORT' };
    const server = await open('the server for health checks', full, place);
    return { port: forOthers?.port ?? server.port, healthPort: server.port };
  }
  if (forOthers) return { port: forOthers.port, healthPort: undefined };
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
