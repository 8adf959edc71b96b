/** What asked Gavel to stop. */
type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'the end of npm';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * How long further signals count as the first one, in milliseconds. Ctrl-C arrives twice under npm: the terminal sends
 * it to all processes, and npm passes it on, as does anybody who signals a whole process group.
 */
const sameWish = 1_000;

/** How often to check whether npm is still there, in milliseconds. */
const lookForParent = 500;

/**
 * Waits for a request to stop, which aborts the AbortSignal with a StopReason. Anybody who signals again after a second
 * can't wait, so the process then ends at once, with status 1. A Gavel that npm started also stops when npm is gone,
 * because nobody could stop it any more.
 */
export function heedSignals(): AbortSignal {
  const wish = new AbortController();
  let wishedAt: number | undefined;
  const stop = (reason: StopReason) => {
    wishedAt ??= performance.now();
    wish.abort(reason);
  };
  for (const signal of signals) {
    process.on(signal, () => {
      if (wishedAt === undefined || performance.now() - wishedAt < sameWish) return stop(signal);
      console.error('Stopping at once. What was under way is done again at the next start.');
      process.exit(1);
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) watchParent(() => stop('the end of npm'));
  return wish.signal;
}

/** Resolves once a stop is requested. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done());
  });
}

function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, lookForParent);
  watch.unref();
}
