import type { Refusal } from '../failure/refusal.ts';
import type { ArgumentKind } from './argument.ts';

/** How many reasons there are of each kind. */
export type ReasonCount = Readonly<Record<ArgumentKind, number>>;

/**
 * What happened when a Markdown draft or a program filled in a form, as facts, in addition to doubts about the draft.
 */
export type DraftRemark =
  | {
      readonly code: 'taken from the draft';
      readonly hasTitle: boolean;
      readonly hasContext: boolean;
      readonly drivers: number;
      readonly options: number;
      readonly reasons: ReasonCount;
      readonly sections: number;
      /** Remarks from before drafts were read for these have none of them. */
      readonly tags?: number;
      readonly patterns?: number;
      readonly hasRevisit?: boolean;
    }
  /** Tags, patterns of paths, a day or a condition that the form can't take, and why. */
  | {
      readonly code: 'left out of the form';
      readonly texts: readonly string[];
      readonly others: number;
      readonly because: Refusal;
    }
  /** `titles` are the first options that were left out, and `others` is the number of further ones. */
  | {
      readonly code: 'options left out';
      readonly count: number;
      readonly most: number;
      readonly titles: readonly string[];
      readonly others: number;
    }
  | { readonly code: 'more doubts'; readonly count: number }
  /** Not its person but a program of theirs filled in the form. */
  | { readonly code: 'prepared by a program' };

/** Counts reasons by their kind. */
export function countReasons(reasons: readonly { readonly kind: ArgumentKind }[]): ReasonCount {
  const countOf = (kind: ArgumentKind) => reasons.filter((reason) => reason.kind === kind).length;
  return { pro: countOf('pro'), con: countOf('con'), neutral: countOf('neutral') };
}
