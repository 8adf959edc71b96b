import { type Decision, namesDeciders, type Objection, phaseOf } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { countObjections, isStanding } from '../objection/objection.ts';
import { noObjections, type ObjectionCount } from '../objection/objection-count.ts';
import type { People } from '../person.ts';
import type { Tally } from '../tally/tally.ts';
import { gatherFacts } from './gather-facts.ts';
import { reachVerdict, type Verdict } from './verdict.ts';
import type { VerdictFacts } from './verdict-facts.ts';

const aDay = 24 * 60 * 60 * 1_000;

/**
 * Whether somebody's objections count for the verdict. Objections of deciders do; others are advice. The deciders are
 * those at the opening, including those who have left since. Before the opening, they are the named people, or everyone
 * if nobody was named.
 */
export function countsForVerdict(decision: Decision, userId: string): boolean {
  const { voting, namedDeciders } = decision;
  if (voting !== undefined) return voting.deciders.includes(userId);
  return !namesDeciders(decision) || namedDeciders.includes(userId);
}

/** The objections that count for the verdict, including settled ones; none if the rule ignores objections. */
function countingObjections(decision: Decision): readonly Objection[] {
  if (decision.rule.objections === 'none') return [];
  return decision.objections.filter(({ authorId }) => countsForVerdict(decision, authorId));
}

/** How many objections count for the verdict, by their state. */
export function countBindingObjections(decision: Decision): ObjectionCount {
  if (decision.objections.length === 0) return noObjections;
  const count = countObjections(countingObjections(decision));
  const unconfirmed = findUnconfirmed(decision).length;
  return unconfirmed === 0 ? count : { ...count, unconfirmed };
}

/**
 * The objections that would block under the rule, and that one person has overridden, where the rule asks for two. A
 * request for time is not among them: it concerns when the vote ends, not what is accepted.
 */
export function findUnconfirmed(decision: Decision): readonly Objection[] {
  const { objections, needsSecond } = decision.voting?.rule ?? decision.rule;
  if (objections !== 'block' || !needsSecond) return [];
  return countingObjections(decision).filter(
    ({ until, resolution }) => until === undefined && resolution?.kind === 'overridden',
  );
}

/**
 * Picks at most this many objections, and keeps their order. Objections that count for the verdict are picked first,
 * and everybody's first one before anybody's second.
 */
export function pickObjections(
  decision: Decision,
  objections: readonly Objection[],
  most: number,
): readonly Objection[] {
  if (objections.length <= most) return objections;
  const counts = new Map<string, number>();
  const ranked = objections.map((objection) => {
    const { authorId } = objection;
    const place = counts.get(authorId) ?? 0;
    counts.set(authorId, place + 1);
    return { objection, place, group: countsForVerdict(decision, authorId) ? 0 : 1 };
  });
  const first = ranked.toSorted((a, b) => a.group - b.group || a.place - b.place).slice(0, Math.max(most, 0));
  const isPicked = new Set(first.map(({ objection }) => objection));
  return objections.filter((objection) => isPicked.has(objection));
}

/** The objections that keep an option from being accepted under the rule. */
export function findBlocking(decision: Decision): readonly Objection[] {
  return decision.rule.objections === 'block' ? countingObjections(decision).filter(isStanding) : [];
}

/**
 * What a vote that has closed without an outcome lacks for one. `resolution`: of an objection that blocks. `outcome`:
 * nothing but somebody who records it.
 */
export type Lack = 'winner' | 'resolution' | 'second person' | 'outcome';

/** What is missing after a verdict, where no objection stands. */
const lackAfter: Readonly<Record<Verdict['kind'], Lack>> = {
  chosen: 'outcome',
  // By objections that only one person has overridden.
  blocked: 'second person',
  tied: 'winner',
  'threshold missed': 'winner',
  'no quorum': 'winner',
  'no votes': 'winner',
};

/**
 * What a decision lacks whose vote has closed without an outcome. `tally`: undefined if nobody can tell how the vote
 * ended.
 */
export function findLack(decision: Decision, tally: Tally | undefined): Lack {
  if (decision.awaited !== undefined) return 'second person';
  if (findBlocking(decision).length > 0) return 'resolution';
  if (tally === undefined || decision.voting?.discussedOn !== undefined) return 'outcome';
  return lackAfter[judge(decision, tally).kind];
}

/** The verdict of the rule on a decision's votes and objections. */
export function judge(decision: Decision, tally: Tally): Verdict {
  return reachVerdict(decision.voting?.rule ?? decision.rule, tally, countBindingObjections(decision));
}

/** The verdict on a decision as facts, which can be stored and worded. */
export function findVerdictFacts(decision: Decision, tally: Tally): VerdictFacts {
  return gatherFacts(judge(decision, tally), tally);
}

/** Throws RuleBroken, with the names, while objections block under the rule. */
export function checkUnopposed(decision: Decision, people: People): void {
  const blocking = findBlocking(decision);
  if (blocking.length === 0) return;
  const names = [...new Set(blocking.map(({ authorId }) => people.get(authorId)?.name ?? null))];
  throw new RuleBroken({ code: 'objections stand', names, count: blocking.length }, { field: 'chosen' });
}

/** The holds of deciders that keep an open vote open. */
export function findHolding(decision: Decision): readonly Objection[] {
  return countingObjections(decision).filter((one) => isStanding(one) && one.until !== undefined);
}

/**
 * Until when the deciders' holds keep the vote open; undefined if there are none. However many holds there are, the end
 * is limited to some days after the round's first deadline.
 */
export function findHoldEnd(decision: Decision): Date | undefined {
  const ends = findHolding(decision).flatMap(({ until }) => until?.getTime() ?? []);
  if (ends.length === 0) return undefined;
  const latest = (decision.voting?.firstClosesAt ?? decision.closesAt).getTime() + limits.holdDays * aDay;
  return new Date(Math.min(latest, Math.max(...ends)));
}

/** Moves the deadline of an open vote to the end of the holds, if that is later. */
export function waitForHolds(decision: Decision): Decision {
  const end = findHoldEnd(decision);
  if (phaseOf(decision) !== 'voting' || end === undefined || end <= decision.closesAt) return decision;
  return { ...decision, closesAt: end };
}
