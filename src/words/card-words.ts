import type { Status } from '../decision/status.ts';
import type { Words } from './say.ts';

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
  | 'moveDeadline'
  | 'voteAgain'
  | 'withdraw';

/** A decision's status, as the first line of its card shows it. */
export type CardStanding =
  | { readonly kind: 'discussing' | 'voting'; readonly closesAt: Date }
  /** `counting`: voting has ended and is not closed yet. `earlier round`: everyone votes again, on another card. */
  | { readonly kind: 'counting' | 'earlier round' | 'withdrawn' }
  | { readonly kind: 'undecided'; readonly isBlocked: boolean }
  | { readonly kind: 'decided'; readonly status: Status; readonly at: Date | undefined };

/** An outcome as a card tells it. */
interface ToldOutcome {
  /** The title of the option that was chosen; unset if all were rejected. */
  readonly chosen: string | undefined;
  /** What follows “because”; it may have several lines. */
  readonly reason: string;
  /** The name of the person who recorded it, if somebody did. */
  readonly recordedBy: string | undefined;
}

/** What a card says, apart from the state of its vote. */
export interface CardWords {
  readonly buttons: Readonly<Record<CardButton, string>>;
  /** What a notification says about a card. */
  asks(name: string, title: string): Words;
  proposedBy(name: string): string;
  readonly noContext: string;
  /** The line above the title. It contains nothing that somebody typed. */
  standing(standing: CardStanding): Words;
  /** The state of a vote that has closed without an outcome, for the middle of a line. */
  undecided(isBlocked: boolean): string;
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
