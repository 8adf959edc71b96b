import type { Connection } from './connection.ts';
import type { RepositoryFinder } from './repository.ts';

/** A commit to make: what changes from its parent. */
export interface CommitRequest {
  readonly parent: string;
  readonly files: readonly {
    readonly path: string;
    /** Null removes the file. */
    readonly content: string | null;
    readonly mode: '100644' | '100755';
  }[];
  readonly message: string;
}

/**
 * Makes a commit in the repository without putting it on a branch, and returns its id. GitHub signs it as made by the
 * App, because it names no author and no committer.
 */
export async function makeCommit(
  connection: Connection,
  finder: RepositoryFinder,
  { parent, files, message }: CommitRequest,
): Promise<string> {
  return await connection.call('make commit', async (api) => {
    const { owner, repo } = await finder.find(api);
    const { data: before } = await api.rest.git.getCommit({ owner, repo, commit_sha: parent });
    const { data: tree } = await api.rest.git.createTree({
      owner,
      repo,
      base_tree: before.tree.sha,
      tree: files.map(({ path, content, mode }) => ({
        path,
        mode,
        type: 'blob',
        ...(content === null ? { sha: null } : { content }),
      })),
    });
    const { data: commit } = await api.rest.git.createCommit({
      owner,
      repo,
      message,
      tree: tree.sha,
      parents: [parent],
    });
    return commit.sha;
  });
}
