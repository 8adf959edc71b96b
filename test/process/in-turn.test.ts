import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeTurns } from '../../src/process/in-turn.ts';

describe('work in turn', () => {
  it('never overlaps, keeps its order and survives failures, however long each piece takes', async () => {
    const piece = fc.record({ steps: fc.nat({ max: 5 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const inTurn = takeTurns();
        const log: string[] = [];
        const results = pieces.map(({ steps, fails }, index) =>
          inTurn(async () => {
            log.push(`start ${index}`);
            for (let step = 0; step < steps; step++) await Promise.resolve();
            log.push(`end ${index}`);
            if (fails) throw new Error(`piece ${index}`);
            return index;
          }),
        );
        const settled = await Promise.allSettled(results);
        expect(log).toEqual(pieces.flatMap((_, index) => [`start ${index}`, `end ${index}`]));
        expect(settled.map(({ status }) => status === 'rejected')).toEqual(pieces.map(({ fails }) => fails));
      }),
    );
  });
});
