import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { makeFolder } from '../archive/workshop.ts';
import { startProcess } from './real-process.ts';

/** What others than the owner may do with a file, as `ls` shows it. */
async function rightsOfOthers(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o077).toString(8).padStart(2, '0');
}

const own = ['archive', 'decisions.git', 'forge', 'forge/forge.json', 'postgres', 'postgres.password', 'slack.json'];

/** Starts Gavel as for a first try and stops it again; returns what others may do with each part of its folder. */
async function rightsAfterStart(data: string): Promise<Record<string, string>> {
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
  const gavel = await startProcess({ GAVEL_DATA: data, LOCAL_SLACK_PORT: '0' });
  expect(await gavel.end('SIGTERM')).toEqual([0, null]);
  const rights = own.map(async (name) => [name, await rightsOfOthers(join(data, name))] as const);
  return Object.fromEntries(await Promise.all(rights));
}

const nothing = Object.fromEntries(own.map((name) => [name, '00']));

it('keeps others out of the folder that it creates, and everything in it', async () => {
  const data = join(await makeFolder(), 'data');
  expect(await rightsAfterStart(data)).toEqual(nothing);
  expect(await rightsOfOthers(data)).toBe('00');
});

it('keeps others out of its own folders that an earlier version left open, and leaves a given one as it is', async () => {
  const data = join(await makeFolder(), 'given');
  await createLocalRepository(join(data, 'decisions.git'));
  await mkdir(join(data, 'archive'), { recursive: true });
  for (const name of ['', 'archive', 'decisions.git']) await chmod(join(data, name), 0o755);
  expect(await rightsAfterStart(data)).toEqual(nothing);
  expect(await rightsOfOthers(data)).toBe('55');
});
