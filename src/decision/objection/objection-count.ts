/** How many objections stand, and how many were resolved by their authors or overridden: all that a verdict needs. */
export interface ObjectionCount {
  readonly standing: number;
  readonly resolved: number;
  readonly overridden?: number;
  /** How many of the overridden ones one person put aside under a rule that asks for two: they block all the same. */
  readonly unconfirmed?: number;
}

/** Nobody objected. */
export const noObjections: ObjectionCount = { standing: 0, resolved: 0, overridden: 0 };
