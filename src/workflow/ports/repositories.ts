import type { Archive } from './archive.ts';
import type { ArchiveMemory } from './archive-memory.ts';

/** A repository as a workspace uses it. Those with several folders of ADRs are one for each folder. */
export interface Repository {
  /** What people call it. */
  readonly name: string;
  readonly archive: Archive;
  readonly memory: ArchiveMemory;
}

/** The repositories that the decisions of a workspace go to. */
export interface Repositories {
  /** In the order in which the operator named them. */
  readonly all: readonly Repository[];
  /** The first of them. */
  readonly first: Repository;
}

/** One repository for all channels. */
export function oneRepository(repository: Repository): Repositories {
  return { all: [repository], first: repository };
}
