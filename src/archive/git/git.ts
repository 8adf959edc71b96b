import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/** What one git call gets besides its arguments. */
interface GitInput {
  /** Written to git's standard input. */
  readonly input?: string | Buffer;
  /** Added to the environment of this one call. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Takes the bytes of the output as they arrive, and ends git by returning `enough`; the result is then empty. */
  readonly receive?: (chunk: Buffer) => 'enough' | undefined;
  /** Takes what git and the remote said besides the output, without secrets, when git succeeded. */
  readonly hear?: (said: string) => void;
}

/** Runs git with these arguments and resolves to its standard output; rejects with GitFailed. */
export type Git = (args: readonly string[], also?: GitInput) => Promise<string>;

/** How every call of one Git runs. */
export interface GitRun {
  /** The complete environment of git: nothing is inherited from our own process unless the caller passes it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Timeout in milliseconds, after which git and everything that it started is ended. */
  readonly timeout: number;
  /** Texts that must not appear in any message. */
  readonly secrets: readonly string[];
  /** Takes what git and the remote said besides the output, without secrets, whenever git succeeded. */
  readonly hear?: (said: string) => void;
}

/** A git call that did not succeed. `output` is git's standard error without secrets; it is never shown as it is. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
  readonly kind: 'missing' | 'timeout' | 'failed';
  readonly command: string;
  readonly output: string;

  constructor(kind: GitFailed['kind'], command: string, output: string) {
    super(`git ${command}: ${kind}: ${output}`);
    this.kind = kind;
    this.command = command;
    this.output = output;
  }
}

/** How many bytes of output are kept per call: the names of all branches of a large repository take a few megabytes. */
const longestOutput = 64 * 1024 * 1024;

/** How many bytes of standard error are kept per call; a server may send any number of lines. */
const longestComplaint = 64 * 1024;

/** How long git has to remove its lock files after SIGTERM, before SIGKILL. */
const grace = 2_000;

/** Returns a Git that runs the system's git without a shell, in a process group of its own. */
export function openGit(run: GitRun): Git {
  return (args, also = {}) =>
    new Promise((fulfil, reject) => {
      const command = args[args[0] === '-c' ? 2 : 0] ?? '';
      const fail = (kind: GitFailed['kind'], output: string) =>
        reject(new GitFailed(kind, command, maskSecrets(output, run.secrets)));
      const child = spawn('git', args, {
        env: { ...run.environment, ...also.environment },
        // It always exists, unlike our own folder, and is never a work tree.
        cwd: '/',
        // A group of its own, so that ssh and git's helpers end with it.
        detached: true,
        windowsHide: true,
      });

      let late = false;
      const timers = [
        setTimeout(() => {
          late = true;
          endGroup(child.pid, 'SIGTERM');
        }, run.timeout),
        setTimeout(() => {
          endGroup(child.pid, 'SIGKILL');
          // A process that left the group may hold the pipes open forever.
          child.stdout.destroy();
          child.stderr.destroy();
        }, run.timeout + grace),
      ];
      const stopTimers = () => {
        for (const timer of timers) clearTimeout(timer);
      };

      const output = keepBytes(longestOutput);
      const errors = keepBytes(longestComplaint);
      let isEnough = false;
      child.stdout.on('data', (chunk: Buffer) => {
        if (isEnough || (also.receive ?? output.receive)(chunk) !== 'enough') return;
        isEnough = true;
        endGroup(child.pid, 'SIGTERM');
      });
      child.stderr.on('data', errors.receive);
      child.on('error', (error) => {
        stopTimers();
        fail('code' in error && error.code === 'ENOENT' ? 'missing' : 'failed', error.message);
      });
      child.on('close', (code) => {
        stopTimers();
        if (late) fail('timeout', `no answer within ${run.timeout / 1000} s`);
        else if (isEnough && !also.receive) fail('failed', `more than ${longestOutput} bytes of output`);
        else if (code === 0 || isEnough) {
          const said = maskSecrets(errors.text(), run.secrets);
          also.hear?.(said);
          run.hear?.(said);
          fulfil(output.text());
        } else fail('failed', errors.text());
      });
      writeAll(child.stdin, also.input ?? '');
    });
}

/** Keeps the first bytes of a stream, and says whether there are more. */
function keepBytes(most: number) {
  const kept: Buffer[] = [];
  let left = most;
  return {
    receive(chunk: Buffer): 'enough' | undefined {
      if (left > 0) kept.push(chunk.subarray(0, left));
      left -= chunk.length;
      return left < 0 ? 'enough' : undefined;
    },
    text: () => Buffer.concat(kept).toString('utf8'),
  };
}

/** Removes secrets, including percent-encoded ones, and the credentials of any URL from a text. */
function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
    .replace(/(?<=:\/\/)[^/@\s']*@/gu, '');
}

function writeAll(stream: Writable, text: string | Buffer): void {
  // git may end without reading its input; its exit status says what happened.
  stream.on('error', () => {});
  stream.end(text);
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}
