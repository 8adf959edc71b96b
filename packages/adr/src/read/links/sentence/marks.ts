/** An ADR that a text names: by a link, by its number, or by the name of its file that begins with a day. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly number: number | undefined;
  /** Whether it is more than digits. */
  readonly isNamed: boolean;
  /** The name of its file without the extension, if nothing else names it. */
  readonly slug: string | undefined;
}

/** Characters for private use stand for the ADRs that a text names, for this one, and for the end of an entry. */
export const firstCode = 0xe0_00;
/** How many ADRs there may be in a block. */
export const mostReferences = 0x17_00;
export const selfMark = '\uf7f0';
export const endOfEntry = '\uf7f1';
export const anyReference = '[\\ue000-\\uf6ff]';

/** What ends a clause. */
export const boundary = /^[;:()—|]$/;
