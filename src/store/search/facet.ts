import { fold } from '../words.ts';

// What people filter by is in the search index as lexemes beside the words, so that one look-up answers both. No word
// has a colon in it.

/** What results can be narrowed down by. `number`: of an ADR. */
export type FacetKind = 'status' | 'in' | 'repo' | 'by' | 'tag' | 'number';

/** The longest lexeme, in characters (PostgreSQL: 2,046 bytes). */
const longest = 500;

/** One value of a facet, as the index has it. */
export function facet(kind: FacetKind, value: string): string {
  return `${kind}:${fold(value)}`.slice(0, longest);
}

/** Everything that an entry of a workspace is found by, besides its words. */
export function facets(teamId: string, values: readonly string[]): string[] {
  return [...new Set([workspaceLexeme(teamId), ...values])];
}

/** What all entries of a workspace have. */
export function workspaceLexeme(teamId: string): string {
  return `workspace:${teamId}`;
}

/** How many entries are written closely enough after each other to be looked at together. */
export const generationSize = 1024;

/** The generation of an entry, by its id. */
export function generationOf(id: number): number {
  return Math.floor(id / generationSize);
}

/** What all entries of a generation have. */
export function generationLexeme(generation: number): string {
  return `generation:${generation}`;
}
