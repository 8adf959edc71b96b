import type { Decision } from '../../decision/decision.ts';
import type { People } from '../../decision/person.ts';
import { type Census, enlarge, leaveOutBots, shrink, standAlone } from '../../decision/tally/census.ts';
import { type Tally, takeTally } from '../../decision/tally/tally.ts';
import { abstentionIdOf, type Ballot } from '../../decision/vote/ballot.ts';
import type { Records } from '../ports/store.ts';

/** Counts the ballots of the current round; undefined if there has been none. */
export async function countBallots(records: Records, decision: Decision): Promise<Tally | undefined> {
  if (decision.voting === undefined) return undefined;
  const ballots = await records.ballots.find(decision);
  const people = await records.people.find(
    decision.teamId,
    ballots.map((ballot) => ballot.userId),
  );
  return tallyOf(decision, ballots, people);
}

/** Counts ballots that have already been read, together with the people who cast them. */
export function tallyOf(decision: Decision, ballots: readonly Ballot[], people: People): Tally | undefined {
  if (decision.voting === undefined) return undefined;
  const ignored = new Set([...people.values()].filter((person) => person.kind === 'bot').map((person) => person.id));
  return takeTally({
    options: decision.options,
    ballots,
    deciders: decision.voting.deciders,
    gone: decision.voting.gone.map(({ id }) => id),
    takenOut: decision.voting.takenOut.map(({ id }) => id),
    handovers: decision.voting.handovers,
    ignored,
    method: decision.voting.rule.method,
    votesAfterLeaving: decision.voting.rule.votesAfterLeaving,
    abstentionId: abstentionIdOf(decision),
  });
}

/** Counts people grouped by how they voted. `people` includes at least those who are not deciders. */
export function tallyOfCensus(decision: Decision, census: Census, people: People): Tally | undefined {
  if (decision.voting === undefined) return undefined;
  const bound = new Set(decision.voting.handovers.flatMap(({ from, to }) => [from, to]));
  const heard = standAlone(leaveOutBots(census, people), bound);
  const small = shrink(decision, decision.voting, heard);
  const tally = tallyOf(small.decision, small.ballots, new Map());
  return tally && enlarge(tally, heard);
}
