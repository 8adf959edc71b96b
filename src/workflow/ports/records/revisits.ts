import type { Day } from '../../../decision/time/day.ts';
import type { ClosedAnswer } from '../publication.ts';

/** What is looked at again: a decision made here, or an ADR of the index that others wrote. */
export type RevisitSubject = { readonly decisionId: string } | { readonly adrId: number };

/** The answer that something is still right. */
export interface StillRight {
  readonly by: string;
  readonly at: Date;
  /** On one line of typed text, or ''. */
  readonly note: string;
  /** The next day to look again. */
  readonly next: Day | undefined;
}

/**
 * How far the note that something is still right is on its way into git. `closed`: its review was closed without merging, and
 * is still looked at. `left`: it can't get there, or nobody wants it to; the thread was told.
 */
type NotedState = 'not yet' | 'in review' | 'closed' | 'on branch' | 'left';

/** The review by which such a note reaches its branch. */
export interface NoteReview {
  readonly branch: string;
  readonly into: string;
  readonly number: number | undefined;
  readonly url: string | undefined;
  readonly openedAt: string | undefined;
  /** When it was last closed without merging, and what people have chosen since; or it was opened again at the forge. */
  readonly closedAt?: string | undefined;
  readonly answer?: ClosedAnswer | undefined;
}

/** A question whether something is still right, which is asked once for each day to look again. */
export interface AskedRevisit {
  readonly id: string;
  readonly teamId: string;
  readonly subject: RevisitSubject;
  readonly archive: string;
  /** Where it is asked. */
  readonly channelIds: readonly string[];
  readonly dueOn: Day;
  readonly askedAt: Date;
  readonly remindedAt: Date | undefined;
  readonly answer: StillRight | undefined;
  /** Undefined as long as there is nothing to note. */
  readonly noted: NotedState | undefined;
  readonly review: NoteReview | undefined;
}

/** Such a question that waits for an answer, as lists tell it. */
export interface OpenRevisit {
  readonly id: string;
  readonly decisionId: string | undefined;
  readonly adrId: number | undefined;
  readonly archive: string;
  readonly channelIds: readonly string[];
  readonly dueOn: Day;
  readonly title: string;
  /** Undefined for an ADR without a number, and before it is on the branch. */
  readonly number: number | undefined;
  readonly fileName: string | undefined;
  readonly cardLink: string | undefined;
}

/** Channels that may hear of an archive. */
export interface ChannelsOfArchive {
  /** Those with a digest, of whatever archive. */
  readonly digests: readonly string[];
  /** The one that decided something for it last. */
  readonly latest: string | undefined;
}

/** An ADR by its row in the index, and its day to look again. */
export interface DatedAdr {
  readonly id: number;
  readonly on: Day;
}

/** When decisions and ADRs are looked at again. */
export interface RevisitRecords {
  /** Records that a question is asked; returns the one that was there before, if there was one. */
  ask(asked: AskedRevisit): Promise<AskedRevisit | undefined>;
  find(id: string): Promise<AskedRevisit | undefined>;
  /** Keeps others from changing it until the transaction ends. */
  lock(id: string): Promise<AskedRevisit | undefined>;
  save(asked: AskedRevisit): Promise<void>;
  /** All questions about a decision or an ADR, in the order of their days. */
  findAbout(subject: RevisitSubject): Promise<AskedRevisit[]>;
  /**
   * Questions that wait for an answer, earliest day first: about decisions that somebody proposed or decided, and about all
   * ADRs of others; or all that were asked in a channel. None about what is no longer in force, or what a proposal is about
   * to change or has changed since the question.
   */
  findOpen(
    teamId: string,
    whose: { readonly userId: string } | { readonly channelId: string },
    most: number,
  ): Promise<OpenRevisit[]>;
  /**
   * ADRs in the branch that others wrote, that hold, and whose day to look again has come by `until`, as far as nobody has
   * been asked about that day; the latest day first. At most `most`, less those that were asked about since `askedSince`.
   */
  findDatedAdrs(
    teamId: string,
    archive: string,
    which: { readonly until: Day; readonly most: number; readonly askedSince: Date },
  ): Promise<DatedAdr[]>;
  /** The channels that may hear of an archive. */
  findChannelsOf(teamId: string, archive: string): Promise<ChannelsOfArchive>;
  /** Notes that are on their way into git, with the archives that they are for. */
  findUnnoted(teamId: string): Promise<{ readonly id: string; readonly archive: string }[]>;
  /** Notes in an archive whose reviews are open, or closed but still looked at: the one of a branch, or all. */
  findInReview(teamId: string, archive: string, branch?: string): Promise<string[]>;
  /** Accepted decisions whose day to look again is one of these, and about which nobody has been asked. */
  findUnasked(
    teamId: string,
    days: { readonly from: Day; readonly to: Day },
  ): Promise<{ readonly id: string; readonly on: Day; readonly timeZone: string }[]>;
}
