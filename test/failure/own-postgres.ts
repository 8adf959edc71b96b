import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../db/embedded.ts';

/** A PostgreSQL of the test's own, which can go away and come back to the same address. */
export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Starts one; it goes with the test. */
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
    comeBack: async () => {
      server = await startEmbeddedPostgres(place, ['fsync=off', `port=${new URL(url).port}`]);
    },
  };
}
