import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';

/** A PostgreSQL of the test's own, which can go away and come back at its address. */
export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
  /** Stops it at once, in the middle of whatever it does, as a power cut would. */
  crash(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Starts one, which is stopped with the test. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-away-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const place = join(folder, 'postgres');
  let server: EmbeddedPostgres = await startEmbeddedPostgres(place, ['fsync=off']);
  onTestFinished(() => server.stop());
  const { url } = server;
  return {
    url,
    stop: () => server.stop(),
    crash: async () => {
      const [pid] = (await readFile(join(place, 'postmaster.pid'), 'utf8')).split('\n');
      // PostgreSQL: “immediate shutdown”, after which it has to recover.
      process.kill(Number(pid), 'SIGQUIT');
      await server.stop();
    },
    comeBack: async () => {
      server = await startEmbeddedPostgres(place, ['fsync=off', `port=${new URL(url).port}`]);
    },
  };
}
