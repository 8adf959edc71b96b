import { isMarkdown } from '@gavel/adr/name/adr-path.ts';
import type { Snapshot } from '../../workflow/ports/archive/snapshot.ts';
import type { Git } from '../git/git.ts';
import { decisionTrailer } from '../write/write-commit.ts';
import { readCutOff } from './find-commit.ts';
import { pathInFolder } from './folder-listing.ts';

/** How many commits are looked through: those whose files the cache has in any case. */
const lookedThrough = 50;

/** The files of a snapshot that commits of ours added, as far as its last commits show them. */
export async function findGenerated(
  git: Git,
  { gitFolder, folder }: { readonly gitFolder: string; readonly folder: string },
  { files, commit: tip }: Snapshot & { readonly commit: string },
): Promise<string[]> {
  const how = ['-z', '--no-show-signature', '--topo-order', `--max-count=${lookedThrough}`, '--format=%H%n%B'];
  const decisions = countDecisions(await git(['log', ...how, tip, '--']));
  // Where the history is cut off, everything looks as if it was added.
  for (const cut of await readCutOff(gitFolder)) decisions.delete(cut);
  const added = await listAdded(git, folder, [...decisions.keys()]);
  const ours = [...added].flatMap(([commit, names]) => (names.length <= (decisions.get(commit) ?? 0) ? names : []));
  const paths = new Set(ours.map(({ name }) => name));
  // A renamed file is recognized by its content.
  const contents = new Set(ours.map(({ id }) => id));
  return [...files].flatMap(([name, id]) => (paths.has(name) || contents.has(id) ? [name] : []));
}

/** How many decisions each commit names: several if somebody squashed commits of ours into one. */
function countDecisions(log: string): Map<string, number> {
  const decisions = new Map<string, number>();
  for (const entry of log.split('\0')) {
    const [commit = '', ...message] = entry.split(/\r?\n/u);
    const named = new Set(message.filter((line) => line.startsWith(`${decisionTrailer}: `))).size;
    if (named > 0) decisions.set(commit, named);
  }
  return decisions;
}

interface Added {
  readonly name: string;
  /** Git's id of the content. */
  readonly id: string;
}

/** The Markdown files that each of these commits added in the folder. */
async function listAdded(
  git: Git,
  folder: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, readonly Added[]>> {
  if (commits.length === 0) return new Map();
  const start = pathInFolder(folder, '');
  const how = ['-r', '-z', '--raw', '--no-abbrev', '--root', '--no-renames', '--diff-merges=first-parent'];
  const inFolder = folder === '' ? [] : ['--', start];
  const told = await git(['diff-tree', '--stdin', ...how, '--diff-filter=A', ...inFolder], {
    input: commits.map((commit) => `${commit}\n`).join(''),
    environment: { GIT_LITERAL_PATHSPECS: '1' },
  });
  const added = new Map<string, Added[]>();
  const fields = told.split('\0');
  let commit = '';
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? '';
    // “:000000 100644 <old id> <new id> A”, and the path; or the commit of what follows.
    if (!field.startsWith(':')) {
      commit = field.trim();
      continue;
    }
    at += 1;
    const name = fields[at]?.slice(start.length) ?? '';
    const [, , , id = ''] = field.split(' ');
    if (isMarkdown(name)) added.set(commit, [...(added.get(commit) ?? []), { name, id }]);
  }
  return added;
}
