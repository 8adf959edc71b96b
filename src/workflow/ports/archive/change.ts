/**
 * Files to commit together, by their paths from the archive's folder, and the decision they are for. The date makes the commit repeatable. It is written in this
 * time zone, so that git shows the same day as the ADR.
 */
export interface Change {
  readonly decisionId: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Other files of the repository, by their paths from its top, which need not be there yet. */
  readonly besides?: readonly { readonly path: string; readonly content: string }[];
  /** The first line of the commit message, and the lines below it: plain text that anybody may have written. */
  readonly subject: string;
  readonly body: readonly string[];
  /** People who are named as authors besides the bot. Those without a valid e-mail are left out. */
  readonly coAuthors?: readonly { readonly name: string; readonly email: string }[];
  readonly at: Date;
  readonly timeZone: string;
}
