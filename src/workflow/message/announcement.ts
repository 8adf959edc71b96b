import type { ObjectionKind } from '../../decision/decision.ts';
import type { Digest } from '../../decision/digest/digest.ts';
import type { Refusal } from '../../decision/failure/refusal.ts';
import type { Trouble } from '../../decision/failure/trouble.ts';
import type { KeptVerdict } from '../../decision/outcome/verdict-facts.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import type { IndexFigures } from '../ports/adr-index.ts';

/**
 * What Gavel says in a thread or a channel, as facts; `slack/message/announcement.ts` has the words. Dates are ISO strings,
 * because these wait in the database until they are said.
 */
export type Announcement =
  | { readonly kind: 'voting opened'; readonly closesAt: string }
  /** Messages that were written before refusals were facts have their words, in `reason`. */
  | { readonly kind: 'voting not opened'; readonly because: Refusal | 'deciders unknown'; readonly reason?: never }
  | { readonly kind: 'voting not opened'; readonly because?: never; readonly reason: string }
  | { readonly kind: 'option added'; readonly by: string; readonly title: string; readonly emoji: string }
  | { readonly kind: 'edited'; readonly by: string }
  | { readonly kind: 'voting reopened'; readonly by: string; readonly reason: string; readonly closesAt: string }
  | { readonly kind: 'extended'; readonly by: string; readonly reason?: string; readonly closesAt: string }
  /** `from`: the deadline that people had been told. */
  | {
      readonly kind: 'shortened';
      readonly by: string;
      readonly from: string;
      readonly closesAt: string;
      readonly reason: string;
    }
  | { readonly kind: 'extended by rule'; readonly verdict: KeptVerdict; readonly closesAt: string }
  /** Voting has ended, and is closed `until` then, so that events which are on their way still come. */
  | { readonly kind: 'counting later'; readonly endedAt: string; readonly until: string }
  /**
   * Slack's list differed from the votes at the end, and nobody can tell whether that was in time: it is not counted, and
   * makes no difference.
   */
  | ({ readonly kind: 'undated votes' } & ToldChanges)
  /**
   * Slack's list differed from the votes at the end, and that changes the verdict: how the vote stands without it, and
   * with.
   */
  | ({ readonly kind: 'undated votes decide'; readonly without: KeptVerdict; readonly with: KeptVerdict } & ToldChanges)
  /** Somebody decided while people could still vote, until `closesAt`. */
  | { readonly kind: 'outcome recorded'; readonly by: string; readonly closesAt: string }
  | { readonly kind: 'voting closed'; readonly verdict: KeptVerdict }
  /** Who can't take part any more, by the reason, apart from those whose votes stand; and who can take part again. */
  | {
      readonly kind: 'deciders changed';
      readonly deactivated: readonly string[];
      readonly left: readonly string[];
      readonly deactivatedVoting?: readonly string[];
      readonly leftVoting?: readonly string[];
      readonly returned: readonly string[];
      /** How many more there are of each, where not all are named. */
      readonly others?: Partial<Readonly<Record<DecidersGroup, number>>>;
    }
  /** Said to one person alone. */
  | { readonly kind: 'late vote'; readonly userId: string }
  | { readonly kind: 'nudge'; readonly waiting: readonly string[]; readonly others: number; readonly closesAt: string }
  /** Said to one decider alone. `title`: none for a decision of a private channel. `channelId`: where it is taken. */
  | {
      readonly kind: 'direct nudge';
      readonly channelId?: string;
      readonly title: string | undefined;
      readonly link: string | undefined;
      readonly closesAt: string;
    }
  | { readonly kind: 'nobody leads'; readonly verdict: KeptVerdict }
  /** `weight`: what it does, by the rule and by who objects. `closesAt`: the deadline, where a hold has moved it. */
  | {
      readonly kind: 'objection raised';
      readonly by: string;
      readonly objection: ObjectionKind;
      readonly weight: 'block' | 'warn' | 'advice';
      readonly reason: string;
      readonly until?: string;
      readonly closesAt?: string;
    }
  /** `isClear`: voting has closed, and it was the last one that the rule made a block. */
  | {
      readonly kind: 'objection settled';
      readonly by: string;
      readonly authorId: string;
      readonly objection: ObjectionKind;
      readonly how: 'resolved' | 'overridden';
      readonly reason: string;
      readonly isClear: boolean;
    }
  /** Voting opens while deciders need time for longer than it was to be open. */
  | { readonly kind: 'voting held'; readonly authors: readonly string[]; readonly closesAt: string }
  /** Some of the objections that block it, and how many more there are. */
  | {
      readonly kind: 'blocked';
      readonly verdict: KeptVerdict;
      readonly objections: readonly { readonly authorId: string; readonly reason: string }[];
      readonly more?: number;
    }
  | { readonly kind: 'withdrawn'; readonly by: string; readonly reason: string }
  | {
      readonly kind: 'published';
      readonly path: string;
      readonly commit: string;
      readonly url: string | undefined;
      /** What the record left out or could not change; and the votes as it would tell them, where it does not. */
      readonly remarks?: readonly PublicationRemark[];
      readonly votes?: readonly string[];
    }
  /** The record was in the repository before, and stays as it is. */
  | { readonly kind: 'record found'; readonly path: string; readonly commit: string; readonly url: string | undefined }
  | { readonly kind: 'not published'; readonly trouble: Trouble }
  | { readonly kind: 'file gone'; readonly fileName: string }
  | { readonly kind: 'number shared'; readonly number: number; readonly files: readonly string[] }
  /** Said once to a channel. `example`: the number of one of them, or its file name. */
  | { readonly kind: 'archive read'; readonly total: number; readonly example: string }
  | ImportAnnouncement
  | { readonly kind: 'digest'; readonly digest: WrittenDigest };

/** A vote that Slack shows and no event told us of, or the other way round; without a title, an abstention. */
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

/** Deciders to whom the same has happened: `…Voting` are those whose votes stand. */
export type DecidersGroup = 'left' | 'deactivated' | 'leftVoting' | 'deactivatedVoting' | 'returned';

/** What an import has found: the index in figures, and the numbers that several ADRs have. */
export interface ImportFigures extends IndexFigures {
  readonly sharedNumbers: readonly number[];
}

/**
 * How far a long import is that was begun at `since`; `key` is that of the message itself, for the button that stops
 * it.
 */
export type ImportAnnouncement = {
  readonly kind: 'import';
  readonly key: string;
  readonly since: string;
  /** The `id` of the archive; an import of an earlier version has none. */
  readonly archive?: string;
  readonly done: number;
  readonly total: number;
} & (
  | { readonly state: 'reading'; readonly trouble?: Trouble }
  | { readonly state: 'stopped'; readonly by: string }
  | { readonly state: 'done'; readonly figures: ImportFigures }
);

/**
 * A digest on its way through the database: its dates as ISO strings. One that was written before Gavel followed the
 * repository has no news of it.
 */
export type WrittenDigest = Written<Omit<Digest, 'inRepository'> & Partial<Pick<Digest, 'inRepository'>>>;

type Written<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Written<T[Key]> }
      : T;
