import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** How a process ended: its exit status or the signal. */
type Ending = readonly [number | null, string | null];

/** A Gavel in a process of its own. */
export interface RealProcess {
  /** The process that was started: Gavel itself, or npm, or whatever runs it. */
  readonly pid: number;
  /** Everything that it has printed so far, to both streams. */
  said(): string;
  /** Resolves when it has printed this. Throws when it ends before. */
  says(words: string): Promise<void>;
  /** How it ended; undefined while it lives. */
  ending(): Ending | undefined;
  /** Resolves when it has ended. */
  readonly ended: Promise<Ending>;
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>;
  /** Sends it a signal, and resolves with how it ended. */
  end(signal: Signal): Promise<Ending>;
}

type Variables = Readonly<Record<string, string>>;

const main = new URL('../../src/main.ts', import.meta.url).pathname;
const top = new URL('../../', import.meta.url).pathname;

/** Starts a command in the root folder with these variables and no others of Gavel's; it is killed with the test. */
export function launch(command: readonly [string, ...string[]], environment: Variables): RealProcess {
  const { PATH = '', HOME = '' } = process.env;
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd: top,
    env: { PATH, HOME, PORT: '0', LOCAL_FORGE_PORT: '0', LOCAL_MCP_PORT: '0', LOG_LEVEL: 'debug', ...environment },
    // A group of its own, as a terminal gives to what is started in it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let ending: Ending | undefined;
  ended.then(
    (how) => {
      ending = how;
    },
    () => undefined,
  );
  const { said, says } = listen(child, ended);
  const killAll = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // They have ended.
    }
  };
  return {
    pid: child.pid ?? 0,
    said,
    says,
    ended,
    ending: () => ending,
    kill: async () => {
      killAll();
      await ended;
    },
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function listen(child: ChildProcess, ended: Promise<Ending>) {
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (words: string) => {
    text += words;
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface(stream).on('line', (line) => hear(`${line}\n`));
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!text.includes(words)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      ended.then(([code, signal]) => reject(new Error(`It ended with ${signal ?? code} before “${words}”:\n${text}`)));
    });
  return { said: () => text, says };
}

/** Starts `node src/main.ts`, which ends with the test; resolves when it runs. */
export async function startProcess(environment: Variables): Promise<RealProcess> {
  const gavel = launch([process.execPath, main], environment);
  onTestFinished(() => gavel.kill());
  await gavel.says('Gavel is running.');
  return gavel;
}
