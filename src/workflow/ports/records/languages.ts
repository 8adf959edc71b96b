import type { LanguageCode } from '../../../decision/language-code.ts';
import type { ChannelPlace } from './rules.ts';

/** The languages that channels have chosen. */
export interface LanguageRecords {
  /** The languages of those of these channels that have chosen one; the others have the workspace's. */
  findAll(teamId: string, channelIds: readonly string[]): Promise<ReadonlyMap<string, LanguageCode>>;
  save(place: ChannelPlace, language: LanguageCode | undefined, by: string, at: Date): Promise<void>;
}
