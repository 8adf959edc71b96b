import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a commit says, and where it goes. */
interface Commit {
  readonly message: string;
  readonly branch: string;
}

/**
 * Commits files to a branch of a bare repository, by their paths, deleting those that are undefined; resolves to the
 * commit. A branch that doesn't exist begins at HEAD. Unlike a push, it starts few processes and runs no hooks.
 */
export async function commitFiles(
  repository: string,
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
  { message, branch }: Commit,
): Promise<string> {
  const tips = new Map(
    (await git(repository, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads']))
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
  const ref = `refs/heads/${branch}`;
  const parent = tips.get(ref) ?? tips.get((await git(repository, ['symbolic-ref', 'HEAD'])).trim());
  const seconds = Math.floor(Date.now() / 1_000);
  const changes = Object.entries(files).flatMap(([path, content]) => {
    const name = JSON.stringify(path);
    return content === undefined ? [`D ${name}\n`] : [`M 100644 inline ${name}\n`, ...data(content)];
  });
  const input = [
    `commit ${ref}\nmark :1\ncommitter Ada <ada@example.org> ${seconds} +0000\n`,
    ...data(message),
    parent === undefined ? '' : `from ${parent}\n`,
    ...changes,
    'get-mark :1\ndone\n',
  ];
  return (
    await git(repository, ['fast-import', '--quiet', '--done', '--force'], Buffer.concat(input.map(toBytes)))
  ).trim();
}

/** A block of data of a fast-import stream (git fast-import: data). */
function data(content: string | Uint8Array): (string | Uint8Array)[] {
  return [`data ${toBytes(content).length}\n`, content, '\n'];
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

async function git(repository: string, args: readonly string[], input: Uint8Array = new Uint8Array()): Promise<string> {
  const child = spawn('git', ['--git-dir', repository, '-c', 'safe.directory=*', ...args]);
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  // git may end without reading its input; its exit status says what happened.
  child.stdin.on('error', () => undefined).end(input);
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(`git ${args[0]}: ${err}`);
  return out;
}
