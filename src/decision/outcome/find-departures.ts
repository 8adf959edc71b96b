import { type Decision, type Objection, type Outcome, phaseOf } from '../decision.ts';
import { isStanding } from '../objection/objection.ts';
import type { Rule } from '../rule/rule.ts';
import { hearSilence } from '../tally/figures.ts';
import { findLeaders, findSilent, type Tally } from '../tally/tally.ts';
import { type Departure, type DepartureOf, isOverTheVote } from './departure.ts';
import { gatherFacts } from './gather-facts.ts';
import { countBindingObjections, countsForVerdict, pickObjections } from './judge.ts';
import { reachVerdict, type Verdict } from './verdict.ts';

/** The most objections that a departure names. */
const objectionsNamed = 20;

/** An outcome that somebody is about to record, or that follows from the vote if `decidedBy` is undefined. */
export type Choice = Pick<Outcome, 'chosenOptionId' | 'decidedBy' | 'decidedAt'>;

/** How the vote stands when something is decided. `isUnclear`: nobody can tell which votes were in time. */
export interface Standing {
  readonly tally: Tally | undefined;
  readonly isUnclear: boolean;
}

/**
 * What an outcome departs from, as the decision and its vote are before it is recorded. What follows from the vote by
 * the rule can only depart from objections.
 */
export function findDepartures(decision: Decision, choice: Choice, standing: Standing): readonly Departure[] {
  const fromVote = choice.decidedBy === undefined ? [] : departFromVote(decision, choice, standing);
  return [...fromVote, ...departFromObjections(decision, choice)];
}

function departFromVote(decision: Decision, choice: Choice, { tally, isUnclear }: Standing): readonly Departure[] {
  const { voting, closesAt } = decision;
  if (voting === undefined || tally === undefined) return [{ kind: 'before voting' }];
  const isOpen = phaseOf(decision) === 'voting';
  // “Keep discussing” ended it before that.
  const wasCutShort = voting.discussedOn !== undefined && voting.closedAt !== undefined && voting.closedAt < closesAt;
  const early: readonly Departure[] =
    wasCutShort || (isOpen && choice.decidedAt < closesAt) ? [{ kind: 'before the deadline' }] : [];
  // While people can still vote, or could not until the end, nobody's silence is assent.
  const rule: Rule = isOpen || wasCutShort ? { ...voting.rule, silence: 'nothing' } : voting.rule;
  const heard = hearSilence(rule, tally);
  if (heard.voted.length === 0) return [{ kind: 'nobody voted' }, ...early];
  const verdict = reachVerdict(rule, tally, countBindingObjections(decision));
  const against = departFromMost(choice, verdict, heard);
  return [
    ...(against === undefined ? [] : [against]),
    ...(isUnclear ? [{ kind: 'votes unclear' } as const] : []),
    ...(choice.chosenOptionId !== undefined && winnerOf(verdict) === undefined
      ? [{ kind: 'no winner', verdict: gatherFacts(verdict, tally) } as const]
      : []),
    ...early,
  ];
}

/** The option that wins by the votes, whether or not objections block it. */
function winnerOf(verdict: Verdict): { readonly id: string; readonly title: string } | undefined {
  return verdict.kind === 'chosen' || verdict.kind === 'blocked' ? verdict.option : undefined;
}

function departFromMost(
  { chosenOptionId }: Choice,
  verdict: Verdict,
  tally: Tally,
): DepartureOf<'against the vote'> | undefined {
  const winner = winnerOf(verdict);
  // Whoever rejects what no option has won departs from no vote.
  const ahead = chosenOptionId === undefined ? winner && [winner] : findLeaders(tally).map(({ option }) => option);
  if (ahead === undefined || ahead.length === 0 || ahead.some(({ id }) => id === chosenOptionId)) return undefined;
  const counts = tally.options
    .map(({ option, votes }) => ({ option: option.title, votes }))
    .toSorted((a, b) => b.votes - a.votes);
  return { kind: 'against the vote', winner: winner?.title, method: verdict.rule.method, counts };
}

/** Objections are to what is accepted; a request for time concerns whatever is decided. */
function departFromObjections(decision: Decision, { chosenOptionId }: Choice): readonly Departure[] {
  if (decision.rule.objections === 'none') return [];
  const binding = decision.objections.filter(
    ({ authorId, until }) =>
      countsForVerdict(decision, authorId) && (chosenOptionId !== undefined || until !== undefined),
  );
  return [...listStanding(decision, binding), ...listOverridden(decision, binding)];
}

function listStanding(decision: Decision, binding: readonly Objection[]): DepartureOf<'objections standing'>[] {
  const all = binding.filter(isStanding);
  if (all.length === 0) return [];
  const named = pickObjections(decision, all, objectionsNamed);
  return [{ kind: 'objections standing', objections: named.map(toldOf), more: all.length - named.length }];
}

function listOverridden(decision: Decision, binding: readonly Objection[]): DepartureOf<'objections overridden'>[] {
  const all = binding.filter(({ resolution }) => resolution?.kind === 'overridden');
  if (all.length === 0) return [];
  const named = pickObjections(decision, all, objectionsNamed);
  const objections = named.flatMap((objection) => {
    const { resolution } = objection;
    return resolution?.kind === 'overridden'
      ? [{ ...toldOf(objection), by: resolution.by, because: resolution.reason }]
      : [];
  });
  return [{ kind: 'objections overridden', objections, more: all.length - named.length }];
}

function toldOf({ authorId, until, reason }: Objection) {
  return { author: authorId, isHold: until !== undefined, reason };
}

/** Who decided, and who was asked beforehand. */
export interface DecisionMakers {
  readonly decided: readonly string[];
  readonly consulted: readonly string[];
}

/** Whether an outcome is the one that the rule chose, whoever recorded it. */
export function isByVote(outcome: {
  readonly decidedBy: unknown;
  readonly departures: readonly Departure<unknown>[];
}): boolean {
  const { decidedBy, departures } = outcome;
  return decidedBy === undefined || !isOverTheVote(departures);
}

/**
 * Who decided: those whose votes or silence the rule counted, or else whoever recorded the outcome, and confirmed it.
 * Other voters were consulted, and so was whoever gave reasons or objected. Before there is an outcome, those decide who may vote.
 */
export function decisionMakers(decision: Decision, tally: Tally | undefined): DecisionMakers {
  const { voted } = tally ?? { voted: [] };
  const decided = decidersOf(decision, tally);
  const authors = [...decision.arguments, ...decision.objections].map(({ authorId }) => authorId);
  const isDecided = new Set(decided);
  const consulted = decision.outcome === undefined ? authors : [...voted, ...authors];
  return { decided, consulted: [...new Set(consulted)].filter((id) => !isDecided.has(id)) };
}

function decidersOf({ outcome, voting, proposerId }: Decision, tally: Tally | undefined): readonly string[] {
  if (outcome === undefined) return voting?.deciders ?? [proposerId];
  const { decidedBy, confirmedBy } = outcome;
  if (decidedBy !== undefined && !isByVote(outcome))
    return confirmedBy === undefined ? [decidedBy] : [decidedBy, confirmedBy];
  if (tally === undefined) return [];
  return voting?.rule.silence === 'assent' ? [...tally.voted, ...findSilent(tally)] : tally.voted;
}
