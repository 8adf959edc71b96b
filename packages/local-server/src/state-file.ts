import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseJson } from './json.ts';

/** How long to wait before writing a change, in milliseconds, so that later changes are included. */
const writeDelay = 200;

/** What a state file may contain. */
interface StateKind<State> {
  readonly isState: (value: unknown) => value is State;
  /** What is wrong with any other content, and what to do. Follows the path of the file. */
  readonly refusal: string;
}

/** Reads a state from its file; undefined if the file doesn't exist. Throws if the file has other content. */
export async function readState<State>(
  path: string,
  { isState, refusal }: StateKind<State>,
): Promise<State | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const state = parseJson(text);
  if (!isState(state)) throw new Error(`${path} ${refusal}`);
  return state;
}

/** Writes a state to its file soon after each change, and once more at the end. */
export class StateFile {
  readonly #path: string;
  readonly #state: object;
  #waiting: NodeJS.Timeout | undefined;
  #isStopped = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, state: object) {
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

  /** Writes the state now. Resolves when it is on disk. */
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
        await mkdir(dirname(this.#path), { recursive: true });
        // Write a new file and rename it, so that a crash leaves either the old or the new file.
        await writeFile(`${this.#path}.new`, JSON.stringify(this.#state), { mode: 0o600 });
        await rename(`${this.#path}.new`, this.#path);
      });
    return this.#writing;
  }
}
