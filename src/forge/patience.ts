import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Forges look for conflicts in a new or changed review in the background, and know little of it until they have. How
 * often they are asked again, and after how long.
 */
export interface Patience {
  readonly times: number;
  pause(): Promise<void>;
}

/** Five seconds at most. */
export const usualPatience: Patience = {
  times: 5,
  pause: async () => {
    await sleep(1_000);
  },
};
