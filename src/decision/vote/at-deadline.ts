import type { Decision } from '../decision.ts';
import type { Ballot, Reactions } from './ballot.ts';

const aSecond = 1_000;
const aMinute = 60 * aSecond;

/**
 * Whether Slack had somebody's reaction for an option at a time after the deadline: seen in its list of reactions, or
 * known from an event, which means that the opposite was true just before it.
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
 * Slack's list of reactions at the deadline, as far as it is known: the current list, corrected by the earliest
 * information from after the deadline.
 */
export function recallReactions(now: Reactions, seen: readonly SeenReaction[]): Reactions {
  const recalled = new Map([...now].map(([optionId, userIds]) => [optionId, new Set(userIds)]));
  // The earliest comes last and overrides the others.
  for (const { optionId, userId, isCast } of seen.toSorted((a, b) => b.atUs - a.atUs)) {
    if (isCast) recalled.get(optionId)?.add(userId);
    else recalled.get(optionId)?.delete(userId);
  }
  return recalled;
}

/**
 * When a look at Slack's list happens, relative to the deadline of a vote. `before` the deadline; `on time`: so soon
 * after it that nearly everything in the list was made in time, in a process that has received events since before the
 * deadline; `late`; or `after a gap` at the deadline in which events were missed. After a late look, nobody can tell
 * whether a difference from the events was made in time.
 */
export type Timing = 'before' | 'on time' | 'late' | 'after a gap';

/** How long after the deadline a look at Slack's list is on time. */
const onTime = 30 * aSecond;

/** Classifies a look by when Slack answered, and since when its events have arrived without a gap. */
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
 * How long to wait for events that are on their way: a moment, or, if deliveries may have failed, until Slack's last
 * retry (Slack: Events API, retries immediately, after one minute and after five), plus a minute.
 */
const patience = { moment: 2 * aSecond, retries: 7 * aMinute } as const;

/**
 * Until when a vote that could close stays open for events that are on their way, after a look at Slack's list that did
 * or did not differ from the events; undefined if it can close now.
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

/** Whether differences from the events in such a look are known to have been made in time. */
export function isInTime(timing: Timing): boolean {
  return timing === 'before' || timing === 'on time';
}
