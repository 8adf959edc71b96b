import type { Lack } from '../decision/outcome/judge.ts';
import type { AdrFate } from '../decision/publication/adr-fate.ts';
import type { ReviewProgress } from '../decision/publication/review-progress.ts';
import type { Status } from '../decision/status.ts';
import type { ToldReview } from './review-kind.ts';
import type { Said, Words } from './say.ts';

/** The buttons of a card, and the items of its menu. A button has at most 75 characters (Slack: button element). */
type CardButton =
  | 'readMore'
  | 'giveArgument'
  | 'giveOption'
  | 'giveScores'
  | 'object'
  | 'settleObjection'
  | 'openVoting'
  | 'recordOutcome'
  | 'publishNow'
  | 'edit'
  | 'correct'
  | 'moveDeadline'
  | 'voteAgain'
  | 'withdraw'
  | 'takeOut'
  | 'handOver'
  | 'leaveOpen';

/** A decision's status, as the first line of its card shows it. */
export type CardStanding =
  | { readonly kind: 'discussing'; readonly closesAt: Date }
  /** `draft`: the review that shows its ADR already. `isFinal`: an option has won, and is open to final comments. */
  | {
      readonly kind: 'voting';
      readonly closesAt: Date;
      readonly draft?: ToldReview | undefined;
      readonly isFinal?: boolean | undefined;
    }
  /** `counting`: voting has ended and is not closed yet. `earlier round`: everyone votes again, on another card. */
  | { readonly kind: 'counting' | 'earlier round' | 'withdrawn' }
  | { readonly kind: 'undecided'; readonly lack: Lack }
  /** `fate`: what became of its ADR later. */
  | {
      readonly kind: 'decided';
      readonly status: Status;
      readonly at: Date | undefined;
      readonly fate: AdrFate['kind'] | undefined;
      /** The review that its ADR waits in, or that was closed without merging. */
      readonly review: StandingReview | undefined;
    };

/** A review, and what it waits for. */
export interface StandingReview {
  readonly review: ToldReview;
  readonly progress: ReviewProgress;
}

/** A decision as a notification or a screen reader tells it. */
interface ToldCard {
  readonly standing: CardStanding;
  readonly title: string;
  readonly proposer: string;
  /** The titles of its options. */
  readonly options: readonly string[];
  /** The title of the option that was chosen, once it is decided; unset if all were rejected. */
  readonly chosen: string | undefined;
  /** What became of its ADR, as `fate` says it. */
  readonly fate: Words | undefined;
}

/** An outcome as a card tells it. */
interface ToldOutcome {
  /** The title of the option that was chosen; unset if all were rejected. */
  readonly chosen: string | undefined;
  /** Who decided, and against what: a sentence or more. */
  readonly decided: readonly Said[];
  /** Why, in somebody's own words, which may have several lines; '' if they gave none. */
  readonly why: string;
}

/** What a card says, apart from the state of its vote. */
export interface CardWords {
  readonly buttons: Readonly<Record<CardButton, string>>;
  /** Above the buttons to vote with. */
  readonly pressToVote: string;
  /** The button for abstaining. */
  readonly abstain: string;
  /** What a notification says about a card, and what a screen reader reads. */
  inShort(told: ToldCard): Words;
  proposedBy(name: string): string;
  readonly noContext: string;
  /** The decision drivers, shortened, and how many more there are. */
  drivers(shown: readonly Words[], more: number): Words;
  /** The line above the title. It contains nothing that somebody typed. */
  standing(standing: CardStanding): Words;
  /** What became of the ADR of a decision later, and by which ADRs, as far as they are known. */
  fate(kind: AdrFate['kind'], by: readonly Words[]): Words;
  /** The state of a vote that has closed without an outcome, for the middle of a line. */
  undecided(lack: Lack): string;
  /** Who gave the reason that it stands after, or this many in a row of which that is the last. */
  author(name: string, reasons: number): string;
  /** The name of somebody who said it in a message from which the proposer took it. */
  fromMessage(name: string): string;
  /** How many reasons for or against an option are not shown. */
  moreReasons(count: number): string;
  /** On the card of a finished round: how it ended, in a sentence, and what counts from now on. */
  earlierRound(ended: string, isScored: boolean): string;
  outcome(outcome: ToldOutcome): Words;
  /** Where the ADR is; `commit` is abbreviated. */
  published(facts: {
    readonly fileName: string;
    readonly url: string | undefined;
    readonly commit: string | undefined;
  }): Words;
  /** Says that the ADR is not in the repository yet, and why, in sentences. */
  notPublished(trouble: string): string;
}
