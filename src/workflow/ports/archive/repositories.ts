import { isLike } from '../../../decision/text.ts';
import type { Channel } from '../chat/chat.ts';
import type { Forge } from '../forge/forge.ts';
import type { Archive } from './archive.ts';
import type { ArchiveMemory } from './archive-memory.ts';
import type { Publishing } from './publishing.ts';

/** A repository as a workspace uses it. A repository with several folders of ADRs appears once per folder. */
export interface Repository {
  /** What people call it. */
  readonly name: string;
  readonly archive: Archive;
  readonly memory: ArchiveMemory;
  /** The ids or names of the channels whose decisions go there, with `*` standing for anything; undefined for all. */
  readonly channels: readonly string[] | undefined;
  /** The API of its forge; unset where git alone is used. */
  readonly forge?: Forge | undefined;
  /** How its ADRs reach the branch; the usual way if it is unset. */
  readonly publishing?: Publishing | undefined;
}

/** The repositories that a workspace's decisions go to, in the order in which the operator named them. */
export class Repositories {
  readonly all: readonly Repository[];

  constructor(first: Repository, ...others: readonly Repository[]) {
    this.all = [first, ...others];
  }

  /** The repository named first. */
  get first(): Repository {
    const [first] = this.all;
    if (first === undefined) throw new Error('There is no repository.');
    return first;
  }

  /** Whether every channel has all of them. */
  get areForAll(): boolean {
    return this.all.every(({ channels }) => channels === undefined);
  }

  /** The repository with this archive, if it is one of them. */
  byArchive(id: string): Repository | undefined {
    return this.all.find(({ archive }) => archive.id === id);
  }

  /** The repositories that decisions of a channel go to. */
  ofChannel(channel: Pick<Channel, 'id' | 'name'>): readonly Repository[] {
    return this.all.filter(({ channels }) => channels?.some((pattern) => isMeant(pattern, channel)) ?? true);
  }
}

function isMeant(pattern: string, { id, name }: Pick<Channel, 'id' | 'name'>): boolean {
  return pattern === id || isLike(name, pattern.replace(/^#/, ''));
}
