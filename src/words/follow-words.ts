import type { Words } from './say.ts';

/** A decision under tags that somebody follows. */
interface ToldFollower {
  /** Its name, as a link if it has one. */
  readonly decision: Words;
  /** The chosen option; undefined if the decision was rejected. */
  readonly chosen: string | undefined;
  /** Those of its tags that are followed. */
  readonly tags: readonly string[];
  /** A person follows them, and not a channel. */
  readonly isPerson: boolean;
}

/** What `/adr follow` answers, and what followers hear. */
export interface FollowWords {
  told(told: ToldFollower): Words;
  /** The tags that a channel or, if `isForMe`, the asker follows now: perhaps none. */
  followed(tags: readonly string[], isForMe: boolean): Words;
}
