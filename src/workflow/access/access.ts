import type { Decision } from '../../decision/decision.ts';
import type { ManagedAct, OverrideAct } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type ChannelRole, checkMayManage, checkMayOverride, managing, overridersOf } from '../../policy/manage.ts';
import {
  mayRunImport,
  maySee,
  maySetUp,
  mayUseCommands,
  mayUseTools,
  seesFromOutside,
  type Viewer,
} from '../../policy/rights.ts';
import type { Actor } from '../ports/actor.ts';
import type { Channel } from '../ports/chat/chat.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Age } from '../ports/chat/sight.ts';
import type { Ports } from '../ports/ports.ts';
import { findPersonNow, learnPeople, renewPeople } from './people.ts';

/** The maximum age, in milliseconds, of what we know about somebody's account: guest, member or closed. */
const fewMinutes = 5 * 60 * 1_000;

/** What somebody is to the workspace now: an outsider if they belong to another one. Throws ChatError. */
export async function findViewer(ports: Ports, { teamId, userId }: Actor): Promise<Viewer> {
  if (teamId !== ports.chat.teamId) return { kind: 'outsider' };
  return { kind: (await findPersonNow(ports, teamId, userId, fewMinutes))?.kind };
}

/** Whether somebody is in a channel. Throws ChatError. */
async function isIn(
  { sight }: Ports,
  { kind }: Viewer,
  { id, isPrivate }: Channel,
  userId: string,
  age: Age,
): Promise<boolean> {
  // Everybody may be in a public channel, and a person is in few. For outsiders, Slack lists no channels.
  if (!isPrivate && (kind === 'member' || kind === 'guest')) return (await sight.listChannelsOf(userId, age)).has(id);
  return (await sight.listMembers(id, age)).has(userId);
}

/** Whether somebody sees what is in a channel, given the channel as it is now. Throws ChatError. */
async function canSee(ports: Ports, channel: Channel, actor: Actor, age: Age): Promise<boolean> {
  if (actor.teamId !== ports.chat.teamId) return false;
  const viewer = await findViewer(ports, actor);
  if (seesFromOutside(viewer, channel)) return true;
  return maySee(viewer, channel, await isIn(ports, viewer, channel, actor.userId, age));
}

/**
 * A channel as it is now, if somebody sees what is in it. Where Slack hides a channel from Gavel, nobody does. Throws
 * ChatError.
 */
export async function findSeenChannel(
  ports: Ports,
  channelId: string,
  actor: Actor,
  age: Age = 'recent',
): Promise<Channel | undefined> {
  const channel = await ports.sight.findChannel(channelId);
  return channel && (await canSee(ports, channel, actor, age)) ? channel : undefined;
}

/** Whether somebody may read a decision: they may if they see its channel. Throws ChatError. */
async function mayRead(ports: Ports, { teamId, channelId }: Decision, actor: Actor, age: Age): Promise<boolean> {
  return teamId === actor.teamId && (await findSeenChannel(ports, channelId, actor, age)) !== undefined;
}

/** The decision with this id, if somebody may read it; undefined too while Slack does not answer. */
export async function findIfReadable(ports: Ports, decisionId: string, actor: Actor): Promise<Decision | undefined> {
  return findForReader(ports, decisionId, actor).catch((error) => {
    if (error instanceof RuleBroken) return undefined;
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn({ decision: decisionId, error: error.cause }, 'Slack did not say who may read a decision.');
    return undefined;
  });
}

/**
 * The decision that somebody looks at, if they may read it. Throws RuleBroken when it is not theirs to read or not
 * there (with one answer for both), and ChatError when Slack does not answer.
 */
export function findForReader(ports: Ports, decisionId: string, actor: Actor): Promise<Decision> {
  return find(ports, decisionId, actor, 'recent');
}

/** Finds a decision that somebody wants to change or take part in. Slack has to confirm right now that they may. */
export function findForActor(ports: Ports, decisionId: string, actor: Actor): Promise<Decision> {
  return find(ports, decisionId, actor, 'new');
}

async function find(ports: Ports, decisionId: string, actor: Actor, age: Age): Promise<Decision> {
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision === undefined || !(await mayRead(ports, decision, actor, age)))
    throw new RuleBroken({ code: 'decision not found' });
  return decision;
}

/** Throws RuleBroken unless somebody may use Gavel's commands, and ChatError. */
export async function checkMayUseCommands(ports: Ports, actor: Actor): Promise<void> {
  if (!mayUseCommands(await findViewer(ports, actor))) throw new RuleBroken({ code: 'people of the workspace only' });
}

/** Throws RuleBroken unless programs may read here what somebody sees, and ChatError. */
export async function checkMayUseTools(ports: Ports, actor: Actor): Promise<void> {
  if (ports.settings.toolsAddress === undefined) throw new RuleBroken({ code: 'no tools' });
  if (!mayUseTools(await findViewer(ports, actor))) throw new RuleBroken({ code: 'tools of members only' });
}

/** Throws RuleBroken unless somebody may start or stop an import of the repository, and ChatError. */
export async function checkMayRunImport(ports: Ports, actor: Actor): Promise<void> {
  if (!mayRunImport(await findViewer(ports, actor))) throw new RuleBroken({ code: 'members only' });
}

