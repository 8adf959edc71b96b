import type { Cadence } from '../decision/digest/cadence.ts';
import type { AdrFate } from '../decision/publication/adr-fate.ts';
import type { Words } from './say.ts';

/** A decision as a digest tells it in one line. */
interface DecidedLine {
  readonly name: Words;
  /** The option that was chosen; unset if all were rejected. */
  readonly chosen: string | undefined;
  /** Who decided and against what, in a phrase; '' if the vote decided and nothing stood against it. */
  readonly decided: string;
  /** Why, in half a line; it may be empty. */
  readonly reason: string;
  /** The ADRs that it supersedes. */
  readonly supersedes: readonly Words[];
  /** What became of its own ADR since, and by which ADRs, as far as they are known. */
  readonly fate: { readonly kind: AdrFate['kind']; readonly by: readonly Words[] } | undefined;
  /** Its file, or the review that its ADR waits in. */
  readonly file: Words | undefined;
}

/** What a digest says, and how often it comes. */
export interface DigestWords {
  readonly title: string;
  /**
   * What a notification says about it: how many decisions, how many of them wait in a review besides, have stalled or
   * are to be looked at again, and how many changes in the repository, or in several.
   */
  summary(counts: {
    readonly accepted: number;
    readonly rejected: number;
    readonly open: number;
    readonly inReview: number;
    readonly stalled: number;
    readonly revisits: number;
    readonly inRepository: number;
    readonly areSeveral: boolean;
  }): string;
  period(from: Date, to: Date): Words;
  /** The names of its lists. */
  readonly accepted: string;
  readonly inReview: string;
  readonly rejected: string;
  readonly votingIsOpen: string;
  /** Proposals without an open vote where nothing new has happened for long. */
  readonly stalled: string;
  readonly inRepository: string;
  readonly inRepositories: string;
  /** What was decided. */
  decidedLine(decision: DecidedLine): Words;
  /** A decision with its deadline. */
  openLine(name: Words, closesAt: Date, isFinal: boolean): Words;
  more(count: number): Words;
  readonly nothing: string;
  readonly isOff: string;
  /** `channel`: its name with its sign, for somebody who is elsewhere. */
  isOn(cadence: Cadence, next: Date, channel: string | undefined): Words;
  /** The form that asks for a channel and how often its digest comes. */
  readonly form: {
    readonly title: string;
    readonly channelHint: string;
    readonly often: string;
    readonly oftenHint: string;
  };
  /** A choice in that form. */
  everySoOften(frequency: Pick<Cadence, 'every' | 'weekday'>): string;
}
