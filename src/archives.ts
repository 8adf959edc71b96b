import { join } from 'node:path';
import type { Logger } from 'pino';
import { type GitArchive, openArchive } from './archive/archive.ts';
import { type WatchedArchive, watchArchive } from './archive/watch.ts';
import type { ArchiveConfig } from './config.ts';
import { type Condition, together } from './process/condition.ts';
import { ArchiveMemory } from './workflow/ports/archive-memory.ts';
import { Repositories } from './workflow/ports/repositories.ts';

/** Where the archives of this process are. */
interface ArchivesParts {
  readonly archive: ArchiveConfig;
  readonly archiveOf?: (teamId: string) => ArchiveConfig | undefined;
  readonly dataFolder: string;
  readonly log: Logger;
}

/** The archives of this process. Each is opened once, and watched from then on, whoever uses it. */
export interface Archives {
  /** The repositories of a workspace. */
  of(teamId: string): Repositories;
  /** What the archive of all workspaces is called that have no other. */
  readonly label: string;
  condition(): Condition;
  stop(): Promise<void>;
}

/** Opens the archives of workspaces as they are asked for; `onBack` is called when one can be reached again. */
export function openArchives(parts: ArchivesParts, onBack: () => void): Archives {
  const { archive, archiveOf, dataFolder, log } = parts;
  const opened = new Map<string, { readonly git: GitArchive; readonly watched: WatchedArchive }>();
  const cacheFolder = join(dataFolder, 'archive');

  const open = (config: ArchiveConfig) => {
    const git = openArchive({ ...config, cacheFolder });
    const known = opened.get(git.id);
    if (known) return known;
    const one = { git, watched: watchArchive(git, log, onBack) };
    opened.set(git.id, one);
    return one;
  };
  const { label } = open(archive).git;
  return {
    label,
    of: (teamId) => {
      const { git, watched } = open(archiveOf?.(teamId) ?? archive);
      const memory = new ArchiveMemory();
      return new Repositories({ name: git.label, archive: watched.archive, memory, channels: undefined });
    },
    condition: () => {
      const all = [...opened.values()].map(({ git, watched }) => ({ name: git.label, condition: watched.condition() }));
      const [only] = all;
      return only && all.length === 1 ? only.condition : together(all);
    },
    stop: async () => {
      await Promise.all([...opened.values()].map(({ watched }) => watched.stop()));
    },
  };
}
