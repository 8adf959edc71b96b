import type { Decision } from '../../decision/decision.ts';
import { findDaytime, mayNudgeAgain } from '../../decision/time/nudge.ts';
import { findSeenChannel } from '../access/access.ts';
import { learnPeople, learnPerson } from '../access/people.ts';
import { announceInThread } from '../change/change.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { tallyOf } from '../vote/count-ballots.ts';
import { reconcileVote } from '../vote/vote.ts';
import { nudgesOf, planNextNudge } from './plan-nudge.ts';

/** How many people a nudge in the thread names before it says how many more there are. */
const namesShown = 20;

/** Whether a nudge scheduled for this moment still applies: a moved deadline has moments of its own. */
function isMeant(decision: Decision, dueAt: string, now: Date): boolean {
  return nudgesOf(decision, now).some((moment) => moment.toISOString() === dueAt);
}

/** Deciders who have not voted, except those whose account is closed. */
async function findMissing(records: Records, decision: Decision): Promise<string[]> {
  const people = await records.people.find(decision.teamId, decision.voting?.deciders ?? []);
  const missing = tallyOf(decision, await records.ballots.find(decision), people)?.notVoted ?? [];
  return missing.filter((id) => people.get(id)?.kind !== 'deactivated');
}

/**
 * Names people who have not voted in the thread of the card, once per scheduled moment, and starts direct messages to
 * those whom the proposer named. Says nothing when everybody has voted.
 */
export async function nudgeInThread(ports: Ports, { decisionId, dueAt }: Jobs['nudge']): Promise<void> {
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || !isMeant(seen, dueAt, ports.now())) return;
  if (new Date(dueAt) > ports.now()) return planNextNudge(read, seen, ports.now());

  // Nobody who has voted should read that they have not.
  await reconcileVote(ports, decisionId);
  await learnPeople(ports, seen.teamId, seen.voting?.deciders ?? []);

  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || !isMeant(decision, dueAt, now)) return;
    await planNextNudge(records, decision, now);
    const missing = await findMissing(records, decision);
    if (missing.length === 0 || !mayNudgeAgain(await records.nudges.findLast(decisionId, undefined), now)) return;

    const shown = missing.slice(0, namesShown);
    const others = missing.length - shown.length;
    const closesAt = decision.closesAt.toISOString();
    const body = { kind: 'nudge', waiting: shown, others, closesAt } as const;
    const isNews = await announceInThread(ports, records, decision, body, `nudge:${decisionId}:${dueAt}`);
    if (!isNews) return;
    await records.nudges.record(decision, undefined, now);
    const detail = { missing: missing.length };
    await records.events.record({ decision, at: now, actorId: undefined, kind: 'nudged', detail });
    for (const userId of decision.namedDeciders) {
      if (missing.includes(userId)) await records.jobs.add('nudge-decider', { decisionId, dueAt, userId });
    }
  });
}

/**
 * Writes to a decider whose vote is missing, unless they have opted out. During their night it waits for the morning,
 * if that is early enough. If they voted, or the vote closed or moved in the meantime, no message is sent.
 */
export async function nudgeDecider(ports: Ports, { decisionId, dueAt, userId }: Jobs['nudge-decider']): Promise<void> {
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || !isMeant(seen, dueAt, ports.now())) return;
  const actor = { teamId: seen.teamId, userId };
  const person = await learnPerson(ports, seen.teamId, userId);
  if (person === undefined || !(await findSeenChannel(ports, seen.channelId, actor))) return;

  const runAt = findDaytime(ports.now(), person.timeZone, seen.closesAt);
  if (runAt > ports.now()) return read.jobs.add('nudge-decider', { decisionId, dueAt, userId }, { runAt });
  await reconcileVote(ports, decisionId);

  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || !isMeant(decision, dueAt, now)) return;
    const isMissing = (await findMissing(records, decision)).includes(userId);
    if (!isMissing || !(await records.nudges.areWanted(actor))) return;
    if (!mayNudgeAgain(await records.nudges.findLast(decisionId, userId), now)) return;
    const { title, channelId } = decision;
    const link = decision.card?.link || undefined;
    const body = { kind: 'direct nudge', channelId, title, link, closesAt: decision.closesAt.toISOString() } as const;
    const key = `nudge:${decisionId}:${dueAt}:${userId}`;
    // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
    const message = { teamId: decision.teamId, key, channelId: userId, decisionId: undefined, body };
    if (await records.messages.write(message, now)) await records.nudges.record(decision, userId, now);
  });
}
