import { join, resolve } from 'node:path';
import type { Address } from '../address.ts';
import type { Credentials } from './credentials.ts';

/** An environment as Node provides it: `process.env` or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What commits are signed with: an ssh key by the path of its file, or a key of gpg by its id. git and its helpers read
 * the key; Gavel never does.
 */
export interface Signing {
  readonly key: string;
  readonly format: 'ssh' | 'openpgp';
}

/**
 * What git and ssh may see of our own environment: enough for keys, proxies and certificates, but none of the bot's
 * secrets. This also keeps out GIT_DIR and similar variables, which are set while a git hook runs.
 */
const passedOn: readonly string[] = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR', 'TMP', 'TEMP', 'SYSTEMROOT', 'LD_LIBRARY_PATH'],
  ...['XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_EXEC_PATH'],
  ...['SSH_AUTH_SOCK', 'SSH_AGENT_PID', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT', 'GNUPGHOME'],
  ...['http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_PROXY_SSL_CAINFO'],
];

/** Overrides for settings in the machine's git configuration that would change or prevent our work. */
const overridden: readonly (readonly [key: string, value: string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  // Nothing is ever checked out, so a name that only some file systems treat as .git does no harm.
  ['core.protectHFS', 'false'],
  ['core.protectNTFS', 'false'],
  ['fetch.prune', 'false'],
  ['gc.autoDetach', 'false'],
  // Where a repository has moved to is asked once; what is pushed is never sent elsewhere in mid-course.
  ['http.followRedirects', 'initial'],
  ['i18n.commitEncoding', 'UTF-8'],
  ['i18n.logOutputEncoding', 'UTF-8'],
  ['maintenance.autoDetach', 'false'],
  // Only version 2 lets a client ask for a single blob that no branch points at.
  ['protocol.version', '2'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['push.pushOption', ''],
  ['push.recurseSubmodules', 'no'],
];

/** The name of the archive's remote inside the cache; "origin" might be set in somebody's own configuration. */
export const remoteName = 'archive';

/** What git is given so that it may act for Gavel. */
interface Secrets {
  readonly credentials: Credentials | undefined;
  readonly signing: Signing | undefined;
}

/** The environment for git to work on the cache `gitFolder` for the repository at `address`. */
export function gitEnvironment(
  address: Address,
  { credentials, signing }: Secrets,
  gitFolder: string,
  host: Environment,
): Record<string, string> {
  const settings = [
    ...overridden,
    [`remote.${remoteName}.url`, urlFor(address, credentials)],
    ...credentialSettings(address, credentials),
    ...signingSettings(signing),
  ];
  return {
    // ControlPath: a shared ssh connection outlives git and holds its pipes open.
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=15 -o ControlPath=none',
    ...bareEnvironment(host),
    ...(address.transport === 'local' ? { GIT_CONFIG_GLOBAL: trustFile(gitFolder) } : {}),
    ...(credentials ? { GAVEL_GIT_USERNAME: credentials.username, GAVEL_GIT_PASSWORD: credentials.password } : {}),
    GIT_DIR: gitFolder,
    ...asVariables(settings),
  };
}

/** The environment for git without a repository: the settings above, English messages, no prompts. */
export function bareEnvironment(host: Environment): Record<string, string> {
  const kept = passedOn.flatMap((name) => (host[name] === undefined ? [] : [[name, host[name]] as const]));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    // Empty, so that no desktop or editor opens a prompt.
    GIT_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
  };
}

/** The location of the configuration that lets git use a local repository owned by another user. */
export function trustFile(gitFolder: string): string {
  return join(gitFolder, 'gavel-trust.gitconfig');
}

/**
 * The text of that file. It has to be a file: git does not pass settings from the environment to the git on the other
 * side of a local path, and safe.directory must be known there (git 2.39.4 and later refuse otherwise). By configuring
 * the path, the operator has said that it can be trusted.
 */
export function trustText(address: Address, host: Environment): string {
  const home = host.HOME;
  const configHome = host.XDG_CONFIG_HOME ?? (home && join(home, '.config'));
  const own = host.GIT_CONFIG_GLOBAL
    ? [host.GIT_CONFIG_GLOBAL]
    : [...(configHome ? [join(configHome, 'git', 'config')] : []), ...(home ? [join(home, '.gitconfig')] : [])];
  const included = own.map((path) => `\tpath = ${JSON.stringify(path)}\n`).join('');
  const trusted = [address.path, join(address.path, '.git')].map((path) => `\tdirectory = ${JSON.stringify(path)}\n`);
  return `[include]\n${included}[safe]\n${trusted.join('')}`;
}

/**
 * The username makes git log in with its first request. Otherwise it asks without, and takes no notice of a new address
 * of the repository that it is told only once it has logged in.
 */
function urlFor(address: Address, credentials: Credentials | undefined): string {
  if (credentials === undefined) return address.url;
  const url = new URL(address.url);
  url.username = encodeURIComponent(credentials.username);
  return url.href;
}

/** Answers git's password prompt from the environment, so that the password is in no argument and no file. */
const helper =
  '!answer() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "$GAVEL_GIT_USERNAME" "$GAVEL_GIT_PASSWORD"; }; answer';

function credentialSettings(address: Address, credentials: Credentials | undefined): string[][] {
  if (address.transport !== 'http') return [];
  const { origin } = new URL(address.url);
  if (!credentials) return address.username ? [[`credential.${origin}.username`, address.username]] : [];
  const url = urlFor(address, credentials);
  return [
    // An empty value disables the machine's own helpers, which might store the token.
    ['credential.helper', ''],
    [`credential.${origin}.helper`, helper],
    // Also makes git take the username of the address, and ask for its password, before it asks the remote.
    ['http.emptyAuth', 'true'],
    // The longest prefix wins: a rewrite of https to ssh must not bypass the token.
    [`url.${url}.insteadOf`, url],
    [`url.${url}.pushInsteadOf`, url],
  ];
}

function signingSettings(signing: Signing | undefined): string[][] {
  if (signing === undefined) return [];
  const { key, format } = signing;
  return [
    ['gpg.format', format],
    // git runs in a folder of its own.
    ['user.signingKey', format === 'ssh' ? resolve(key) : key],
  ];
}

/** Settings as git reads them from its environment (git 2.31). */
function asVariables(settings: readonly (readonly string[])[]): Record<string, string> {
  const variables = settings.flatMap(([key = '', value = ''], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(variables) };
}
