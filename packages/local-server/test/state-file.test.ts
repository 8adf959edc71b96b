import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject } from '@gavel/local-server/json.ts';
import { readState, StateFile } from '@gavel/local-server/state-file.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Counter {
  count: number;
}
const isState = (value: unknown): value is Counter => isObject(value) && typeof value.count === 'number';
const kind = { isState, refusal: 'is not a counter.' };

describe('the state file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'local-server-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('keeps the last state, in a new folder, for its owner only', async () => {
    const path = join(folder, 'inner', 'state.json');
    expect(await readState(path, kind)).toBeUndefined();
    const state = { count: 1 };
    const file = new StateFile(path, state);
    file.changed();
    state.count = 2;
    await file.stop();
    file.changed();
    expect(await readState(path, kind)).toEqual({ count: 2 });
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it.each(['not ours', '{"count":"2"}'])('refuses %s, and leaves it as it is', async (content) => {
    const path = join(folder, 'state.json');
    await writeFile(path, content);
    await expect(readState(path, kind)).rejects.toThrow(`${path} is not a counter.`);
    expect(await readFile(path, 'utf8')).toBe(content);
  });
});
