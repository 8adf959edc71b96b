import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { type Config, readConfig, type SlackConnection } from './config.ts';
import type { Trouble } from './decision/failure/trouble.ts';
import { type Gavel, startGavel } from './gavel.ts';
import { openLog } from './process/log.ts';
import { makePrivateFolder } from './process/private-folder.ts';
import { Running } from './process/running.ts';
import { Secrets } from './process/secrets.ts';
import { untilAborted } from './process/signals.ts';
import type { ForgeConfig } from './publishing-config.ts';
import { wordArchiveTrouble, wordStartFailure } from './start-failure.ts';
import { offerTime } from './try/move-time.ts';
import { type Surroundings, settle } from './try/try-out.ts';
import { welcome } from './try/welcome.ts';

/**
 * Reads the environment, starts what it leaves open, then Gavel, and stops everything in the opposite order when asked
 * to. Ends the process: with 0 when everything has stopped as requested, otherwise with 1 and the reason.
 */
export async function run(stopWanted: AbortSignal): Promise<void> {
  const failed = new AbortController();
  const running = new Running(AbortSignal.any([stopWanted, failed.signal]));
  let isWell = true;
  let log: Logger | undefined;
  const fail = (error: unknown) => {
    isWell = false;
    console.error(wordStartFailure(error));
  };
  try {
    const config = readConfig(process.env);
    running.stopWanted.addEventListener('abort', () => {
      if (stopWanted.aborted) console.log('\nStopping …');
      giveUpAfter(config.shutdownSeconds, running);
    });
    log = await start(config, running, failed);
    await untilAborted(running.stopWanted);
    log.info({ because: String(stopWanted.reason ?? 'a mistake') }, 'Gavel stops.');
  } catch (error) {
    // What a requested stop interrupts is not a failure.
    if (!running.stopWanted.aborted) fail(error);
  }
  if (failed.signal.aborted) fail(failed.signal.reason);
  await running.stop().catch(fail);
  log?.info({}, 'Gavel has stopped.');
  process.exit(isWell ? 0 : 1);
}

async function start(config: Config, running: Running, failed: AbortController): Promise<Logger> {
  const dataFolder = resolve(config.dataFolder);
  await makePrivateFolder(dataFolder);
  const surroundings = await settle({ ...config, dataFolder }, running);
  const words = { trouble: (trouble: Trouble) => ({ ...trouble, words: wordArchiveTrouble(trouble) }) };
  const secrets = new Secrets(secretsOf(surroundings));
  const log = openLog(config.logLevel, secrets).child({}, { serializers: words });
  watchForMistakes(log, failed);
  const { slack, archive, repositories, databaseUrl, listen, toolsAddress, webhookSecrets, started } = surroundings;
  const { publishesRejected, language, timeZone, secretKeys } = config;
  const settings = { publishesRejected, language, timeZone, toolsAddress };
  const gavel: Gavel = await startGavel(
    {
      slack,
      archive,
      repositories,
      databaseUrl,
      listen,
      dataFolder,
      settings,
      secretKeys,
      webhookSecrets,
      secrets,
      log,
      now: () => started.localSlack?.clock.now() ?? new Date(),
    },
    running,
  );
  started.atForge?.deliverTo(gavel.port);
  const { localSlack, postgres } = started;
  if (localSlack && postgres) offerTime(localSlack, databaseUrl);
  if (toolsAddress !== undefined) started.localSlack?.offerTools(`http://127.0.0.1:${gavel.port}/mcp`);
  console.log(welcome(surroundings, gavel, dataFolder));
  return log;
}

/** Says what did not end in time, and ends anyway. */
function giveUpAfter(seconds: number, running: Running): void {
  const giveUp = () => {
    console.error(`Gavel did not stop within ${seconds} s (SHUTDOWN_SECONDS). It was still ${running.busyWith()}.`);
    console.error('What was under way is done again at the next start.');
    process.exit(1);
  };
  setTimeout(giveUp, seconds * 1_000).unref();
}

/**
 * An unhandled rejection concerns one piece of work, and the checks of /readyz watch over what has to continue, so it
 * is logged. An uncaught exception may have left anything half done, so Gavel stops in order, and whatever runs it
 * starts it again.
 */
function watchForMistakes(log: Logger, failed: AbortController): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'An error went unhandled.'));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'An error was not caught. Gavel stops, and should be restarted.');
    failed.abort(new Error(`Gavel stopped because of a mistake in it, which the log has in full: ${error.message}`));
  });
}

function secretsOf(surroundings: Surroundings): (string | undefined)[] {
  const { slack, archive, repositories, databaseUrl, webhookSecrets } = surroundings;
  return [
    ...tokensOf(slack),
    ...[archive, ...repositories].flatMap(({ token, publishing }) => [token, ...keysOf(publishing?.forge)]),
    ...webhookSecrets,
    passwordIn(databaseUrl),
    passwordIn(archive.repository),
  ];
}

function keysOf(forge: ForgeConfig | undefined): string[] {
  if (forge === undefined) return [];
  return [forge.key.kind === 'app' ? forge.key.privateKey : forge.key.token];
}

function tokensOf(slack: SlackConnection): (string | undefined)[] {
  return [slack.botToken, slack.mode === 'socket' ? slack.appToken : undefined, slack.signingSecret];
}

function passwordIn(address: string): string | undefined {
  return URL.canParse(address) ? decodeURIComponent(new URL(address).password) || undefined : undefined;
}
