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
    const { data: tree } = await api.rest.git.createTree({
      owner,
      repo,
      base_tree: baseTree,
      tree: files.map((file) => ({
        path: file.path,
        mode: file.mode,
        type: file.mode === '160000' ? 'commit' : 'blob',
        ...('content' in file ? { content: file.content } : { sha: file.blob }),
      })),
    });
    const { data: commit } = await api.rest.git.createCommit({
      owner,
      repo,
      message,
      tree: tree.sha,
      parents: [...parents],
    });
    return commit.sha;
  });
}
