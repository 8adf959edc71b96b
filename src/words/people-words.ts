/** How people are named. */
export interface PeopleWords {
  /** The placeholder for somebody whom Slack no longer tells us about: within a sentence, and at its beginning. */
  readonly gone: string;
  readonly goneFirst: string;
  /** The placeholders for a mentioned channel that not everybody sees, and for a mentioned group. */
  readonly someChannel: string;
  readonly someGroup: string;
  /** “Ana”, “Ana and Bo”, “Ana, Bo and Chi”; with unnamed others “Ana, Bo and 3 others”. */
  list(names: readonly string[], others?: number): string;
}
