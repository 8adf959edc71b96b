/** A part of a whole, in whole numbers: two thirds is { parts: 2, of: 3 }. It is more than nothing and at most all. */
export interface Share {
  readonly parts: number;
  readonly of: number;
}

/** The least whole number that is at least this share of a whole: 3 for half of 5. */
export function leastOf({ parts, of }: Share, whole: number): number {
  const product = parts * whole;
  const rest = product % of;
  return (product - rest) / of + (rest > 0 ? 1 : 0);
}

/** Whether a number is at least this share of a whole. */
export function isAtLeast(count: number, { parts, of }: Share, whole: number): boolean {
  return count * of >= parts * whole;
}

/** Whether a number is more than this share of a whole. */
export function isMoreThan(count: number, { parts, of }: Share, whole: number): boolean {
  return count * of > parts * whole;
}
