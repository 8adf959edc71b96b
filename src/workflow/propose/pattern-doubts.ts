import { setImmediate } from 'node:timers/promises';
import { doubtPattern, type KnownPaths, knowPaths, type PatternDoubt } from '@gavel/adr/paths/doubt-pattern.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkAffects } from '../../decision/recall/affects.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';

/** A pattern that may not be what somebody means. */
export interface DoubtedPattern {
  readonly pattern: string;
  readonly doubt: PatternDoubt;
}

/** In a repository with more files, nothing is said of patterns that govern none: people wait for the form. */
const mostFiles = 50_000;

/**
 * Which of the patterns that somebody types for a decision govern every file of its repository, or none of them now. They
 * are told, and never refused: what a decision governs may not be there yet. Without `mayFetch`, only what is known of the
 * repository already is used, since git takes a moment.
 */
export async function findPatternDoubts(
  ports: Ports,
  archiveId: string | undefined,
  typed: string,
  { mayFetch }: { readonly mayFetch: boolean },
): Promise<readonly DoubtedPattern[]> {
  const patterns = readTyped(typed);
  if (patterns.length === 0) return [];
  const repository = archiveId === undefined ? undefined : ports.repositories.byArchive(archiveId);
  const known = repository && (await findPaths(ports, repository, mayFetch));
  const found: DoubtedPattern[] = [];
  for (const pattern of patterns) {
    // Thousands of paths take a moment, in which others may vote.
    await setImmediate();
    const doubt = doubtPattern(pattern, known);
    if (doubt !== undefined) found.push({ pattern, doubt });
  }
  return found;
}

/** What is wrong with a pattern is said when the form is submitted. */
function readTyped(typed: string): readonly string[] {
  try {
    return checkAffects(typed);
  } catch (error) {
    if (error instanceof RuleBroken) return [];
    throw error;
  }
}

/** The files of the branch, as the index followed it last; undefined if they are not known, or too many. */
async function findPaths(
  { store, chat }: Ports,
  { archive, memory }: Repository,
  mayFetch: boolean,
): Promise<KnownPaths | undefined> {
  const { commit } = await store.read.readings.find(chat.teamId, archive.id);
  const isKnown = commit !== undefined && memory.paths?.commit === commit;
  if (!isKnown && !mayFetch) return undefined;
  const list = async () => {
    const paths = await (await archive.fetch()).listPaths();
    return paths === undefined || paths.length > mostFiles ? undefined : knowPaths(paths);
  };
  const known = isKnown && memory.paths ? memory.paths : { commit, found: list() };
  memory.paths = known;
  try {
    return await known.found;
  } catch (error) {
    memory.paths = undefined;
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
