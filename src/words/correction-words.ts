import type { ArgumentKind } from '../decision/proposal/argument.ts';
import type { Words } from './say.ts';

/** The reason for or against an option, as it was or is. */
export interface ToldReason {
  readonly kind: ArgumentKind;
  readonly text: string;
}

/**
 * A change to an option. `by` is a name at the beginning of a sentence; `authorId` is whoever added the option, if that
 * is somebody else, and is spoken to. While voting is open, `voters` had voted for it, and are spoken to; if the tally
 * is hidden, nobody knows who they are.
 */
interface ChangedOption {
  readonly by: string;
  readonly authorId: string | undefined;
  readonly emoji: string;
  readonly isOpen: boolean;
  readonly voters: readonly string[];
  /** How many more of them there are. */
  readonly others: number;
  readonly isHidden: boolean;
  readonly isScored: boolean;
}

/** A change to somebody else's reason; `authorId` gave it, and is spoken to. */
interface ChangedReason {
  readonly by: string;
  readonly authorId: string;
  readonly option: string;
}

/** What is said when options and reasons are corrected and withdrawn, and in the forms for it. */
export interface CorrectionWords {
  /** The title of the modal, and what leads to it. */
  readonly title: string;
  /** `isProposer`: they may correct what others added as well. */
  introduction(isProposer: boolean): string;
  /** Who added something, if that was somebody else. */
  addedBy(name: string): string;
  readonly correct: string;
  readonly withdraw: string;
  readonly confirm: {
    readonly title: string;
    readonly reason: string;
    readonly option: string;
    /** For an option while voting is open. */
    readonly openOption: string;
    readonly keep: string;
  };
  /** What is left when there is nothing more to correct. */
  readonly withdrawn: string;
  readonly formTitles: { readonly option: string; readonly reason: string };
  aboutOption(title: string): string;
  /** Somebody else added it, and is told. */
  authorIsTold(name: string): string;
  readonly votersAreTold: string;
  readonly historyKeeps: string;

  optionCorrected(facts: ChangedOption & { readonly before: string; readonly after: string }): Words;
  optionWithdrawn(facts: ChangedOption & { readonly title: string }): Words;
  reasonCorrected(facts: ChangedReason & { readonly before: ToldReason; readonly after: ToldReason }): Words;
  reasonWithdrawn(facts: ChangedReason & { readonly text: string }): Words;
  /** To one voter; `decision` is the decision with its link. Without an option for a private channel. */
  voteLost(facts: { readonly decision: Words; readonly option: string | undefined; readonly closesAt: Date }): Words;

  /** The withdrawn options that a card still lists. */
  listed(options: readonly { readonly emoji: string; readonly title: string }[]): Words;
  /** Follows the title of a withdrawn option. */
  withdrawnBy(name: string): string;
}
