import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import type { ShownRepository } from '@gavel/local-slack/page/repository-view.ts';
import type { EmbeddedPostgres } from '../../db/embedded.ts';
import { createLocalRepository } from '../archive/git/local-repository.ts';
import type { ArchiveConfig, Config, ListenConfig, RepositoryConfig, SlackConnection } from '../config.ts';
import { explainPort, type ListenAddress } from '../http/server.ts';
import { keepPrivateFolder, makePrivateFolder } from '../process/private-folder.ts';
import type { Running } from '../process/running.ts';
import type { ProtectedRepository } from './protected-repository.ts';

/** What was started because it was not configured, and everything that Gavel needs, settled. */
export interface Surroundings {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly archive: ArchiveConfig;
  readonly repositories: readonly RepositoryConfig[];
  readonly webhookSecrets: readonly string[];
  readonly listen: ListenConfig;
  readonly toolsAddress: string | undefined;
  readonly started: {
    readonly postgres: EmbeddedPostgres | undefined;
    readonly localSlack: LocalSlack | undefined;
    readonly repository: string | undefined;
    /** A second repository, where nothing of the team's is configured. */
    readonly atForge: ProtectedRepository | undefined;
  };
}

const manifestFile = new URL('../../manifest.json', import.meta.url);
const defaultPort = 3_000;

/**
 * Starts what the configuration leaves open: a PostgreSQL, a git repository, a Slack, and where nothing of the team's is
 * configured, a GitHub with a second repository, all on this machine. Their code is loaded only then: in earnest it would
 * lie idle in 8 MB of memory. It is stopped with all else that is running.
 */
export async function settle(config: Config, running: Running): Promise<Surroundings> {
  const repository = config.hasRepository ? undefined : join(config.dataFolder, 'decisions.git');
  const isAllLocal = config.slack === undefined && repository !== undefined;
  const atForge = isAllLocal ? await running.start('the local GitHub', () => openLocalForge(config)) : undefined;
  const shown = [
    ...(repository === undefined ? [] : [{ name: 'decisions', path: repository }]),
    ...(atForge === undefined ? [] : [atForge.shown]),
  ];
  const toolsPort = isAllLocal ? config.localToolsPort : 0;
  const toolsAddress = config.toolsAddress ?? (toolsPort === 0 ? undefined : `http://127.0.0.1:${toolsPort}/mcp`);
  const localSlack = config.slack
    ? undefined
    : await running.start('the local Slack', () =>
        openLocalSlack(config, shown, { hint: atForge?.hint, hasTools: toolsAddress !== undefined }),
      );
  if (localSlack) atForge?.openChannel(localSlack);
  const postgres = config.databaseUrl ? undefined : await running.start('PostgreSQL', () => openPostgres(config));
  if (repository) await running.step('making the repository', () => makeRepository(repository));
  const archive = repository ? { ...config.archive, repository } : config.archive;
  return {
    slack: config.slack ?? connectionTo(localSlack),
    databaseUrl: config.databaseUrl ?? postgres?.url ?? '',
    archive,
    repositories: atForge ? [atForge.beside(archive), atForge.config] : config.repositories,
    webhookSecrets: [...config.webhookSecrets, ...(atForge ? [atForge.webhookSecret] : [])],
    listen: listenFor(config, atForge !== undefined, toolsAddress),
    toolsAddress,
    started: { postgres, localSlack, repository, atForge },
  };
}

/**
 * With the local GitHub, webhooks reach Gavel at any free port of this machine, and programs at the one that they are
 * told.
 */
function listenFor(
  { slack, host, port, healthHost, healthPort, toolsAddress: configured }: Config,
  hasForge: boolean,
  toolsAddress: string | undefined,
): ListenConfig {
  return hasForge
    ? {
        host: '127.0.0.1',
        port: Number(URL.parse(toolsAddress ?? '')?.port || 0),
        portSetting: configured === undefined ? 'LOCAL_MCP_PORT' : 'MCP_URL',
        healthHost: healthHost ?? host,
        healthPort: healthPort ?? port ?? 0,
      }
    : { host, port: port ?? (slack === undefined ? 0 : defaultPort), healthHost, healthPort };
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

async function openLocalForge(config: Config): Promise<ProtectedRepository> {
  const { startProtectedRepository } = await import('./protected-repository.ts').catch((cause: unknown) => {
    throw new Error(noLocalSlack, { cause });
  });
  const folder = join(config.dataFolder, 'forge');
  await makePrivateFolder(folder);
  const place = { host: '127.0.0.1', port: config.localForgePort, setting: 'LOCAL_FORGE_PORT' };
  return naming(place, startProtectedRepository({ folder, port: place.port }, config.archive));
}

const noLocalSlack =
  'There is no Slack: SLACK_BOT_TOKEN is not set, and the local Slack is not installed. Set SLACK_BOT_TOKEN and what ' +
  'the README says goes with it, or run npm ci without leaving out optional packages.';

async function openLocalSlack(
  config: Config,
  repositories: readonly ShownRepository[],
  { hint, hasTools }: { readonly hint: string | undefined; readonly hasTools: boolean },
): Promise<LocalSlack> {
  const { startLocalSlack } = await import('@gavel/local-slack/local-slack.ts').catch((cause: unknown) => {
    throw new Error(noLocalSlack, { cause });
  });
  const { withTools } = await import('./with-tools.ts');
  const shipped = JSON.parse(await readFile(manifestFile, 'utf8')) as JsonObject;
  const place = { host: '127.0.0.1', port: config.localSlackPort, setting: 'LOCAL_SLACK_PORT' };
  const starting = startLocalSlack({
    manifest: hasTools ? withTools(shipped) : shipped,
    port: place.port,
    stateFile: join(config.dataFolder, 'slack.json'),
    repositories,
    ...(hint === undefined ? {} : { hint }),
  });
  return naming(place, starting);
}

/** Names the setting when a server can't have its port. */
async function naming<T>(place: ListenAddress, starting: Promise<T>): Promise<T> {
  return starting.catch((error: NodeJS.ErrnoException) => {
    throw error.syscall === 'listen' ? explainPort(error, place) : error;
  });
}

function connectionTo(localSlack: LocalSlack | undefined): SlackConnection {
  if (localSlack === undefined) throw new Error('There is no Slack to connect to.');
  const { botToken, appToken, signingSecret, apiUrl } = localSlack;
  return { mode: 'socket', botToken, appToken, signingSecret, apiUrl };
}
