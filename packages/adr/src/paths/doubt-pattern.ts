import { readPathPattern, splitPath } from './path-pattern.ts';

/** Why a pattern of paths may not be what somebody means. */
export type PatternDoubt = 'governs everything' | 'governs nothing';

/** The files of a repository, for whoever asks about several patterns. */
export interface KnownPaths {
  readonly names: readonly (readonly string[])[];
}

/** Prepares the paths of all files of a repository, from its top. */
export function knowPaths(paths: Iterable<string>): KnownPaths {
  return { names: [...paths].flatMap((path) => [splitPath(path) ?? []]).filter(({ length }) => length > 0) };
}

/**
 * Why a pattern may not be what somebody means; undefined if it may be. Without the files of the repository, only what
 * the pattern shows by itself is told. An empty repository tells nothing either.
 */
export function doubtPattern(written: string, known: KnownPaths | undefined): PatternDoubt | undefined {
  const pattern = readPathPattern(written);
  if (pattern === undefined) return 'governs nothing';
  if (pattern.isEverything) return 'governs everything';
  if (known === undefined || known.names.length === 0) return undefined;
  return known.names.some((names) => pattern.governs(names)) ? undefined : 'governs nothing';
}
