import type { ListPlace } from '../../find/listed.ts';

/** Somebody's Home: what was published there last, and which page of the register it shows. */
export interface KnownHome {
  readonly userId: string;
  readonly shown: string | undefined;
  readonly place: ListPlace | undefined;
}

/** Who has looked at their Home lately, and what it shows. */
export interface HomeRecords {
  /** Somebody looks at their Home now, at this page of the register. */
  noteLook(teamId: string, userId: string, place: ListPlace | undefined, at: Date): Promise<void>;
  /** What was published was right at this time. */
  markShown(teamId: string, userId: string, shown: string, at: Date): Promise<void>;
  /** Forgets somebody's Home, so that it is not renewed. */
  forget(teamId: string, userId: string): Promise<void>;
  /** Whether anybody has looked since then. */
  isAnyoneLooking(teamId: string, since: Date): Promise<boolean>;
  /** Homes that were looked at since then and not renewed since `before`, those that have waited longest first. */
  findDue(
    teamId: string,
    which: { readonly lookedSince: Date; readonly before: Date; readonly most: number },
  ): Promise<readonly KnownHome[]>;
}
