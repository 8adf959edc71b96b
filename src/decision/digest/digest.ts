import type { Reason } from '../decision.ts';
import type { PublicationTrouble } from '../failure/forge-trouble.ts';
import type { Departure } from '../outcome/departure.ts';
import type { AdrFate, NamedAdr } from '../publication/adr-fate.ts';
import type { Review } from '../publication/review.ts';
import type { Status } from '../status.ts';
import type { Day } from '../time/day.ts';

/** What a list or a digest says of one decision. */
export interface Summary {
  /** The `id` of the archive that it goes to. */
  readonly archive: string;
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  /** As its file in git says, if it has one. */
  readonly status: Status;
  /** As it was decided here, whatever became of its file since. */
  readonly statusHere: Status;
  /** Voting is open until `closesAt`. */
  readonly isVoting: boolean;
  /** An option has won, and is open to final comments until `closesAt`. */
  readonly isFinal?: boolean | undefined;
  readonly closesAt: Date;
  readonly proposedAt: Date;
  readonly decidedAt: Date | undefined;
  readonly chosen: string | undefined;
  /** Those that it was given here; digests from before there were tags have none. */
  readonly tags?: readonly string[] | undefined;
  /** Why it was decided so, once it is decided. */
  readonly reason: Reason | undefined;
  /** Who recorded the outcome, who confirmed it, and what it departs from. */
  readonly decidedBy?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly departures?: readonly Departure[] | undefined;
  readonly cardLink: string | undefined;
  /** Its number and place in git, once it is published. */
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly commitUrl: string | undefined;
  readonly isPublished: boolean;
  /** Why it could not be published yet. */
  readonly trouble: PublicationTrouble | undefined;
  /** The review that its ADR waits in. */
  readonly inReview?: Pick<Review, 'number' | 'url'> | undefined;
  /** When the review of its ADR was merged, if it came that way. */
  readonly mergedAt?: Date | undefined;
  /** What its repository is called, where it is told beside others. */
  readonly repository?: string | undefined;
}

/** What says whether a digest names a decision, and in which list. */
export type Candidate = Pick<
  Summary,
  | ('id' | 'channelId' | 'archive' | 'status' | 'statusHere' | 'isVoting' | 'closesAt' | 'decidedAt' | 'mergedAt')
  | ('isPublished' | 'tags')
> & {
  /** Its ADR waits in a review, whichever. */
  readonly inReview?: object | undefined;
};

/** How many decisions a digest only counts, of one kind as to who may be told of them. */
export interface Counted extends Pick<Summary, 'channelId' | 'archive' | 'isPublished'> {
  readonly count: number;
}

/** A decision as a digest tells it, with what its file in git says beyond the summary. */
export interface ToldDecision extends Summary {
  /** The web address of its file, on hosts that we know. */
  readonly fileUrl?: string | undefined;
  /** The ADRs that it says it supersedes. */
  readonly supersedes?: readonly NamedAdr[] | undefined;
  /** What became of it since. */
  readonly fate?: AdrFate | undefined;
}

/** An ADR of the repository, as it is now or, where its file is gone, as it was last. */
interface ToldAdr {
  readonly adrId: number;
  readonly number: number | undefined;
  readonly title: string;
  readonly fileName: string;
}

/** A proposal where nothing new has happened since then. */
interface StalledProposal extends ToldDecision {
  readonly newsAt: Date;
}

/** A decision, or an ADR that others wrote, that waits for somebody to look at it again since a day. */
interface DueRevisit {
  readonly title: string;
  readonly number: number | undefined;
  /** Where it can be read: its card, or its file on hosts that we know. */
  readonly url: string | undefined;
  readonly dueOn: Day;
  readonly isImported: boolean;
}

/** One thing that somebody else did to an ADR in the repository. */
export interface AdrHappening extends ToldAdr {
  readonly kind: 'added' | 'status' | 'renamed' | 'removed' | 'returned';
  /** How the file said its status; of one that was renamed, its name. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The commit in which it was seen. */
  readonly commit: string | undefined;
}

/** What others made of an ADR in a period, whatever happened in between; the kind names the greatest part of it. */
export interface AdrChange extends ToldAdr {
  readonly kind: AdrHappening['kind'];
  /** How the file said its status; undefined where it is still the same, or was not there before. */
  readonly before: string | undefined;
  /** How it says it now; empty when it says none, or still says the same. */
  readonly after: string;
  /** What the file was called, if it has another name now. */
  readonly formerName?: string | undefined;
  /** The last commit in which something of it was seen. */
  readonly commit?: string | undefined;
  /** Where it is on the web, on hosts that we know: the file, or the commit without it. */
  readonly url?: string | undefined;
  /** The `id` of its archive; an earlier version, which had one alone, did not say it. */
  readonly archive?: string | undefined;
  /** What its repository is called, where it is told beside others. */
  readonly repository?: string | undefined;
}

