import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject, parseJson } from '../json.ts';
import type { WorkspaceState } from './state.ts';

/** How long a change may wait before it is written, in milliseconds: many changes come together. */
const writeDelay = 200;

/** Reads a workspace from its file; undefined when there is none yet. Refuses a file of another kind. */
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
    throw new Error(
      `${path} does not hold a workspace of this version of the local Slack. Move it away to start anew.`,
    );
  }
  // Whoever was waiting for an answer when the server stopped will not get one.
  for (const modal of state.modals) modal.isSubmitting = false;
  // Workspaces kept by an earlier version knew only files of the app.
  const earlier = { user: state.app.botUserId, created: 0, isHidden: false };
  state.files = state.files.map((file) => ({ ...earlier, ...file }));
  return state;
}

function isState(value: unknown): value is WorkspaceState {
  return isObject(value) && value.version === 1 && Array.isArray(value.users) && Array.isArray(value.messages);
}

/** Keeps a workspace in its file: soon after a change, and once more at the end. */
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

  /** Writes the workspace soon; after stop(), no more. */
  changed(): void {
    if (this.#isStopped) return;
    this.#waiting ??= setTimeout(() => {
      // A failed write is told by stop(); until then the next change tries again.
      this.#write().catch(() => undefined);
    }, writeDelay);
  }

  /** Writes the workspace now, and waits until it is on disk. */
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
        // Written beside and renamed, so that a crash leaves the old file or the new one, never half of one.
        await writeFile(`${this.#path}.new`, JSON.stringify(this.#state), { mode: 0o600 });
        await rename(`${this.#path}.new`, this.#path);
      });
    return this.#writing;
  }
}