/**
 * What somebody is to a decision's channel, as Slack has it now. The creator is the only manager of a channel that
 * Slack tells apps about (Slack: conversations.info, `creator`). Empty when Slack does not answer, which gives nobody
 * more rights.
 */
async function askChannelRole(ports: Ports, { channelId }: Decision, actor: Actor): Promise<ChannelRole> {
  const { userId } = actor;
  try {
    const channel = await ports.sight.findChannel(channelId);
    if (channel?.creatorId !== userId) return { isCreator: false };
    return { isCreator: await isIn(ports, await findViewer(ports, actor), channel, userId, 'new') };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn(
      { channel: channelId, error },
      'Slack did not say who created a channel; nobody counts as its creator.',
    );
    return { isCreator: false };
  }
}

/**
 * The decision, for actions reserved to the proposer, the deciders, the channel's creator and administrators;
 * `circleOf` names whoever stands in for the proposer and deciders. Throws RuleBroken and ChatError.
 */
export async function findForManager(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  act: ManagedAct,
  circleOf = managing,
): Promise<Decision> {
  const decision = await findForActor(ports, decisionId, actor);
  const circle = circleOf(decision);
  if (!circle.ids.includes(actor.userId)) {
    // Somebody may have become an administrator, or stopped being one, since we last asked.
    await renewPeople(ports, actor.teamId, [actor.userId]);
    const people = await learnPeople(ports, actor.teamId, [...circle.ids, actor.userId]);
    checkMayManage(decision, actor.userId, act, people, await askChannelRole(ports, decision, actor), circle);
  }
  return decision;
}

/**
 * Where somebody asks who is at Home, the tab that Gavel shows them and nobody else, or by a program of theirs. No channel
 * has this id.
 */
export const atHome = 'home';

/** Whether somebody asks outside all channels: at Home or in a direct message. */
export function isOutsideChannels(askedIn: string): boolean {
  return askedIn === atHome || isDirectMessage(askedIn);
}

/**
 * Whether something is not a channel but a direct message, whoever writes to whom in it; a person's id stands for their
 * direct messages with Gavel (Slack: conversation ids).
 */
export function isDirectMessage(channelId: string): boolean {
  return /^[DUW]/.test(channelId);
}

/**
 * Throws RuleBroken unless the rule of a decision lets somebody decide in place of the vote, or do what leads to that;
 * and ChatError.
 */
export async function checkMayOverrideNow(
  ports: Ports,
  decision: Decision,
  actor: Actor,
  act: OverrideAct,
): Promise<void> {
  const { teamId, userId } = actor;
  const ids = overridersOf(decision);
  if (ids.includes(userId)) return;
  await renewPeople(ports, teamId, [userId]);
  const people = await learnPeople(ports, teamId, [...ids, userId]);
  checkMayOverride(decision, userId, act, people, await askChannelRole(ports, decision, actor));
}

/** Whether the rule of a decision lets somebody decide in place of the vote. Throws ChatError. */
export function mayOverrideNow(ports: Ports, decision: Decision, actor: Actor): Promise<boolean> {
  return checkMayOverrideNow(ports, decision, actor, 'decide in place of the vote').then(
    () => true,
    (error) => {
      if (error instanceof RuleBroken) return false;
      throw error;
    },
  );
}

/** The channel, if Gavel is in it and can post there. Throws RuleBroken. */
async function findOpenChannel(ports: Ports, channelId: string): Promise<Channel> {
  if (isDirectMessage(channelId)) throw new RuleBroken({ code: 'direct message' });
  // Asks Slack again: somebody may have just invited Gavel, as they were told to.
  const channel = await ports.chat.findChannel(channelId);
  if (channel?.hasGavel) return channel;
  if (channel) throw new RuleBroken({ code: 'not invited', channel: channel.name });
  throw new RuleBroken({ code: 'cannot post here' });
}

/** Finds a channel that somebody wants Gavel to post in. They have to see it. Throws RuleBroken and ChatError. */
export async function findChannelToPostIn(
  ports: Ports,
  channelId: string,
  actor: Actor,
  wanted: 'propose' | 'import',
): Promise<Channel> {
  const channel = await findOpenChannel(ports, channelId);
  if (await canSee(ports, channel, actor, 'new')) return channel;
  throw new RuleBroken({ code: 'not in the channel', wanted });
}

/** Finds the channel that somebody is about to propose in. Throws RuleBroken and ChatError. */
export function findChannelForProposer(ports: Ports, channelId: string, actor: Actor): Promise<Channel> {
  return findChannelToPostIn(ports, channelId, actor, 'propose');
}

/**
 * Finds a channel whose rules or digest somebody wants to set, or where they answer what it was asked. They have to be in it, and not as a guest. Throws
 * RuleBroken and ChatError.
 */
export async function findChannelToSetUp(
  ports: Ports,
  channelId: string,
  actor: Actor,
  what: 'settings' | 'digest' | 'revisit',
): Promise<Channel> {
  const channel = await findOpenChannel(ports, channelId);
  const viewer = await findViewer(ports, actor);
  if (maySetUp(viewer, await isIn(ports, viewer, channel, actor.userId, 'new'))) return channel;
  throw new RuleBroken({ code: 'members of the channel only', what });
}
