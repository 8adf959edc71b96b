import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A Gavel in a process of its own. */
export interface RealProcess {
  /** Everything that it printed so far, both ways. */
  said(): string;
  /** Ends it as `kill -9` does, at once. */
  kill(): Promise<void>;
  /** Sends it a signal, and resolves with how it ended: exit status or signal. */
  end(signal: 'SIGINT' | 'SIGTERM'): Promise<readonly [number | null, string | null]>;
}

const main = new URL('../../src/main.ts', import.meta.url).pathname;

/** Starts `node src/main.ts` with these variables and no others of Gavel's; resolves when it runs. */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<RealProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const isRunning = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      said += `${line}\n`;
      if (line === 'Gavel is running.') resolve();
    });
  });
  await Promise.race([
    isRunning,
    ended.then(([code]) => {
      throw new Error(`Gavel ended at its start with ${code}:\n${said}`);
    }),
  ]);
  return {
    said: () => said,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
