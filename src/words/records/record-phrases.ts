import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import type { DepartureOf } from '../../decision/outcome/departure.ts';
import type { ThresholdBase } from '../../decision/rule/rule.ts';
import type { GovernedWords } from '../governed-words.ts';
import type { Punctuation } from '../punctuation.ts';
import type { ExampleProposal, RecordWords } from '../record-words.ts';
import type { ReviewKind } from '../review-kind.ts';
import type { ReviewTextWords } from '../review-text-words.ts';

/** The forms of a phrase with “#” for a figure; `Intl.PluralRules` says which of them is for which figure. */
export type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How a share is given. */
type ShareForm = 'name' | 'percent' | 'fraction';

/**
 * The phrases of which the sentences about rules and verdicts are made. Most are labels, in front of a colon and a
 * figure or names, so that nothing has to agree with anything. They begin with a small letter.
 */
export interface VotePhrases {
  readonly votes: Forms;
  readonly points: Forms;
  /** The votes for an option of all that there are; `whole` has its unit, `figure` is without. */
  ofAll(votes: string, whole: string, figure: string): string;
  readonly rule: string;
  readonly single: string;
  /** Everyone gives each option 0 to 3 points. */
  readonly scored: string;
  /** Label of what an option needs. */
  readonly needed: string;
  /** What an option needed, in a clause. */
  optionNeeded(what: string): string;
  /** That the option with the most won, in a clause. */
  readonly mostWon: { readonly votes: string; readonly points: string };
  readonly mostVotes: string;
  /** The shares with names of their own. */
  readonly shares: Readonly<Record<'1/2' | '1/3' | '2/3' | '1/4' | '3/4', string>>;
  /** `share`: “two thirds”, “60%”, “3/7”. */
  atLeast(share: string, form: ShareForm): string;
  moreThan(share: string, form: ShareForm): string;
  readonly bases: Readonly<Record<ThresholdBase, string>>;
  readonly possiblePoints: string;
  /** “more than half”, and of what. */
  partOf(part: string, whole: string): string;
  readonly leastVotes: Forms;
  readonly leastPeople: Forms;
  readonly assent: string;
  readonly blocking: string;
  /** Label in front of “5 of 7”. */
  readonly turnout: string;
  /** How many of the deciders voted. */
  ofDeciders(voted: string, deciders: string): string;
  readonly quorum: string;
  readonly abstentions: string;
  /** People whose silence counts for an option. */
  silent(people: string, option: string): string;
  /** Labels of objections, and of what became of them. */
  readonly objections: string;
  readonly openObjections: string;
  readonly resolved: string;
  readonly overridden: string;
  readonly blocked: string;
  readonly unconfirmed: string;
  /** Label of options that are tied. */
  readonly tied: string;
  readonly missed: { readonly votes: string; readonly points: string };
  readonly noQuorum: string;
  readonly noPoints: string;
  readonly noVotes: string;
  readonly nobodyVoted: string;
  readonly nobodyLeft: string;
  readonly accepted: string;
}

/** The phrases about who decided, and against what. They begin with a small letter. */
interface OutcomePhrases {
  readonly byVote: string;
  decidedBy(name: string): string;
  recordedBy(name: string): string;
  confirmedBy(name: string): string;
  readonly beforeVoting: string;
  readonly nobodyVoted: string;
  /** The options with their votes follow in parentheses. */
  readonly againstVote: string;
  readonly noWinner: Readonly<
    Record<Exclude<DepartureOf<'no winner'>['verdict']['kind'], 'chosen' | 'blocked'>, string>
  >;
  readonly votesUnclear: string;
  readonly beforeDeadline: string;
  /** Labels of names. */
  readonly openObjections: string;
  readonly openHolds: string;
  /** A sentence whose reason follows a colon. */
  overridden(author: string, isHold: boolean, by: string): string;
  /** Label of how many others there are. */
  readonly moreOverridden: string;
}

/** What an ADR and its commit say besides. Labels and sentences begin with a capital letter. */
export interface NotePhrases {
  readonly gone: string;
  readonly others: Forms;
  votingClosed(closed: string): string;
  /** Its reason follows a colon. */
  /** A label with two days. */
  finalComments(from: string, to: string): string;
  shortened(by: string, from: string, to: string): string;
  /** Labels in front of names. */
  readonly gaveNoPoints: string;
  readonly abstained: string;
  readonly didNotVote: string;
  readonly couldNotTakePart: string;
  readonly takenOut: string;
  readonly handedOver: string;
  readonly undated: string;
  /** Stand in parentheses after somebody's name. */
  readonly abstention: string;
  readonly noLonger: string;
  /** Labels. */
  readonly takenBack: string;
  readonly withUndated: string;
  readonly advisory: string;
  readonly objections: string;
  /** Stand in parentheses after somebody's name. */
  readonly objection: string;
  hold(until: string): string;
  readonly advice: string;
  readonly notResolved: string;
  readonly decidedBefore: string;
  /** Their reasons follow a colon. */
  resolved(by: string): string;
  overridden(by: string): string;
  /** Label of a figure. */
  readonly more: string;
  readonly discussion: string;
  /** Sentences without a stop. */
  readonly noOption: string;
  readonly asProposed: string;
  /** Joins a sentence with its reason. */
  readonly because: string;
  kept(adr: string): string;
  /** In small letters. */
  withdrawn(by: string): string;
  readonly withVotes: Forms;
  readonly untitledDecision: string;
  readonly untitledOption: string;
  readonly statuses: Readonly<Record<Parameters<RecordWords['subject']>[2], string>>;
  readonly bonds: Readonly<Record<Parameters<RecordWords['bond']>[0], (fileName: string) => string>>;
  /** Words that can begin what somebody typed, and are no names; separated by blanks. */
  readonly openings: string;
  readonly example: ExampleProposal;
}

/** What a review says. `review`: what the forge calls it. */
export interface ReviewPhrases
  extends Pick<
    ReviewTextWords,
    'headings' | 'notDecided' | 'drivers' | 'isChosen' | 'arguments' | 'consequences' | 'adds' | 'cut'
  > {
  readonly kinds: Readonly<Record<ReviewKind, string>>;
  readonly openingDecided: (review: string) => string;
  readonly openingOpen: (review: string) => string;
  readonly accepted: string;
  readonly acceptedAsProposed: string;
  readonly rejected: string;
  readonly setInFile: (review: string) => string;
  readonly setInConfiguration: (review: string) => string;
  readonly branchOpen: (branch: string) => string;
  readonly reviewsOnly: (branch: string, review: string) => string;
  /** Label of a figure, in small letters. */
  readonly approvals: string;
  readonly mergeQueue: (branch: string) => string;
  readonly branchProtected: (branch: string) => string;
  readonly mayNotPush: (branch: string) => string;
  readonly pushRefused: (branch: string) => string;
  readonly watchedDecided: (review: string) => string;
  readonly watchedOpen: (review: string) => string;
}

/** What a language says in records, in phrases, if records are all that Gavel writes in it. */
export interface RecordPhrases {
  readonly code: AdrLanguage;
  readonly punctuation: Punctuation;
  readonly vote: VotePhrases;
  readonly outcome: OutcomePhrases;
  readonly notes: NotePhrases;
  readonly review: ReviewPhrases;
  readonly governed: GovernedWords;
}
