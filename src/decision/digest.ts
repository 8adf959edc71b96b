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

/** What somebody else did in the repository: an ADR that they added, or whose status they changed. */
export interface AdrChange {
  readonly kind: 'added' | 'status';
  readonly adrId: number;
  readonly number: number | undefined;
  readonly title: string;
  readonly fileName: string;
  /** How the file said its status; undefined for one that was added. */
  readonly before: string | undefined;
  /** How it says it now; empty when it says none. */
  readonly after: string;
}

/** A number that was given twice in the repository, by these files. */
interface SharedNumber {
  readonly number: number;
  readonly fileNames: readonly string[];
}

/** What happened in the repository, beside what was decided here. */
export interface RepositoryNews {
  readonly changes: readonly AdrChange[];
  readonly sharedNumbers: readonly SharedNumber[];
}

/**
 * Periodic summary for one channel: what was decided since `from` and until `to`, what is being voted on, and what
 * others did in the repository, which the whole team may read.
 */
export interface Digest {
  readonly from: Date;
  readonly to: Date;
  readonly accepted: readonly Summary[];
  readonly rejected: readonly Summary[];
  readonly open: readonly Summary[];
  readonly inRepository: RepositoryNews;
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
export function composeDigest(
  summaries: readonly Summary[],
  { changes, sharedNumbers }: RepositoryNews,
  channelId: string,
  from: Date,
  to: Date,
): Digest {
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
    inRepository: { changes: sumUp(changes), sharedNumbers },
  };
}

/** One line for each ADR, from how it was to how it is; none for one that is as it was. */
function sumUp(changes: readonly AdrChange[]): AdrChange[] {
  const byAdr = Map.groupBy(changes, ({ adrId }) => adrId);
  return [...byAdr.values()].flatMap((each) => {
    const [first, last] = [each[0], each.at(-1)];
    if (first === undefined || last === undefined) return [];
    return first.kind === 'status' && first.before === last.after ? [] : [{ ...first, after: last.after }];
  });
}

/** Nothing to tell: such a digest isn't sent. */
export function isEmpty({ accepted, rejected, open, inRepository }: Digest): boolean {
  const lists = [accepted, rejected, open, inRepository.changes, inRepository.sharedNumbers];
  return lists.every((list) => list.length === 0);
}
