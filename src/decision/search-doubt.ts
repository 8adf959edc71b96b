/** The keys that narrow a search down: `status:accepted`, `in:#platform`, `by:@ben`, `after:2026-01` … */
export const searchKeys = ['status', 'tag', 'in', 'repo', 'by', 'after', 'before'] as const;
export type SearchKey = (typeof searchKeys)[number];

/** A part of a search that can't be used: nothing of that name is known, or it is no date. */
export interface SearchDoubt {
  readonly key: SearchKey;
  readonly value: string;
}
