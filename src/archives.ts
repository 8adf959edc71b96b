import { join } from 'node:path';
import type { Logger } from 'pino';
import { parseAddress } from './archive/address.ts';
import { type GitArchive, openArchive } from './archive/archive.ts';
import { type WatchedArchive, watchArchive } from './archive/watch.ts';
import type { ArchiveConfig, RepositoryConfig } from './config.ts';
import type { Listed } from './decision/failure/trouble.ts';
import { type OpenForge, openForge } from './forges.ts';
import type { Condition } from './process/condition.ts';
import { ArchiveMemory } from './workflow/ports/archive/archive-memory.ts';
import { Repositories, type Repository } from './workflow/ports/archive/repositories.ts';

/** Where the archives of this process are. */
interface ArchivesParts {
  readonly archive: ArchiveConfig;
  /** Set when there are several; by default, only those of `archive`. */
  readonly repositories?: readonly RepositoryConfig[];
  readonly dataFolder: string;
  readonly log: Logger;
}

/** The archives of this process. Each is opened once, and watched from then on, whoever uses it. */
export interface Archives {
  /** The repositories of a workspace. Throws NoRepository when the configuration has none for it. */
  of(teamId: string): Repositories;
  /** The names of the archives. */
  readonly label: string;
  /**
   * The condition of each, by the name that people use for it; a single one for all channels is just the repository.
   */
  readonly checks: Readonly<Record<string, () => Condition>>;
  stop(): Promise<void>;
}

/** The file of GAVEL_CONFIG has no repository for a workspace. */
export class NoRepository extends Error {
  override readonly name = 'NoRepository';

  constructor(teamId: string) {
    super(
      `GAVEL_CONFIG has no repository for the workspace ${teamId}. Name it under “workspaces” of one, or leave “workspaces” out there.`,
    );
  }
}

/** An archive, its forge, and how ADRs reach its branch. */
interface Opened extends Pick<Repository, 'forge' | 'publishing'> {
  readonly git: GitArchive;
  readonly watched: WatchedArchive;
}

/** Opens the archives of workspaces as they are asked for; `onBack` is called when one is reachable again. */
export function openArchives(parts: ArchivesParts, onBack: () => void): Archives {
  const { archive, repositories = [], dataFolder, log } = parts;
  const opened = new Map<string, Opened>();
  const forges = new Map<string, OpenForge>();
  const cacheFolder = join(dataFolder, 'archive');

  /** Folders of one repository share what is known of its forge. */
  const openForgeOf = ({ repository, publishing }: ArchiveConfig): OpenForge | undefined => {
    if (publishing?.forge === undefined) return undefined;
    const key = JSON.stringify([repository, publishing.forge]);
    const forge = forges.get(key) ?? openForge(publishing.forge, parseAddress(repository));
    forges.set(key, forge);
    return forge;
  };
  const open = (config: ArchiveConfig, listed?: Listed): Opened => {
    const { publishing, token: ownToken } = config;
    const { forge, gitToken, makeCommit } = openForgeOf(config) ?? {};
    const token = publishing?.forge?.key.kind === 'app' ? gitToken : ownToken;
    const { signing, forge: at } = publishing ?? {};
    const otherFolders = repositories.filter((other) => isSameBranch(other, config)).map(({ folder }) => folder);
    const where = { listed, cacheFolder, otherFolders };
    const git = openArchive({ ...config, ...where, token, makeCommit, signing, forgeKind: at?.kind });
    const journal = listed === undefined ? log : log.child({ repository: listed.name });
    const known = opened.get(git.id);
    if (known) return known;
    const watched = watchArchive(git, journal, onBack);
    const one = { git, forge: forge && watched.watchForge(forge), publishing, watched };
    opened.set(git.id, one);
    return one;
  };
  const stop = async () => {
    await Promise.all([...opened.values()].map(({ watched }) => watched.stop()));
  };
  if (repositories.length > 0) {
    const all = repositories.map((config) => ({ config, ...open(config, listedAs(config)) }));
    return {
      label: repositories.map(({ name }) => name).join(', '),
      of: (teamId) => {
        const own = all.filter(({ config: { workspaces } }) => workspaces?.includes(teamId) ?? true);
        const [first, ...others] = own.map(({ config: { name, channels }, forge, publishing, watched }) => {
          return { name, channels, archive: watched.archive, forge, publishing, memory: new ArchiveMemory() };
        });
        if (first === undefined) throw new NoRepository(teamId);
        return new Repositories(first, ...others);
      },
      checks: Object.fromEntries(
        all.map(({ config, watched }) => [`repository ${config.name}`, () => watched.condition()]),
      ),
      stop,
    };
  }
  const { git, forge, publishing, watched } = open(archive);
  return {
    label: git.label,
    of: () => {
      const memory = new ArchiveMemory();
      const name = git.label;
      return new Repositories({ name, archive: watched.archive, forge, publishing, memory, channels: undefined });
    },
    checks: { repository: () => watched.condition() },
    stop,
  };
}

function isSameBranch(one: ArchiveConfig, other: ArchiveConfig): boolean {
  const [place, otherPlace] = [one, other].map(({ repository }) => parseAddress(repository).place.toLowerCase());
  return place === otherPlace && one.branch === other.branch;
}

function listedAs({ name, tokenVariable, folderSetting }: RepositoryConfig): Listed {
  return { name, folderSetting, ...(tokenVariable === undefined ? {} : { tokenVariable }) };
}
