import type { Decision } from '../../decision/decision.ts';
import { judge } from '../../decision/outcome/judge.ts';
import { findSequel } from '../../decision/outcome/verdict.ts';
import type { People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import { recallReactions, sightBefore } from '../../decision/vote/at-deadline.ts';
import { type Ballot, leaveOutWithdrawn, reconcileBallots } from '../../decision/vote/ballot.ts';
import { comesToTheSame, type UndatedVotes } from '../../decision/vote/undated.ts';
import type { ToldChange } from '../message/announcement.ts';
import type { Records } from '../ports/store.ts';
import { tallyOf } from './count-ballots.ts';

/** How many ballots are counted at most, over all combinations together: a second or two of work. */
const mostCounted = 1_000_000;

/** How many changes are named before the thread says how many more there are. */
const mostNamed = 10;

/** Weighs changes of unclear timing; undefined if there are none. */
export async function weighUndated(
  records: Records,
  decision: Decision,
  found: readonly Ballot[],
): Promise<UndatedVotes | undefined> {
  const { voting } = decision;
  if (voting === undefined || found.length === 0) return undefined;
  const changes = found.toSorted((a, b) => (nameOfPlace(a) < nameOfPlace(b) ? -1 : 1));
  const ballots = await records.ballots.find(decision);
  const ids = [...ballots, ...changes].map(({ userId }) => userId);
  const people = await records.people.find(decision.teamId, [...new Set(ids)]);
  const tallyWith = (counted: readonly Ballot[]) => countWith(decision, ballots, counted, people);
  const endWith = (counted: readonly Ballot[]) => {
    const verdict = judge(decision, tallyWith(counted));
    const sequel = findSequel(verdict, voting.wasExtended);
    return verdict.kind === 'chosen' && sequel === 'accept' ? `${sequel} ${verdict.option.id}` : sequel;
  };
  const byPerson = Map.groupBy(ballots, ({ userId }) => userId);
  const isBound = new Set(voting.handovers.flatMap(({ from, to }) => [from, to]));
  const effectOn = (userId: string, counted: readonly Ballot[]) => {
    const alone = { ...decision, voting: { ...voting, deciders: [userId], handovers: [] } };
    const effect = describeEffect(countWith(alone, byPerson.get(userId) ?? [], counted, people));
    // Whose vote counts for others, or is cast by another, is like nobody else.
    return isBound.has(userId) ? `${userId} ${effect}` : effect;
  };
  const most = Math.floor(mostCounted / Math.max(1, ballots.length));
  return { changes, tally: tallyWith(changes), isSettled: comesToTheSame(changes, { effectOn, endWith }, most) };
}

function nameOfPlace({ userId, optionId }: Ballot): string {
  return `${userId} ${optionId}`;
}

/** All that one person does to a tally. */
function describeEffect({ options, voted, abstained, notVoted, unclear, notCounted, takenOut }: Tally): string {
  const people = [voted, abstained, notVoted, unclear, notCounted, takenOut].map(({ length }) => length);
  return JSON.stringify([options.map(({ votes, voters }) => [votes, voters.length]), people]);
}

function countWith(decision: Decision, ballots: readonly Ballot[], counted: readonly Ballot[], people: People): Tally {
  const byPlace = new Map([...ballots, ...counted].map((ballot) => [`${ballot.optionId} ${ballot.userId}`, ballot]));
  const tally = tallyOf(decision, [...byPlace.values()], people);
  if (tally === undefined) throw new RangeError('The decision has had no vote.');
  return tally;
}

/** The votes of unclear timing in a vote that has ended; undefined if everything is known. */
export async function findUndated(records: Records, decision: Decision): Promise<UndatedVotes | undefined> {
  const { voting, card } = decision;
  if (voting === undefined) return undefined;
  const seen = leaveOutWithdrawn(decision, await records.ballots.findSeen(decision));
  if (seen.length === 0) return undefined;
  const isSeen = new Set(seen.map(({ optionId, userId }) => `${optionId} ${userId}`));
  const events = (await records.ballots.findLate(decision)).filter((one) =>
    isSeen.has(`${one.optionId} ${one.userId}`),
  );
  const ballots = leaveOutWithdrawn(decision, await records.ballots.find(decision));
  const choices = new Set([...decision.options.map(({ id }) => id), ...ballots.map(({ optionId }) => optionId)]);
  for (const { optionId } of seen) choices.add(optionId);
  const standing = new Map(
    [...choices].map((id) => [
      id,
      new Set(ballots.filter((one) => one.optionId === id && one.isCast).map(({ userId }) => userId)),
    ]),
  );
  const reactions = recallReactions(standing, [...events.map(sightBefore), ...seen]);
  const isDecider = new Set(voting.deciders);
  const changes = reconcileBallots(ballots, reactions, card?.ts ?? '').filter(({ userId }) => isDecider.has(userId));
  return weighUndated(records, decision, changes);
}

/** Changes as the thread names them, and how many more there are. */
export function listChanges(
  { options }: Decision,
  changes: readonly Ballot[],
): { readonly changes: readonly ToldChange[]; readonly more: number } {
  const told = changes.slice(0, mostNamed).map(({ userId, optionId, isCast }): ToldChange => {
    const title = options.find(({ id }) => id === optionId)?.title;
    return title === undefined ? { userId, isCast } : { userId, isCast, title };
  });
  return { changes: told, more: changes.length - told.length };
}
