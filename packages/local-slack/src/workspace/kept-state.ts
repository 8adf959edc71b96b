import { isObject } from '@gavel/local-server/json.ts';
import { readState } from '@gavel/local-server/state-file.ts';
import type { WorkspaceState } from './state.ts';

/** Reads a workspace from its file; undefined if the file doesn't exist. Throws if the file has other content. */
export async function readWorkspace(path: string): Promise<WorkspaceState | undefined> {
  const refusal = 'is not a workspace of this version of the local Slack. Move the file away to start over.';
  const state = await readState(path, { isState, refusal });
  if (state === undefined) return undefined;
  // Nobody answers a submission that was in progress when the server stopped.
  for (const modal of state.modals) modal.isSubmitting = false;
  // In an earlier version, all files belonged to the app.
  const earlier = { user: state.app.botUserId, created: 0, isHidden: false };
  state.files = state.files.map((file) => ({ ...earlier, ...file }));
  // An earlier version had no Work Objects.
  state.flexpanes ??= {};
  state.details ??= [];
  state.composed ??= [];
  return state;
}

function isState(value: unknown): value is WorkspaceState {
  return isObject(value) && value.version === 1 && Array.isArray(value.users) && Array.isArray(value.messages);
}
