import type { AdrEntry } from '../../adr/entry.ts';
import type { ReadDraft } from '../../adr/read-draft.ts';
import type { ArchiveFile } from '../../adr/style/learn-style.ts';

/** Reads ADRs: many at once on all cores, and long ones so that nobody has to wait. */
export interface Reader {
  /** The entries of files, in their order. */
  readEntries(files: readonly ArchiveFile[]): Promise<AdrEntry[]>;
  /** What a Markdown draft says, by the fields of a proposal. */
  readDraft(markdown: string): Promise<ReadDraft>;
}
