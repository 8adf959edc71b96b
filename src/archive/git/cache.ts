import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { keepPrivateFolder } from '../../process/private-folder.ts';

/**
 * One archive's own folder inside the shared cache folder.
 *
 * The folder's name says which archive, host and process it belongs to, so no lock is needed. Two processes never work
 * in one folder. A folder left behind by a process that has ended is taken over by renaming it, which only one process
 * can do. And a lock file of a process killed in the middle of its work can't block anybody.
 */
export interface Cache {
  /** The folder's absolute path; created, or taken over, on the first call. */
  claim(): Promise<string>;
  /** Deletes the folder; the next use creates a new one. */
  discard(): Promise<void>;
}

/** After this time, another host's folder counts as left behind, since its process cannot be checked. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Folders in use by this process, which distinguish our own from those of a predecessor with our process id. */
const inUse = new Set<string>();

/** Returns the cache of the archive named `key` inside the folder `root`. */
export function openCache(root: string, key: string): Cache {
  const prefix = createHash('sha256').update(key).digest('hex').slice(0, 16);
  let mine: string | undefined;

  return {
    async claim() {
      if (mine === undefined) {
        mine = takeFreePath(root, prefix);
        await keepPrivateFolder(root);
        await takeOver(root, prefix, mine);
      }
      await mkdir(mine, { recursive: true });
      const now = new Date();
      await utimes(mine, now, now);
      return mine;
    },
    async discard() {
      if (mine !== undefined) await rm(mine, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function takeFreePath(root: string, prefix: string): string {
  for (let turn = 0; ; turn++) {
    const path = join(root, [prefix, thisHost(), process.pid, turn].join('.'));
    if (!inUse.has(path)) {
      inUse.add(path);
      return path;
    }
  }
}

/** Renames one abandoned folder to `mine` and deletes the other abandoned ones. */
async function takeOver(root: string, prefix: string, mine: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    if (!name.startsWith(`${prefix}.`) || path === mine || !(await isAbandoned(path, name))) continue;
    try {
      await rename(path, mine);
    } catch {
      // We have one already, or another process was faster; both are fine.
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function isAbandoned(path: string, name: string): Promise<boolean> {
  if (inUse.has(path)) return false;
  const [, host, pid] = name.split('.');
  if (host === thisHost()) return Number(pid) === process.pid || !isRunning(Number(pid));
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > abandonedAfter;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function thisHost(): string {
  return hostname().replaceAll(/[^A-Za-z0-9-]/gu, '-');
}
