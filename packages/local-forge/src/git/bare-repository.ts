import { randomUUID } from 'node:crypto';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommitFacts, parseCommit, type Signature, writeCommit } from './commit.ts';
import { type FileChange, parseChanges } from './file-change.ts';
import { GitFailure, type GitSettings, runGit } from './run-git.ts';

/** The id that git uses for "no object". */
export const noObject = '0'.repeat(40);

/** A ref and the object it names. */
export interface Ref {
  readonly name: string;
  readonly sha: string;
}

/** An entry of a tree. The path is relative to the tree that was read. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly path: string;
  /** Only of a blob. */
  readonly size: number | undefined;
}

/** A file to write into a tree; without a sha, the file is removed. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | undefined;
}

/** What a new commit is made of. */
export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
  /** Makes the signature of the commit's text. */
  readonly sign?: (payload: string) => string;
}

/** A bare repository on this machine's disk. */
export class BareRepository {
  readonly path: string;
  readonly #env: Readonly<Record<string, string>>;
  #lastChanges: { readonly key: string; readonly found: Promise<FileChange[]> } | undefined;

  /** The environment is for objects that a push has brought but that are not accepted yet. */
  constructor(path: string, env: Readonly<Record<string, string>> = {}) {
    this.path = path;
    this.#env = env;
  }

  /** Makes the repository on disk. Its hooks are in `hooksPath`; the refs in `procReceiveRefs` are handed to one. */
  async create(branch: string, hooksPath: string, procReceiveRefs: readonly string[]): Promise<void> {
    const init = ['init', '--quiet', '--bare', '--template=', `--initial-branch=${branch}`, this.path];
    await runGit(this.path, init);
    const config = [
      `[core]\n\thooksPath = ${JSON.stringify(hooksPath)}`,
      '[gc]\n\tauto = 0',
      '[http]\n\treceivepack = true',
      '[receive]\n\tautogc = false\n\tadvertisePushOptions = true',
      ...procReceiveRefs.map((ref) => `\tprocReceiveRefs = ${ref}`),
      '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n',
    ];
    await appendFile(join(this.path, 'config'), config.join('\n'));
  }

  /** The same repository, with objects that are in quarantine while a push is judged. */
  within(env: Readonly<Record<string, string>>): BareRepository {
    return new BareRepository(this.path, env);
  }

  /** Runs git here, and returns what it printed without the last line feed. */
  async text(...args: readonly string[]): Promise<string> {
    return (await this.run(args)).toString().replace(/\n$/, '');
  }

