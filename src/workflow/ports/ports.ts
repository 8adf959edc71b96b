import type { LanguageCode } from '../../decision/language-code.ts';
import type { Archive } from './archive.ts';
import type { ArchiveMemory } from './archive-memory.ts';
import type { Chat } from './chat.ts';
import type { Hearing } from './hearing.ts';
import type { Metrics } from './metrics.ts';
import type { Reader } from './reader.ts';
import type { Repositories, Repository } from './repositories.ts';
import type { Sight } from './sight.ts';
import type { Store } from './store.ts';

/**
 * All that a step may ask of the world: a workspace's Slack, rows and repositories, and what the process has for all.
 * `main` hands them in; tests hand in the same, started for the test.
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

/** What a step has that works on one repository. */
export interface RepositoryPorts extends Ports {
  readonly archive: Archive;
  readonly memory: ArchiveMemory;
}

/** The ports for work on a repository. */
export function inRepository(ports: Ports, { archive, memory }: Repository): RepositoryPorts {
  return { ...ports, archive, memory };
}

/** What an operator can choose about the workflow. */
export interface Settings {
  /** Whether rejected decisions are committed too, so that nobody has to argue them again. */
  readonly publishesRejected: boolean;
  /** What is spoken where nobody has chosen a language that Gavel speaks. */
  readonly language: LanguageCode;
}

/** Structured logging, as pino has it. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}
