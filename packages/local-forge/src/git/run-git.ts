import { spawn } from 'node:child_process';

/** What git is started with, beside its arguments. */
export interface GitSettings {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Git ended with another status than 0. */
export class GitFailure extends Error {
  readonly status: number;
  readonly stdout: string;

  constructor(args: readonly string[], status: number, stdout: string, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${status}: ${stderr.trim()}`);
    this.status = status;
    this.stdout = stdout;
  }
}

/** The environment of every git: nothing of the person who runs this machine, and a fixed time zone. */
export function gitEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Runs git on a repository, and resolves with what it printed. Rejects with a GitFailure unless it ended with 0. */
export function runGit(gitDir: string, args: readonly string[], settings: GitSettings = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { env: { ...gitEnvironment(), GIT_DIR: gitDir, ...settings.env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const stdout = Buffer.concat(out);
      if (status === 0) resolve(stdout);
      else reject(new GitFailure(args, status ?? -1, stdout.toString(), Buffer.concat(err).toString()));
    });
    // Git may end before it has read everything, for example because an argument is wrong.
    child.stdin.on('error', () => {});
    child.stdin.end(settings.input ?? '');
  });
}
