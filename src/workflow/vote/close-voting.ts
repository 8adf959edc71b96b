import { type Decision, phaseOf } from '../../decision/decision.ts';
import { endHolds } from '../../decision/objection/objection.ts';
import { findDepartures } from '../../decision/outcome/find-departures.ts';
import { gatherFacts } from '../../decision/outcome/gather-facts.ts';
import { findBlocking, findVerdictFacts, judge, pickObjections } from '../../decision/outcome/judge.ts';
import { decide } from '../../decision/outcome/outcome.ts';
import { findSequel, type Sequel, type Verdict } from '../../decision/outcome/verdict.ts';
import type { VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import { isInTime, waitForEvents } from '../../decision/vote/at-deadline.ts';
import { beginFinalComments, dropFinalComments, needsFinalComments } from '../../decision/vote/final-comments.ts';
import type { UndatedVotes } from '../../decision/vote/undated.ts';
import { closeVoting, extendByRule, findClosingTime } from '../../decision/vote/voting.ts';
import { learnPeople, recallPeople } from '../access/people.ts';
import { announceInThread, changeDecision, type Move } from '../change/change.ts';
import { nameDepartures, startPublishing, suggestConsequences } from '../decide/decide.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { compareReactions, correctBallots, countChanges, readReactions } from './compare-reactions.ts';
import { countBallots, tallyOfCensus } from './count-ballots.ts';
import { applyGone, askWhoIsGone } from './electorate.ts';
import { listChanges, weighUndated } from './undated-votes.ts';

const aMinute = 60_000;

/** How many objections the thread names when they block what would be accepted. */
const objectionsTold = 5;

/** A vote that is over: what it was, and what the rule says about it. */
interface Ended {
  readonly decision: Decision;
  readonly tally: Tally;
  readonly verdict: Verdict;
  readonly facts: VerdictFacts;
  readonly now: Date;
}

type Follow = (ports: Ports, records: Records, ended: Ended) => Promise<Move>;

async function decideByTally(
  ports: Ports,
  records: Records,
  { decision: before, tally, facts, now }: Ended,
  chosenOptionId: string | undefined,
): Promise<Move> {
  const choice = { chosenOptionId, decidedBy: undefined, decidedAt: now };
  const departures = findDepartures(before, choice, { tally, isUnclear: false });
  const decision = decide(closeVoting(before, now), {
    ...choice,
    reason: { by: 'rule', verdict: facts },
    consequences: chosenOptionId === undefined ? [] : suggestConsequences(before, chosenOptionId),
    departures,
  });
  await startPublishing(ports, records, decision);
  const announcement = { kind: 'voting closed', verdict: facts } as const;
  const detail = { verdict: facts, departures: await nameDepartures(records, before.teamId, departures) };
  return { decision, kind: decision.status, detail, announcement };
}

/** What is done about a verdict, by what the rule provides for it. */
const follow: Record<Sequel, Follow> = {
  accept: (ports, records, ended) => {
    const { verdict } = ended;
    return decideByTally(ports, records, ended, verdict.kind === 'chosen' ? verdict.option.id : undefined);
  },
  reject: (ports, records, ended) => decideByTally(ports, records, ended, undefined),
  'extend once': async (_, records, { decision: before, facts: verdict, now }) => {
    const decision = extendByRule(before, now);
    await records.jobs.add('close-voting', { decisionId: decision.id }, { runAt: decision.closesAt });
    const closesAt = decision.closesAt.toISOString();
    const announcement = { kind: 'extended by rule', verdict, closesAt } as const;
    return { decision, kind: 'extended', detail: { verdict, closesAt }, announcement };
  },
  ask: async (_, __, { decision, facts: verdict, now }) => {
    const announcement: Announcement = askAfter(verdict, decision);
    return { decision: closeVoting(decision, now), kind: 'voting closed', detail: { verdict }, announcement };
  },
};

/** How people are asked, by the verdict that leaves it to them. */
function askAfter(verdict: VerdictFacts, decision: Decision): Announcement {
  if (verdict.kind !== 'blocked') return { kind: 'nobody leads', verdict };
  if (verdict.objections.standing === 0) return { kind: 'second needed', verdict };
  return { kind: 'blocked', verdict, ...listBlocking(decision) };
}

/** The blocking objections, as far as the thread names them. */
function listBlocking(decision: Decision): Pick<Extract<Announcement, { kind: 'blocked' }>, 'objections' | 'more'> {
  const all = findBlocking(decision);
  const told = pickObjections(decision, all, objectionsTold);
  return { objections: told.map(({ authorId, reason }) => ({ authorId, reason })), more: all.length - told.length };
}

/** Whether a vote is open and its rule may close it before the deadline. */
function mayCloseEarly(decision: Decision): boolean {
  return phaseOf(decision) === 'voting' && decision.voting?.rule.closesEarly.length !== 0;
}

/** When a vote can close, given its rule and the ballots that we know. If it is not open, its deadline. */
async function findDueTime(records: Records, decision: Decision): Promise<Date> {
  const tally = mayCloseEarly(decision) ? await countBallots(records, decision) : undefined;
  return tally ? findClosingTime(decision, tally) : decision.closesAt;
}

/** After something has changed: counts votes that their rules may close early, and schedules closing for each. */
export async function planEarlyCloses(ports: Ports, decisionIds: readonly string[]): Promise<void> {
  const { read } = ports.store;
  const decisions = (await read.decisions.findAll(decisionIds)).map((found) => endHolds(found, ports.now()));
  const closable = decisions.filter(mayCloseEarly);
  if (closable.length === 0) return;
  const censuses = await read.ballots.takeCensus(closable);
  for (const decision of closable) {
    const census = censuses.get(decision.id) ?? [];
    const others = census.filter(({ isDecider }) => !isDecider).flatMap(({ userIds }) => userIds);
    const tally = tallyOfCensus(decision, census, await recallPeople(ports, decision.teamId, others));
    const runAt = tally ? findClosingTime(decision, tally) : decision.closesAt;
    if (runAt < decision.closesAt) await read.jobs.add('close-voting', { decisionId: decision.id }, { runAt });
  }
}

/**
 * Closes a vote at its deadline, or before it if the rule says so, and does what the rule provides for the verdict. A
 * job that comes early, because the deadline moved or a ballot changed, reschedules itself; one that comes twice does
 * nothing. If events may be missing, it first waits for Slack to redeliver them. Votes that are then known only from
 * Slack's list, without a time, are not counted; if they would make a difference, people are asked.
 */
export async function closeVote(ports: Ports, decisionId: string): Promise<void> {
  const { read } = ports.store;
  const seen = await read.decisions.find(decisionId);
  if (seen === undefined || phaseOf(seen) !== 'voting') return;
  const dueAt = await findDueTime(read, seen);
  if (dueAt > ports.now()) return read.jobs.add('close-voting', { decisionId }, { runAt: dueAt });

  // Ask Slack first, then lock, correct, count, judge and save in one transaction.
  const gone = await askWhoIsGone(ports, seen, aMinute);
  const asked = seen.card && (await readReactions(ports, seen, seen.card));
  const voters = [...(asked?.reactions.values() ?? [])].flatMap((ids) => [...ids]);
  await learnPeople(ports, seen.teamId, voters);

  await changeDecision(ports, decisionId, undefined, async (before, records) => {
    const now = ports.now();
    if (phaseOf(before) !== 'voting' || before.voting?.round !== seen.voting?.round) return undefined;
    const { timing, differences } = await compareReactions(ports, records, before, asked);
    const until = waitForEvents(before, timing, differences.length > 0, now);
    if (until) return putOff(ports, records, before, until);
    if (isInTime(timing)) await correctBallots(ports, records, before, differences);

    const decision = await applyGone(ports, records, before, gone);
    const tally = await countBallots(records, decision);
    if (tally === undefined || decision.voting === undefined) return undefined;

    // Slack's answer may have unsettled it again.
    const closingAt = findClosingTime(decision, tally);
    if (closingAt > now) {
      await records.jobs.add('close-voting', { decisionId }, { runAt: closingAt });
      await records.marks.mark(decisionId, 'stale');
      return undefined;
    }
    const verdict = judge(decision, tally);
    const sequel = findSequel(verdict, decision.voting.wasExtended);
    // The vote goes on, and votes whose time is unclear are in time for its end.
    if (verdict.kind === 'chosen' && sequel === 'accept' && needsFinalComments(decision.voting, verdict.option.id)) {
      return { decision: beginFinalComments(decision, verdict.option.id, now), kind: 'final comments' };
    }
    const isWon = sequel === 'accept';
    const facts = gatherFacts(verdict, tally);
    const ended = { decision: isWon ? decision : dropFinalComments(decision), tally, verdict, facts, now };
    const undated = await weighUndated(records, decision, isInTime(timing) ? [] : differences);
    if (undated && !undated.isSettled) return askAboutUndated(records, ended, undated);
    const move = await follow[sequel](ports, records, ended);
    // In a vote that continues, they are in time.
    if (undated && phaseOf(move.decision) !== 'voting') await announceUndated(ports, records, ended, undated);
    return move;
  });
}

/** Leaves a vote open that has ended, for events on their way. A longer wait is announced, once. */
async function putOff(ports: Ports, records: Records, decision: Decision, until: Date): Promise<undefined> {
  const { id: decisionId, closesAt, voting } = decision;
  await records.jobs.add('close-voting', { decisionId }, { runAt: until });
  if (until.getTime() - closesAt.getTime() < aMinute) return undefined;
  const body = { kind: 'counting later', endedAt: closesAt.toISOString(), until: until.toISOString() } as const;
  const key = `${body.kind}:${decisionId}:${voting?.round}:${body.endedAt}`;
  if (await announceInThread(ports, records, decision, body, key)) await records.marks.mark(decisionId, 'closing');
  return undefined;
}

/** Records which votes are not counted because their timing is unclear, where they make no difference. */
async function announceUndated(
  ports: Ports,
  records: Records,
  { decision, now }: Ended,
  { changes }: UndatedVotes,
): Promise<void> {
  const detail = countChanges(changes);
  await records.events.record({ decision, at: now, actorId: undefined, kind: 'undated votes', detail });
  await announceInThread(ports, records, decision, { kind: 'undated votes', ...listChanges(decision, changes) });
}

/** Closes a vote whose result is unclear, and asks people to decide. */
async function askAboutUndated(
  records: Records,
  { decision, facts, now }: Ended,
  { changes, tally: tallyWith }: UndatedVotes,
): Promise<Move> {
  const detail = countChanges(changes);
  await records.events.record({ decision, at: now, actorId: undefined, kind: 'undated votes', detail });
  const withAll = findVerdictFacts(decision, tallyWith);
  return {
    decision: closeVoting(decision, now),
    kind: 'voting closed',
    detail: { verdict: facts },
    announcement: { kind: 'undated votes decide', without: facts, with: withAll, ...listChanges(decision, changes) },
  };
}
