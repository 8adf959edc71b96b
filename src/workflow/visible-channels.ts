import type { Records } from './ports/store.ts';

/**
 * The channels whose decisions may be read in a channel before they are in git: the public ones, and the channel itself.
 * What is in git may be read everywhere.
 */
export async function findVisibleChannels(
  records: Pick<Records, 'findChannels'>,
  teamId: string,
  channelId: string,
): Promise<string[]> {
  const channels = await records.findChannels(teamId);
  return channels.filter((one) => !one.isPrivate || one.channelId === channelId).map((one) => one.channelId);
}
