import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../src/archive/git/cache.ts';
import { makeFolder } from '../workshop.ts';

/** The name that the folder of another process would have. */
function renameFor(folder: string, host: string | undefined, pid: number): string {
  const [key, ourHost, , turn] = basename(folder).split('.');
  return join(dirname(folder), [key, host ?? ourHost, pid, turn].join('.'));
}

/** A process id that was in use and no longer is. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--eval', '']).pid;
}

/** A cache left behind in `root` by somebody else. */
async function leaveBehind(root: string, host: string | undefined, pid: number): Promise<string> {
  const folder = await openCache(root, 'archive').claim();
  const theirs = renameFor(folder, host, pid);
  await writeFile(join(folder, 'mark'), '');
  await rename(folder, theirs);
  return theirs;
}

describe('the folder of a cache', () => {
  it('is never shared, neither in one process nor between archives', async () => {
    const root = await makeFolder();
    const caches = [openCache(root, 'archive'), openCache(root, 'archive'), openCache(root, 'other')];
    for (const [index, cache] of caches.entries()) await writeFile(join(await cache.claim(), `mark-${index}`), '');
    const contents = await Promise.all(caches.map(async (cache) => readdir(await cache.claim())));
    expect(contents).toEqual([['mark-0'], ['mark-1'], ['mark-2']]);
  });

  it('is taken over from a process that has ended', async () => {
    const root = await makeFolder();
    const theirs = await leaveBehind(root, undefined, endedProcess());
    const mine = await openCache(root, 'archive').claim();
    expect([existsSync(theirs), existsSync(join(mine, 'mark'))]).toEqual([false, true]);
  });

  it('stays with a process that runs', async () => {
    const root = await makeFolder();
    const theirs = await leaveBehind(root, undefined, process.ppid);
    const mine = await openCache(root, 'archive').claim();
    expect([existsSync(join(theirs, 'mark')), existsSync(join(mine, 'mark'))]).toEqual([true, false]);
  });

  it('stays with another host for a day', async () => {
    const root = await makeFolder();
    const theirs = await leaveBehind(root, 'elsewhere', 1);
    await openCache(root, 'archive').claim();
    expect(existsSync(join(theirs, 'mark'))).toBe(true);

    await utimes(theirs, 0, 0);
    const mine = await openCache(root, 'archive').claim();
    expect([existsSync(theirs), existsSync(join(mine, 'mark'))]).toEqual([false, true]);
  });

  it('leaves other folders alone, even when it is discarded', async () => {
    const root = await makeFolder();
    await mkdir(join(root, 'other'));
    const cache = openCache(root, 'archive');
    const mine = await cache.claim();
    await cache.discard();
    expect(await readdir(root)).toEqual(['other']);
    expect(await cache.claim()).toBe(mine);
  });
});
