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

/**
 * A warning about a file: where, what, and what to do. An error is a warning about something that hides the ADR from
 * its readers.
 */
export interface AdrWarning {
  readonly line: number;
  readonly message: string;
  readonly advice: string;
  readonly isError: boolean;
}
