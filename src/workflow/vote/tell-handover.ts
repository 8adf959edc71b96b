import { type Decision, type Handover, phaseOf } from '../../decision/decision.ts';
import { type ChangedHandovers, findHandover, type HandoverEnd } from '../../decision/vote/hand-over.ts';
import { findTimeToWrite } from '../nudge/time-to-write.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from './count-ballots.ts';

/** Has somebody told that they vote for another as well. */
export async function planReceived(records: Records, decision: Decision, handover: Handover): Promise<void> {
  await planTelling(records, decision, handover, 'received');
}

/** Has somebody told that whoever was to vote for them gives their vote back. */
export async function planDeclined(records: Records, decision: Decision, handover: Handover): Promise<void> {
  await planTelling(records, decision, handover, 'declined');
}

/** Records that handovers have ended without being taken back, and has those told whose votes are their own again. */
export async function recordEnded(
  ports: Ports,
  records: Records,
  { decision, ended }: ChangedHandovers,
  why: HandoverEnd,
): Promise<void> {
  if (ended.length === 0) return;
  const detail = { count: ended.length, why };
  await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'handovers ended', detail });
  for (const handover of ended) await planTelling(records, decision, handover, why);
}

async function planTelling(
  records: Records,
  { id: decisionId, voting }: Decision,
  { from, to, at }: Handover,
  news: Jobs['tell-handover']['news'],
): Promise<void> {
  const handover = { from, to, at: at.toISOString() };
  await records.jobs.add('tell-handover', { decisionId, round: voting?.round ?? 1, ...handover, news });
}

/** Whether what a job is to tell is still so. Whoever has voted meanwhile doesn't need to know that nobody else does. */
async function isStillSo(
  records: Records,
  decision: Decision,
  { round, from, to, at, news }: Jobs['tell-handover'],
): Promise<boolean> {
  if (phaseOf(decision) !== 'voting' || decision.voting?.round !== round) return false;
  const handover = findHandover(decision, from);
  if (news === 'received') return handover?.to === to && (at === undefined || handover.at.toISOString() === at);
  return handover === undefined && (await countBallots(records, decision))?.notVoted.includes(from) === true;
}

/**
 * Tells somebody in private, once, that they vote for another as well, or that the vote that they handed over is their
 * own again; unless they have opted out of messages about votes. By night it waits for the morning, and while they are
 * away until they are back. If it is no longer so by then, nothing is sent.
 */
export async function tellHandover(ports: Ports, job: Jobs['tell-handover']): Promise<void> {
  const { decisionId, round, from, to, at, news } = job;
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || !(await isStillSo(read, seen, job))) return;
  const userId = news === 'received' ? to : from;
  const runAt = await findTimeToWrite(ports, seen, userId);
  if (runAt === undefined) return;
  if (runAt > ports.now()) return read.jobs.add('tell-handover', job, { runAt });

  await ports.store.transaction(async (records) => {
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || !(await isStillSo(records, decision, job))) return;
    const { teamId, channelId, title, card, closesAt } = decision;
    if (!(await records.nudges.areWanted({ teamId, userId }))) return;
    const about = { channelId, title, link: card?.link || undefined, closesAt: closesAt.toISOString() };
    const body =
      news === 'received'
        ? ({ kind: 'vote received', decisionId, by: from, ...about } as const)
        : ({ kind: 'vote returned', by: to, why: news, ...about } as const);
    // A vote that was given back may be handed to the same person again.
    const key = [`${news} vote`, decisionId, round, from, to, ...(at === undefined ? [] : [at])].join(':');
    // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
    await records.messages.write({ teamId, key, channelId: userId, decisionId: undefined, body }, ports.now());
  });
}
