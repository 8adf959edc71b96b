import type { UnreadFormat } from '@gavel/adr/name/adr-path.ts';
import type { ObjectionKind } from '../../decision/decision.ts';
import type { Digest } from '../../decision/digest/digest.ts';
import type { PublicationTrouble } from '../../decision/failure/forge-trouble.ts';
import type { Refusal } from '../../decision/failure/refusal.ts';
import type { Listed, Trouble } from '../../decision/failure/trouble.ts';
import type { KeptVerdict } from '../../decision/outcome/verdict-facts.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { BranchRules } from '../../decision/publication/branch-rules.ts';
import type { ForgeKind } from '../../decision/publication/forge-kind.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import type { PublishWay, WayReason } from '../../decision/publication/publish-way.ts';
import type { Review } from '../../decision/publication/review.ts';
import type { Stall } from '../../decision/time/stall.ts';
import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { IndexFigures } from '../ports/archive/adr-index.ts';
import type { RefusedWish } from '../ports/forge/forge.ts';

/**
 * What Gavel says in a thread or a channel, as facts; `slack/message/announcement.ts` has the words. Dates are ISO
 * strings, because these facts wait in the database until they are said.
 */
export type Announcement =
  /** Said to one person only, who opened their conversation with Gavel. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'voting opened'; readonly closesAt: string }
  /** Messages written before refusals were facts have their words in `reason`. */
  | { readonly kind: 'voting not opened'; readonly because: Refusal | 'deciders unknown'; readonly reason?: never }
  | { readonly kind: 'voting not opened'; readonly because?: never; readonly reason: string }
  | { readonly kind: 'option added'; readonly by: string; readonly title: string; readonly emoji: string }
  /**
   * Somebody changed the words of an option, or withdrew it; `authorId` added it, if that was somebody else. While
   * voting is open, those who had voted for it: some of them, and how many more; nobody if the tally is hidden.
   */
  | ({ readonly kind: 'option corrected'; readonly before: string; readonly after: string } & ChangedOption)
  | ({ readonly kind: 'option withdrawn'; readonly title: string } & ChangedOption)
  /** Somebody changed or withdrew the reason that `authorId` had given. */
  | {
      readonly kind: 'reason corrected';
      readonly by: string;
      readonly authorId: string;
      readonly option: string;
      readonly before: Pick<Argument, 'kind' | 'text'>;
      readonly after: Pick<Argument, 'kind' | 'text'>;
    }
  | {
      readonly kind: 'reason withdrawn';
      readonly by: string;
      readonly authorId: string;
      readonly option: string;
      readonly text: string;
    }
  /**
   * Said to one person only, whose vote for `option` no longer counts. Without the titles for a decision of a private
   * channel.
   */
  | {
      readonly kind: 'vote lost';
      readonly channelId: string;
      readonly title: string | undefined;
      readonly option: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  | { readonly kind: 'edited'; readonly by: string }
  | { readonly kind: 'voting reopened'; readonly by: string; readonly reason: string; readonly closesAt: string }
  | { readonly kind: 'extended'; readonly by: string; readonly reason?: string; readonly closesAt: string }
  /** `from`: the deadline that people had been told before. */
  | {
      readonly kind: 'shortened';
      readonly by: string;
      readonly from: string;
      readonly closesAt: string;
      readonly reason: string;
    }
  | { readonly kind: 'extended by rule'; readonly verdict: KeptVerdict; readonly closesAt: string }
  /** The option has won, and is accepted at the end of the final comments if nothing changes; again if `isAnew`. */
  | { readonly kind: 'final comments'; readonly option: string; readonly closesAt: string; readonly isAnew: boolean }
  /** Voting has ended, and closes at `until`, so that events still on their way can arrive. */
  | { readonly kind: 'counting later'; readonly endedAt: string; readonly until: string }
  /**
   * Slack's list differed from the votes at the end, and it is unclear whether that was in time. It is not counted, and
   * makes no difference.
   */
  | ({ readonly kind: 'undated votes' } & ToldChanges)
  /**
   * Slack's list differed from the votes at the end, and that changes the verdict: how the vote stands without the
   * difference, and with it.
   */
  | ({ readonly kind: 'undated votes decide'; readonly without: KeptVerdict; readonly with: KeptVerdict } & ToldChanges)
  /**
   * Somebody decided, and somebody else confirmed it, if the rule asks for that; `closesAt`: until when people could
   * still vote, if they could.
   */
  | { readonly kind: 'outcome recorded'; readonly by: string; readonly closesAt?: string }
  /** Somebody recorded an outcome that waits for a second person; `id` is that of the awaited outcome. */
  | { readonly kind: 'outcome awaits'; readonly id: string; readonly by: string }
  /** By a second person, or by whoever recorded it. */
  | { readonly kind: 'outcome declined'; readonly by: string; readonly recordedBy: string }
  /** What the outcome of somebody is about has changed, so that it no longer waits. */
  | { readonly kind: 'outcome overtaken'; readonly by: string }
  /** One person has overridden an objection where that takes two, so that the rule accepts nothing by itself. */
  | { readonly kind: 'second needed'; readonly verdict: KeptVerdict }
  /** The vote decided. */
  | { readonly kind: 'voting closed'; readonly verdict: KeptVerdict }
  /** Somebody wants to go on discussing; `isClosed`: that closed an open vote. */
  | { readonly kind: 'discussed on'; readonly by: string; readonly reason: string; readonly isClosed: boolean }
  /**
   * People who can no longer take part, by reason, separate from those whose votes stand; and people who can take part
   * again.
   */
  | {
      readonly kind: 'deciders changed';
      readonly deactivated: readonly string[];
      readonly left: readonly string[];
      readonly deactivatedVoting?: readonly string[];
      readonly leftVoting?: readonly string[];
      readonly returned: readonly string[];
      /** How many more of each there are, if not all are named. */
      readonly others?: Partial<Readonly<Record<DecidersGroup, number>>>;
    }
  /** Somebody took people who are away out of the count, or put them back; and how many more than are named. */
  | {
      readonly kind: 'taken out';
      readonly by: string;
      readonly out: readonly string[];
      readonly moreOut: number;
      readonly back: readonly string[];
      readonly moreBack: number;
    }
  /** Said to one person only. */
  | { readonly kind: 'late vote'; readonly userId: string }
  | { readonly kind: 'nudge'; readonly waiting: readonly string[]; readonly others: number; readonly closesAt: string }
  /**
   * Said to one decider only. `title`: left out for a decision of a private channel. `channelId`: where the decision is
   * made.
   */
  | {
      readonly kind: 'direct nudge';
      readonly channelId?: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  /** Said to one decider only, when voting opens; otherwise as a direct nudge. `by`: who proposed the decision. */
  | {
      readonly kind: 'asked to vote';
      readonly by: string;
      readonly channelId?: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  /** Said to one decider only, for whom `by` does not vote themselves; otherwise as a direct nudge. */
  | {
      readonly kind: 'vote received';
      /** Left out of messages from before a vote could be given back. */
      readonly decisionId?: string;
      readonly by: string;
      readonly channelId: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  /** Said to one decider only, who had handed their vote to `by`; otherwise as a direct nudge. */
  | {
      readonly kind: 'vote returned';
      readonly by: string;
      readonly why: HandoverEnd;
      readonly channelId: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  /**
   * Said only to the proposer of a proposal where nothing new has happened since then. `title`: left out for a decision of
   * a private channel.
   */
  | {
      readonly kind: 'stalled';
      readonly decisionId: string;
      readonly stall: Stall;
      readonly channelId: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly since: string;
    }
  /**
   * Asks whether a decision, or an ADR that others wrote, is still right, on the day to look at it again. `chosen`, `when`:
   * typed text; undefined where nothing of the kind is known. `answer`: what became of the question.
   */
  | {
      readonly kind: 'revisit';
      readonly revisitId: string;
      readonly dueOn: string;
      readonly title: string;
      readonly number: number | undefined;
      readonly url: string | undefined;
      readonly chosen: string | undefined;
      readonly decidedAt: string | undefined;
      readonly when: string | undefined;
      readonly answer?: { readonly by: string; readonly next: string | undefined; readonly note: string };
    }
  /** Reminds people of that question, once. */
  | { readonly kind: 'revisit waits'; readonly revisitId: string; readonly since: string }
  /** The ADR now says that it is still right. `commit`: undefined where nobody knows which one says so. */
  | {
      readonly kind: 'revisit noted';
      readonly path: string;
      readonly commit: string | undefined;
      readonly url: string | undefined;
    }
  | (NamedReview & InThread & { readonly kind: 'revisit in review' })
  /**
   * The ADR does not say so: for good, or not yet because of some trouble. `review`: the one that was closed, with the
   * question what is to become of it; an earlier version did not ask that, and left no `revisitId`. `answer`: what people
   * chose, or what happened meanwhile.
   */
  | (InThread & {
      readonly kind: 'revisit not noted';
      readonly because: 'review closed' | 'file gone' | 'file unreadable' | PublicationTrouble;
      readonly review?: NamedReview;
      readonly revisitId?: string;
      readonly answer?: ReviewAnswer;
    })
  | { readonly kind: 'nobody leads'; readonly verdict: KeptVerdict }
  /**
   * `weight`: what the objection does, given the rule and who objects. `closesAt`: the deadline, if a hold has moved
   * it.
   */
  | {
      readonly kind: 'objection raised';
      readonly by: string;
      readonly objection: ObjectionKind;
      readonly weight: 'block' | 'warn' | 'advice';
      readonly reason: string;
      readonly until?: string;
      readonly closesAt?: string;
    }
  /**
   * `isClear`: voting has closed, and this was the last objection that the rule made a block. `next`: what is missing
   * then, if the vote has a winner that only the second person or nothing but a record keeps from being the outcome.
   */
  | {
      readonly kind: 'objection settled';
      readonly by: string;
      readonly authorId: string;
      readonly objection: ObjectionKind;
      readonly how: 'resolved' | 'overridden';
      readonly reason: string;
      readonly isClear: boolean;
      readonly next?: 'outcome' | 'second person';
    }
  /**
   * Said only to the person whose objection somebody else put aside. `title`, `reason`: left out for a decision of a
   * private channel. `channelId`: where the decision is made.
   */
  | {
      readonly kind: 'objection overridden';
      readonly channelId: string;
      readonly by: string;
      readonly objection: ObjectionKind;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly reason: string | undefined;
    }
  /** Voting opens while deciders have asked for more time than it was going to be open. */
  | { readonly kind: 'voting held'; readonly authors: readonly string[]; readonly closesAt: string }
  /** Some of the blocking objections, and how many more there are. */
  | {
      readonly kind: 'blocked';
      readonly verdict: KeptVerdict;
      readonly objections: readonly { readonly authorId: string; readonly reason: string }[];
      readonly more?: number;
    }
  | { readonly kind: 'withdrawn'; readonly by: string; readonly reason: string }
  /**
   * Said in the thread of the message that a proposal was made from. `channelId`: where the decision is made;
   * `threadTs`: the message that the thread begins with.
   */
  | ({ readonly kind: 'proposed from here'; readonly by: string } & AtSource)
  | ({ readonly kind: 'decided elsewhere' } & AtSource)
  /**
   * Something was decided under tags that a channel or a person follows. `channelId`, `archive`: where it was decided, and
   * the `id` of the archive that has its ADR. `chosen`: undefined if it was rejected.
   */
  | {
      readonly kind: 'followed';
      readonly channelId: string;
      readonly archive: string;
      readonly name: string;
      readonly url: string | undefined;
      readonly chosen: string | undefined;
      readonly tags: readonly string[];
    }
  /** Said to one person only: a program of theirs has filled in a form. */
  | { readonly kind: 'form prepared'; readonly formId: string; readonly title: string }
  | {
      readonly kind: 'published';
      readonly path: string;
      readonly commit: string;
      readonly url: string | undefined;
      /** What the record left out or could not change; and the votes in words, if the record does not contain them. */
      readonly remarks?: readonly PublicationRemark[];
      readonly votes?: readonly string[];
      /** The review that was merged, if it came that way; `mergedBy`: a name at the forge. */
      readonly review?: NamedReview & { readonly mergedBy: string | undefined };
    }
  /** What the branch demands that Gavel can't give or judge, said before anything is pushed there. */
  | (BranchRules & {
      readonly kind: 'branch rules';
      readonly way: PublishWay;
      readonly forge: ForgeKind | undefined;
      readonly listed?: Listed;
    })
  | ReviewAnnouncement
  /** The record was already in the repository, and stays as it is. */
  | { readonly kind: 'record found'; readonly path: string; readonly commit: string; readonly url: string | undefined }
  | { readonly kind: 'not published'; readonly trouble: PublicationTrouble }
  | { readonly kind: 'file gone'; readonly fileName: string }
  /** `repository`: its name, if the workspace has several. */
  | {
      readonly kind: 'number shared';
      readonly number: number;
      readonly files: readonly string[];
      readonly repository?: string | undefined;
    }
  /** Said once to a channel. `example`: one ADR's number, or its file name. */
  | { readonly kind: 'archive read'; readonly total: number; readonly example: string }
  | ImportAnnouncement
  | { readonly kind: 'digest'; readonly digest: WrittenDigest };

/** Where a proposal comes from, and where it is decided. */
interface AtSource {
  readonly threadTs: string;
  readonly channelId: string;
}

/** `threadTs`: the message whose thread it belongs in, where there is no card. */
interface InThread {
  readonly threadTs?: string;
}

/** A review as people find it. `number`, `url`: undefined where git alone knows of it. */
type NamedReview = Pick<Review, 'number' | 'url' | 'branch'>;

/** What became of a closed review. `by`: whoever chose that; undefined if it happened at the forge. */
export interface ReviewAnswer {
  readonly what: 'reopened' | 'left' | 'withdrawn' | 'arrived';
  readonly by?: string;
}

/** What happens to the review by which an ADR reaches its branch. */
type ReviewAnnouncement =
  /** It shows, as a draft, the ADR of a decision that people are voting on. */
  | (NamedReview & {
      readonly kind: 'review proposed';
      readonly fileName: string;
      readonly refused: readonly RefusedWish[];
    })
  /** The draft can't be opened, or if it is open, be brought up to date. */
  | { readonly kind: 'not proposed'; readonly isOpen: boolean; readonly trouble: PublicationTrouble }
  /** People have written there before the outcome: the first few, by their names at the forge, and how many more. */
  | (NamedReview & {
      readonly kind: 'review comments';
      readonly comments: readonly { readonly by: string; readonly url: string | undefined }[];
      readonly more: number;
    })
  /** Others have changed the same lines of the file there, so that it no longer follows the discussion. */
  | (NamedReview & { readonly kind: 'review taken over'; readonly fileName: string })
  /** It was merged before there was an outcome, which comes in a file of its own. */
  | (NamedReview & { readonly kind: 'proposal merged'; readonly into: string })
  /** The outcome is in the review that was opened with the vote. */
  | (OutcomeInReview & { readonly kind: 'review completed' })
  | (OutcomeInReview & { readonly kind: 'review opened' })
  /**
   * It was closed without merging: the proposer and the deciders choose what to do. `closedBy`: a name at the forge.
   * `toldBy`: who said so in Slack, where git alone is used. `hasBranch`: its branch is still there. `answer`: what they
   * chose, or what happened meanwhile.
   */
  | (NamedReview & {
      readonly kind: 'review closed';
      readonly closedBy: string | undefined;
      readonly toldBy?: string;
      readonly hasBranch: boolean;
      readonly answer?: ReviewAnswer;
    })
  /** The decision was withdrawn, and only people can close its review, since git alone is used. */
  | (NamedReview & { readonly kind: 'review left open' })
  /** `by`: who asked for it here; undefined if it happened at the forge. */
  | (NamedReview & InThread & { readonly kind: 'review reopened'; readonly by?: string })
  /** Somebody chose to leave it closed. */
  | (NamedReview & { readonly kind: 'review left'; readonly by: string })
  /**
   * It has been open for a week. `isUnseen`: git alone is used, which does not show that it was closed, so that people can
   * say so.
   */
  | (NamedReview &
      Pick<Review, 'approvals' | 'approvalsNeeded' | 'wantsChanges' | 'hasConflict'> & {
        readonly kind: 'review waits';
        readonly since: string;
        readonly isUnseen?: true;
      })
  /**
   * What was merged, or what is on the branch if it is still open, is not what Gavel wrote. `chosen`: the option that the
   * ADR names now is another one than was decided; `to` is undefined if it names none. `status`: the ADR states another
   * one now; '' for none.
   */
  | (NamedReview & {
      readonly kind: 'edited in review';
      readonly isOpen?: true;
      readonly fileName: string;
      readonly chosen?: { readonly from: string | undefined; readonly to: string | undefined };
      readonly status?: { readonly from: string; readonly to: string };
    })
  /** Somebody else took the number, or the file name, meanwhile. */
  | (NamedReview & {
      readonly kind: 'review renumbered';
      readonly before: { readonly number: number | undefined; readonly fileName: string };
      readonly after: { readonly number: number | undefined; readonly fileName: string };
    })
  /** Its branch and the one that it is to be merged into changed the same lines, and somebody has to resolve that. */
  | (NamedReview & { readonly kind: 'review conflict'; readonly into: string });

/** An outcome in its review. `into`: the branch that takes changes this way only. `refused`: what the forge did not grant. */
interface OutcomeInReview extends NamedReview {
  readonly into: string;
  readonly fileName: string;
  readonly why: WayReason;
  readonly refused: readonly RefusedWish[];
  readonly remarks: readonly PublicationRemark[];
  readonly votes: readonly string[];
}

interface ChangedOption {
  readonly by: string;
  readonly authorId?: string;
  readonly emoji: string;
  readonly isOpen: boolean;
  readonly voters: readonly string[];
  readonly others: number;
  readonly isHidden: boolean;
}

/** A vote that Slack shows without an event for it, or the other way round; without a title, an abstention. */
export interface ToldChange {
  readonly userId: string;
  readonly title?: string;
  readonly isCast: boolean;
}

/** Some changes, and how many more there are. */
interface ToldChanges {
  readonly changes: readonly ToldChange[];
  readonly more: number;
}

/** Deciders who had the same thing happen to them. `…Voting` are those whose votes stand. */
export type DecidersGroup = 'left' | 'deactivated' | 'leftVoting' | 'deactivatedVoting' | 'returned';

/** What an import has found: the figures of the index, and the numbers that several ADRs share. */
export interface ImportFigures extends IndexFigures {
  readonly sharedNumbers: readonly number[];
  /** The formats that most of the ADRs are in, if Gavel can't read them. */
  readonly unread?: readonly UnreadFormat[];
}

/**
 * The progress of a long import that began at `since`; `key` is the key of the message itself, for the button that
 * stops the import.
 */
export type ImportAnnouncement = {
  readonly kind: 'import';
  readonly key: string;
  readonly since: string;
  /** The `id` of the archive; an import from an earlier version has none. */
  readonly archive?: string;
  readonly done: number;
  readonly total: number;
} & (
  | { readonly state: 'reading'; readonly trouble?: Trouble }
  | { readonly state: 'stopped'; readonly by: string }
  | { readonly state: 'done'; readonly figures: ImportFigures }
);

/**
 * A digest on its way through the database, with dates as ISO strings. One written before Gavel followed the repository
 * has no news of it, and one written before there were reviews has none of these.
 */
export type WrittenDigest = Written<
  Omit<Digest, 'inRepository' | 'inReview'> & Partial<Pick<Digest, 'inRepository' | 'inReview'>>
>;

type Written<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;
