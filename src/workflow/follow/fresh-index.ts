import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexGap } from '../../decision/failure/refusal.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import { inRepository, type Ports, type RepositoryPorts } from '../ports/ports.ts';
import { followArchive } from './follow-archive.ts';
import { partSize } from './read-parts.ts';

const kinds = { 'in step': undefined, 'too long': 'being read', stopped: 'stopped' } as const;

/** Brings the index in step with git, if that takes only seconds. Returns what prevents that. */
async function freshenIndex(ports: RepositoryPorts): Promise<IndexGap | undefined> {
  try {
    const kind = kinds[(await followArchive(ports, { most: partSize })).outcome];
    return kind && { kind };
  } catch (error) {
    if (error instanceof ArchiveError) return { kind: 'away', trouble: error.trouble };
    throw error;
  }
}

/** How long to wait for one of several repositories, in milliseconds, while somebody waits for all of them. */
const patience = 5_000;

/**
 * Brings the indexes of repositories in step with git, all at once, and returns what prevents that for each of them. If
 * there are several, a slow one is not waited for.
 */
export async function freshenIndexes(ports: Ports, repositories: readonly Repository[]): Promise<readonly IndexGap[]> {
  const waiting = new AbortController();
  const freshen = async (repository: Repository): Promise<IndexGap | undefined> => {
    const gap = freshenIndex(inRepository(ports, repository));
    if (repositories.length === 1) return gap;
    const { label: place, listed } = repository.archive;
    const trouble = { code: 'unreachable', place, said: '', ...(listed ? { listed } : {}) } as const;
    const late: IndexGap = { kind: 'away', trouble };
    const found = await Promise.race([gap, sleep(patience, late, { signal: waiting.signal })]);
    return found && { ...found, repository: repository.name };
  };
  try {
    const found = await Promise.all(repositories.map(freshen));
    return found.flatMap((gap) => gap ?? []);
  } finally {
    waiting.abort();
  }
}
