/** What an index says about an ADR. */
export interface IndexEntry {
  /** The way to it from the index (`pathFrom`). */
  readonly file: string;
  readonly number: number | undefined;
  /** Markdown, as it may stand in a line of an index. */
  readonly title: string;
  /** The word for its status, as the ADR has it. */
  readonly status: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
}
