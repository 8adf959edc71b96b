import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A commit on the repository's branch. */
export interface Commit {
  readonly hash: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly subject: string;
  /** The paths that the commit changed. */
  readonly files: readonly string[];
}

/** An overview of a repository: its latest commits, newest first, and the paths of the files on its branch. */
interface RepositoryOverview {
  readonly path: string;
  readonly branch: string;
  readonly commits: readonly Commit[];
  readonly files: readonly string[];
}

/** A change that waits to be merged, or waited, wherever that is decided. */
export interface ShownReview {
  /** What identifies it in its repository, such as `#12`. */
  readonly name: string;
  readonly title: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** The address of its page, for whoever asked. */
  readonly url: string;
}

/** A git repository on this machine that the page shows next to the workspace. */
export interface ShownRepository {
  /** What people call it. Each has a name of its own. */
  readonly name: string;
  /** Bare, or with a work tree. */
  readonly path: string;
  /** Its reviews, whose pages are shown in a frame. Without it, the repository has none. */
  readonly reviews?: {
    /** The origin of their pages, such as `http://127.0.0.1:8080`. */
    readonly origin: string;
    /** Lists them, the newest first, for the person with this display name. */
    readonly list: (person: string) => readonly ShownReview[];
  };
}

/** What the tab shows of one repository, and which others there are. */
export interface RepositoryScreen extends RepositoryOverview {
  readonly name: string;
  readonly reviews: readonly ShownReview[];
  /** All repositories, with how many of their reviews are open. */
  readonly all: readonly { readonly name: string; readonly open: number }[];
}

/** A git repository on this machine, for reading. */
export interface Repository {
  overview(): Promise<RepositoryOverview>;
  /** Reads a text file on the branch. Throws if there is none. */
  readFile(path: string): Promise<string>;
}

/** How many commits are shown. */
const latest = 100;

const unit = '\u001f';
const record = '\u001e';

/** Opens the current branch of a repository, bare or with a work tree. Uses git's command line. */
export function openRepository(path: string): Repository {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', path, '-c', 'core.quotePath=false', ...args], {
      env: plainEnvironment(),
      maxBuffer: 20_000_000,
    });
    return stdout;
  };
  const isEmpty = (): Promise<boolean> =>
    git('rev-parse', '--verify', '--quiet', 'HEAD').then(
      () => false,
      () => true,
    );
  return {
    overview: async () => {
      const branch = (await git('symbolic-ref', '--short', 'HEAD')).trim();
      if (await isEmpty()) return { path, branch, commits: [], files: [] };
      const format = `--format=${record}${['%H', '%an', '%aI', '%s'].join(unit)}${unit}`;
      const [log, files] = await Promise.all([
        git('log', `--max-count=${latest}`, '--name-only', format, 'HEAD'),
        git('ls-tree', '-r', '--name-only', '-z', 'HEAD'),
      ]);
      return {
        path,
        branch,
        commits: log.split(record).slice(1).map(readCommit),
        files: files.split('\0').filter(Boolean),
      };
    },
    readFile: async (file) => {
      try {
        return await git('cat-file', 'blob', `HEAD:${file}`);
      } catch (error) {
        throw new Error(`There is no file "${file}" on the branch.`, { cause: error });
      }
    },
  };
}

function readCommit(text: string): Commit {
  const [hash = '', author = '', date = '', subject = '', files = ''] = text.split(unit);
  return { hash, author, date, subject, files: files.split('\n').filter(Boolean) };
}

/** The environment without variables that could point git to another repository. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: '0' };
}
