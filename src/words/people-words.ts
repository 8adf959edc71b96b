/** How people are named. */
export interface PeopleWords {
  /** Stands for somebody whom Slack no longer tells us about: within a sentence, and at its beginning. */
  readonly gone: string;
  readonly goneFirst: string;
  /** Stand for a channel that not everybody sees, and for a group of people, where somebody mentioned them. */
  readonly someChannel: string;
  readonly someGroup: string;
  /** “Ana”, “Ana and Bo”, “Ana, Bo and Chi”; with others whom nobody names “Ana, Bo and 3 others”. */
  list(names: readonly string[], others?: number): string;
}
