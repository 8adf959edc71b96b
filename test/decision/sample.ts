import type { Decision, Objection, Reason, Voting } from '../../src/decision/decision.ts';
import type { Summary } from '../../src/decision/digest/digest.ts';
import type { Refusal } from '../../src/decision/failure/refusal.ts';
import { type Field, RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import { noObjections } from '../../src/decision/objection/objection-count.ts';
import type { FactsOf, VerdictFacts } from '../../src/decision/outcome/verdict-facts.ts';
import type { People, Person, PersonKind } from '../../src/decision/person.ts';
import { emojiAt, type Option } from '../../src/decision/proposal/option.ts';
import { noRecall } from '../../src/decision/recall/recall.ts';
import { defaultRule } from '../../src/decision/rule/rule.ts';
import type { Ballot } from '../../src/decision/vote/ballot.ts';

/** Friday morning in the examples. */
export const now = new Date('2026-11-20T09:00:00Z');

/** A week later. */
export const closesAt = new Date('2026-11-27T17:00:00Z');

/** An option; its id is `o1` for the first, and so on. */
export function option(position: number, title: string, more: Partial<Option> = {}): Option {
  const id = `o${position + 1}`;
  return { id, position, title, description: '', emoji: emojiAt(position), addedBy: 'UANA', ...more };
}

/** The three options of the examples. */
export const options = [option(0, 'Go + Fiber'), option(1, 'Node.js + tRPC'), option(2, 'Rust + Axum')] as const;

/** A decision under discussion. */
export function decision(changes: Partial<Decision> = {}): Decision {
  return {
    id: 'd1',
    teamId: 'T1',
    channelId: 'C1',
    title: 'Choose the backend language for trace ingestion',
    context: 'Thousands of agent sessions send traces at once.',
    drivers: [],
    status: 'proposed',
    proposerId: 'UANA',
    namedDeciders: [],
    namedGroups: [],
    options,
    arguments: [],
    withdrawn: { options: [], arguments: [] },
    objections: [],
    sections: [],
    ...noRecall,
    draft: undefined,
    bond: undefined,
    archive: 'nowhere',
    rule: defaultRule,
    closesAt,
    timeZone: 'Europe/Lisbon',
    voting: undefined,
    outcome: undefined,
    card: undefined,
    version: 1,
    proposedAt: now,
    ...changes,
  };
}

/** An open vote of these deciders. */
export function voting(deciders: readonly string[], changes: Partial<Voting> = {}): Voting {
  return {
    round: 1,
    rule: defaultRule,
    deciders,
    excluded: [],
    gone: [],
    takenOut: [],
    handovers: [],
    openedAt: now,
    firstClosesAt: closesAt,
    wasExtended: false,
    shortenings: [],
    hasButtons: false,
    closedAt: undefined,
    discussedOn: undefined,
    ...changes,
  };
}

/** An objection of Bo's that stands. */
export function objection(changes: Partial<Objection> = {}): Objection {
  const raised = { id: 'x1', authorId: 'UBO', reason: 'It has no licence.', raisedAt: now };
  return { ...raised, kind: 'objection', until: undefined, resolution: undefined, ...changes };
}

/** A hold of Bo's that stands. */
export function hold(until: Date, changes: Partial<Objection> = {}): Objection {
  return objection({ kind: 'hold', reason: 'I am away.', until, ...changes });
}

/** A ballot that is cast. */
export function ballot(userId: string, optionId: string, eventUs = 1, changes: Partial<Ballot> = {}): Ballot {
  return { userId, optionId, isCast: true, score: 1, eventUs, cardTs: '1.000100', ...changes };
}

/** People by id, called as their ids say: `UANA` is Ana. */
export function people(kinds: Readonly<Record<string, PersonKind>>): People {
  const named = Object.entries(kinds).map(([id, kind]): [string, Person] => {
    const name = `${id.slice(1, 2)}${id.slice(2).toLowerCase()}`;
    return [id, { id, name, timeZone: 'Europe/Lisbon', kind, isAdmin: false }];
  });
  return new Map(named);
}

/** A line of a list: an open vote in the public channel C1. */
export function summary(changes: Partial<Summary> = {}): Summary {
  return {
    id: 'd1',
    archive: 'nowhere',
    channelId: 'C1',
    title: 'Choose the backend language',
    status: 'proposed',
    statusHere: changes.status ?? 'proposed',
    isVoting: true,
    closesAt,
    proposedAt: now,
    decidedAt: undefined,
    chosen: undefined,
    reason: undefined,
    cardLink: 'https://example.slack.com/archives/C1/p1000100',
    number: undefined,
    fileName: undefined,
    commitUrl: undefined,
    isPublished: false,
    trouble: undefined,
    ...changes,
  };
}

/** Why `move` is refused, and under which field; fails the test when it is not. */
export function ruleBrokenBy(move: () => unknown): { refusal: Refusal; field?: Field; position?: number } {
  try {
    move();
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const { refusal, field, position } = error;
    return { refusal, ...(field ? { field } : {}), ...(position === undefined ? {} : { position }) };
  }
  throw new Error('No rule was broken.');
}

/** A reason in somebody's own words. */
export function because(text: string): Reason {
  return { by: 'person', text };
}

/** The facts of a vote that an option won by the most votes. */
export function wonBy(
  option: string,
  votes = 4,
  more: Partial<Pick<VerdictFacts, 'deciders' | 'voted' | 'base'>> = {},
): FactsOf<'chosen'> {
  return { ...factsOf(votes), ...more, kind: 'chosen', option, votes };
}

/** The facts of a vote in which nobody voted. */
export function noVotes(deciders = 7): FactsOf<'no votes'> {
  return { ...factsOf(0), deciders, kind: 'no votes' };
}

/** The facts of a vote that an option would have won, did no objections stand. */
export function blockedBy(standing: number, option: string, votes = 4): FactsOf<'blocked'> {
  return { ...factsOf(votes), kind: 'blocked', option, votes, objections: { standing, resolved: 0, overridden: 0 } };
}

function factsOf(voted: number) {
  const { method, threshold, leastInFavour } = defaultRule;
  return {
    need: { method, threshold, leastInFavour },
    deciders: 7,
    voted,
    abstained: 0,
    base: voted,
    objections: noObjections,
  };
}
