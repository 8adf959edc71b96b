/** An ADR by its name, such as “ADR 0007 Use Go”. `url`: where it can be read, if that is known. */
export interface NamedAdr {
  readonly name: string;
  readonly url: string | undefined;
}

/** What became of an ADR, as its file says. `by`: the ADRs that did it, as far as the file names them. */
export interface AdrFate {
  readonly kind: 'superseded' | 'deprecated' | 'amended';
  readonly by: readonly NamedAdr[];
}
