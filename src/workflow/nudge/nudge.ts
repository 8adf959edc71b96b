import { type Decision, phaseOf } from '../../decision/decision.ts';
import { mayNudgeAgain } from '../../decision/time/nudge.ts';
import { findHandover } from '../../decision/vote/hand-over.ts';
import { learnPeople } from '../access/people.ts';
import { announceInThread } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { tallyOf } from '../vote/count-ballots.ts';
import { reconcileVote } from '../vote/vote.ts';
import { findAway, findAwayInSlack } from './away.ts';
import { nudgesOf, planNextNudge } from './plan-nudge.ts';
import { findTimeToWrite } from './time-to-write.ts';

const aDay = 24 * 60 * 60 * 1_000;

/** How many people a nudge in the thread names before it says how many more there are. */
const namesShown = 20;

/** Whether a nudge scheduled for this moment still applies: a moved deadline has moments of its own. */
function isMeant(decision: Decision, dueAt: string, now: Date): boolean {
  return nudgesOf(decision, now).some((moment) => moment.toISOString() === dueAt);
}

/**
 * Deciders who have not voted, except those whose account is closed, and those for whom another votes; and who of them is
 * away by what they said.
 */
async function findMissing(
  records: Records,
  decision: Decision,
  now: Date,
): Promise<{ readonly all: readonly string[]; readonly here: readonly string[] }> {
  const people = await records.people.find(decision.teamId, decision.voting?.deciders ?? []);
  const missing = tallyOf(decision, await records.ballots.find(decision), people)?.notVoted ?? [];
  const isLeft = (id: string) => findHandover(decision, id) !== undefined;
  const all = missing.filter((id) => people.get(id)?.kind !== 'deactivated' && !isLeft(id));
  const away = await findAway(records, now, people);
  return { all, here: all.filter((id) => !away.has(id)) };
}

/**
 * Names people who have not voted in the thread of the card, once per scheduled moment, unless they are away, and starts
 * direct messages to those whom the proposer named. Says nothing when everybody has voted.
 */
export async function nudgeInThread(ports: Ports, { decisionId, dueAt }: Jobs['nudge']): Promise<void> {
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || !isMeant(seen, dueAt, ports.now())) return;
  if (new Date(dueAt) > ports.now()) return planNextNudge(read, seen, ports.now());

  // Nobody who has voted should read that they have not.
  await reconcileVote(ports, decisionId);
  await learnPeople(ports, seen.teamId, seen.voting?.deciders ?? []);
  const awayInSlack = await findAwayInSlack(ports, (await findMissing(read, seen, ports.now())).here);

  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || !isMeant(decision, dueAt, now)) return;
    await planNextNudge(records, decision, now);
    const { all, here } = await findMissing(records, decision, now);
    if (all.length === 0 || !mayNudgeAgain(await records.nudges.findLast(decisionId, undefined), now)) return;

    const isNews = await nameInThread(
      ports,
      records,
      decision,
      here.filter((id) => !awayInSlack.has(id)),
      dueAt,
    );
    if (!isNews) return;
    for (const userId of decision.namedDeciders) {
      if (all.includes(userId)) await records.jobs.add('nudge-decider', { decisionId, dueAt, userId });
    }
  });
}

/** False if they were named before. */
async function nameInThread(
  ports: Ports,
  records: Records,
  decision: Decision,
  missing: readonly string[],
  dueAt: string,
): Promise<boolean> {
  if (missing.length === 0) return true;
  const shown = missing.slice(0, namesShown);
  const others = missing.length - shown.length;
  const body = { kind: 'nudge', waiting: shown, others, closesAt: decision.closesAt.toISOString() } as const;
  if (!(await announceInThread(ports, records, decision, body, `nudge:${decision.id}:${dueAt}`))) return false;
  const at = ports.now();
  await records.nudges.record(decision, undefined, at);
  const detail = { missing: missing.length };
  await records.events.record({ decision, at, actorId: undefined, kind: 'nudged', detail });
  return true;
}

