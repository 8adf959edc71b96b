import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { type Address, parseAddress } from './archive/address.ts';
import { readConfigFile } from './config-file.ts';
import { type LanguageCode, languageCodes } from './decision/language-code.ts';
import { isTimeZone } from './decision/time/time-zone.ts';
import { type PublishingConfig, type PublishingName, publishingNames, readPublishing } from './publishing-config.ts';
import { readSecretKeys } from './secret-keys.ts';
import type { SecretKey } from './store/workspace/seal.ts';
import { en } from './words/en/en.ts';
import { wordTrouble } from './words/language.ts';
import { ArchiveError } from './workflow/ports/archive/archive-error.ts';

/**
 * How Gavel hears from Slack, and the token of the workspace that it works for. Without a token, it works only for the
 * workspaces where it is installed.
 */
export type SlackConnection =
  | {
      readonly mode: 'socket';
      readonly botToken: string | undefined;
      readonly appToken: string;
      /** For requests of Slackbot, which come over HTTP even then; undefined if they are not wanted. */
      readonly signingSecret?: string | undefined;
      readonly apiUrl: string | undefined;
    }
  | {
      readonly mode: 'http';
      readonly botToken: string | undefined;
      readonly signingSecret: string;
      readonly apiUrl: string | undefined;
    };

/** The team's git repository of ADRs. */
export interface ArchiveConfig {
  readonly repository: string;
  readonly branch: string | undefined;
  readonly folder: string;
  readonly token: string | undefined;
  readonly author: { readonly name: string; readonly email: string };
  /** How ADRs reach the branch; as usual if it is not set. */
  readonly publishing?: PublishingConfig | undefined;
}

/** One of several repositories: its name, and the channels and workspaces that it is for; undefined for all. */
export interface RepositoryConfig extends ArchiveConfig {
  readonly name: string;
  /** The environment variable that `token` is from. */
  readonly tokenVariable: string | undefined;
  /** What names the folder in the file. */
  readonly folderSetting: 'folder' | 'folders';
  readonly channels: readonly string[] | undefined;
  readonly workspaces: readonly string[] | undefined;
}

/** Where Gavel listens. */
export interface ListenConfig {
  /** The address that `port` is opened on; by default all addresses in HTTP mode, and 127.0.0.1 in Socket Mode. */
  readonly host: string | undefined;
  /** For Slack's requests in HTTP mode; for health checks and metrics in Socket Mode. 0 means any free port. */
  readonly port: number;
  /** The setting that names the port; PORT by default. */
  readonly portSetting?: string;
  /** Where full health checks and metrics are served, if not at `port`. */
  readonly healthHost: string | undefined;
  readonly healthPort: number | undefined;
}

/** Everything that an operator can set. What is undefined is started locally, for a first try. */
export interface Config {
  readonly slack: SlackConnection | undefined;
  /**
   * The keys that seal the tokens of installations: the first seals, and any of them opens. Without keys, there are no
   * installations.
   */
  readonly secretKeys: readonly SecretKey[];
  readonly archive: ArchiveConfig;
  readonly hasRepository: boolean;
  /** Those in the file that GAVEL_CONFIG names, in its order; empty when `archive` is for all channels. */
  readonly repositories: readonly RepositoryConfig[];
  /** What forges sign their webhooks with, the present secret and former ones; empty where none are sent. */
  readonly webhookSecrets: readonly string[];
  readonly databaseUrl: string | undefined;
  /** Where Gavel keeps what it starts itself: database, local repository, local Slack, local forge. */
  readonly dataFolder: string;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly healthHost: string | undefined;
  readonly healthPort: number | undefined;
  /** How long everything may take to stop. */
  readonly shutdownSeconds: number;
  readonly localSlackPort: number;
  readonly localForgePort: number;
  /** Where editors and agents read decisions on a first try; 0 if they don't. */
  readonly localToolsPort: number;
  readonly publishesRejected: boolean;
  readonly language: LanguageCode;
  /** The time zone of dates in ADRs; undefined for the one of whoever proposed. */
  readonly timeZone: string | undefined;
  /** The web address where people's editors and agents can read decisions; undefined when they can't. */
  readonly toolsAddress: string | undefined;
  readonly logLevel: string;
}

