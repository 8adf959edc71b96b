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
