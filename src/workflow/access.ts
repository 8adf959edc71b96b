import type { Decision } from '../decision/decision.ts';
import { type ChannelRole, checkMayManage, managing } from '../decision/permission.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { learnPeople, renewPeople } from './people.ts';
import type { Channel } from './ports/chat.ts';
import type { Actor, Ports } from './ports.ts';

/** The same words whether a decision isn't there or isn't this person's to see, so that they tell nothing. */
export const notFound = 'I can’t find this decision, or it is in a channel that you are not in.';

/** Whether somebody may see a decision: one of a private channel, only people who are in it now. */
export async function maySee(
  ports: Ports,
  decision: Pick<Decision, 'teamId' | 'channelId' | 'isPrivate'>,
  { teamId, userId }: Actor,
): Promise<boolean> {
  if (decision.teamId !== teamId) return false;
  return !decision.isPrivate || (await ports.chat.listMembers(decision.channelId)).includes(userId);
}

/** Those of these decisions that somebody may see; Slack is asked once for each private channel. */
export async function keepVisible<Seen extends Pick<Decision, 'channelId' | 'isPrivate'>>(
  ports: Ports,
  decisions: readonly Seen[],
  actor: Actor,
): Promise<Seen[]> {
  const open = new Map<string, boolean>();
  for (const { channelId, isPrivate } of decisions) {
    if (!isPrivate || open.has(channelId)) continue;
    const isOpen = await maySee(ports, { teamId: actor.teamId, channelId, isPrivate }, actor).catch((error) => {
      // Gavel may have been put out of the channel: what it can't ask about stays closed.
      ports.log.warn({ channel: channelId, error }, 'The members of a private channel could not be listed.');
      return false;
    });
    open.set(channelId, isOpen);
  }
  return decisions.filter(({ channelId, isPrivate }) => !isPrivate || open.get(channelId) === true);
}

/**
 * The decision that somebody is acting on, if they may see it: in a private channel, only people who are in it now.
 * Throws RuleBroken.
 */
export async function findForActor(ports: Ports, decisionId: string, actor: Actor): Promise<Decision> {
  const decision = await ports.store.read.findDecision(decisionId);
  if (decision === undefined || !(await maySee(ports, decision, actor))) throw new RuleBroken(notFound);
  return decision;
}

/**
 * What somebody is to the channel of a decision, as Slack has it now. Its creator is the one manager of a channel of
 * whom Slack tells apps (Slack: conversations.info, `creator`). Nothing when Slack does not answer: that widens nobody's
 * rights.
 */
async function askChannelRole(ports: Ports, { channelId }: Decision, { userId }: Actor): Promise<ChannelRole> {
  try {
    const channel = await ports.chat.findChannel(channelId);
    if (channel?.creatorId !== userId) return { isCreator: false };
    return { isCreator: (await ports.chat.listMembers(channelId)).includes(userId) };
  } catch (error) {
    ports.log.warn({ channel: channelId, error }, 'Slack did not tell who made a channel; it is taken to be nobody.');
    return { isCreator: false };
  }
}

/**
 * The same for what only the proposer, the deciders, the channel's creator and administrators may do; `what` says it
 * ("withdraw it"), and `circleOf` who takes the place of proposer and deciders, if others do. Throws RuleBroken.
 */
export async function findForManager(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  what: string,
  circleOf = managing,
): Promise<Decision> {
  const decision = await findForActor(ports, decisionId, actor);
  const circle = circleOf(decision);
  if (!circle.ids.includes(actor.userId)) {
    // An office may have been given or taken back since we last asked.
    await renewPeople(ports, actor.teamId, [actor.userId]);
    const people = await learnPeople(ports, actor.teamId, [...circle.ids, actor.userId]);
    checkMayManage(decision, actor.userId, what, people, await askChannelRole(ports, decision, actor), circle);
  }
  return decision;
}

/** The channel, if Gavel is in it and can post there. Throws RuleBroken, saying how to invite it. */
export async function findOpenChannel(ports: Ports, channelId: string): Promise<Channel> {
  const channel = await ports.chat.findChannel(channelId);
  if (channel?.hasGavel) return channel;
  if (channel) throw new RuleBroken(`I am not in #${channel.name} yet. Type \`/invite @Gavel\` there, then try again.`);
  throw new RuleBroken(
    'This is a direct message, or a private channel that I am not in, so I can’t post here. In a channel, type `/invite @Gavel`, then try again.',
  );
}

/** The same for a channel that somebody is about to propose in: a private one, only if they are in it. Throws RuleBroken. */
export async function findChannelForProposer(ports: Ports, channelId: string, actor: Actor): Promise<Channel> {
  const channel = await findOpenChannel(ports, channelId);
  if (channel.isPrivate && !(await ports.chat.listMembers(channelId)).includes(actor.userId)) {
    throw new RuleBroken(
      'You are not in this channel any more, so the decision can’t be put there. Your draft is kept.',
    );
  }
  return channel;
}
