import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import type { EmbeddedPostgres } from '../../db/embedded.ts';
import { createLocalRepository } from '../archive/git/local-repository.ts';
import type { ArchiveConfig, Config, ListenConfig, RepositoryConfig, SlackConnection } from '../config.ts';
import { keepPrivateFolder } from '../process/private-folder.ts';
import type { Running } from '../process/running.ts';

/** What was started because it was not configured, and everything that Gavel needs, settled. */
export interface Surroundings {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly archive: ArchiveConfig;
  readonly repositories: readonly RepositoryConfig[];
  readonly listen: ListenConfig;
  readonly started: {
    readonly postgres: EmbeddedPostgres | undefined;
    readonly localSlack: LocalSlack | undefined;
    readonly repository: string | undefined;
  };
}

const manifestFile = new URL('../../manifest.json', import.meta.url);
const defaultPort = 3_000;

/**
 * Starts what the configuration leaves open: a PostgreSQL, a git repository, a Slack, all on this machine. Their code
 * is loaded only then: in earnest it would lie idle in 8 MB of memory. It is stopped with all else that is running.
 */
export async function settle(config: Config, running: Running): Promise<Surroundings> {
  const { host, port, healthHost, healthPort } = config;
  const repository = config.hasRepository ? undefined : join(config.dataFolder, 'decisions.git');
  const localSlack = config.slack
    ? undefined
    : await running.start('the local Slack', () => openLocalSlack(config, repository));
  const postgres = config.databaseUrl ? undefined : await running.start('PostgreSQL', () => openPostgres(config));
  if (repository) await running.step('making the repository', () => makeRepository(repository));
  return {
    slack: config.slack ?? connectionTo(localSlack),
    databaseUrl: config.databaseUrl ?? postgres?.url ?? '',
    archive: repository ? { ...config.archive, repository } : config.archive,
    repositories: config.repositories,
    // On a first try, any free port will do for the health checks.
    listen: { host, port: port ?? (localSlack ? 0 : defaultPort), healthHost, healthPort },
    started: { postgres, localSlack, repository },
  };
}

/** What private channels decide is in it as well. */
async function makeRepository(place: string): Promise<void> {
  await createLocalRepository(place);
  await keepPrivateFolder(place);
}

async function openPostgres({ dataFolder }: Config): Promise<EmbeddedPostgres> {
  const { startEmbeddedPostgres } = await import('../../db/embedded.ts');
  return startEmbeddedPostgres(join(dataFolder, 'postgres'));
}

const noLocalSlack =
  'There is no Slack: SLACK_BOT_TOKEN is not set, and the local Slack is not installed. Set SLACK_BOT_TOKEN and what ' +
  'the README says goes with it, or run npm ci without leaving out optional packages.';

async function openLocalSlack(config: Config, repository: string | undefined): Promise<LocalSlack> {
  const { startLocalSlack } = await import('@gavel/local-slack/local-slack.ts').catch((cause: unknown) => {
    throw new Error(noLocalSlack, { cause });
  });
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as unknown;
  return startLocalSlack({
    manifest,
    port: config.localSlackPort,
    stateFile: join(config.dataFolder, 'slack.json'),
    ...(repository === undefined ? {} : { repository: { path: repository } }),
  });
}

function connectionTo(localSlack: LocalSlack | undefined): SlackConnection {
  if (localSlack === undefined) throw new Error('There is no Slack to connect to.');
  const { botToken, appToken, apiUrl } = localSlack;
  return { mode: 'socket', botToken, appToken, apiUrl };
}
