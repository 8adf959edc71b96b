/**
 * Files to commit together, and the decision they are for. The date makes the commit repeatable. It is written in this
 * time zone, so that git shows the same day as the ADR.
 */
export interface Change {
  readonly decisionId: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** The first line of the commit message, and the lines below it: plain text that anybody may have written. */
  readonly subject: string;
  readonly body: readonly string[];
  readonly at: Date;
  readonly timeZone: string;
}
