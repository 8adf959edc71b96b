import { matchesGlob } from 'node:path/posix';
import type { BareRepository } from '../git/bare-repository.ts';

/** Where the forges look for the file, in this order. */
const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.forgejo/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The owners of files, by the file that a branch has for it. A file without owners is not in the map. */
export async function codeOwnersOf(
  git: BareRepository,
  branch: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  for (const place of places) {
    const file = await git.file(`refs/heads/${branch}`, place);
    if (file === undefined) continue;
    const rules = parse(file.bytes.toString());
    const owners = paths.map(
      (path) => [path, rules.findLast(({ pattern }) => isMatch(path, pattern))?.owners ?? []] as const,
    );
    return new Map(owners.filter(([, found]) => found.length > 0));
  }
  return new Map();
}

function parse(text: string): { readonly pattern: string; readonly owners: readonly string[] }[] {
  return text
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('['))
    .map((line) => {
      const [pattern = '', ...owners] = line.split(/\s+/);
      return { pattern, owners: owners.map((owner) => owner.replace(/^@/, '')) };
    });
}

/** A pattern as in `.gitignore`: without a slash inside, it counts in every folder; a folder includes what is in it. */
function isMatch(path: string, pattern: string): boolean {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
  const glob = isAnchored ? plain : `**/${plain}`;
  return matchesGlob(path, `${glob}/**`) || (!pattern.endsWith('/') && matchesGlob(path, glob));
}
