import { type SortedFiles, sortFiles } from '@gavel/adr/name/sort-files.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/** What the files of an archive are, at any depth, by their names and by what `.gavel.yml` says about subfolders. */
export async function sortArchive(
  { memory, reader }: Pick<RepositoryPorts, 'memory' | 'reader'>,
  snapshot: Snapshot,
): Promise<SortedFiles> {
  const known = memory.files;
  // What a commit has never changes.
  if (known !== undefined && known.commit === snapshot.commit) return known.found;
  const { style } = await reader.applySettings(madrStyle, (await snapshot.readSettings()) ?? '');
  const found = sortFiles(snapshot.files.keys(), style.subfolders);
  memory.files = { commit: snapshot.commit, found };
  return found;
}
