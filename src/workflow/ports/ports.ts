import type { LanguageCode } from '../../decision/language-code.ts';
import type { Archive } from './archive/archive.ts';
import type { ArchiveMemory } from './archive/archive-memory.ts';
import { type Publishing, usualPublishing } from './archive/publishing.ts';
import type { Reader } from './archive/reader.ts';
import type { Repositories, Repository } from './archive/repositories.ts';
import type { Chat } from './chat/chat.ts';
import type { Hearing } from './chat/hearing.ts';
import type { Sight } from './chat/sight.ts';
import type { Forge } from './forge/forge.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store.ts';

/**
 * Everything that a step may ask of the world: a workspace's Slack, rows and repositories, and what the process shares
 * among all workspaces. `main` provides them; tests provide their own.
 */
export interface Ports {
  readonly store: Store;
  readonly chat: Chat;
  readonly hearing: Hearing;
  readonly sight: Sight;
  readonly repositories: Repositories;
  readonly reader: Reader;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: Settings;
}

/** What a step that works on one repository has. */
export interface RepositoryPorts extends Ports {
  readonly archive: Archive;
  readonly memory: ArchiveMemory;
  readonly forge: Forge | undefined;
  readonly publishing: Publishing;
}

/** The ports for work on a repository. */
export function inRepository(ports: Ports, { archive, memory, forge, publishing }: Repository): RepositoryPorts {
  return { ...ports, archive, memory, forge, publishing: publishing ?? usualPublishing };
}

/** What an operator can configure about the workflow. */
export interface Settings {
  /** Whether rejected decisions are committed too, so that nobody has to discuss them again. */
  readonly publishesRejected: boolean;
  /** The language to use when nobody has chosen one that Gavel speaks. */
  readonly language: LanguageCode;
  /** The time zone of dates in ADRs, where neither the repository nor the channel has one; undefined for the proposer's. */
  readonly timeZone: string | undefined;
  /** The web address where people's editors and agents can read decisions; undefined when they can't. */
  readonly toolsAddress?: string | undefined;
}

/** Structured logging, compatible with pino. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}
