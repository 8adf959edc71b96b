import type { ExaminedFile } from '@gavel/adr/doctor/archive.ts';
import type { PastedDraft } from '@gavel/adr/draft/read-draft.ts';
import type { ReadEntry } from '@gavel/adr/read/adr-entry.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import type { ArchiveRules } from '../../../record/archive-rules.ts';
import type { ArchiveStyle } from '../../../record/archive-style.ts';
import type { AdrRecord } from '../../../record/record.ts';
import type { ReviewFacts, ReviewText } from '../../../record/review-text.ts';
import type { WrittenRecord } from '../../../record/write-record.ts';

/** Reads and writes ADRs: many at once on all cores, and long ones without keeping anybody waiting. */
export interface Reader {
  /** The entries of files, in order. */
  readEntries(files: readonly ArchiveFile[]): Promise<ReadEntry[]>;
  /** What doctor finds in each of these files on its own, in order. */
  examineFiles(files: readonly ArchiveFile[]): Promise<ExaminedFile[]>;
  /** The style of an archive, from its template and its latest ADRs. */
  learnStyle(files: readonly ArchiveFile[]): Promise<HouseStyle>;
  /** What a Markdown draft says, by the fields of a proposal. */
  readDraft(markdown: string): Promise<PastedDraft>;
  /** The text of a record's ADR in a house's style. Throws RangeError if its date is not `YYYY-MM-DD`. */
  writeRecord(record: AdrRecord, style: HouseStyle, number: number | undefined): Promise<WrittenRecord>;
  /** The title and the body of the review that brings a record to its branch. */
  writeReview(record: AdrRecord, facts: ReviewFacts): Promise<ReviewText>;
  /** The voting rules that a `.gavel.yml` has. A text is parsed only once. */
  readRules(yaml: string): Promise<ArchiveRules>;
  /** A style with what a `.gavel.yml` pins in it, and what can't be used from that file. */
  applySettings(style: HouseStyle, yaml: string): Promise<ArchiveStyle>;
}
