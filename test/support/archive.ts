import { commitFiles } from './commit-files.ts';
import type { Stage } from './gavel.ts';

/** Commits files to the folder of ADRs, as a colleague would. */
export async function addFiles({ repository }: Stage, files: Readonly<Record<string, string>>): Promise<void> {
  const placed = Object.entries(files).map(([name, content]) => [`docs/decisions/${name}`, content] as const);
  await commitFiles(repository, Object.fromEntries(placed), { message: 'Add ADRs', branch: 'main' });
}
