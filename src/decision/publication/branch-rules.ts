/** What a branch demands besides the way that changes take to it. It is stored as JSON. */
export interface BranchRules {
  readonly branch: string;
  /** Whether it takes only signed commits, while nobody signs Gavel's. */
  readonly isUnsigned: boolean;
  /** Rules that Gavel can't judge, by their names at the forge, such as `commit_message_pattern`. */
  readonly others: readonly string[];
}
