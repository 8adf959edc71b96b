import { ArchiveError } from '../../workflow/ports/archive/archive-error.ts';
import type { CommittedFile } from '../../workflow/ports/archive/make-commit.ts';
import type { Git } from '../git/git.ts';

/** What a folder has under a name. */
interface Entry {
  /** As git writes it, without leading zeros: 40000 is a folder. */
  readonly mode: string;
  readonly id: string;
}

/** What becomes of a name in a folder. */
interface Plan {
  /** Where the name leads, for people. */
  readonly path: string;
  /** The file that it becomes; null where its file is to be gone. */
  file: Entry | null | undefined;
  /** What becomes of names in the folder that it is, or becomes. */
  readonly inside: Map<string, Plan>;
}

const folderMode = '40000';

/**
 * Writes a tree into the cache that has these files, and all others of a commit; returns its id. Reads only the folders
 * that lead to these files. Throws ArchiveError where a file is in the way of a folder, or a folder of a file.
 */
export async function writeTree(
  git: Git,
  place: string,
  base: string | undefined,
  files: readonly CommittedFile[],
): Promise<string> {
  const root: Plan = { path: '', file: undefined, inside: new Map() };
  for (const file of files) {
    const blob = 'content' in file ? await writeObject(git, 'blob', file.content) : file.blob;
    planFor(root, file.path).file = blob === null ? null : { mode: file.mode, id: blob };
  }
  const before = base === undefined ? undefined : { mode: folderMode, id: base };
  return (await changeFolder(git, place, before, root.inside))?.id ?? writeObject(git, 'tree', '');
}

function planFor(root: Plan, path: string): Plan {
  let plan = root;
  for (const part of path.split('/')) {
    const name = toBytes(part);
    const next = plan.inside.get(name) ?? {
      path: plan === root ? part : `${plan.path}/${part}`,
      file: undefined,
      inside: new Map<string, Plan>(),
    };
    plan.inside.set(name, next);
    plan = next;
  }
  return plan;
}

/** What a folder becomes; undefined when nothing is left in it. */
async function changeFolder(
  git: Git,
  place: string,
  before: Entry | undefined,
  plans: ReadonlyMap<string, Plan>,
): Promise<Entry | undefined> {
  const entries = before === undefined ? new Map<string, Entry>() : await readFolder(git, before.id);
  for (const [name, plan] of plans) {
    const entry = await changeEntry(git, place, entries.get(name), plan);
    if (entry === undefined) entries.delete(name);
    else entries.set(name, entry);
  }
  if (entries.size === 0) return undefined;
  return { mode: folderMode, id: await writeObject(git, 'tree', toTree(entries)) };
}

/** Removes first, so that a file can take the place of a folder that has become empty, and the other way round. */
async function changeEntry(
  git: Git,
  place: string,
  before: Entry | undefined,
  { path, file, inside }: Plan,
): Promise<Entry | undefined> {
  const refuse = () => new ArchiveError({ code: 'folder in the way', place, path, said: '' });
  let entry = before;
  if (file === null && !isFolder(entry)) entry = undefined;
  if (entry === undefined || isFolder(entry)) {
    if (inside.size > 0) entry = await changeFolder(git, place, entry, inside);
  } else if (hasFiles(inside)) throw refuse();
  if (!file) return entry;
  if (isFolder(entry)) throw refuse();
  return file;
}

function hasFiles(plans: ReadonlyMap<string, Plan>): boolean {
  return [...plans.values()].some(({ file, inside }) => Boolean(file) || hasFiles(inside));
}

function isFolder(entry: Entry | undefined): boolean {
  return entry?.mode === folderMode;
}

/** What is directly inside a folder, by the bytes of its name. */
async function readFolder(git: Git, id: string): Promise<Map<string, Entry>> {
  const chunks: Buffer[] = [];
  await git(['ls-tree', '-z', '--full-tree', id], {
    receive: (chunk) => {
      chunks.push(chunk);
      return undefined;
    },
  });
  const entries = new Map<string, Entry>();
  for (const line of Buffer.concat(chunks).toString('latin1').split('\0')) {
    const tab = line.indexOf('\t'); // the name may hold another
    const [mode = '', , entryId = ''] = line.slice(0, tab).split(' ');
    if (tab > 0) entries.set(line.slice(tab + 1), { mode: mode.replace(/^0+/u, ''), id: entryId });
  }
  return entries;
}

/** A tree as git keeps it: the order is that of bytes, where the name of a folder ends with a slash. */
function toTree(entries: ReadonlyMap<string, Entry>): Buffer {
  const keyed = [...entries].map(([name, entry]) => ({ name, ...entry, key: name + (isFolder(entry) ? '/' : '') }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
  return Buffer.concat(
    keyed.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')]),
  );
}

/** A text as its bytes, one in each character. */
function toBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/**
 * Writes an object into the cache, and returns git's id of it. As it is: not mktree, which before git 2.38 fetches each
 * file that a tree names, nor with checks, which would refuse a folder for what others have put there.
 */
async function writeObject(git: Git, kind: 'blob' | 'tree', content: string | Buffer): Promise<string> {
  return (await git(['hash-object', '-w', '-t', kind, '--literally', '--stdin'], { input: content })).trim();
}
