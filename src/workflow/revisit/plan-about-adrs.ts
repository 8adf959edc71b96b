import { findRevisitAt } from '../../decision/recall/revisit-time.ts';
import { addDays, dayIn } from '../../decision/time/day.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/** The time zone in which the days of ADRs are meant that others wrote. */
export function zoneOfDays({ settings }: Pick<RepositoryPorts, 'settings'>): string {
  return knownZone(settings.timeZone ?? 'UTC');
}

/** Schedules the questions about ADRs that others wrote, if the day to look at one again has come. Disturbs no earlier plan. */
export async function planAboutAdrs(ports: RepositoryPorts): Promise<void> {
  const { store, chat, archive, now } = ports;
  const { teamId } = chat;
  const zone = zoneOfDays(ports);
  const at = now();
  // Those of tomorrow, too: the next round of reading may be later than nine o'clock.
  const until = addDays(dayIn(zone, at), 1);
  const [next] = await store.read.revisits.findDatedAdrs(teamId, archive.id, { until, most: 1, askedSince: at });
  if (next === undefined) return;
  const job = { teamId, archive: archive.id };
  await store.read.jobs.ensure('ask-revisits', job, { runAt: findRevisitAt(dayIn(zone, at), zone, at) });
}
