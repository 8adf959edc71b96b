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
