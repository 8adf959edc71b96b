import type { Archive } from './archive.ts';
import type { ArchiveMemory } from './archive-memory.ts';
import type { Chat } from './chat.ts';
import type { Hearing } from './hearing.ts';
import type { Metrics } from './metrics.ts';
import type { Reader } from './reader.ts';
import type { Sight } from './sight.ts';
import type { Store } from './store.ts';

/** All that a step may ask of the world. `main` hands them in; tests hand in the same, started for the test. */
export interface Ports {
  readonly store: Store;
  readonly chat: Chat;
  readonly hearing: Hearing;
  readonly sight: Sight;
  readonly archive: Archive;
  readonly memory: ArchiveMemory;
  readonly reader: Reader;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: Settings;
}

/** What an operator can choose about the workflow. */
export interface Settings {
  /** Whether rejected decisions are committed too, so that nobody has to argue them again. */
  readonly publishesRejected: boolean;
}

/** Structured logging, as pino has it. */
export interface Log {
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}
