/** A remark about a publication for the thread: what the ADR left out or could not change. It is stored as JSON. */
export type PublicationRemark =
  /** Sections that argue for something other than the decision. */
  | { readonly code: 'sections left out'; readonly headings: readonly string[] }
  | { readonly code: 'branch made'; readonly branch: string; readonly from: string }
  /** Why the ADR that the decision should change was not changed. */
  | { readonly code: 'bound ADR gone'; readonly adr: string }
  | { readonly code: 'bound ADR too long'; readonly adr: string }
  | { readonly code: 'bound ADR not UTF-8'; readonly adr: string }
  | { readonly code: 'bound ADR without status'; readonly adr: string }
  | { readonly code: 'bound ADR without room'; readonly adr: string }
  | {
      readonly code: 'bound ADR changed already';
      readonly adr: string;
      readonly status: string;
      /** The status as the file writes it. */
      readonly statusText: string;
    }
  /**
   * Why the index of the ADRs, or a part of it, was left as it is: a tool writes it, or it is unclear where a line belongs,
   * or its newest lines are not as Gavel would write them.
   */
  | { readonly code: 'index generated'; readonly file: string }
  | { readonly code: 'index unclear'; readonly file: string }
  | { readonly code: 'index unclear in part'; readonly file: string }
  | { readonly code: 'index irregular'; readonly file: string }
  /** What columns of the index are called in which nothing was written, since only people know what belongs there. */
  | { readonly code: 'index gaps'; readonly file: string; readonly columns: readonly string[] }
  /** Why the list of decisions for agents was left as it is: its markers are no pair, or it is no file or no text. */
  | { readonly code: 'agents file left'; readonly file: string; readonly why: 'markers' | 'no file' | 'no text' }
  /** The other ADRs of the house are in a format that Gavel doesn't write. */
  | { readonly code: 'other format'; readonly format: string }
  /** A sentence from an earlier version. */
  | { readonly code: 'told before'; readonly text: string };
