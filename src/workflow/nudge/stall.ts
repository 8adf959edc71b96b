import type { Decision } from '../../decision/decision.ts';
import { dayIn } from '../../decision/time/day.ts';
import { findDaytime } from '../../decision/time/nudge.ts';
import { findStall, findStallAt, stallsAfter } from '../../decision/time/stall.ts';
import { findForManager, findSeenChannel } from '../access/access.ts';
import { learnPerson } from '../access/people.ts';
import { changeDecision } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { findBackAt } from './away.ts';

const aDay = 24 * 60 * 60 * 1_000;

/**
 * Asks the proposer of a stalled proposal what is to become of it: once, until something new happens there, by day, not
 * while they are away, and about one proposal a day. Nobody is asked who has opted out, has left, or no longer sees the
 * channel. A job that comes early, because there is news, runs again when that is two weeks old.
 */
export async function askStalled(ports: Ports, { decisionId }: Jobs['ask-stalled']): Promise<void> {
  const { read } = ports.store;
  const later = (runAt: Date) => read.jobs.add('ask-stalled', { decisionId }, { runAt });
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || findStall(seen) === undefined) return;
  const dueAt = await findDueAt(read, seen);
  if (dueAt === undefined) return;
  if (dueAt > ports.now()) return later(dueAt);

  const actor = { teamId: seen.teamId, userId: seen.proposerId };
  const person = await learnPerson(ports, actor.teamId, actor.userId);
  if (person === undefined || person.kind === 'deactivated') return;
  if (!(await findSeenChannel(ports, seen.channelId, actor))) return;
  const daytime = findDaytime(ports.now(), person.timeZone, new Date(ports.now().getTime() + 2 * aDay));
  if (daytime > ports.now()) return later(daytime);
  const backAt = await findBackAt(ports, person);
  if (backAt > ports.now()) return later(backAt);

  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    const stall = decision && findStall(decision);
    if (decision === undefined || stall === undefined) return;
    const stalledAt = await findDueAt(records, decision);
    if (stalledAt === undefined || !(await records.nudges.areWanted(actor))) return;
    const again = (runAt: Date) => records.jobs.add('ask-stalled', { decisionId }, { runAt });
    if (stalledAt > now) return again(stalledAt);
    const { channelId, title, card } = decision;
    const since = new Date(stalledAt.getTime() - stallsAfter).toISOString();
    const body = {
      kind: 'stalled',
      decisionId,
      stall,
      channelId,
      title,
      link: card?.link || undefined,
      since,
    } as const;
    const key = `stalled:${actor.userId}:${dayIn(person.timeZone, now)}`;
    // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
    const isFirst = await records.messages.write(
      { ...{ teamId: actor.teamId, key, channelId: actor.userId, decisionId: undefined }, body },
      now,
    );
    if (!isFirst) return again(new Date(now.getTime() + aDay));
    await records.events.record({ decision, at: now, actorId: undefined, kind: 'stall asked', detail: {} });
  });
}

/** When its last news are two weeks old; undefined if its proposer has been asked since. */
async function findDueAt(records: Records, decision: Decision): Promise<Date | undefined> {
  const last = await records.events.findLastNews(decision.id);
  return last?.wasAsked ? undefined : findStallAt(last?.at ?? decision.proposedAt);
}

/**
 * Leaves a stalled proposal as it is for another two weeks. Returns until when; a double click changes nothing. Throws
 * RuleBroken for people who do not manage the decision, and for one that can't stall.
 */
export async function leaveStalled(ports: Ports, decisionId: string, actor: Actor): Promise<Date | undefined> {
  const seen = await findForManager(ports, decisionId, actor, 'leave it open');
  if (findStall(seen) === undefined) return undefined;
  await changeDecision(ports, decisionId, actor.userId, async (decision, records) => {
    const last = await records.events.findLastNews(decisionId);
    const isLeft = last !== undefined && ports.now().getTime() - last.at.getTime() < aDay;
    return isLeft || findStall(decision) === undefined ? undefined : { decision, kind: 'left open' };
  });
  return findStallAt(ports.now());
}
