import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject, parseJson } from '../json.ts';
import type { WorkspaceState } from './state.ts';

/** How long to wait before writing a change, in milliseconds, so that later changes are included. */
const writeDelay = 200;

/** Reads a workspace from its file; undefined if the file doesn't exist. Throws if the file has other content. */
export async function readState(path: string): Promise<WorkspaceState | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const state = parseJson(text);
  if (!isState(state)) {
    throw new Error(`${path} is not a workspace of this version of the local Slack. Move the file away to start over.`);
  }
  // Nobody answers a submission that was in progress when the server stopped.
  for (const modal of state.modals) modal.isSubmitting = false;
  // In an earlier version, all files belonged to the app.
  const earlier = { user: state.app.botUserId, created: 0, isHidden: false };
  state.files = state.files.map((file) => ({ ...earlier, ...file }));
  return state;
}

function isState(value: unknown): value is WorkspaceState {
  return isObject(value) && value.version === 1 && Array.isArray(value.users) && Array.isArray(value.messages);
}

/** Writes a workspace to its file soon after each change, and once more at the end. */
export class StateFile {
  readonly #path: string;
  readonly #state: WorkspaceState;
  #waiting: NodeJS.Timeout | undefined;
  #isStopped = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, state: WorkspaceState) {
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

  /** Writes the workspace now. Resolves when it is on disk. */
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
