import type { Rule } from '../decision/rule/rule.ts';
import type { ToldSentence } from './outcome-words.ts';
import type { Punctuation } from './punctuation.ts';
import type { UndatedChange } from './turnout-words.ts';

/** A proposal that shows what an ADR looks like. */
export interface ExampleProposal {
  readonly title: string;
  readonly context: string;
  readonly drivers: readonly string[];
  readonly options: readonly {
    readonly title: string;
    readonly description: string;
    readonly pro: string;
    readonly con: string;
  }[];
}

/**
 * What an ADR and its commit say beyond what people typed and what a verdict says. Names of several people are one
 * text; verdicts and descriptions of rules are sentences with their periods.
 */
export interface RecordWords {
  readonly punctuation: Punctuation;
  /** Follows many names. */
  others(count: number): string;
  /** `closed` and other days are in readable form. */
  votingClosed(closed: string): string;
  /** What the rule asked for, in a sentence. */
  rule(rule: Rule): string;
  /** `from` and `to` are days; `timesAnew`: how often they had begun before. */
  finalComments(facts: { readonly from: string; readonly to: string; readonly timesAnew: number }): string;
  shortened(facts: {
    readonly by: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  }): ToldSentence;
  /** “3 votes”, “no points”. */
  countVotes(votes: number, unit: 'vote' | 'point'): string;
  gaveNoPoints(names: string): string;
  abstained(names: string): string;
  didNotVote(names: string): string;
  couldNotTakePart(names: string): string;
  takenOut(names: string): string;
  /** Pairs such as “Chloe → Ben”, as one text. */
  handedOver(pairs: string): string;
  notCountedUndated(changes: readonly UndatedChange[], more: number): string;
  takenBack(count: number): string;
  withUndated(verdict: string): string;
  readonly advisory: string;
  readonly objections: string;
  objected(facts: {
    readonly name: string;
    readonly until: string | undefined;
    readonly isAdvice: boolean;
    readonly reason: string;
  }): ToldSentence;
  /** Words that can begin what somebody typed, and are no names. */
  readonly openings: ReadonlySet<string>;
  /** What became of an objection: it is unsettled, or its author or somebody else settled it. */
  readonly notResolved: string;
  readonly decidedBefore: string;
  resolved(by: string, reason: string): ToldSentence;
  overridden(by: string, reason: string): ToldSentence;
  moreObjections(count: number): string;
  readonly discussion: string;
  /** The outcome if no option was chosen; `reason` is Markdown, '' if there is none. */
  noOption(reason: string): string;
  asProposed(reason: string): string;
  /** What a decision leaves as it is. */
  kept(adr: string): string;
  /** Stands in parentheses after the title of an option that was withdrawn while people could vote for it. */
  withdrawn(by: string, votes: number): string;
  readonly untitledDecision: string;
  readonly untitledOption: string;
  /** The first line of a commit. */
  subject(adr: string, title: string, status: 'proposed' | 'accepted' | 'rejected'): string;
  /** What a commit does to another ADR. */
  bond(kind: 'supersedes' | 'amends' | 'deprecates' | 'keeps', fileName: string): string;
  readonly example: ExampleProposal;
}
