/** Where in a file a field can be found. */
export type PlaceKind =
  | 'file name'
  | 'front matter'
  | 'list'
  | 'line'
  | 'table'
  | 'section'
  | 'heading'
  | 'text'
  | 'log'
  | 'closing';

/** A value with the place where it was found; `start` and `end` count UTF-16 units of `Source.text`. */
export interface Located<Value> {
  readonly value: Value;
  readonly foundIn: PlaceKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