/** A number that was given twice in the repository, by these files. */
interface SharedNumber {
  readonly number: number;
  readonly fileNames: readonly string[];
  /** As of an `AdrChange`. */
  readonly archive?: string | undefined;
  readonly repository?: string | undefined;
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
  readonly accepted: readonly ToldDecision[];
  readonly rejected: readonly ToldDecision[];
  /** Accepted decisions whose ADRs wait in a review, whenever they were accepted. */
  readonly inReview: readonly ToldDecision[];
  readonly open: readonly ToldDecision[];
  /** Those of each list for which a message has no room: all others are in the lists. */
  readonly more?: Partial<Record<DigestList, readonly Counted[]>>;
  /** Proposals without an open vote where nothing new has happened for long, and since when. */
  readonly stalled?: readonly StalledProposal[];
  /** What the channel is to look at again, earliest day first. */
  readonly revisits?: readonly DueRevisit[];
  readonly inRepository: RepositoryNews;
  /** The tags that the channel follows: decisions that have one come first, and name it. */
  readonly followed?: readonly string[];
  /** The names of the people in it, by their ids. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The lists of decisions in a digest that may be long. */
export type DigestList = 'accepted' | 'rejected' | 'inReview' | 'open';

/** Something for each list. */
export function ofEachList<Value>(make: (list: DigestList) => Value): Record<DigestList, Value> {
  return { accepted: make('accepted'), rejected: make('rejected'), inReview: make('inReview'), open: make('open') };
}

/** Sorts decisions into the lists of a digest about a period; the rest is left out. */
export function sortOut<One extends Candidate>(
  candidates: readonly One[],
  from: Date,
  to: Date,
): Record<DigestList, One[]> {
  const isIn = (at: Date | undefined) => at !== undefined && at > from && at <= to;
  const withStatus = (status: Status) =>
    candidates
      .filter((one) => statusWhenDecided(one) === status)
      .toSorted((a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0));
  const accepted = withStatus('accepted');
  return {
    // What takes the way of a review is told once it has arrived.
    accepted: accepted.filter(({ inReview, mergedAt, decidedAt }) => !inReview && isIn(mergedAt ?? decidedAt)),
    inReview: accepted.filter(({ inReview }) => inReview !== undefined),
    rejected: withStatus('rejected').filter(({ decidedAt }) => isIn(decidedAt)),
    open: candidates.filter(({ isVoting }) => isVoting).toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime()),
  };
}

/** The file in git counts; but what has been superseded by now was decided all the same. */
function statusWhenDecided({ status, statusHere }: Candidate): Status {
  return status === 'superseded' || status === 'deprecated' ? statusHere : status;
}

/** One line for each ADR, from how it was to how it is; none for one that is as it was. */
export function sumUp(happenings: readonly AdrHappening[]): AdrChange[] {
  const byAdr = Map.groupBy(happenings, ({ adrId }) => adrId);
  return [...byAdr.values()].flatMap((each) => sumUpOne(each) ?? []);
}

function sumUpOne(each: readonly AdrHappening[]): AdrChange | undefined {
  const last = each.at(-1);
  if (last === undefined) return undefined;
  const { adrId, number, title, fileName, commit } = last;
  const told = { adrId, number, title, fileName, commit };

  const comings = each.filter(({ kind }) => kind === 'added' || kind === 'removed' || kind === 'returned');
  const [coming] = comings;
  const wasThere = coming === undefined || coming.kind === 'removed';
  const isThere = comings.at(-1)?.kind !== 'removed';
  if (!isThere) return wasThere ? { ...told, kind: 'removed', before: undefined, after: '' } : undefined;

  const after = each.findLast(({ kind }) => kind === 'added' || kind === 'status')?.after ?? '';
  const formerName = each.find(({ kind }) => kind === 'renamed')?.before;
  const renamed = formerName === undefined || formerName === fileName ? {} : { formerName };
  if (!wasThere)
    return { ...told, ...(coming.kind === 'added' ? {} : renamed), kind: coming.kind, before: undefined, after };

  const before = each.find(({ kind }) => kind === 'status')?.before;
  if (before !== undefined && before !== after) return { ...told, ...renamed, kind: 'status', before, after };
  return 'formerName' in renamed ? { ...told, ...renamed, kind: 'renamed', before: undefined, after: '' } : undefined;
}

/** Nothing to tell: such a digest isn't sent. */
export function isEmpty({ inRepository, stalled = [], revisits = [], more = {}, ...digest }: Digest): boolean {
  const { accepted, rejected, inReview, open } = digest;
  const { changes, sharedNumbers } = inRepository;
  const lists = [accepted, rejected, inReview, open, stalled, revisits, changes, sharedNumbers, ...Object.values(more)];
  return lists.every((list) => list.length === 0);
}