  /** Runs git here, and returns the bytes that it printed. */
  run(args: readonly string[], settings: GitSettings = {}): Promise<Buffer> {
    return runGit(this.path, args, { ...settings, env: { ...this.#env, ...settings.env } });
  }

  /** The id of what a name means, such as `refs/heads/main` or `<sha>^{tree}`; undefined if there is nothing. */
  async resolve(name: string): Promise<string | undefined> {
    return await this.#maybe(() => this.text('rev-parse', '--verify', '--quiet', '--end-of-options', name));
  }

  /** The id of a branch's last commit; undefined if there is no such branch. */
  branch(name: string): Promise<string | undefined> {
    return this.resolve(`refs/heads/${name}`);
  }

  /** All refs below a prefix, such as `refs/heads/`. */
  async refs(prefix: string): Promise<Ref[]> {
    const lines = await this.text('for-each-ref', '--format=%(objectname) %(refname)', prefix);
    return lines === ''
      ? []
      : lines
          .split('\n')
          .map((line) => ({ sha: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }));
  }

  /** Moves a ref, or removes it. Returns false if it is not at `before`; the id of zeros means that it doesn't exist. */
  async moveRef(name: string, after: string | undefined, before: string): Promise<boolean> {
    const args = after === undefined ? ['update-ref', '-d', name, before] : ['update-ref', name, after, before];
    return (await this.#maybe(() => this.text(...args))) !== undefined;
  }

  /** The type of an object; undefined if there is no such object. */
  async typeOf(sha: string): Promise<string | undefined> {
    return await this.#maybe(() => this.text('cat-file', '-t', sha));
  }

  /** Reads a commit. */
  async commit(sha: string): Promise<CommitFacts> {
    return parseCommit(sha, (await this.run(['cat-file', 'commit', sha])).toString());
  }

  /** The ids of the commits that are in `to` and not in `from`, newest first. */
  async commitsBetween(from: string | undefined, to: string): Promise<string[]> {
    const out = await this.text(
      'rev-list',
      '--topo-order',
      to,
      ...(from === undefined || from === noObject ? [] : [`^${from}`]),
    );
    return out === '' ? [] : out.split('\n');
  }

  /** The last commits of a revision, newest first; with a path, only those that touch it. */
  async log(
    revision: string,
    settings: { readonly path?: string; readonly skip?: number; readonly limit: number },
  ): Promise<string[]> {
    const { path, skip = 0, limit } = settings;
    const paths = path === undefined ? [] : ['--', path];
    const out = await this.text(
      'rev-list',
      '--topo-order',
      `--skip=${skip}`,
      `--max-count=${limit}`,
      revision,
      ...paths,
    );
    return out === '' ? [] : out.split('\n');
  }

  /** Whether a commit is in the history of another. */
  async isAncestor(sha: string, of: string): Promise<boolean> {
    return (await this.#maybe(() => this.text('merge-base', '--is-ancestor', sha, of))) !== undefined;
  }

  /** The newest commit that both histories have; undefined if there is none. */
  async mergeBase(one: string, other: string): Promise<string | undefined> {
    return await this.#maybe(() => this.text('merge-base', one, other));
  }

  /** The entries of a tree or of a commit's tree; with `recursive`, also of its folders. */
  async tree(
    revision: string,
    settings: { readonly recursive?: boolean; readonly path?: string } = {},
  ): Promise<TreeEntry[]> {
    const { recursive = false, path } = settings;
    const args = [
      'ls-tree',
      '-z',
      '-l',
      ...(recursive ? ['-r', '-t'] : []),
      revision,
      ...(path === undefined ? [] : [path]),
    ];
    const out = (await this.run(args)).toString();
    return out
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [facts = '', path = ''] = line.split('\t');
        const [mode = '', type = '', sha = '', size = ''] = facts.split(/ +/);
        return {
          mode,
          type: type === 'tree' || type === 'commit' ? type : 'blob',
          sha,
          path,
          size: size === '-' ? undefined : Number(size),
        };
      });
  }

  /** A file of a commit, with its bytes; undefined if there is no such file. */
  async file(revision: string, path: string): Promise<{ readonly sha: string; readonly bytes: Buffer } | undefined> {
    const sha = await this.resolve(`${revision}:${path}`);
    if (sha === undefined || (await this.typeOf(sha)) !== 'blob') return undefined;
    return { sha, bytes: await this.blob(sha) };
  }

  /** The bytes of a blob. */
  blob(sha: string): Promise<Buffer> {
    return this.run(['cat-file', 'blob', sha]);
  }

  /** Writes a blob, and returns its id. */
  async writeBlob(bytes: string | Uint8Array): Promise<string> {
    return (await this.run(['hash-object', '-w', '--stdin'], { input: bytes })).toString().trim();
  }

  /** Writes a tree that differs from another by these changes, and returns its id. */
  async writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string> {
    const index = join(this.path, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.run(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
      const lines = changes.map(({ mode, sha, path }) =>
        sha === undefined ? `0 ${noObject}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
      );
      await this.run(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
      return (await this.run(['write-tree'], { env })).toString().trim();
    } finally {
      await rm(index, { force: true });
    }
  }

  /** Writes a commit, and returns its id. */
  async writeCommit(commit: NewCommit): Promise<string> {
    const input = writeCommit(commit);
    return (await this.run(['hash-object', '-t', 'commit', '-w', '--stdin'], { input })).toString().trim();
  }

  /** The tree that a merge of two commits has; undefined if they conflict. */
  async mergeTree(one: string, other: string): Promise<string | undefined> {
    try {
      return (await this.text('merge-tree', '--write-tree', '--no-messages', one, other)).split('\n')[0];
    } catch (error) {
      if (error instanceof GitFailure && error.status === 1) return undefined;
      throw error;
    }
  }

  /** What differs between two trees or commits. */
  async changes(from: string, to: string): Promise<FileChange[]> {
    // Lists are asked for page by page, and between two commits nothing ever changes.
    const key = `${from} ${to}`;
    if (this.#lastChanges?.key === key) return await this.#lastChanges.found;
    const found = this.#compare(from, to);
    this.#lastChanges = { key, found };
    return await found;
  }

  async #compare(from: string, to: string): Promise<FileChange[]> {
    const raw = await this.run(['diff-tree', '-r', '-z', '-M', '--raw', '--numstat', from, to]);
    const patch = await this.run(['diff-tree', '-r', '-M', '-p', '--no-color', from, to]);
    return parseChanges(raw.toString(), patch.toString());
  }

  async #maybe(work: () => Promise<string>): Promise<string | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof GitFailure) return undefined;
      throw error;
    }
  }
}
