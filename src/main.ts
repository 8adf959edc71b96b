import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig, type SlackConnection } from './config.ts';
import { startGavel } from './gavel.ts';
import { openLog } from './log.ts';
import { settle } from './try-out.ts';
import { welcome } from './welcome.ts';

/** Reads the environment, starts what it leaves open, then Gavel; stops in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true });

  const surroundings = await settle({ ...config, dataFolder });
  const { slack, archive, databaseUrl, port } = surroundings;
  const secrets = [...secretsOf(slack), archive.token, passwordIn(databaseUrl), passwordIn(archive.repository)];
  const log = openLog(config.logLevel, secrets);
  process.on('unhandledRejection', (error) => log.error({ error }, 'Something failed where nobody was looking.'));

  const settings = { publishesRejected: config.publishesRejected };
  const gavel = await startGavel({
    slack,
    archive,
    databaseUrl,
    port,
    dataFolder,
    settings,
    log,
    now: () => new Date(),
  }).catch(async (error) => {
    await surroundings.stop();
    throw error;
  });
  console.log(welcome(surroundings, gavel, dataFolder));

  const stop = onSignal(async () => {
    await gavel.stop();
    await surroundings.stop();
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The first signal stops everything in order; a second one is for those who can't wait. */
function onSignal(stop: () => Promise<void>): () => void {
  let isStopping = false;
  return () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('\nStopping …');
    stop().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
}

function secretsOf(slack: SlackConnection): string[] {
  return [slack.botToken, slack.mode === 'socket' ? slack.appToken : slack.signingSecret];
}

function passwordIn(address: string): string | undefined {
  return URL.canParse(address) ? decodeURIComponent(new URL(address).password) || undefined : undefined;
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
