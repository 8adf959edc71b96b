/** What the thread hears of a publication besides: what the ADR left out, or could not change. Kept as JSON. */
export type PublicationRemark =
  /** Sections that argue for something else than what was decided. */
  | { readonly code: 'sections left out'; readonly headings: readonly string[] }
  | { readonly code: 'branch made'; readonly branch: string; readonly from: string }
  /** Why the ADR that the decision was to change was left as it is. */
  | { readonly code: 'bound ADR gone'; readonly adr: string }
  | { readonly code: 'bound ADR too long'; readonly adr: string }
  | { readonly code: 'bound ADR not UTF-8'; readonly adr: string }
  | { readonly code: 'bound ADR without status'; readonly adr: string }
  | { readonly code: 'bound ADR without room'; readonly adr: string }
  | {
      readonly code: 'bound ADR changed already';
      readonly adr: string;
      readonly status: string;
      /** How the file says it. */
      readonly statusText: string;
    }
  /** A sentence of an earlier version. */
  | { readonly code: 'told before'; readonly text: string };
