import type { Status } from './status.ts';

/** What a list or a digest says of one decision. */
export interface Summary {
  readonly id: string;
  readonly channelId: string;
  readonly isPrivate: boolean;
  readonly title: string;
  readonly status: Status;
  /** Voting is open until `closesAt`. */
  readonly isVoting: boolean;
  readonly closesAt: Date;
  readonly proposedAt: Date;
  readonly decidedAt: Date | undefined;
  readonly chosen: string | undefined;
  readonly cardLink: string | undefined;
  /** Its number and place in git, once it is published. */
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly commitUrl: string | undefined;
  readonly isPublished: boolean;
  /** Why it could not be published yet, in words for people. */
  readonly trouble: string | undefined;
}

/** Periodic summary for one channel: what was decided since `from` and until `to`, and what is being voted on. */
export interface Digest {
  readonly from: Date;
  readonly to: Date;
  readonly accepted: readonly Summary[];
  readonly rejected: readonly Summary[];
  readonly open: readonly Summary[];
}

/**
 * Whether a channel may see a decision at all: everybody sees those of public channels and those that are in git; what
 * a private channel is still deciding stays there.
 */
export function mayBeSeenIn(
  channelId: string,
  summary: Pick<Summary, 'channelId' | 'isPrivate' | 'isPublished'>,
): boolean {
  return !summary.isPrivate || summary.isPublished || summary.channelId === channelId;
}

/** Puts together what a channel hears of a period. */
export function composeDigest(summaries: readonly Summary[], channelId: string, from: Date, to: Date): Digest {
  const seen = summaries.filter((summary) => mayBeSeenIn(channelId, summary));
  const isNew = ({ decidedAt }: Summary) => decidedAt !== undefined && decidedAt > from && decidedAt <= to;
  const decided = (status: Status) =>
    seen
      .filter((summary) => summary.status === status && isNew(summary))
      .toSorted((a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0));
  return {
    from,
    to,
    accepted: decided('accepted'),
    rejected: decided('rejected'),
    open: seen.filter(({ isVoting }) => isVoting).toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime()),
  };
}

/** Nothing to tell: such a digest isn't sent. */
export function isEmpty(digest: Digest): boolean {
  return digest.accepted.length + digest.rejected.length + digest.open.length === 0;
}
