import type { Changes } from './changes.ts';

/** How long to wait, in milliseconds of real time. */
const patience = 60_000;

/**
 * Resolves with the result of `look` as soon as it finds something. `look` is called after every change, and may throw
 * while there is nothing to find. Rejects after a timeout; the message includes `what` and the result of `describe`.
 */
export function waitUntil<T>(
  changes: Changes,
  look: () => T | undefined | null | false,
  what: string,
  describe: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let lastError: unknown;
    const attempt = (): boolean => {
      try {
        const found = look();
        if (found === undefined || found === null || found === false) return false;
        resolve(found);
        return true;
      } catch (error) {
        lastError = error;
        return false;
      }
    };
    if (attempt()) return;
    const timer = setTimeout(() => {
      end();
      const why = lastError instanceof Error ? `\nThe last attempt failed: ${lastError.message}` : '';
      reject(new Error(`Waited ${patience / 1000} s for ${what}.${why}\n${describe()}`));
    }, patience);
    const end = changes.subscribe(() => {
      if (!attempt()) return;
      clearTimeout(timer);
      end();
    });
  });
}
