import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '@gavel/local-server/json.ts';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import type { WorkspaceSeed } from '@gavel/local-slack/workspace/seed.ts';
import pg from 'pg';
import { createLocalRepository } from '../archive/git/local-repository.ts';
import { type Gavel, type Parts, startGavel } from '../gavel.ts';
import { openLog } from '../process/log.ts';
import { Secrets } from '../process/secrets.ts';
import type { PublishingConfig } from '../publishing-config.ts';
import { noAllowances } from '../slack/app/budget/allowance.ts';
import { usualPublishing } from '../workflow/ports/archive/publishing.ts';
import { moveTime } from './move-time.ts';
import { type ProtectedRepository, startProtectedRepository } from './protected-repository.ts';

const run = promisify(execFile);

/** A Gavel with a Slack, a repository and a time of its own: for the demo, the screenshots and the tests. */
export interface Stage extends AsyncDisposable {
  readonly slack: LocalSlack;
  readonly repository: string;
  /** The repository of #platform, where the stage has one. */
  readonly atForge: ProtectedRepository | undefined;
  readonly databaseUrl: string;
  /** What is passed to `startGavel`, for those who start a second one. */
  readonly parts: Parts;
  readonly folder: string;
  gavel: Gavel;
  /** Stops Gavel and starts it again; `meanwhile` happens in between. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Moves the time of Slack and of Gavel; jobs that are due by then are due now. */
  advance(milliseconds: number): Promise<void>;
  /** Rows of a query, for what people don't see. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs git in the team's repository. */
  git(...args: string[]): Promise<string>;
}

/** How a stage differs from the usual one. */
export interface StageSettings {
  readonly databaseUrl: string;
  /** Where the repository and its copy are kept. */
  readonly folder: string;
  readonly mode?: 'socket' | 'http';
  readonly parts?: Partial<Parts>;
  /** True adds #platform, whose decisions go to a protected branch at a local GitHub, as on a first try. */
  readonly withForge?: boolean;
  /** How ADRs reach the branch; by git alone, as the branch demands, unless told otherwise. */
  readonly publishing?: Partial<PublishingConfig>;
  /**
   * False lets Gavel call Slack as often as it likes, and it knows: for stages on which people do an hour's work in
   * seconds.
   */
  readonly rateLimits?: boolean;
  /** Optional scopes of the manifest that whoever installs Gavel declines. */
  readonly declinedScopes?: readonly string[];
  /** What a team changes in the manifest; nothing unless told otherwise. */
  readonly changeManifest?: (shipped: JsonObject) => JsonObject;
  /** What its Slack starts with, where it isn't the usual workspace. */
  readonly workspace?: WorkspaceSeed;
  /** The local Slack's workspace, as an earlier stage kept it. */
  readonly stateFile?: string;
  /** What time it is there at the start; that of the machine unless told otherwise. */
  readonly begins?: Date;
}

/** How many of the latest warnings are kept for the message when a wait fails. */
const warningsKept = 10;

/** A log that prints nothing, and the latest warnings in it. */
function quietLog() {
  const warnings: string[] = [];
  const write = (line: string) => {
    warnings.push(line.trimEnd());
    if (warnings.length > warningsKept) warnings.shift();
  };
  return { log: openLog('warn', new Secrets(), { write }), warnings };
}

/** Sets the stage on a database and a folder; taking it down leaves both. */
export async function setStage(settings: StageSettings): Promise<Stage> {
  const {
    databaseUrl,
    folder,
    mode = 'socket',
    parts: overrides = {},
    rateLimits = true,
    withForge = false,
    begins,
    stateFile,
    workspace,
  } = settings;
  const { declinedScopes = [] } = settings;
  const repository = join(folder, 'decisions.git');
  await createLocalRepository(repository);
  const archive: Parts['archive'] = {
    repository,
    branch: undefined,
    folder: 'docs/decisions',
    token: undefined,
    publishing: { ...usualPublishing, forge: undefined, signing: undefined, ...settings.publishing },
    author: { name: 'Gavel', email: 'gavel@example.com' },
  };
  const atForge = withForge
    ? await startProtectedRepository({ folder: join(folder, 'forge'), port: 0 }, archive)
    : undefined;
  const shipped = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8')) as JsonObject;
  const manifest = settings.changeManifest?.(shipped) ?? shipped;
  const { log, warnings } = quietLog();
  const slack = await startLocalSlack({
    reported: () => warnings,
    ...{ manifest, rateLimits, declinedScopes, mode },
    repositories: [{ name: 'decisions', path: repository }, ...(atForge ? [atForge.shown] : [])],
    ...(atForge ? { hint: atForge.hint } : {}),
    ...(begins ? { begins } : {}),
    ...(stateFile ? { stateFile } : {}),
    ...(workspace ? { workspace } : {}),
  });
  atForge?.openChannel(slack);
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const parts: Parts = {
    slack:
      mode === 'socket'
        ? { mode, botToken, appToken, signingSecret, apiUrl }
        : { mode, botToken, signingSecret, apiUrl },
    databaseUrl,
    archive,
    ...(atForge
      ? { repositories: [atForge.beside(archive), atForge.config], webhookSecrets: [atForge.webhookSecret] }
      : {}),
    dataFolder: folder,
    listen: {
      host: '127.0.0.1',
      port: 0,
      healthHost: undefined,
      healthPort: mode === 'http' || atForge ? 0 : undefined,
    },
    settings: { publishesRejected: true, language: 'en', timeZone: undefined },
    log,
    now: () => slack.clock.now(),
    ...(rateLimits ? {} : { allowances: noAllowances }),
    ...overrides,
  };
  const start = async () => {
    const gavel = await startGavel(parts);
    if (mode === 'http') slack.deliverTo(`http://127.0.0.1:${gavel.port}/slack/events`);
    atForge?.deliverTo(gavel.port);
    return gavel;
  };
  const client = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  client.on('error', () => undefined);

  const stage: Stage = {
    slack,
    repository,
    atForge,
    databaseUrl,
    parts,
    folder,
    gavel: await start(),
    restart: async (meanwhile = async () => undefined) => {
      await stage.gavel.stop();
      await meanwhile();
      stage.gavel = await start();
    },
    advance: async (milliseconds) => {
      const own = await client.connect();
      await moveTime(slack, own, milliseconds).finally(() => own.release());
    },
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows,
    git: async (...args) => (await run('git', ['--git-dir', repository, ...args])).stdout,
    [Symbol.asyncDispose]: async () => {
      await stage.gavel.stop();
      await slack.stop();
      await atForge?.stop();
      await client.end();
    },
  };
  return stage;
}
