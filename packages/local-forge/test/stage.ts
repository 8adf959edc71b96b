import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalForge, type LocalForgeSettings, startLocalForge } from '@gavel/local-forge/local-forge.ts';

/** A running local forge that stops at the end of its scope, and leaves nothing on the disk. */
export type Stage = LocalForge & AsyncDisposable & { readonly folder: string };

/** Starts a local forge for one test. */
export async function openForge(settings: Partial<LocalForgeSettings> = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'local-forge-'));
  const forge = await startLocalForge({ dialect: 'github', folder, ...settings });
  return {
    ...forge,
    folder,
    [Symbol.asyncDispose]: async () => {
      await forge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a local forge with the repository `team/adrs`, in which ann and ben may write, and `main` is as wanted. */
export async function openTeam(settings: Partial<LocalForgeSettings> = {}): Promise<Stage> {
  const forge = await openForge(settings);
  await forge.admin.createRepository({
    path: 'team/adrs',
    files: { 'README.md': 'Our decisions\n', 'docs/adr/0001-use-adrs.md': '# Use ADRs\n' },
    members: { ann: 'maintain', ben: 'write', eve: 'read' },
  });
  return forge;
}

/** What git printed, and how it ended. */
export interface GitRun {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A clone on this machine's disk that is removed at the end of its scope. */
export interface Clone extends AsyncDisposable {
  readonly folder: string;
  git(...args: readonly string[]): Promise<GitRun>;
  /** Commits a file. */
  commit(file: string, text: string, message?: string): Promise<void>;
}

/** Clones by git itself, and fails if git fails. */
export async function clone(url: string, ...options: readonly string[]): Promise<Clone> {
  const folder = await mkdtemp(join(tmpdir(), 'local-forge-clone-'));
  const git = (...args: readonly string[]): Promise<GitRun> => runGit(folder, args);
  const run = await runGit(folder, ['clone', '--quiet', ...options, url, '.']);
  if (run.status !== 0) throw new Error(run.err);
  return {
    folder,
    git,
    commit: async (file, text, message = `Write ${file}`) => {
      await writeFile(join(folder, file), text);
      await git('add', '--all');
      const { status, err } = await git('commit', '--quiet', '-m', message);
      if (status !== 0) throw new Error(err);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs git as a person without any configuration. Doesn't throw. */
export function runGit(folder: string, args: readonly string[]): Promise<GitRun> {
  const who = { NAME: 'Ann', EMAIL: 'ann@example.com' };
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    ...Object.fromEntries(Object.entries(who).map(([name, value]) => [`GIT_AUTHOR_${name}`, value])),
    ...Object.fromEntries(Object.entries(who).map(([name, value]) => [`GIT_COMMITTER_${name}`, value])),
  };
  return new Promise((resolve) => {
    execFile('git', args, { cwd: folder, env }, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
  });
}

/** A webhook that has arrived. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly payload: Record<string, unknown>;
}

/** A receiver of webhooks, whose answer each test chooses. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  status: number;
}

/** Listens for webhooks on 127.0.0.1. */
export async function listenForWebhooks(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const raw = Buffer.concat(chunks).toString();
    received.push({ headers: incoming.headers, raw, payload: JSON.parse(raw) });
    response.writeHead(receiver.status);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    received,
    status: 204,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
