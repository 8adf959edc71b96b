import type { ArchiveReading, IndexedFile, IndexFigures } from '../archive/adr-index.ts';

/** How far an archive has been read, and its settings. */
export interface ReadingRecords {
  /** What the index has, including files that are gone. */
  findFiles(teamId: string, archive: string): Promise<IndexedFile[]>;
  findFigures(teamId: string, archive: string, since: Date): Promise<IndexFigures>;
  find(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Reads it, and keeps everybody else from writing to this index until the transaction ends. */
  lock(teamId: string, archive: string): Promise<ArchiveReading>;
  /** Saves it and raises the version. `hasForeign` is left out, since it follows from what is written. */
  save(teamId: string, archive: string, reading: ArchiveReading): Promise<void>;
  /** The text of `.gavel.yml`, from when the archive was last read through. */
  findSettings(teamId: string, archive: string): Promise<string | undefined>;
  /** Saves it, together with a reading that is locked. */
  saveSettings(teamId: string, archive: string, settings: string | undefined): Promise<void>;
  /** The metadata entries that people are asked for, by name, from when the archive was last read through. */
  findAsked(teamId: string, archive: string): Promise<readonly string[]>;
  /** Saves them, together with a reading that is locked. */
  saveAsked(teamId: string, archive: string, asked: readonly string[]): Promise<void>;
  /** Saves whether each folder counts its ADRs for itself, together with a reading that is locked. */
  saveCounting(teamId: string, archive: string, isByArea: boolean): Promise<void>;
  /**
   * Reads the dates with slashes whose numbers leave open which of them is the day as the other dates of the archive show
   * it, together with a reading that is locked.
   */
  settleDates(teamId: string, archive: string): Promise<void>;
}
