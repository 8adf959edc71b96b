import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createLocalRepository } from '../../../src/archive/git/local-repository.ts';
import { type Child, startChild } from './child.ts';
import { fillDatabase, readTurnout } from './fill-database.ts';
import type { Stretch } from './load.ts';
import { meanSync, readPostgresProcessor, readSyncs, type Syncs } from './postgres-usage.ts';
import type { Usage } from './report-usage.ts';
import { signingSecret } from './signed-event.ts';
import type { Orders, Settled } from './slack-process.ts';
import { type CaseName, voteCases } from './vote-case.ts';

/** How long and how hard a bot is tried. */
export interface Plan {
  readonly warmUpSeconds: number;
  readonly saturationSeconds: number;
  readonly steadySeconds: number;
  readonly steadyPerSecond: number;
  /** Events that are signed in advance; saturation ends early if they run out. */
  readonly events: number;
}

/** What came of one bot in one run. */
export interface Outcome {
  readonly saturation: Stretch;
  readonly steady: Stretch;
  /** Bytes. */
  readonly peakMemory: number;
  /** Processor time of the bot per event while saturated, in microseconds; steadier than the rate on a busy machine. */
  readonly processorPerEvent: number;
  /** That of PostgreSQL in the same time; undefined with the yardstick, and where it can't be known. */
  readonly postgresPerEvent: number | undefined;
  /**
   * How long the disk took to sync what PostgreSQL wrote at the steady rate, in milliseconds; undefined with the
   * yardstick.
   */
  readonly diskSync: number | undefined;
  /** The cards; none with the yardstick. */
  readonly cards: Omit<Settled, 'turnout'> | undefined;
  /** People whose standing ballots are not what they voted, though each vote was acknowledged; should be none. */
  readonly miscounted: number;
}

/** What a run takes place in. */
export interface Scene {
  readonly databaseServer: string;
  /** The process id of that PostgreSQL. */
  readonly postmaster: number;
  readonly folder: string;
  readonly plan: Plan;
}

const reportUsage = new URL('./report-usage.ts', import.meta.url);
const slackProcess = new URL('./slack-process.ts', import.meta.url);
const bareBolt = new URL('./bare-bolt.ts', import.meta.url);
const gavel = new URL('../../../src/main.ts', import.meta.url);

// Long enough for a first start; both take a second or two.
const patience = { looks: 300, pause: 100 };
/** A hundred cards take two and a half minutes, as Slack takes fifty changes a minute. */
const cardPatience = 180_000;

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(bot: Child, port: number): Promise<void> {
  for (let looks = 0; looks < patience.looks; looks += 1) {
    bot.checkAlive();
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(patience.pause);
  }
  throw new Error('The bot did not get ready.');
}

function ask<Name extends keyof Orders>(slack: Child, name: Name, order: Orders[Name]['order']) {
  return slack.ask<Orders[Name]['answer']>(name, order);
}

interface BotSettings {
  readonly apiUrl: string;
  readonly port: number;
  /** For Node. */
  readonly options?: readonly string[];
  /** For the bot: more of its environment. */
  readonly more?: NodeJS.ProcessEnv;
}

/** What `npm start` tells Node, and what `GAVEL_NODE_OPTIONS` adds for this time, such as `--cpu-prof`. */
export async function startOptions(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  const words = `${scripts.start} ${process.env.GAVEL_NODE_OPTIONS ?? ''}`.split(' ');
  return words.filter((word) => word.startsWith('-'));
}

function startBot(script: URL, { apiUrl, port, options = [], more = {} }: BotSettings): Child {
  const env = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-not-a-secret', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl },
    ...{ SLACK_APP_TOKEN: '', PORT: String(port), LOG_LEVEL: 'warn', ...more },
  };
  return startChild(script, { env, nodeOptions: [...options, '--import', reportUsage.href] });
}

/** What is read of PostgreSQL before and after a stretch; nothing with the yardstick. */
interface Gauges {
  readonly processor: () => Promise<number | undefined>;
  readonly syncs: () => Promise<Syncs | undefined>;
}

const noGauges: Gauges = { processor: async () => undefined, syncs: async () => undefined };

async function load(
  bot: Child,
  slack: Child,
  port: number,
  plan: Plan,
  gauges: Gauges = noGauges,
): Promise<Omit<Outcome, 'cards' | 'miscounted'>> {
  await ask(slack, 'saturate', { port, seconds: plan.warmUpSeconds });
  const [before, postgresBefore] = [await bot.ask<Usage>('usage'), await gauges.processor()];
  const saturation = await ask(slack, 'saturate', { port, seconds: plan.saturationSeconds });
  const [after, postgresAfter] = [await bot.ask<Usage>('usage'), await gauges.processor()];
  const syncsBefore = await gauges.syncs();
  const steady = await ask(slack, 'keepPace', {
    port,
    perSecond: plan.steadyPerSecond,
    seconds: plan.steadySeconds,
  });
  const { peakMemory } = await bot.ask<Usage>('usage');
  const diskSync = meanSync(syncsBefore, await gauges.syncs());
  const processorPerEvent = (after.processor - before.processor) / saturation.events;
  const postgresPerEvent =
    postgresBefore === undefined || postgresAfter === undefined
      ? undefined
      : (postgresAfter - postgresBefore) / saturation.events;
  return { saturation, steady, peakMemory, processorPerEvent, postgresPerEvent, diskSync };
}

/** One run of the yardstick: Bolt alone, with a listener that does nothing. */
export async function runBareBolt({ plan }: Scene): Promise<Outcome> {
  await using slack = startChild(slackProcess);
  const apiUrl = await ask(slack, 'prepare', { caseName: 'spread', events: plan.events });
  const port = await freePort();
  await using bot = startBot(bareBolt, { apiUrl, port });
  await untilReady(bot, port);
  return { ...(await load(bot, slack, port, plan)), cards: undefined, miscounted: 0 };
}

/** Makes a database on the server, and answers with its address. */
export async function createDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One run of Gavel on a database of its own. */
export async function runGavel(scene: Scene, caseName: CaseName, round: number): Promise<Outcome> {
  const { plan, folder } = scene;
  const databaseUrl = await createDatabase(scene.databaseServer, `bench_${caseName}_${round}`);
  const decisionIds = await fillDatabase(databaseUrl, voteCases[caseName]);
  const repository = join(folder, 'decisions.git');
  await createLocalRepository(repository);

  await using slack = startChild(slackProcess);
  const apiUrl = await ask(slack, 'prepare', { caseName, events: plan.events });
  const port = await freePort();
  await using bot = startBot(gavel, {
    ...{ apiUrl, port, options: await startOptions() },
    more: { DATABASE_URL: databaseUrl, ADR_REPOSITORY: repository, GAVEL_DATA: join(folder, 'data') },
  });
  await untilReady(bot, port);
  const outcome = await load(bot, slack, port, plan, {
    processor: () => readPostgresProcessor(scene.postmaster),
    syncs: () => readSyncs(scene.databaseServer),
  });
  const { turnout, ...cards } = await ask(slack, 'watchCards', { patience: cardPatience });
  const counted = await readTurnout(databaseUrl, decisionIds);
  const miscounted = turnout.reduce((sum, voted, card) => sum + Math.abs(voted - (counted[card] ?? 0)), 0);
  return { ...outcome, cards, miscounted };
}
