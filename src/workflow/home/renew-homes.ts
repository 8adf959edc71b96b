import type { IndexGap } from '../../decision/failure/refusal.ts';
import { freshenIndexes } from '../follow/fresh-index.ts';
import { languageOfPerson } from '../message/language.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { KnownHome } from '../ports/records/homes.ts';
import { findHome } from './home.ts';
import { lookedLately } from './plan-homes.ts';

/** How many Homes are looked at in one go: those of everybody, but in the largest workspaces. */
const mostAtOnce = 5_000;

/**
 * Renews the Homes of those who looked lately, one after the other, as far as Slack accepts more calls now; the rest
 * follow when it does. Those that look as they should are not published.
 */
export async function renewHomes(ports: Ports, { teamId, at }: Jobs['renew-homes']): Promise<void> {
  const { homes, jobs } = ports.store.read;
  const before = new Date(at);
  const lookedSince = new Date(ports.now().getTime() - lookedLately);
  let asked: Promise<readonly IndexGap[]> | undefined;
  const findGaps = () => {
    asked ??= freshenIndexes(ports, ports.repositories.all);
    return asked;
  };
  for (const home of await homes.findDue(teamId, { lookedSince, before, most: mostAtOnce })) {
    const { calls, opensAt } = ports.chat.room('home', 'stale');
    if (calls < 1) return jobs.add('renew-homes', { teamId, at }, { runAt: opensAt });
    await renewHome(ports, home, findGaps);
  }
}

async function renewHome(
  ports: Ports,
  { userId, shown, place }: KnownHome,
  findGaps: () => Promise<readonly IndexGap[]>,
): Promise<void> {
  const { homes } = ports.store.read;
  const { teamId } = ports.chat;
  const at = ports.now();
  const home = await findHome(ports, { teamId, userId }, place, findGaps);
  if (home.kind === 'closed') return homes.forget(teamId, userId);
  const now = await ports.chat.showHome(userId, home, await languageOfPerson(ports, userId), shown);
  return now === undefined ? homes.forget(teamId, userId) : homes.markShown(teamId, userId, now, at);
}
