import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { type ArchiveSettings, openArchive } from '../../src/archive/archive.ts';
import { createLocalRepository } from '../../src/archive/local-repository.ts';
import type { Change } from '../../src/workflow/ports.ts';

const run = promisify(execFile);

/** Runs the system's git in a folder, as a person would; resolves to its trimmed output. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'safe.directory=*'];
  const environment = { PATH: process.env.PATH, HOME: folder, LC_ALL: 'C' };
  return (await run('git', ['-C', folder, ...who, ...args], { env: environment })).stdout.trim();
}

/** A temporary folder that goes away with the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-archive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** An empty bare repository, the team's remote. */
export async function makeRemote(): Promise<string> {
  const path = join(await makeFolder(), 'team.git');
  await createLocalRepository(path);
  return path;
}

/** Commits files to a branch of the remote from a clone, as a colleague would; resolves to the commit. */
export async function pushFiles(remote: string, files: Record<string, string>, branch = 'main'): Promise<string> {
  const clone = join(await makeFolder(), 'clone');
  await run('git', ['clone', '--quiet', remote, clone], { env: { PATH: process.env.PATH } });
  const known = await git(clone, 'branch', '--remotes', '--list', `origin/${branch}`);
  await git(clone, 'checkout', '--quiet', '-B', branch, ...(known ? [`origin/${branch}`] : []));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(clone, name)), { recursive: true });
    await writeFile(join(clone, name), content);
  }
  await git(clone, 'add', '--all');
  await git(clone, 'commit', '--quiet', '--message', `Change ${Object.keys(files).join(', ')}`);
  await git(clone, 'push', '--quiet', 'origin', branch);
  return git(clone, 'rev-parse', 'HEAD');
}

/** Settings for a repository, with a cache of their own. */
export async function settingsFor(repository: string, more: Partial<ArchiveSettings> = {}): Promise<ArchiveSettings> {
  return {
    repository,
    folder: 'docs/decisions',
    author: { name: 'Gavel', email: 'gavel@example.org' },
    cacheFolder: join(await makeFolder(), 'cache'),
    ...more,
  };
}

/** An archive on a repository, with a cache of its own. */
export async function archiveFor(repository: string, more: Partial<ArchiveSettings> = {}) {
  return openArchive(await settingsFor(repository, more));
}

/** A change that writes one file, always the same one for the same number. */
export function makeChange(number: number, more: Partial<Change> = {}): Change {
  return {
    decisionId: `decision-${number}`,
    files: [{ name: `000${number}-choose-${number}.md`, content: `# Choose ${number}\n` }],
    message: `ADR 000${number}: Choose ${number}`,
    at: new Date('2026-02-03T04:05:06Z'),
    ...more,
  };
}
