/** How an ADR that was merged differs from the one that Gavel wrote, apart from its wording. */
export interface MergedDifference {
  /** Whether nothing differs at all. */
  readonly isSame: boolean;
  /** Set if the two state different ones; '' for none. */
  readonly status: ChangedValue | undefined;
  readonly chosen: ChangedValue | undefined;
}

interface ChangedValue {
  readonly from: string;
  readonly to: string;
}
