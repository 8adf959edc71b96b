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

/** How far Gavel is with one of many reviews. */
export interface InformedState {
  /** What it was told from the last time, as a fingerprint; undefined if it never was. */
  readonly seen: string | undefined;
  /** Whether there is, or may be, a comment of ours. */
  readonly isTold: boolean;
}

/** What Gavel has told on reviews of others. */
export interface InformedRecords {
  find(teamId: string, archive: string, number: number): Promise<InformedReview | undefined>;
  save(teamId: string, archive: string, number: number, review: InformedReview): Promise<void>;
  /** Whether any review of the archive was ever looked at. */
  hasAny(teamId: string, archive: string): Promise<boolean>;
  /** Those of these reviews that were looked at, by their numbers. */
  findStates(teamId: string, archive: string, numbers: readonly number[]): Promise<ReadonlyMap<number, InformedState>>;
  /** Keeps what a review is told from by now. */
  see(teamId: string, archive: string, number: number, seen: string): Promise<void>;
}
