/** What Gavel has told on somebody's review about the decisions that govern what it changes. */
export interface InformedReview {
  /** The forge's id of the comment; undefined if there is none, or if it is not known whether there is. */
  readonly comment: string | undefined;
  /** The fingerprint of what the comment says; undefined if there is none. Without a comment: one was about to be made. */
  readonly shown: string | undefined;
  /** Somebody took the comment away, so there won't be another one. */
  readonly isRemoved: boolean;
  /** The fingerprint of what the check says, and of which commit. */
  readonly check: string | undefined;
}

/** What Gavel has told on reviews of others. */
export interface InformedRecords {
  find(teamId: string, archive: string, number: number): Promise<InformedReview | undefined>;
  save(teamId: string, archive: string, number: number, review: InformedReview): Promise<void>;
}
