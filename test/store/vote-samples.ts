import type { Decision } from '../../src/decision/decision.ts';
import type { Vote } from '../../src/workflow/ports/records/ballots.ts';
import type { Store } from '../../src/workflow/ports/store.ts';
import { makeDecision, makeVoting } from './decision-samples.ts';
import { now } from './workshop.ts';

/** The `ts` of every card here. */
export const cardTs = '1772445600.000100';
/** `now` in microseconds, as Slack tells the time of an event. */
export const nowUs = now.getTime() * 1_000;

/** A decision whose card is posted and whose vote is open, unless told otherwise. */
export async function openVote(store: Store, more: Partial<Decision> = {}): Promise<Decision> {
  const decision = makeDecision({ voting: makeVoting(), ...more });
  await store.read.decisions.insert(decision);
  await store.read.cards.place(decision.id, { ts: cardTs, link: 'https://example.org/card' });
  return decision;
}

/** U1 backs the first option, now. */
export function makeVote(more: Partial<Vote> = {}): Vote {
  return {
    teamId: 'T1',
    channelId: 'C1',
    cardTs,
    userId: 'U1',
    emoji: 'one',
    isCast: true,
    eventUs: nowUs,
    ...more,
  };
}
