import type { CommitRequest } from '../../workflow/ports/archive/make-commit.ts';
import type { Connection } from './connection.ts';
import type { RepositoryFinder } from './repository.ts';

/**
 * Makes a commit in the repository without putting it on a branch, and returns its id. GitHub signs it as made by the
 * App, because it names no author and no committer.
 */
export async function makeCommit(
  connection: Connection,
  finder: RepositoryFinder,
  { parents, baseTree, files, message }: CommitRequest,
): Promise<string> {
  return await connection.call('make commit', async (api) => {
    const { owner, repo } = await finder.find(api);
    const at = { owner, repo };
    const entries = files.map((file) => ({
      path: file.path,
      mode: file.mode,
      type: file.mode === '160000' ? ('commit' as const) : ('blob' as const),
      ...('content' in file ? { content: file.content } : { sha: file.blob }),
    }));
    // A merge may change no file, and GitHub makes no tree of nothing.
    const tree =
      entries.length === 0
        ? baseTree
        : (await api.rest.git.createTree({ ...at, base_tree: baseTree, tree: entries })).data.sha;
    const { data: commit } = await api.rest.git.createCommit({ ...at, message, tree, parents: [...parents] });
    return commit.sha;
  });
}
