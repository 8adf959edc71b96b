import { Changes } from '@gavel/local-server/changes.ts';
import { waitUntil } from '@gavel/local-server/wait-until.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('waitUntil', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('looks again after each change, also if there was an error', async () => {
    const changes = new Changes();
    const looks = [undefined, new Error('not yet'), 'found'];
    let count = 0;
    const look = () => {
      const next = looks[count++];
      if (next instanceof Error) throw next;
      return next;
    };
    const found = waitUntil(changes, look, 'it', () => '');
    changes.announce();
    changes.announce();
    expect(await found).toBe('found');
    changes.announce();
    expect(count).toBe(3);
  });

  it('gives up with what it waited for, the last error, and what there is', async () => {
    const failing = () => {
      throw new Error('nobody is here');
    };
    const waiting = waitUntil(new Changes(), failing, 'Ann', () => 'an empty room');
    const refusal = expect(waiting).rejects.toThrow(
      'Waited 60 s for Ann.\nThe last attempt failed: nobody is here\nan empty room',
    );
    vi.advanceTimersByTime(60_000);
    await refusal;
  });
});
