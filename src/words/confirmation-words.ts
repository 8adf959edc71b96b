import type { Overrider } from '../decision/rule/rule.ts';
import type { Words } from './say.ts';

/** An outcome that waits for a second person; people are given by their names. */
export interface ToldAwaited {
  /** Who recorded it. */
  readonly by: string;
  /** The option; undefined if all are rejected. */
  readonly chosen: string | undefined;
  /** What it goes against, in a phrase; '' if nothing. */
  readonly against: string;
  /** Why, in the words of whoever recorded it; '' if only the rule speaks. */
  readonly reason: string;
  /** Who can confirm it under the rule. */
  readonly overriders: readonly Overrider[];
  readonly isVotingOpen: boolean;
}

/** What is said where the rule asks for a second person. `by` is a name at the beginning of a sentence. */
export interface ConfirmationWords {
  readonly confirm: string;
  readonly decline: string;
  /** Asked before somebody confirms: a title of at most 100 characters, and a text of at most 300. */
  readonly areYouSure: { readonly title: string; readonly text: string; readonly cancel: string };
  /** What waits, and who can confirm it: on the card, and in the thread. */
  awaits(awaited: ToldAwaited): Words;
  /** What waits, on one line: on a card that has no room for more. */
  awaitsInShort(awaited: Pick<ToldAwaited, 'by' | 'chosen' | 'against'>): Words;
  /** In the thread, in place of `awaits`, once an outcome waits no longer. */
  waitedBefore(by: string): Words;
  /** `isOwn`: whoever recorded it took it back. */
  declined(facts: { readonly by: string; readonly recordedBy: string; readonly isOwn: boolean }): Words;
  overtaken(recordedBy: string): Words;
  /** Voting has closed, and the rule accepts nothing by itself, since only one person has overridden an objection. */
  secondNeeded(facts: {
    readonly proposerId: string | undefined;
    readonly verdict: string;
    /** Who can record and confirm the outcome under the rule. */
    readonly overriders: readonly Overrider[];
  }): Words;
  /** In the form for an outcome. */
  readonly willWait: string;
  /** The same where nobody may know how the vote stands. */
  readonly mayWait: string;
  /** The heading in `/adr waiting`. */
  readonly list: string;
}
