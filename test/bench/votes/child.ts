import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of ours that does what it is asked, one thing at a time. */
export interface Child extends AsyncDisposable {
  /** Throws what the process says went wrong, or that it has ended, with its last words. */
  ask<Answer>(name: string, order?: object): Promise<Answer>;
  /** Throws when the process has ended. */
  checkAlive(): void;
}

/** Starts a script of Node's, with its standard error kept for the case that it ends before its time. */
export function startChild(script: URL, settings: { env?: NodeJS.ProcessEnv; nodeOptions?: string[] } = {}): Child {
  const { env = {}, nodeOptions = [] } = settings;
  const child = fork(script, {
    env: { ...process.env, ...env },
    execArgv: nodeOptions,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk).slice(-4_000);
  });
  const ended = once(child, 'exit');
  const gone = () => new Error(`${script.pathname.split('/').at(-1)} ended too early. It said:\n${words}`);
  const checkAlive = () => {
    if (child.exitCode !== null || child.signalCode !== null) throw gone();
  };
  return {
    checkAlive,
    ask: async <Answer>(name: string, order: object = {}) => {
      checkAlive();
      child.send({ name, order });
      const [reply] = (await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(gone()))])) as [
        { answer: Answer; error?: string },
      ];
      if (reply.error !== undefined) throw new Error(`${reply.error}\n${words}`);
      return reply.answer;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(giveUp);
    },
  };
}