/** One or more environment variables are missing or wrong; the message names them all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(['Gavel can’t start like this:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

// Tokens of Slack and of the common git hosts, and addresses with credentials in them.
const looksSecret = /^(xox|xapp-|gh[a-z]_|github_pat_|glpat-)|:\/\/[^/]*@/;

/** A value as a problem quotes it; a secret in the wrong variable stays hidden. */
function show(value: string): string {
  return looksSecret.test(value) ? 'what looks like a secret' : `“${value}”`;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * Reads the environment once, and the file that it names. Throws ConfigError, naming every missing or bad variable at
 * once, and every mistake in the file with its line.
 */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = (name: string) => environment[name]?.trim() || undefined;
  const readPort = (name: string): number | undefined => {
    const value = read(name);
    if (value === undefined) return undefined;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    problems.push(`${name} is ${show(value)}. It must be a port: a number from 0 to 65535.`);
    return undefined;
  };
  const readHost = (name: string): string | undefined => {
    const value = read(name);
    if (value === undefined || isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)) return value;
    problems.push(`${name} is ${show(value)}. It must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.`);
    return undefined;
  };
  const readZone = (name: string): string | undefined => {
    const value = read(name);
    if (value === undefined || isTimeZone(value)) return value;
    problems.push(`${name} is ${show(value)}. It must be a time zone, such as Europe/Berlin.`);
    return undefined;
  };
  const readSeconds = (name: string, otherwise: number): number => {
    const value = read(name) ?? String(otherwise);
    if (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 3_600) return Number(value);
    problems.push(`${name} is ${show(value)}. It must be a whole number of seconds, from 1 to 3600.`);
    return otherwise;
  };
  const oneOf = <Allowed extends string>(name: string, allowed: readonly Allowed[], otherwise: Allowed): Allowed => {
    const value = read(name) ?? otherwise;
    const found = allowed.find((one) => one === value);
    if (found === undefined) problems.push(`${name} is ${show(value)}. It must be one of ${allowed.join(', ')}.`);
    return found ?? otherwise;
  };

  const secretKeys = readSecretKeys(read('GAVEL_SECRET_KEY'), problems);
  const slack = readSlack(read, problems);
  const repository = read('ADR_REPOSITORY');
  const isProduction = read('NODE_ENV') === 'production';
  if (isProduction && !slackVariables.some(read)) problems.push(`SLACK_BOT_TOKEN is not set. ${nothingInItsPlace}`);
  const file = read('GAVEL_CONFIG');
  if ((isProduction || slackVariables.some(read)) && !repository && file === undefined) {
    problems.push(
      'ADR_REPOSITORY is not set. It says where the decisions go: the path, https or ssh address of a git repository.',
    );
  }
  const address = repository ? checkAddress(repository, problems) : undefined;
  const databaseUrl = read('DATABASE_URL');
  if (isProduction && !databaseUrl) problems.push(`DATABASE_URL is not set. ${nothingInItsPlace}`);
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  const author = readAuthor(read('ADR_AUTHOR') ?? 'Gavel <gavel@localhost>', problems);
  const repositories = readRepositories(file, environment, problems).map((one) => ({ ...one, author }));
  const config: Config = {
    slack,
    secretKeys,
    archive: {
      repository: repository ?? '',
      branch: read('ADR_BRANCH'),
      folder: readFolder(read('ADR_FOLDER') ?? 'docs/decisions', problems),
      token: read('ADR_TOKEN'),
      author,
      publishing: file === undefined ? readPublishingFrom(read, address, problems) : undefined,
    },
    hasRepository: repository !== undefined || file !== undefined,
    repositories,
    webhookSecrets: readWebhookSecrets(read('FORGE_WEBHOOK_SECRET'), problems),
    databaseUrl,
    dataFolder: read('GAVEL_DATA') ?? 'data',
    host: readHost('HOST'),
    port: readPort('PORT'),
    healthHost: readHost('HEALTH_HOST'),
    healthPort: readPort('HEALTH_PORT'),
    shutdownSeconds: readSeconds('SHUTDOWN_SECONDS', 25),
    localSlackPort: readPort('LOCAL_SLACK_PORT') ?? 4280,
    localForgePort: readPort('LOCAL_FORGE_PORT') ?? 4281,
    localToolsPort: readPort('LOCAL_MCP_PORT') ?? 4282,
    publishesRejected: oneOf('ADR_REJECTED', ['publish', 'skip'], 'publish') === 'publish',
    language: oneOf('GAVEL_LANGUAGE', languageCodes, 'en'),
    timeZone: readZone('GAVEL_TIME_ZONE'),
    toolsAddress: readToolsAddress(read('MCP_URL'), problems),
    logLevel: oneOf('LOG_LEVEL', logLevels, slack ? 'info' : 'warn'),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const slackVariables = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'];

/** The variables that say where one repository for all channels is. */
const repositoryVariables = [
  ...['ADR_REPOSITORY', 'ADR_BRANCH', 'ADR_FOLDER', 'ADR_TOKEN'],
  ...Object.values(publishingNames).map(({ variable }) => variable),
];

function readPublishingFrom(
  read: (name: string) => string | undefined,
  address: Address | undefined,
  problems: string[],
): PublishingConfig {
  const nameOf = (name: PublishingName) => publishingNames[name].variable;
  const readOne = (name: PublishingName) => read(nameOf(name));
  const readList = (name: PublishingName) => {
    const items = readOne(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter(Boolean);
    return items;
  };
  const report = (_: PublishingName, words: string) => void problems.push(words);
  return readPublishing(
    { read: readOne, readList, readSecret: readOne, nameOf, show, report },
    { host: address?.host, token: address?.password ?? read('ADR_TOKEN') },
  );
}

/** The shortest secret of webhooks, in characters, that is accepted: guessing one must be hopeless. */
const shortestWebhookSecret = 16;

function readWebhookSecrets(value: string | undefined, problems: string[]): string[] {
  const secrets = (value ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean);
  if (secrets.some((secret) => secret.length < shortestWebhookSecret))
    problems.push(
      `FORGE_WEBHOOK_SECRET has a secret of fewer than ${shortestWebhookSecret} characters. “openssl rand -hex 32” prints a good one.`,
    );
  return secrets;
}

/** The repositories in the file that GAVEL_CONFIG names. */
function readRepositories(file: string | undefined, environment: Environment, problems: string[]) {
  if (file === undefined) return [];
  const both = repositoryVariables.filter((name) => environment[name]?.trim());
  if (both.length > 0) {
    problems.push(
      `GAVEL_CONFIG is set, and so ${both.length === 1 ? 'is' : 'are'} ${both.join(', ')}. The file says where the repositories are: please take the variables away, or GAVEL_CONFIG.`,
    );
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    problems.push(`GAVEL_CONFIG is ${show(file)}, and that file can’t be read: ${reason}.`);
    return [];
  }
  const read = readConfigFile(text, environment);
  problems.push(...read.problems.map((problem) => `${file}, ${problem}`));
  return read.repositories;
}

const nothingInItsPlace = 'With NODE_ENV=production, Gavel starts nothing of its own in its place.';

/** Tokens travel to this address, so that it must be encrypted, except on this machine. */
function readToolsAddress(value: string | undefined, problems: string[]): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  if (url && isSafe && url.username === '' && url.password === '' && url.search === '' && url.hash === '')
    return url.href;
  problems.push(`MCP_URL is ${show(value)}. It must be a whole address, such as https://gavel.example.com/mcp.`);
  return undefined;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function readSlack(read: (name: string) => string | undefined, problems: string[]): SlackConnection | undefined {
  const botToken = read('SLACK_BOT_TOKEN');
  const appToken = read('SLACK_APP_TOKEN');
  const signingSecret = read('SLACK_SIGNING_SECRET');
  const apiUrl = read('SLACK_API_URL');
  if (!slackVariables.some(read)) return undefined;

  // A value of the wrong kind is never shown, only its variable: it may well be another secret.
  const worksForInstallations = read('GAVEL_SECRET_KEY') !== undefined;
  if (!botToken && !worksForInstallations)
    problems.push(
      'SLACK_BOT_TOKEN is not set. It begins with xoxb- and is under “OAuth & Permissions” of your Slack app.',
    );
  if (botToken && !botToken.startsWith('xoxb-'))
    problems.push('SLACK_BOT_TOKEN is no bot token: those begin with xoxb-.');
  if (appToken && !appToken.startsWith('xapp-'))
    problems.push('SLACK_APP_TOKEN is no app-level token: those begin with xapp-.');
  if (!appToken && !signingSecret) {
    problems.push(
      'Set SLACK_APP_TOKEN (xapp-…, for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) as well: one of them says how Slack reaches Gavel.',
    );
  }
  if (apiUrl && !isWebAddress(apiUrl))
    problems.push('SLACK_API_URL must be a whole address, such as https://slack-gov.com/api/.');
  if (appToken) return { mode: 'socket', botToken, appToken, ...(signingSecret ? { signingSecret } : {}), apiUrl };
  return signingSecret ? { mode: 'http', botToken, signingSecret, apiUrl } : undefined;
}

/** Refuses an address that can never work. If merely nobody answers there now, Gavel waits. */
function checkAddress(repository: string, problems: string[]): Address | undefined {
  try {
    return parseAddress(repository);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    problems.push(`ADR_REPOSITORY can’t be used. ${wordTrouble(en, error.trouble)}`);
    return undefined;
  }
}

function readFolder(value: string, problems: string[]): string {
  const steps = value.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..'))
    problems.push(`ADR_FOLDER is ${show(value)}. It must be a folder inside the repository, such as docs/decisions.`);
  return steps.join('/');
}

function readAuthor(value: string, problems: string[]): { name: string; email: string } {
  const [, name = '', email = ''] = /^([^<>\n]+)<(?=[^<>\s]+@[^<>\s])([^<>\s]+)>$/.exec(value) ?? [];
  if (name.trimEnd() !== '' && email !== '') return { name: name.trimEnd(), email };
  problems.push(`ADR_AUTHOR is ${show(value)}. It must look like: Gavel <gavel@example.com>`);
  return { name: '', email: '' };
}
