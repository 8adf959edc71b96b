import { doubtPattern, type KnownPaths } from '../paths/doubt-pattern.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { ArchiveFinding } from './findings.ts';
import type { Seen } from './seen.ts';

/**
 * What is doubtful about the paths that ADRs govern, file by file, so that whoever has others to serve can pause between
 * them. Of an ADR that holds no more, its files may be gone, and of one that is only proposed, they may not be there yet.
 */
export function* findInPatterns(
  seen: readonly Seen[],
  known: KnownPaths | undefined,
): Generator<readonly ArchiveFinding[]> {
  for (const { file, affects, statuses } of seen) {
    if (affects === undefined) continue;
    const status = meaningOfStatus(statuses[0]?.value.word ?? '');
    if (status !== 'accepted' && status !== 'proposed') continue;
    const { line, value } = affects;
    yield value.flatMap((pattern): ArchiveFinding[] => {
      const code = doubtPattern(pattern, status === 'accepted' ? known : undefined);
      return code === undefined ? [] : [{ file, warning: { code, pattern, line, isError: false } }];
    });
  }
}
