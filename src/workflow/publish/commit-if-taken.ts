import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { Published } from '../ports/archive/archive.ts';
import { ArchiveError } from '../ports/archive/archive-error.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Change } from '../ports/archive/change.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { findPublishSetting } from './choose-way.ts';

/** Commits to the branch; or says why it takes no commits, if a review is a way for this team. */
export async function commitIfTaken(
  ports: RepositoryPorts,
  change: Change,
  snapshot: Snapshot,
  learned: Pick<LearnedStyle, 'publish'>,
): Promise<Published | { readonly refused: WayReason }> {
  try {
    return await ports.archive.commit(change, snapshot);
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.trouble.code !== 'protected branch') throw error;
    const canBeMerged = snapshot.commit !== undefined && snapshot.madeFrom === undefined;
    if (findPublishSetting(ports, learned).setting !== 'auto' || !canBeMerged) throw error;
    return { refused: { code: 'push refused', branch: snapshot.branch, said: error.trouble.said } };
  }
}
