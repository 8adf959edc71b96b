import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Git, GitFailed, openGit } from '../../../src/archive/git/git.ts';
import { bareEnvironment } from '../../../src/archive/git/git-environment.ts';
import { writeTree } from '../../../src/archive/write/write-tree.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import type { CommittedFile, FileMode } from '../../../src/workflow/ports/archive/make-commit.ts';
import { makeFolder } from '../workshop.ts';

interface Repository {
  readonly git: Git;
  readonly gitFolder: string;
  readonly noId: string;
}

/** A bare repository and its git. */
async function makeRepository(format: 'sha1' | 'sha256'): Promise<Repository> {
  const gitFolder = join(await makeFolder(), 'cache.git');
  const environment = { ...bareEnvironment(process.env), GIT_DIR: gitFolder };
  const git = openGit({ environment, timeout: 180_000, secrets: [] });
  await git(['init', '--quiet', '--bare', `--object-format=${format}`]);
  return { git, gitFolder, noId: '0'.repeat(format === 'sha1' ? 40 : 64) };
}

/** What git's own index makes of a tree and changes; undefined where it refuses them. */
async function treeOfIndex(
  { git, gitFolder, noId }: Repository,
  base: string | undefined,
  changes: readonly { readonly path: string | Buffer; readonly mode: string; readonly id: string | null }[],
): Promise<string | undefined> {
  const environment = { GIT_INDEX_FILE: join(gitFolder, `index-${randomUUID()}`) };
  await git(['read-tree', base ?? '--empty'], { environment });
  const gone = changes.filter(({ id }) => id === null);
  const input = Buffer.concat(gone.flatMap(({ path }) => [Buffer.from(`0 ${noId}\t`), Buffer.from(path), nul]));
  if (gone.length > 0) await git(['update-index', '-z', '--index-info'], { environment, input });
  try {
    for (const { path, mode, id } of changes) {
      if (id === null) continue;
      await git(['update-index', '--add', '--cacheinfo', `${mode},${id},${path}`], { environment });
    }
  } catch (error) {
    if (error instanceof GitFailed && error.output.includes('appears as both a file and as a directory'))
      return undefined;
    throw error;
  }
  return (await git(['write-tree', '--missing-ok'], { environment })).trim();
}

const nul = Buffer.from([0]);

/** Few names, so that they meet; among them those whose order shows whether it is git's. */
const name = fc.constantFrom(
  'a',
  'b',
  'a.b',
  'a-b',
  'a0',
  'é',
  '\u{1F5F3}',
  'tab\there',
  'line\nend',
  '"quoted" \\',
  ' ',
);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const mode = fc.constantFrom<FileMode>('100644', '100755', '120000', '160000');
const letter = fc.constantFrom('1', '2', '3');
const change = fc.record({ path, mode, content: fc.oneof(letter, fc.constant(null), fc.constant('kept')) });
const existing = fc.uniqueArray(fc.record({ path, mode, content: letter }), {
  maxLength: 12,
  selector: (one) => one.path,
});

/** A name that is not UTF-8. */
const unreadable = Buffer.from([0x61, 0xff, 0x2f, 0xc3]);

describe.each(['sha1', 'sha256'] as const)('a tree in a repository of %s', (format) => {
  it('is what git’s own index makes of the same changes', async () => {
    const repository = await makeRepository(format);
    const { git, gitFolder, noId } = repository;
    const blobs = new Map<string, string>();
    for (const text of ['1', '2', '3'])
      blobs.set(text, (await git(['hash-object', '-w', '--stdin'], { input: text })).trim());
    // As most files are in the cache: it knows their ids alone.
    const lost = noId.replaceAll('0', 'd');
    const idOf = (content: string) => blobs.get(content) ?? lost;

    await fc.assert(
      fc.asyncProperty(
        existing,
        fc.boolean(),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (at, odd, to) => {
          const environment = { GIT_INDEX_FILE: join(gitFolder, `index-${randomUUID()}`) };
          await git(['read-tree', '--empty'], { environment });
          const lines = at.map((one) => Buffer.from(`${one.mode} ${idOf(one.content)}\t${one.path}\0`));
          if (odd) lines.push(Buffer.concat([Buffer.from(`100644 ${lost}\t`), unreadable, nul]));
          // Of a file and a folder of one name, the later stays.
          await git(['update-index', '--add', '-z', '--index-info'], { environment, input: Buffer.concat(lines) });
          const base = (await git(['write-tree', '--missing-ok'], { environment })).trim();

          const changes = [...new Map(to.map((one) => [one.path, one])).values()];
          const files = changes.map(({ path: where, mode: how, content }): CommittedFile => {
            const file = { path: where, mode: how };
            if (content === null) return { ...file, blob: null };
            return content === 'kept' || how === '160000' ? { ...file, blob: idOf(content) } : { ...file, content };
          });
          const expected = await treeOfIndex(
            repository,
            base,
            changes.map((one) => ({ ...one, id: one.content === null ? null : idOf(one.content) })),
          );
          const tree = await writeTree(git, 'here', base, files).catch((error: unknown) => {
            if (error instanceof ArchiveError && error.trouble.code === 'folder in the way') return undefined;
            throw error;
          });
          expect(tree).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
    // Every object is whole and in order, except for what was never there.
    const wrong = (await git(['fsck', '--no-dangling']).catch((error: GitFailed) => error.output)).split('\n');
    expect(wrong.filter((line) => line !== '' && !/missing blob|^notice: /u.test(line))).toEqual([]);
  });

  it('without any file is git’s empty one', async () => {
    const repository = await makeRepository(format);
    const empty = await treeOfIndex(repository, undefined, []);
    const tree = await writeTree(repository.git, 'here', undefined, [{ path: 'a/b', mode: '100644', content: '1' }]);
    expect(await writeTree(repository.git, 'here', tree, [{ path: 'a/b', mode: '100644', blob: null }])).toBe(empty);
  });
});
