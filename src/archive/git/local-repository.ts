import { mkdir, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import { findTrouble, unknownTrouble } from '../trouble.ts';
import { type Git, GitFailed, openGit } from './git.ts';
import { bareEnvironment, type Environment } from './git-environment.ts';

const timeout = 60_000;

/**
 * Creates a bare repository with the branch `main`, for a first start without a remote; leaves an existing repository
 * alone. Throws ArchiveError when git is missing or the folder holds something else.
 */
export async function createLocalRepository(path: string, environment: Environment = process.env): Promise<void> {
  const place = resolve(path);
  const git = openGit({ environment: bareEnvironment(environment), timeout, secrets: [] });
  const isFree = await isEmptyOrMissing(place);
  if (!isFree && (await isRepository(git, place))) return;
  await mkdir(place, { recursive: true });
  if (!isFree) throw new ArchiveError({ code: 'folder occupied', place });
  try {
    await git(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', place]);
  } catch (error) {
    throw toArchiveError(error, place);
  }
}

async function isEmptyOrMissing(place: string): Promise<boolean> {
  try {
    return (await readdir(place)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** A bare repository, or a folder with a work tree and `.git`. */
async function isRepository(git: Git, place: string): Promise<boolean> {
  for (const folder of [place, `${place}/.git`]) {
    try {
      await git(['rev-parse', '--resolve-git-dir', folder]);
      return true;
    } catch (error) {
      if (!(error instanceof GitFailed) || error.kind !== 'failed') throw toArchiveError(error, place);
    }
  }
  return false;
}

function toArchiveError(error: unknown, place: string): unknown {
  return error instanceof GitFailed ? (findTrouble(error, place) ?? unknownTrouble(error, place)) : error;
}
