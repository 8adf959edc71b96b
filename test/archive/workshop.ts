import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { type ArchiveSettings, openArchive } from '../../src/archive/archive.ts';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import type { Change } from '../../src/workflow/ports/archive/change.ts';
import type { Snapshot } from '../../src/workflow/ports/archive/snapshot.ts';
import { commitFiles } from '../support/commit-files.ts';

const run = promisify(execFile);

/** Runs the system's git in a folder, as a person would; resolves to its trimmed output. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'safe.directory=*'];
  const { PATH, GIT_CONFIG_SYSTEM } = process.env;
  const environment = { PATH, GIT_CONFIG_SYSTEM, HOME: folder, LC_ALL: 'C' };
  return (await run('git', ['-C', folder, ...who, ...args], { env: environment })).stdout.trim();
}

/** A temporary folder that is removed with the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-archive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Puts an executable script into a folder. */
export async function writeScript(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

/** A PATH on which git writes its arguments to a file before it does its work. */
export async function watchGit(): Promise<{ path: string; log: string }> {
  const folder = await makeFolder();
  const log = join(folder, 'arguments');
  const path = `${folder}/bin:${process.env.PATH}`;
  await writeScript(
    join(folder, 'bin/git'),
    `printf '%s\\n' "$*" >>'${log}'\nPATH='${process.env.PATH}' exec git "$@"`,
  );
  return { path, log };
}

/** An empty bare repository: the team's remote. */
export async function makeRemote(): Promise<string> {
  const path = join(await makeFolder(), 'team.git');
  await createLocalRepository(path);
  return path;
}

/** Commits files to a branch of the remote, deleting those that are undefined; resolves to the commit. */
export async function pushFiles(
  remote: string,
  files: Record<string, string | Uint8Array | undefined>,
  branch = 'main',
): Promise<string> {
  return commitFiles(remote, files, { message: `Change ${Object.keys(files).join(', ')}`, branch });
}

/** Makes a file of the remote executable, in a commit of its own. */
export async function makeExecutable(remote: string, path: string): Promise<void> {
  const clone = join(await makeFolder(), 'clone');
  await git('/', 'clone', '--quiet', remote, clone);
  await git(clone, 'update-index', '--chmod=+x', path);
  await git(clone, 'commit', '--quiet', '--message', `Make ${path} executable`);
  await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
}

/**
 * Commits a folder with files of these names to `main`, all with one content. Unlike `pushFiles`, it takes any name
 * that a git tree can hold, whatever file systems make of it.
 */
export function pushNames(remote: string, folder: string, names: readonly string[]): void {
  const make = (args: readonly string[], input = '') => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const { stdout, stderr, status } = spawnSync('git', ['-C', remote, ...who, ...args], { input, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const blob = make(['hash-object', '-w', '--stdin'], 'old');
  let tree = make(['mktree', '-z'], names.map((name) => `100644 blob ${blob}\t${name}\0`).join(''));
  for (const part of folder.split('/').toReversed()) tree = make(['mktree'], `040000 tree ${tree}\t${part}\n`);
  make(['update-ref', 'refs/heads/main', make(['commit-tree', tree, '-m', 'Name files'])]);
}

/** The names of a snapshot's files. */
export function namesIn(snapshot: Snapshot): string[] {
  return [...snapshot.files.keys()];
}

/** The text of one file, as it is. */
export async function readText(snapshot: Snapshot, name: string): Promise<string | undefined> {
  return (await snapshot.read([name])).get(name)?.text;
}

/** Settings for a repository, with a cache of its own. */
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

/** A change that writes one file; equal numbers give equal files. */
export function makeChange(number: number, more: Partial<Change> = {}): Change {
  return {
    decisionId: `decision-${number}`,
    files: [{ name: `000${number}-choose-${number}.md`, content: `# Choose ${number}\n` }],
    subject: `ADR 000${number}: Choose ${number}`,
    body: [],
    at: new Date('2026-02-03T04:05:06Z'),
    timeZone: 'UTC',
    ...more,
  };
}

/** Makes an ssh key for signatures, and returns the path of its private half. */
export async function makeSshKey(type = 'ed25519', passphrase = ''): Promise<string> {
  const key = join(await makeFolder(), 'key');
  await run('ssh-keygen', ['-q', '-t', type, '-N', passphrase, '-C', 'gavel', '-f', key]);
  return key;
}
