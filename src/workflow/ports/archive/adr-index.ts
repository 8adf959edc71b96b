import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { AdrEntry } from '@gavel/adr/read/adr-entry.ts';
import type { Status } from '../../../decision/status.ts';
import type { Day } from '../../../decision/time/day.ts';

/** An ADR as its archive's index holds it. `blob` is git's id of the content that was read. */
export interface IndexedAdr extends AdrEntry {
  readonly id: number;
  /** The `id` of the archive that it is in. */
  readonly archive: string;
  /** Its path from the archive's folder. */
  readonly fileName: string;
  readonly blob: string;
  /** The decision that was published as this file, if one was. */
  readonly decisionId: string | undefined;
}

/** An ADR whose file is gone from the branch, in its last state. */
export interface GoneAdr extends IndexedAdr {
  /** When its absence was noticed, and in which commit. */
  readonly goneAt: Date;
  readonly goneIn: string | undefined;
}

/** Selects ADRs whose files are gone: by number, by part of a file name, or by row. */
export type GoneQuestion = AdrReference | { readonly id: number };

/** How far an archive has been read: the index shows the whole tree of `commit`. */
export interface ArchiveReading {
  readonly commit: string | undefined;
  /** When the index was last brought in step; undefined until the first reading is through. */
  readonly checkedAt: Date | undefined;
  /** Who stopped a long reading; only `/adr import` resumes it. */
  readonly stoppedBy: string | undefined;
  /** How many ADRs the branch had when it was last read through. */
  readonly adrs: number;
  /** Whether any of its ADRs was ever written by somebody other than Gavel. */
  readonly hasForeign: boolean;
  /** The version of reading by which it was read through. */
  readonly reader: number;
  /** Grows by one with each write to the index, so that of two processes that follow at once, one notices the other. */
  readonly version: number;
}

/** A file as the index knows it, with what a comparison with git needs. */
export interface IndexedFile {
  readonly id: number;
  readonly fileName: string;
  readonly blob: string;
  /** The version of reading by which it was read. */
  readonly reader: number;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: Status | undefined;
  readonly statusText: string;
  readonly revisitOn: Day | undefined;
  /** No longer in the branch, though such a file may return. */
  readonly isGone: boolean;
}

/** What is written about a file that has been read: over the row `id`, or as a new row, with what happened to it. */
export interface AdrWriting {
  readonly id: number | undefined;
  readonly fileName: string;
  /** The folder whose ADRs it is counted with, where each folder counts for itself; '' for the archive's own. */
  readonly area: string;
  readonly blob: string;
  readonly reader: number;
  readonly entry: AdrEntry;
  /** Its Markdown. */
  readonly text: string;
  /** Whether somebody has written another day to look again into it, or removed the one that it had. */
  readonly isRedated?: boolean;
  readonly events: readonly AdrEvent[];
}

/** What happened to an ADR, and when and in which commit that was seen. */
export type SeenAdrEvent = AdrEvent & Sighting;

/** When and in which commit something was seen. */
export interface Sighting {
  readonly at: Date;
  readonly commit: string | undefined;
}

/** A number that several files of an archive share, or of one of its folders if each counts for itself. */
export interface SharedNumber {
  readonly number: number;
  /** By name. */
  readonly files: readonly { readonly fileName: string; readonly decisionId: string | undefined }[];
  /** When the latest of them appeared, or took this name; undefined if all were there at the first reading. */
  readonly since: Date | undefined;
}

/** The index in figures: what is in it, and what happened in it since some time. */
export interface IndexFigures {
  readonly total: number;
  /** ADRs with warnings. */
  readonly doubtful: number;
  readonly added: number;
  readonly restated: number;
  readonly removed: number;
}

/**
 * What happened to an ADR in git. `before` and `after` are its status, file name or content id, depending on the kind.
 */
export interface AdrEvent {
  readonly kind: 'added' | 'status' | 'renamed' | 'edited' | 'removed' | 'returned';
  readonly before: string | undefined;
  readonly after: string | undefined;
}
