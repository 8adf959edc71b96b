import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';

/** A PgBouncer of the test's own, in front of a database. */
export interface PgBouncer {
  /** The address of that database through PgBouncer. */
  readonly url: string;
  /** Everything that it logged so far. */
  said(): string;
}

/** How a PgBouncer is configured; everything else is PgBouncer's default. */
export interface PgBouncerSettings {
  readonly pool_mode: 'session' | 'transaction' | 'statement';
  /** How many connections to PostgreSQL it shares. */
  readonly default_pool_size: number;
  readonly max_prepared_statements?: number;
}

// PgBouncer refuses to run as root, and Debian installs it outside a user's PATH.
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const environment = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };

function readVersion(): string | undefined {
  try {
    return /PgBouncer (\S+)/.exec(
      execFileSync('pgbouncer', ['--version'], { env: environment, encoding: 'utf8' }),
    )?.[1];
  } catch {
    return undefined;
  }
}

const version = readVersion();
const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);

/** Whether this PgBouncer passes on prepared statements in transaction mode, as it does since 1.21. */
export const knowsPreparedStatements = major > 1 || minor >= 21;

/** A suite with real PgBouncers. If it isn't installed, the suite is skipped and says so, but in CI it fails. */
export function describeWithPgBouncer(name: string, suite: () => void): void {
  if (version === undefined && process.env.CI === undefined) {
    describe.skip(`${name} (skipped: no pgbouncer was found; install Debian’s package of this name)`, suite);
    return;
  }
  describe(name, { timeout: 120_000 }, suite);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a PgBouncer in front of a database; it ends with the test. */
export async function startPgBouncer(databaseUrl: string, settings: PgBouncerSettings): Promise<PgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-pgbouncer-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { hostname, port, username, password } = new URL(databaseUrl);
  const ownPort = await freePort();
  const write = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content, { mode: 0o600 });
    if (isRoot) await chown(path, nobody, nobody);
    return path;
  };
  const users = await write('userlist.txt', `"${username}" "${decodeURIComponent(password)}"\n`);
  const lines = [
    '[databases]',
    `* = host=${hostname} port=${port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${ownPort}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
  ];
  const configuration = await write('pgbouncer.ini', `${lines.join('\n')}\n`);
  if (isRoot) await chown(folder, nobody, nobody);

  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  const child = spawn('pgbouncer', [configuration], { ...user, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const isUp = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PgBouncer ended at its start:\n${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk;
        if (said.includes('process up')) resolve();
      });
    }
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.pid === undefined) return;
    // PgBouncer: immediate shutdown.
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  await isUp;
  const url = new URL(databaseUrl);
  url.port = String(ownPort);
  return { url: url.href, said: () => said };
}
