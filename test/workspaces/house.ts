import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { defaultWorkspace } from '@gavel/local-slack/workspace/seed.ts';
import { pino } from 'pino';
import { expect } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { type Gavel, type Parts, startGavel } from '../../src/gavel.ts';
import { Secrets } from '../../src/process/secrets.ts';
import { noAllowances } from '../../src/slack/app/budget/allowance.ts';
import { openInstallations } from '../../src/store/workspace/installations.ts';
import { makeSecretKey, type SecretKey } from '../../src/store/workspace/seal.ts';
import { patience } from '../failure/scene.ts';
import { freshDatabase } from '../support/postgres.ts';

const run = promisify(execFile);

/** A Monday morning. */
const monday = new Date('2026-03-02T10:00:00Z');

/** A workspace with a local Slack and a repository of its own. */
export interface Home {
  readonly teamId: string;
  readonly slack: LocalSlack;
  readonly repository: string;
  /** Runs git in its repository. */
  git(...args: string[]): Promise<string>;
}

/** Several workspaces that one Gavel serves over HTTP, each of them installed in the database. */
export interface House extends AsyncDisposable {
  readonly homes: readonly [Home, Home];
  readonly parts: Parts;
  readonly databaseUrl: string;
  gavel: Gavel;
  /** The lines of the log so far. */
  said(): string;
  /** Installs Gavel in a workspace, as of now by its Slack's clock, sealed by the first of these keys. */
  install(home: Home, keys?: readonly [SecretKey, ...SecretKey[]], botToken?: string): Promise<void>;
  /** A workspace takes Gavel out. */
  takeOut(home: Home): Promise<void>;
  /** Starts Gavel again, with other parts where they are given. */
  restart(changes?: Partial<Parts>): Promise<void>;
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** What /readyz answers. */
  health(): Promise<{ readonly status: number; readonly checks: Readonly<Record<string, object>> }>;
}

/** A new key to seal tokens with. */
export function newKey(): SecretKey {
  return makeSecretKey(randomBytes(32));
}

/** How a house differs from the usual one, in which Gavel is installed in both workspaces. */
interface HouseSettings {
  readonly installedIn?: readonly (0 | 1)[];
  readonly parts?: Partial<Parts>;
  readonly rateLimits?: boolean;
  /** Where both Slacks deliver to, if that is not Gavel's own address. */
  readonly requestUrl?: string;
}

/** Two workspaces with the same ids of people and channels, and a Gavel that is installed in them. */
export async function openHouse(settings: HouseSettings = {}): Promise<House> {
  const { installedIn = [0, 1], rateLimits = true } = settings;
  const folder = await mkdtemp(join(tmpdir(), 'gavel-house-'));
  const databaseUrl = await freshDatabase();
  const signingSecret = randomBytes(16).toString('hex');
  const manifest = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8')) as unknown;
  const openHome = async (teamId: string): Promise<Home> => {
    const repository = join(folder, `${teamId}.git`);
    await createLocalRepository(repository);
    const workspace = { ...defaultWorkspace, id: teamId };
    const repositories = [{ name: 'decisions', path: repository }];
    const place = { mode: 'http', begins: monday, repositories } as const;
    const slack = await startLocalSlack({ manifest, rateLimits, workspace, signingSecret, ...place });
    const git = async (...args: string[]) => (await run('git', ['--git-dir', repository, ...args])).stdout;
    return { teamId, slack, repository, git };
  };
  const homes = [await openHome('T00000FIRST'), await openHome('T0000SECOND')] as const;
  const [{ slack: firstSlack, repository }] = homes;
  const key = newKey();
  const lines: string[] = [];
  const secrets = new Secrets();
  const archive = {
    ...{ repository, branch: undefined, folder: 'docs/decisions', token: undefined },
    author: { name: 'Gavel', email: 'gavel@example.com' },
  };
  const parts: Parts = {
    slack: { mode: 'http', botToken: undefined, signingSecret, apiUrl: undefined },
    ...{ databaseUrl, archive, dataFolder: folder, secretKeys: [key], secrets, installationsEvery: 50, rounds: '' },
    repositories: homes.map(({ teamId, repository: own }) => ({
      ...{ ...archive, repository: own, name: `of ${teamId}`, channels: undefined, workspaces: [teamId] },
      ...{ tokenVariable: undefined, folderSetting: 'folder' },
    })),
    listen: { host: '127.0.0.1', port: 0, healthHost: undefined, healthPort: 0 },
    settings: { publishesRejected: true, language: 'en', timeZone: undefined },
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    now: () => firstSlack.clock.now(),
    ...(rateLimits ? {} : { allowances: noAllowances }),
    ...settings.parts,
  };
  const pool = openPool(databaseUrl, () => undefined);
  const db = openDatabase(pool);
  const start = async (changes: Partial<Parts> = {}) => {
    const gavel = await startGavel({ ...parts, ...changes });
    const { requestUrl = `http://127.0.0.1:${gavel.port}/slack/events` } = settings;
    for (const { slack } of homes) slack.deliverTo(requestUrl);
    return gavel;
  };
  const install: House['install'] = async ({ teamId, slack }, keys = [key], botToken = slack.botToken) => {
    const { botUserId, apiUrl } = slack;
    await openInstallations(db, keys).save({ teamId, botUserId, botToken, apiUrl, installedAt: new Date() });
  };
  for (const place of installedIn) await install(homes[place]);
  const health = async (gavel: Gavel) => {
    const answer = await fetch(`http://127.0.0.1:${gavel.healthPort}/readyz`);
    const { checks } = (await answer.json()) as { checks: Record<string, { state: string }> };
    return { status: answer.status, checks };
  };

  const house: House = {
    ...{ homes, parts, databaseUrl, install },
    gavel: await start(),
    said: () => lines.join(''),
    takeOut: ({ teamId }) => openInstallations(db, [key]).revoke(teamId, new Date()),
    restart: async (changes) => {
      await house.gavel.stop();
      house.gavel = await start(changes);
    },
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    health: () => health(house.gavel),
    [Symbol.asyncDispose]: async () => {
      await house.gavel.stop();
      for (const { slack } of homes) await slack.stop();
      await db.destroy();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await expect.poll(async () => (await house.health()).checks.slack, patience).toEqual({ state: 'ok' });
  return house;
}
