import type { Rule } from '../rule/rule.ts';
import type { VerdictFacts } from './verdict-facts.ts';

/** A decider's objection, or request for time, that stood when something was decided over it. */
interface IgnoredObjection<Who = string> {
  readonly author: Who;
  readonly isHold: boolean;
  /** What the author objects to. */
  readonly reason: string;
}

/** A decider's objection, or request for time, that somebody else put aside. */
interface OverriddenObjection<Who = string> extends IgnoredObjection<Who> {
  readonly by: Who;
  /** Why it was put aside. */
  readonly because: string;
}

/** Some of the objections, and how many more there are. */
interface Listed<Objection> {
  readonly objections: readonly Objection[];
  readonly more: number;
}

interface Kinds<Who> {
  /** It was recorded before voting opened. */
  'before voting': object;
  /** Voting was open, or had been, and nobody had voted. */
  'nobody voted': object;
  /**
   * Others got more votes, or the rule chose another option. `winner`: what the rule chose, if it chose anything.
   * `counts`: the options' votes, or points, highest first.
   */
  'against the vote': {
    readonly winner: string | undefined;
    readonly method: Rule['method'];
    readonly counts: readonly { readonly option: string; readonly votes: number }[];
  };
  /** An option was accepted, though the rule chose none. */
  'no winner': { readonly verdict: VerdictFacts };
  /** Nobody can tell which votes were in time, and that would change what the rule chooses. */
  'votes unclear': object;
  /** People could still vote. */
  'before the deadline': object;
  'objections standing': Listed<IgnoredObjection<Who>>;
  'objections overridden': Listed<OverriddenObjection<Who>>;
}

/**
 * Something that an outcome departs from: the vote, the rule, or a decider's objection. It is JSON, and is stored with
 * the outcome as it was then. People are given by their ids, or by their names where it is told.
 */
export type Departure<Who = string> = {
  [Kind in keyof Kinds<Who>]: Kinds<Who>[Kind] & { readonly kind: Kind };
}[keyof Kinds<Who>];

/** A departure of a kind. */
export type DepartureOf<Kind extends Departure['kind'], Who = string> = Extract<
  Departure<Who>,
  { readonly kind: Kind }
>;

/** Departures with other names for the people in them. */
export function renamePeople<From, To>(
  departures: readonly Departure<From>[],
  rename: (who: From) => To,
): readonly Departure<To>[] {
  return departures.map((departure): Departure<To> => {
    if (departure.kind === 'objections standing') {
      const objections = departure.objections.map((one) => ({ ...one, author: rename(one.author) }));
      return { ...departure, objections };
    }
    if (departure.kind === 'objections overridden') {
      const objections = departure.objections.map((one) => {
        return { ...one, author: rename(one.author), by: rename(one.by) };
      });
      return { ...departure, objections };
    }
    return departure;
  });
}

/** Everybody who is named in departures, each once. */
export function peopleIn(departures: readonly Departure[]): string[] {
  const named = departures.flatMap((departure) => {
    if (departure.kind === 'objections standing') return departure.objections.map(({ author }) => author);
    if (departure.kind !== 'objections overridden') return [];
    return departure.objections.flatMap(({ author, by }) => [author, by]);
  });
  return [...new Set(named)];
}

const overTheVote: Readonly<Record<Departure['kind'], boolean>> = {
  'before voting': true,
  'nobody voted': true,
  'against the vote': true,
  'no winner': true,
  'votes unclear': true,
  'before the deadline': true,
  'objections standing': false,
  'objections overridden': false,
};

/** Whether somebody decided in place of the vote. What departs from objections alone still follows from the vote. */
export function isOverTheVote(departures: readonly Departure<unknown>[]): boolean {
  return departures.some(({ kind }) => overTheVote[kind]);
}

/** What would tell how people have voted. */
const tellsVotes: readonly Departure['kind'][] = ['against the vote', 'no winner'];

/** Departures that may be told while nobody may know how people have voted. */
export function withoutVotes<Told extends { readonly kind: Departure['kind'] }>(departures: readonly Told[]): Told[] {
  return departures.filter(({ kind }) => !tellsVotes.includes(kind));
}
