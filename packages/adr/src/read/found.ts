/** Where in a file a field can be found. */
export type FoundIn =
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
export interface Found<Value> {
  readonly value: Value;
  readonly foundIn: FoundIn;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A doubt about a file: where, what, and what to do about it. An error is a doubt that keeps a reader from the ADR. */
export interface AdrWarning {
  readonly line: number;
  readonly message: string;
  readonly advice: string;
  readonly isError: boolean;
}
