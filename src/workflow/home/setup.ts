import type { IndexGap } from '../../decision/failure/refusal.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { SetupStep } from './home-facts.ts';

/** Finds out why the indexes of the repositories may differ from git. */
export type FindGaps = () => Promise<readonly IndexGap[]>;

/** What is still missing in the workspace, as far as somebody may see it, in the order in which to see to it. */
export async function findSetupSteps(
  ports: Ports,
  { teamId, userId }: Actor,
  findGaps: FindGaps,
): Promise<SetupStep[]> {
  const { repositories, sight, store } = ports;
  const [own, theirs] = await Promise.all([sight.listOwnChannels(), sight.listChannelsOf(userId)]);
  const channels = [...own.values()];
  if (channels.length === 0) return [{ kind: 'no channel' }];
  const homeless = channels
    .filter((channel) => repositories.ofChannel(channel).length === 0 && (!channel.isPrivate || theirs.has(channel.id)))
    .map(({ name }) => name);
  const gaps = (await findGaps()).filter(({ kind }) => kind !== 'being read');
  const hasDigest = await store.read.digests.isAnyOn(teamId);
  return [
    ...(homeless.length > 0 ? [{ kind: 'no repository', channels: homeless.toSorted() } as const] : []),
    ...gaps.map((gap) => ({ kind: 'repository', gap }) as const),
    ...(hasDigest ? [] : [{ kind: 'no digest' } as const]),
  ];
}
