import fc from 'fast-check';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type { IndexedAdr } from '../../src/workflow/ports/archive/adr-index.ts';

/** An ADR of the archive, as the index has it. */
export function indexedAdr(changes: Partial<IndexedAdr> = {}): IndexedAdr {
  return {
    id: 3,
    archive: 'nowhere',
    fileName: '0003-use-go.md',
    blob: '0123456789abcdef',
    decisionId: undefined,
    number: 3,
    title: 'Use Go',
    status: 'accepted',
    statusText: 'Accepted',
    date: '2026-03-02',
    deciders: [],
    tags: [],
    affects: [],
    revisitOn: undefined,
    dialect: 'MADR 4',
    links: [],
    warnings: 0,
    ...changes,
  };
}

/** The index takes 255 bytes, which may be only a few characters. */
const longestFileName = 80;

const long = fc.tuple(nastyText, fc.constantFrom(1, 30, 3_000)).map(([text, times]) => text.repeat(times));

/** Any ADR, whoever wrote the file. */
export const anyAdr: fc.Arbitrary<IndexedAdr> = fc
  .record({
    id: fc.integer({ min: 1 }),
    fileName: long.map((name) => `${name.replaceAll('/', '').slice(0, longestFileName).toWellFormed()}.md`),
    number: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
    title: long.map((title) => title || 'x'),
    statusText: long,
    date: fc.constantFrom(undefined, '2026-03-02'),
    decisionId: fc.constantFrom(undefined, 'd1'),
  })
  .map(indexedAdr);
