import type { ChannelPlace } from './rules.ts';

/** The time zones that channels have chosen. */
export interface TimeZoneRecords {
  /** The one of a channel, if it has chosen one. */
  find(place: ChannelPlace): Promise<string | undefined>;
  /** Saves the one of a channel; undefined takes the choice back. */
  save(place: ChannelPlace, timeZone: string | undefined, by: string, at: Date): Promise<void>;
}
