/** What the file for agents, and a comment or check on somebody's review, say about decisions. All of it is plain text. */
export interface GovernedWords {
  /** The heading above the list. */
  readonly heading: string;
  /** What the list is, and what it is for. */
  readonly intro: string;
  /** Label of the paths that a decision governs; they are code, separated by commas. */
  affects(paths: string): string;
  /** How many decisions are not in the list. */
  more(count: number): string;
}
