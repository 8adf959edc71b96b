import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type LocalForge, type LocalForgeSettings, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { expect } from 'vitest';
import type { ForgeTrouble } from '../../src/decision/failure/forge-trouble.ts';
import type { Delivery } from '../../src/forge/delivery.ts';
import type { Patience } from '../../src/forge/patience.ts';
import type { TokenSettings } from '../../src/forge/settings.ts';
import type { ReviewRequest } from '../../src/workflow/ports/forge/forge.ts';
import { ForgeError } from '../../src/workflow/ports/forge/forge-error.ts';

/** A review that says as little as it may. */
export const request: ReviewRequest = {
  branch: 'gavel/0012-use-go',
  into: 'main',
  title: 'ADR 0012: Use Go',
  body: 'Go it is.',
  isDraft: false,
  labels: [],
  reviewers: [],
  mergesItself: false,
};

/** Asks again at once. */
export const noPatience: Patience = { times: 3, pause: async () => {} };

/** A local forge that ends with its scope. */
export type Stage = LocalForge & AsyncDisposable;

/** Starts a local forge with a repository in which the bot may write, and with its branch for a review. */
export async function openStage(
  dialect: LocalForgeSettings['dialect'],
  path: string,
  role: 'write' | 'maintain' | 'admin' = 'write',
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-forge-'));
  const forge = await startLocalForge({ dialect, folder });
  forge.admin.createAccount('gavel-bot', 'bot');
  await forge.admin.createRepository({
    path,
    files: { 'docs/adr/0001-use-adrs.md': '# Use ADRs\n' },
    members: { ann: 'maintain', ben: 'write', 'gavel-bot': role },
  });
  await forge.person('gavel-bot').commit(path, { branch: request.branch, files: { 'docs/adr/0012.md': '# Use Go\n' } });
  return {
    ...forge,
    [Symbol.asyncDispose]: async () => {
      await forge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What Gavel needs to know of a repository of a local forge. */
export function settingsFor(stage: Stage, path: string, token: string): TokenSettings {
  const { host } = new URL(stage.url);
  return { host, path, place: `${host}/${path}`, token, apiUrl: `${stage.apiUrl}/`, patience: noPatience };
}

/** The trouble that a call meets. Fails if there is none, or if anything shows the secret. */
export async function troubleOf(work: Promise<unknown>, secret: string): Promise<ForgeTrouble> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
  if (!(error instanceof ForgeError)) throw new Error('There is no ForgeError.', { cause: error });
  return error.trouble;
}

/** Takes webhooks on 127.0.0.1. */
export async function takeDeliveries(): Promise<
  { readonly url: string; readonly deliveries: readonly Delivery[] } & AsyncDisposable
> {
  const deliveries: Delivery[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    deliveries.push({ headers: incoming.headers, body: Buffer.concat(chunks) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    deliveries,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
