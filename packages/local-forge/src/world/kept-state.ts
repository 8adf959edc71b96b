import { randomBytes } from 'node:crypto';
import { isObject } from '@gavel/local-server/json.ts';
import { readState } from '@gavel/local-server/state-file.ts';
import type { ForgeState } from './state.ts';

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
export function readForge(path: string): Promise<ForgeState | undefined> {
  const refusal = 'is not a forge of this version of the local forge. Move its folder away to start over.';
  return readState(path, { isState, refusal });
}

function isState(value: unknown): value is ForgeState {
  return isObject(value) && Array.isArray(value.repositories) && Array.isArray(value.signingKeys);
}
