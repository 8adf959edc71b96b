import { describe, expect, it } from 'vitest';
import { oneAhead } from '../../../src/workflow/follow/one-ahead.ts';

describe('oneAhead', () => {
  async function* letters(seen: string[]) {
    try {
      for (const letter of ['a', 'b', 'c']) {
        seen.push(`begins ${letter}`);
        await Promise.resolve();
        if (letter === 'c') throw new Error('There is no c.');
        yield letter;
      }
    } finally {
      seen.push('ends');
    }
  }

  it('begins an item while the one before it is in use, and fails in its turn', async () => {
    const seen: string[] = [];
    const using = async () => {
      for await (const letter of oneAhead(letters(seen))) seen.push(`uses ${letter}`);
    };
    await expect(using()).rejects.toThrow('There is no c.');
    expect(seen).toEqual(['begins a', 'begins b', 'uses a', 'begins c', 'ends', 'uses b']);
  });

  it('ends with what is under way', async () => {
    const seen: string[] = [];
    for await (const letter of oneAhead(letters(seen))) {
      seen.push(`uses ${letter}`);
      break;
    }
    expect(seen).toEqual(['begins a', 'begins b', 'uses a', 'ends']);
  });
});
