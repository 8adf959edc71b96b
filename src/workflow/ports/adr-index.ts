import type { AdrReference } from '@gavel/adr/name/adr-reference.ts';
import type { AdrEntry } from '@gavel/adr/read/adr-entry.ts';
import type { Status } from '../../decision/status.ts';

/** An ADR as the index of its archive holds it. `blob` is git's id of the content that was read. */
export interface IndexedAdr extends AdrEntry {
  readonly id: number;
  /** The `id` of the archive that it is in. */
  readonly archive: string;
  readonly fileName: string;
  readonly blob: string;
  /** The decision that was published as this file, if it was one of ours. */
  readonly decisionId: string | undefined;
}

/** An ADR whose file is gone from the branch, as it was last. */
export interface GoneAdr extends IndexedAdr {
  /** When that was noticed, and in which commit. */
  readonly goneAt: Date;
  readonly goneIn: string | undefined;
}

/** Which of the ADRs whose files are gone: those with a number, with a part of a file name, or of one row. */
export type GoneQuestion = AdrReference | { readonly id: number };

/** How far an archive has been read: the index shows the tree of `commit`, whole. */
export interface ArchiveReading {
  readonly commit: string | undefined;
  /** When the index was last brought in step; undefined until the first reading is through. */
  readonly checkedAt: Date | undefined;
  /** Who stopped a long reading: only `/adr import` goes on with it. */
  readonly stoppedBy: string | undefined;
  /** How many ADRs the branch had when it was last read through. */
  readonly adrs: number;
  /** Whether one of its ADRs ever was somebody else's than ours. */
  readonly hasForeign: boolean;
  /** Grows by one with each write to the index, by which one of two processes that follow at once notices the other. */
  readonly version: number;
}

/** A file as the index knows it, as far as it takes to compare it with git. */
export interface IndexedFile {
  readonly id: number;
  readonly fileName: string;
  readonly blob: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: Status | undefined;
  readonly statusText: string;
  /** No longer in the branch; such a file may return. */
  readonly isGone: boolean;
}

/** What is written of a file that has been read: over the row `id`, or as a new one, with what happened to it. */
export interface AdrWriting {
  readonly id: number | undefined;
  readonly fileName: string;
  readonly blob: string;
  readonly entry: AdrEntry;
  readonly events: readonly AdrEvent[];
}

/** When and in which commit something was seen. */
export interface Sighting {
  readonly at: Date;
  readonly commit: string | undefined;
}

/** A number that several files of an archive have. */
export interface SharedNumber {
  readonly number: number;
  /** By name. */
  readonly files: readonly { readonly fileName: string; readonly decisionId: string | undefined }[];
  /** When the latest of them came, or came under this name; undefined if all were there at the first reading. */
  readonly since: Date | undefined;
}

/** The index in figures: what is in it, and what happened in it since a time. */
export interface IndexFigures {
  readonly total: number;
  /** ADRs with warnings. */
  readonly doubtful: number;
  readonly added: number;
  readonly restated: number;
  readonly removed: number;
}

/** What happened to an ADR in git. `before` and `after`: its status, file name or content id, by the kind. */
export interface AdrEvent {
  readonly kind: 'added' | 'status' | 'renamed' | 'edited' | 'removed' | 'returned';
  readonly before: string | undefined;
  readonly after: string | undefined;
}
