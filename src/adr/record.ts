/** One reason for, against or beside an option, with the name of the person who gave it. */
interface AdrArgument {
  readonly kind: 'pro' | 'con' | 'neutral';
  /** Plain text. */
  readonly text: string;
  readonly by: string;
}

/** A considered answer. The description is plain text and may have several lines and paragraphs. */
export interface AdrOption {
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly AdrArgument[];
}

/** What follows from the outcome, in plain text. */
interface AdrConsequence {
  readonly kind: 'good' | 'bad' | 'neutral';
  readonly text: string;
}

/** How the vote went; people are given by name, options by title. */
export interface AdrVotes {
  /** The rule as a sentence. */
  readonly rule: string;
  /** When voting closed, as it is to be read, with its time zone. */
  readonly closed: string;
  readonly tally: readonly { readonly option: string; readonly votes: number; readonly by: readonly string[] }[];
  readonly notVoted: readonly string[];
  /** Votes of people who were not deciders; they do not count. */
  readonly advisory: readonly { readonly option: string; readonly by: readonly string[] }[];
}

/** All that an ADR file says about a decision. People are given by the names to be shown, never by ids. */
export interface AdrRecord {
  readonly title: string;
  readonly status: 'accepted' | 'rejected';
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly date: string;
  readonly decisionMakers: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  /** Context and problem statement, in Markdown. */
  readonly context: string;
  /** Plain text, one driver each. */
  readonly drivers: readonly string[];
  readonly options: readonly AdrOption[];
  /** Title of the chosen option, if there is one, and the justification in plain text. */
  readonly outcome: { readonly chosen: string | undefined; readonly justification: string };
  readonly consequences: readonly AdrConsequence[];
  readonly votes: AdrVotes | undefined;
  readonly discussion: { readonly label: string; readonly url: string } | undefined;
}
