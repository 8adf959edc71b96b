import type { Decision } from '../../decision/decision.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Tells the channel of the first card, once per archive, that the existing ADRs have been read. Waits for the first
 * reading to finish, and never posts in a private channel or one shared with another organization: all of the team
 * should see it, and nobody else.
 */
export async function introduceArchive(
  ports: Ports,
  { teamId, channelId, archive }: Pick<Decision, 'teamId' | 'channelId' | 'archive'>,
): Promise<void> {
  const { read } = ports.store;
  const key = `archive read:${archive}`;
  if ((await read.messages.find(teamId, key)) !== undefined) return;
  const { checkedAt, hasForeign, adrs: total } = await read.readings.find(teamId, archive);
  if (checkedAt === undefined || !hasForeign) return;

  const cut = { side: 'after', id: undefined } as const;
  const search = { words: [], isCommon: false };
  const [latest] = await read.adrs.list(teamId, archive, { cut, most: 1, search });
  if (latest === undefined || !(await isForTheTeam(ports, channelId))) return;
  const example = latest.number === undefined ? latest.fileName : String(latest.number);
  const body = { kind: 'archive read', total, example } as const;
  await ports.store.transaction((records) =>
    records.messages.write({ teamId, key, channelId, decisionId: undefined, body }, ports.now()),
  );
}

async function isForTheTeam({ sight }: Ports, channelId: string): Promise<boolean> {
  const channel = await sight.findChannel(channelId);
  return channel !== undefined && !channel.isPrivate && !channel.isShared;
}
