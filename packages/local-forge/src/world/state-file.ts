import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isObject, parseJson } from '../json.ts';
import type { ForgeState } from './state.ts';

/** How long to wait before writing a change, in milliseconds, so that later changes are included. */
const writeDelay = 200;

/** The state of a new forge. */
export function newState(): ForgeState {
  return {
    nextId: 1000,
    signingSecret: randomBytes(32).toString('hex'),
    accounts: [],
    repositories: [],
    tokens: [],
    apps: [],
    hooks: [],
    signingKeys: [],
  };
}

/** Reads a forge from its file; undefined if the file doesn't exist. Throws if the file has other content. */
export async function readState(path: string): Promise<ForgeState | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const state = parseJson(text);
  if (!isState(state)) {
    throw new Error(`${path} is not a forge of this version of the local forge. Move its folder away to start over.`);
  }
  return state;
}

function isState(value: unknown): value is ForgeState {
  return isObject(value) && Array.isArray(value.repositories) && Array.isArray(value.signingKeys);
}

/** Writes a forge to its file soon after each change, and once more at the end. */
export class StateFile {
  readonly #path: string;
  readonly #state: ForgeState;
  #waiting: NodeJS.Timeout | undefined;
  #isStopped = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, state: ForgeState) {
    this.#path = path;
    this.#state = state;
  }

  /** Schedules a write, unless `stop` was called. */
  changed(): void {
    if (this.#isStopped) return;
    this.#waiting ??= setTimeout(() => {
      // The next change tries again, and stop() reports a failure.
      this.#write().catch(() => undefined);
    }, writeDelay);
  }

  /** Writes the forge now. Resolves when it is on disk. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#write();
  }

  #write(): Promise<void> {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(async () => {
        // Write a new file and rename it, so that a crash leaves either the old or the new file.
        await writeFile(`${this.#path}.new`, JSON.stringify(this.#state), { mode: 0o600 });
        await rename(`${this.#path}.new`, this.#path);
      });
    return this.#writing;
  }
}
