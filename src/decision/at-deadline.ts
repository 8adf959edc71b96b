import type { Ballot, Reactions } from './ballot.ts';
import type { Decision } from './decision.ts';

const aSecond = 1_000;
const aMinute = 60 * aSecond;

/**
 * What Slack had of somebody and an option at a moment after the deadline: seen in its list of reactions, or told by an
 * event, which says that just before it there was the opposite.
 */
export interface SeenReaction extends Pick<Ballot, 'optionId' | 'userId' | 'isCast'> {
  /** In microseconds. */
  readonly atUs: number;
}

/** What a reaction event after the deadline says about the time before it. */
export function sightBefore(event: Pick<Ballot, 'optionId' | 'userId' | 'isCast' | 'eventUs'>): SeenReaction {
  const { optionId, userId, isCast, eventUs } = event;
  return { optionId, userId, isCast: !isCast, atUs: eventUs };
}

/**
 * Slack's list of reactions as it was at the deadline, as far as anything tells: what stands in it now, but where
 * something is known from in between, the earliest of that.
 */
export function recallReactions(now: Reactions, seen: readonly SeenReaction[]): Reactions {
  const recalled = new Map([...now].map(([optionId, userIds]) => [optionId, new Set(userIds)]));
  // The earliest comes last, and has the last word.
  for (const { optionId, userId, isCast } of seen.toSorted((a, b) => b.atUs - a.atUs)) {
    if (isCast) recalled.get(optionId)?.add(userId);
    else recalled.get(optionId)?.delete(userId);
  }
  return recalled;
}

/**
 * How a look at Slack's list lies to the deadline of a vote. `before` it; or `on time`, so soon after it that nearly all
 * that the list has was made in time, by a process that events have reached since before the deadline; else `late`, or
 * `after a gap` over the deadline, in which events were missed. From a late look nobody can tell whether what differs
 * from the events was made in time.
 */
export type Timing = 'before' | 'on time' | 'late' | 'after a gap';

/** How long after the deadline a look at Slack's list is on time. */
const onTime = 30 * aSecond;

/** How a look lies, by when Slack answered, and since when its events have reached us without a gap. */
export function timeLook(
  { closesAt }: Pick<Decision, 'closesAt'>,
  answeredAt: Date,
  listeningSince: Date | undefined,
): Timing {
  if (answeredAt <= closesAt) return 'before';
  if (listeningSince === undefined || listeningSince > closesAt) return 'after a gap';
  return answeredAt.getTime() <= closesAt.getTime() + onTime ? 'on time' : 'late';
}

/**
 * How long to wait for events that are on their way: a moment, when they are only that; and when some may have failed,
 * until Slack has delivered them for the last time (Slack: Events API, retries at once, after one and after five
 * minutes), with a minute to spare.
 */
const patience = { moment: 2 * aSecond, retries: 7 * aMinute } as const;

/**
 * Until when a vote that could close is left open for events that are on their way, after a look at Slack's list that
 * did or did not differ from what the events say; undefined when it can close now.
 */
export function waitForEvents(
  { closesAt }: Pick<Decision, 'closesAt'>,
  timing: Timing,
  hasDifferences: boolean,
  now: Date,
): Date | undefined {
  const waits: Record<Timing, number> = {
    before: 0,
    'on time': hasDifferences ? patience.moment : 0,
    late: hasDifferences ? patience.retries : 0,
    'after a gap': patience.retries,
  };
  const until = new Date(closesAt.getTime() + waits[timing]);
  return waits[timing] > 0 && until > now ? until : undefined;
}

/** Whether what differs in such a look from what the events say can be told to have been made in time. */
export function isInTime(timing: Timing): boolean {
  return timing === 'before' || timing === 'on time';
}
