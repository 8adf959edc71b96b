import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** For how long after a look a Home is kept up to date, in milliseconds. */
export const lookedLately = 60 * 60 * 1_000;

/** How long to wait for more changes, in milliseconds, so that a burst of votes costs one publication for each reader. */
const debounce = 5_000;

/**
 * Has the Homes of those who looked lately renewed, in the transaction of the change, or after it where that can't be
 * lost. Everybody who changes something writes the same job, so it should be the last thing in a transaction.
 */
export async function planHomes({ chat, now }: Pick<Ports, 'chat' | 'now'>, records: Records): Promise<void> {
  const { teamId } = chat;
  const at = now();
  const isWanted = await records.homes.isAnyoneLooking(teamId, new Date(at.getTime() - lookedLately));
  if (!isWanted) return;
  // What is renewed until then may not see this change yet.
  const runAt = new Date(at.getTime() + debounce);
  await records.jobs.add('renew-homes', { teamId, at: runAt.toISOString() }, { runAt });
}
