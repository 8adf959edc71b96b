import type { WayReason } from '../decision/publication/publish-way.ts';
import type { ReviewKind } from './review-kind.ts';

/** What a review says about the decision whose ADR it brings, beyond what people typed. All of it is plain text. */
export interface ReviewTextWords {
  /** The headings of its sections. */
  readonly headings: Readonly<
    Record<'question' | 'outcome' | 'options' | 'vote' | 'objections' | 'consequences' | 'changes', string>
  >;
  /** The first lines: what this is, and where it comes from. `kind`: what the forge calls a review. */
  opening(kind: ReviewKind, isDecided: boolean): string;
  /** What was decided, to be followed by who decided and why; `chosen` is plain text. */
  decided(status: 'accepted' | 'rejected', chosen: string | undefined): string;
  readonly notDecided: string;
  readonly drivers: string;
  /** Stands after the title of an option. */
  readonly isChosen: string;
  /** Begins an argument. */
  readonly arguments: Readonly<Record<'pro' | 'con' | 'neutral', string>>;
  readonly consequences: Readonly<Record<'good' | 'bad' | 'neutral', string>>;
  /** The file that the review adds. */
  adds(fileName: string): string;
  /** The rest was left out, since it would be too long. */
  readonly cut: string;
  /** Why it came to a review, in a sentence. */
  reason(why: WayReason, kind: ReviewKind): string;
  /** That Gavel watches it, and what happens when it is merged or closed. */
  watched(kind: ReviewKind, isDecided: boolean): string;
}
