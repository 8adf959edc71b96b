import { knownZone } from '../../decision/time/time-zone.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';

/** The time zone that a channel has chosen, else the one that the operator has set, else that of a person. */
export async function zoneOfChannel(
  { store, settings }: Pick<Ports, 'store' | 'settings'>,
  { teamId, channelId }: ChannelPlace,
  ofPerson: string,
): Promise<string> {
  const chosen = await store.read.timeZones.find({ teamId, channelId });
  return knownZone(chosen ?? settings.timeZone ?? ofPerson);
}
