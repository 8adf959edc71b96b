/** The kinds of places in a file that can hold a field. */
export type PlaceKind =
  | 'file name'
  | 'front matter'
  | 'list'
  | 'line'
  | 'code'
  | 'table'
  | 'section'
  | 'heading'
  | 'text'
  | 'log'
  | 'badge'
  | 'attribute'
  | 'closing';

/** A value and its position in the file. `start` and `end` count UTF-16 units of `Source.text`. */
export interface Located<Value> {
  readonly value: Value;
  readonly foundIn: PlaceKind;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
