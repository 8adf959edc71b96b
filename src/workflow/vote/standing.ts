import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../decision/decision.ts';
import { seeVote } from '../../decision/outcome/confirmation.ts';
import { findDepartures, type Standing } from '../../decision/outcome/find-departures.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from './count-ballots.ts';
import { findUndated } from './undated-votes.ts';

/** How the vote stands, with everything that is known about it. */
export async function findStanding(records: Records, decision: Decision): Promise<Standing> {
  const undated = await findUndated(records, decision);
  return { tally: await countBallots(records, decision), isUnclear: undated?.isSettled === false };
}

/**
 * Whether an outcome that waits for a second person is still what somebody recorded: the question, the votes and what it
 * departs from are as they were.
 */
export async function isStillAwaited(records: Records, decision: Decision, now: Date): Promise<boolean> {
  const { awaited } = decision;
  if (awaited === undefined) return false;
  const { chosenOptionId, decidedBy, departures } = awaited.outcome;
  const standing = await findStanding(records, decision);
  const current = findDepartures(decision, { chosenOptionId, decidedBy, decidedAt: now }, standing);
  return isSameInJson(current, departures) && isSameInJson(seeVote(decision, standing.tally), awaited.seen);
}

/** Whether two things are the same once they have been in the database, which keeps nothing that is undefined. */
function isSameInJson(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
