import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait between attempts, in milliseconds: `first`, then twice as long each time, up to `longest`. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/**
 * Tries until it succeeds, with growing pauses; `onFailure` is called for each failure, and may throw to end the
 * attempts. Throws the reason of `signal` as soon as that is aborted, even in the middle of an attempt.
 */
export async function keepTrying<T>(
  attempt: () => Promise<T>,
  { first, longest }: Pauses,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  aborted.promise.catch(() => undefined);
  signal.addEventListener('abort', abort);
  try {
    for (let pause = first; ; pause = Math.min(pause * 2, longest)) {
      signal.throwIfAborted();
      try {
        return await Promise.race([attempt(), aborted.promise]);
      } catch (error) {
        signal.throwIfAborted();
        onFailure(error);
      }
      await Promise.race([sleep(pause, undefined, { signal }), aborted.promise]);
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