/** A direct message to a decider, and whether it still applies. */
interface Letter {
  readonly decisionId: string;
  readonly userId: string;
  readonly key: string;
  isMeant(decision: Decision, now: Date): boolean;
  /** Whether somebody has been written to so recently that this is left out. */
  isTooSoon(last: Date | undefined, now: Date): boolean;
  write(decision: Decision): Extract<Announcement, { kind: 'direct nudge' | 'asked to vote' }>;
  /** Sends it later. */
  putOff(records: Records, runAt: Date): Promise<void>;
}

/**
 * Writes to a decider whose vote is missing, unless they have opted out. During their night it waits for the morning,
 * and while they are away until they are back, if that is early enough. If they voted, or the vote closed or moved in the meantime, no message is sent.
 */
export async function nudgeDecider(ports: Ports, job: Jobs['nudge-decider']): Promise<void> {
  const { decisionId, dueAt, userId } = job;
  await writeToDecider(ports, {
    decisionId,
    userId,
    key: `nudge:${decisionId}:${dueAt}:${userId}`,
    isMeant: (decision, now) => isMeant(decision, dueAt, now),
    isTooSoon: (last, now) => !mayNudgeAgain(last, now),
    write: (decision) => ({ kind: 'direct nudge', ...aboutVote(decision) }),
    putOff: (records, runAt) => records.jobs.add('nudge-decider', job, { runAt }),
  });
}

/**
 * Tells a decider, once in a round, that they are asked to vote, unless they have opted out. During their night it
 * waits for the morning, if that is early enough. If they voted or the round ended in the meantime, no message is sent;
 * and none is sent a day late, since nudges follow.
 */
export async function askDecider(ports: Ports, job: Jobs['ask-decider']): Promise<void> {
  const { decisionId, round, userId } = job;
  await writeToDecider(ports, {
    decisionId,
    userId,
    key: `ask:${decisionId}:${round}:${userId}`,
    isMeant: (decision, now) => {
      const { voting, closesAt } = decision;
      const isOpen = phaseOf(decision) === 'voting' && voting?.round === round && now < closesAt;
      return isOpen && now.getTime() - voting.openedAt.getTime() < aDay;
    },
    isTooSoon: () => false,
    write: (decision) => ({ kind: 'asked to vote', by: decision.proposerId, ...aboutVote(decision) }),
    putOff: (records, runAt) => records.jobs.add('ask-decider', job, { runAt }),
  });
}

function aboutVote({ title, channelId, card, closesAt }: Decision) {
  return { channelId, title, link: card?.link || undefined, closesAt: closesAt.toISOString() };
}

/** How long to wait for a card that is on its way into the channel, in milliseconds. */
const forCard = 2_000;

async function writeToDecider(ports: Ports, letter: Letter): Promise<void> {
  const { decisionId, userId, key } = letter;
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || !letter.isMeant(seen, ports.now())) return;
  if (seen.card === undefined) return letter.putOff(read, new Date(ports.now().getTime() + forCard));
  const actor = { teamId: seen.teamId, userId };
  const runAt = await findTimeToWrite(ports, seen, userId);
  if (runAt === undefined) return;
  if (runAt > ports.now()) return letter.putOff(read, runAt);
  await reconcileVote(ports, decisionId);

  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || !letter.isMeant(decision, now)) return;
    const isMissing = (await findMissing(records, decision, now)).all.includes(userId);
    if (!isMissing || !(await records.nudges.areWanted(actor))) return;
    if (letter.isTooSoon(await records.nudges.findLast(decisionId, userId), now)) return;
    // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
    const to = { teamId: decision.teamId, key, channelId: userId, decisionId: undefined };
    const isNew = await records.messages.write({ ...to, body: letter.write(decision) }, now);
    if (isNew) await records.nudges.record(decision, userId, now);
  });
}
