import type { StatedLink } from '../warning.ts';

/** How an ADR relates to the one it links to. */
export type LinkKind = StatedLink | 'relates' | 'other';

/** A link in an ADR to another file. The words around it decide its kind. */
export interface AdrLink {
  readonly kind: LinkKind;
  /** '' if it is no link but names an ADR by its number. */
  readonly url: string;
  /** The number by which it names an ADR without a link: “Superseded by ADR-0012”. */
  readonly number?: number;
  readonly text: string;
  readonly line: number;
}
