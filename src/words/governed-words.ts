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
  /** That files which change here are governed by decisions; the list follows. */
  readonly touched: string;
  /** Who decided and when, in a sentence; `names` or `day` may be empty, not both. */
  decided(names: string, day: string): string;
  superseded(by: string): string;
  /** The files that change, as code; `more`: how many others there are. */
  files(paths: string, more: number): string;
  /** That the forge lists no more files than this. */
  firstFiles(count: number): string;
  /** What makes a check pass. */
  readonly nameThem: string;
  /** The titles of a check. */
  readonly ungoverned: string;
  governed(count: number): string;
}
