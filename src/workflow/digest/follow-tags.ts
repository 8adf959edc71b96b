import { adrName } from '@gavel/adr/name/adr-name.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { checkTags } from '../../decision/recall/tags.ts';
import { findDaytime } from '../../decision/time/nudge.ts';
import { checkMayUseCommands, findChannelToSetUp, isOutsideChannels } from '../access/access.ts';
import { learnPerson } from '../access/people.ts';
import { isPerson } from '../message/language.ts';
import { findBackAt } from '../nudge/away.ts';
import type { Actor } from '../ports/actor.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** How many tags a channel or a person may follow. */
const mostFollowed = 30;

/** How long somebody's morning is waited for at most before they hear of a decision, in milliseconds. */
const oneNight = 24 * 60 * 60 * 1_000;

/** Who follows: the channel that somebody asks in, or themselves where they ask for that or are in no channel. */
export interface FollowQuestion {
  readonly channelId: string;
  readonly isForMe: boolean;
}

/** What a channel or a person follows now. `follower`: a channel's id, or undefined for the asker. */
export interface Followed {
  readonly channelId: string | undefined;
  readonly tags: readonly string[];
  /** What the asker follows beside the channel, where that was asked. */
  readonly ownTags?: readonly string[];
}

/** The tags that are followed. Throws RuleBroken for people who may not use commands. */
export async function listFollowed(ports: Ports, actor: Actor, question: FollowQuestion): Promise<Followed> {
  await checkMayUseCommands(ports, actor);
  const { follows } = ports.store.read;
  const channelId = channelOf(question);
  const ownTags = await follows.findTags(actor.teamId, actor.userId);
  if (channelId === undefined) return { channelId, tags: ownTags };
  return { channelId, tags: await follows.findTags(actor.teamId, channelId), ownTags };
}

/**
 * Has a channel or a person follow the tags that somebody typed. Throws RuleBroken for what is no tag, for too many, and
 * for people who may not set up the channel.
 */
export async function followTags(
  ports: Ports,
  actor: Actor,
  question: FollowQuestion,
  typed: string,
): Promise<Followed> {
  return changeFollowed(ports, actor, question, typed, async ({ follows }, followerId, tags) => {
    const known = await follows.findTags(actor.teamId, followerId);
    if (new Set([...known, ...tags]).size > mostFollowed)
      throw new RuleBroken({ code: 'too many followed', most: mostFollowed });
    const how = { by: actor.userId, at: ports.now() };
    for (const tag of tags) await follows.follow(actor.teamId, followerId, tag, how);
  });
}

/** Ends that. Throws RuleBroken for tags that are not followed, and as `followTags` does. */
export async function unfollowTags(
  ports: Ports,
  actor: Actor,
  question: FollowQuestion,
  typed: string,
): Promise<Followed> {
  return changeFollowed(ports, actor, question, typed, async ({ follows }, followerId, tags) => {
    for (const tag of tags) {
      if (await follows.unfollow(actor.teamId, followerId, tag)) continue;
      throw new RuleBroken({ code: 'not followed', tag });
    }
  });
}

async function changeFollowed(
  ports: Ports,
  actor: Actor,
  question: FollowQuestion,
  typed: string,
  change: (records: Records, followerId: string, tags: readonly string[]) => Promise<void>,
): Promise<Followed> {
  const channelId = channelOf(question);
  await checkMayUseCommands(ports, actor);
  if (channelId !== undefined) await findChannelToSetUp(ports, channelId, actor, 'digest');
  const followerId = channelId ?? actor.userId;
  const written = checkTags(typed);
  await ports.store.transaction((records) => change(records, followerId, written));
  return { channelId, tags: await ports.store.read.follows.findTags(actor.teamId, followerId) };
}

function channelOf({ channelId, isForMe }: FollowQuestion): string | undefined {
  return isForMe || isOutsideChannels(channelId) ? undefined : channelId;
}

/** Plans a message to each channel and person that follows a tag of a decision whose ADR has arrived. */
export async function tellFollowers(ports: Ports, { decisionId }: Jobs['tell-followers']): Promise<void> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision === undefined || decision.tags.length === 0) return;
  const { teamId, channelId, proposerId, tags } = decision;
  const followers = await read.follows.findFollowers(teamId, tags);
  await ports.store.transaction(async (records) => {
    for (const followerId of followers) {
      // They hear of it in its thread.
      if (followerId === channelId || followerId === proposerId) continue;
      await records.jobs.add('tell-follower', { decisionId, followerId });
    }
  });
}

/**
 * Tells a channel or a person what was decided under a tag that they follow. A person hears of it in the daytime, and
 * once they are back if they are away. What they may be told of is checked when it is said.
 */
export async function tellFollower(ports: Ports, { decisionId, followerId }: Jobs['tell-follower']): Promise<void> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  const publication = await read.publications.find(decisionId);
  if (decision?.outcome === undefined || publication === undefined || !isOnBranch(publication.state)) return;
  const { teamId, channelId, outcome } = decision;
  const title = outcome.title ?? decision.title;
  if (isPerson(followerId)) {
    const person = await learnPerson(ports, teamId, followerId);
    if (person === undefined || person.kind === 'deactivated') return;
    const now = ports.now();
    const day = findDaytime(now, person.timeZone, new Date(now.getTime() + oneNight));
    const runAt = day > now ? day : await findBackAt(ports, person);
    if (runAt > now) return read.jobs.add('tell-follower', { decisionId, followerId }, { runAt });
  }
  const followed = new Set(await read.follows.findTags(teamId, followerId));
  const tags = decision.tags.filter((tag) => followed.has(tag));
  if (tags.length === 0) return;
  const { archive, number, fileName = '', commitUrl } = publication;
  const url = ports.repositories.byArchive(archive)?.archive.addressOfFile(fileName) ?? commitUrl;
  const chosen = decision.options.find(({ id }) => id === outcome.chosenOptionId)?.title;
  const body = { kind: 'followed', channelId, archive, name: adrName({ number, title }), url, chosen, tags } as const;
  const key = `followed:${decisionId}:${followerId}`;
  await read.messages.write({ teamId, key, channelId: followerId, decisionId: undefined, body }, ports.now());
}
